internal import CCells

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
  ///   - repeated: room for how many of each row's first cells stand as in the row above.
  init(
    _ bytes: UnsafeRawPointer, _ form: TextForm, from start: Int,
    separators: UnsafeMutablePointer<UInt32>, count: Int, lineFeeds: Int?,
    starts: UnsafeMutablePointer<UInt32>, repeated: UnsafeMutablePointer<UInt8>,
    processor: Processor = .atHand
  ) {
    (self.bytes, self.form, self.start, hasReturns) = (bytes, form, start, lineFeeds == nil)
    (noted, lineBreaks) = (start, 0)
    let width = form.width
    var plain = ccells_form(
      bytes: bytes, delimiter: form.delimiter, quote: form.quote, columns: form.columns,
      width: width, header_word: form.headerWord, header_mask: form.headerMask,
      breaks_at_returns: hasReturns,
      // As many line breaks as records of the width: where one ends each, there is none within.
      is_even: lineFeeds.map { $0 * width == count } ?? false)
    var (index, next) = (0, start)
    while index < count {
      let found = ccells_rows(
        &plain, next, separators + index, count - index, rows, starts, separators, repeated,
        processor.generation)
      rows += found
      index += found * width
      if found > 0 { next = self.start(behind: Int(separators[rows * width - 1])) }
      guard index < count else { break }
      // A record that takes a closer look.
      var end = index
      while !bytes.isLineBreak(Int(separators[end])) { end += 1 }
      let place = Int(separators[end])
      if end == index + width - 1, isPlain(next, place) {
        (starts[rows], repeated[rows]) = (UInt32(truncatingIfNeeded: next), 0)
        for cell in 0..<width { separators[rows * width + cell] = separators[index + cell] }
        rows += 1
      } else {
        note(next, place)
      }
      next = self.start(behind: place)
      index = end + 1
    }
  }

  /// Where the record behind a line break begins.
  private func start(behind lineBreak: Int) -> Int {
    let next = lineBreak + 1
    return hasReturns && bytes.byte(lineBreak) == 13 && bytes.byte(next) == 10 ? next + 1 : next
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

  private mutating func note(_ start: Int, _ end: Int) {
    for index in noted..<start {
      let byte = bytes.byte(index)
      if byte == 13 || byte == 10 && (index == self.start || bytes.byte(index - 1) != 13) {
        lineBreaks += 1
      }
    }
    noted = start
    oddities.append(
      Oddity(
        rowsBefore: rows,
        bytes: Array(UnsafeRawBufferPointer(start: bytes + start, count: max(0, end - start))),
        lineBreaksBefore: lineBreaks))
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
