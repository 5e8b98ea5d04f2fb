/// The cells of the rows of a part of a text, where they lie: row by row, all rows of one width.
///
/// The memory is that of whoever reads the part, and is theirs again when the part has been looked at.
struct CellGrid {
  /// The number of rows.
  let rows: Int

  /// The bytes of the part; 64 before and behind them can be read.
  let bytes: UnsafeRawPointer
  private let quote: UInt8
  let width: Int
  /// Where each row begins, and where each cell ends.
  private let starts: UnsafePointer<UInt32>
  let ends: UnsafePointer<UInt32>
  /// How many of the first cells of each row stand as in the row above, as far as is known.
  private let repeated: UnsafePointer<UInt8>
  /// Room for a cell that has to be written anew.
  private let scratch: UnsafeMutableRawPointer

  init(
    _ bytes: UnsafeRawPointer, quote: UInt8, rows: Int, width: Int,
    starts: UnsafePointer<UInt32>, ends: UnsafePointer<UInt32>, repeated: UnsafePointer<UInt8>,
    scratch: UnsafeMutableRawPointer
  ) {
    (self.bytes, self.quote, self.rows, self.width) = (bytes, quote, rows, width)
    (self.starts, self.ends, self.repeated, self.scratch) = (starts, ends, repeated, scratch)
  }

  /// The cells of a column.
  func column(_ column: Int) -> Column {
    Column(
      bytes: bytes, quote: quote, scratch: scratch,
      starts: column == 0 ? starts : ends + (column - 1), step: column == 0 ? 1 : width,
      gap: column == 0 ? 0 : 1, ends: ends + column, width: width)
  }

  /// The rows from one on in which the cells up to a column are known to stand as in that one: many in
  /// a sorted table, and it takes no look at the cells.
  @inline(__always)
  func run(from row: Int, through column: Int) -> Range<Int> {
    var end = row &+ 1
    while end < rows, Int(repeated[end]) > column { end &+= 1 }
    return row..<end
  }

  /// The rows, some hundreds at a time: so many that what is looked at column by column stays in the
  /// nearest cache of the processor.
  func forEachStretch(_ body: (CellGrid) -> Void) {
    let most = 256
    for first in stride(from: 0, to: rows, by: most) {
      body(
        CellGrid(
          bytes, quote: quote, rows: min(most, rows - first), width: width, starts: starts + first,
          ends: ends + first * width, repeated: repeated + first, scratch: scratch))
    }
  }
}

extension CellGrid {
  /// The bytes of a cell.
  struct Cell {
    /// The first byte; 16 bytes can be read from here on, however short the cell is.
    let start: UnsafeRawPointer
    /// The number of bytes.
    let count: Int

    @inline(__always)
    init(start: UnsafeRawPointer, count: Int) { (self.start, self.count) = (start, count) }

    /// The bytes, which are there as long as the part is at hand.
    var buffer: UnsafeBufferPointer<UInt8> {
      UnsafeBufferPointer(start: start.assumingMemoryBound(to: UInt8.self), count: count)
    }

    /// A copy of the bytes.
    var bytes: [UInt8] { Array(buffer) }

    /// Whether the cell begins with a digit, a sign or a dot.
    @inline(__always)
    var beginsAsNumber: Bool {
      let byte = start.load(as: UInt8.self)
      return count > 0 && byte &- UInt8(ascii: "+") <= UInt8(ascii: "9") - UInt8(ascii: "+")
    }

    /// Whether another cell has the same bytes.
    @inline(__always)
    func isSame(as other: Cell) -> Bool {
      guard count == other.count else { return false }
      var offset = 0
      while count &- offset >= 8 {
        guard difference(from: other, offset) == 0 else { return false }
        offset &+= 8
      }
      // The last eight bytes, some of them once more.
      if count >= 8 { return offset == count || difference(from: other, count &- 8) == 0 }
      // Less than eight bytes: what follows them does not count.
      return count == 0
        || difference(from: other, 0) &<< UInt64(truncatingIfNeeded: 64 &- 8 &* count) == 0
    }

    @inline(__always)
    private func difference(from other: Cell, _ offset: Int) -> UInt64 {
      UInt64(littleEndian: start.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        ^ UInt64(littleEndian: other.start.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
  }

  /// The cells of a column, row by row.
  struct Column {
    fileprivate let bytes: UnsafeRawPointer
    fileprivate let quote: UInt8
    fileprivate let scratch: UnsafeMutableRawPointer
    /// What lies before the cell of each row, how far apart that is, and what stands between.
    fileprivate let starts: UnsafePointer<UInt32>
    fileprivate let (step, gap): (Int, Int)
    /// Where each cell ends, and how far apart that is.
    fileprivate let ends: UnsafePointer<UInt32>
    fileprivate let width: Int

    /// A cell as it stands: with its quotes, and the white space around it.
    @inline(__always)
    func standing(_ row: Int) -> Cell {
      let start = Int(starts[row &* step]) &+ gap
      return Cell(start: bytes + start, count: Int(ends[row &* width]) &- start)
    }

    /// Whether all of the first cells, as they stand, begin with a digit, a sign or a dot.
    @inline(__always)
    func beginAsNumbers(_ rows: Int) -> Bool {
      guard rows > 0, standing(0).beginsAsNumber else { return false }
      var count = 0
      for row in 0..<rows { count &+= standing(row).beginsAsNumber ? 1 : 0 }
      return count == rows
    }

    /// A cell without its quotes and the white space around it; it is there until the next one is
    /// asked for.
    @inline(__always)
    subscript(row: Int) -> Cell { bare(standing(row)) }

    /// A cell of the column, which is given as it stands, without its quotes and the white space
    /// around it; it is there until the next one is asked for.
    @inline(__always)
    func bare(_ standing: Cell) -> Cell {
      var cell = standing
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
}
