/// The cells of a table as a grid, some thousand rows at a time.
struct TableCells {
  private let table: Table
  /// The column whose numbers by type are written with a comma before decimals, as its texts are.
  private let commas: Int?
  /// Words that are told, which stay as they are.
  private let told: Set<[UInt8]>
  private var bytes: UnsafeMutableRawPointer
  private var capacity = 1 << 16
  private var (starts, ends): (UnsafeMutablePointer<UInt32>, UnsafeMutablePointer<UInt32>)
  /// Of no row it is known how many cells stand as in the row above.
  private let repeated: UnsafeMutablePointer<UInt8>

  private static let rows = 4096

  /// The cells of a table; to be deallocated.
  ///
  /// - Parameter commas: a column of which numbers by type are written with a comma before decimals, so
  ///   that they are read as its texts are.
  init(_ table: Table, commas: Int? = nil) {
    self.table = table
    self.commas = table.holdsNumbers ? commas : nil
    let options = table.options
    told = Set(
      (options.missingWords + options.suppressedWords + options.nilWords).map { Array($0.utf8) })
    bytes = .allocate(byteCount: capacity, alignment: 16)
    starts = .allocate(capacity: Self.rows)
    ends = .allocate(capacity: Self.rows * table.header.count)
    repeated = .allocate(capacity: Self.rows)
    repeated.initialize(repeating: 0, count: Self.rows)
  }

  func deallocate() {
    bytes.deallocate()
    starts.deallocate()
    ends.deallocate()
    repeated.deallocate()
  }

  /// How many parts there are.
  var parts: Int { (table.rowCount + Self.rows - 1) / Self.rows }

  /// Gives a part to a body.
  mutating func forEach(_ part: Int, _ body: (CellGrid) -> Void) {
    let rows = part * Self.rows..<min(table.rowCount, (part + 1) * Self.rows)
    let columns = table.header.count
    var filled = 0
    for (place, row) in rows.enumerated() {
      starts[place] = UInt32(filled)
      for column in 0..<columns {
        let cell = table.bytes(row, column)
        if filled + cell.count + 65 > capacity { grow(to: 2 * (filled + cell.count + 65), filled) }
        let isComma =
          column == commas && table.isNumber(row, column) && !told.contains(Array(cell))
        for byte in cell {
          let byte = isComma && byte == UInt8(ascii: ".") ? UInt8(ascii: ",") : byte
          bytes.storeBytes(of: byte, toByteOffset: filled, as: UInt8.self)
          filled += 1
        }
        ends[place * columns + column] = UInt32(filled)
        filled += 1
      }
    }
    // No byte of a text is NUL, so that nothing is taken for a quote.
    body(
      CellGrid(
        bytes, quote: 0, rows: rows.count, width: columns, starts: starts, ends: ends,
        repeated: repeated, scratch: bytes))
  }

  private mutating func grow(to size: Int, _ filled: Int) {
    let larger = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
    larger.copyMemory(from: bytes, byteCount: filled)
    bytes.deallocate()
    (bytes, capacity) = (larger, size)
  }
}
