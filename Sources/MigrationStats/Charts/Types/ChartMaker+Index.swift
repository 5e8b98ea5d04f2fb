extension ChartMaker {
  /// Values over the years where those of a base year are 100.
  func index() throws -> ChartDraft {
    let choice = try largest()
    let base = try choice.maker.baseYear()
    let (kept, left) = try choice.maker.based(on: base)
    let isWhole = kept.series.count == choice.maker.series.count
    try kept.requireFew(of: "index chart")
    if !request.focus.isEmpty { try kept.requireFewBehind() }
    let indexed = kept.with(series: kept.series.map { kept.indexed($0, base) })
    let plot = try indexed.linePlot(indexed.series, indexed.names.names, indexed.inks())
    let remarks = LineRemarks(indexed)
    let crossed = Set(
      indexed.series.flatMap(\.breaks).filter { known in
        indexed.series.contains { series in
          series.breaks.contains(known) && series.years.contains { $0 < known.year }
            && series.years.contains { $0 >= known.year }
        }
      }.map(\.year)
    ).sorted()
    let across = crossed.map {
      $0 > base
        ? "From \($0) on, values are compared with a base from before the break."
        : "Before \($0), values are compared with a base from after the break."
    }
    let unit = kept.series.first?.unit.name ?? ""
    return ChartDraft(
      title: kept.title(
        subject, isWhole ? choice.phrase : kept.areasInWords, kept.yearsInWords),
      subtitle: (["Index, \(base) = 100", "of \(UnitPhrase(unit).phrase(1))"] + kept.sharedInWords)
        .joined(separator: "; "),
      data: indexed.lineData(adding: [
        Report.Column("base_year", .identity, isGrouped: false),
        Report.Column("published", .detail),
        Report.Column("published_unit", .identity),
      ]) { place, year in
        [
          .integer(base), Report.Cell(kept.point(of: kept.series[place], in: year)?.value),
          .text(unit),
        ]
      },
      body: .plots([plot.adding(Layer(.horizontalRule(100, ""), .plain))]),
      notes: remarks.notes + across + left + choice.notes + Self.notes(of: plot),
      caveats: remarks.caveats, kind: "Index chart", wishes: kept.indexWishes(base),
      remarks: ["The base is \(base)."] + remarks.sentences)
  }

  /// The year that is asked for, or the first in which all series have a value.
  private func baseYear() throws -> Int {
    if let base = request.base { return base }
    let filled = series.filter { !$0.observations.isEmpty }
    let common = filled.reduce(Set(filled.first?.years ?? [])) { $0.intersection($1.years) }
    guard let first = common.min() else {
      throw ChartError(
        .unfit, "there is no year in which all \(filled.count) series have a value", at: place,
        remedy: "Choose series that share a year, or say which one is 100: --base 2000.")
    }
    return first
  }

  /// The series that have a base, and what is said of those that have none.
  private func based(on base: Int) throws -> (maker: ChartMaker, notes: [String]) {
    var kept: [Series] = []
    var reasons: [(name: String, reason: String)] = []
    for (series, name) in zip(series, names.names) {
      switch point(of: series, in: base)?.value {
      case .some(let value) where value > 0: kept.append(series)
      case .some(let value): reasons.append((name, "the value is \(Numerals.grouped(value))"))
      case nil:
        reasons.append(
          (name, series.suppressedYears.contains(base) ? "the value is suppressed" : "no value"))
      }
    }
    let isRefused = kept.isEmpty || !request.areas.isEmpty
    if isRefused, let bad = reasons.first {
      let of = series.count == 1 ? "" : "\(bad.name): "
      throw ChartError(
        .unfit, "\(of)\(bad.reason) in \(base), and an index needs a base above zero", at: place,
        remedy: "Choose another year with --base"
          + (reasons.count < series.count ? ", or leave the area out." : "."))
    }
    let byReason = orderedUnique(reasons.map(\.reason)).map { reason in
      let whose = reasons.filter { $0.reason == reason }.map(\.name)
      return
        "Not drawn, because \(reason == "no value" ? "there is no value" : reason) in \(base): "
        + "\(Self.few(whose))."
    }
    return (with(series: kept), byReason)
  }

  /// Refuses more grey lines than can be seen behind those in focus.
  func requireFewBehind(_ limit: Int = 60) throws {
    guard series.count > limit else { return }
    throw ChartError(
      .tooMany, "\(series.count) lines are too many for one chart: up to \(limit) can be seen",
      at: place, remedy: "Choose with --area, or draw the largest: --top 20.")
  }

  private func indexed(_ series: Series, _ base: Int) -> Series {
    let whole = point(of: series, in: base)?.value ?? .nan
    return Series(
      area: series.area, quantity: series.quantity, unit: Unit("index, \(base) = 100"),
      vintage: series.vintage, keys: series.keys,
      observations: series.observations.map { point in
        Observation(
          year: point.year, value: 100 * (point.value / whole),
          halfUnit: 100 * (point.halfUnit / whole), bound: point.bound, status: point.status,
          lines: point.lines, attributes: point.attributes)
      }, suppressedYears: series.suppressedYears, source: series.source,
      citation: series.citation, aggregation: series.aggregation, breaks: series.breaks,
      caveats: series.caveats)
  }

  /// The change from the base, which says the same as the index and is read by anybody.
  private func indexWishes(_ base: Int) -> [FigureRequest] {
    let told = request.focus.isEmpty ? series : inFocus
    return told.prefix(6).compactMap { series in
      guard let first = series.years.first, let last = series.years.last else { return nil }
      let start = base < last ? base : first
      return start < last ? wish(series, .changePercent, start...last) : nil
    }
  }

  /// The series in focus.
  var inFocus: [Series] {
    let focused = (try? focused()) ?? []
    return series.filter { focused.contains($0.area) }
  }
}

extension Plot {
  /// The plot with a layer behind all others.
  func adding(_ layer: Layer) -> Plot {
    Plot(title: title, horizontal: horizontal, vertical: vertical, layers: [layer] + layers)
  }
}
