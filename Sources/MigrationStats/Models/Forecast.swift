/// The curve of a fit ahead of the last value, always with its interval.
///
/// ```swift
/// let outlook = try world.fit(.exponential).forecast(through: 2035)
/// if let last = outlook.values.last {
///   print(last.interval.lower ?? .nan, last.interval.upper ?? .nan)  // 324.5… 429.0…
/// }
/// ```
public struct Forecast: Sendable {
  /// What the number in the middle is.
  public enum Centre: String, Sendable, Hashable {
    /// As many values lie above as below; on the linear scale the mean as well.
    case median
    /// The mean of the values that may come: for logarithms the median times the smearing factor, the
    /// mean of the residuals' exponentials (N. Duan, J. American Statistical Association 78, 1983,
    /// doi:10.1080/01621459.1983.10478017).
    case mean
  }

  /// A forecast of one year.
  public struct Value: Sendable, Hashable {
    /// The calendar year.
    public let year: Int
    /// The forecast, in the series' unit.
    public let value: Double
    /// The prediction interval, from the error of the parameters and of the single value.
    public let interval: Interval
  }

  /// The fit that it rests on.
  public let fit: Fit
  /// What the number in the middle is.
  public let centre: Centre
  /// The forecasts by year.
  public let values: [Value]
  /// What a reader has to know.
  public let caveats: [Caveat]
}

extension Fit {
  /// The curve ahead, for every year after the last value up to one.
  ///
  /// - Parameters:
  ///   - year: the last year; after the last value.
  ///   - centre: the median, or on request the mean.
  /// - Throws: `FittingError`: `misuse` for a year that is not ahead, `notFinite` for a
  ///   forecast beyond the range of numbers.
  public func forecast(
    through year: Int, centre: Forecast.Centre = .median
  ) throws(FittingError) -> Forecast {
    let years = points.years
    let (first, last) = (years[0], years[years.count - 1])
    guard year >= last + solution.step, year <= 2300 else {
      throw FittingError(
        .misuse,
        year > 2300
          ? "\(year) is too far ahead for any forecast"
          : "\(series.title): \(year) is not ahead of the last value that is fitted (\(last))"
            + (solution.step > 1
              ? " by the \(solution.step) years from one value to the next" : ""),
        at: points.place,
        remedy: "Choose \(year > 2300 ? "an earlier" : "a later") year, such as --through "
          + "\(last + max(10, 2 * solution.step)).")
    }
    let quantile = StudentT.twoSidedQuantile(
      level: level, degreesOfFreedom: Double(solution.degreesOfFreedom))
    let smearing =
      centre == .mean && solution.scale == .log
      ? solution.residuals.reduce(0) { $0 + Numerics.exp($1) } / Double(solution.residuals.count)
      : 1
    var values: [Forecast.Value] = []
    for year in stride(from: last + solution.step, through: year, by: solution.step) {
      let prediction = try solution.prediction(year)
      let value = solution.scale.own(prediction.centre) * smearing
      guard value.isFinite,
        let interval = Self.interval(around: prediction, solution.scale, quantile, level),
        let lower = interval.lower, let upper = interval.upper, lower.isFinite, upper.isFinite
      else {
        throw FittingError(
          .notFinite, "\(series.title): the forecast of \(year) is beyond the range of numbers",
          at: points.place, remedy: "Choose an earlier year.")
      }
      values.append(Forecast.Value(year: year, value: value, interval: interval))
    }
    return Forecast(
      fit: self, centre: centre, values: values,
      caveats: horizonCaveats(values, first: first, last: last) + caveats)
  }

  private func horizonCaveats(
    _ values: [Forecast.Value], first: Int, last: Int
  ) -> [Caveat] {
    var found: [Caveat] = []
    if let end = values.last?.year, end - last > last - first {
      found.append(
        Caveat(
          "horizon", year: end,
          "The forecast reaches \(end - last) years ahead, further than the \(last - first) years of "
            + "values behind it: nothing shows that the curve goes on so long."))
    }
    let below = values.filter { ($0.interval.lower ?? 0) < 0 }
    if points.own.allSatisfy({ $0 >= 0 }), let first = values.first(where: { $0.value < 0 }) {
      found.append(
        Caveat(
          "implausible", year: first.year,
          "From \(first.year) the forecast itself is below zero, where no value has been: do not use "
            + "it. A model in logarithms, such as exponential, keeps above zero."))
    } else if points.own.allSatisfy({ $0 >= 0 }), let first = below.first {
      found.append(
        Caveat(
          "implausible", year: first.year,
          "From \(first.year) the interval reaches below zero, where no value has been: a model in "
            + "logarithms, such as exponential, keeps above it."))
    }
    return found + [
      Caveat(
        "extrapolation",
        "The forecast continues the past by the \(model.name) model; it knows nothing of policy, war or borders "
          + "to come, and its interval holds only if the model is right.")
    ]
  }
}
