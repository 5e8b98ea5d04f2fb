extension Holdings {
  /// The figure of a recipe, on the data held now.
  ///
  /// The digests of the recipe are replaced by those of the data, so that the figure's id tells
  /// whether these are the data that the recipe was made on.
  ///
  /// - Throws: as `figure(_:)` of a request.
  public mutating func figure(_ recipe: Recipe) throws -> Figure {
    let holding = try holding(recipe.data.name)
    if let other = recipe.whole?.data { _ = try self.holding(other.name) }
    let recipe = recipe.on(digests)
    let series = try Self.series(recipe.area, recipe.vintage, recipe.keys, in: holding)
    let maker = FigureMaker(recipe: recipe, series: series, holding: holding)
    switch recipe.operation {
    case .level: return try maker.level()
    case .change, .changePercent, .ratio, .doublingTime, .index, .annualRate:
      return try maker.growth()
    case .share:
      guard let whole = recipe.whole else { throw maker.malformed("has no whole") }
      let other = try whole.data.map { try self.holding($0.name) } ?? holding
      let vintage = whole.data == nil ? recipe.vintage : nil
      let divisor = try Self.series(
        whole.area ?? recipe.area, vintage, whole.keys ?? (whole.data == nil ? recipe.keys : []),
        in: other)
      return try maker.share(of: divisor, in: other)
    case .rank: return try maker.rank()
    case .forecast: return try maker.forecast()
    }
  }

  private static func series(
    _ area: String, _ vintage: String?, _ keys: [Recipe.Key], in holding: Holding
  ) throws -> Series {
    let found = holding.panel.allSeries.filter { series in
      (series.area.code ?? series.area.name) == area
        && (vintage == nil || series.vintage == vintage)
        && (keys.isEmpty || series.keys == keys.map { Series.Key($0.name, $0.value) })
    }
    guard let series = found.first else {
      let keys = keys.map { ", \($0.name) \($0.value)" }.joined()
      throw FigureError(
        .noValue,
        "there is no series ‘\(area)\(keys)\(vintage.map { ", \($0)" } ?? "")’ any more",
        at: Position(file: holding.name),
        remedy: "See what there is: stats describe \(holding.name).")
    }
    return series
  }
}

/// Makes the figure of one recipe from one series.
struct FigureMaker {
  let recipe: Recipe
  let series: Series
  let holding: Holdings.Holding

  private var interpolation: Interpolation? {
    recipe.interpolation.flatMap(Interpolation.init(rawValue:))
  }

  func malformed(_ reason: String) -> FigureError {
    FigureError(
      .malformed, "the recipe of ‘\(recipe.operation.rawValue)’ \(reason)",
      remedy: "Make the figure anew: stats cite.")
  }

  // MARK: One year

  /// The observation of a year, made between two others where that is asked for.
  func point(_ series: Series, _ year: Int) throws -> Observation {
    if let observed = series[year] { return observed }
    if let interpolation, let made = series.interpolated(at: year, by: interpolation) {
      return made
    }
    let reason = series.suppressedYears.contains(year) ? "is suppressed" : "has no value"
    throw FigureError(
      .noValue, "\(series.title): \(year) \(reason); there are values for \(series.yearsInWords)",
      at: Position(file: series.source),
      remedy: "Choose a year that has one"
        + (interpolation == nil && (series.years.first ?? 0) < year
          && year < (series.years.last ?? 0) ? ", or pass --interpolate linear." : "."))
  }

  private func year(_ index: Int) throws -> Int {
    guard recipe.years.indices.contains(index) else { throw malformed("has too few years") }
    return recipe.years[index]
  }

  func level() throws -> Figure {
    let point = try point(series, try year(0))
    let range = point.range
    return figure(
      point.value, series.unit.name,
      interval: point.halfUnit > 0.5 || point.bound != .exact
        ? Interval(lower: range.lower, upper: range.upper, kind: .rounding) : nil,
      points: [(series, point)], caveats: caveats(of: [point], in: series),
      steps: point.status == .imputed && point.lines.count > 1
        ? ["interpolated (\(recipe.interpolation ?? "linear")) to \(point.year)"] : [],
      formula: "the value of \(point.year)",
      processing: series[point.year] == nil ? .major : .minor)
  }

