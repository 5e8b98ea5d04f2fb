/// The status, the rounding, the bound and the attributes that a long table's row may carry.
struct LongExtras {
  private let table: Table
  private let status: Int?
  private let rounding: Int?
  private let bound: Int?
  private var attributes: RowAttributes
  private let statuses: TextColumn?

  init(_ table: Table, _ columns: Layout.LongColumns) {
    self.table = table
    status = columns.status
    let roles = columns.series.attributes.map { ($0, ColumnRole(header: table.header[$0])) }
    rounding = roles.first { $0.1 == .rounding }?.0
    bound = roles.first { $0.1 == .bound }?.0
    attributes = RowAttributes(
      table, columns: roles.filter { $0.1 != .rounding && $0.1 != .bound }.map(\.0))
    statuses = columns.status.map { TextColumn(table, $0) }
  }

  mutating func parts(
    _ row: Int
  ) throws(TidyingError) -> (
    status: Status, isConfidential: Bool, rounding: Double?, bound: Observation.Bound,
    attributes: [String: String]
  ) {
    let (status, further) = try statusOf(row)
    var attributes = attributes.of(row)
    if !further.isEmpty {
      attributes.merge([CellReading.furtherFlags: further]) { "\($0); \($1)" }
    }
    return (
      status, further.contains("c"), try roundingOf(row), try boundOf(row), attributes
    )
  }

  /// The status, and the flags beside it that it does not tell.
  private func statusOf(_ row: Int) throws(TidyingError) -> (Status, further: String) {
    guard let status, let text = statuses?[row] else { return (.normal, "") }
    if let read = Self.status(of: text) { return read }
    throw TidyingError(
      .notAStatus, "‘\(text)’ is not a status", at: table.position(row, status),
      remedy:
        "SDMX's codes are \(Status.allCases.map(\.rawValue).joined(separator: " ")); Eurostat's "
        + "are b c d e f i m n p r s u z.")
  }

  /// What a text says of the status, and the flags beside it; nil where it is none.
  static func status(of text: String) -> (status: Status, further: String)? {
    if text.isEmpty { return (.normal, "") }
    if let known = Status(rawValue: text) { return (known, "") }
    let codes = text.split { " ,;".contains($0) }.map { Status(rawValue: String($0)) }
    if codes.count > 1, !codes.contains(nil) {
      let known = codes.compactMap(\.self)
      let worst = Status.worst(of: known)
      return (worst, known.filter { $0 != worst }.map(\.rawValue).joined(separator: " "))
    }
    guard let flags = FlagLetters.read(text: text) else { return nil }
    return (flags.status, flags.further)
  }

  private func roundingOf(_ row: Int) throws(TidyingError) -> Double? {
    guard let rounding else { return nil }
    switch Self.numbers.content(of: table.bytes(row, rounding)) {
    case .number(let numeral) where numeral.value >= 0: return numeral.value
    case .missing: return nil
    default:
      throw TidyingError(
        .notANumber, "‘\(table.text(row, rounding))’ is not a unit of rounding",
        at: table.position(row, rounding),
        remedy: "Give the unit, such as 100000, or leave it empty.")
    }
  }

  private static let numbers = NumberText()

  private func boundOf(_ row: Int) throws(TidyingError) -> Observation.Bound {
    guard let bound else { return .exact }
    let text = table.text(row, bound)
    if let known = Observation.Bound(rawValue: text) { return known }
    throw TidyingError(
      .notAStatus, "‘\(text)’ is not a bound", at: table.position(row, bound),
      remedy: "A bound is ‘over’, ‘under’ or empty.")
  }
}
