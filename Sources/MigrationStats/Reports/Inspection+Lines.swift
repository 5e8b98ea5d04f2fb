extension Inspection {
  /// What is in a table whose series are known.
  public init(_ table: Table, panel: Panel) {
    self.table = table
    self.panel = .success(panel)
  }

  /// Each property in a line: `my.csv: delimiter: comma (found; …)`.
  public var lines: [String] {
    report.rows.map { row in
      let texts = zip(report.columns, row).map { ReadingLayout.text($1, $0) }
      return "\(table.name): " + texts.joined(separator: ": ").replacing("\n", with: " ")
    }
  }
}
