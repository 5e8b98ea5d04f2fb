import Testing

@testable import MigrationStats

@Suite("Records exactly as parsed")
struct RecordStreamTests {
  private func lines(
    _ text: String, size: Int = 1 << 18, options: ReadingOptions = ReadingOptions()
  ) throws -> (lines: [String], tally: RecordStream.Tally) {
    var bytes: [UInt8] = []
    let stream = RecordStream(
      .bytes(Array(text.utf8), name: "stock.csv"), options: options, size: size)
    let tally = try stream.forEach { bytes += $0.jsonLines }
    let text = String(decoding: bytes, as: UTF8.self)
    return (text.split(separator: "\n").map(String.init), tally)
  }

  @Test("Every record is an array of strings as they stand, short, long and blank ones too")
  func records() throws {
    let (lines, tally) = try lines(
      "Title\n\n area ,\"ye\"\"ar\",value\nWorld, 007,1e3,,\n\"a\nb\",\\,\t\n")
    #expect(
      lines == [
        #"["Title"]"#, #"[""]"#, #"[" area ","ye\"ar","value"]"#, #"["World"," 007","1e3","",""]"#,
        #"["a\nb","\\","\t"]"#,
      ])
    #expect(tally.read == 5)
    #expect(tally.given == [1: 2, 3: 2, 5: 1])
    #expect(tally.blank == 1)
    #expect(
      tally.description
        == "5 records read, 5 written (2 of 1 cell, 2 of 3 cells, 1 of 5 cells, 1 of these blank); "
        + "none set aside")
  }

  @Test("Lines of comment and the separator line are left out and counted")
  func setAside() throws {
    let (lines, tally) = try lines("sep=;\n# note\narea;value\nWorld;5\n")
    #expect(lines == [#"["area","value"]"#, #"["World","5"]"#])
    #expect(tally.read == 4)
    #expect(tally.comments == 1)
    #expect(tally.hasSeparatorLine)
    #expect(tally.description.hasSuffix("set aside: the separator line, a line of comment"))
  }

  @Test("Blocks of any size give the same records", arguments: [40, 64, 100, 1000])
  func blocks(size: Int) throws {
    var text = "area,year,value\n"
    for row in 0..<60 { text += "\"Area, \(row)\nof it\",1990,\(row)\n" }
    let whole = try lines(text)
    let parts = try lines(text, size: size)
    #expect(parts.lines == whole.lines)
    #expect(parts.lines.count == 61)
    #expect(parts.tally.given == whole.tally.given)
  }

  @Test("A byte of Windows-1252 far behind ASCII makes the whole text Windows-1252, as for a table")
  func lateByte() throws {
    let head = String(repeating: "France,1990,5\n", count: 40)
    let bytes = Array("area,year,value\n\(head)C".utf8) + [0xF4] + Array("te,1990,5\n".utf8)
    let source = Source.bytes(bytes, name: "stock.csv")
    var lines: [UInt8] = []
    let tally = try RecordStream(source, options: ReadingOptions(), size: 64).forEach {
      lines += $0.jsonLines
    }
    #expect(String(decoding: lines, as: UTF8.self).hasSuffix("[\"Côte\",\"1990\",\"5\"]\n"))
    #expect(tally.notes == (try Table(source)).notes)
    #expect(tally.notes.first?.text.contains("read as Windows-1252 (a guess)") == true)
  }

  @Test("A byte that breaks UTF-8 is an error where another character is UTF-8")
  func lateFault() throws {
    let head = String(repeating: "France,1990,5\n", count: 40)
    let bytes = Array("area,year,value\n\(head)Türkei\n\(head)C".utf8) + [0xF4, 0x74]
    let error = try #require(throws: ReadingError.self) {
      _ = try RecordStream(
        .bytes(bytes, name: "stock.csv"), options: ReadingOptions(), size: 64
      ).forEach { _ in }
    }
    #expect(error.kind == .encoding)
    #expect(error.position.line == 83)
    #expect(error.remedy?.hasPrefix("The rest is UTF-8") == true)
  }

  @Test("Line breaks within cells are LF, and those that were not are counted")
  func foldedLineBreaks() throws {
    let (lines, tally) = try lines("a,b\r\n\"x\r\ny\",\"z\rw\"\r\n\"u\nv\",1\r\n")
    #expect(lines == [#"["a","b"]"#, #"["x\ny","z\nw"]"#, #"["u\nv","1"]"#])
    #expect(tally.foldedLineBreaks == 2)
    #expect(
      tally.description.hasSuffix(
        "; 2 line breaks within cells, CRLF or CR in the file, given as LF"))
  }

  @Test("A fault comes with its line, after the records before it")
  func fault() throws {
    var seen = 0
    let stream = RecordStream(
      .bytes(Array("a,b\nc,d\n\"e,f\ng,h\n".utf8), name: "stock.csv"))
    let error = try #require(throws: ReadingError.self) {
      _ = try stream.forEach { seen += $0.count }
    }
    #expect(error.kind == .quoting)
    #expect(error.position.line == 3)
    #expect(seen == 2)
  }
}
