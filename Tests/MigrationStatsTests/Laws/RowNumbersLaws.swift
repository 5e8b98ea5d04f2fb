import Testing

@testable import MigrationStats

@Suite("Laws of the numbers of a row")
struct RowNumbersLaws {
  /// What is read of cells that stand side by side behind another one; nil where it takes a closer look.
  private func read(
    _ cells: [String], _ processor: Processor
  ) -> (values: [Double], decimals: [UInt8], CellGrid.Numbers)? {
    let margin = [UInt8](repeating: UInt8(ascii: "7"), count: 64)
    let bytes = margin + Array((["x"] + cells).joined(separator: ",").utf8) + [10] + margin
    var (place, ends) = (0, [UInt32]())
    for cell in ["x"] + cells {
      place += cell.utf8.count
      ends.append(UInt32(place))
      place += 1
    }
    let (repeated, starts) = ([UInt8(0)], [UInt32(0)])
    var values = [Double](repeating: -1, count: cells.count)
    var decimals = [UInt8](repeating: 99, count: cells.count)
    var scratch = [UInt8](repeating: 0, count: 64)
    let numbers: CellGrid.Numbers? = bytes.withUnsafeBytes { bytes in
      scratch.withUnsafeMutableBytes { scratch in
        values.withUnsafeMutableBufferPointer { values in
          decimals.withUnsafeMutableBufferPointer { decimals in
            guard let text = bytes.baseAddress, let scratch = scratch.baseAddress,
              let values = values.baseAddress, let decimals = decimals.baseAddress
            else { return nil }
            return CellGrid(
              text + 64, quote: UInt8(ascii: "\""), rows: 1, width: cells.count + 1,
              starts: starts, ends: ends, repeated: repeated, scratch: scratch
            ).numbers(
              ofRow: 0, 1..<cells.count + 1, to: values, decimals: decimals,
              processor: processor)
          }
        }
      }
    }
    return numbers.map { (values, decimals, $0) }
  }

  /// What `PlainDigits` says of each cell; nil where one is neither a number of its kind nor empty.
  private func law(_ cells: [String]) -> (values: [Double], decimals: [UInt8])? {
    var (values, decimals) = ([Double](), [UInt8]())
    for cell in cells {
      if cell.isEmpty {
        values.append(.nan)
        decimals.append(0)
        continue
      }
      guard let number = PlainDigits(cell), let value = number.value, cell.last != "." else {
        return nil
      }
      values.append(value)
      decimals.append(UInt8(number.decimals))
    }
    return (values, decimals)
  }

  private func expectLaw(_ cells: [String]) -> Bool {
    let law = law(cells)
    var isRead = false
    for processor in Processor.all {
      let found = read(cells, processor)
      // Up to sixteen bytes behind a sign are read; longer cells may be left to a closer look.
      let isShort = cells.allSatisfy { $0.utf8.count - ($0.first == "-" ? 1 : 0) <= 16 }
      #expect((found != nil) == (law != nil && isShort), "\(cells)")
      guard let found, let law else { continue }
      isRead = true
      #expect(
        found.values.map(\.bitPattern)
          == law.values.map { $0.isNaN ? 0x7FF8 << 48 : $0.bitPattern },
        "\(cells)")
      #expect(found.decimals == law.decimals, "\(cells)")
      #expect(found.2.missing == cells.count { $0.isEmpty }, "\(cells)")
      let filled = zip(cells, zip(law.values, law.decimals)).filter { !$0.0.isEmpty }.map(\.1)
      func mayGroup(_ value: Double) -> Bool { abs(value) >= 1 && abs(value) < 1000 }
      #expect(found.2.hasWhole == filled.contains { $0.1 == 0 }, "\(cells)")
      #expect(
        found.2.hasGroups == filled.contains { $0.1 == 3 && mayGroup($0.0) }, "\(cells)")
      #expect(
        found.2.hasDecimals
          == filled.contains { $0.1 > 0 && !($0.1 == 3 && mayGroup($0.0)) }, "\(cells)")
    }
    return isRead
  }

  @Test("What is read of a row is what plain digits are, on any processor", arguments: 1...8)
  func random(seed: UInt64) {
    var random = RepeatableGenerator(seed: seed)
    let pieces = (0...9).map(String.init) + ["0", "1", "."]
    var read = 0
    for _ in 0..<4000 {
      let decimals = Int.random(in: 0...6, using: &random)
      let cells = (0..<Int.random(in: 1...12, using: &random)).map { _ in
        switch Int.random(in: 0..<40, using: &random) {
        case 0...5: return ""
        case 6: return random.text(of: pieces, upTo: 19)
        case 7: return "-" + random.text(of: pieces, upTo: 12)
        case 8:
          return random.pick(["0", "0.5", "-0.25", ".5", "9007199254740991", "1.234", "999.999"])
        default:
          let whole = "\(Int.random(in: 1...999_999, using: &random))"
          let digits = (0..<decimals).map { _ in "\(Int.random(in: 0...9, using: &random))" }
          return decimals == 0 ? whole : whole + "." + digits.joined()
        }
      }
      if expectLaw(cells) { read += 1 }
    }
    #expect(read > 1000)
  }

  @Test(
    "What is no plain number is left to a closer look",
    arguments: [
      "-", ".", "-.", "5.", "1.2.3", "01", "-01", "-0", "-0.0", "+5", "1e5", " 1", "1 ", "\"1\"",
      "9007199254740992", "12345678901234567", "1:2", "1/2", "½", "..", "n/a",
    ])
  func others(cell: String) {
    #expect(!expectLaw([cell]))
    #expect(!expectLaw(["1.5", cell, "", "2.25"]))
  }

  @Test("What begins with many bytes before it is read as well as what begins the text")
  func first() {
    #expect(expectLaw(["1"]))
    #expect(expectLaw(["1234567890.12345"]))
    #expect(expectLaw(["", "", ""]))
  }
}
