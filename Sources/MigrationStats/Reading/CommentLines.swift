/// The lines of a text that begin with a mark for comments, told or found.
///
/// `#` is taken for such a mark where no line that begins with it is as wide as the table: the tags of
/// the Humanitarian Exchange Language and a column headed `#` begin with it too.
struct CommentLines {
  /// The mark; nil where there is none.
  let byte: UInt8?
  private let isTold: Bool
  private let count: Int

  init(_ head: ArraySlice<UInt8>, told: DialectMark?) {
    isTold = told != nil
    let mark = told.map(\.byte) ?? UInt8(ascii: "#")
    var (count, isLineStart) = (0, true)
    for byte in head {
      if isLineStart, byte == mark { count += 1 }
      isLineStart = byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    }
    self.count = count
    byte = isTold ? mark : count > 0 ? mark : nil
  }

  /// What speaks for the mark.
  var evidence: String {
    count == 1
      ? "a line begins with it and has not the table's width"
      : "\(count) lines begin with it and have not the table's width"
  }

  /// Whether the mark, not being told, has to be given up: a line that begins with it is as wide as
  /// the table.
  func checked(_ trial: Trial, head: ArraySlice<UInt8>, isWhole: Bool) -> Bool {
    guard !isTold, let byte else { return false }
    var dialect = trial.dialect
    dialect.comment = nil
    var parser = CSVParser(dialect: dialect)
    parser.consume(head)
    let records = parser.finished(lenient: true)
    return records.indices.contains { record in
      records.width(of: record) >= trial.evidence.width
        && records.text[records.range(record, 0)].first == byte
    }
  }
}
