import Foundation
import Testing

@Suite("stats chart")
struct ChartCommandTests {
  static let parts = [
    "chart.csv", "chart.html", "chart.metadata.json", "chart.pdf", "chart.png", "chart.svg",
    "chart.txt", "chart.vl.json",
  ]

  private func names(_ folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted()
  }

  private func bytes(_ file: URL) throws -> Data { try Data(contentsOf: file) }

  /// A folder with the system's programs and without rsvg-convert.
  private func poorPath(_ scratch: Scratch) throws -> [String: String] {
    let folder = scratch.file("bin")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return ["PATH": folder.path()]
  }

  @Test("prints the rows that are drawn, and other parts by --format")
  func output() throws {
    let csv = try Tool.shell("stats chart migrant-stock -a Canada")
    #expect(csv.code == 0 && csv.errors.isEmpty)
    #expect(csv.output.contains("Canada,Canada,CAN,both,un-2019,1990,4333318,persons,E,estimate\n"))
    func text(_ format: String) throws -> String {
      let outcome = try Tool.shell("stats chart migrant-stock -a Canada --format \(format)")
      #expect(outcome.code == 0 && outcome.errors.isEmpty)
      return outcome.output
    }
    #expect(try text("csv") == csv.output)
    #expect(try text("svg").hasPrefix("<svg "))
    #expect(try text("vega-lite").hasPrefix("{\n  \"$schema\""))
    #expect(try text("metadata").hasPrefix("{\n  \"title\""))
    #expect(try text("html").hasPrefix("<!DOCTYPE html>"))
    let words = try text("alt")
    #expect(words.hasPrefix("Line chart: International migrant stock, Canada, 1990–2019. "))
    #expect(words.count <= 600)
  }

  @Test("lays the rows out as charting services take them")
  func shapes() throws {
    let wide = try Tool.shell("stats chart migrant-stock -a CAN -a AUS --shape wide")
    #expect(wide.code == 0)
    #expect(wide.output.hasPrefix("year,Canada,Australia\n1990,4333318,3955213\n"))
  }

  @Test("the ending of the file says the format; --format goes before it")
  func endings() throws {
    let scratch = try Scratch()
    func text(_ name: String, _ options: String = "") throws -> Data {
      let path = scratch.file(name).path()
      let outcome = try Tool.shell("stats chart migrant-stock -a Canada \(options) -o \(path)")
      #expect(outcome.code == 0 && outcome.output.isEmpty, "\(outcome.errors)")
      return try bytes(scratch.file(name))
    }
    #expect(try text("a.svg").starts(with: Data("<svg ".utf8)))
    #expect(try text("a.vl.json").starts(with: Data("{\n  \"$schema\"".utf8)))
    #expect(try text("a.metadata.json").starts(with: Data("{\n  \"title\"".utf8)))
    #expect(try text("a.html").starts(with: Data("<!DOCTYPE".utf8)))
    #expect(try text("a.txt").starts(with: Data("Line chart".utf8)))
    #expect(try text("a.csv").starts(with: Data("series,area".utf8)))
    #expect(try text("a.csv", "--format alt").starts(with: Data("Line chart".utf8)))
  }

