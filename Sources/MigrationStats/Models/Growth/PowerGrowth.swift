/// Growth by a power of the time since an origin: ln y = a + b·ln(year − origin).
///
/// ```swift
/// let fit = try world.fit(PowerGrowth(origin: 1950))
/// print(fit.coefficients[1].term, fit.coefficients[1].estimate)  // log(year - 1950) 1.1053…
/// ```
///
/// It slows down without end where b is below 1. Nothing in a calendar says when time began: the
/// origin is the year before the first value unless it is told, and belongs to the result.
public struct PowerGrowth: Model, Hashable {
  /// The year from which time is counted; that before the first value where nil.
  public let origin: Int?

  /// Growth by a power of the years since an origin.
  public init(origin: Int? = nil) { self.origin = origin }

  public var name: String { "power" }
  public var formula: String {
    "ln y = a + b·ln(year − \(origin.map(String.init) ?? "origin"))"
  }
  public var parameterCount: Int { 2 }

  public func solution(of points: Points) throws(FittingError) -> Solution {
    try points.require(1, for: "a power of time")
    let first = points.years[0]
    let origin = origin ?? first - 1
    guard origin < first else {
      throw FittingError(
        .misuse,
        "\(points.series.title): the origin \(origin) does not lie before the first value "
          + "(\(first))", at: points.place, remedy: "Choose an earlier origin.")
    }
    return try points.leastSquares(
      [Points.Term(name: "log(year - \(origin))") { Scale.log.value(of: Double($0 - origin)) }],
      scale: .log, for: "a power of time")
  }
}

extension Model where Self == PowerGrowth {
  /// Growth by a power of the years since the first.
  public static var power: PowerGrowth { PowerGrowth() }
}
