/// The columns that say something of a row's values, such as a note.
struct RowAttributes {
  private let columns: [(name: String, texts: TextColumn)]
  /// The attributes of the last row, which the next row mostly shares.
  private var last: (row: Int, attributes: [String: String]) = (-2, [:])

  init(_ table: Table, columns: [Int]) {
    self.columns = columns.map {
      (Self.name(table.columnName($0)), TextColumn(table, $0))
    }
  }

  /// The attribute that a column holds: the long form writes `further_flags` for the further flags.
  static func name(_ header: String) -> String {
    switch Concordance.folded(header) {
    case CellReading.furtherFlags: CellReading.furtherFlags
    case CellReading.footnotes: CellReading.footnotes
    default: header
    }
  }

  /// Whether a column's attribute comes out again: in the long form, or with a figure.
  static func isWritten(_ header: String) -> Bool { written.contains(name(header)) }

  private static let written: Set<String> = [
    CellReading.furtherFlags, CellReading.footnotes, Observation.period, "words", "note", "notes",
    "source", "derivation",
  ]

  /// The filled ones of a row, by the names of their columns.
  mutating func of(_ row: Int) -> [String: String] {
    guard !columns.isEmpty else { return [:] }
    let continues =
      last.row == row - 1
      && columns.allSatisfy { $0.texts.codes[row] == $0.texts.codes[row - 1] }
    if !continues {
      last.attributes = [:]
      for (name, texts) in columns where !texts[row].isEmpty { last.attributes[name] = texts[row] }
    }
    last.row = row
    return last.attributes
  }
}