  func share(of other: Series, in holding: Holdings.Holding) throws -> Figure {
    let year = try year(0)
    let (part, whole) = (try point(series, year), try point(other, year))
    guard series.unit == other.unit else {
      throw FigureError(
        .misuse,
        "\(series.title) is in \(series.unit) and \(other.title) in \(other.unit): a share has one "
          + "unit", at: Position(file: holding.name), remedy: "Choose a whole of the same unit.")
    }
    guard series != other else {
      throw FigureError(
        .misuse, "\(series.title) is all of itself: a share is of something else",
        at: Position(file: holding.name),
        remedy: "Choose a part (--where sex=female) or another whole.")
    }
    guard whole.value > 0 else {
      throw FigureError(
        .noValue, "\(other.title): the value of \(year) is not above zero",
        at: Position(file: holding.name), remedy: "Choose another year.")
    }
    let value = 100 * part.value / whole.value
    var caveats = caveats(of: [part], in: series)
    if value > 100 {
      caveats.insert(
        Caveat(
          "implausible", year: year,
          "The share is over 100 per cent: the two figures do not refer to the same territory or "
            + "people."), at: 0)
    }
    caveats += other.caveats.filter { $0.year == nil || $0.year == year }
    return figure(
      value, "per cent", points: [(series, part), (other, whole)], caveats: orderedUnique(caveats),
      steps: ["divided by the value of \(other.title) (\(holding.name)), times 100"],
      formula: "100·S/P, both of \(year)", whole: (other, holding))
  }

  func rank() throws -> Figure {
    let year = try year(0)
    let own = try point(series, year)
    guard series.area.kind != .aggregate else {
      throw FigureError(
        .misuse, "\(series.area.name) is a group: only countries and areas are ranked",
        at: Position(file: holding.name), remedy: "Choose a country.")
    }
    let others = holding.panel.allSeries.filter { other in
      other.area.kind == .country && other.keys == series.keys && other.vintage == series.vintage
        && other.unit == series.unit
    }.compactMap { $0[year]?.value }
    let value = 1 + others.count { $0 > own.value }
    let equal = others.count { $0 == own.value }
    var caveats = caveats(of: [own], in: series)
    if equal > 1 {
      caveats.insert(
        Caveat("ties", year: year, "\(equal) countries and areas share the value and the rank."),
        at: 0)
    }
    return figure(
      Double(value), "rank", points: [(series, own)], caveats: caveats,
      steps: [
        "ranked among the \(others.count) countries and areas with a value, the largest first"
      ],
      formula: "1 + the number of countries and areas with a larger value", ranked: others.count)
  }

  func forecast() throws -> Figure {
    let name = recipe.model ?? "exponential"
    guard let model = Ranking.usualModels.first(where: { $0.name == name }) else {
      let names = Ranking.usualModels.map(\.name)
      throw FigureError(
        .misuse, "there is no model ‘\(name)’",
        remedy: Suggestion.didYouMean(name, among: names)
          ?? "There are \(names.joined(separator: ", ")).")
    }
    let year = try year(0)
    let outlook = try series.fit(model).forecast(through: year)
    guard let value = outlook.values.first(where: { $0.year == year }) else {
      let years = outlook.values.suffix(3).map { "\($0.year)" }.joined(separator: ", ")
      throw FigureError(
        .noValue, "the forecast has no value for \(year); it has \(years)",
        at: Position(file: series.source), remedy: "Choose one of these years.")
    }
    return figure(
      value.value, series.unit.name, interval: value.interval, status: .forecast,
      points: outlook.fit.series.observations.map { (series, $0) }, caveats: outlook.caveats,
      steps: [
        "\(model.name) fitted to \(outlook.fit.quality.values) values and continued to \(year)"
      ],
      formula: model.formula)
  }

