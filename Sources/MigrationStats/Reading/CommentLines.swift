/// The lines of a text that begin with a mark for comments, told or found.
///
/// `#` is taken for such a mark where no line that begins with it is as wide as the table: the tags of
/// the Humanitarian Exchange Language and a column headed `#` begin with it too. Lines as wide as the
/// table are comments where all stand above it and what follows them is a header.
struct CommentLines {
  /// What the lines that begin with the mark are.
  enum Judgement {
    /// Part of the table.
    case none
    /// Comments, as they have not the table's width.
    case narrow
    /// Comments, as there is a header below those that have the table's width.
    case above
  }

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
  func evidence(_ judgement: Judgement) -> String {
    let begin = count == 1 ? "a line begins with it" : "\(count) lines begin with it"
    if judgement == .above { return "\(begin), those of the table's width above its header" }
    return "\(begin) and \(count == 1 ? "has" : "have") not the table's width"
  }

  /// What the lines that begin with the mark are, where it is not told.
  func judged(_ trial: Trial, head: ArraySlice<UInt8>) -> Judgement {
    guard !isTold, let byte else { return .narrow }
    var dialect = trial.dialect
    dialect.comment = nil
    var parser = CSVParser(dialect: dialect)
    parser.consume(head)
    let records = parser.finished(lenient: true)
    func isMarked(_ record: Int) -> Bool {
      records.text[records.range(record, 0)].first == byte
    }
    let wide = records.indices.filter { records.width(of: $0) >= trial.evidence.width }
    guard let last = wide.last(where: isMarked) else { return .narrow }
    let rest = wide.filter { !isMarked($0) && !records.isBlank($0) }
    guard let first = rest.first, first > last,
      Self.isHeader(first, above: rest.dropFirst(), records)
    else { return .none }
    return .above
  }

  /// Whether a record is a header for certain: names, where the rows below have numbers, or years.
  private static func isHeader(
    _ record: Int, above rows: ArraySlice<Int>, _ records: Records
  ) -> Bool {
    let names = records.texts(of: record)
    guard Set(names).count == names.count else { return false }
    var (hasName, years) = (false, [Int]())
    for (column, name) in names.enumerated() {
      let below = rows.map { records.text[records.range($0, column)].trimmed }
      if let year = YearText.year(in: name) {
        // A row of a long table has a year above years.
        if below.allSatisfy({ $0.isEmpty || YearText.year(in: $0) != nil }) { return false }
        years.append(year)
        continue
      }
      // A value may be flagged or withheld.
      guard name.count > 1, numbers.content(of: CellParts(ArraySlice(name.utf8)).core) == .other
      else { return false }
      hasName = hasName || below.contains { isNumber($0) }
    }
    return hasName || years.count > 2 && zip(years, years.dropFirst()).allSatisfy { $0 < $1 }
  }

  private static let numbers = NumberText()

  private static func isNumber(_ cell: ArraySlice<UInt8>) -> Bool {
    if case .number = numbers.content(of: cell) { true } else { false }
  }
}
