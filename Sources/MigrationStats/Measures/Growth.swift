/// The growth of one series over a span, by one definition, with what a reader has to know.
///
/// ```swift
/// let growth = try world.growth(.compound, over: 1990...2019)
/// print(growth.ratio ?? .nan, growth.changePercent ?? .nan)  // 1.775… 77.53…
/// print(growth.rate?.interval?.kind ?? .rounding)  // rounding
/// ```
public struct Growth: Sendable {
  /// What the figures are: as published, or like for like.
  public enum Basis: String, Sendable, Hashable {
    /// The publisher's figures.
    case published
    /// Figures made comparable: without the effect of a break, or over the same reporters.
    case matched
  }

  /// The series that the rate was computed from.
  public let series: Series
  /// As published, or like for like.
  public let basis: Basis
  /// The definition of the rate.
  public let definition: GrowthDefinition
  /// The first observation; nil where the series does not support the span.
  public let start: Observation?
  /// The last observation; nil where the series does not support the span.
  public let end: Observation?
  /// The rate, in per cent a year; nil where it is not defined.
  public let rate: Estimate?
  /// ln 2 over the log rate, in years: negative where the series halves, nil where it stands still.
  public let doublingYears: Double?
  /// The observations in the span, interpolated points not counted.
  public let observations: [Observation]
  /// What a reader has to know.
  public let caveats: [Caveat]

  /// The end over the start; nil where the start is not positive.
  public var ratio: Double? {
    guard let start, let end, start.value > 0 else { return nil }
    let ratio = end.value / start.value
    return ratio.isFinite ? ratio : nil
  }

  /// The end less the start, in the series' unit.
  public var change: Double? {
    guard let start, let end else { return nil }
    let change = end.value - start.value
    return change.isFinite ? change : nil
  }

  /// The change as a percentage of the start; nil where the start is not positive.
  public var changePercent: Double? {
    guard let start, let change, start.value > 0 else { return nil }
    let percent = 100 * (change / start.value)
    return percent.isFinite ? percent : nil
  }

  /// The worst status met among the values used.
  public var status: Status? {
    guard let start, let end else { return nil }
    let used = definition == .leastSquares ? observations : []
    return Status.worst(of: ([start, end] + used).map(\.status))
  }
}
