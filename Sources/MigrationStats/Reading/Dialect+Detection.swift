extension Dialect {
  /// The delimiters that are tried, in the order in which a tie is broken.
  static let candidates: [UInt8] = [",", ";", "\t", "|"].map { UInt8(ascii: $0) }

  /// What one delimiter makes of the head of a file.
  public struct Evidence: Sendable, Hashable {
    /// The delimiter tried.
    public let delimiter: UInt8
    /// The number of cells that most records have.
    public let width: Int
    /// How many records have that number of cells.
    public let agreeing: Int
    /// How many records were looked at, blank ones left out.
    public let records: Int

    /// The share of the records that agree.
    public var share: Double { records == 0 ? 0 : Double(agreeing) / Double(records) }
  }

  /// The dialect whose delimiter makes the most consistent table of the first 64 KiB.
  ///
  /// A delimiter counts only where most records have two cells or more. The one under which the
  /// largest share of the records has the same number of cells wins; a tie goes to the wider table.
  static func detected(in bytes: ArraySlice<UInt8>) -> (dialect: Dialect, evidence: [Evidence]) {
    let head = bytes.prefix(64 * 1024)
    let whole = head.count == bytes.count
    let evidence = candidates.map { delimiter in
      Evidence(delimiter: delimiter, head: head, whole: whole)
    }
    let tabular = evidence.filter { $0.width > 1 }
    let best = tabular.max { ($0.share, $0.width) < ($1.share, $1.width) }
    return (Dialect(delimiter: best?.delimiter ?? UInt8(ascii: ",")), evidence)
  }
}

extension Dialect.Evidence {
  fileprivate init(delimiter: UInt8, head: ArraySlice<UInt8>, whole: Bool) {
    var parser = CSVParser(dialect: Dialect(delimiter: delimiter))
    parser.consume(head)
    var records = parser.finished(lenient: true)
    if !whole, records.count > 1 { records.removeLast() }
    let widths = records.indices.filter { !records.isBlank($0) }.map { records.width(of: $0) }
    let counts = widths.reduce(into: [Int: Int]()) { $0[$1, default: 0] += 1 }
    let most =
      counts.filter { $0.key > 1 }.max { ($0.value, $0.key) < ($1.value, $1.key) } ?? counts.first
    self.init(
      delimiter: delimiter, width: most?.key ?? 0, agreeing: most?.value ?? 0,
      records: widths.count)
  }
}
