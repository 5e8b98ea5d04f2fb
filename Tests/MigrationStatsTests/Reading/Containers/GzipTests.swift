import Testing

@testable import MigrationStats

@Suite("Gzip files")
struct GzipTests {
  private let text = "area,year,value\nWorld,1990,5\nWorld,1991,6\n"

  private func error(_ bytes: [UInt8]) throws -> ReadingError {
    try #require(throws: ReadingError.self) { try table(bytes, name: "stock.csv.gz") }
  }

  @Test("A gzip file is its text, with the text's own lines")
  func read() throws {
    let table = try table(gzipped(text), name: "stock.csv.gz")
    #expect(table.cells == [["World", "1990", "5"], ["World", "1991", "6"]])
    #expect(table.position(1, 2).description == "stock.csv.gz:3, column ‘value’")
    #expect(
      table.origin.steps
        == [Origin.Step(container: "gzip file", chosen: nil, reason: "", others: [])])
    #expect(table.origin.encoding == .utf8)
  }

  @Test("Several members are one text, and zeros behind it nothing")
  func members() throws {
    let bytes = gzipped("area,year,value\nWorld,19") + gzipped("90,5\n") + [0, 0, 0]
    #expect(try table(bytes).cells == [["World", "1990", "5"]])
  }

  @Test("A gzip file cut off anywhere is refused")
  func cutOff() throws {
    let bytes = gzipped(text)
    for count in 2..<bytes.count {
      let error = try error(Array(bytes[..<count]))
      #expect(error.kind == .unpacking)
      #expect(error.summary == "the gzip file ends before its content does", "\(count)")
      #expect(error.remedy?.contains("download it again") == true)
    }
  }

  @Test("A wrong sum is seen")
  func damaged() throws {
    var bytes = gzipped(text)
    bytes[bytes.count - 6] ^= 0x10
    let error = try error(bytes)
    #expect(error.kind == .unpacking)
    expectProblem(
      error, "the gzip file is damaged: incorrect data check", file: "stock.csv.gz",
      remedy: "Download it again.")
  }

  @Test("What follows a gzip file is not passed over")
  func trailing() throws {
    let error = try error(gzipped(text) + Array("more".utf8))
    #expect(error.summary == "the gzip file is damaged: something else follows its content")
  }

  @Test("What unpacks to too much is refused by its ratio and by its size")
  func bomb() throws {
    let bytes = deflated([UInt8](repeating: 0x41, count: 4 << 20))
    let place = Position(file: "bomb.gz")
    let small = UnpackingBound(bytes: 8 << 20, ratio: 200, harmless: 1 << 20)
    let ratio = try #require(throws: ReadingError.self) {
      try Gzip.unpacked(bytes, at: place, within: small)
    }
    #expect(ratio.kind == .unpacking)
    #expect(ratio.summary.contains("unpack to more than 1.0 MiB"))
    #expect(ratio.summary.contains("at most 200 bytes are unpacked of one"))
    #expect(ratio.remedy?.contains("made to fill the memory") == true)
    let size = try #require(throws: ReadingError.self) {
      try Gzip.unpacked(
        bytes, at: place, within: UnpackingBound(bytes: 2 << 20, ratio: 5000, harmless: 1 << 20))
    }
    #expect(size.summary.hasSuffix("unpack to more than 2.0 MiB; at most 2.0 MiB are unpacked"))
    #expect(
      try Gzip.unpacked(bytes, at: place, within: UnpackingBound()).count == 4 << 20)
  }

  @Test("A tape archive within is named")
  func tar() throws {
    var header = [UInt8](repeating: 0, count: 512)
    header.replaceSubrange(257..<262, with: Array("ustar".utf8))
    let error = try error(deflated(header))
    #expect(error.kind == .notText)
    #expect(error.summary.hasPrefix("this is a tar archive"))
  }

  @Test("What is packed over and over is not followed for ever")
  func nested() throws {
    var bytes = gzipped(text)
    for _ in 0..<2 { bytes = deflated(bytes) }
    #expect(try table(bytes).rowCount == 2)
    let error = try error(deflated(bytes))
    #expect(error.summary == "it is packed more than 3 times over")
  }
}
