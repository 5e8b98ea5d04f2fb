#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// Sums of a column of any table by what stands in other columns.
///
/// ```swift
/// let sums = try ColumnSums(contentsOf: url, of: "migrants", by: ["year", "origin"])
/// sums.rows[0].keys       // ["1990", "Afghanistan"]
/// sums.rows[0].value      // 6724681
/// ```
///
/// The sums of decimal numbers are exact before they are rounded once, so that they are the same in any
/// order and on any number of processors. A total is never added to its parts: where a column that is
/// summed over has both sexes beside female and male, or the world beside countries, sums are refused.
public struct ColumnSums: Sendable {
  /// What is summed.
  public struct Request: Sendable {
    /// The column of values.
    public var value: String
    /// The columns by which values are summed; all values together where there are none.
    public var keys: [String]
    /// Only rows with one of these values in a column; case does not count.
    public var only: [(column: String, value: String)] = []
    /// Rows with one of these values in a column are left out; case does not count.
    public var without: [(column: String, value: String)] = []
    /// Whether rows that name a group of areas, such as the world, are left out.
    public var countriesOnly = false

    /// Sums of a column by others.
    public init(of value: String, by keys: [String] = []) {
      (self.value, self.keys) = (value, keys)
    }
  }

  /// The sum of a group of rows.
  public struct Row: Sendable, Hashable {
    /// What stands in the columns by which values are summed.
    public let keys: [String]
    /// The sum, rounded once; nil where no row has a value.
    public let value: Double?
    /// The digits of a whole sum that no double holds; else nil.
    public let digits: String?
    /// How many values were added.
    public let count: Int
    /// How many rows have no value, which may be anything.
    public let missing: Int
    /// How many rows have a value that is withheld, so that the sum is below the truth.
    public let suppressed: Int
  }

  /// The name of the file.
  public let name: String
  /// The column of values.
  public let valueName: String
  /// The columns by which values are summed.
  public let keyNames: [String]
  /// The groups, sorted by their keys: whole numbers by size, texts by their code points.
  public let rows: [Row]
  /// How many rows were left out, as told.
  public let leftOut: Int
  /// What became of every record.
  public let account: RowAccount
  /// What a reader ought to know.
  public let notes: [Note]

  /// ColumnSums a column of a file.
  ///
  /// A plain text in UTF-8 is read in parts on all processors and never held.
  ///
  /// - Throws: `ReadingError`; `MeasureError` (`doubleCounting`, `notANumber`, `noValue`, `misuse`).
  /// - Complexity: O(n) in the bytes of the file; memory for the groups.
  public init(
    contentsOf url: URL, of value: String, by keys: [String] = [],
    options: ReadingOptions = ReadingOptions()
  ) throws {
    try self.init(.file(url.path), Request(of: value, by: keys), options: options)
  }

  /// ColumnSums a column of a source.
  ///
  /// - Parameter progress: is told how far reading is, in bytes.
  /// - Throws: `ReadingError`; `MeasureError` (`doubleCounting`, `notANumber`, `noValue`, `misuse`).
  public init(
    _ source: Source, _ request: Request, options: ReadingOptions = ReadingOptions(),
    progress: Columns.Progress? = nil
  ) throws {
    let parts = try TextParts(source, options: options)
    try self.init(parts, source, request, options: options, progress: progress)
  }

  init(
    _ parts: TextParts?, _ source: Source, _ request: Request, options: ReadingOptions,
    threads: Int = Threads.processors, progress: Columns.Progress? = nil
  ) throws {
    if let parts,
      let sums = try SumMaker(request, options: options).sums(
        of: parts, threads: threads, progress: progress)
    {
      self = sums
    } else {
      self = try SumMaker(request, options: options).sums(of: Table(source, options: options))
    }
  }

  init(
    name: String, valueName: String, keyNames: [String], rows: [Row], leftOut: Int,
    account: RowAccount, notes: [Note]
  ) {
    (self.name, self.valueName, self.keyNames) = (name, valueName, keyNames)
    (self.rows, self.leftOut, self.account, self.notes) = (rows, leftOut, account, notes)
  }
}
