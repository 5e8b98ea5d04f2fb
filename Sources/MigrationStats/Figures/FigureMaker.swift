/// Makes the figure of one recipe from one series.
struct FigureMaker {
  let recipe: Recipe
  let series: Series
  let holding: Holdings.Holding

  var interpolation: Interpolation? {
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

  func year(_ index: Int) throws -> Int {
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
    if let known = series.breaks.first(where: { $0.kind == "territory" && $0.year > year }) {
      caveats.insert(
        Caveat(
          "territory", year: known.year,
          "The two figures may not refer to the same territory: \(known.text)"), at: 0)
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
    let ranked = holding.panel.allSeries.filter { other in
      (other.area == series.area || other.area.kind != .aggregate && other.area.kind != .residual)
        && other.keys == series.keys && other.vintage == series.vintage
        && other.unit == series.unit
    }
    let others = ranked.compactMap { $0[year]?.value }
    let value = 1 + others.count { $0 > own.value }
    let equal = others.count { $0 == own.value }
    var caveats = caveats(of: [own], in: series)
    if equal > 1 {
      caveats.insert(
        Caveat("ties", year: year, "\(equal) countries and areas share the value and the rank."),
        at: 0)
    }
    // So many fewer have reported than before that the place may be another once they have.
    let before =
      series.years.last { $0 < year }.map { year in ranked.count { $0[year] != nil } } ?? 0
    if others.count * 10 < before * 9 {
      caveats.insert(
        Caveat(
          "coverage", year: year,
          "\(others.count) countries and areas have a value in \(year), and \(before) had one before: "
            + "those that lack may rank higher."), at: 0)
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

  // MARK: What is known of it

  /// What to know of values of single years.
  func caveats(of points: [Observation], in series: Series) -> [Caveat] {
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

  func figure(
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
      transforms: (holding.told.map { ["read with \($0.text)"] } ?? []) + steps, formula: formula,
      processing: processing)
    return Figure(
      recipe: recipe, series: series, value: value, unit: unit,
      rounding: .usual(value, recipe.operation, unit: unit), interval: interval,
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
