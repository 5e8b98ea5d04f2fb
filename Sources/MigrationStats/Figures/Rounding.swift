/// How a number is rounded for print: a scale, decimals, and the rule in words.
///
/// ```swift
/// let rounding = Rounding(scale: .million, decimals: 2)
/// print(rounding.text(7_960_657))  // 7.96 million
/// ```
public struct Rounding: Codable, Sendable, Hashable {
  /// What the printed number counts.
  public enum Scale: String, Codable, Sendable, Hashable, CaseIterable {
    /// One by one.
    case one = ""
    /// Millions.
    case million
    /// Thousand millions.
    case billion

    /// How many ones it is.
    public var factor: Double {
      switch self {
      case .one: 1
      case .million: 1e6
      case .billion: 1e9
      }
    }
  }

  /// The scale.
  public let scale: Scale
  /// The decimals of the scaled number.
  public let decimals: Int

  /// A rounding.
  public init(scale: Scale = .one, decimals: Int) {
    self.scale = scale
    self.decimals = decimals
  }

  /// The house's rule: levels from a million on in millions with one decimal (two below ten
  /// million), from a thousand million in billions; rates and ratios with two decimals,
  /// percentages, years and indices with one; ranks whole.
  ///
  /// A unit that counts millions itself is not scaled again.
  static func usual(
    _ value: Double, _ operation: Recipe.Operation, unit: String = ""
  ) -> Rounding {
    switch operation {
    case .level, .change, .forecast:
      let size = abs(value)
      if Figure.multiplier(of: unit) != nil {
        return Rounding(decimals: size == size.rounded() || size >= 1000 ? 0 : 2)
      }
      // 999,999,999 is one billion, not 1,000.0 million.
      if size >= 999_950_000 { return Rounding(scale: .billion, decimals: size >= 9.995e9 ? 1 : 2) }
      if size >= 999_500 { return Rounding(scale: .million, decimals: size >= 9_995_000 ? 1 : 2) }
      return Rounding(decimals: size == size.rounded() || size >= 1000 ? 0 : 2)
    case .ratio, .annualRate: return Rounding(decimals: 2)
    case .changePercent, .share, .doublingTime, .index: return Rounding(decimals: 1)
    case .rank: return Rounding(decimals: 0)
    }
  }

  /// The rounding that leaves every digit of a value, for up to 17 significant digits.
  ///
  /// ```swift
  /// print(Rounding.exact(1.25).text(1.25))  // 1.25
  /// ```
  public static func exact(_ value: Double) -> Rounding {
    let (digits, point) = Numerals.decimalDigits(abs(value))
    let told = digits.count - digits.reversed().prefix { $0 == 0 }.count
    return Rounding(decimals: max(0, told - point))
  }

  /// The number in digits, with its scale word: `271.6 million`.
  public func text(_ value: Double) -> String {
    let digits = Numerals.grouped(value / scale.factor, decimals: decimals)
    return scale == .one ? digits : "\(digits) \(scale.rawValue)"
  }

  /// The values that the rounded number stands for.
  ///
  /// ```swift
  /// print(rounding.range(7_960_657))  // 7955000.0...7965000.0
  /// ```
  public func range(_ value: Double) -> ClosedRange<Double> {
    var unit = scale.factor
    for _ in 0..<max(decimals, 0) { unit /= 10 }
    let centre = (value / unit).rounded() * unit
    return centre - unit / 2...centre + unit / 2
  }

  /// The rule in words.
  public var rule: String {
    let places =
      decimals == 0 ? "whole numbers" : decimals == 1 ? "1 decimal" : "\(decimals) decimals"
    return "rounded half away from zero to \(places)"
      + (scale == .one ? "" : " of a \(scale.rawValue)")
  }
}
