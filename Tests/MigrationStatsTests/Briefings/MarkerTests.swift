import Testing

@testable import MigrationStats

@Suite("Markers in a text")
struct MarkerTests {
  @Test("are found with their bytes")
  func found() throws {
    let bytes = Array("É: <!--stat:0123456789ab-->99.8 million<!--/stat--> in 1980.".utf8)
    let markers = try Marker.all(in: bytes, name: "a.md")
    #expect(markers.count == 1)
    #expect(markers[0].id == "stat:0123456789ab")
    #expect(String(decoding: bytes[markers[0].content], as: UTF8.self) == "99.8 million")
    let edited = Marker.replacing([(markers[0], "100 million")], in: bytes)
    #expect(
      String(decoding: edited, as: UTF8.self)
        == "É: <!--stat:0123456789ab-->100 million<!--/stat--> in 1980.")
  }

  @Test(
    "that are broken are errors with a place",
    arguments: [
      ("a\n <!--stat:0123456789ab-->1", "is not closed", 2, "2"),
      ("<!--/stat-->", "did not begin", 1, "1"),
      ("<!--stat:0123-->1<!--/stat-->", "no identity", 1, "1"),
      ("<!--stat:0123456789ab--><!--stat:0123456789ab-->", "before the next", 1, "1"),
    ])
  func broken(text: String, summary: String, line: Int, column: String) throws {
    let error = try #require(throws: FigureError.self) {
      try Marker.all(in: Array(text.utf8), name: "a.md")
    }
    #expect(error.summary.contains(summary))
    #expect(error.position.line == line)
    #expect(error.position.column == column)
    #expect(error.remedy != nil)
  }

  @Test("and random bytes never trap, here or in the check")
  func random() throws {
    var generator = RepeatableGenerator(seed: 5)
    let pieces = [
      "<!--", "-->", "stat:", "/stat", "0123456789ab", "é", "\n", "1990", "–", " million", "%", "`",
      "[", "](",
      "one in ", " per cent", "Canada", " migrants ", "2,", ".", "½", "\u{2009}", "x", "- ", "#",
      "in ",
    ]
    let checker = try ClaimCorpusTests.checker.get()
    for _ in 0..<400 {
      var bytes: [UInt8] = []
      for _ in 0..<40 {
        if Int.random(in: 0..<6, using: &generator) == 0 {
          bytes.append(UInt8.random(in: 0...255, using: &generator))
        } else {
          bytes += pieces.randomElement(using: &generator).map { Array($0.utf8) } ?? []
        }
      }
      _ = try? Marker.all(in: bytes, name: "random")
      for finding in checker.findings(bytes) {
        #expect(finding.start <= finding.end && finding.end <= bytes.count)
      }
    }
  }
}
