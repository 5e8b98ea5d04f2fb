/// A polynomial in the calendar year, on the data's scale or in the logarithm.
///
/// ```swift
/// let line = try world.fit(Trend(degree: 1))
/// let parabola = try world.fit(.polynomial(2))
/// print(line.model.formula, parabola.coefficients.map(\.term))
/// // y = a + b·year ["(Intercept)", "poly(year, 2, raw = TRUE)1", "poly(year, 2, raw = TRUE)2"]
/// ```
///
/// Of degree 1 it is a line, or exponential growth.
public struct Trend: Model, Hashable {
  /// The highest power of the year.
  public let degree: Int
  /// Whether the values or their logarithms follow it.
  public let scale: Scale

  /// A polynomial.
  ///
  /// - Precondition: the degree is 1 or more.
  public init(degree: Int, scale: Scale = .linear) {
    precondition(degree >= 1, "a degree of 1 or more")
    self.degree = degree
    self.scale = scale
  }

  public var name: String {
    switch (degree, scale) {
    case (1, .linear): "linear"
    case (1, .log): "exponential"
    case (_, .linear): "polynomial"
    case (_, .log): "log-polynomial"
    }
  }

  public var formula: String {
    let left = scale == .log ? "ln y" : "y"
    return left + " = a"
      + (1...degree).map { power in
        let letter = degree == 1 ? "b" : "b\(power)"
        return " + \(letter)·year" + (power > 1 ? "^\(power)" : "")
      }.joined()
  }

  public var parameterCount: Int { degree + 1 }

  public func solution(of points: Points) throws(FittingError) -> Solution {
    let terms = (1...degree).map { power in
      Points.Term(name: termName(power)) { DoubleDouble(Double($0)).raised(to: power) }
    }
    let solution = try points.leastSquares(terms, scale: scale, for: description)
    guard degree == 1, scale == .log else { return solution }
    let slope = solution.parameters[1]
    return solution.meaning(
      Solution.Meaning.growth(slope.estimate, slope.standardError))
  }

  /// The term's name as R gives it.
  private func termName(_ power: Int) -> String {
    degree == 1 ? "year" : "poly(year, \(degree), raw = TRUE)\(power)"
  }

  private var description: String {
    switch (degree, scale) {
    case (1, .linear): "a line"
    case (1, .log): "exponential growth"
    default: "a polynomial of degree \(degree)"
    }
  }
}

extension Model where Self == Trend {
  /// y = a + b·year.
  public static var linear: Trend { Trend(degree: 1) }
  /// ln y = a + b·year: growth at one rate.
  public static var exponential: Trend { Trend(degree: 1, scale: .log) }
  /// A polynomial in the year.
  public static func polynomial(_ degree: Int) -> Trend { Trend(degree: degree) }
}

extension Solution.Meaning {
  /// The yearly rate and the doubling time of a slope of the logarithm.
  static func growth(_ slope: Double, _ error: Double?, part: String? = nil) -> [Self] {
    [rate(slope, error, part: part), doubling(slope, error, part: part)].compactMap(\.self)
  }

  /// The yearly rate of a slope of the logarithm.
  static func rate(_ slope: Double, _ error: Double?, part: String? = nil) -> Self {
    Self(name: .annualRate, part: part, value: slope, standardError: error, transform: .percent)
  }

  /// The doubling time of a slope of the logarithm, ln 2/b, its error by the delta method,
  /// s·ln 2/b²; nil where nothing grows.
  static func doubling(_ slope: Double, _ error: Double?, part: String? = nil) -> Self? {
    guard slope != 0 else { return nil }
    let years = Numerics.log(2) / slope
    return Self(
      name: .doubling, part: part, value: years,
      standardError: error.map { abs(years / slope) * $0 })
  }
}
