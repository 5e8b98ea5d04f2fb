extension FigureMaker {
  func growth() throws -> Figure {
    let years = try year(0)...max(try year(0), try year(1))
    let definition =
      recipe.operation == .annualRate
      ? try recipe.definition.flatMap(GrowthDefinition.init(rawValue:)).orThrow(
        malformed("has no definition of the rate that is known")) : .log
    let basis = try Growth.Basis(rawValue: recipe.basis).orThrow(malformed("has no basis"))
    if recipe.operation != .annualRate {
      // Changes need no logarithm.
      let span = try series.span(years, interpolation: interpolation)
      let matched = holding.panel.matched(to: series, over: span)
      return try ends(span, basis, matched)
    }
    let rows = try Panel(
      source: holding.name, layout: holding.panel.layout, keyNames: holding.panel.keyNames,
      series: [series], allSeries: holding.panel.allSeries
    ).growth(
      Panel.GrowthRequest(definitions: [definition], years: years, interpolation: interpolation))
    guard let row = rows.first(where: { $0.basis == basis }), let rate = row.rate,
      let start = row.start, let end = row.end
    else { throw noBasis() }
    let used = definition == .leastSquares ? row.observations : [start, end]
    return figure(
      rate.value, "per cent a year", interval: rate.interval, status: row.status,
      points: used.map { (row.series, $0) }, caveats: row.caveats,
      steps: steps(row.basis, used), formula: definition.formula,
      matched: basis == .published
        ? rows.first { $0.basis == .matched }?.rate?.value : nil)
  }

  func noBasis() -> FigureError {
    FigureError(
      .noValue, "\(series.title): there is no like-for-like form of these years",
      at: Position(file: series.source),
      remedy: "Leave out --basis matched; the figure's note says what distorts it, if anything."
    )
  }

  func steps(_ basis: Growth.Basis, _ points: [Observation]) -> [String] {
    var steps: [String] = []
    if basis == .matched { steps.append("made like for like; see the caveats") }
    steps += points.filter { $0.status == .imputed && series[$0.year] == nil }.map {
      "interpolated (\(recipe.interpolation ?? "linear")) to \($0.year)"
    }
    return steps
  }

  func ends(_ span: Span, _ basis: Growth.Basis, _ matched: Matched?) throws -> Figure {
    var (used, caveats) = (series, matched.map { [$0.caveat] } ?? [])
    var chosen = span
    if basis == .matched {
      guard let matched else { throw noBasis() }
      used = matched.series
      chosen = try used.span(
        span.start.year...span.end.year, interpolation: interpolation)
    } else if matched == nil, let uneven = holding.panel.unevenCoverage(of: series, over: span) {
      caveats.append(uneven)
    }
    caveats += used.caveats(of: chosen, definition: nil)
    let hasInterval = !(basis == .matched && matched?.isEstimated == true)
    let result = try value(chosen.start, chosen.end)
    var other: Double?
    if basis == .published, let matched,
      let span = try? matched.series.span(
        span.start.year...span.end.year, interpolation: interpolation)
    {
      other = try? value(span.start, span.end).value
    }
    return figure(
      result.value, result.unit, interval: hasInterval ? result.interval : nil,
      points: [(used, chosen.start), (used, chosen.end)], caveats: caveats,
      steps: steps(basis, [chosen.start, chosen.end]), formula: result.formula, matched: other)
  }

  struct Ends {
    let value: Double
    let unit: String
    let interval: Interval
    let formula: String
  }

  /// The value of the recipe's operation between two observations, with what rounding allows.
  func value(_ start: Observation, _ end: Observation) throws -> Ends {
    let n = Double(end.year - start.year)
    func needPositive() throws {
      guard start.value > 0, recipe.operation == .changePercent || end.value > 0 else {
        let bad = start.value > 0 ? end : start
        throw FigureError(
          .noValue,
          "\(series.title): the value of \(bad.year) is \(Numerals.grouped(bad.value)), and "
            + "‘\(recipe.operation.rawValue)’ needs values above zero",
          at: Position(file: series.source, line: bad.lines.first),
          remedy: "Choose other years, or --of change.")
      }
    }
    func ends(
      _ unit: String, _ formula: String, _ function: (Double, Double) -> Double
    ) throws -> Ends {
      let (first, last) = (start.range, end.range)
      let value = function(start.value, end.value)
      guard value.isFinite else {
        throw FigureError(
          .noValue, "\(series.title): the figure is beyond the range of numbers",
          at: Position(file: series.source), remedy: "Choose other years.")
      }
      let low = pair(first.upper, last.lower).map(function)
      let high = pair(first.lower, last.upper).map(function)
      return Ends(
        value: value, unit: unit, interval: Interval(lower: low, upper: high, kind: .rounding),
        formula: formula)
    }
    func pair(_ first: Double?, _ last: Double?) -> (Double, Double)? {
      first.flatMap { first in last.map { (first, $0) } }
    }
    switch recipe.operation {
    case .change: return try ends(series.unit.name, "P₂ − P₁") { $1 - $0 }
    case .changePercent:
      try needPositive()
      return try ends("per cent", "100·(P₂ − P₁)/P₁") { 100 * ($1 - $0) / $0 }
    case .ratio:
      try needPositive()
      return try ends("times", "P₂/P₁") { $1 / $0 }
    case .index:
      try needPositive()
      return try ends("index, \(start.year) = 100", "100·P₂/P₁") { 100 * $1 / $0 }
    case .doublingTime:
      try needPositive()
      guard start.value != end.value else {
        throw FigureError(
          .noValue, "\(series.title): the value stands still, and never doubles",
          at: Position(file: series.source), remedy: "Cite the change: --of change-percent.")
      }
      let time = try ends("years", "ln 2/r, r = ln(P₂/P₁)/n") { first, last in
        n * Numerics.log(2) / GrowthDefinition.logRatio(first, last)
      }
      // The faster it grows, the shorter the time; across zero growth it has no ends, and where the
      // growth has no limit, the time has none but zero.
      let (low, high) = (time.interval.upper, time.interval.lower)
      let isSteady = [low, high].allSatisfy { end in
        end.map { $0.isFinite && ($0 > 0) == (time.value > 0) } ?? true
      }
      let isOneSided = isSteady && (time.value > 0 ? high : low) != nil
      return Ends(
        value: time.value, unit: time.unit,
        interval: Interval(
          lower: isOneSided ? low : nil, upper: isOneSided ? high : nil, kind: .rounding),
        formula: time.formula)
    default: throw malformed("is not over a span")
    }
  }
}
