#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// Columns of a table, each of one type, of a file of any size.
///
/// ```swift
/// let columns = try Columns(contentsOf: url, named: ["year", "origin", "migrants"])
/// columns.rowCount                    // 20080123
/// columns["year"].kind                // .wholeNumbers
/// columns["migrants"].number(0)       // 4333318
/// ```
///
/// The type is decided over the whole column, never over a sample: whole numbers where all cells are
/// such, decimals where all are numbers, else texts. Numbers with leading noughts and whole numbers
/// beyond 64 bits, such as identifiers, make a column of texts, which keeps every digit; so does a whole
/// number that no double holds among decimals. In columns of numbers the words that publishers write
/// for a missing value are missing, and `*` is suppressed; in texts only an empty cell is missing, as NA
/// is a country's code too. Numbers with flags or footnotes are texts: `Table.tidied()` reads them.
///
/// A plain text in UTF-8 is read in parts on all processors and never held; only the columns that are
/// asked for are. What is packed, oddly written or has rows to repair is read as a `Table`, with the
/// same rows.
public struct Columns: Sendable {
  /// The name of the file.
  public let name: String
  /// The names of all columns of the file, those that were not asked for too.
  public let header: [String]
  /// The columns that were asked for, in the order asked for.
  public let columns: [Column]
  /// The number of rows.
  public let rowCount: Int
  /// How the text is written, and how that is known.
  public let finding: DialectFinding
  /// The lines before, between and after the rows that are no rows.
  public let setAside: [Table.SetAside]
  /// What became of every record.
  public let account: RowAccount
  /// What was done or seen on the way that the user ought to know.
  public let notes: [Note]

  /// What is told of how far reading is, in bytes, on the thread that asked for it.
  public typealias Progress = (_ done: Int, _ all: Int) -> Void

  /// Reads columns of a file.
  ///
  /// - Parameters:
  ///   - names: the columns; all of them where nil. Case does not count.
  ///   - progress: is told how far reading is.
  /// - Throws: `ReadingError`: what `Table` throws, and `noColumn`.
  /// - Complexity: O(n) in the bytes of the file, on all processors; memory for the columns.
  public init(
    contentsOf url: URL, named names: [String]? = nil, options: ReadingOptions = ReadingOptions(),
    progress: Progress? = nil
  ) throws(ReadingError) {
    try self.init(.file(url.path), named: names, options: options, progress: progress)
  }

  /// Reads columns of a source.
  ///
  /// - Throws: `ReadingError`: what `Table` throws, and `noColumn`.
  public init(
    _ source: Source, named names: [String]? = nil, options: ReadingOptions = ReadingOptions(),
    progress: Progress? = nil
  ) throws(ReadingError) {
    let parts = try TextParts(source, options: options)
    try self.init(parts, source, named: names, options: options, progress: progress)
  }

  init(
    _ parts: TextParts?, _ source: Source, named names: [String]?, options: ReadingOptions,
    threads: Int = Threads.processors, progress: Progress? = nil
  ) throws(ReadingError) {
    if let parts,
      let read = try PartColumns(parts, options: options).columns(
        named: names, threads: threads, progress: progress)
    {
      self = read
    } else {
      try self.init(Table(source, options: options), named: names)
    }
  }

  init(
    name: String, header: [String], columns: [Column], rowCount: Int, finding: DialectFinding,
    setAside: [Table.SetAside], account: RowAccount, notes: [Note]
  ) {
    (self.name, self.header, self.columns, self.rowCount) = (name, header, columns, rowCount)
    (self.finding, self.setAside, self.account) = (finding, setAside, account)
    self.notes = notes
  }

  /// A column that was asked for; case does not count.
  ///
  /// - Precondition: it was asked for. `columns` has all that were.
  public subscript(name: String) -> Column {
    let found =
      columns.first { $0.name == name }
      ?? columns.first { $0.name.lowercased() == name.lowercased() }
    guard let found else { preconditionFailure("the column ‘\(name)’ was not asked for") }
    return found
  }
}

/// The names of a table's columns.
struct ColumnNames {
  let header: [String]
  /// Where the header is.
  let place: Position

  /// The place of the column with a name; case does not count.
  ///
  /// - Throws: `ReadingError` (`noColumn`) with the names that are spelt alike.
  func column(named name: String) throws(ReadingError) -> Int {
    if let exact = header.firstIndex(of: name) { return exact }
    if let loose = header.firstIndex(where: { $0.lowercased() == name.lowercased() }) {
      return loose
    }
    // A column without a name is known by its number.
    if let number = Int(name), header.indices.contains(number - 1), header[number - 1].isEmpty {
      return number - 1
    }
    let named = header.filter { !$0.isEmpty }
    throw ReadingError(
      .noColumn, "there is no column ‘\(name)’", at: place,
      remedy: Suggestion.didYouMean(name, among: named)
        ?? "The columns are \(named.prefix(12).map { "‘\($0)’" }.joined(separator: ", "))"
        + (named.count > 12 ? " and \(named.count - 12) more." : "."))
  }

  /// The places of columns; of all where nil.
  func columns(named names: [String]?) throws(ReadingError) -> [Int] {
    guard let names else { return Array(header.indices) }
    var columns: [Int] = []
    for name in names { columns.append(try column(named: name)) }
    return columns
  }

  /// The header of a column, or its number where it has none.
  func name(_ column: Int) -> String { header[column].isEmpty ? "\(column + 1)" : header[column] }
}
