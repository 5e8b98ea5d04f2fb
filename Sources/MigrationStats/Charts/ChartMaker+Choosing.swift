extension ChartMaker {
  /// The same maker with other series.
  func with(series: [Series]) -> ChartMaker {
    ChartMaker(request: request, holding: holding, series: series)
  }

  /// The areas that stand out, of those drawn.
  ///
  /// - Throws: `TidyingError` for a name that is not among them.
  func focused(among drawn: [Series]? = nil) throws -> Set<Area> {
    Set(
      try request.focus.flatMap { name in
        try holding.panel.with(series: drawn ?? series).selecting(areas: [name]).series.map(\.area)
      })
  }

  /// The colour of a mark where colours tell nothing but the focus.
  func ink(of series: Series, _ focused: Set<Area>) -> Layer.Ink {
    request.focus.isEmpty ? .series(0) : focused.contains(series.area) ? .focus : .context
  }

  /// Countries and areas alone, unless areas are named: a group is never ranked among its members.
  ///
  /// - Throws: `ChartError` (`empty`) where there are groups only.
  func withoutGroups() throws -> (maker: ChartMaker, notes: [String]) {
    guard request.areas.isEmpty else {
      let groups = orderedUnique(series.map(\.area)).filter { $0.kind == .aggregate }.map(\.name)
      let isMixed = series.contains { $0.area.kind != .aggregate }
      return (
        self,
        groups.isEmpty || !isMixed
          ? [] : ["Groups of countries beside countries: \(Self.few(groups))."]
      )
    }
    let kept = series.filter { $0.area.kind != .aggregate && $0.area.kind != .residual }
    guard !kept.isEmpty else {
      throw ChartError(
        .empty, "the data are of groups only, and a group is ranked only where it is named",
        at: place, remedy: "Name it: --area '\(series.first?.area.name ?? "World")'.")
    }
    let left = orderedUnique(series.map(\.area)).count - orderedUnique(kept.map(\.area)).count
    return (
      with(series: kept),
      left == 0 ? [] : ["Countries and areas only: groups such as regions are left out."]
    )
  }

  /// The series of a chart, what they are called in its title, and what is said of the choice.
  struct Choice {
    let maker: ChartMaker
    let phrase: String
    let notes: [String]
  }

  /// The largest series by their value of the latest year, and those in focus, where so many are
  /// asked for; all of them otherwise.
  func largest() throws -> Choice {
    guard let top = try topCount() else {
      return Choice(maker: self, phrase: areasInWords, notes: [])
    }
    let (countries, notes) = try withoutGroups()
    let focused = try focused()
    let year = countries.series.flatMap(\.years).max() ?? 0
    let order = countries.series.enumerated().sorted { one, other in
      let (first, second) = (one.element[year]?.value, other.element[year]?.value)
      if first == second { return one.offset < other.offset }
      return (first ?? -.infinity) > (second ?? -.infinity)
    }.map(\.element)
    let beyond = order.dropFirst(top).filter { focused.contains($0.area) }
    let kept = countries.with(series: order.prefix(top) + beyond)
    guard kept.series.count < order.count else {
      return Choice(maker: kept, phrase: kept.areasInWords, notes: notes)
    }
    return Choice(
      maker: kept, phrase: Self.phrase(largest: top, of: order.count),
      notes: notes + ["The largest are those of \(year)."]
        + (beyond.isEmpty
          ? [] : ["Not among them: \(Self.few(orderedUnique(beyond.map(\.area.name))))."]))
  }

  /// `the 12 largest of 232 countries and areas`.
  static func phrase(largest top: Int, of count: Int) -> String {
    top == 1
      ? "the largest of \(count) countries and areas"
      : "the \(top) largest of \(count) countries and areas"
  }

  /// How many are asked for.
  ///
  /// - Throws: `ChartError` (`misuse`) where it is not at least one.
  func topCount() throws -> Int? {
    guard let top = request.top else { return nil }
    guard top > 0 else {
      throw ChartError(
        .misuse, "--top \(top) leaves nothing to draw", at: place,
        remedy: "Give how many are drawn, the largest first: --top 10.")
    }
    return top
  }

  /// Refuses more categories than a page holds.
  func requireRows(_ count: Int, of what: String, atMost limit: Int = 40) throws {
    guard count > limit else { return }
    throw ChartError(
      .tooMany, "\(count) \(what) are too many for one chart: up to \(limit) can be read",
      at: place, remedy: "Draw the largest: --top 20; or name them: --area.")
  }

  /// Refuses an axis on which bars and zero have no place.
  func requireLinear(_ what: String) throws {
    guard request.isLogarithmic else { return }
    throw ChartError(
      .misuse, "\(what), and zero has no place on a logarithmic axis", at: place,
      remedy: "Leave out --log.")
  }

  /// The series with the years that were not asked for as well: what interpolation needs.
  func whole(_ series: Series) -> Series {
    holding.panel.allSeries.first {
      $0.area == series.area && $0.keys == series.keys && $0.vintage == series.vintage
        && $0.quantity == series.quantity && $0.unit == series.unit
    } ?? series
  }

  /// The value of a year, made between two others where that is asked for.
  func point(of series: Series, in year: Int) -> Observation? {
    if let observed = series[year] { return observed }
    if series.suppressedYears.contains(year) { return nil }
    return request.interpolation.flatMap { whole(series).interpolated(at: year, by: $0) }
  }

  /// The first and the last year in which all series have a value, or, where there are none such,
  /// in which at least half of them have.
  var commonYears: ClosedRange<Int>? {
    var counts: [Int: Int] = [:]
    for year in series.flatMap(\.years) { counts[year, default: 0] += 1 }
    for need in [series.count, (series.count + 1) / 2] {
      let years = counts.filter { $0.value >= need }.keys
      if let first = years.min(), let last = years.max(), first < last { return first...last }
    }
    return nil
  }

  /// Names in a sentence, the first of them where they are many.
  static func few(_ names: [String], _ count: Int = 8) -> String {
    names.count <= count
      ? list(names)
      : names.prefix(count).joined(separator: ", ") + " and \(names.count - count) more"
  }

  /// What is to be said of values that are estimates; nothing where none is, or where marks say it.
  static func estimateNote(_ points: [Observation]) -> [String] {
    !points.isEmpty && points.allSatisfy(\.isMade) ? ["All values are estimates, not counts."] : []
  }
}
