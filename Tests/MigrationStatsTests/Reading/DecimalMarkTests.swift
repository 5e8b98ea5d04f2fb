import Testing

@testable import MigrationStats

@Suite("Finding the decimal mark")
struct DecimalMarkTests {
  private func decision(
    _ cells: [String], delimiter: String = ","
  ) throws -> (mark: String, note: Note?) {
    var evidence = DecimalMark()
    for (index, cell) in cells.enumerated() {
      evidence.consider(ArraySlice(cell.utf8), at: Position(line: index + 2))
    }
    let (mark, note) = try evidence.decided(delimiter: try #require(delimiter.utf8.first))
    return (String(UnicodeScalar(mark)), note)
  }

  @Test(
    "Cells that can have but one mark decide",
    arguments: [
      (["1.5"], "."), (["0.125"], "."), (["1,234.5"], "."), (["1,234,567"], "."),
      (["-0.5"], "."), (["1234.567"], "."), (["1,5"], ","), (["0,125"], ","), (["1.234,5"], ","),
      (["1.234.567"], ","), (["1234,567"], ","), (["1.234", "0,5"], ","), (["1,234", "0.5"], "."),
      (["12"], "."), ([], "."), (["abc,d", "1990"], "."), (["1.234"], "."), (["1,234"], "."),
    ] as [([String], String)])
  func decides(cells: [String], mark: String) throws {
    #expect(try decision(cells).mark == mark)
  }

  @Test("A decimal comma is a guess, and said to be one")
  func commaNote() throws {
    let note = try #require(try decision(["7", "1,5"], delimiter: ";").note)
    #expect(note.text == "the comma is taken as the decimal mark, as in ‘1,5’ (a guess)")
    #expect(note.position.line == 3)
  }

  @Test("A thousands comma that could be a decimal comma is said to be a guess")
  func thousandsNote() throws {
    let note = try #require(try decision(["1,234"]).note)
    #expect(note.text.contains("‘1,234’ is taken as a thousands mark (a guess"))
    #expect(note.text.contains("--decimal-mark ','"))
    #expect(note.position.line == 2)
  }

  @Test("Plain evidence needs no note", arguments: [["1.5"], ["1,234.5"], ["12"], ["1.234"]])
  func noNote(cells: [String]) throws {
    #expect(try decision(cells).note == nil)
  }

  @Test("In a file with semicolons a number that can be read two ways is refused")
  func twoWays() throws {
    let text = "area;year;value\nWorld;1990;12\nWorld;1995;1.234\n"
    let error = try #require(throws: TidyingError.self) { try panel(text) }
    #expect(error.kind == .notANumber)
    expectProblem(
      error, "‘1.234’ may have a decimal mark or a thousands mark in it", line: 3, column: "value",
      remedy: "--decimal-mark ',' or --decimal-mark '.'")
  }

  @Test("What is told decides", arguments: [(",", 1234.0), (".", 1.234)])
  func told(mark: String, expected: Double) throws {
    let text = "area;year;value\nWorld;1990;12\nWorld;1995;1.234\n"
    let panel = try panel(text, reading: ReadingOptions(decimalMark: mark.utf8.first))
    #expect(panel.series[0][1995]?.value == expected)
  }

  @Test("A German file is read with its commas")
  func german() throws {
    let panel = try panel("Land;Jahr;Wert\nWorld;1990;1.234,5\nWorld;1995;0,125\n")
    #expect(panel.series[0].observations.map(\.value) == [1234.5, 0.125])
    #expect(panel.notes.map(\.text).contains { $0.contains("taken as the decimal mark") })
    #expect(panel.notes.first?.position == Position(file: "stock.csv", line: 2, column: "Wert"))
  }

  @Test("A decimal comma beside a decimal dot is refused, not read as a thousand times as much")
  func mixed() throws {
    let text = "area;year;value\nWorld;1990;1.5\nWorld;1995;0,125\n"
    let error = try #require(throws: TidyingError.self) { try panel(text) }
    #expect(error.kind == .notANumber)
    expectProblem(
      error, "‘0,125’ has a decimal comma, but ‘1.5’ has a decimal dot", line: 3, column: "value",
      remedy: "--decimal-mark ',' or --decimal-mark '.'")
  }

  @Test("Dots for a missing value say nothing of the decimal mark", arguments: ["..", "..."])
  func missingDots(word: String) throws {
    let (mark, note) = try decision([word, "12", "1.5"])
    #expect(mark == ".")
    #expect(note == nil)
    let panel = try panel("area,1990,1995\nWorld,1.5,\(word)\nCanada,\(word),12\n")
    #expect(panel.series.map(\.years) == [[1990], [1995]])
    #expect(panel.notes.isEmpty)
  }

  @Test(
    "Digits grouped by spaces do not hide a decimal comma", arguments: [" ", "\u{A0}", "\u{202F}"])
  func french(space: String) throws {
    let panel = try panel("pays;année;year;value\nWorld;x;1990;1\(space)234,5\n")
    #expect(panel.series[0][1990]?.value == 1234.5)
  }
}
