/// A value with the interval in which the truth may lie.
public struct Estimate: Sendable, Hashable {
  /// The value.
  public let value: Double
  /// The interval; nil where nothing can be said.
  public let interval: Interval?
}

/// An interval and what it allows for.
public struct Interval: Sendable, Hashable {
  /// What an interval allows for.
  public enum Kind: Sendable, Hashable {
    /// The rounding of the figures: 99.8 million stands for 99.75 to 99.85 million.
    case rounding
    /// The scatter about a fitted line, with a level of confidence such as 0.95.
    case confidence(level: Double)
  }

  /// The lower end; nil where it is open.
  public let lower: Double?
  /// The upper end; nil where it is open.
  public let upper: Double?
  /// What it allows for.
  public let kind: Kind
}
