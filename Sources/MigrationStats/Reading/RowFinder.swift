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

  private let header: [String]?
  private let headerWidth: Int
  private let columns: Int

  /// The rows of a table.
  ///
  /// - Parameters:
  ///   - header: what a record says that says the header again; nil for a header of two lines.
  ///   - width: the number of cells of the header's record, empty ones at its end among them.
  ///   - columns: the number of columns.
  init(_ records: Records, header: [String]?, width: Int, columns: Int) {
    (self.records, self.header, headerWidth, self.columns) = (records, header, width, columns)
  }

  /// Finds the rows.
  ///
  /// - Throws: `ReadingError` (`width`) with the line, and the expected and the found number of cells.
  mutating func find(
    _ body: [Int], at place: Position, finding: DialectFinding
  ) throws(ReadingError) {
    rows.reserveCapacity(body.count)
    var repair: RowRepair?
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
          records, record, columns: columns, headerWidth: headerWidth, at: place,
          finding: finding)
      else {
        let surplus = records.width(of: record) - max(headerWidth, columns)
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
            records.width(of: $0) == columns && !repeatsHeader($0)
          }, columns: columns, delimiter: finding.dialect.delimiter)
      repair = mending
      // A sheet has no delimiters that a name could hold.
      if finding.parts.isEmpty { throw fault }
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
    guard let header else { return false }
    // Most rows differ from the header in their first cells.
    for (column, name) in header.enumerated() {
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
