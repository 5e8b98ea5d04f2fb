/// The cells of the rows of a part of a text, where they lie: row by row, all rows of one width.
///
/// The memory is that of whoever reads the part, and is theirs again when the part has been looked at.
struct CellGrid {
  /// The bytes of a cell, unquoted, without the white space around them.
  struct Cell {
    /// The first byte; 16 bytes can be read from here on, however short the cell is.
    let start: UnsafeRawPointer
    /// The number of bytes.
    let count: Int

    @inline(__always)
    init(start: UnsafeRawPointer, count: Int) { (self.start, self.count) = (start, count) }

    /// A copy of the bytes.
    var bytes: [UInt8] { Array(UnsafeRawBufferPointer(start: start, count: count)) }
  }

  /// The number of rows.
  let rows: Int

  private let bytes: UnsafeRawPointer
  private let quote: UInt8
  private let width: Int
  /// Where each row begins, and where each cell ends.
  private let starts: UnsafePointer<UInt32>
  private let ends: UnsafePointer<UInt32>
  /// Room for a cell that has to be written anew.
  private let scratch: UnsafeMutableRawPointer

  init(
    _ bytes: UnsafeRawPointer, quote: UInt8, rows: Int, width: Int,
    starts: UnsafePointer<UInt32>, ends: UnsafePointer<UInt32>, scratch: UnsafeMutableRawPointer
  ) {
    (self.bytes, self.quote, self.rows, self.width) = (bytes, quote, rows, width)
    (self.starts, self.ends, self.scratch) = (starts, ends, scratch)
  }

  /// A cell; it is there until the next one is asked for.
  @inline(__always)
  func cell(_ row: Int, _ column: Int) -> Cell {
    let index = row &* width &+ column
    let start = column == 0 ? Int(starts[row]) : Int(ends[index &- 1]) &+ 1
    var cell = Cell(start: bytes + start, count: Int(ends[index]) &- start)
    guard cell.count > 0 else { return cell }
    if cell.start.load(as: UInt8.self) == quote {
      cell = unquoted(cell)
      guard cell.count > 0 else { return cell }
    }
    let first = cell.start.load(as: UInt8.self)
    let last = cell.start.load(fromByteOffset: cell.count - 1, as: UInt8.self)
    let isBare = first > 0x20 && last > 0x20 && first != 0xC2 && last != 0xA0
    return isBare ? cell : Self.trimmed(cell)
  }

  /// The bytes of a row as they stand, without its line break.
  func bytes(ofRow row: Int) -> [UInt8] {
    let (start, end) = (Int(starts[row]), Int(ends[row * width + width - 1]))
    return Array(UnsafeRawBufferPointer(start: bytes + start, count: end - start))
  }

  /// Whether a cell stands as another of the column does, byte for byte: in sorted tables most cells
  /// stand as the one above.
  @inline(__always)
  func isSame(_ row: Int, as other: Int, _ column: Int) -> Bool {
    let (index, before) = (row &* width &+ column, other &* width &+ column)
    let start = column == 0 ? Int(starts[row]) : Int(ends[index &- 1]) &+ 1
    let earlier = column == 0 ? Int(starts[other]) : Int(ends[before &- 1]) &+ 1
    let count = Int(ends[index]) &- start
    guard count == Int(ends[before]) &- earlier else { return false }
    let (one, two) = (bytes + start, bytes + earlier)
    var rest = count
    while rest >= 8 {
      let offset = count &- rest
      guard Self.difference(one, two, offset) == 0 else { return false }
      rest &-= 8
    }
    // The last eight bytes, some of them once more.
    if count >= 8 { return rest == 0 || Self.difference(one, two, count &- 8) == 0 }
    // Less than eight bytes: what follows them does not count.
    return count == 0
      || Self.difference(one, two, 0) &<< UInt64(truncatingIfNeeded: 64 &- 8 &* count) == 0
  }

  @inline(__always)
  private static func difference(
    _ one: UnsafeRawPointer, _ two: UnsafeRawPointer, _ offset: Int
  ) -> UInt64 {
    UInt64(littleEndian: one.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      ^ UInt64(littleEndian: two.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// Whether a cell begins, as it stands, with a digit, a sign or a dot.
  @inline(__always)
  func beginsAsNumber(_ row: Int, _ column: Int) -> Bool {
    let index = row &* width &+ column
    let start = column == 0 ? Int(starts[row]) : Int(ends[index &- 1]) &+ 1
    let byte = bytes.load(fromByteOffset: start, as: UInt8.self)
    return start < Int(ends[index])
      && byte &- UInt8(ascii: "+") <= UInt8(ascii: "9") - UInt8(ascii: "+")
  }

  @inline(__always)
  private func unquoted(_ cell: Cell) -> Cell {
    let inner = Cell(start: cell.start + 1, count: cell.count - 2)
    return Self.holds(quote, or: UInt8(ascii: "\r"), in: inner) ? written(inner) : inner
  }

  /// Whether one of two bytes is among those of a cell.
  @inline(__always)
  private static func holds(_ byte: UInt8, or other: UInt8, in cell: Cell) -> Bool {
    let lanes = UInt64(0x0101_0101_0101_0101)
    let (bytes, others) = (lanes &* UInt64(byte), lanes &* UInt64(other))
    var offset = 0
    while offset < cell.count {
      var word = UInt64(
        littleEndian: cell.start.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      // Bytes behind the cell are taken for noughts.
      let left = cell.count &- offset
      if left < 8 { word &= (UInt64(1) &<< UInt64(truncatingIfNeeded: 8 * left)) &- 1 }
      let (first, second) = (word ^ bytes, word ^ others)
      // A byte that is zero borrows from the bit above it; this is exact for whether there is one.
      let found = (first &- lanes & ~first) | (second &- lanes & ~second)
      if found & 0x8080_8080_8080_8080 != 0 { return true }
      offset &+= 8
    }
    return false
  }

  /// A quoted cell with quotes that are no longer doubled, its line breaks LF.
  @inline(never)
  private func written(_ cell: Cell) -> Cell {
    var (count, offset) = (0, 0)
    func byte(_ offset: Int) -> UInt8 { cell.start.load(fromByteOffset: offset, as: UInt8.self) }
    while offset < cell.count {
      var next = byte(offset)
      if next == quote {
        offset += 1
      } else if next == UInt8(ascii: "\r") {
        if offset + 1 < cell.count, byte(offset + 1) == UInt8(ascii: "\n") { offset += 1 }
        next = UInt8(ascii: "\n")
      }
      scratch.storeBytes(of: next, toByteOffset: count, as: UInt8.self)
      (count, offset) = (count + 1, offset + 1)
    }
    return Cell(start: UnsafeRawPointer(scratch), count: count)
  }

  @inline(never)
  private static func trimmed(_ cell: Cell) -> Cell {
    let bytes = cell.bytes
    let trimmed = bytes[...].trimmed
    return Cell(start: cell.start + trimmed.startIndex, count: trimmed.count)
  }
}
