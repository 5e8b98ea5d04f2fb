/// The columns that say in words what the column before says in a code, as SDMX writes them with labels.
///
/// ```
/// citizen,Country of citizenship,sex,Sex
/// TOTAL,Total,F,Females
/// ```
struct LabelColumns {
  private let table: Table

  init(_ table: Table) { self.table = table }

  /// Whether the file is SDMX's, where a code has its label behind it.
  var isLabelled: Bool {
    ["STRUCTURE", "DATAFLOW"].contains(table.header.first?.uppercased() ?? "")
  }

  /// The column that says what a row does to a database; nil where there is none.
  ///
  /// To add, change or delete tells no series apart.
  var action: Int? {
    isLabelled ? table.header.firstIndex { $0.uppercased() == "ACTION" } : nil
  }

  /// Whether a column says in words what the one before it says in codes.
  func isLabel(_ column: Int) -> Bool {
    column > 0 && (isLabelOfValue(column) || label(of: column - 1) == column)
  }

  /// The column of labels behind a column of codes; nil where there is none.
  func label(of column: Int) -> Int? {
    let next = column + 1
    guard isLabelled, table.header.indices.contains(next),
      ColumnRole(header: table.header[next]) == nil, isOneToOne(column, next)
    else { return nil }
    return next
  }

  /// Whether a column stands behind that of the value, its status or its year, and so is its label.
  func isLabelOfValue(_ column: Int) -> Bool {
    guard isLabelled, column > 0, let role = ColumnRole(header: table.header[column - 1]) else {
      return false
    }
    return [.value, .status, .year].contains(role)
  }

  /// Those of the keys that are labels of the key, the area or the code before them.
  ///
  /// In other files than SDMX's a column of one text says nothing of what it is.
  func labels(among keys: [Int], beside shared: Layout.SharedColumns) -> [Int] {
    let others = isLabelled ? [shared.area, shared.code].compactMap(\.self) : []
    var labels: [Int] = []
    for column in keys where column > 0 {
      let before = column - 1
      guard (keys.contains(before) || others.contains(before)) && !labels.contains(before),
        isLabelled
          || ColumnRole(header: table.header[column]) == nil
            && TextColumn(table, column).values.count > 1,
        isOneToOne(before, column)
      else { continue }
      labels.append(column)
    }
    return labels
  }

  /// Whether each text of one column always stands beside the same text of the other.
  private func isOneToOne(_ one: Int, _ other: Int) -> Bool {
    let (codes, labels) = (TextColumn(table, one), TextColumn(table, other))
    guard codes.values.count == labels.values.count else { return false }
    var label: [Int?] = Array(repeating: nil, count: codes.values.count)
    for row in 0..<table.rowCount {
      let (code, text) = (codes.codes[row], labels.codes[row])
      if let known = label[code], known != text { return false }
      label[code] = text
    }
    return true
  }
}
