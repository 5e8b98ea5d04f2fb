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
    expectProblem(error, "this is \(name), not delimited text or a workbook", remedy: remedy)
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

  // MARK: UTF-16

  private func utf16(_ text: String, isBigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return isBigEndian ? [high, low] : [low, high]
    }
  }

  @Test(
    "UTF-16 is read, with or without a byte order mark", arguments: [true, false], [true, false])
  func utf16(isBigEndian: Bool, hasMark: Bool) throws {
    let text = (hasMark ? "\u{FEFF}" : "") + "area,year,value\nCôte d’Ivoire,1990,5\n😀,1991,6\n"
    let table = try table(utf16(text, isBigEndian: isBigEndian))
    #expect(table.origin.encoding == (isBigEndian ? .utf16BigEndian : .utf16LittleEndian))
    #expect(table.hasByteOrderMark == hasMark)
    #expect(
      table.origin.encodingReason
        == (hasMark ? "told by its byte order mark" : "every second byte is NUL"))
    #expect(table.cells == [["Côte d’Ivoire", "1990", "5"], ["😀", "1991", "6"]])
    #expect(table.notes.isEmpty)
  }

  @Test("UTF-16 with a few letters beyond Latin in its head is told as well")
  func utf16MostlyLatin() throws {
    let table = try table(utf16("area,year,value\n中国,1990,5\n", isBigEndian: false))
    #expect(table.text(0, 0) == "中国")
  }

  @Test("UTF-16 that is cut off or damaged says where")
  func utf16Broken() throws {
    let text = "area,year,value\nWorld,1990,5\n"
    let cut = try error(utf16(text, isBigEndian: false) + [0x41])
    #expect(cut.kind == .encoding)
    expectProblem(
      cut,
      "character 1 of the line: the text ends in the middle of a character in UTF-16 (little-endian)",
      line: 3, remedy: "download it again")
    let alone = try error(utf16(text + "Wor", isBigEndian: true) + [0xD8, 0x00, 0x00, 0x41])
    expectProblem(
      alone, "character 4 of the line: a surrogate stands alone in UTF-16 (big-endian)", line: 3,
      remedy: "download it again")
    let nul = try error([0xFF, 0xFE] + utf16("area\u{0}", isBigEndian: false))
    expectProblem(
      nul, "character 5 of the line: a character is NUL in UTF-16 (little-endian)", line: 1,
      remedy: "download it again")
  }

  @Test("UTF-32 is named")
  func utf32() throws {
    let error = try error([0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0])
    #expect(error.kind == .encoding)
    expectProblem(error, "this is UTF-32 text, which is not read", remedy: "iconv -f UTF-32")
  }

  @Test("A web page in UTF-16 is a web page")
  func utf16Page() throws {
    let error = try error(utf16("\u{FEFF}<html><body>Log in</body></html>", isBigEndian: false))
    #expect(error.kind == .notText)
  }

  // MARK: Windows-1252

  @Test("What breaks UTF-8 and has none of its sequences is Windows-1252, with a note")
  func windows1252() throws {
    var bytes = Array("area,year,value\nWorld,1990,1\nC".utf8) + [0xF4]
    bytes += Array("te,1990,2\nS".utf8) + [0xE3] + Array("o Tom".utf8) + [0xE9]
    bytes += Array(",1990,3\nPrice in ".utf8) + [0x80] + Array(",1990,4\n".utf8)
    let table = try table(bytes)
    #expect(table.cells.map { $0[0] } == ["World", "Côte", "São Tomé", "Price in €"])
    #expect(table.origin.encoding == .windows1252)
    #expect(table.origin.encodingReason == "a guess")
    #expect(
      table.notes == [
        Note(
          "the text is not UTF-8 and is read as Windows-1252 (a guess), as in ‘Côte’; if that is "
            + "wrong, tell another by --encoding", at: Position(file: "stock.csv", line: 3))
      ])
    #expect(try table.tidied().notes.contains(table.notes[0]))
  }

  @Test("The line of the first letter is right where lines end in CR")
  func windows1252AfterCarriageReturns() throws {
    let bytes = Array("area,year,value\rWorld,1990,1\rC".utf8) + [0xF4] + Array("te,1990,2\r".utf8)
    #expect(try table(bytes).notes.map(\.position.line) == [3])
  }

  @Test("No-break spaces of Windows-1252 group thousands")
  func noBreakSpaces() throws {
    let bytes = Array("area,year,value\nWorld,1990,153".utf8) + [0xA0] + Array("011\n".utf8)
    let series = try table(bytes).tidied().series
    #expect(series[0].observations.map(\.value) == [153_011])
  }

  @Test("A byte that Windows-1252 does not have points to code page 850")
  func undefined() throws {
    let error = try error(Array("area,year,value\nW".utf8) + [0x81] + Array("rde,1990,5\n".utf8))
    #expect(error.kind == .encoding)
    expectProblem(
      error, "byte 2 of the line (0x81) is neither UTF-8 nor Windows-1252", line: 2,
      remedy: "--encoding cp850")
  }

  @Test("One bad byte in otherwise good UTF-8 is an error with its place, not another guess")
  func oneBadByte() throws {
    let bytes =
      Array("area,year,value\nCôte d’Ivoire,1990,1\nC".utf8) + [0xF4] + Array("te,1990,2\n".utf8)
    let error = try error(bytes)
    #expect(error.kind == .encoding)
    expectProblem(
      error, "byte 2 of the line (0xF4) is not UTF-8", line: 3, remedy: "mend the character")
    let marked = try self.error(
      [0xEF, 0xBB, 0xBF] + Array("area,year\nC".utf8) + [0xF4] + Array("te,1990\n".utf8))
    expectProblem(
      marked, "byte 2 of the line (0xF4) is not UTF-8", line: 2, remedy: "mend the character")
  }

  @Test(
    "A broken sequence of UTF-8 is an error",
    arguments: [
      [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xE0, 0x9F, 0xBF],
      [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80],
      [0xC3], [0xE2, 0x82], [0xF0, 0x9F, 0x98], [0xE2, 0x82, 0x41], [0xFF, 0x80],
    ] as [[UInt8]])
  func broken(sequence: [UInt8]) throws {
    let error = try error(Array("area,year\nA".utf8) + sequence)
    #expect(error.kind == .encoding)
    let hex = String(sequence[0], radix: 16, uppercase: true)
    #expect(error.summary == "byte 2 of the line (0x\(hex)) is not UTF-8")
    #expect(error.position.line == 2)
  }

  // MARK: Told

  @Test("Code page 850 is read when told")
  func codePage850() throws {
    let bytes =
      Array("area,year,value\nC".utf8) + [0x93] + Array("te d'Ivoire,1990,1\nCura".utf8) + [0x87]
      + Array("ao,1990,2\n".utf8)
    let table = try table(bytes, options: ReadingOptions(encoding: .codePage850))
    #expect(table.cells.map { $0[0] } == ["Côte d'Ivoire", "Curaçao"])
    #expect(table.origin.encoding == .codePage850)
    #expect(table.origin.encodingReason == "told")
    #expect(table.notes.isEmpty)
  }

  @Test("Windows-1252 told of a text in UTF-8 is obeyed, and said to be doubtful")
  func toldAgainstUTF8() throws {
    let table = try table(
      Array("area,year,value\nCôte,1990,1\n".utf8),
      options: ReadingOptions(encoding: .windows1252))
    #expect(table.text(0, 0) == "CÃ´te")
    #expect(table.notes.count == 1)
    #expect(table.notes[0].text.contains("well-formed UTF-8 too"))
  }

  @Test("UTF-8 told is held to it")
  func toldUTF8() throws {
    let bytes = Array("area,year,value\nC".utf8) + [0xF4] + Array("te,1990,2\n".utf8)
    let error = try #require(throws: ReadingError.self) {
      try table(bytes, options: ReadingOptions(encoding: .utf8))
    }
    #expect(error.summary == "byte 2 of the line (0xF4) is not UTF-8")
  }

  @Test("A byte order mark says more than what is told")
  func toldAgainstMark() throws {
    let error = try #require(throws: ReadingError.self) {
      try table(
        "\u{FEFF}area,year,value\nWorld,1990,5\n",
        options: ReadingOptions(encoding: .windows1252))
    }
    #expect(error.kind == .encoding)
    expectProblem(
      error, "the file begins with the byte order mark of UTF-8, not Windows-1252",
      remedy: "Leave out --encoding")
  }

  @Test("UTF-16 told needs no NUL to be seen")
  func toldUTF16() throws {
    let table = try table(
      utf16("国,年,数\n中国,1990,5\n", isBigEndian: true),
      options: ReadingOptions(encoding: .utf16BigEndian))
    #expect(table.header == ["国", "年", "数"])
  }

  @Test(
    "Encodings are known by their other names",
    arguments: [
      ("LATIN1", TextEncoding.windows1252), ("iso-8859-1", .windows1252), ("850", .codePage850),
      ("UTF8", .utf8), ("utf-16le", .utf16LittleEndian),
    ])
  func names(name: String, encoding: TextEncoding) {
    #expect(TextEncoding(named: name) == encoding)
    #expect(TextEncoding(named: "koi8-r") == nil)
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
