extension Panel {
  /// What growth to compute, and how.
  public struct GrowthRequest: Sendable, Hashable {
    /// The definitions, in the order in which rows come.
    public var definitions: [GrowthDefinition]
    /// The first and last year; nil for all years of each series.
    public var years: ClosedRange<Int>?
    /// How a year between two observations is made; not at all where nil.
    public var interpolation: Interpolation?
    /// The level of confidence of least-squares intervals.
    public var level: Double
    /// Whether an area was asked for by name, so that its failure is an error.
    public var isSelective: Bool

    /// A request for all definitions over all years.
    public init(
      definitions: [GrowthDefinition] = GrowthDefinition.allCases, years: ClosedRange<Int>? = nil,
      interpolation: Interpolation? = nil, level: Double = 0.95, isSelective: Bool = false
    ) {
      self.definitions = definitions
      self.years = years
      self.interpolation = interpolation
      self.level = level
      self.isSelective = isSelective
    }
  }

  /// The growth of every selected series: as published, and like for like where the figures allow.
  ///
  /// ```swift
  /// let request = Panel.GrowthRequest(definitions: [.log, .compound], years: 1990...2019)
  /// for growth in try panel.selecting(areas: ["Canada"]).growth(request) {
  ///   print(growth.definition, growth.rate?.value ?? .nan)
  /// }
  /// // log 2.0971…
  /// // compound 2.1193…
  /// ```
  ///
  /// A series or definition without a result has a row that says why. It is an error where nothing
  /// at all can be computed, or nothing of an area that was asked for by name.
  ///
  /// - Throws: `MeasureError`.
  public func growth(_ request: GrowthRequest) throws(MeasureError) -> [Growth] {
    let matching = Matching(allSeries, for: series)
    let outcomes = Threads.map(series.count, least: 32) { part in
      part.map { Self.outcome(of: series[$0], request, matching) }
    }
    var rows: [Growth] = []
    var failures: [Area: MeasureError] = [:]
    var succeeded = Set<Area>()
    var firstFailure: MeasureError?
    for (series, outcome) in zip(series, outcomes.joined()) {
      switch outcome {
      case .success(let growths):
        rows += growths
        succeeded.insert(series.area)
      case .failure(let error):
        firstFailure = firstFailure ?? error
        failures[series.area] = failures[series.area] ?? error
        rows += Self.rows(of: series, without: error, request)
      }
    }
    if let firstFailure {
      let missed = orderedUnique(self.series.map(\.area)).filter { !succeeded.contains($0) }
      if succeeded.isEmpty { throw mixedVintages(request) ?? firstFailure }
      if request.isSelective, let area = missed.first, let failure = failures[area] {
        throw failure
      }
    }
    return rows
  }

  /// The rows of a series that has no growth, which say why.
  static func rows(
    of series: Series, without error: MeasureError, _ request: GrowthRequest
  ) -> [Growth] {
    request.definitions.map { definition in
      Growth(
        series: series, basis: .published, definition: definition, start: nil, end: nil,
        rate: nil, doublingYears: nil, observations: [], caveats: [error.caveat])
    }
  }

  /// The growth of one series: as published, and like for like where the figures allow.
  static func outcome(
    of series: Series, _ request: GrowthRequest, _ matching: some LikeForLike
  ) -> Result<[Growth], MeasureError> {
    Result { () throws(MeasureError) in
      let span = try series.span(request.years, interpolation: request.interpolation)
      let matched = matching.matched(to: series, over: span)
      let added = [matched?.caveat ?? matching.unevenCoverage(of: series, over: span)]
        .compactMap(\.self)
      var rows = try rowsOf(series, span, .published, request, adding: added)
      if let matched,
        let span = try? matched.series.span(request.years, interpolation: request.interpolation)
      {
        rows += try rowsOf(
          matched.series, span, .matched, request, hasInterval: !matched.isEstimated, adding: added)
      }
      return rows
    }
  }

  private static func rowsOf(
    _ series: Series, _ span: Span, _ basis: Growth.Basis, _ request: GrowthRequest,
    hasInterval: Bool = true, adding added: [Caveat]
  ) throws(MeasureError) -> [Growth] {
    var rows: [Growth] = []
    var failure: MeasureError?
    for definition in request.definitions {
      do throws(MeasureError) {
        let growth = try series.growth(
          definition, over: span, basis: basis, hasInterval: hasInterval, level: request.level)
        rows.append(growth.adding(added))
      } catch {
        failure = failure ?? error
        let caveats = series.caveats(of: span, definition: nil)
        rows.append(
          Growth(
            series: series, basis: basis, definition: definition, start: span.start, end: span.end,
            rate: nil, doublingYears: nil, observations: span.observations,
            caveats: added + [error.caveat] + caveats))
      }
    }
    // Without an interval there is no rounding to speak of.
    if !hasInterval { rows = rows.map { $0.without("rounding") } }
    // One definition, asked for by name, that cannot be had is no result.
    let isAll = request.definitions.count == GrowthDefinition.allCases.count
    if let failure, !isAll, basis == .published, rows.allSatisfy({ $0.rate == nil }) {
      throw failure
    }
    return rows
  }

  /// The error to give where each of the two years is there, but in no vintage both.
  private func mixedVintages(_ request: GrowthRequest) -> MeasureError? {
    guard let years = request.years else { return nil }
    let area = series.first?.area
    let same = series.filter { $0.area == area && !$0.observations.isEmpty }
    let first = same.first { $0[years.lowerBound] != nil }?.vintage
    let last = same.first { $0[years.upperBound] != nil }?.vintage
    guard let first, let last, first != last, let area else { return nil }
    return MeasureError(
      .mixedVintage, of: area.name,
      "it has \(years.lowerBound) in vintage ‘\(first)’ and \(years.upperBound) in vintage "
        + "‘\(last)’, and no vintage has both", at: Position(file: source),
      remedy:
        "A rate from one vintage to another mixes growth with revision: choose years that one "
        + "vintage has.")
  }
}

extension Growth {
  /// The same growth with caveats put before its own.
  fileprivate func adding(_ added: [Caveat]) -> Growth { with(caveats: added + caveats) }

  /// The same growth without the caveats of a kind.
  fileprivate func without(_ kind: String) -> Growth {
    with(caveats: caveats.filter { $0.kind != kind })
  }

  private func with(caveats: [Caveat]) -> Growth {
    Growth(
      series: series, basis: basis, definition: definition, start: start, end: end, rate: rate,
      doublingYears: doublingYears, observations: observations, caveats: caveats)
  }
}

extension MeasureError {
  /// The caveat that stands in for the error among other results.
  var caveat: Caveat {
    Caveat(flag, reason.prefix(1).uppercased() + reason.dropFirst() + ".")
  }

  private var flag: String {
    switch kind {
    case .noValue: "no-value"
    case .outside: "outside"
    case .onePoint: "one-point"
    case .notPositive: "not-positive"
    case .notFinite: "not-finite"
    case .tooManyMissing: "too-many-missing"
    case .mixedVintage: "mixed-vintage"
    case .doubleCounting: "double-counting"
    case .notANumber: "not-a-number"
    case .misuse: "misuse"
    }
  }
}
