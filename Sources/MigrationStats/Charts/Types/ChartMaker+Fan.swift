extension ChartMaker {
  /// The past of a series, and what a model makes of the years ahead, with two intervals.
  func fan() throws -> ChartDraft {
    try requireLevel()
    try requireFew(3, of: "fan chart")
    let outlooks = try fans()
    let remarks = LineRemarks(self)
    let plot = try fanPlot(outlooks)
    let firsts = outlooks.compactMap { $0.outer.values.first?.year }
    let lasts = outlooks.compactMap { $0.outer.values.last?.year }
    let isCut = series.contains { $0.years != whole($0).years }
    return ChartDraft(
      title: title(subject, areasInWords, yearsInWords)
        + ", with a forecast to \(lasts.max() ?? 0)",
      subtitle: fanSubtitle(outlooks), data: fanData(outlooks), body: .plots([plot]),
      notes: remarks.notes + Self.notes(of: plot),
      caveats: outlooks.flatMap(\.outer.caveats) + remarks.caveats, kind: "Fan chart",
      wishes: fanWishes(outlooks, isCut: isCut),
      remarks: remarks.sentences + [
        "From \(firsts.min() ?? 0) on the line is a forecast, dashed, within its intervals."
      ]
        + (isCut ? ["The forecast rests on the values of \(yearsInWords) alone."] : []))
  }

  /// The forecast of a series at one level or two.
  private struct Fan {
    let series: Series
    let name: String
    let ink: Layer.Ink
    /// At the level that was asked for.
    let outer: Forecast
    /// At a lower one; nil where there is none.
    let inner: Forecast?

    /// The forecasts, the widest interval first.
    var forecasts: [Forecast] { [outer] + [inner].compactMap(\.self) }
  }

  private func fans() throws -> [Fan] {
    guard let through = request.through else {
      let last = series.flatMap(\.years).max() ?? 2000
      throw ChartError(
        .misuse, "a fan chart needs the last year of its forecast, and none is given", at: place,
        remedy: "Say up to when: --through \(last + 10).")
    }
    let model = try model()
    let inks = try inks()
    return try zip(zip(series, names.names), inks).map { named, ink in
      let outer = try named.0.fit(model, level: request.level).forecast(through: through)
      let inner = try innerLevel.map { level in
        try named.0.fit(model, level: level).forecast(through: through)
      }
      return Fan(series: named.0, name: named.1, ink: ink, outer: outer, inner: inner)
    }
  }

  /// The level of the inner band.
  private var innerLevel: Double? { [0.8, 0.5].first { $0 < request.level } }

  private func fanSubtitle(_ fans: [Fan]) -> String {
    let model = "forecast by the \(request.model) model: the median and where a value lies with "
    let levels = [innerLevel, request.level].compactMap(\.self).map(Self.percent)
    let text = (sharedInWords + [model + levels.joined(separator: " and ") + " confidence"])
      .joined(separator: "; ")
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  private func fanPlot(_ fans: [Fan]) throws -> Plot {
    let ends = fans.flatMap { fan in
      fan.forecasts.flatMap { $0.values.flatMap { [$0.interval.lower, $0.interval.upper] } }
    }.compactMap(\.self)
    let values = series.flatMap { $0.observations.map(\.value) } + ends
    try requirePositive(values)
    let years =
      series.flatMap(\.years) + fans.flatMap { $0.outer.values.map(\.year) }
    var bands: [Layer] = []
    var lines: [Layer] = []
    var rules: [(Break, String)] = []
    for fan in fans {
      for forecast in fan.forecasts {
        let band = Layer.band(
          forecast.values.map { ($0.year, $0.interval) }, fan.ink, series: fan.name,
          meaning: "\(Self.percent(forecast.fit.level)) interval")
        bands += [band].compactMap(\.self)
      }
      let trace = Trace(fan.series, interpolation: request.interpolation)
      rules += trace.breaks.map { ($0, fan.name) }
      // The name stands at the end of the forecast, not at that of the past.
      lines += Self.layers(of: trace, fan.name, fan.ink).map {
        Layer($0.form, $0.ink, series: $0.series, meaning: $0.meaning)
      }
      let median = fan.outer.values.map { Layer.Vertex(x: Double($0.year), y: $0.value) }
      lines.append(
        median.count > 1
          ? Layer(.line(median, .dashed), fan.ink, series: fan.name, isNamed: true)
          : Layer(.points(median, isHollow: true), fan.ink, series: fan.name, isNamed: true))
    }
    return Plot(
      horizontal: .years((years.min() ?? 0)...(years.max() ?? 0)),
      vertical: .values(values, unit: unit, isLog: request.isLogarithmic, count: 6),
      layers: bands + Self.ruleLayers(rules, isOne: fans.count == 1) + lines)
  }

  /// The rows of the past, and those of the forecast with the ends of both intervals.
  private func fanData(_ fans: [Fan]) -> Report {
    let past = lineData()
    let levels = [request.level, innerLevel].compactMap(\.self)
    let ends = levels.flatMap { level in
      ["lower", "upper"].map { Report.Column("\($0)_\(Self.levelName(level))", .detail) }
    }
    let absent = [Report.Cell](repeating: .absent, count: ends.count)
    func index(_ name: String) -> Int? { past.columns.firstIndex { $0.name == name } }
    var rows: [[Report.Cell]] = []
    for fan in fans {
      let own = past.rows.filter { $0.first == .text(fan.name) }
      rows += own.map { $0 + absent }
      guard let sample = own.first else { continue }
      for (place, value) in fan.outer.values.enumerated() {
        var row = sample
        for (name, cell) in [
          ("year", .integer(value.year)), ("value", .number(value.value)),
          ("status", .text(Status.forecast.rawValue)), ("mark", .text("forecast")),
        ] as [(String, Report.Cell)] {
          if let index = index(name) { row[index] = cell }
        }
        rows.append(
          row
            + fan.forecasts.flatMap { forecast -> [Report.Cell] in
              let interval = forecast.values[place].interval
              return [Report.Cell(interval.lower), Report.Cell(interval.upper)]
            })
      }
    }
    return Report(columns: past.columns + ends, rows: rows)
  }

  /// The forecasts of the last year and the last values, then the first values and the changes.
  private func fanWishes(_ fans: [Fan], isCut: Bool) -> [FigureRequest] {
    let levels = fans.compactMap { fan in
      fan.series.observations.last.map { wish(fan.series, .level, $0.year...$0.year) }
    }
    // A figure of a forecast rests on all values of its series.
    let ahead =
      isCut
      ? []
      : fans.compactMap { fan -> FigureRequest? in
        guard let end = fan.outer.values.last?.year else { return nil }
        var ahead = wish(fan.series, .forecast, end...end)
        ahead.model = request.model
        return ahead
      }
    let found = ahead + levels
    return found + lineWishes().filter { !found.contains($0) }
  }
}
