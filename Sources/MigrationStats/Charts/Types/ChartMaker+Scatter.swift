extension ChartMaker {
  /// Values against the years as marks, and the curve that a model makes of them with its bands.
  func scatter() throws -> ChartDraft {
    try requireLevel()
    try requireFew(3, of: "scatter chart")
    let scattered = try scattered()
    let plot = try scatterPlot(scattered)
    let remarks = LineRemarks(self)
    let withheld = remarks.notes.filter { !$0.contains("interrupted") }
    let failures = scattered.flatMap { one in
      one.outcomes.compactMap { outcome in
        outcome.failure.map { failure in
          Caveat(
            failure.flag,
            "No curve\(outcome.part.map { " \($0)" } ?? ""): \(failure.summary).")
        }
      }
    }
    return ChartDraft(
      title: title(subject, areasInWords, yearsInWords), subtitle: scatterSubtitle(scattered),
      data: scatterData(scattered), body: .plots([plot]),
      notes: withheld + Self.notes(of: plot),
      caveats: orderedUnique(
        failures + scattered.flatMap { $0.fits.flatMap(\.caveats) }
          + remarks.caveats),
      kind: "Scatter chart", wishes: scatterWishes(scattered),
      remarks: scatterRemarks(scattered))
  }

  /// A series with the curves that were fitted to it: one, or one a side of a break.
  private struct Scattered {
    let series: Series
    let name: String
    let ink: Layer.Ink
    let outcomes: [FitOutcome]
    var fits: [Fit] { outcomes.compactMap(\.fit) }
  }

  private func scattered() throws -> [Scattered] {
    let model = try model()
    let inks = try inks()
    return try zip(zip(series, names.names), inks).map { named, ink in
      let outcomes = named.0.outcomes(model, Panel.FitRequest(level: request.level))
      // Where the series breaks, a curve is drawn for each side and none across.
      let sides = outcomes.filter { $0.part != nil }
      let drawn = sides.isEmpty ? outcomes : sides
      guard drawn.contains(where: { $0.fit != nil }) else {
        throw drawn.compactMap(\.failure).first
          ?? FittingError(.tooFewValues, "\(named.0.title): there is no curve", at: place)
      }
      return Scattered(series: named.0, name: named.1, ink: ink, outcomes: drawn)
    }
  }

  /// A year of a curve.
  private struct Place {
    let year: Int
    let value: Double
    /// Where the curve lies; nil for a model that only foretells the next value.
    let confidence: Interval?
    /// Where a single value lies.
    let prediction: Interval?
  }

  /// The curve in every year, or where a value is foretold from the one before, in the years of those.
  private static func curve(_ fit: Fit) throws -> [Place] {
    let solution = fit.solution
    let years = fit.points.years
    guard let first = years.first, let last = years.last, !solution.isRecursive else {
      return fit.values.compactMap { value in
        value.fitted.map {
          Place(year: value.year, value: $0, confidence: nil, prediction: value.interval)
        }
      }
    }
    let freedom = Double(solution.degreesOfFreedom)
    let quantile =
      freedom > 0 ? StudentT.twoSidedQuantile(level: fit.level, degreesOfFreedom: freedom) : nil
    return try (first...last).map { year in
      let found = try solution.prediction(year)
      let mean = Solution.Prediction(
        centre: found.centre, standardError: found.standardError, deviation: 0)
      return Place(
        year: year, value: solution.scale.own(found.centre),
        confidence: Fit.interval(around: mean, solution.scale, quantile, fit.level),
        prediction: Fit.interval(around: found, solution.scale, quantile, fit.level))
    }
  }

  private func scatterPlot(_ scattered: [Scattered]) throws -> Plot {
    var bands: [Layer] = []
    var marks: [Layer] = []
    var rules: [(Break, String)] = []
    var values = series.flatMap { $0.observations.map(\.value) }
    let level = Self.percent(request.level)
    for one in scattered {
      let curves = try one.fits.map { try Self.curve($0) }
      for curve in curves {
        let drawn = [
          Layer.band(
            curve.compactMap { place in place.prediction.map { (place.year, $0) } }, one.ink,
            series: one.name, meaning: "\(level) prediction interval of a value"),
          Layer.band(
            curve.compactMap { place in place.confidence.map { (place.year, $0) } }, one.ink,
            series: one.name, meaning: "\(level) confidence interval of the curve"),
        ].compactMap(\.self)
        bands += drawn
        values += curve.map(\.value)
        values += curve.flatMap { [$0.prediction?.lower, $0.prediction?.upper] }.compactMap(\.self)
        marks.append(
          Layer(
            .line(curve.map { Layer.Vertex(x: Double($0.year), y: $0.value) }, .dotted), one.ink,
            series: one.name, meaning: "\(request.model) model"))
      }
      marks += Self.scatterPoints(one)
      rules += Trace(one.series, interpolation: nil).breaks.map { ($0, one.name) }
    }
    try requirePositive(values)
    let years = series.flatMap(\.years)
    return Plot(
      horizontal: .years((years.min() ?? 0)...(years.max() ?? 0)),
      vertical: .values(values, unit: unit, isLog: request.isLogarithmic),
      layers: bands + Self.ruleLayers(rules, isOne: scattered.count == 1) + marks)
  }

  private static func scatterPoints(_ one: Scattered) -> [Layer] {
    let points = one.series.observations
    return [false, true].compactMap { isMade in
      let chosen = points.filter { $0.isMade == isMade }
      guard !chosen.isEmpty else { return nil }
      return Layer(
        .points(
          chosen.map { Layer.Vertex(x: Double($0.year), y: $0.value) }, isHollow: isMade),
        one.ink, series: one.name, isNamed: chosen.last?.year == points.last?.year)
    }
  }

  // MARK: Words

  /// `Exponential model: 2.11 % a year (95 % confidence: 2.00 to 2.21)`, a curve each.
  private func scatterSubtitle(_ scattered: [Scattered]) -> String {
    let isOne = scattered.count == 1
    let rates = scattered.flatMap { one in
      one.fits.compactMap { fit -> String? in
        let which = [isOne ? nil : one.name, fit.part].compactMap(\.self).joined(separator: " ")
        guard let rate = fit.annualRate else { return nil }
        func text(_ value: Double) -> String {
          Numerals.rounded(value, decimals: 2).replacing("-", with: "−")
        }
        var words = "\(text(rate.estimate)) % a year"
        if let interval = rate.interval, let lower = interval.lower, let upper = interval.upper {
          words += " (\(Self.percent(fit.level)) confidence: \(text(lower)) to \(text(upper)))"
        }
        return (which.isEmpty ? "" : "\(which) ") + words
      }
    }
    let model = "\(request.model) model" + (rates.isEmpty ? "" : ": ")
    let text = (sharedInWords + [model + rates.joined(separator: ", ")]).joined(separator: "; ")
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  private func scatterRemarks(_ scattered: [Scattered]) -> [String] {
    var remarks = ["A curve of the \(request.model) model runs through the marks."]
    for one in scattered {
      let parts = one.outcomes.compactMap(\.part)
      guard !parts.isEmpty else { continue }
      let years = Trace(one.series, interpolation: nil).breaks.map { "\($0.year)" }
      remarks[0] =
        "The \(request.model) model is fitted to each side of the break in "
        + "\(Self.list(orderedUnique(years))), and no curve runs across it."
    }
    return remarks
  }

  /// The least-squares rates, which are those of the exponential model, then the ends.
  private func scatterWishes(_ scattered: [Scattered]) -> [FigureRequest] {
    guard request.model == "exponential" else { return lineWishes() }
    let rates = scattered.flatMap { one in
      one.fits.compactMap { fit -> FigureRequest? in
        guard let first = fit.points.years.first, let last = fit.points.years.last, first < last
        else { return nil }
        var rate = wish(one.series, .annualRate, first...last)
        rate.definition = .leastSquares
        return rate
      }
    }
    return rates + lineWishes()
  }

  // MARK: Data

  /// The values with the curve and its intervals; rows of years without a value hold the curve alone.
  private func scatterData(_ scattered: [Scattered]) -> Report {
    let columns = [
      Report.Column("series", .identity), Report.Column("area", .identity),
      Report.Column("code", .identity), Report.Column("year", .detail, isGrouped: false),
      Report.Column("value", .detail), Report.Column("unit", .identity),
      Report.Column("status", .detail), Report.Column("mark", .detail),
      Report.Column("part", .identity), Report.Column("fitted", .detail),
      Report.Column("confidence_lower", .detail), Report.Column("confidence_upper", .detail),
      Report.Column("prediction_lower", .detail), Report.Column("prediction_upper", .detail),
    ]
    var rows: [[Report.Cell]] = []
    for one in scattered {
      var curves: [Int: (part: String?, place: Place)] = [:]
      for fit in one.fits {
        for place in (try? Self.curve(fit)) ?? [] { curves[place.year] = (fit.part, place) }
      }
      let years = Set(one.series.years + one.series.suppressedYears + curves.keys).sorted()
      for year in years {
        let point = one.series[year]
        let isWithheld = one.series.suppressedYears.contains(year)
        let curve = curves[year]
        let mark =
          point.map { $0.isMade ? "estimate" : "value" } ?? (isWithheld ? "none" : "curve")
        let status = point?.status ?? (isWithheld ? .suppressed : nil)
        rows.append([
          .text(one.name), .text(one.series.area.name), Report.Cell(one.series.area.code),
          .integer(year), Report.Cell(point?.value), .text(one.series.unit.name),
          Report.Cell(status?.rawValue), .text(mark), Report.Cell(curve?.part),
          Report.Cell(curve?.place.value), Report.Cell(curve?.place.confidence?.lower),
          Report.Cell(curve?.place.confidence?.upper),
          Report.Cell(curve?.place.prediction?.lower), Report.Cell(curve?.place.prediction?.upper),
        ])
      }
    }
    return Report(columns: columns, rows: rows)
  }
}
