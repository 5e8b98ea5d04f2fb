/// Cells of CSV that are written again and again, as bytes with the comma behind each.
struct CSVCells: Sendable {
  fileprivate let bytes: [UInt8]
  fileprivate let ends: [Int]

  /// The cells of texts.
  init(_ texts: [String]) {
    var (bytes, ends) = ([UInt8](), [0])
    for text in texts {
      Report.appendQuoted(text, to: &bytes)
      bytes.append(UInt8(ascii: ","))
      ends.append(bytes.count)
    }
    (self.bytes, self.ends) = (bytes, ends)
  }

  /// Cells that are quoted already.
  init(cells: [String]) {
    var (bytes, ends) = ([UInt8](), [0])
    for cell in cells {
      bytes.append(contentsOf: cell.utf8)
      bytes.append(UInt8(ascii: ","))
      ends.append(bytes.count)
    }
    (self.bytes, self.ends) = (bytes, ends)
  }
}

/// Rows of CSV as bytes, cell by cell, as `Report` writes them.
///
/// The memory is kept when the rows are done with, for others.
struct CSVBytes: ~Copyable {
  private var start: UnsafeMutablePointer<UInt8>
  private var count = 0
  private var capacity: Int

  /// More bytes than any number takes.
  private static let longest = 32
  private static let comma = UInt8(ascii: ",")

  /// Room for rows that are written.
  init(capacity: Int = 1 << 16) {
    (start, self.capacity) = (.allocate(capacity: capacity), capacity)
  }

  deinit { start.deallocate() }

  /// The bytes so far; they are there until more is appended.
  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: start, count: count) }

  /// Forgets all rows.
  mutating func removeAll() { count = 0 }

  /// Ends the row, in place of the comma behind its last cell.
  mutating func endRow() { start[count - 1] = UInt8(ascii: "\n") }

  /// Appends one of some cells.
  @inline(__always)
  mutating func append(_ cells: CSVCells, _ index: Int) {
    let (from, to) = (cells.ends[index], cells.ends[index + 1])
    cells.bytes.withUnsafeBufferPointer {
      append(UnsafeBufferPointer(rebasing: $0[from..<to]))
    }
  }

  /// Appends whole rows.
  mutating func append(_ rows: String) {
    var rows = rows
    rows.withUTF8 { append($0) }
  }

  /// Appends an empty cell.
  mutating func appendAbsent() {
    reserve(1)
    append(Self.comma)
  }

  /// Appends a whole number.
  mutating func append(_ number: Int) {
    reserve(Self.longest)
    append(digits: UInt64(number.magnitude), isNegative: number < 0)
    append(Self.comma)
  }

  /// Appends a number with every digit that it takes to read it back; an empty cell where it is nil.
  mutating func append(_ number: Double?) {
    reserve(Self.longest)
    if let number { appendExact(number) }
    append(Self.comma)
  }

  /// Appends a number that was written with some decimals.
  mutating func append(_ number: Double, decimals: UInt8) {
    reserve(Self.longest)
    let scaled = number.magnitude * PlainDigits.powers[Int(decimals)]
    // Fifteen digits are read back as the same double, and smaller numbers have a power of ten.
    if scaled < 1e15, number.magnitude >= 1e-4 || number == 0 {
      append(scaled: UInt64(scaled.rounded()), decimals: decimals, isNegative: number < 0)
    } else {
      appendExact(number)
    }
    append(Self.comma)
  }

  /// Appends a number, with every digit that it takes to read it back, that may have so few decimals.
  mutating func append(_ number: Double?, perhaps decimals: UInt8) {
    guard let number else { return appendAbsent() }
    let power = PlainDigits.powers[Int(decimals)]
    let scaled = (number.magnitude * power).rounded()
    // Where it is the double nearest to these decimals, it has no fewer and needs no more.
    guard scaled < 1e15, scaled / power == number.magnitude else { return append(number) }
    append(number, decimals: decimals)
  }

  // MARK: Bytes

  @inline(__always)
  private mutating func reserve(_ more: Int) {
    if count &+ more > capacity { grow(by: more) }
  }

  @inline(never)
  private mutating func grow(by more: Int) {
    capacity = 2 * (capacity + more)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: start, count: count)
    start.deallocate()
    start = larger
  }

  @inline(__always)
  private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let first = bytes.baseAddress else { return }
    reserve(bytes.count)
    (start + count).update(from: first, count: bytes.count)
    count &+= bytes.count
  }

  // MARK: What there is room for

  @inline(__always)
  private mutating func append(_ byte: UInt8) {
    start[count] = byte
    count &+= 1
  }

  private mutating func appendExact(_ number: Double) {
    if let whole = Int64(exactly: number), whole.magnitude <= 1 << 53 {
      return append(digits: whole.magnitude, isNegative: whole < 0)
    }
    var text = NumberBytes(start: start + count)
    number.write(to: &text)
    count &+= text.count
  }

  private mutating func append(scaled: UInt64, decimals: UInt8, isNegative: Bool) {
    var (rest, left) = (scaled, decimals)
    while left > 0, rest % 10 == 0 { (rest, left) = (rest / 10, left - 1) }
    guard left > 0 else { return append(digits: rest, isNegative: isNegative && rest > 0) }
    let (whole, fraction) = rest.quotientAndRemainder(
      dividingBy: UInt64(PlainDigits.powers[Int(left)]))
    append(digits: whole, isNegative: isNegative)
    append(UInt8(ascii: "."))
    write(fraction, digits: Int(left))
  }

  private mutating func append(digits: UInt64, isNegative: Bool) {
    if isNegative { append(UInt8(ascii: "-")) }
    var (size, power) = (1, UInt64(10))
    while size < 19, digits >= power { (size, power) = (size + 1, power &* 10) }
    write(digits, digits: digits >= power ? 20 : size)
  }

  /// Writes a number with as many digits as are told.
  @inline(__always)
  private mutating func write(_ number: UInt64, digits: Int) {
    let nought = UInt8(ascii: "0")
    var (rest, place) = (number, count &+ digits)
    while place &- count > 1 {
      let (more, pair) = rest.quotientAndRemainder(dividingBy: 100)
      place &-= 2
      start[place] = nought &+ UInt8(truncatingIfNeeded: pair / 10)
      start[place &+ 1] = nought &+ UInt8(truncatingIfNeeded: pair % 10)
      rest = more
    }
    if place > count { start[count] = nought &+ UInt8(truncatingIfNeeded: rest % 10) }
    count &+= digits
  }
}

/// The bytes of one number, which the standard library writes without making a text of them.
private struct NumberBytes: TextOutputStream {
  let start: UnsafeMutablePointer<UInt8>
  var count = 0

  init(start: UnsafeMutablePointer<UInt8>) { self.start = start }

  mutating func write(_ text: String) {
    for byte in text.utf8 {
      start[count] = byte
      count += 1
    }
  }

  /// What the standard library calls for a number; where it did not, it would call the other.
  mutating func _writeASCII(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let first = bytes.baseAddress else { return }
    (start + count).update(from: first, count: bytes.count)
    count += bytes.count
  }
}
