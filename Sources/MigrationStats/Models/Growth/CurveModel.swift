/// A curve in the year that a user writes, such as `K/(1+exp(-r*(year-t0)))`.
///
/// Its parameters are the names other than `year`. Starting values are found unless they are given.
///
/// ```swift
/// let model = CurveModel(try Curve("a*exp(r*(year - 1990))"))
/// print(try world.fit(model).coefficients.map(\.term))  // ["a", "r"]
/// ```
public struct CurveModel: Model {
  /// The curve.
  public let curve: Curve
  /// Starting values of some parameters, or all.
  public let start: CurveStart

  /// A model of a curve.
  public init(_ curve: Curve, start: CurveStart = CurveStart()) {
    self.curve = curve
    self.start = start
  }

  public var name: String { "curve" }
  public var formula: String { "y = \(curve.withoutResponse)" }
  public var parameterCount: Int { curve.names.count { $0 != "year" } }

  public func solution(of points: Points) throws(FittingError) -> Solution {
    try points.curve(curve, given: start.values, for: "the curve")
  }

  public func solution(
    of points: Points, near other: Solution
  ) throws(FittingError) -> Solution {
    try points.curve(curve, starts: [other.parameters.map(\.estimate)], for: "the curve")
  }
}
