import Testing

@testable import MigrationStats

@Suite("What the bytes of a file are")
struct EncodingTests {
  private func error(_ bytes: [UInt8]) throws -> ReadingError {
    try #require(throws: ReadingError.self) { try table(bytes) }
  }

  @Test("An empty file says so")
  func empty() throws {
    let error = try error([])
    #expect(error.kind == .empty)
    expectProblem(error, "the file is empty", remedy: "Download it again, or check the path.")
  }

  @Test(
    "White space alone is nothing",
    arguments: [" ", "\n\n", " \r\n\t\r\n", "\u{FEFF}", "\u{FEFF}\n"])
  func whiteSpace(text: String) throws {
    let error = try error(Array(text.utf8))
    #expect(error.kind == .empty)
    expectProblem(
      error, "there is nothing in it but white space",
      remedy: "Download it again, or check the path.")
  }

  @Test(
    "Content of another kind is named, with what to do about it",
    arguments: [
      ("PK\u{3}\u{4}xl/workbook", "a ZIP archive or an Excel workbook (.xlsx)", "save the sheet"),
      ("%PDF-1.7", "a PDF", "Ask the publisher"),
      ("PAR1abc", "a Parquet file", "Export it as CSV"),
      ("SQLite format 3\u{0}", "an SQLite database", "Export the table"),
      ("<!DOCTYPE html><html><body>Log in</body>", "a web page (HTML)", "error or log-in page"),
      ("\n  <html lang=en>", "a web page (HTML)", "download the CSV again"),
      ("\u{FEFF}<html>", "a web page (HTML)", "download the CSV again"),
      ("<?xml version=\"1.0\"?><html>", "a web page (HTML)", "download the CSV again"),
      ("<?xml version=\"1.0\"?><data/>", "XML", "download the CSV again"),
      ("{\"value\": [1, 2]}", "JSON", "API for CSV"),
      (" { }", "JSON", "API for CSV"),
      ("[{\"value\": 1}]", "JSON", "API for CSV"),
      ("[ [1, 2] ]", "JSON", "API for CSV"),
      ("\u{FEFF}[\"a\"]", "JSON", "API for CSV"),
      ("[]", "JSON", "API for CSV"),
    ])
  func foreignText(text: String, name: String, remedy: String) throws {
    let error = try error(Array(text.utf8))
    #expect(error.kind == .notText)
    expectProblem(error, "this is \(name), not delimited text", remedy: remedy)
  }

  @Test(
    "Binary formats are told by their first bytes",
    arguments: [
      ([0x1F, 0x8B, 0x08, 0x00], "a gzip archive", "gunzip -c FILE"),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1], "an old Excel workbook (.xls)", "save the sheet as CSV"),
      ([0x89, 0x50, 0x4E, 0x47, 0x0D], "a PNG picture", "Ask the publisher"),
      ([0x7F, 0x45, 0x4C, 0x46, 0x02], "a program", "Pass the table itself."),
    ] as [([UInt8], String, String)])
  func binary(bytes: [UInt8], name: String, remedy: String) throws {
    let error = try error(bytes)
    #expect(error.kind == .notText)
    expectProblem(error, "this is \(name), not delimited text", remedy: remedy)
  }

  @Test("A bracket at the beginning alone makes no JSON", arguments: ["[area]", "{area}", "[1]"])
  func bracket(header: String) throws {
    let table = try table("\(header),year,value\nWorld,1990,5\n")
    #expect(table.header[0] == header)
  }

  @Test("A NUL byte is not text")
  func nul() throws {
    let error = try error(Array("area,year\nWorld,\u{0}\n".utf8))
    #expect(error.kind == .notText)
    expectProblem(
      error, "byte 17 of the file is NUL: this is not text", line: 2,
      remedy: "Save the table as CSV")
  }

  @Test(
    "UTF-16 is named, with or without a byte order mark", arguments: [true, false], [true, false])
  func utf16(isBigEndian: Bool, hasMark: Bool) throws {
    let text = (hasMark ? "\u{FEFF}" : "") + "area,year,value\nWorld,1990,5\n"
    let bytes = text.utf16.flatMap { unit in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return isBigEndian ? [high, low] : [low, high]
    }
    let error = try error(bytes)
    #expect(error.kind == .encoding)
    expectProblem(
      error, "this is UTF-16 text, which is not read yet",
      remedy: "iconv -f UTF-16 -t UTF-8 'stock.csv'")
  }

  @Test("Latin-1 is told by its first byte, with the line and the place in it")
  func latin1() throws {
    let bytes = Array("area,year,value\nWorld,1990,1\nC".utf8) + [0xF4] + Array("te,1990,2\n".utf8)
    let error = try error(bytes)
    #expect(error.kind == .encoding)
    expectProblem(
      error, "byte 2 of the line (0xF4) is not UTF-8", line: 3,
      remedy: "iconv -f WINDOWS-1252 -t UTF-8 'stock.csv'")
  }

  @Test("The line of a wrong byte is right where lines end in CR")
  func latin1AfterCarriageReturns() throws {
    let bytes = Array("area,year,value\rWorld,1990,1\rC".utf8) + [0xF4] + Array("te,1990,2\r".utf8)
    let error = try error(bytes)
    #expect(error.kind == .encoding)
    #expect(error.position.line == 3)
    #expect(error.summary == "byte 2 of the line (0xF4) is not UTF-8")
  }

  @Test(
    "Every way to break UTF-8 is found",
    arguments: [
      [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xE0, 0x9F, 0xBF],
      [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80],
      [0xF5, 0x80, 0x80, 0x80], [0xFF], [0xC3], [0xE2, 0x82], [0xF0, 0x9F, 0x98],
      [0xE2, 0x82, 0x41], [0xC3, 0xC3], [0xF0, 0x9F, 0x41, 0x80],
    ] as [[UInt8]])
  func broken(sequence: [UInt8]) throws {
    let error = try error(Array("area,year\nA".utf8) + sequence)
    #expect(error.kind == .encoding)
    let hex = String(sequence[0], radix: 16, uppercase: true)
    #expect(error.summary == "byte 2 of the line (0x\(hex)) is not UTF-8")
    #expect(error.position.line == 2)
  }

  @Test("The ends of every range of UTF-8 are text")
  func sound() throws {
    let name = "\u{80}\u{7FF}\u{800}\u{D7FF}\u{E000}\u{FFFD}\u{10000}\u{10FFFF}"
    let table = try table("area,year,value\n\(name),1990,1\n")
    #expect(table.text(0, 0) == name)
  }

  @Test("A byte order mark is noted and is no part of the first header")
  func byteOrderMark() throws {
    let marked = try table("\u{FEFF}area,year,value\nWorld,1990,5\n")
    #expect(marked.hasByteOrderMark)
    #expect(marked.header == ["area", "year", "value"])
    #expect(marked.header[0].unicodeScalars.count == 4)
    #expect(try !table("area,year,value\nWorld,1990,5\n").hasByteOrderMark)
  }

  @Test("A byte order mark before a quoted header")
  func quotedAfterMark() throws {
    let marked = try table("\u{FEFF}\"area\",year,value\nWorld,1990,5\n")
    #expect(marked.header == ["area", "year", "value"])
  }
}
