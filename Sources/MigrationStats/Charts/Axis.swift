/// One direction of a plot: what it measures, from where to where, and where its ticks stand.
public struct Axis: Sendable, Hashable {
  /// How values become places.
  public enum Scale: Sendable, Hashable {
    /// Equal steps of value are equal lengths.
    case linear
    /// Equal ratios are equal lengths.
    case log
    /// Names, one a band; the centre of the first is at 0.5.
    case categories([String])
  }

  /// A mark on the axis with its label.
  public struct Tick: Sendable, Hashable {
    /// The value, in the data's unit.
    public let value: Double
    /// How it is written.
    public let label: String
  }

  /// How values become places.
  public let scale: Scale
  /// The first and the last value that has a place, in the data's unit.
  public let domain: ClosedRange<Double>
  /// The ticks, at round numbers.
  public let ticks: [Tick]
  /// What a tick's label counts, in words: `million people`; nil for years and names.
  public let unit: String?
  /// What values are divided by for the labels.
  public let divisor: Double
  /// Whether it holds values that bars measure, rather than years or names.
  public var isMeasure: Bool { unit != nil }

  /// Where a value lies, from 0 at the begin to 1 at the end.
  func place(_ value: Double) -> Double {
    switch scale {
    case .linear, .categories:
      (value - domain.lowerBound) / (domain.upperBound - domain.lowerBound)
    case .log:
      Numerics.log(value / domain.lowerBound)
        / Numerics.log(domain.upperBound / domain.lowerBound)
    }
  }

  /// From the first to the last value.
  var length: Double { domain.upperBound - domain.lowerBound }

  /// Whether zero is on it.
  var showsZero: Bool { domain.contains(0) }

  // MARK: Making

  /// The calendar years from a first to a last.
  static func years(_ years: ClosedRange<Int>) -> Axis {
    let (first, last) = (years.lowerBound, years.upperBound)
    guard first < last else {
      return Axis(
        scale: .linear, domain: Double(first) - 1...Double(first) + 1,
        ticks: [Tick(value: Double(first), label: "\(first)")], unit: nil, divisor: 1)
    }
    let step = [1, 2, 5, 10, 20, 50, 100].first { (last - first) / $0 <= 7 } ?? 200
    let start = (first + step - 1) / step * step
    // The ends are told as well; a round year that is near to one gives way to it.
    let near = max(1, (step + 1) / 2)
    let round = stride(from: start, through: last, by: step).filter {
      $0 - first >= near && last - $0 >= near
    }
    return Axis(
      scale: .linear, domain: Double(first)...Double(last),
      ticks: ([first] + round + [last]).map { Tick(value: Double($0), label: "\($0)") }, unit: nil,
      divisor: 1)
  }

  /// Given years and no others.
  static func years(only years: [Int]) -> Axis {
    let axis = Self.years((years.min() ?? 0)...(years.max() ?? 0))
    return Axis(
      scale: .linear, domain: axis.domain,
      ticks: years.map { Tick(value: Double($0), label: "\($0)") }, unit: nil, divisor: 1)
  }

  /// Names, each in a band.
  static func categories(_ names: [String]) -> Axis {
    Axis(
      scale: .categories(names), domain: 0...Double(max(1, names.count)),
      ticks: names.enumerated().map { Tick(value: Double($0) + 0.5, label: $1) }, unit: nil,
      divisor: 1)
  }

  /// Values of a unit.
  ///
  /// Zero is on it where bars need it, or where leaving it out would not make much more of the
  /// differences.
  static func values(
    _ values: [Double], unit: UnitPhrase, needsZero: Bool = false, isLog: Bool = false,
    count: Int = 5
  ) -> Axis {
    let found = values.filter(\.isFinite)
    let (lower, upper) = (found.min() ?? 0, found.max() ?? 1)
    if isLog, lower > 0 { return log(lower, upper, unit) }
    var (low, high) = (lower, upper)
    if low == high {
      let reach = low == 0 ? 1 : abs(low)
      (low, high) = low >= 0 ? (0, max(reach, high) * (low == 0 ? 1 : 1.25)) : (low * 1.25, 0)
    }
    if needsZero || low > 0 && low < 0.7 * high { low = min(low, 0) }
    if needsZero || high < 0 && high > 0.7 * low { high = max(high, 0) }
    let ticks = Ticks.linear(low, high, count: count)
    let (first, last) = (min(low, ticks.first ?? low), max(high, ticks.last ?? high))
    let divisor = unit.divisor(of: max(abs(first), abs(last)))
    return Axis(
      scale: .linear, domain: first...last,
      ticks: ticks.map {
        Tick(value: $0, label: Ticks.label($0 / divisor, among: ticks.map { $0 / divisor }))
      },
      unit: unit.phrase(divisor), divisor: divisor)
  }

  private static func log(_ lower: Double, _ upper: Double, _ unit: UnitPhrase) -> Axis {
    let ticks = Ticks.log(lower, upper)
    let (first, last) = (min(lower, ticks[0]), max(upper, ticks[ticks.count - 1]))
    let divisor = ticks.count > 4 && last / first > 1e4 ? 1 : unit.divisor(of: last)
    return Axis(
      scale: .log, domain: first...last,
      ticks: ticks.map {
        Tick(value: $0, label: Numerals.significant($0 / divisor, digits: 1))
      },
      unit: unit.phrase(divisor), divisor: divisor)
  }
}
