import Testing

@testable import MigrationStats

/// The rows of a text, and what else is among its records.
private struct Scanned: Equatable {
  /// For each row, its cells as they stand, and how many are known to be those of the row above.
  var rows: [[[UInt8]]] = []
  var repeated: [Int] = []
  var oddities: [[UInt8]] = []
  var linesBefore: [Int] = []

  /// Nil where the text is left to the parser.
  init?(_ text: String, _ form: TextForm, hasReturns: Bool, _ processor: Processor) {
    let bytes = Array(text.utf8)
    // What stands behind the text is not part of it.
    let padded = bytes + Array(repeatElement(UInt8(ascii: ","), count: 64))
    var separators = [UInt32](repeating: 0, count: bytes.count + 16)
    var starts = [UInt32](repeating: 0, count: bytes.count + 16)
    var known = [UInt8](repeating: 0, count: bytes.count + 16)
    let result: (SeparatorScanner.Finding, RowScan)? = padded.withUnsafeBytes { buffer in
      guard let text = buffer.baseAddress else { return nil }
      return separators.withUnsafeMutableBufferPointer { separators in
        starts.withUnsafeMutableBufferPointer { starts in
          known.withUnsafeMutableBufferPointer { known in
            guard let separators = separators.baseAddress, let starts = starts.baseAddress,
              let known = known.baseAddress
            else { return nil }
            let finding = SeparatorScanner(form.dialect, processor: processor).scan(
              text, from: 0, to: bytes.count, limit: bytes.count - 1, hasReturns: hasReturns,
              separators: separators)
            guard !finding.isOdd, !finding.isOpen else { return nil }
            return (
              finding,
              RowScan(
                text, form, from: 0, separators: separators, count: finding.count,
                lineFeeds: hasReturns ? nil : finding.lineBreaks, starts: starts, repeated: known,
                processor: processor)
            )
          }
        }
      }
    }
    guard let (_, scan) = result else { return nil }
    for row in 0..<scan.rows {
      var start = Int(starts[row])
      rows.append(
        (0..<form.width).map { column in
          let end = Int(separators[row * form.width + column])
          defer { start = end + 1 }
          return Array(bytes[start..<end])
        })
      repeated.append(Int(known[row]))
    }
    oddities = scan.oddities.map(\.bytes)
    linesBefore = scan.oddities.map(\.lineBreaksBefore)
  }
}

@Suite("Laws of the rows of a part")
struct RowScanLaws {
  private let header = ["area", "year", "value"]

  /// Whether a record is a plain row: of the width, two cells filled, not the header.
  private func isRow(_ record: [String], width: Int) -> Bool {
    record.count == width && record.prefix(3).filter { !$0.allSatisfy(\.isWhitespace) }.count > 1
      && Array(record.prefix(3)) != header && record.dropFirst(3).allSatisfy(\.isEmpty)
  }

  @Test("The rows are the records that are plain, on every processor", arguments: [3, 4, 10])
  func rows(width: Int) throws {
    var random = RepeatableGenerator(seed: 5)
    let beyond = String(repeating: ",", count: width - 3)
    let form = TextForm(dialect: Dialect(), header: header, width: width)
    let lines = [
      "Namibia,1990,12", "Namibia,1990,13", "Namibia,2000,13", "\"Korea, Rep.\",1990,1",
      "\"Korea, Rep.\",1990,2", "\"a\nb\",1990,2", "\"a\"\"b\",1990,2", ",1990,3",
      "area,year,value",
      "areas,year,value", "area,1990,1", " x,1990,1", ",,", "only,,", "World,\"\",5",
      "The former territories of a state with quite a long name indeed and more,1990,1",
      "The former territories of a state with quite a long name indeed and more,1990,2",
      "The former territories of a state with quite a long name indeed and less,1990,2",
    ]
    var (found, repeated) = (0, 0)
    for round in 0..<1500 {
      let breaks = round % 3 == 0 ? ["\n", "\r\n", "\r"] : ["\n"]
      var text = ""
      for _ in 0..<Int.random(in: 1...30, using: &random) {
        let isOdd = round % 5 == 0 && Int.random(in: 0..<10, using: &random) == 0
        text +=
          isOdd
          ? random.pick(["", "Note", "a,b,c,d,e,f,g,h,i,j,k,l", "x,1"])
          : (random.pick(round % 2 == 0 ? lines : Array(lines.prefix(3))) + beyond)
        text += random.pick(breaks)
      }
      var parser = CSVParser(dialect: form.dialect)
      parser.consume(Array(text.utf8)[...])
      let records = parser.finished().cells.filter { $0 != [""] && $0 != [] }
      let scans = Processor.all.map { Scanned(text, form, hasReturns: round % 3 == 0, $0) }
      let scan = try #require(scans[0], "\(text.debugDescription)")
      for other in scans { #expect(other == scan, "\(text.debugDescription)") }
      let plain = records.filter { isRow($0, width: width) }
      #expect(
        scan.rows.map { $0.map(bare) } == plain, "\(text.debugDescription)")
      let odd = scan.oddities.filter { !$0.isEmpty }.count
      #expect(odd == records.count - plain.count, "\(text.debugDescription)")
      #expect(scan.linesBefore == scan.linesBefore.sorted())
      for row in scan.rows.indices {
        let known = scan.repeated[row]
        #expect(row > 0 || known == 0)
        guard known > 0 else { continue }
        #expect(scan.rows[row].prefix(known) == scan.rows[row - 1].prefix(known))
        repeated += known
      }
      found += scan.rows.count
    }
    #expect(found > 10_000)
    #expect(repeated > 5000)
  }

  /// A cell without its quotes, those within no longer doubled.
  private func bare(_ cell: [UInt8]) -> String {
    let text = String(decoding: cell, as: UTF8.self)
    guard text.hasPrefix("\"") else { return text }
    return String(text.dropFirst().dropLast()).replacing("\"\"", with: "\"")
  }
}
