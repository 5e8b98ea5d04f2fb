/// What became of the records of a text that was read in parts: the account that `Table` gives.
struct PartFrame {
  let setAside: [Table.SetAside]
  let account: RowAccount
  /// The texts above the header, with their lines.
  let titles: [(text: String, line: Int)]

  /// The most records that are no plain rows; a file with more is no plain one.
  private static let most = 10_000

  /// Judges the records that are no plain rows by the law of `TableFrame`; nil where one of them is a
  /// row, takes a repair, or is an error, and so a look at the whole file.
  ///
  /// Plain rows stand in that law for nothing but their number: one before and one behind each run of
  /// others says all that counts.
  init?(_ parts: TextParts, _ passed: TextParts.Passed) {
    let (head, form) = (parts.head, parts.head.form)
    let rows = passed.counts.reduce(0) { $0 + $1.rows }
    let odd = passed.oddities.reduce(0) { $0 + $1.count }
    guard odd <= Self.most, rows > odd else { return nil }
    var records = Records()
    for record in 0...head.headerRecord {
      records.append(
        (0..<head.records.width(of: record)).map {
          head.records.text[head.records.range(record, $0)]
        },
        begunOn: head.records.line(of: record))
    }
    /// The number of plain rows among the records.
    var (standing, line) = (0, head.line)
    func stand(on line: Int) {
      records.append(head.row, begunOn: line)
      standing += 1
    }
    // More plain rows than others, so that their width is the table's.
    for _ in 0..<odd + head.headerRecord + 2 { stand(on: line) }
    var isOdd = Set<Int>()
    /// The line of a row since the last record that is none.
    var standsOn: Int?
    for (part, counts) in passed.counts.enumerated() {
      var done = 0
      for oddity in passed.oddities[part] {
        if oddity.rowsBefore > done { standsOn = line + oddity.lineBreaksBefore }
        if let place = standsOn { stand(on: place) }
        (done, standsOn) = (oddity.rowsBefore, nil)
        isOdd.insert(records.count)
        guard let cells = Self.cells(of: oddity, form) else { return nil }
        records.append(cells, begunOn: line + oddity.lineBreaksBefore)
      }
      line += counts.lineBreaks
      if counts.rows > done { standsOn = line }
    }
    if let place = standsOn { stand(on: place) }
    guard
      let frame = try? TableFrame(
        records, at: Position(file: parts.path), finding: head.finding),
      frame.repairs.isEmpty, frame.header == form.header, frame.headerRecord == head.headerRecord,
      frame.levels == nil, frame.tags == nil, !frame.rows.contains(where: isOdd.contains)
    else { return nil }
    (setAside, titles) = (frame.setAside, frame.titles)
    let left = rows - standing
    account = RowAccount(
      read: frame.account.read + left, headers: frame.account.headers,
      kept: frame.account.kept + left, repaired: 0, joined: 0, setAside: frame.account.setAside)
    guard account.kept == rows else { return nil }
  }

  private static func cells(of oddity: RowScan.Oddity, _ form: TextForm) -> [[UInt8]]? {
    var parser = CSVParser(dialect: form.dialect)
    parser.consume(oddity.bytes[...])
    let records = parser.finished()
    if records.count == 0 { return [[]] }
    guard records.count == 1 else { return nil }
    return (0..<records.width(of: 0)).map { Array(records.text[records.range(0, $0)]) }
  }
}
