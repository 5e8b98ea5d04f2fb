import Testing

@testable import MigrationStats

/// A cell of a workbook that is a number by its type is that number, whatever its texts are.
@Suite("Numbers of workbooks")
struct WorkbookNumbersTests {
  /// Typed 1.234 and 56.125, and texts of which one can only have a decimal comma.
  private static let mixed = WorkbookBuilder([
    ["area", "year", "value"], ["France", "2000", "1.234"], ["Spain", "2000", "1 234,5"],
    ["Italy", "2000", "56.125"], ["Malta", "2000", "-5.5"], ["Greece", "2000", "1.234,5"],
  ])

  /// The text `1.234` beside the number 1.234.
  private static var alike: WorkbookBuilder {
    var book = WorkbookBuilder([
      ["area", "year", "value"], ["France", "2000", "1.234"], ["Spain", "2000", "2,5"],
      ["Italy", "2000"],
    ])
    book.sheets[0].data.removeLast("</row>".count)
    book.sheets[0].data += "<c r=\"C4\" t=\"inlineStr\"><is><t>1.234</t></is></c></row>"
    return book
  }

  private func read(
    _ book: WorkbookBuilder, _ options: ReadingOptions = ReadingOptions()
  ) throws -> Table {
    try table(book.bytes, name: "book.xlsx", options: options)
  }

  private func values(
    _ book: WorkbookBuilder, _ options: ReadingOptions = ReadingOptions()
  ) throws -> [Double?] {
    try read(book, options).tidied().series.map { $0.observations.first?.value }
  }

  private func sums(
    _ book: WorkbookBuilder, _ request: ColumnSums.Request,
    _ options: ReadingOptions = ReadingOptions()
  ) throws -> ColumnSums {
    try ColumnSums(.bytes(book.bytes, name: "book.xlsx"), request, options: options)
  }

  private static let comma = ReadingOptions(decimalMark: UInt8(ascii: ","))

  // MARK: Marks

  @Test("A decimal comma of the texts, guessed or told, leaves the numbers as they are")
  func texts() throws {
    let table = try read(Self.mixed)
    let panel = try table.tidied()
    let expected = [1.234, 1234.5, 56.125, -5.5, 1234.5]
    #expect(panel.series.map { $0.observations.first?.value } == expected)
    #expect(panel.series[0].observations[0].halfUnit == 0.0005)
    #expect(
      panel.notes.map(\.description) == [
        "book.xlsx:Data!3, column ‘value’: the comma is taken as the decimal mark, as in ‘1 234,5’ "
          + "(a guess)"
      ])
    #expect(try values(Self.mixed, Self.comma) == expected)
    var dots = ReadingOptions()
    dots.thousandsMark = .dot
    #expect(try values(Self.alike, dots) == [1.234, 2.5, 1234])
  }

  @Test("Numbers alone have no mark that could be told otherwise, nor one that is guessed")
  func numbersAlone() throws {
    let book = WorkbookBuilder([
      ["area", "1990", "2000"], ["France", "1.234", "5.678"], ["Spain", "5.5", "12"],
    ])
    for options in [ReadingOptions(), Self.comma] {
      let panel = try read(book, options).tidied()
      #expect(panel.series.map { $0.observations.map(\.value) } == [[1.234, 5.678], [5.5, 12]])
      #expect(panel.notes.isEmpty)
    }
  }

  @Test("A text that is written as a number beside it is read by the mark of the texts")
  func alike() throws {
    #expect(try values(Self.alike) == [1.234, 2.5, 1234])
    let columns = try Columns(read(Self.alike), named: ["value"])
    #expect((0..<3).map { columns["value"].number($0) } == [1.234, 2.5, 1234])
    var request = ColumnSums.Request(of: "value", by: ["year"])
    #expect(try sums(Self.alike, request).rows.map(\.value) == [1237.734])
    request = ColumnSums.Request(of: "value", by: ["area"])
    #expect(try sums(Self.mixed, request).rows.map(\.value).first == 1.234)
  }

  @Test("A number that is told to stand for a missing value is missing")
  func toldWords() throws {
    let book = WorkbookBuilder([
      ["area", "year", "value"], ["France", "2000", "-9.5"], ["Spain", "2000", "2,5"],
    ])
    let options = ReadingOptions(missingWords: ["-9.5"])
    #expect(try values(book, options).compactMap(\.self) == [2.5])
    #expect(try read(book, options).tidied().missingCount == 1)
    let request = ColumnSums.Request(of: "value", by: ["year"])
    let sums = try sums(book, request, options)
    #expect(sums.rows.map(\.value) == [2.5])
    #expect(sums.rows.map(\.missing) == [1])
    #expect(try Columns(read(book, options), named: ["value"])["value"].number(0) == nil)
  }

  @Test("A regression takes the numbers as they are, from a table and block by block")
  func regression() throws {
    let formula = try Formula("value ~ 1")
    let mean = (1.234 + 1234.5 + 56.125 - 5.5 + 1234.5) / 5
    let held = try Regression(formula, read(Self.mixed))
    #expect(abs(held.coefficients[0].estimate - mean) < 1e-9)
    let streamed = try Regression(
      formula, streaming: .bytes(Self.mixed.bytes, name: "book.xlsx"))
    #expect(abs(streamed.coefficients[0].estimate - mean) < 1e-9)
  }

  // MARK: Digits

  /// A book with a number as its XML has it, in some format.
  private func book(of number: String, format: String = "0") -> WorkbookBuilder {
    var book = WorkbookBuilder([["area", "year", "value"], ["World", "1990"]])
    book.sheets[0].data.removeLast("</row>".count)
    book.sheets[0].data += "<c r=\"C2\" s=\"1\"><v>\(number)</v></c></row>"
    book.cellFormats += "<xf numFmtId=\"\(format)\"/>"
    return book
  }

  @Test(
    "A whole number in plain digits stays those digits",
    arguments: [
      ("9007199254740993", "9007199254740993"), ("12345678901234567", "12345678901234567"),
      ("-9007199254740993", "-9007199254740993"),
      ("123456789012345678901", "123456789012345678901"), ("-5", "-5"), ("-0", "0"),
      ("1.2345678901234568E+16", "1.2345678901234568e+16"), ("5.0", "5"),
    ])
  func digits(number: String, text: String) throws {
    for format in ["0", "9"] {
      #expect(try read(book(of: number, format: format)).text(0, 2) == text)
    }
    let first = try read(book(of: number)).tidied().series[0].observations[0]
    #expect(first.exact == (text.count > 15 && !text.contains("e") ? Self.inexact(text) : nil))
  }

  /// The digits of a number that no double holds; nil for any other.
  private static func inexact(_ text: String) -> String? {
    guard let whole = Int64(text) else { return text }
    return Int64(exactly: Double(whole)) == whole ? nil : text
  }

  @Test("Codes of 17 digits stay apart")
  func codes() throws {
    let book = WorkbookBuilder([
      ["area", "year", "value", "Person code"], ["France", "2000", "5", "12345678901234567"],
      ["France", "2000", "6", "12345678901234569"],
    ])
    #expect(
      try read(book).cells.map { $0[3] } == ["12345678901234567", "12345678901234569"])
    #expect(
      try Columns(read(book), named: ["Person code"])["Person code"].kind == .wholeNumbers)
    #expect(try read(book).tidied().series.count == 2)
  }
}
