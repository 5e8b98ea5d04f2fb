import Foundation
import Testing

@Suite("stats cite")
struct CiteCommandTests {
  @Test(
    "prints what is kept",
    arguments: [
      ("cite-level", "migrant-stock --area Canada --years 2019"),
      ("cite-rate", "migrant-stock -a World --of annual-rate --years 1990-2019"),
      ("cite-communique", "communique-2009 --of annual-rate"),
      ("cite-remittances", "remittances-received -a World --of ratio --years 2023-2024"),
      ("cite-matched", "remittances-received -a World --of change-percent --years 2023-2024"),
      ("cite-share", "migrant-stock -a GBR --of share --share-of population --as json"),
      ("cite-rank", "migrant-stock -a GBR --of rank --where sex=female"),
      ("cite-forecast", "migrant-stock -a Canada --of forecast --years 2030 --model linear"),
      ("cite-interpolated", "migrant-stock -a Canada --years 2008 --interpolate log"),
      ("cite-file", "my-download.csv -a India --of doubling-time --exact"),
      ("cite-markdown", "migrant-stock -a GBR --of rank --as markdown"),
      ("cite-footnote", "communique-2009 --of annual-rate --basis matched --as markdown"),
      ("cite-html", "migrant-stock -a Canada --of forecast --years 2030 --as html"),
      ("cite-bibtex", "population -a India --as bibtex"),
      ("cite-two-sources", "migrant-stock -a GBR --of share --share-of population --as bibtex"),
      ("cite-ris", "population -a India --as ris"),
      ("cite-csl", "population -a India --as csl-json"),
    ])
  func snapshot(name: String, line: String) throws {
    let outcome = try Tool.shell("stats cite \(line)")
    #expect(outcome.code == 0)
    #expect(outcome.remarks.isEmpty)
    try expectSnapshot(outcome.output, name)
  }

  @Test("texts fit into 80 columns")
  func width() throws {
    for line in ["communique-2009 --of ratio", "migrant-stock -a GBR --of share --share-of World"] {
      let output = try Tool.shell("stats cite \(line)").output
      #expect(output.split(separator: "\n").allSatisfy { $0.count <= 80 }, "\(line)")
    }
  }

  @Test("the ending of the file says the form; --as goes before it")
  func output() throws {
    let scratch = try Scratch()
    func text(_ name: String, _ options: String = "") throws -> String {
      let path = scratch.file(name).path()
      let outcome = try Tool.shell("stats cite migrant-stock -a Canada \(options) -o \(path)")
      #expect(outcome.code == 0)
      #expect(outcome.output.isEmpty)
      return try String(contentsOf: scratch.file(name), encoding: .utf8)
    }
    #expect(try text("figure.json").hasPrefix("{\n"))
    #expect(try text("figure.bib").contains("@misc{"))
    #expect(try text("figure.ris").hasPrefix("TY  - DATA\r\n"))
    #expect(try text("figure.md").contains("<!--stat:"))
    #expect(try text("figure.html").hasPrefix("<figure"))
    #expect(try text("figure.txt").hasPrefix("In 2019"))
    #expect(try text("figure.json", "--as text").hasPrefix("In 2019"))
  }

  /// A line that is refused, the exit code, what is said and what helps.
  struct Refusal: Sendable, CustomTestStringConvertible {
    let line: String
    let code: Int32
    let words: [String]
    var testDescription: String { line }

    init(_ line: String, _ code: Int32, _ words: String...) {
      self.line = line
      self.code = code
      self.words = words
    }
  }

  static let refusals = [
    Refusal("migrant-stock", 65, "275 series fit: ‘World", "choose it with --area."),
    Refusal("world-migrant-stock", 65, "‘World, un-2019’", "choose it with --vintage."),
    Refusal(
      "refugees -a World", 65, "‘World, population_type idps",
      "choose it with --where population_type=refugees."),
    Refusal("migrant-stok -a Canada", 66, "‘migrant-stok’", "Did you mean ‘migrant-stock’"),
    Refusal("migrant-stock -a Canda", 65, "‘Canda’", "Did you mean ‘Canada’"),
    Refusal("migrant-stock -a Canada --years 2011", 65, "2011 has no value", "--interpolate"),
    Refusal(
      "migrant-stock -a Canada --of change --years 1991-2019", 65, "1991 has no value",
      "such as 1995"),
    Refusal("migrant-stock -a World --of rank", 65, "World is a group", "Choose a country."),
    Refusal(
      "migrant-stock -a Canada --of share --share-of sex=both", 65, "all of itself",
      "another whole"),
    Refusal(
      "migrant-stock -a Canada --of share --share-of sex=women", 65, "no sex ‘women’", "‘female’"),
    Refusal(
      "migrant-stock -a Canada --of share --share-of remittances-received", 65, "in persons",
      "the same unit"),
    Refusal(
      "migrant-stock -a Canada --of forecast --years 2030 --model logistical", 65,
      "no model ‘logistical’", "‘logistic’"),
    Refusal(
      "migrant-stock -a Canada --of annual-rate --basis matched", 65, "no like-for-like form",
      "--basis matched"),
    Refusal("migrant-stock -a Canada --of share", 64, "--share-of population"),
    Refusal("migrant-stock -a Canada --of forecast", 64, "A forecast is of a year"),
    Refusal("migrant-stock -a Canada --years 1990-2019", 64, "write --years 2019"),
    Refusal("migrant-stock -a Canada --of change --years 2019", 64, "write --years 1990-2019"),
    Refusal("migrant-stock -a Canada --years next", 64, "neither a year nor a span"),
    Refusal("migrant-stock -a Canada --years 2019-1990", 64, "runs backwards"),
    Refusal("migrant-stock -a Canada --model linear", 64, "--model goes with --of forecast"),
    Refusal("migrant-stock -a Canada --definition log", 64, "goes with --of annual-rate"),
    Refusal("migrant-stock -a Canada --share-of World", 64, "goes with --of share"),
    Refusal("migrant-stock -a Canada --basis matched", 64, "does not go with --of level"),
    Refusal("migrant-stock -a Canada --decimals 99", 64, "from 0 to 15"),
    Refusal("migrant-stock -a Canada --decimals 1 --exact", 64, "give one of them"),
    Refusal("migrant-stock -a Canada --missing x", 64, "describes its own columns"),
    Refusal("migrant-stock -a Canada -o /nowhere/figure.txt", 74, "could not be written"),
  ]

  @Test("says what is wrong and how to mend it", arguments: refusals)
  func refused(_ refusal: Refusal) throws {
    let outcome = try Tool.shell("stats cite \(refusal.line)")
    #expect(outcome.code == refusal.code)
    #expect(outcome.output.isEmpty)
    for words in refusal.words {
      #expect(outcome.errors.contains(words), "\(outcome.errors)")
    }
  }

  @Test("reads standard input, with what it is told about it")
  func standardInput() throws {
    let outcome = try Tool.stats(
      ["cite", "-", "--of", "ratio", "--quantity", "Migrant stock", "--unit", "persons", "-q"],
      input: "area,year,value\nGambia,1990,100\nGambia,2019,250\n")
    #expect(outcome.code == 0)
    #expect(
      outcome.output.hasPrefix(
        "In 2019 the migrant stock of the Gambia was 2.50 times what it was in 1990.\n"))
  }
}
