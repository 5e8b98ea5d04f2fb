extension Plot {
  /// A series over its years, as a line chart draws it.
  ///
  /// - Parameter outlook: its forecast, drawn on with its interval.
  init(line series: Series, outlook: Forecast? = nil, interpolation: Interpolation? = nil) {
    let trace = Trace(series, interpolation: interpolation)
    let ahead = outlook?.values ?? []
    let ends = ahead.flatMap { [$0.interval.lower ?? $0.value, $0.interval.upper ?? $0.value] }
    let years = series.years + ahead.map(\.year)
    func vertex(_ year: Int, _ value: Double) -> Layer.Vertex {
      Layer.Vertex(x: Double(year), y: value)
    }
    var layers: [Layer] = []
    if let outlook, let last = series.observations.last {
      let level = Int((100 * outlook.fit.level).rounded())
      layers.append(
        Layer(
          .band(
            ahead.map { value in
              Layer.Extent(
                from: vertex(value.year, value.interval.lower ?? value.value),
                to: vertex(value.year, value.interval.upper ?? value.value))
            }), .series(0), meaning: "\(level) % interval"))
      layers.append(
        Layer(
          .line(
            [vertex(last.year, last.value)] + ahead.map { vertex($0.year, $0.value) }, .dashed),
          .series(0)))
    }
    self.init(
      horizontal: .years((years.min() ?? 0)...(years.max() ?? 0)),
      vertical: .values(
        series.observations.map(\.value) + ends, unit: UnitPhrase(series.unit.name)),
      layers: ChartMaker.ruleLayers(trace.breaks.map { ($0, "") }, isOne: true) + layers
        + ChartMaker.layers(of: trace, series.title, .series(0)))
  }
}

extension Report {
  /// How many plots are shown at most: more are scrolled past.
  private static let plotLimit = 6

  /// Adds a plot of each series.
  ///
  /// ```swift
  /// var report = Report([world.described()], keyNames: [])
  /// try report.plot([world])
  /// print(report.text(.table).contains("•"))  // true
  /// ```
  ///
  /// - Throws: `ChartError` (`tooMany`).
  public mutating func plot(_ series: [Series], interpolation: Interpolation? = nil) throws {
    try plot(
      orderedUnique(series).filter { !$0.observations.isEmpty }.map {
        ($0, Plot(line: $0, interpolation: interpolation))
      })
  }

  /// Adds a plot of each forecast, with the values behind it.
  ///
  /// - Throws: `ChartError` (`tooMany`).
  public mutating func plot(_ forecasts: [Forecast]) throws {
    try plot(forecasts.map { ($0.fit.series, Plot(line: $0.fit.series, outlook: $0)) })
  }

  private mutating func plot(_ plots: [(series: Series, plot: Plot)]) throws {
    guard plots.count <= Self.plotLimit else {
      throw ChartError(
        .tooMany, "\(plots.count) series are too many to plot: up to \(Self.plotLimit) are shown",
        at: Position(file: plots.first?.series.source), remedy: "Choose with --area.")
    }
    pictures = plots.map {
      TerminalPlot($0.plot, title: $0.series.title, width: min(width, 120) - 4).lines
    }
  }
}
