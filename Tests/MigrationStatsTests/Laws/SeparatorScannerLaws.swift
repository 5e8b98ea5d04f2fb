import Testing

@testable import MigrationStats

@Suite("Laws of the scanner of separators")
struct SeparatorScannerLaws {
  /// The cells of a text as the scanner parts them; nil where it leaves it to the parser.
  private func cells(_ text: [UInt8], _ dialect: Dialect) throws -> [[String]]? {
    // The last line need not have a line break; the reader of parts gives it one.
    let ending = text.last == 10 || text.last == 13 || text.isEmpty ? [] : [UInt8(ascii: "\n")]
    let bytes = text + ending
    let padded = bytes + [UInt8](repeating: UInt8(ascii: "\""), count: 64)
    var separators = [UInt32](repeating: 0, count: bytes.count + 16)
    let finding = try padded.withUnsafeBytes { buffer in
      try separators.withUnsafeMutableBufferPointer { places in
        try SeparatorScanner(dialect).scan(
          try #require(buffer.baseAddress), from: 0, to: bytes.count,
          limit: max(0, bytes.count - 1),
          hasReturns: true, separators: try #require(places.baseAddress))
      }
    }
    guard !finding.isOdd, !finding.isOpen else { return nil }
    var (records, record, start) = ([[String]](), [String](), 0)
    for place in separators.prefix(finding.count).map(Int.init) {
      var cell = Array(bytes[start..<place])
      if cell.first == dialect.quote {
        let inner = String(decoding: cell.dropFirst().dropLast(), as: UTF8.self)
        let plain = inner.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        cell = Array(plain.replacing("\"\"", with: "\"").utf8)
      }
      record.append(String(decoding: cell, as: UTF8.self))
      start = place + 1
      guard bytes[place] != dialect.delimiter else { continue }
      if bytes[place] == 13, start < bytes.count, bytes[start] == 10 { start += 1 }
      records.append(record)
      record = []
    }
    return records
  }

  @Test(
    "The scanner parts a text as the parser does, or leaves it to it", arguments: [",", ";", "\t"])
  func parser(delimiter: String) throws {
    let byte = try #require(delimiter.utf8.first)
    let dialect = Dialect(delimiter: byte)
    var random = RepeatableGenerator(seed: 20_261_126)
    let pieces = [
      "a", "bc", delimiter, delimiter, "\"", "\n", "\r\n", "\r", " ", "é", "\"\"", "12",
    ]
    let whole = [
      "\"a\"", "\"b\(delimiter)\"", "\"\n\"", "\"x\"\"y\"", "z", delimiter, delimiter, "\n", "\r\n",
    ]
    var parted = 0
    for round in 0..<4000 {
      let text = random.text(of: round % 2 == 0 ? pieces : whole, upTo: round % 7 == 0 ? 200 : 12)
      var parser = CSVParser(dialect: dialect)
      parser.consume(Array(text.utf8)[...])
      let records = parser.finished()
      guard let cells = try cells(Array(text.utf8), dialect) else {
        // Only quotes that stand within cells, or are wrong, are left to the parser.
        #expect(text.contains("\""))
        continue
      }
      #expect(parser.fault == nil, "\(text.debugDescription)")
      #expect(cells == records.cells, "\(text.debugDescription)")
      parted += 1
    }
    #expect(parted > 1500)
  }

  @Test("Without carriage returns the quicker scan finds the same; it stops behind the limit")
  func limits() throws {
    var random = RepeatableGenerator(seed: 7)
    let scanner = SeparatorScanner(Dialect())
    for _ in 0..<500 {
      let text =
        random.text(of: ["a", ",", "\"b,\n\"", "\n", "long cell of words"], upTo: 60) + "\n"
      let bytes = Array(text.utf8)
      let padded = bytes + [UInt8](repeating: UInt8(ascii: "\n"), count: 64)
      var found: [[UInt32]] = []
      let limit = Int.random(in: 0..<bytes.count, using: &random)
      var ends: [Int?] = []
      for hasReturns in [false, true] {
        var places = [UInt32](repeating: 0, count: bytes.count + 16)
        let finding = try padded.withUnsafeBytes { buffer in
          try places.withUnsafeMutableBufferPointer { places in
            try scanner.scan(
              try #require(buffer.baseAddress), from: 0, to: bytes.count, limit: limit,
              hasReturns: hasReturns, separators: try #require(places.baseAddress))
          }
        }
        guard !finding.isOdd else { continue }
        found.append(Array(places.prefix(finding.count)))
        ends.append(finding.end)
      }
      #expect(found.first == found.last)
      if let end = ends.first ?? nil {
        #expect(end > limit)
        #expect(bytes[end - 1] == UInt8(ascii: "\n"))
        #expect(found.first?.last.map(Int.init) == end - 1)
      }
    }
  }
}
