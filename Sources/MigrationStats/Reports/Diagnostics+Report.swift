extension Report {
  /// The rows of tests of residuals: a row a test.
  public init(_ diagnostics: Diagnostics) {
    self.init(
      columns: [
        Column("test", .detail), Column("statistic", .detail), Column("df", .detail),
        Column("p_value", .detail, as: "p"), Column("notes", .prose),
      ],
      rows: diagnostics.tests.map { test in
        [
          .text(test.test.rawValue), Cell(test.statistic), Cell(test.degreesOfFreedom),
          Cell(test.pValue), Cell(test.note),
        ]
      })
  }
}
