/// The records at the end of a text that are no rows but footers.
///
/// Footers have one filled cell and are short or follow a blank line; or they are of another width than
/// the table and follow one. Behind a blank line a footer may by chance have as many cells as a row:
/// it is one where no record down to the end has a number in a column of numbers.
struct FooterFinder {
  /// The first record that is a footer; the number of records where there is none.
  private(set) var start: Int

  private let records: Records
  private let filled: [Int]
  private let header: Int
  private let width: Int

  /// Looks from the end upwards.
  ///
  /// - Parameters:
  ///   - filled: the records that are neither blank nor comments.
  ///   - header: the last record of the header.
  ///   - width: the number of cells that most records have.
  init(_ records: Records, _ filled: [Int], header: Int, width: Int) {
    (self.records, self.filled, self.header, self.width) = (records, filled, header, width)
    start = records.count
    for record in filled.reversed() where record > header {
      let isSingle = records.filledCells(of: record, upTo: 2) < 2
      let isApart = isApart(record)
      let isShort = records.width(of: record) < width
      guard isSingle && (isShort || isApart) || isApart && records.width(of: record) != width
      else {
        break
      }
      start = record
    }
    if let first = firstBehindBlank, areFooters(from: first) { start = first }
  }

  /// Whether a blank line stands above a record, with no row between.
  private func isApart(_ record: Int) -> Bool {
    (header..<record).reversed().prefix { candidate in
      records.isBlank(candidate) || records.width(of: candidate) != width
    }.contains { records.isBlank($0) }
  }

  /// The last record above the footers that stands below a blank one and is no row.
  private var firstBehindBlank: Int? {
    filled.last { record in
      record > header + 1 && record < start && records.isBlank(record - 1) && !isWide(record)
    }
  }

  /// Whether a record has as many cells as a row, and more than one that is filled.
  private func isWide(_ record: Int) -> Bool {
    records.width(of: record) == width && records.filledCells(of: record, upTo: 2) == 2
  }

  /// Whether all records from one on are footers for certain: words stand wherever the rows above have
  /// numbers.
  private func areFooters(from first: Int) -> Bool {
    let above = filled.filter { $0 > header && $0 < first && isWide($0) }
    let columns = RowRepair(records, whole: above, columns: width, delimiter: 0)
    return filled.allSatisfy { record in
      record < first || !isWide(record) || columns.holdsWords(record)
    }
  }

  /// An error of a row below a blank line, with what keeps it from being a footer.
  func explained(_ error: ReadingError, at place: Position) -> ReadingError {
    guard error.kind == .width,
      let faulty = filled.first(where: { records.line(of: $0) == error.position.line }),
      !isWide(faulty), isApart(faulty),
      let next = filled.first(where: { $0 > faulty && isWide($0) })
    else { return error }
    return ReadingError(
      .width, error.summary, at: error.position,
      remedy:
        "Look for a row that was cut off. If it is a footnote, line \(records.line(of: next)) "
        + "below it looks like a row: put footnotes below all rows, and those with a delimiter in "
        + "quotes.")
  }
}
