extension ChartMaker {
  /// Values over the years, a line a series.
  func line() throws -> ChartDraft {
    if !request.focus.isEmpty, series.count > 60 { try requireFew(60) }
    try requireFew()
    let plot = try linePlot(series, names.names, inks())
    let remarks = LineRemarks(self)
    return ChartDraft(
      title: title(subject, areasInWords, yearsInWords),
      subtitle: subtitle, data: lineData(),
      body: .plots([plot]), notes: remarks.notes + Self.notes(of: plot), caveats: remarks.caveats,
      kind: "Line chart", wishes: lineWishes(), remarks: remarks.sentences)
  }

  /// The plot of some series on axes of their own or on given ones.
  func linePlot(
    _ series: [Series], _ names: [String], _ inks: [Layer.Ink], title: String? = nil,
    vertical: Axis? = nil, years: ClosedRange<Int>? = nil
  ) throws -> Plot {
    let values = series.flatMap { $0.observations.map(\.value) }
    let span = series.flatMap(\.years)
    if request.isLogarithmic, let bad = values.first(where: { $0 <= 0 }) {
      throw ChartError(
        .unfit, "\(Numerals.grouped(bad)) has no place on a logarithmic axis", at: place,
        remedy: "Leave out --log, or choose years whose values are above zero.")
    }
    var layers: [Layer] = []
    var rules: [(Break, String)] = []
    let ordered = zip(zip(series, names), inks).map { ($0.0, $0.1, $1) }
      .sorted { $0.2 == .context && $1.2 != .context }
    for (series, name, ink) in ordered {
      let trace = Trace(series, interpolation: request.interpolation)
      layers += Self.layers(of: trace, name, ink)
      rules += trace.breaks.map { ($0, name) }
    }
    return Plot(
      title: title,
      horizontal: .years(years ?? (span.min() ?? 0)...(span.max() ?? 0)),
      vertical: vertical
        ?? .values(values, unit: unit, isLog: request.isLogarithmic),
      layers: Self.ruleLayers(rules, isOne: series.count == 1) + layers)
  }

  /// The lines, bridges and marks of a trace.
  static func layers(of trace: Trace, _ name: String, _ ink: Layer.Ink) -> [Layer] {
    func vertex(_ point: Observation) -> Layer.Vertex {
      Layer.Vertex(x: Double(point.year), y: point.value)
    }
    let points = trace.stretches.flatMap(\.self)
    let isNamed = ink != .context
    var layers: [Layer] = []
    for (index, stretch) in trace.stretches.enumerated() where stretch.count > 1 {
      layers.append(
        Layer(
          .line(stretch.map(vertex), .solid), ink, series: name,
          isNamed: isNamed && index == trace.stretches.count - 1))
    }
    layers += trace.bridges.map {
      Layer(.line([vertex($0.from), vertex($0.to)], .dotted), ink, series: name)
    }
    // Marks wherever they tell something: few values, lone ones, estimates among others.
    let hollow = points.filter(\.isMade)
    let isMixed = hollow.count < points.count
    let lone = Set(trace.stretches.filter { $0.count == 1 }.flatMap { $0.map(\.year) })
    let marked = points.filter { point in
      points.count <= 30 && ink != .context || lone.contains(point.year) || isMixed && point.isMade
    }
    for isHollow in [false, true] {
      let chosen = marked.filter { $0.isMade == isHollow }
      guard !chosen.isEmpty else { continue }
      let isLast = layers.allSatisfy { !$0.isNamed } && chosen.last?.year == points.last?.year
      layers.append(
        Layer(
          .points(chosen.map(vertex), isHollow: isHollow), ink, series: name,
          isNamed: isNamed && isLast))
    }
    return layers
  }

  static func ruleLayers(_ found: [(known: Break, name: String)], isOne: Bool) -> [Layer] {
    let kinds = orderedUnique(found.map { "\($0.known.year) \($0.known.kind)" })
    return kinds.compactMap { kind -> Layer? in
      let same = found.filter { "\($0.known.year) \($0.known.kind)" == kind }
      guard let known = same.first?.known else { return nil }
      let names = orderedUnique(same.map(\.name))
      let whose = isOne || names.count > 2 ? "" : " (\(names.joined(separator: ", ")))"
      let label = "\(known.year): new \(known.changed)\(whose)"
      return Layer(.verticalRule(Double(known.year), label), .plain)
    }
  }

  /// The rows: every value drawn, those that were made marked as such, suppressed ones without one.
  ///
  /// - Parameter more: further columns, and their cells by the place of a series and a year.
  func lineData(
    adding more: [Report.Column] = [], _ cells: (Int, Int) -> [Report.Cell] = { _, _ in [] }
  ) -> Report {
    let head = ChartRows(self)
    let columns =
      head.columns + [
        Report.Column("year", .detail, isGrouped: false), Report.Column("value", .detail),
        Report.Column("unit", .identity), Report.Column("status", .detail),
        Report.Column("mark", .detail),
      ] + more
    var rows: [[Report.Cell]] = []
    for (index, (series, name)) in zip(series, names.names).enumerated() {
      let identity = head.cells(of: series, name)
      func row(_ year: Int, _ value: Double?, _ status: Status, _ mark: String) -> [Report.Cell] {
        identity + [
          .integer(year), Report.Cell(value), .text(series.unit.name), .text(status.rawValue),
          .text(mark),
        ] + cells(index, year)
      }
      let made = Trace(series, interpolation: request.interpolation).made
      let drawn =
        series.observations.map { point in
          (
            point.year,
            row(point.year, point.value, point.status, point.isMade ? "estimate" : "value")
          )
        } + made.map { ($0.year, row($0.year, $0.value, .imputed, "interpolated")) }
        + series.suppressedYears.map { ($0, row($0, nil, .suppressed, "none")) }
      rows += drawn.sorted { $0.0 < $1.0 }.map(\.1)
    }
    return Report(columns: columns, rows: rows)
  }

  /// The figures that the words give: ends and change of each series, then its extremes.
  func lineWishes() -> [FigureRequest] {
    var levels: [FigureRequest] = []
    var changes: [FigureRequest] = []
    let told =
      request.focus.isEmpty
      ? series
      : series.filter { series in
        request.focus.contains { $0 == series.area.name || $0 == series.area.code }
      }
    for series in told.prefix(4) {
      guard let first = series.observations.first, let last = series.observations.last else {
        continue
      }
      levels.append(wish(series, .level, first.year...first.year))
      guard first.year < last.year else { continue }
      levels.append(wish(series, .level, last.year...last.year))
      changes.append(wish(series, .changePercent, first.year...last.year))
      let inner = series.observations.dropFirst().dropLast()
      for extreme in [inner.max { $0.value < $1.value }, inner.min { $0.value < $1.value }] {
        guard let extreme,
          extreme.value > max(first.value, last.value)
            || extreme.value < min(first.value, last.value)
        else { continue }
        changes.append(wish(series, .level, extreme.year...extreme.year))
      }
    }
    return levels + changes
  }

  /// What the axes themselves cannot say.
  static func notes(of plot: Plot) -> [String] {
    var notes: [String] = []
    for (name, axis) in [("vertical", plot.vertical), ("horizontal", plot.horizontal)]
    where axis.isMeasure {
      if axis.scale == .log {
        notes.append("The \(name) axis is logarithmic: equal steps are equal ratios.")
      } else if !axis.showsZero {
        notes.append("The \(name) axis does not begin at zero.")
      }
    }
    return notes
  }
}
