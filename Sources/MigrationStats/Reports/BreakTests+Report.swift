extension Report {
  /// A row a test for breaks, by series; those that could not be made say why.
  public init(_ outcomes: [BreakOutcome], keyNames: [String]) {
    let identity = SeriesIdentity(keyNames)
    let columns = identity.columns + Self.breakColumns
    var rows: [[Cell]] = []
    for outcome in outcomes {
      let first = identity.cells(outcome.series) + [.text(outcome.scale.rawValue)]
      let missing = [Cell](repeating: .absent, count: columns.count - first.count - 4)
      if let failure = outcome.failure {
        rows.append(first + [.absent, .absent, .absent] + missing + [.caveats([failure.caveat])])
      }
      guard let tests = outcome.tests else { continue }
      rows += tests.tests.map { test in
        first + Self.cells(test)
          + [.caveats(test.notes.map { Caveat("break-test", Self.sentence($0)) })]
      }
      rows += tests.refusals.map { refusal in
        first + [.text(refusal.kind.rawValue), .absent, Self.year(refusal.year)] + missing
          + [.caveats([refusal.reason.caveat])]
      }
    }
    self.init(columns: columns, rows: rows)
    sources = orderedUnique(outcomes.compactMap(\.series.citation))
  }

  private static let breakColumns = [
    Column("scale", .detail, dropped: 12), Column("test", .detail), Column("breaks", .detail),
    Column("year", .detail, as: "until", decimals: 1, isGrouped: false),
    Column("next_year", .detail, as: "from", decimals: 1, isGrouped: false),
    Column("statistic", .detail, significantDigits: 4), Column("df1", .detail, dropped: 8),
    Column("df2", .detail, dropped: 8), Column("p_value", .detail, as: "p", significantDigits: 2),
    Column("lower", .detail, decimals: 1, isGrouped: false, dropped: 3),
    Column("upper", .detail, decimals: 1, isGrouped: false, dropped: 3),
    Column("profile_lower", .detail, decimals: 1, isGrouped: false, dropped: 9),
    Column("profile_upper", .detail, decimals: 1, isGrouped: false, dropped: 9),
    Column("slope_before", .detail, as: "slope before", significantDigits: 4, dropped: 7),
    Column("slope_after", .detail, as: "slope after", significantDigits: 4, dropped: 7),
    Column("residual_sum_of_squares", .detail, as: "RSS", significantDigits: 4, dropped: 5),
    Column("bic", .detail, as: "BIC", decimals: 2, dropped: 2),
    Column("chosen", .detail, dropped: 1), Column("caveats", .notes),
  ]

  private static func cells(_ test: BreakTest) -> [Cell] {
    [
      .text(test.kind.rawValue), .integer(test.breaks), year(test.year), year(test.nextYear),
      Cell(test.statistic), Cell(test.numeratorDegreesOfFreedom),
      Cell(test.denominatorDegreesOfFreedom), Cell(test.pValue), year(test.interval?.lower),
      year(test.interval?.upper), year(test.profileInterval?.lower),
      year(test.profileInterval?.upper), Cell(test.slopeBefore?.estimate),
      Cell(test.slopeAfter?.estimate), Cell(test.residualSumOfSquares), Cell(test.bic),
      test.kind == .baiPerron ? .text(test.isChosen ? "yes" : "no") : .absent,
    ]
  }

  /// A whole year as one; a kink's with its fraction.
  private static func year(_ year: Double?) -> Cell {
    guard let year else { return .absent }
    return Int(exactly: year).map { .integer($0) } ?? .number(year)
  }

  private static func sentence(_ note: String) -> String {
    note.hasPrefix("k·F")
      ? "The statistic is \(note)." : note.prefix(1).uppercased() + note.dropFirst() + "."
  }
}
