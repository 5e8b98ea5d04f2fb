/// The least-squares rate of growth of one of many series.
public struct GrowthRate: Sendable, Hashable {
  /// Why a series has no rate.
  public enum Obstacle: Sendable, Hashable {
    /// Fewer than two years have a value.
    case tooFewValues
    /// A value is zero or negative.
    case notPositive
    /// A value is infinite.
    case notFinite
  }

  private let slope: Double
  private let error: Double
  private let count: Int32
  /// Why there is no rate; nil where there is one.
  public let obstacle: Obstacle?

  init(_ line: LogLines.Line) {
    (slope, error, count) = (line.slope, line.standardError, Int32(clamping: line.count))
    obstacle =
      switch line.state {
      case .determined: nil
      case .tooFewValues: .tooFewValues
      case .notPositive: .notPositive
      case .notFinite: .notFinite
      }
  }

  /// How many years have a value.
  public var observations: Int { Int(count) }
  /// The slope of ln y on the year; nil where there is none.
  public var logRate: Double? { obstacle == nil ? slope : nil }
  /// The standard error of the slope; nil with two values, and where there is no slope.
  public var standardError: Double? { error.isNaN ? nil : error }
  /// The rate in per cent a year, 100·(e^slope − 1); nil where there is none.
  public var percent: Double? { logRate.map { 100 * Numerics.expm1($0) } }
}

/// The growth of very many series at once.
public enum GrowthRates {
  /// The least-squares rates of series that lie one after the other, a value for each year.
  ///
  /// ```swift
  /// let rates = try GrowthRates.leastSquares(
  ///   values: [100, 102, 104.04, 50, .nan, 40.5], years: [2000, 2001, 2002])
  /// print(rates[0].percent ?? .nan)  // 2.0…
  /// print(rates[1].percent ?? .nan)  // -…
  /// ```
  ///
  /// The slope of ln y on the year and its standard error are right to 12 digits and more, also for
  /// series that are nearly constant or nearly exponential.
  ///
  /// - Parameters:
  ///   - values: series by series, a value for each year, not a number (NaN) where there is none.
  ///   - years: the years, the same for all series.
  /// - Throws: `MeasureError` (`misuse`) where the values are not as many for each series as the
  ///   years.
  /// - Complexity: O(values), on all processors.
  public static func leastSquares(
    values: [Double], years: [Int]
  ) throws(MeasureError) -> [GrowthRate] {
    guard !years.isEmpty, values.count % years.count == 0 else {
      throw MeasureError(
        .misuse, of: "Growth rates",
        "\(values.count) values are not those of whole series of \(years.count) years",
        at: Position(), remedy: "Give each series a value for each year, NaN where there is none.")
    }
    return LogLines(years: years).map(values) { GrowthRate($0) }
  }
}
