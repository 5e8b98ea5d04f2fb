import Testing

@testable import MigrationStats

/// What the scanner finds in a text, and the places of separators.
private func scanned(
  _ bytes: [UInt8], _ dialect: Dialect, limit: Int, hasReturns: Bool,
  processor: Processor = .atHand
) -> (finding: SeparatorScanner.Finding, places: [Int]) {
  // What stands behind the text is not part of it.
  let padded = bytes + Array(repeatElement([UInt8(ascii: "\""), 10], count: 32).joined())
  var separators = [UInt32](repeating: 0, count: bytes.count + 16)
  var finding = SeparatorScanner.Finding()
  padded.withUnsafeBytes { buffer in
    separators.withUnsafeMutableBufferPointer { places in
      guard let text = buffer.baseAddress, let room = places.baseAddress else { return }
      finding = SeparatorScanner(dialect, processor: processor).scan(
        text, from: 0, to: bytes.count, limit: limit, hasReturns: hasReturns, separators: room)
    }
  }
  return (finding, separators.prefix(finding.count).map(Int.init))
}

@Suite("Laws of the scanner of separators")
struct SeparatorScannerLaws {
  /// The cells of a text as the scanner parts them; nil where it leaves it to the parser.
  private func cells(_ text: [UInt8], _ dialect: Dialect) -> [[String]]? {
    // The last line need not have a line break; the reader of parts gives it one.
    let ending = text.last == 10 || text.last == 13 || text.isEmpty ? [] : [UInt8(ascii: "\n")]
    let bytes = text + ending
    let (finding, places) = scanned(
      bytes, dialect, limit: max(0, bytes.count - 1), hasReturns: true)
    guard !finding.isOdd, !finding.isOpen else { return nil }
    var (records, record, start) = ([[String]](), [String](), 0)
    for place in places {
      var cell = Array(bytes[start..<place])
      if cell.first == dialect.quote { cell = unquoted(cell, dialect) }
      record.append(String(decoding: cell, as: UTF8.self))
      start = place + 1
      guard bytes[place] != dialect.delimiter else { continue }
      if bytes[place] == 13, start < bytes.count, bytes[start] == 10 { start += 1 }
      records.append(record)
      record = []
    }
    return records
  }

  /// A cell without its quotes, those within no longer doubled, its line breaks LF.
  private func unquoted(_ cell: [UInt8], _ dialect: Dialect) -> [UInt8] {
    var (plain, rest) = ([UInt8](), cell.dropFirst().dropLast())
    while let byte = rest.popFirst() {
      if byte == dialect.quote { rest.removeFirst() }
      if byte == 13, rest.first == 10 { rest.removeFirst() }
      plain.append(byte == 13 ? 10 : byte)
    }
    return plain
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
      guard let cells = cells(Array(text.utf8), dialect) else {
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
    for _ in 0..<500 {
      let text =
        random.text(of: ["a", ",", "\"b,\n\"", "\n", "long cell of words"], upTo: 60) + "\n"
      let bytes = Array(text.utf8)
      let limit = Int.random(in: 0..<bytes.count, using: &random)
      var (found, ends) = ([[Int]](), [Int?]())
      for hasReturns in [false, true] {
        let (finding, places) = scanned(bytes, Dialect(), limit: limit, hasReturns: hasReturns)
        guard !finding.isOdd else { continue }
        found.append(places)
        ends.append(finding.end)
      }
      #expect(found.first == found.last)
      if let end = ends.first ?? nil {
        #expect(end > limit)
        #expect(bytes[end - 1] == UInt8(ascii: "\n"))
        #expect(found.first?.last == end - 1)
      }
    }
  }

  @Test("On every generation of processors the same is found, in texts of any bytes")
  func processors() {
    var random = RepeatableGenerator(seed: 11)
    let oldest = Processor.all[0]
    let pieces = [
      "a", ",", ",", "\"", "\n", "\r\n", "\r", "\0", "é", "\"b,\n\"", ",,,,,,,,,,,,,,,,,,,,",
      "long cell",
    ]
    for round in 0..<3000 {
      // Most texts have little of what is rare.
      let text = random.text(of: round % 3 == 0 ? pieces : Array(pieces.prefix(5)), upTo: 120)
      let bytes = Array(text.utf8)
      let limit = Int.random(in: 0...bytes.count, using: &random)
      for hasReturns in [false, true] {
        let plain = scanned(
          bytes, Dialect(), limit: limit, hasReturns: hasReturns, processor: oldest)
        for processor in Processor.all.dropFirst() {
          let found = scanned(
            bytes, Dialect(), limit: limit, hasReturns: hasReturns, processor: processor)
          #expect(found.finding == plain.finding, "\(processor): \(text.debugDescription)")
          #expect(found.places == plain.places, "\(processor): \(text.debugDescription)")
        }
      }
    }
  }

  @Test("The kinds of bytes are those of the text up to the end of its last record")
  func bytes() {
    var random = RepeatableGenerator(seed: 13)
    var ended = 0
    for round in 0..<2000 {
      let text = random.text(
        of: ["a", ",", "\n", "\"\n\"", "words"] + [[], ["\r\n"], ["\r"], ["é"], ["\0"]][round % 5],
        upTo: 150)
      let bytes = Array(text.utf8)
      let limit = Int.random(in: 0...bytes.count, using: &random)
      for hasReturns in [false, true] {
        let finding = scanned(bytes, Dialect(), limit: limit, hasReturns: hasReturns).finding
        let part = bytes[..<(finding.end ?? bytes.count)]
        let breaks = part.indices.count { index in
          hasReturns && part[index] == 13
            || part[index] == 10 && !(hasReturns && index > 0 && part[index - 1] == 13)
        }
        #expect(finding.lineBreaks == breaks, "\(text.debugDescription)")
        #expect(finding.hasReturns == part.contains(13), "\(text.debugDescription)")
        #expect(finding.hasNul == part.contains(0), "\(text.debugDescription)")
        #expect(finding.isForeign == part.contains { $0 >= 0x80 }, "\(text.debugDescription)")
        if finding.end != nil { ended += 1 }
      }
    }
    #expect(ended > 1000)
  }
}
