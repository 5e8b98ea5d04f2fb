/// One value of a series, with the row that it came from.
public struct Observation: Sendable, Hashable {
  /// Whether the value is the figure itself or a limit: ‘over 200 million’ is a lower bound.
  public enum Bound: String, Sendable, Hashable {
    /// The figure itself, to within its rounding.
    case exact = ""
    /// The true value is this or more.
    case over
    /// The true value is this or less.
    case under
  }

  /// The calendar year.
  public let year: Int
  /// The value in the series' unit.
  public let value: Double
  /// The digits of a whole number that no double holds exactly; nil where `value` says it all.
  public let exact: String?
  /// Half of the unit to which the value is rounded.
  public let halfUnit: Double
  /// Whether the value is a limit.
  public let bound: Bound
  /// The publisher's word on the value.
  public let status: Status
  /// The lines of the file that it was read from; none where it was made by interpolation.
  public let lines: [Int]
  /// Further columns of its row that are no keys, such as `note`.
  public let attributes: [String: String]

  /// The attribute that holds the span of years that a value is of, as `1990-1995`, where it is not of
  /// one year.
  static let period = "period"

  init(
    year: Int, value: Double, exact: String? = nil, halfUnit: Double = 0, bound: Bound = .exact,
    status: Status = .normal, lines: [Int] = [], attributes: [String: String] = [:]
  ) {
    self.year = year
    self.value = value
    self.exact = exact
    self.halfUnit = halfUnit
    self.bound = bound
    self.status = status
    self.lines = lines
    self.attributes = attributes
  }

  /// The values that the figure may stand for; nil where a bound leaves one side open.
  var range: (lower: Double?, upper: Double?) {
    switch bound {
    case .exact: (value - halfUnit, value + halfUnit)
    case .over: (value, nil)
    case .under: (nil, value)
    }
  }
}
