/// The repairs of rows that have not a cell for each column, where only one repair is possible.
///
/// A row is repaired only where exactly one way of joining its cells puts numbers where all other rows
/// have numbers; everything else is refused.
struct RowRepair {
  private let records: Records
  private let columns: Int
  private let delimiter: UInt8
  /// Whether a column holds numbers, and words for missing ones, in every whole row.
  private let isNumeric: [Bool]

  /// Looks at all rows that are whole.
  init(_ records: Records, whole: [Int], columns: Int, delimiter: UInt8) {
    self.records = records
    self.columns = columns
    self.delimiter = delimiter
    var isNumeric = [Bool](repeating: true, count: columns)
    var hasNumber = [Bool](repeating: false, count: columns)
    for record in whole {
      for column in 0..<columns where isNumeric[column] {
        switch Self.kind(of: records.text[records.range(record, column)]) {
        case .number: hasNumber[column] = true
        case .none: continue
        case .word: isNumeric[column] = false
        }
      }
    }
    self.isNumeric = zip(isNumeric, hasNumber).map { $0 && $1 }
  }

  /// The cells of a row that a delimiter in a name, written without quotes, made too long; nil where
  /// none or several ways are possible.
  ///
  /// A delimiter within a name is followed by a space, one between cells is not.
  func joinedCells(of record: Int) -> (cells: [[UInt8]], joined: String)? {
    let cells = self.cells(of: record)
    let surplus = cells.count - columns
    guard surplus > 0 else { return nil }
    let ways = (0..<columns).compactMap { start -> [[UInt8]]? in
      let parts = cells[start...(start + surplus)]
      guard parts.dropFirst().allSatisfy({ $0.first == UInt8(ascii: " ") }) else { return nil }
      let joined = Array(parts.joined(separator: [delimiter]))
      let way = cells[..<start] + [joined] + cells[(start + surplus + 1)...]
      return isName(joined[...], at: start) && fits(Array(way)) ? Array(way) : nil
    }
    guard ways.count == 1, let way = ways.first else { return nil }
    let joined = zip(way, cells).first { $0 != $1 }?.0 ?? []
    return (way, String(decoding: joined[...].trimmed, as: UTF8.self))
  }

  /// The cells of a row that a line break in a name, written without quotes, parted into two records.
  func joinedCells(of first: Int, and second: Int) -> (cells: [[UInt8]], joined: String)? {
    let (head, tail) = (cells(of: first), cells(of: second))
    guard head.count > 1, tail.count > 1, head.count + tail.count - 1 == columns,
      let last = head.last, let next = tail.first
    else { return nil }
    let place = head.count - 1
    guard isName(last[...], at: place), isName(next[...], at: place) else { return nil }
    let joined = last + [UInt8(ascii: "\n")] + next
    let whole = Array(head.dropLast() + [joined] + tail.dropFirst())
    guard fits(whole) else { return nil }
    return (whole, String(decoding: joined.map { $0 == 10 ? 32 : $0 }, as: UTF8.self))
  }

  private func cells(of record: Int) -> [[UInt8]] {
    var cells = (0..<records.width(of: record)).map {
      Array(records.text[records.range(record, $0)])
    }
    while cells.count > columns, cells.last?.allSatisfy(\.isSpace) == true { cells.removeLast() }
    return cells
  }

  private func isName(_ cell: ArraySlice<UInt8>, at column: Int) -> Bool {
    !isNumeric[column] && Self.kind(of: cell) == .word
  }

  /// Whether words stand in all columns of numbers, of which there is one at least.
  func holdsWords(_ record: Int) -> Bool {
    isNumeric.contains(true)
      && isNumeric.indices.allSatisfy { column in
        !isNumeric[column] || Self.kind(of: records.text[records.range(record, column)]) == .word
      }
  }

  /// Whether numbers stand where numbers have to, and there is one: words alone would fit anywhere.
  private func fits(_ cells: [[UInt8]]) -> Bool {
    var hasNumber = false
    for (column, cell) in cells.enumerated() where isNumeric[column] {
      switch Self.kind(of: cell[...]) {
      case .number: hasNumber = true
      case .none: continue
      case .word: return false
      }
    }
    return hasNumber
  }

  private enum Kind { case number, none, word }

  private static func kind(of cell: ArraySlice<UInt8>) -> Kind {
    let core = CellParts(cell).core
    for numbers in [dot, comma] {
      switch numbers.content(of: core) {
      case .number: return .number
      case .missing, .suppressed: return .none
      case .other: continue
      }
    }
    return .word
  }

  private static let dot = NumberText()
  private static let comma = NumberText(decimalMark: UInt8(ascii: ","))
}
