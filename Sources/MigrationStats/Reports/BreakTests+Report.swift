extension Report {
  /// The rows of tests for breaks: a row a break, then a row a test that could not be made.
  public init(_ tests: BreakTests) {
    let columns = [
      Column("test", .detail), Column("breaks", .detail, dropped: 3),
      Column("year", .detail, isGrouped: false),
      Column("next_year", .detail, as: "next", isGrouped: false, dropped: 2),
      Column("statistic", .detail), Column("df1", .detail, dropped: 6),
      Column("df2", .detail, dropped: 5), Column("p_value", .detail, as: "p"),
      Column("lower", .detail, isGrouped: false), Column("upper", .detail, isGrouped: false),
      Column("profile_lower", .detail, isGrouped: false, dropped: 10),
      Column("profile_upper", .detail, isGrouped: false, dropped: 9),
      Column("slope_before", .detail, as: "slope before", dropped: 8),
      Column("slope_after", .detail, as: "after", dropped: 7),
      Column("rss", .detail, dropped: 4), Column("bic", .detail, dropped: 1),
      Column("chosen", .detail, dropped: 11), Column("notes", .prose, dropped: 12),
    ]
    let found = tests.tests.map { test -> [Cell] in
      [
        .text(test.kind.rawValue), .integer(test.breaks), Cell(test.year), Cell(test.nextYear),
        Cell(test.statistic), Cell(test.numeratorDegreesOfFreedom),
        Cell(test.denominatorDegreesOfFreedom), Cell(test.pValue), Cell(test.interval?.lower),
        Cell(test.interval?.upper), Cell(test.profileInterval?.lower),
        Cell(test.profileInterval?.upper), Cell(test.slopeBefore?.estimate),
        Cell(test.slopeAfter?.estimate), Cell(test.residualSumOfSquares), Cell(test.bic),
        test.isChosen ? .text("yes") : .absent,
        test.notes.isEmpty ? .absent : .text(test.notes.joined(separator: "; ")),
      ]
    }
    let refused = tests.refusals.map { refusal -> [Cell] in
      [.text(refusal.kind.rawValue), .absent, Cell(refusal.year)]
        + [Cell](repeating: .absent, count: columns.count - 4) + [.text(refusal.reason.summary)]
    }
    self.init(columns: columns, rows: found + refused)
  }
}
