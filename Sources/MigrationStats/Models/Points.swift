/// The values of a series that a model is fitted to.
///
/// Imputed values (status I) are made from others and carry nothing of their own: they are left
/// out, because with them every interval would come out too narrow. Estimates (E) and forecasts
/// (F) of the publisher are fitted, but are not counted as observations.
public struct Points: Sendable {
  /// The series.
  public let series: Series
  /// The values that are fitted, by year.
  public let values: [Observation]
  /// What was left out, and what the values are.
  let caveats: [Caveat]

  /// The points of a series.
  ///
  /// - Parameter includingImputed: whether imputed values are fitted all the same.
  /// - Throws: `FittingError` (`tooFewValues`) where there is none.
  init(_ series: Series, includingImputed: Bool = false) throws(FittingError) {
    let imputed = series.observations.filter { $0.status == .imputed }
    let values =
      includingImputed
      ? series.observations : series.observations.filter { $0.status != .imputed }
    let place = Position(file: series.source)
    guard !values.isEmpty else {
      throw FittingError(
        .tooFewValues,
        imputed.isEmpty
          ? "\(series.title): there is no value"
          : "\(series.title): all \(imputed.count) values are imputed (status I)", at: place,
        remedy: imputed.isEmpty
          ? "Look at the years asked for and at those that there are: stats describe."
          : "Pass --with-imputed to fit them all the same; the intervals are then too narrow."
      )
    }
    self.series = series
    self.values = values
    caveats =
      Self.leftOut(includingImputed ? [] : imputed) + Self.estimated(values)
      + Self.bounded(values) + Self.marked(values)
  }

  private init(series: Series, values: [Observation], caveats: [Caveat]) {
    self.series = series
    self.values = values
    self.caveats = caveats
  }

  /// The points without one of them.
  func without(_ index: Int) -> Points {
    var rest = values
    rest.remove(at: index)
    return Points(series: series, values: rest, caveats: caveats)
  }

  /// The points of some years.
  func limited(to years: ClosedRange<Int>) -> Points {
    Points(
      series: series, values: values.filter { years.contains($0.year) }, caveats: caveats)
  }

  /// The calendar years.
  var years: [Int] { values.map(\.year) }
  /// The values in the series' unit.
  var own: [Double] { values.map(\.value) }
  /// Whether all values are one.
  var isConstant: Bool { own.allSatisfy { $0 == own[0] } }
  /// How many of the values are observed: neither estimated, imputed nor forecast.
  var observedCount: Int { values.count { !$0.isMade } }
  /// The years between neighbours if they are equally far apart.
  var step: Int? {
    let gaps = Set(zip(years, years.dropFirst()).map { $1 - $0 })
    return gaps.count == 1 ? gaps.first : nil
  }

  /// Where the points come from.
  var place: Position { Position(file: series.source) }

  /// Refuses fewer values than are needed.
  func require(_ count: Int, for model: String) throws(FittingError) {
    guard values.count < count else { return }
    let found =
      values.isEmpty ? "no value" : values.count == 1 ? "one value" : "\(values.count) values"
    throw FittingError(
      .tooFewValues,
      "\(series.title): there \(values.count > 1 ? "are" : "is") \(found), and \(model) needs "
        + "\(count) for its error to be known", at: place,
      remedy: values.count < 2
        ? "Choose a wider span of years."
        : "Choose a wider span, or an end-point rate: stats growth.")
  }

  /// The values on a scale.
  ///
  /// - Throws: `FittingError` (`notPositive`) with the line of the first that the logarithm
  ///   does not take.
  func scaled(_ scale: Scale, for model: String) throws(FittingError) -> [DoubleDouble] {
    if scale == .log, let point = values.first(where: { $0.value <= 0 }) {
      let value = point.value == 0 ? "zero" : "negative (\(Numerals.exact(point.value)))"
      throw FittingError(
        .notPositive,
        "\(series.title): the value of \(point.year) is \(value), and \(model) needs values above "
          + "zero", at: Position(file: series.source, line: point.lines.first),
        remedy: "Choose other years, or a model on the linear scale, such as linear.")
    }
    if scale == .linear { try requireSize() }
    return values.map { scale.value(of: $0.value) }
  }

  /// Refuses values whose squares are beyond the range of numbers.
  func requireSize() throws(FittingError) {
    let largest = own.reduce(0) { max($0, abs($1)) }
    guard largest > 0, !(1e-140...1e140).contains(largest) else { return }
    throw FittingError(
      .notFinite,
      "\(series.title): values as \(largest > 1 ? "large" : "small") as \(Numerals.exact(largest)) have "
        + "squares beyond the range of numbers", at: place,
      remedy: "Change the unit, or fit a model of logarithms, such as exponential.")
  }

  // MARK: Caveats

  private static func leftOut(_ imputed: [Observation]) -> [Caveat] {
    guard !imputed.isEmpty else { return [] }
    let years = imputed.map { "\($0.year)" }.joined(separator: ", ")
    let text =
      imputed.count == 1
      ? "The value of \(years) is imputed (I), made from others: it is not fitted."
      : "The values of \(years) are imputed (I), made from others: they are not fitted."
    return [Caveat("imputed", text)]
  }

  private static func estimated(_ values: [Observation]) -> [Caveat] {
    let made = values.filter(\.isMade)
    guard !made.isEmpty else { return [] }
    let all = made.count == values.count
    let which =
      all
      ? "All \(values.count) values"
      : made.count == 1
        ? "One of the \(values.count) values (\(made[0].year))"
        : "\(made.count) of the \(values.count) values"
    let isOne = made.count == 1 && !all
    let codes = orderedUnique(made.map(\.status)).map { "\($0.name) (\($0.rawValue))" }
    return [
      Caveat(
        "estimated",
        "\(which) \(isOne ? "is" : "are") \(codes.joined(separator: " or ")), not observed, and "
          + "\(isOne ? "is" : "are") not counted as \(isOne ? "an observation" : "observations"). "
          + "Intervals show the scatter of the values about the curve, not how well they are known."
      )
    ]
  }

  /// Values that the publisher marks otherwise; breaks have caveats of their own.
  private static func marked(_ values: [Observation]) -> [Caveat] {
    let plain: Set<Status> = [
      .normal, .estimated, .imputed, .forecast, .breakInSeries, .definitionDiffers,
    ]
    let others = values.filter { !plain.contains($0.status) }
    return orderedUnique(others.map(\.status)).map { status in
      let years = others.filter { $0.status == status }.map { "\($0.year)" }
      let few = years.prefix(6).joined(separator: ", ") + (years.count > 6 ? ", …" : "")
      return Caveat(
        "status",
        "The publisher marks the \(years.count == 1 ? "value" : "values") of \(few) as "
          + "\(status.name) (\(status.rawValue)).")
    }
  }

  private static func bounded(_ values: [Observation]) -> [Caveat] {
    values.filter { $0.bound != .exact }.map { point in
      let side = point.bound == .over ? "a lower bound" : "an upper bound"
      return Caveat(
        "bound", year: point.year,
        "The value of \(point.year) is \(side) and is fitted as if it were the value itself.")
    }
  }
}

extension Observation {
  /// Whether the value was made rather than observed.
  var isMade: Bool { status == .imputed || status == .estimated || status == .forecast }
}
