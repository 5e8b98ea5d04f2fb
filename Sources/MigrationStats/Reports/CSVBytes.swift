/// Cells of CSV that are written again and again, as bytes with the comma behind each.
struct CSVCells: Sendable {
  fileprivate let bytes: [UInt8]
  fileprivate let ends: [Int]

  /// The cells of texts.
  init(_ texts: [String]) { self.init(cells: texts.map(Report.quoted)) }

  /// Cells that are quoted already.
  init(cells: [String]) {
    var (bytes, ends) = ([UInt8](), [0])
    for cell in cells {
      bytes += Array(cell.utf8) + [UInt8(ascii: ",")]
      ends.append(bytes.count)
    }
    (self.bytes, self.ends) = (bytes, ends)
  }
}

/// Rows of CSV as bytes, cell by cell, as `Report` writes them.
struct CSVBytes {
  private(set) var bytes: [UInt8] = []

  /// Room for rows that are written.
  init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  private static let comma = UInt8(ascii: ",")

  /// Ends the row, in place of the comma behind its last cell.
  mutating func endRow() { bytes[bytes.count - 1] = UInt8(ascii: "\n") }

  /// Appends one of some cells.
  @inline(__always)
  mutating func append(_ cells: CSVCells, _ index: Int) {
    let (start, end) = (cells.ends[index], cells.ends[index + 1])
    cells.bytes.withUnsafeBufferPointer {
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: $0[start..<end]))
    }
  }

  /// Appends whole rows.
  mutating func append(_ rows: String) { bytes.append(contentsOf: rows.utf8) }

  /// Appends an empty cell.
  mutating func appendAbsent() { bytes.append(Self.comma) }

  /// Appends a whole number.
  mutating func append(_ number: Int) {
    append(digits: UInt64(number.magnitude), isNegative: number < 0)
    bytes.append(Self.comma)
  }

  /// Appends a number with every digit that it takes to read it back; an empty cell where it is nil.
  mutating func append(_ number: Double?) {
    if let number { appendExact(number) }
    bytes.append(Self.comma)
  }

  /// Appends a number that was written with some decimals.
  mutating func append(_ number: Double, decimals: UInt8) {
    let scaled = number.magnitude * PlainDigits.powers[Int(decimals)]
    // Fifteen digits are read back as the same double, and smaller numbers have a power of ten.
    if scaled < 1e15, number.magnitude >= 1e-4 || number == 0 {
      append(scaled: UInt64(scaled.rounded()), decimals: decimals, isNegative: number < 0)
    } else {
      appendExact(number)
    }
    bytes.append(Self.comma)
  }

  private mutating func appendExact(_ number: Double) {
    if let whole = Int64(exactly: number), whole.magnitude <= 1 << 53 {
      return append(digits: whole.magnitude, isNegative: whole < 0)
    }
    var text = number.description
    text.withUTF8 { bytes.append(contentsOf: $0) }
  }

  private mutating func append(scaled: UInt64, decimals: UInt8, isNegative: Bool) {
    var (rest, left) = (scaled, decimals)
    while left > 0, rest % 10 == 0 { (rest, left) = (rest / 10, left - 1) }
    guard left > 0 else { return append(digits: rest, isNegative: isNegative && rest > 0) }
    let power = UInt64(PlainDigits.powers[Int(left)])
    append(digits: rest / power, isNegative: isNegative)
    bytes.append(UInt8(ascii: "."))
    // A one before the decimals keeps the noughts at their front.
    let start = bytes.count
    append(digits: rest % power + power, isNegative: false)
    bytes.remove(at: start)
  }

  private mutating func append(digits: UInt64, isNegative: Bool) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 21) { room in
      var (rest, place) = (digits, 21)
      repeat {
        place -= 1
        room[place] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      } while rest > 0
      if isNegative {
        place -= 1
        room[place] = UInt8(ascii: "-")
      }
      bytes.append(contentsOf: UnsafeMutableBufferPointer(rebasing: room[place...]))
    }
  }
}
