/// The records of a delimited text: the bytes of all cells one after another, and where each ends.
///
/// No cell is a `String` until it is asked for; a million cells are three arrays.
struct Records: Sendable {
  /// The bytes of the cells, unquoted and joined.
  private(set) var text: [UInt8] = []
  /// For each cell, the end of its bytes in `text`.
  private var cellEnds: [Int] = []
  /// For each record, the end of its cells in `cellEnds`.
  private var recordEnds: [Int] = []
  /// For each record, the line on which it begins.
  private var lines: [Int] = []
  /// The records that are comments.
  private var comments: Set<Int> = []
  /// Whether each cell is a number by its type, as far as the last that is; empty for a text.
  private var numbers: [Bool] = []

  /// The number of records.
  var count: Int { recordEnds.count }
  /// The positions of the records.
  var indices: Range<Int> { recordEnds.indices }

  /// The line on which a record begins.
  func line(of record: Int) -> Int { lines[record] }

  /// Whether the record is a line of comment, which is no row whatever it holds.
  func isComment(_ record: Int) -> Bool { !comments.isEmpty && comments.contains(record) }

  /// The number of cells of a record.
  func width(of record: Int) -> Int { recordEnds[record] - firstCell(of: record) }

  /// Where the bytes of a cell lie in `text`; empty for a cell that the record does not have.
  func range(_ record: Int, _ cell: Int) -> Range<Int> {
    guard cell < width(of: record) else { return 0..<0 }
    let index = firstCell(of: record) + cell
    return (index == 0 ? 0 : cellEnds[index - 1])..<cellEnds[index]
  }

  /// Whether any cell is a number by its type, as only those of a sheet are.
  var holdNumbers: Bool { !numbers.isEmpty }

  /// Whether a cell is a number by its type, and so no text that may be read in several ways.
  func isNumber(_ record: Int, _ cell: Int) -> Bool {
    guard !numbers.isEmpty, cell < width(of: record) else { return false }
    let index = firstCell(of: record) + cell
    return index < numbers.count && numbers[index]
  }

  /// The line on which a cell begins: the record's, and the line breaks in the cells before it.
  func line(of record: Int, cell: Int) -> Int {
    // Where the next record begins on the next line, this one has no line break in it.
    if record + 1 < lines.count, lines[record + 1] == lines[record] + 1 { return lines[record] }
    let start = range(record, 0).lowerBound
    let end = range(record, cell).lowerBound
    guard end > start else { return lines[record] }
    return lines[record] + text[start..<end].count { $0 == UInt8(ascii: "\n") }
  }

  /// The number of a cell of plain digits; nil where it takes a closer look.
  func plainNumber(_ record: Int, _ cell: Int, mark: UInt8) -> Double? {
    let range = range(record, cell)
    let mark = isNumber(record, cell) ? UInt8(ascii: ".") : mark
    return text.withUnsafeBufferPointer { bytes in
      PlainNumber.value(UnsafeBufferPointer(rebasing: bytes[range]), mark: mark)
    }
  }

  /// Whether the record has nothing but white space in it.
  func isBlank(_ record: Int) -> Bool { filledCells(of: record, upTo: 1) == 0 }

  /// Whether a byte order mark stands before the record's first cell.
  func beginsWithMark(_ record: Int) -> Bool {
    text[range(record, 0)].starts(with: Encoding.byteOrderMark)
  }

  /// How many cells hold more than white space, counting no further than `limit`.
  func filledCells(of record: Int, upTo limit: Int = .max) -> Int {
    var filled = 0
    for cell in 0..<width(of: record) where filled < limit {
      if !text[range(record, cell)].allSatisfy(\.isSpace) { filled += 1 }
    }
    return filled
  }

  /// The texts of a record's cells, white space around them removed.
  func texts(of record: Int) -> [String] {
    (0..<width(of: record)).map { String(decoding: text[range(record, $0)].trimmed, as: UTF8.self) }
  }

  private func firstCell(of record: Int) -> Int { record == 0 ? 0 : recordEnds[record - 1] }

  // MARK: Building

  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>.SubSequence) {
    text.append(contentsOf: bytes)
  }
  mutating func append(_ byte: UInt8) { text.append(byte) }
  mutating func endCell() { cellEnds.append(text.count) }
  /// Says of the cell that is being written that it is a number by its type.
  mutating func noteNumber() {
    numbers += repeatElement(false, count: cellEnds.count - numbers.count)
    numbers.append(true)
  }
  mutating func endRecord(begunOn line: Int) {
    recordEnds.append(cellEnds.count)
    lines.append(line)
  }
  /// Appends a record with cells that are at hand.
  mutating func append(
    _ cells: some Sequence<some Sequence<UInt8>>, begunOn line: Int, isComment: Bool = false
  ) {
    for cell in cells {
      text.append(contentsOf: cell)
      endCell()
    }
    if isComment { noteComment() }
    endRecord(begunOn: line)
  }
  /// Appends a record of others, with empty cells behind its own up to a width.
  mutating func append(_ record: Int, of others: Records, width: Int, begunOn line: Int) {
    let cells = others.firstCell(of: record)..<others.recordEnds[record]
    let from = cells.lowerBound == 0 ? 0 : others.cellEnds[cells.lowerBound - 1]
    let to = cells.isEmpty ? from : others.cellEnds[cells.upperBound - 1]
    let moved = text.count - from
    text.append(contentsOf: others.text[from..<to])
    cellEnds.append(contentsOf: others.cellEnds[cells].lazy.map { $0 + moved })
    for _ in cells.count..<max(cells.count, width) { endCell() }
    endRecord(begunOn: line)
  }
  /// Says of the record that is being written that it is a comment.
  mutating func noteComment() { comments.insert(recordEnds.count) }
  mutating func removeLast() {
    comments.remove(recordEnds.count - 1)
    recordEnds.removeLast()
    lines.removeLast()
    cellEnds.removeLast(cellEnds.count - (recordEnds.last ?? 0))
    numbers.removeLast(max(0, numbers.count - cellEnds.count))
    text.removeLast(text.count - (cellEnds.last ?? 0))
  }
  /// Takes the complete records of a text out, and leaves the one that is being written.
  mutating func takeComplete() -> Records {
    guard let cells = recordEnds.last else { return Records() }
    let bytes = cells == 0 ? 0 : cellEnds[cells - 1]
    var taken = Records()
    taken.text = Array(text[bytes...])
    taken.cellEnds = cellEnds[cells...].map { $0 - bytes }
    // The record that is being written is no comment yet: one is known at its end.
    swap(&self, &taken)
    taken.text.removeLast(taken.text.count - bytes)
    taken.cellEnds.removeLast(taken.cellEnds.count - cells)
    return taken
  }

  /// The bytes of the cell that is being written.
  var openCellIsEmpty: Bool { text.count == (cellEnds.last ?? 0) }
  /// Whether the record that is being written has a cell already.
  var openRecordIsEmpty: Bool { cellEnds.count == (recordEnds.last ?? 0) }
}
