extension Inspection {
  /// Each property in a line: `my.csv: delimiter: comma (found; …)`.
  public var lines: [String] {
    report.rows.map { row in
      let texts = zip(report.columns, row).map { ReadingLayout.text($1, $0) }
      return "\(table.name): " + texts.joined(separator: ": ").replacing("\n", with: " ")
    }
  }
}
