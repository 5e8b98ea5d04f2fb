/// A trend that changes in known years, or in one that is found.
///
/// With a kink the trend goes on from the level that it has reached; with a jump the level changes
/// too.
///
/// ```swift
/// let fit = try world.fit(BrokenTrend(at: [2000]))
/// print(fit.coefficients.map(\.term))
/// // ["(Intercept)", "year", "pmax(year - 2000, 0)"]
/// ```
public struct BrokenTrend: Model, Hashable {
  /// How the two sides of a break meet.
  public enum Join: String, Sendable, Hashable, CaseIterable {
    /// At the same level.
    case kink
    /// At two levels.
    case jump
  }

  /// The years of the breaks, the first of the new state each; found where there is none.
  public let years: [Int]
  /// How the sides meet.
  public let join: Join
  /// Whether the values or their logarithms follow the trends.
  public let scale: Scale

  /// A broken trend.
  public init(at years: [Int] = [], join: Join = .kink, scale: Scale = .log) {
    self.years = Array(Set(years)).sorted()
    self.join = join
    self.scale = scale
  }

  public var name: String { "broken-trend" }

  public var formula: String {
    let left = scale == .log ? "ln y" : "y"
    let breaks = years.isEmpty ? ["break"] : years.map(String.init)
    return "\(left) = a + b·year"
      + breaks.map { year in
        join == .kink
          ? " + c·max(year − \(year), 0)"
          : " + d·[year ≥ \(year)] + c·[year ≥ \(year)]·(year − \(year))"
      }.joined()
  }

  public var breakYears: [Int] { years }

  public var parameterCount: Int {
    let perBreak = join == .kink ? 1 : 2
    return years.isEmpty ? 2 + perBreak + 1 : 2 + perBreak * years.count
  }

  public func solution(of points: Points) throws(FittingError) -> Solution {
    guard !years.isEmpty else { return try estimated(points) }
    let first = points.years.first ?? 0
    let last = points.years.last ?? 0
    for year in years where year <= first || year > last {
      throw FittingError(
        .misuse,
        "\(points.series.title): a break in \(year) does not lie between the values (\(first) to "
          + "\(last))", at: points.place, remedy: "Choose a year from \(first + 1) to \(last).")
    }
    return try fitted(points, breakingAt: years)
  }

  /// The trends about known breaks.
  func fitted(
    _ points: Points, breakingAt years: [Int]
  ) throws(FittingError) -> Solution {
    let title = "a trend with \(years.count == 1 ? "a break" : "\(years.count) breaks")"
    let solution = try points.leastSquares(terms(years), scale: scale, for: title)
    guard scale == .log else { return solution }
    // The same curve by the slopes of its parts, which have their errors then.
    let segments = segments(years)
    let slopes = try points.leastSquares(
      segments.map(\.term) + jumps(years), scale: scale, for: title)
    return solution.meaning(
      zip(segments, slopes.parameters.dropFirst()).flatMap { segment, slope in
        Solution.Meaning.growth(slope.estimate, slope.standardError, part: segment.name)
      })
  }

  static let slope = Points.Term(name: "year") { DoubleDouble(Double($0)) }

  private func terms(_ years: [Int]) -> [Points.Term] {
    [Self.slope] + jumps(years)
      + years.map { year in
        Points.Term(name: "pmax(year - \(year), 0)") { DoubleDouble(Double(max($0 - year, 0))) }
      }
  }

  /// The changes of level.
  private func jumps(_ years: [Int]) -> [Points.Term] {
    guard join == .jump else { return [] }
    return years.map { year in
      Points.Term(name: "year >= \(year)") { DoubleDouble($0 >= year ? 1 : 0) }
    }
  }

  /// The years that have gone by in each part.
  private func segments(_ years: [Int]) -> [(name: String, term: Points.Term)] {
    (0...years.count).map { part in
      let start = part == 0 ? nil : Optional(years[part - 1])
      let end = part == years.count ? nil : Optional(years[part])
      let name =
        start.map { start in end.map { "\(start)–\($0)" } ?? "from \(start)" }
        ?? "before \(years[0])"
      let term = Points.Term(name: name) { year in
        let reached = max(min(year, end ?? year), start ?? min(year, end ?? year))
        return DoubleDouble(Double(reached - (start ?? years[0])))
      }
      return (name, term)
    }
  }
}