  @Test("writes a bundle, keeps what else is in the folder, and takes away what is left of another")
  func bundle() throws {
    let scratch = try Scratch()
    let folder = scratch.file("deep/canada")
    let path = try poorPath(scratch)
    let made = try Tool.stats(
      ["chart", "migrant-stock", "-a", "Canada", "-o", folder.path() + "/"], environment: path)
    #expect(made.code == 0 && made.output.isEmpty)
    #expect(made.errors.contains("note: chart.png and chart.pdf are left out: rsvg-convert"))
    #expect(made.errors.contains("apt-get install librsvg2-bin"))
    #expect(
      try names(folder) == Self.parts.filter { !$0.hasSuffix(".png") && !$0.hasSuffix("pdf") })
    let svg = try bytes(folder.appending(path: "chart.svg"))
    #expect(
      try Tool.shell("stats chart migrant-stock -a Canada --format svg").output.utf8.elementsEqual(
        svg))
    // A second run into the folder, which is one now whether or not its name ends in a slash.
    for name in ["notes.md", "chart.png"] {
      try Data("mine".utf8).write(to: folder.appending(path: name))
    }
    let again = try Tool.stats(
      ["chart", "migrant-stock", "-a", "Australia", "-o", folder.path()], environment: path)
    #expect(again.code == 0)
    #expect(again.errors.contains("chart.png of a former chart taken away"))
    #expect(try String(contentsOf: folder.appending(path: "notes.md"), encoding: .utf8) == "mine")
    #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "chart.png").path()))
    #expect(
      try String(contentsOf: folder.appending(path: "chart.txt"), encoding: .utf8)
        .contains("Australia"))
    // One part alone leaves the others.
    let part = try Tool.stats(
      ["chart", "migrant-stock", "-a", "India", "--format", "alt", "-o", folder.path(), "-q"])
    #expect(part.code == 0 && part.errors.isEmpty)
    #expect(try names(folder).count == 7)
  }

  @Test("PNG and PDF are made by rsvg-convert, the same bytes each time")
  func converted() throws {
    guard try Tool.shell("command -v rsvg-convert").code == 0 else {
      let refused = try Tool.shell("stats chart migrant-stock -a Canada --format png > /dev/null")
      #expect(refused.code == 74 && refused.errors.contains("librsvg2-bin"))
      return
    }
    let scratch = try Scratch()
    var made: [[Data]] = []
    for name in ["a", "b"] {
      let folder = scratch.file(name)
      let outcome = try Tool.stats(
        ["chart", "migrant-stock", "-a", "Canada", "--width", "400", "-o", folder.path() + "/"])
      #expect(outcome.code == 0 && outcome.errors.isEmpty)
      #expect(try names(folder) == Self.parts)
      made.append(try Self.parts.map { try bytes(folder.appending(path: $0)) })
      // PDF has the time in whole seconds.
      if name == "a" { Thread.sleep(forTimeInterval: 1.1) }
    }
    #expect(made[0] == made[1])
    let png = try bytes(scratch.file("a/chart.png"))
    // The width of an IHDR chunk: two pixels for one.
    let width = png[16..<20].reduce(0) { 256 * $0 + Int($1) }
    #expect(width == 800)
    #expect(try bytes(scratch.file("a/chart.pdf")).starts(with: Data("%PDF-".utf8)))
  }

  @Test("says how to get the program where it is not there, and writes nothing")
  func absent() throws {
    let scratch = try Scratch()
    let file = scratch.file("chart.png")
    let outcome = try Tool.stats(
      ["chart", "migrant-stock", "-a", "Canada", "-o", file.path()],
      environment: try poorPath(scratch))
    #expect(outcome.code == 74)
    #expect(
      outcome.errors.contains("rsvg-convert, which makes PNG of the picture, is not installed"))
    #expect(outcome.errors.contains("hint: Install it: apt-get install librsvg2-bin."))
    #expect(!FileManager.default.fileExists(atPath: file.path()))
  }

  @Test("a program that fails is an error, and the old folder stays whole")
  func failing() throws {
    let scratch = try Scratch()
    let bin = scratch.file("bin")
    try FileManager.default.createDirectory(at: bin, withIntermediateDirectories: true)
    try scratch.write("bin/rsvg-convert", "#!/bin/sh\nexit 1\n".utf8)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: bin.appending(path: "rsvg-convert").path())
    let folder = scratch.file("out")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try scratch.write("out/chart.csv", "old".utf8)
    let outcome = try Tool.stats(
      ["chart", "migrant-stock", "-a", "Canada", "-o", folder.path()],
      environment: ["PATH": "\(bin.path()):/usr/bin:/bin"])
    #expect(outcome.code == 74)
    #expect(outcome.errors.contains("rsvg-convert could not make PNG of the picture"))
    #expect(try names(folder) == ["chart.csv"])
    #expect(try String(contentsOf: scratch.file("out/chart.csv"), encoding: .utf8) == "old")
  }

  @Test("a folder is not written into a file, nor half of a bundle over an old one")
  func inTheWay() throws {
    let scratch = try Scratch()
    try scratch.write("file", "mine".utf8)
    let line = ["chart", "migrant-stock", "-a", "Canada", "-q", "-o"]
    let file = try Tool.stats(line + [scratch.file("file").path() + "/"])
    #expect(file.code == 74)
    #expect(file.errors.contains("is a file, and a folder is to be written"))
    let below = try Tool.stats(line + [scratch.file("file/below").path() + "/"])
    #expect(below.code == 74)
    let folder = scratch.file("out")
    try FileManager.default.createDirectory(
      at: folder.appending(path: "chart.html"), withIntermediateDirectories: true)
    try scratch.write("out/chart.csv", "old".utf8)
    let blocked = try Tool.stats(line + [folder.path()], environment: try poorPath(scratch))
    #expect(blocked.code == 74)
    #expect(blocked.errors.contains("chart.html"))
    #expect(try names(folder) == ["chart.csv", "chart.html"])
    #expect(try String(contentsOf: scratch.file("out/chart.csv"), encoding: .utf8) == "old")
  }

  @Test("--each writes a folder an area, by its code or a harmless name")
  func each() throws {
    let scratch = try Scratch()
    let out = scratch.file("out")
    let outcome = try Tool.stats(
      ["chart", "migrant-stock", "-a", "Canada", "-a", "Sudan", "--each", "-o", out.path() + "/"])
    #expect(outcome.code == 0 && outcome.errors.isEmpty)
    #expect(try names(out) == ["CAN", "SDN"])
    #expect(
      try names(out.appending(path: "SDN"))
        == Self.parts.filter { !$0.hasSuffix(".png") && !$0.hasSuffix(".pdf") })
    let alone = try Tool.shell("stats chart migrant-stock -a Sudan --format html")
    #expect(try bytes(out.appending(path: "SDN/chart.html")) == Data(alone.output.utf8))
    // Names that lead elsewhere stay in the folder; an area without a value is named.
    let text =
      "area,year,value\n../../up,2000,5\n../../up,2001,6\nUP,2000,1\nUP,2001,2\n☃,1990,1\n"
    let names = scratch.file("names")
    let hostile = try Tool.stats(
      [
        "chart", "-", "--each", "--years", "2000-2001", "--format", "alt", "-o", names.path() + "/",
      ],
      input: text)
    #expect(hostile.code == 0, "\(hostile.errors)")
    #expect(hostile.errors.contains("note: no chart of ☃: no value lies from 2000 to 2001"))
    #expect(try self.names(names) == ["UP-2", "up"])
    let nothing = try Tool.stats(
      ["chart", "-", "--each", "--years", "1950-1951", "-o", names.path() + "/"], input: text)
    #expect(nothing.code == 65)
    #expect(nothing.errors.contains("no value lies from 1950 to 1951"))
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
    Refusal("migrant-stock", 65, "too many for one line chart", "--type multiples"),
    Refusal("migrant-stok -a Canada", 66, "Did you mean ‘migrant-stock’"),
    Refusal("migrant-stock -a Canda", 65, "Did you mean ‘Canada’"),
    Refusal("migrant-stock -a Canada --type lines", 64, "‘lines’", "Did you mean ‘line’?"),
    Refusal("migrant-stock -a Canada --type pie", 64, "There are line, bar, index"),
    Refusal("migrant-stock -a Canada --base 1990", 64, "--base goes with --type index."),
    Refusal("migrant-stock -a Canada --through 2030", 64, "--through goes with --type fan."),
    Refusal("migrant-stock -a Canada --model linear", 64, "--type fan or --type scatter."),
    Refusal("migrant-stock -a Canada --definition log", 64, "--definition goes with --type rates."),
    Refusal("migrant-stock -a Canada --level 0.9", 64, "--level goes with --type"),
    Refusal("migrant-stock -a Canada --by sex", 64, "--by goes with --type shares"),
    Refusal("migrant-stock -a Canada --top 3", 64, "--top goes with --type bar"),
    Refusal("migrant-stock --type bar --top 0", 64, "give 1 or more"),
    Refusal("migrant-stock --type bar --log", 64, "--log goes with --type line"),
    Refusal("migrant-stock --type chord --focus Canada", 64, "--focus goes with --type line"),
    Refusal("migrant-stock --type fan --level 95", 64, "between 0 and 1"),
    Refusal("migrant-stock -a Canada --years next", 64, "neither a year nor a span"),
    Refusal("migrant-stock -a Canada --title ' '", 64, "leave it out"),
    Refusal("migrant-stock -a Canada --format gif", 64, "'gif'", "vega-lite"),
    Refusal("migrant-stock -a Canada --format svg --format csv", 64, "-o FOLDER/"),
    Refusal("migrant-stock -a Canada --width 400", 64, "--width goes with a picture"),
    Refusal("migrant-stock -a Canada --format svg --width 10", 64, "from 240 to 2400"),
    Refusal("migrant-stock -a Canada --format svg --width nan", 64, "from 240 to 2400"),
    Refusal("migrant-stock -a Canada --format svg --shape wide", 64, "--shape goes with"),
    Refusal(
      "migrant-stock -a Canada --shape source-target-value", 65, "no source and target",
      "--shape tidy"),
    Refusal("migrant-stock -a Canada --each", 64, "-o FOLDER/"),
    Refusal("migrant-stock -a Canada -o /tmp/picture", 64, "write /tmp/picture/ for a folder"),
    Refusal("migrant-stock -a Canada -o /tmp/a.json", 64, ".vl.json"),
    Refusal("migrant-stock -a Canada -o /nowhere/chart.svg", 74, "could not be written"),
    Refusal("migrant-stock -a Canada -o /proc/none/", 74, "could not be written"),
    Refusal("migrant-stock -a Canada -o ''", 64, "-o names no file"),
    Refusal("migrant-stock -a Canada --missing x", 64, "describes its own columns"),
    Refusal("migrant-stock -a Canada --format svg > /dev/full", 74, "could not be written"),
  ]

  @Test("says what is wrong and how to mend it", arguments: refusals)
  func refused(_ refusal: Refusal) throws {
    let outcome = try Tool.shell("stats chart \(refusal.line)")
    #expect(outcome.code == refusal.code)
    #expect(outcome.output.isEmpty)
    for words in refusal.words {
      #expect(outcome.errors.contains(words), "\(outcome.errors)")
    }
  }
}
