/// A definition of the annual rate of growth from year t₁ to t₂, with n = t₂ − t₁.
public enum GrowthDefinition: String, Sendable, Hashable, CaseIterable {
  /// 100·ln(P₂/P₁)/n: the annual rate of change of UN DESA, and the World Bank's for population.
  case log
  /// 100·[(P₂/P₁)^(1/n) − 1]: the geometric rate of the World Bank, also called CAGR.
  case compound
  /// 100·(P₂ − P₁)/(P₁·n): a straight line, as a share of the first year.
  case simple
  /// 100·(eᵇ − 1) with b from ln P = a + b·t over all years: the World Bank's regression rate.
  case leastSquares = "least-squares"

  /// The formula.
  public var formula: String {
    switch self {
    case .log: "100·ln(P₂/P₁)/n"
    case .compound: "100·[(P₂/P₁)^(1/n) − 1]"
    case .simple: "100·(P₂ − P₁)/(P₁·n)"
    case .leastSquares: "100·(e^b − 1), with b from ln P = a + b·t by ordinary least squares"
    }
  }

  /// Who uses it.
  public var source: String {
    switch self {
    case .log: "UN DESA, annual rate of change; World Bank, exponential growth of population"
    case .compound: "World Bank, geometric (compound) growth; uses the two end points only"
    case .simple: "simple growth: the same number of people each year"
    case .leastSquares:
      "World Bank, least-squares growth; refused where more than half of the years are missing"
    }
  }

  /// The rate in per cent a year from two values; nil where it is not defined.
  func rate(from start: Double, to end: Double, years: Double) -> Double? {
    guard start > 0 else { return nil }
    switch self {
    case .log: return end > 0 ? 100 * Self.logRatio(start, end) / years : nil
    case .compound:
      return end > 0 ? Self.finite(100 * Numerics.expm1(Self.logRatio(start, end) / years)) : nil
    case .simple: return Self.finite(100 * ((end - start) / start) / years)
    case .leastSquares: return nil
    }
  }

  /// ln(end/start), also where the ratio is beyond the range of doubles.
  static func logRatio(_ start: Double, _ end: Double) -> Double {
    let ratio = end / start
    return ratio.isNormal ? Numerics.log(ratio) : Numerics.log(end) - Numerics.log(start)
  }

  private static func finite(_ rate: Double) -> Double? { rate.isFinite ? rate : nil }
}
