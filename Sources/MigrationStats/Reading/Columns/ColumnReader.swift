/// A thread's reading of one column, part by part.
///
/// A column is taken for whole numbers until a cell says otherwise, then for decimals, then for texts.
/// What its parts are together is decided when all are read.
struct ColumnReader {
  /// What a column is taken for.
  enum Guess: Int, Sendable { case whole, decimals, texts }

  /// The cells of a part.
  struct Piece: Sendable {
    let part: Int
    let piece: Column.Piece
  }

  /// The place of the column.
  let column: Int
  private(set) var pieces: [Piece] = []
  private(set) var dictionary = CellDictionary()
  /// What the column is taken for by now.
  private(set) var guess: Guess

  /// The law for cells that are not plain digits: no digits are grouped, as only a look at the whole
  /// column tells what groups them.
  private static let numbers = NumberText(thousandsMark: ThousandsMark.none)

  init(column: Int, guess: Guess) { (self.column, self.guess) = (column, guess) }

  func deallocate() { dictionary.deallocate() }

  /// Reads the cells of a part.
  mutating func read(_ grid: CellGrid, part: Int) {
    var values: (Column.Piece.Values, [Column.Piece.Gap])?
    if guess == .whole {
      values = whole(grid)
      if values == nil { guess = .decimals }
    }
    if values == nil, guess == .decimals {
      values = decimals(grid)
      if values == nil { guess = .texts }
    }
    let (read, gaps) = values ?? (codes(grid, part: part), [])
    pieces.append(Piece(part: part, piece: Column.Piece(values: read, gaps: gaps)))
  }

  private func whole(_ grid: CellGrid) -> (Column.Piece.Values, [Column.Piece.Gap])? {
    var gaps: [Column.Piece.Gap] = []
    var (isWhole, least, greatest) = (true, Int64(0), Int64(0))
    let cells = grid.column(column)
    let values = [Int64](unsafeUninitializedCapacity: grid.rows) { buffer, count in
      for row in 0..<grid.rows {
        let cell = cells[row]
        var value: Int64 = 0
        if let plain = PlainDigits(cell.start, cell.count), plain.decimals == 0,
          cell.start.load(fromByteOffset: cell.count - 1, as: UInt8.self) != UInt8(ascii: ".")
        {
          value = plain.digits
        } else if cell.count == 0 {
          gaps.append(Column.Piece.Gap(row: UInt32(row), isSuppressed: false))
        } else {
          switch TypedCell(cell.bytes[...], Self.numbers) {
          case .whole(let number): value = number
          case .missing: gaps.append(Column.Piece.Gap(row: UInt32(row), isSuppressed: false))
          case .suppressed: gaps.append(Column.Piece.Gap(row: UInt32(row), isSuppressed: true))
          case .decimal, .text:
            isWhole = false
            return
          }
        }
        (least, greatest) = (min(least, value), max(greatest, value))
        buffer[row] = value
      }
      count = grid.rows
    }
    guard isWhole else { return nil }
    let isNarrow = least >= Int64(Int32.min) && greatest <= Int64(Int32.max)
    return (isNarrow ? .narrow(values.map { Int32(truncatingIfNeeded: $0) }) : .whole(values), gaps)
  }

  private func decimals(_ grid: CellGrid) -> (Column.Piece.Values, [Column.Piece.Gap])? {
    var gaps: [Column.Piece.Gap] = []
    var isDecimal = true
    let cells = grid.column(column)
    let values = [Double](unsafeUninitializedCapacity: grid.rows) { buffer, count in
      for row in 0..<grid.rows {
        let cell = cells[row]
        if let value = PlainDigits(cell.start, cell.count)?.value {
          buffer[row] = value
          continue
        }
        var value = 0.0
        if cell.count == 0 {
          gaps.append(Column.Piece.Gap(row: UInt32(row), isSuppressed: false))
        } else {
          switch TypedCell(cell.bytes[...], Self.numbers) {
          case .whole(let number) where Int64(exactly: Double(number)) == number:
            value = Double(number)
          case .decimal(let number): value = number
          case .missing: gaps.append(Column.Piece.Gap(row: UInt32(row), isSuppressed: false))
          case .suppressed: gaps.append(Column.Piece.Gap(row: UInt32(row), isSuppressed: true))
          case .whole, .text:
            isDecimal = false
            return
          }
        }
        buffer[row] = value
      }
      count = grid.rows
    }
    return isDecimal ? (.decimals(values), gaps) : nil
  }

  private mutating func codes(_ grid: CellGrid, part: Int) -> Column.Piece.Values {
    let codes = [UInt32](unsafeUninitializedCapacity: grid.rows) { buffer, count in
      guard let codes = buffer.baseAddress else { return }
      dictionary.encode(grid, column, part: part, to: codes)
      count = grid.rows
    }
    return .codes(codes, map: 0)
  }
}
