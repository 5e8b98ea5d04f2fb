extension Report {
  /// A rectangle of texts, the last column set in the width that is left.
  ///
  /// - Parameters:
  ///   - rows: a text a column, or nil for no value.
  ///   - names: the names of the columns.
  public init(texts rows: [[String?]], named names: [String]) {
    self.init(
      columns: names.enumerated().map { index, name in
        Column(name, index == names.count - 1 ? .prose : .detail, widest: 40)
      },
      rows: rows.map { row in row.map { Cell($0) } })
  }
}
