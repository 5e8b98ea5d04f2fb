extension ChartMaker {
  /// Annual rates of growth with their intervals, highest first; like for like beside as published
  /// where the two differ.
  func rates() throws -> ChartDraft {
    try requireLinear("rates may be zero or below")
    let choice = try rateChoice()
    let years = try choice.maker.rateYears()
    let found = try choice.maker.ratesFound(years)
    let drawn = found.filter { $0.published?.rate != nil }
    try requireRows(drawn.count, of: "rates")
    guard let plot = try choice.maker.ratePlot(drawn) else {
      throw ChartError(
        .empty, "no area has a rate of growth from \(years.lowerBound) to \(years.upperBound)",
        at: place, remedy: "See which years there are: stats describe \(holding.name).")
    }
    let shown = choice.maker.with(series: drawn.map(\.series))
    let isWhole = drawn.count == choice.maker.series.count
    return ChartDraft(
      title: shown.title(
        "Annual growth of \(subject.lowercasedFirst)", isWhole ? choice.phrase : shown.areasInWords,
        "\(years.lowerBound)–\(years.upperBound)"),
      subtitle: (["\(request.definition.name), \(request.definition.formula)"] + sharedInWords)
        .joined(separator: "; "),
      data: choice.maker.rateData(found), body: .plots([plot]),
      notes: rateNotes(found, years, plot) + choice.notes,
      caveats: GatheredCaveats(drawn.map { ($0.name, $0.published?.caveats ?? []) }).caveats,
      kind: "Dot-and-interval chart", wishes: rateWishes(drawn),
      remarks: drawn.contains { $0.matched != nil }
        ? ["Like-for-like rates stand beside those as published where they differ."] : [])
  }

  /// A series with its rate, or with the reason why it has none.
  private struct Found {
    let series: Series
    let name: String
    let ink: Layer.Ink
    let published: Growth?
    let matched: Growth?
    let reason: String?
  }

  /// Countries and areas, or those that are named; the largest where so many are asked for.
  private func rateChoice() throws -> Choice {
    if request.top != nil { return try largest() }
    let (countries, notes) = try withoutGroups()
    return Choice(maker: countries, phrase: countries.areasInWords, notes: notes)
  }

  private func rateYears() throws -> ClosedRange<Int> {
    guard let years = request.years ?? commonYears, years.lowerBound < years.upperBound else {
      throw ChartError(
        .misuse, "growth runs from one year to another, and there is one only", at: place,
        remedy: "Give both: --years 1990-2019.")
    }
    return years
  }

  private func ratesFound(_ years: ClosedRange<Int>) throws -> [Found] {
    let focused = try focused()
    let asked = Panel.GrowthRequest(
      definitions: [request.definition], years: years, interpolation: request.interpolation,
      level: request.level)
    return zip(series, names.names).map { series, name in
      let ink = ink(of: series, focused)
      do throws(MeasureError) {
        let rows = try holding.panel.with(series: [whole(series)]).growth(asked)
        return Found(
          series: series, name: name, ink: ink, published: rows.first { $0.basis == .published },
          matched: rows.first { $0.basis == .matched && $0.rate != nil }, reason: nil)
      } catch {
        return Found(
          series: series, name: name, ink: ink, published: nil, matched: nil, reason: error.reason)
      }
    }.enumerated().sorted { one, other in
      let (first, second) = (
        one.element.published?.rate?.value, other.element.published?.rate?.value
      )
      if first == second { return one.offset < other.offset }
      return (first ?? -.infinity) > (second ?? -.infinity)
    }.map(\.element)
  }

  // MARK: Picture

  private func ratePlot(_ found: [Found]) throws -> Plot? {
    let rates = found.flatMap { [$0.published, $0.matched] }.compactMap { $0?.rate }
    guard !rates.isEmpty else { return nil }
    let ends = rates.flatMap { [$0.value, $0.interval?.lower, $0.interval?.upper] }
      .compactMap(\.self)
    let axis = Axis.values(ends, unit: UnitPhrase("per cent a year"), needsZero: true)
    let labels = ValueLabels(ends, divisor: 1, decimals: 2)
    let hasMatched = found.contains { $0.matched != nil }
    var layers: [Layer] = []
    var texts: [Layer.Label] = []
    func add(_ growth: Growth, at y: Double, _ ink: Layer.Ink, _ series: String) {
      guard let rate = growth.rate else { return }
      // An interval that is open on one side reaches to the end of the axis.
      let lower = rate.interval.map { $0.lower ?? axis.domain.lowerBound }
      let upper = rate.interval.map { $0.upper ?? axis.domain.upperBound }
      // An interval within its dot is none to see.
      if let lower, let upper, upper - lower > 0.004 * axis.length {
        layers.append(
          Layer(
            .intervals([
              Layer.Extent(from: Layer.Vertex(x: lower, y: y), to: Layer.Vertex(x: upper, y: y))
            ]), ink, series: series))
      }
      layers.append(
        Layer(
          .points([Layer.Vertex(x: rate.value, y: y)], isHollow: false), ink, series: series,
          isNamed: hasMatched))
      texts.append(
        Layer.Label(
          text: Self.bound(of: rate) + labels.text(rate.value),
          at: Layer.Vertex(x: max(rate.value, upper ?? rate.value), y: y), side: .right))
    }
    for (index, item) in found.enumerated() {
      let middle = Double(index) + 0.5
      guard let published = item.published else { continue }
      add(published, at: item.matched == nil ? middle : middle - 0.22, item.ink, "as published")
      if let matched = item.matched {
        add(matched, at: middle + 0.22, .series(3), "like for like")
      }
    }
    return Plot(
      horizontal: axis, vertical: .categories(found.map(\.name)),
      layers: layers + [Layer(.labels(texts), .plain)])
  }

  /// What stands before a rate whose interval is open on one side.
  private static func bound(of rate: Estimate) -> String {
    guard let interval = rate.interval else { return "" }
    switch (interval.lower, interval.upper) {
    case (.some, nil): return "at least "
    case (nil, .some): return "at most "
    default: return ""
    }
  }

  private func rateNotes(
    _ found: [Found], _ years: ClosedRange<Int>, _ plot: Plot
  ) -> [String] {
    var notes: [String] = []
    let rates = found.compactMap { $0.published?.rate }
    switch rates.compactMap(\.interval?.kind).first {
    case .rounding:
      let isVisible = plot.layers.contains { layer in
        if case .intervals = layer.form { true } else { false }
      }
      notes.append(
        isVisible
          ? "The lines show what the rounding of the figures allows."
          : "What the rounding of the figures allows lies within the dots.")
    case .confidence(let level):
      notes.append(
        "The lines are \(Numerals.grouped(100 * level)) per cent confidence intervals.")
    case nil: break
    }
    let open = found.filter { item in
      item.published?.rate?.interval.map { ($0.lower == nil) != ($0.upper == nil) } ?? false
    }.map(\.name)
    if !open.isEmpty {
      notes.append("A bound, so that the interval is open on one side: \(Self.few(open)).")
    }
    let others = found.compactMap { item -> String? in
      guard let growth = item.published, growth.rate != nil, let start = growth.start,
        let end = growth.end, start.year...end.year != years
      else { return nil }
      return "\(item.name) \(start.year)–\(end.year)"
    }
    if !others.isEmpty { notes.append("Over other years: \(Self.few(others)).") }
    let failed = found.filter { $0.published?.rate == nil }
    for reason in orderedUnique(failed.map { $0.reason ?? "it is not defined" }) {
      let whose = failed.filter { ($0.reason ?? "it is not defined") == reason }.map(\.name)
      notes.append("No rate, because \(reason): \(Self.few(whose)).")
    }
    return notes
  }

  // MARK: Data and words

  private func rateData(_ found: [Found]) -> Report {
    let head = ChartRows(self)
    let columns =
      head.columns + [
        Report.Column("basis", .identity), Report.Column("definition", .identity),
        Report.Column("from", .detail, isGrouped: false),
        Report.Column("to", .detail, isGrouped: false), Report.Column("value", .detail),
        Report.Column("lower", .detail), Report.Column("upper", .detail),
        Report.Column("interval", .identity), Report.Column("unit", .identity),
        Report.Column("status", .detail), Report.Column("mark", .detail),
        Report.Column("reason", .prose),
      ]
    let rows = found.flatMap { item -> [[Report.Cell]] in
      let growths = [item.published, item.matched]
      return zip(growths, ["published", "matched"]).compactMap { growth, basis in
        if growth == nil, basis == "matched" { return nil }
        let rate = growth?.rate
        let kind: String? = rate?.interval.map { interval in
          switch interval.kind {
          case .rounding: "rounding"
          case .confidence(let level): "confidence \(Numerals.grouped(level))"
          }
        }
        return head.cells(of: item.series, item.name) + [
          .text(basis), .text(request.definition.rawValue), Report.Cell(growth?.start?.year),
          Report.Cell(growth?.end?.year), Report.Cell(rate?.value),
          Report.Cell(rate?.interval?.lower), Report.Cell(rate?.interval?.upper),
          Report.Cell(kind), .text("per cent a year"), Report.Cell(growth?.status?.rawValue),
          .text(rate == nil ? "none" : "rate"), Report.Cell(item.reason),
        ]
      }
    }
    return Report(columns: columns, rows: rows)
  }

  private func rateWishes(_ found: [Found]) -> [FigureRequest] {
    let focused = found.filter { $0.ink == .focus }
    let ends = [found.first, found.last].compactMap(\.self)
    let rest = found.dropFirst().prefix(3)
    func wishes(_ items: [Found]) -> [FigureRequest] {
      items.flatMap { item -> [FigureRequest] in
        guard let start = item.published?.start, let end = item.published?.end else { return [] }
        let published = wish(item.series, .annualRate, start.year...end.year)
        guard item.matched != nil else { return [published] }
        var matched = published
        matched.basis = .matched
        return [published, matched]
      }
    }
    return orderedUnique(wishes(focused + ends + rest))
  }
}

extension GrowthDefinition {
  /// The name in a subtitle.
  fileprivate var name: String {
    switch self {
    case .log: "Log rate"
    case .compound: "Compound rate"
    case .simple: "Simple rate"
    case .leastSquares: "Least-squares rate"
    }
  }
}

extension String {
  /// The text as it stands in the midst of a sentence, an acronym left as it is.
  var lowercasedFirst: String {
    dropFirst().first?.isLowercase == true ? prefix(1).lowercased() + dropFirst() : self
  }
}
