/// Models of one series, the better ones first.
///
/// They are ranked by AICc on the data's own scale, so that models of values and models of logarithms
/// compare. A difference below 2 does not tell two models apart (K. P. Burnham and D. R. Anderson, Model
/// Selection and Multimodel Inference, 2nd edition 2002, section 2.6).
public struct Ranking: Sendable {
  /// A model and its place.
  public struct Entry: Sendable {
    /// The fit, or why there is none.
    public let outcome: FitOutcome
    /// The place, from 1; nil without a criterion.
    public let rank: Int?
    /// AICc above that of the best model.
    public let difference: Double?
    /// The weight of evidence among the models ranked: they sum to 1.
    public let weight: Double?
    /// What a reader has to know of this model.
    public let caveats: [Caveat]
  }

  /// The series.
  public let series: Series
  /// The models, ranked ones first, then those without a criterion, then those without a fit.
  public let entries: [Entry]

  /// The models that are compared unless told.
  public static let usualModels: [any Model] =
    [
      .linear, .exponential, .polynomial(2), .power, .logistic, .gompertz, .richards, .saturating,
      BrokenTrend(), .randomWalk, .smoothing, .dampedHolt,
    ] as [any Model]

  /// The difference of AICc below which two models are not told apart.
  static let tie = 2.0
  /// The number of values below which a ranking is a hint at most.
  static let few = 10

  /// The best fit; nil where no model fits.
  public var best: Fit? { entries.first?.outcome.fit }

  init(of series: Series, _ models: [any Model], _ request: Panel.FitRequest) {
    self.series = series
    let outcomes = models.map { model in
      FitOutcome(
        series: series, model: model, part: nil,
        result: Result { () throws(FittingError) in
          try series.fit(
            model, level: request.level, includingImputed: request.includingImputed)
        })
    }
    func criterion(_ outcome: FitOutcome) -> Double? { outcome.fit?.quality.aicc }
    let ranked = outcomes.filter { criterion($0) != nil }.enumerated().sorted { left, right in
      let (a, b) = (criterion(left.element) ?? 0, criterion(right.element) ?? 0)
      return (a, left.offset) < (b, right.offset)
    }.map(\.element)
    let others =
      outcomes.filter { criterion($0) == nil && $0.fit != nil }
      + outcomes.filter { $0.fit == nil }
    // A curve that goes through every value leaves nothing for a criterion, and nothing to beat.
    let perfect = outcomes.filter { $0.fit?.isPerfect == true }.sorted {
      $0.model.parameterCount < $1.model.parameterCount
    }
    guard perfect.isEmpty else {
      let rest = (ranked + others).filter { $0.fit?.isPerfect != true }
      entries = (perfect + rest).enumerated().map { place, outcome in
        Entry(
          outcome: outcome, rank: place < perfect.count ? place + 1 : nil, difference: nil,
          weight: nil, caveats: Self.caveats(of: outcome))
      }
      return
    }
    let best = ranked.first.flatMap(criterion) ?? 0
    let differences = ranked.map { (criterion($0) ?? 0) - best }
    let total = differences.reduce(0) { $0 + Numerics.exp(-$1 / 2) }
    let general = Self.caveats(ranked, differences)
    entries =
      ranked.enumerated().map { place, outcome in
        Entry(
          outcome: outcome, rank: place + 1, difference: differences[place],
          weight: Numerics.exp(-differences[place] / 2) / total,
          caveats: general + Self.caveats(of: outcome))
      }
      + others.map { outcome in
        Entry(
          outcome: outcome, rank: nil, difference: nil, weight: nil,
          caveats: (outcome.fit.map { Self.reason($0) } ?? [])
            + Self.caveats(of: outcome))
      }
  }

  /// What is said of a model; that intervals, which a ranking does not give, rest on its residuals is
  /// not.
  private static func caveats(of outcome: FitOutcome) -> [Caveat] {
    outcome.caveats.filter { $0.kind != "autocorrelation" && $0.kind != "normality" }
  }

  /// What holds of the ranking as a whole.
  private static func caveats(_ ranked: [FitOutcome], _ differences: [Double]) -> [Caveat] {
    var found: [Caveat] = []
    let close = zip(ranked, differences).filter { $1 < tie }.map { $0.0.model.name }
    if close.count > 1, let last = close.last {
      found.append(
        Caveat(
          "tie",
          "\(close.dropLast().joined(separator: ", ")) and \(last) differ by less than 2 in AICc: the "
            + "values do not tell them apart, and the simplest of them will do."))
    }
    let dependent = ranked.filter {
      ($0.fit?.quality.diagnostics[.ljungBox]?.pValue ?? 1) < Diagnostics.doubt
    }.map(\.model.name)
    if !dependent.isEmpty {
      found.append(
        Caveat(
          "autocorrelation",
          "Residuals of \(dependent.joined(separator: ", ")) are correlated with those before: AICc and "
            + "the weights take them for independent, and are too sure."))
    }
    if let count = ranked.first?.fit?.quality.values, count < few {
      found.append(
        Caveat(
          "few-values",
          "\(count) values are too few to choose between models: take the ranking for a hint, and "
            + "choose by what is known of the series."))
    }
    return found
  }

  /// Why a fit has no criterion.
  private static func reason(_ fit: Fit) -> [Caveat] {
    let quality = fit.quality
    if quality.aic == nil { return [] }
    return [
      Caveat(
        "unranked",
        "\(quality.values) values are too few for AICc with \(quality.parameters) parameters: it "
          + "needs \(quality.parameters + 2).")
    ]
  }
}

extension Series {
  /// The models ranked by how well they fit the series.
  ///
  /// ```swift
  /// print(world.compare().best?.model.name ?? "")  // polynomial
  /// ```
  public func compare(
    _ models: [any Model] = Ranking.usualModels, level: Double = 0.95
  ) -> Ranking {
    Ranking(of: self, models, Panel.FitRequest(level: level))
  }
}
