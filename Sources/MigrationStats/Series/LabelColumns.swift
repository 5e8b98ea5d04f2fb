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

  /// The column of labels behind a column of codes; nil where there is none.
  func label(of column: Int) -> Int? {
    let next = column + 1
    guard isLabelled, table.header.indices.contains(next),
      ColumnRole(header: table.header[next]) == nil, isOneToOne(column, next)
    else { return nil }
    return next
  }

  /// Those of the keys that are labels of the key, the area or the code before them.
  ///
  /// In other files than SDMX's a column of one text says nothing of what it is.
  func labels(among keys: [Int], beside shared: Layout.SharedColumns) -> [Int] {
    let others = [shared.area, shared.code].compactMap(\.self)
    var labels: [Int] = []
    for column in keys where column > 0 {
      let before = column - 1
      guard (keys.contains(before) || others.contains(before)) && !labels.contains(before),
        isLabelled || TextColumn(table, column).values.count > 1, isOneToOne(before, column)
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
