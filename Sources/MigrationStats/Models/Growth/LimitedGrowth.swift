/// Growth towards a limit: logistic, Gompertz's, Richards' or saturating.
///
/// ```swift
/// do throws(FittingError) {
///   _ = try world.fit(.logistic)
/// } catch {
///   print(error.summary)
/// }
/// // World: the asymptote is not identified (the data do not determine ‘K’: it could be of any size)
/// ```
///
/// The limit is known only where the values have begun to bend towards it. Where limits without end
/// fit as well, the fit is refused.
public struct LimitedGrowth: Model, Hashable {
  let curve: GrowthCurve

  public var name: String { curve.rawValue }
  public var formula: String { "y = \(curve.formula)" }
  public var parameterCount: Int { curve == .richards ? 4 : 3 }

  public func solution(of points: Points) throws(FittingError) -> Solution {
    try solution(of: points, start: nil)
  }

  public func solution(
    of points: Points, near other: Solution
  ) throws(FittingError) -> Solution {
    try solution(of: points, start: other.parameters.map(\.estimate))
  }

  private func solution(of points: Points, start: [Double]?) throws(FittingError) -> Solution {
    try points.require(parameterCount + 1, for: "a \(name) curve")
    try points.requireSize()
    let fit: CurveFit
    do throws(FittingError) {
      fit = try curve.fit(
        years: points.years.map { Double($0) }, values: points.own, start: start)
    } catch {
      let reason =
        error.kind == .notIdentified
        ? "the asymptote is not identified (\(error.summary))" : error.summary
      throw FittingError(
        error.kind, "\(points.series.title): \(reason)", at: points.place, remedy: curve.remedy)
    }
    let solution = points.solution(of: fit)
    func parameter(_ name: String) -> Solution.Parameter? {
      solution.parameters.first { $0.term == name }
    }
    guard let limit = parameter("K"), let rate = parameter("r") else { return solution }
    guard rate.estimate > 0 else {
      throw FittingError(
        .notIdentified,
        "\(points.series.title): there is no asymptote ahead (the best ‘r’ of the \(name) curve "
          + "is \(Numerals.significant(rate.estimate, digits: 3)))", at: points.place,
        remedy: curve.remedy)
    }
    let inflection = curve == .saturating ? nil : parameter("t0")
    return solution.meaning(
      [Solution.Meaning(name: .asymptote, limit)]
        + (inflection.map { [Solution.Meaning(name: .inflection, $0)] } ?? []))
  }
}

extension Solution.Meaning {
  /// A parameter that means something as it is.
  fileprivate init(name: Name, _ parameter: Solution.Parameter) {
    self.init(name: name, value: parameter.estimate, standardError: parameter.standardError)
  }
}

extension GrowthCurve {
  /// The curve as it is printed.
  fileprivate var formula: String {
    switch self {
    case .logistic: "K/(1 + exp(−r·(year − t0)))"
    case .gompertz: "K·exp(−exp(−r·(year − t0)))"
    case .richards: "K/(1 + nu·exp(−r·(year − t0)))^(1/nu)"
    case .saturating: "K − c·exp(−r·(year − first year))"
    }
  }
}

extension Model where Self == LimitedGrowth {
  /// K/(1 + exp(−r·(year − t0))): fastest half-way to the limit.
  public static var logistic: LimitedGrowth { LimitedGrowth(curve: .logistic) }
  /// K·exp(−exp(−r·(year − t0))): fastest at 37 per cent of the limit.
  public static var gompertz: LimitedGrowth { LimitedGrowth(curve: .gompertz) }
  /// K/(1 + ν·exp(−r·(year − t0)))^(1/ν): fastest where ν puts it.
  public static var richards: LimitedGrowth { LimitedGrowth(curve: .richards) }
  /// K − c·exp(−r·(year − first year)): slower from year to year.
  public static var saturating: LimitedGrowth { LimitedGrowth(curve: .saturating) }
}
