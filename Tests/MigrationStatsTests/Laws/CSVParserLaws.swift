import Testing

@testable import MigrationStats

@Suite("Laws of the parser")
struct CSVParserLaws {
  private struct Case {
    let cells: [[String]]
    let text: String
    let beginnings: [Int]
  }

  private static let lineBreaks = ["\n", "\r\n", "\r"]

  /// Random records and a right way of writing them.
  private func randomCase(
    _ random: inout RepeatableGenerator, delimiter: String, lineBreak: String
  ) -> Case {
    let pieces = ["a", "7", " ", "é", "🧭", ",", ";", "\t", "|", "\"", "\n", "’", "."]
    let (rows, columns) = (
      Int.random(in: 1...5, using: &random), Int.random(in: 1...4, using: &random)
    )
    var (cells, text, beginnings, line) = ([[String]](), "", [Int](), 1)
    for _ in 0..<rows {
      let row = (0..<columns).map { _ in random.text(of: pieces, upTo: 6) }
      beginnings.append(line)
      text += row.map { cell in
        let isSpecial = ([delimiter, "\"", "\n"]).contains { cell.contains($0) }
        guard isSpecial || Bool.random(using: &random) else { return cell }
        let written = cell.replacing("\"", with: "\"\"").replacing("\n", with: lineBreak)
        return "\"\(written)\""
      }.joined(separator: delimiter)
      text += lineBreak
      line += 1 + row.joined().count { $0 == "\n" }
      cells.append(row)
    }
    return Case(cells: cells, text: text, beginnings: beginnings)
  }

  private func parsed(_ text: String, delimiter: String, block: Int? = nil) throws -> Records {
    let byte = try #require(delimiter.utf8.first)
    var parser = CSVParser(dialect: Dialect(delimiter: byte))
    let bytes = Array(text.utf8)
    for start in stride(from: 0, to: bytes.count, by: block ?? max(bytes.count, 1)) {
      parser.consume(bytes[start..<min(bytes.count, start + (block ?? bytes.count))])
    }
    let records = parser.finished()
    #expect(parser.fault == nil)
    return records
  }

  @Test(
    "What is written is read back, whatever parts cells and lines, in blocks of any size",
    arguments: [",", ";", "\t", "|"], lineBreaks)
  func roundTrip(delimiter: String, lineBreak: String) throws {
    let seed: UInt64 = 20_090_206
    var random = RepeatableGenerator(seed: seed)
    for round in 0..<40 {
      let made = randomCase(&random, delimiter: delimiter, lineBreak: lineBreak)
      let comment: Comment = "seed \(seed), round \(round): \(made.text.debugDescription)"
      let whole = try parsed(made.text, delimiter: delimiter)
      #expect(whole.cells == made.cells, comment)
      #expect(whole.beginnings == made.beginnings, comment)
      for block in 1...7 {
        let blocks = try parsed(made.text, delimiter: delimiter, block: block)
        #expect(blocks.cells == made.cells, "\(comment), blocks of \(block)")
        #expect(blocks.beginnings == made.beginnings, "\(comment), blocks of \(block)")
      }
    }
  }

  @Test("The last line break may be left out", arguments: lineBreaks)
  func lastLineBreak(lineBreak: String) throws {
    let seed: UInt64 = 1980
    var random = RepeatableGenerator(seed: seed)
    for round in 0..<100 {
      let made = randomCase(&random, delimiter: ",", lineBreak: lineBreak)
      // One empty cell alone needs its line break to be a record.
      guard made.cells.last != [""] else { continue }
      let text = String(made.text.dropLast())
      let records = try parsed(text, delimiter: ",")
      #expect(records.cells == made.cells, "seed \(seed), round \(round): \(text.debugDescription)")
    }
  }

  @Test("Any bytes at all give records, in blocks of any size the same")
  func anyBytes() {
    let seed: UInt64 = 2008
    var random = RepeatableGenerator(seed: seed)
    let alphabet = Array("ab,\"\n\r ".utf8)
    for round in 0..<300 {
      let bytes = (0..<Int.random(in: 0...24, using: &random)).map { _ in random.pick(alphabet) }
      var seen = Set<String>()
      for block in 1...7 {
        var parser = CSVParser(dialect: Dialect())
        for start in stride(from: 0, to: bytes.count, by: block) {
          parser.consume(bytes[start..<min(bytes.count, start + block)])
        }
        let records = parser.finished()
        let fault = parser.fault.map { "\($0.neverClosed) \($0.openedOn) \($0.line)" } ?? "none"
        seen.insert("\(records.cells) \(records.beginnings) \(fault)")
      }
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(seen.count == 1, "seed \(seed), round \(round): \(text.debugDescription)")
    }
  }
}
