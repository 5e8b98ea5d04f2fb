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
