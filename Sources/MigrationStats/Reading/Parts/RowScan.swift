/// The rows of a part of a text, told from the records that are something else.
struct RowScan {
  /// A record that is no plain row: blank, of another width, with one filled cell, or the header again.
  struct Oddity {
    /// How many rows of the part stand before it.
    let rowsBefore: Int
    /// Its bytes as they stand, without its line break.
    let bytes: [UInt8]
    /// How many line breaks of the part stand before it.
    let lineBreaksBefore: Int
  }

  /// The number of rows.
  private(set) var rows = 0
  /// The records that are none, in their order.
  private(set) var oddities: [Oddity] = []

  private let bytes: UnsafeRawPointer
  private let form: TextForm
  private let start: Int
  private let hasReturns: Bool
  /// Up to where line breaks are counted, and how many there are.
  private var (noted, lineBreaks): (Int, Int)

  /// Finds the rows among records.
  ///
  /// - Parameters:
  ///   - separators: where cells end; those of rows alone, one row after the other, when done.
  ///   - lineFeeds: how many there are among the bytes, where there are no carriage returns.
  ///   - starts: room for where each row begins.
  init(
    _ bytes: UnsafeRawPointer, _ form: TextForm, from start: Int,
    separators: UnsafeMutablePointer<UInt32>, count: Int, lineFeeds: Int?,
    starts: UnsafeMutablePointer<UInt32>
  ) {
    (self.bytes, self.form, self.start, hasReturns) = (bytes, form, start, lineFeeds == nil)
    (noted, lineBreaks) = (start, 0)
    let (look, width) = (Look(bytes, form), form.width)
    // As many line breaks as records of the width: where one ends each, there is none within.
    let isEven = lineFeeds.map { $0 * width == count } ?? false
    var (index, next, rows) = (0, start, 0)
    while index < count {
      let last = index + width - 1
      var end = index
      if last < count, isEven, bytes.isLineBreak(Int(separators[last])) {
        end = last
      } else {
        while !bytes.isLineBreak(Int(separators[end])) { end += 1 }
      }
      let ends = separators + index
      if end == last, look.isPlain(next, ends) || isPlain(next, Int(ends[width - 1])) {
        starts[rows] = UInt32(truncatingIfNeeded: next)
        if rows * width != index {
          for cell in 0..<width { separators[rows * width + cell] = separators[index + cell] }
        }
        rows += 1
      } else {
        note(next, Int(separators[end]), rowsBefore: rows)
      }
      next = Int(separators[end]) + 1
      if hasReturns, bytes.byte(next - 1) == 13, bytes.byte(next) == 10 { next += 1 }
      index = end + 1
    }
    self.rows = rows
  }

  /// Whether a record has two filled cells, does not say the header again, and has nothing beyond the
  /// header's columns.
  @inline(never)
  private func isPlain(_ start: Int, _ end: Int) -> Bool {
    var parser = CSVParser(dialect: form.dialect)
    parser.consume(Array(UnsafeRawBufferPointer(start: bytes + start, count: end - start))[...])
    let records = parser.finished()
    guard records.count == 1, records.filledCells(of: 0, upTo: 2) == 2 else { return false }
    let cells = records.texts(of: 0)
    return cells[form.columns...].allSatisfy(\.isEmpty)
      && !zip(form.header, cells).allSatisfy(==)
  }

  private mutating func note(_ start: Int, _ end: Int, rowsBefore: Int) {
    for index in noted..<start {
      let byte = bytes.byte(index)
      if byte == 13 || byte == 10 && (index == self.start || bytes.byte(index - 1) != 13) {
        lineBreaks += 1
      }
    }
    noted = start
    oddities.append(
      Oddity(
        rowsBefore: rowsBefore,
        bytes: Array(UnsafeRawBufferPointer(start: bytes + start, count: max(0, end - start))),
        lineBreaksBefore: lineBreaks))
  }
}

/// A look at a record that says of nearly all plain rows for certain that they are such.
private struct Look {
  private let bytes: UnsafeRawPointer
  private let (quote, delimiter): (UInt8, UInt8)
  private let (columns, width): (Int, Int)
  private let (headerWord, headerMask): (UInt64, UInt64)

  init(_ bytes: UnsafeRawPointer, _ form: TextForm) {
    self.bytes = bytes
    (quote, delimiter, columns, width) = (form.quote, form.delimiter, form.columns, form.width)
    (headerWord, headerMask) = (form.headerWord, form.headerMask)
  }

  /// Whether a record of the width has two filled cells, does not say the header again, and has
  /// nothing beyond the header's columns, all for certain.
  @inline(__always)
  func isPlain(_ start: Int, _ ends: UnsafeMutablePointer<UInt32>) -> Bool {
    var (filled, next, column) = (0, start, 0)
    while column < columns, filled < 2 {
      if isFilled(next) { filled += 1 }
      next = Int(ends[column]) + 1
      column += 1
    }
    column = columns
    while column < width {
      if ends[column] != ends[column - 1] + 1 { return false }
      column += 1
    }
    return filled > 1 && !mayRepeatHeader(start)
  }

  /// Whether a cell has something in it for certain.
  @inline(__always)
  private func isFilled(_ start: Int) -> Bool {
    var byte = bytes.byte(start)
    if byte == quote { byte = bytes.byte(start + 1) }
    return byte > 0x20 && byte != quote && byte != delimiter
  }

  /// Whether the first cell may be that of the header: it begins alike, or with white space.
  @inline(__always)
  private func mayRepeatHeader(_ start: Int) -> Bool {
    let content = bytes.byte(start) == quote ? start + 1 : start
    let word = (bytes + content).loadUnaligned(as: UInt64.self)
    let first = bytes.byte(content)
    return (word ^ headerWord) & headerMask == 0 || first <= 0x20 || first == 0xC2
  }
}

extension UnsafeRawPointer {
  @inline(__always)
  fileprivate func byte(_ offset: Int) -> UInt8 { load(fromByteOffset: offset, as: UInt8.self) }

  @inline(__always)
  fileprivate func isLineBreak(_ offset: Int) -> Bool {
    byte(offset) == 10 || byte(offset) == 13
  }
}
