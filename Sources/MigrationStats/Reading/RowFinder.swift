/// The rows among the records between header and footer: repaired where the repair is certain.
struct RowFinder {
  /// The records, with those that were repaired behind them.
  private(set) var records: Records
  /// The records that are rows, in the file's order.
  private(set) var rows: [Int] = []
  /// What was mended.
  private(set) var repairs: [Table.Repair] = []
  /// The records that say the header again.
  private(set) var repeatedHeaders: Set<Int> = []
  /// How many records became part of the row before.
  private(set) var joined = 0

  private let header: Int
  private let columns: [String]

  init(_ records: Records, header: Int, columns: [String]) {
    (self.records, self.header, self.columns) = (records, header, columns)
  }

  /// Finds the rows.
  ///
  /// - Throws: `ReadingError` (`width`) with the line, and the expected and the found number of cells.
  mutating func find(
    _ body: [Int], file: String, finding: DialectFinding
  ) throws(ReadingError) {
    rows.reserveCapacity(body.count)
    var repair: RowRepair?
    let headerWidth = records.width(of: header)
    var index = 0
    while index < body.count {
      let record = body[index]
      index += 1
      if repeatsHeader(record) {
        repeatedHeaders.insert(record)
        continue
      }
      guard
        let fault = TableFrame.fault(
          records, record, columns: columns.count, file: file, finding: finding)
      else {
        let surplus = records.width(of: record) - max(headerWidth, columns.count)
        if surplus > 0 {
          note(
            record,
            "\(surplus == 1 ? "an empty cell" : "\(surplus) empty cells") beyond the header left out"
          )
        }
        rows.append(record)
        continue
      }
      let mending =
        repair
        ?? RowRepair(
          records,
          whole: body.filter {
            records.width(of: $0) == columns.count && !repeatsHeader($0)
          }, columns: columns.count, delimiter: finding.dialect.delimiter)
      repair = mending
      if let mended = mending.joinedCells(of: record) {
        append(mended.cells, for: record)
        let name = finding.dialect.delimiterName
        note(record, "a \(name) without quotes taken for part of ‘\(mended.joined)’")
      } else if index < body.count, body[index] == record + 1,
        let mended = mending.joinedCells(of: record, and: body[index])
      {
        append(mended.cells, for: record)
        note(record, "a line break without quotes taken for part of ‘\(mended.joined)’")
        joined += 1
        index += 1
      } else {
        throw fault
      }
    }
  }

  private func repeatsHeader(_ record: Int) -> Bool {
    // Most rows differ from the header in their first cells.
    for (column, name) in columns.enumerated() {
      let cell = records.text[records.range(record, column)].trimmed
      guard cell.elementsEqual(name.utf8) else { return false }
    }
    return true
  }

  private mutating func append(_ cells: [[UInt8]], for record: Int) {
    records.append(cells, begunOn: records.line(of: record))
    rows.append(records.count - 1)
  }

  private mutating func note(_ record: Int, _ text: String) {
    repairs.append(Table.Repair(line: records.line(of: record), text: text))
  }
}