  // MARK: From one year to another

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

  private func noBasis() -> FigureError {
    FigureError(
      .noValue, "\(series.title): there is no like-for-like form of these years",
      at: Position(file: series.source),
      remedy: "Leave out --basis matched; the figure's note says what distorts it, if anything."
    )
  }

  private func steps(_ basis: Growth.Basis, _ points: [Observation]) -> [String] {
    var steps: [String] = []
    if basis == .matched { steps.append("made like for like; see the caveats") }
    steps += points.filter { $0.status == .imputed && series[$0.year] == nil }.map {
      "interpolated (\(recipe.interpolation ?? "linear")) to \($0.year)"
    }
    return steps
  }

  private func ends(_ span: Span, _ basis: Growth.Basis, _ matched: Matched?) throws -> Figure {
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

  private struct Ends {
    let value: Double
    let unit: String
    let interval: Interval
    let formula: String
  }

  /// The value of the recipe's operation between two observations, with what rounding allows.
  private func value(_ start: Observation, _ end: Observation) throws -> Ends {
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

  // MARK: What is known of it

  /// What to know of values of single years.
  private func caveats(of points: [Observation], in series: Series) -> [Caveat] {
    var found: [Caveat] = []
    for point in points {
      if series[point.year] == nil {
        found.append(
          Caveat(
            "interpolated", year: point.year,
            "\(point.year) has no value; it is interpolated (\(recipe.interpolation ?? "linear")) "
              + "\(series.neighbours(of: point.year)) and is not an observation."))
      } else if point.status != .normal {
        found.append(
          Caveat(
            "status", year: point.year,
            "The publisher marks the value of \(point.year) as \(point.status.name) "
              + "(\(point.status.rawValue))."))
      }
      if point.bound != .exact {
        let words = point.attributes["words"].map { ", ‘\($0)’," } ?? ""
        found.append(
          Caveat(
            "bound", year: point.year,
            "The figure for \(point.year)\(words) is \(point.bound == .over ? "a lower" : "an upper") "
              + "bound."))
      }
      found += ["note", "notes"].compactMap { point.attributes[$0] }.filter { !$0.isEmpty }.map {
        Caveat("territory", "The publisher notes of \(series.area.name): \($0).")
      }
    }
    let years = Set(points.map(\.year))
    return found + series.caveats.filter { $0.year.map { years.contains($0) } ?? true }
  }

  private func figure(
    _ value: Double, _ unit: String, interval: Interval? = nil, status: Status? = nil,
    points: [(series: Series, point: Observation)], caveats: [Caveat], steps: [String] = [],
    formula: String, processing: Provenance.Processing = .major, matched: Double? = nil,
    ranked: Int? = nil,
    whole: (series: Series, holding: Holdings.Holding)? = nil
  ) -> Figure {
    let rows = points.map { series, point in
      Provenance.Row(
        data: series.source, lines: point.lines.sorted(), area: series.area.name, year: point.year,
        value: point.value, status: point.status.rawValue)
    }
    let sources =
      [Citation(series, in: holding, recipe.data)]
      + (whole.map { [Citation($0.series, in: $0.holding, recipe.whole?.data ?? recipe.data)] }
        ?? [])
    let provenance = Provenance(
      sources: orderedUnique(sources), measures: series.quantity.definition, rows: rows,
      transforms: steps, formula: formula, processing: processing)
    return Figure(
      recipe: recipe, series: series, value: value, unit: unit,
      rounding: .usual(value, recipe.operation), interval: interval,
      status: status ?? Status.worst(of: points.map(\.point.status)), caveats: caveats,
      provenance: provenance, matched: matched, ranked: ranked, whole: whole?.series)
  }
}

extension Optional {
  /// The value, or an error where there is none.
  func orThrow(_ error: @autoclosure () -> some Error) throws -> Wrapped {
    guard let self else { throw error() }
    return self
  }
}
