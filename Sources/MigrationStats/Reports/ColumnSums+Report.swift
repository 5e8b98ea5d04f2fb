extension Report {
  /// ColumnSums as a rectangle: the columns by which values are summed, the sum, and how many values are in it
  /// and how many are not.
  public init(_ sums: ColumnSums) {
    let own = ["values", "missing", "suppressed"]
    // Years and other whole numbers are numbers for programs too.
    let areWhole = sums.keyNames.indices.map { column in
      sums.rows.allSatisfy { Int($0.keys[column]).map(String.init) == $0.keys[column] }
    }
    let named = { (name: String) in own.contains(name) ? "key_\(name)" : name }
    self.init(
      columns: sums.keyNames.map { Column(named($0), .identity, isGrouped: false) } + [
        Column(named(sums.valueName), .summary), Column("values", .detail, dropped: 2),
        Column("missing", .detail, dropped: 1), Column("suppressed", .detail, dropped: 1),
      ],
      rows: sums.rows.map { row in
        row.keys.enumerated().map { column, key in
          areWhole[column] ? Cell(Int(key)) : .text(key)
        } + [
          row.digits.map { .digits($0) } ?? Cell(row.value), .integer(row.count),
          .integer(row.missing), .integer(row.suppressed),
        ]
      })
    let by = sums.keyNames.isEmpty ? "" : " by \(sums.keyNames.joined(separator: ", "))"
    title = ["Sums of \(sums.valueName)\(by)"]
  }
}
