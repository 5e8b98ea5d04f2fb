import Foundation
import Testing

@Suite("stats check")
struct CheckCommandTests {
  private func check(_ text: String, _ options: [String] = []) throws -> Tool.Outcome {
    try Tool.stats(["check", "-"] + options, input: text)
  }

  @Test(
    "print what is kept",
    arguments: [
      ("check-briefing", "check briefing.md"), ("check-csv", "check briefing.md --format csv"),
      ("check-sarif", "check briefing.md --format sarif"),
      ("check-bind", "check briefing.md --bind"),
    ])
  func snapshot(name: String, line: String) throws {
    let outcome = try Tool.shell("stats \(line)")
    #expect(outcome.remarks.isEmpty)
    try expectSnapshot(outcome.output, name)
  }

  @Test("the communiqué's sentence: consistent with itself, its first number in no vintage")
  func communique() throws {
    let sentence =
      "international migration has doubled from 99.8 million to over 200 million between 1980 and "
      + "2008."
    let outcome = try check(sentence, ["--format", "csv"])
    #expect(outcome.code == 0)
    let noted = try check("The Conference noted that \(sentence)", ["--format", "csv"])
    #expect(noted.output.contains("over 200 million,level,interpolated"))
    let rows = outcome.output.split(separator: "\n").dropFirst()
    #expect(rows.count == 3)
    let doubled = try #require(rows.first { $0.contains("doubled") })
    #expect(
      doubled.contains("Consistent with the sentence's own numbers: ×2.004 (×1.953 to ×2.055"))
    #expect(doubled.contains("Break 1990"))
    #expect(doubled.contains("which is a flow"))
    #expect(!doubled.contains(",confirmed"))
    let first = try #require(rows.first { $0.contains("99.8 million,level") })
    #expect(first.contains("unsupported"))
    #expect(first.contains("93,716,870 (wb-wdi)"))
    #expect(first.contains("120,065,680 (wb-gbmd)"))
    #expect(rows.contains { $0.contains("over 200 million,level,interpolated") })
  }

  @Test(
    "slips seen in print are caught",
    arguments: [
      (
        "International migrants rose from 150 million in 2000 to 214 million in 2010, an increase of "
          + "43 per cent.", "43 per cent,change-percent,off"
      ),
      (
        "In 2024 migrants were 3.7 per cent of the world population, only 0.8 per cent higher than "
          + "in 1990.", "0.8 per cent,percentage-points,definition"
      ),
      (
        "Worldwide remittances amounted to 337 million dollars in 2008.",
        "337 million dollars,level,off"
      ),
      ("World remittances fell by 10 per cent in 2024.", "10 per cent,change-percent,off"),
    ])
  func slips(text: String, finding: String) throws {
    let outcome = try check(text, ["--format", "csv"])
    let found =
      outcome.output.contains(finding)
      || outcome.output.contains(finding.replacing("percentage-points", with: "change-percent"))
    #expect(found, "\(outcome.output)")
  }

  @Test("numbers are bound, checked, mended and rechecked")
  func binding() throws {
    let scratch = try Scratch()
    let text = "In 2019 Canada had 7.96 million migrants, 21.2 per cent of its population.\n"
    try scratch.write("a.md", Array(text.utf8))
    let folder = scratch.folder
    #expect(try Tool.stats(["check", "a.md", "--bind"], in: folder).code == 0)
    #expect(try String(contentsOf: scratch.file("a.md"), encoding: .utf8) == text)
    #expect(try Tool.stats(["check", "a.md", "--bind", "--write"], in: folder).code == 0)
    let bound = try String(contentsOf: scratch.file("a.md"), encoding: .utf8)
    #expect(bound.contains("<!--stat:5b56f9cf53b5-->7.96 million<!--/stat-->"))
    #expect(try Tool.stats(["check", "a.md"], in: folder).code == 0)
    try scratch.write("a.md", Array(bound.replacing("7.96", with: "8.96").utf8))
    #expect(try Tool.stats(["check", "a.md"], in: folder).code == 1)
    #expect(try Tool.stats(["check", "a.md", "--fix"], in: folder).code == 0)
    #expect(try String(contentsOf: scratch.file("a.md"), encoding: .utf8) == bound)
    #expect(try Tool.stats(["check", "a.md", "--since-lock"], in: folder).code == 0)
  }

  @Test("what moved since the lock is listed after a revision")
  func revision() throws {
    let scratch = try Scratch()
    try scratch.write("mine.csv", Array("area,year,value\nCanada,2018,100\nCanada,2019,200\n".utf8))
    let cited = try Tool.stats(
      ["cite", "mine.csv", "--years", "2019", "--as", "json"], in: scratch.folder)
    #expect(cited.code == 0)
    try FileManager.default.copyItem(
      at: Tool.root.appending(path: "datasets"), to: scratch.file("catalog"))
    let text = "In 2019 Canada had 7.96 million migrants.\n"
    try scratch.write("a.md", Array(text.utf8))
    let catalog = ["--catalog", "catalog"]
    #expect(
      try Tool.stats(["check", "a.md", "--bind", "--write"] + catalog, in: scratch.folder).code == 0
    )
    // The figure of Canada is revised, and the description with it.
    let data = scratch.file("catalog/migrant-stock/data.csv")
    let old = try String(contentsOf: data, encoding: .utf8)
    let new = old.replacing("2019,7960657", with: "2019,8160657")
    #expect(new != old)
    try Data(new.utf8).write(to: data)
    let broken = try Tool.stats(["check", "a.md"] + catalog, in: scratch.folder)
    #expect(broken.code == 65)
    #expect(broken.errors.contains("the data are not those that the description speaks of"))
  }

  @Test("a mark in a sentence of another place, and a figure of another sign, are not confirmed")
  func misplaced() throws {
    let scratch = try Scratch()
    try scratch.write("m.csv", Array("area,year,value\nCanada,2018,100\nCanada,2019,90\n".utf8))
    try scratch.write(
      "t.md", Array("The number fell by {{ m.csv --of change-percent }}.\n".utf8))
    let folder = scratch.folder
    #expect(try Tool.stats(["brief", "t.md", "-o", "a.md"], in: folder).code == 0)
    #expect(try Tool.stats(["check", "a.md"], in: folder).code == 0)
    let text = try String(contentsOf: scratch.file("a.md"), encoding: .utf8)
    #expect(text.contains("-->10.0 per cent<!--"))
    try scratch.write("b.md", Array(text.replacing("The number", with: "In France it").utf8))
    #expect(try Tool.stats(["check", "b.md"], in: folder).output.contains("names another place"))
    // The series is revised, and rises.
    try scratch.write("m.csv", Array("area,year,value\nCanada,2018,100\nCanada,2019,110\n".utf8))
    let checked = try Tool.stats(["check", "a.md"], in: folder)
    #expect(checked.code == 1)
    #expect(checked.output.contains("changed its sign"))
    let mended = try Tool.stats(["check", "a.md", "--fix"], in: folder)
    #expect(mended.code == 1)
    #expect(mended.errors.contains("is not mended"))
    #expect(try String(contentsOf: scratch.file("a.md"), encoding: .utf8) == text)
    let moved = try Tool.stats(["check", "a.md", "--since-lock"], in: folder)
    #expect(moved.code == 1)
    #expect(moved.output.contains("revision"))
  }

  @Test("what the sentence compares with crashes nothing")
  func compared() throws {
    let outcome = try check(
      "With 7.96 million migrants in 2019, Canada hosted fewer than Germany.")
    #expect(outcome.code == 0 || outcome.code == 1)
    #expect(outcome.output.contains("7.96 million"))
  }

  @Test("the briefing is not replaced by its check")
  func replaced() throws {
    let scratch = try Scratch()
    try scratch.write("a.md", Array("Canada had 7.96 million migrants in 2019.\n".utf8))
    #expect(try Tool.stats(["check", "a.md", "-o", "a.md"], in: scratch.folder).code == 64)
    #expect(
      try Tool.stats(["check", "a.md", "--fail-on", "off, stale"], in: scratch.folder).code == 0)
  }

  @Test(
    "bad input is an error with a place",
    arguments: [
      ("<!--stat:0123456789ab-->1 million", 65, "is not closed"),
      ("a\u{0}b", 65, "zero byte"),
    ])
  func bad(text: String, code: Int32, words: String) throws {
    let outcome = try check(text)
    #expect(outcome.code == code)
    #expect(outcome.errors.contains(words))
    #expect(outcome.errors.contains("standard input:1"))
  }

  @Test("misuse is told")
  func misuse() throws {
    #expect(try Tool.stats(["check", "briefing.md", "--fail-on", "of"]).code == 64)
    #expect(try Tool.stats(["check", "briefing.md", "--write"]).code == 64)
    #expect(try Tool.stats(["check", "-", "--fix"]).code == 64)
    #expect(try Tool.stats(["check", "nowhere.md"]).code == 66)
    let unknown = try check("<!--stat:0123456789ab-->1 million<!--/stat-->")
    #expect(unknown.output.contains("There is no lock beside the text"))
  }
}
