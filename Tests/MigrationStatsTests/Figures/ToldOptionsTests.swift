import Foundation
import Testing

@testable import MigrationStats

@Suite("What the reader of a file was told, kept with a figure")
struct ToldOptionsTests {
  @Test("Nothing told is nothing kept")
  func nothing() {
    #expect(ToldOptions(ReadingOptions(), TidyingOptions()) == nil)
  }

  @Test("Every option is kept by its name and read again")
  func every() throws {
    var reading = ReadingOptions(
      delimiter: UInt8(ascii: "\t"), decimalMark: UInt8(ascii: ","), missingWords: ["-999", "x"],
      encoding: .windows1252, sheet: "Table 2", member: "data.csv")
    reading.suppressedWords = ["s"]
    reading.nilWords = ["-"]
    (reading.letters, reading.brackets) = (.notes, .negative)
    (reading.quote, reading.escape, reading.comment) = (.mark(39), DialectMark.none, .mark(35))
    reading.thousandsMark = .space
    var tidying = TidyingOptions(
      layout: .matrix, areaColumn: "a", yearColumn: "b", valueColumns: ["c", "d"],
      keyColumns: ["e"], quantity: Quantity("q"), unit: Unit("US$ million"))
    (tidying.year, tidying.rows, tidying.isScaled) = (2018, .sending, true)
    let told = try #require(ToldOptions(reading, tidying))
    let again = try ToldOptions(kept: told.words).told()
    #expect(again.reading == reading)
    #expect(again.tidying == tidying)
    #expect(told.words.count == 24)
    #expect(told.text.contains("--unit 'US$ million'"))
    #expect(told.text.contains("--value-column c --value-column d"))
  }

  @Test("A figure of a sheet that was told is made again from that sheet")
  func lock() throws {
    var book = WorkbookBuilder()
    book.add("Table 1", [["Area", "1990", "1995"], ["Canada", "5", "6"]])
    book.add("Table 2", [["Area", "1990", "1995"], ["Canada", "50", "60"]])
    try withTemporaryFolder { folder in
      let path = "\(folder)/book.xlsx"
      try Data(book.bytes).write(to: URL(fileURLWithPath: path))
      var holdings = Holdings()
      var lock = FigureLock()
      let request = FigureRequest(path, area: "Canada", of: .level, years: 1995...1995)
      let first = try Holdings.figure(of: request, ReadingOptions())
      let second = try Holdings.figure(of: request, ReadingOptions(sheet: "Table 2"))
      #expect((first.value, second.value) == (6, 60))
      #expect(first.recipe.data.told == nil)
      #expect(second.recipe.data.told == ["sheet": ["Table 2"]])
      #expect(first.id != second.id)
      #expect(second.provenance.transforms == ["read with --sheet 'Table 2'"])
      for figure in [first, second] { lock.add(figure) }
      let kept = try FigureLock(Array(lock.text.utf8), name: "figures.lock.json")
      let movements = kept.movements(in: &holdings)
      #expect(movements.map(\.reason) == [.unchanged, .unchanged])
      #expect(Set(movements.compactMap(\.figure?.value)) == [6, 60])
    }
  }

  @Test(
    "What is not known is refused",
    arguments: [
      ["shet": ["1"]], ["rows": ["up"]], ["year": ["x"]], ["sheet": ["a", "b"]], ["unit": []],
    ])
  func unknown(words: [String: [String]]) {
    let error = #expect(throws: FigureError.self) { try ToldOptions(kept: words) }
    #expect(error?.kind == .malformed)
    #expect(error?.summary.contains("is not known as an option of reading") == true)
  }
}

extension Holdings {
  /// A figure of a file that is read with some options.
  fileprivate static func figure(
    of request: FigureRequest, _ reading: ReadingOptions
  ) throws -> Figure {
    var holdings = Holdings()
    try holdings.file(.file(request.data), reading: reading)
    return try holdings.figure(request)
  }
}
