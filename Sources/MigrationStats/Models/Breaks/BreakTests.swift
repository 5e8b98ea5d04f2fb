/// The tests for breaks in a series' linear trend, or in its trend on the logarithmic scale.
///
/// ```swift
/// let years = (1960...1999).map(Double.init)
/// let values = years.map { year in
///   year < 1980 ? year - 1960 : 3 * (year - 1980) + 20 + year.remainder(dividingBy: 2)
/// }
/// let tests = try BreakTests(years: years, values: values)
/// print(tests.tests.first { $0.kind == .supF }?.year ?? .nan)  // 1980.0
/// ```
public struct BreakTests: Sendable {
  /// What the tests found.
  public let tests: [BreakTest]
  /// The tests that could not be made, and why.
  public let refusals: [BreakTest.Refusal]

  /// Makes all tests.
  ///
  /// - Parameters:
  ///   - years: the years, all different.
  ///   - values: a value a year.
  ///   - isLogarithmic: whether the trend is that of the logarithms; slopes and sums of squares are
  ///     theirs.
  ///   - known: the first years of known new states, tested by Chow's test.
  ///   - trimming: the share of the values that lie at least before the first and after the last
  ///     break, and between two; never fewer than 3 values.
  ///   - level: the level of confidence of intervals.
  /// - Throws: where there is no series to test: years that repeat, values that are infinite or not
  ///   numbers, or not positive on the logarithmic scale. What single tests lack are `refusals`.
  /// - Complexity: O(n²) for n values.
  public init(
    years: [Double], values: [Double], isLogarithmic: Bool = false, known: [Double] = [],
    trimming: Double = 0.15, level: Double = 0.95
  ) throws(FittingError) {
    try Self.check(years, values, isLogarithmic: isLogarithmic, trimming: trimming, level: level)
    let order = years.indices.sorted { years[$0] < years[$1] }
    let response = order.map { isLogarithmic ? Numerics.log(values[$0]) : values[$0] }
    let known = known.sorted()
    func refusing(_ reason: FittingError) -> [BreakTest.Refusal] {
      BreakTest.Kind.allCases.flatMap { kind -> [BreakTest.Refusal] in
        let years: [Double?] = kind == .chow ? known : [nil]
        return years.map { BreakTest.Refusal(kind: kind, year: $0, reason: reason) }
      }
    }

    if years.count < 2 * BreakSeries.fewest {
      tests = []
      refusals = refusing(
        FittingError(
          .tooFewValues,
          "tests for breaks need \(2 * BreakSeries.fewest) values, there are \(years.count)",
          remedy: "Take a longer span of years."))
      return
    }
    if response.allSatisfy({ $0 == response[0] }) {
      tests = []
      refusals = refusing(FittingError(.constant, "all values are the same: nothing breaks"))
      return
    }
    let size = response.reduce(isLogarithmic ? 1 : 0) { max($0, abs($1)) }
    let series: BreakSeries
    do {
      series = try BreakSeries(
        years: order.map { years[$0] }, response: response,
        resolution: 2 * size * .ulpOfOne, level: level)
    } catch {
      throw FittingError(error)
    }
    if series.squares.whole == 0 {
      tests = []
      refusals = refusing(
        FittingError(.notIdentified, "one line fits all values perfectly: nothing breaks"))
      return
    }

    var tests: [BreakTest] = []
    var refusals: [BreakTest.Refusal] = []
    func make(
      _ kinds: [BreakTest.Kind], year: Double? = nil,
      _ test: () throws(FittingError) -> [BreakTest]
    ) {
      do {
        tests += try test()
      } catch {
        refusals += kinds.map { BreakTest.Refusal(kind: $0, year: year, reason: error) }
      }
    }
    for year in known {
      make([.chow], year: year) { () throws(FittingError) in [try series.chowTest(known: year)] }
    }
    make([.supF, .expF, .aveF]) { () throws(FittingError) in
      try series.supremumTests(trimming: trimming)
    }
    make([.baiPerron]) { () throws(FittingError) in try series.baiPerron(trimming: trimming) }
    make([.kink]) { () throws(FittingError) in [try series.kinkTest()] }
    make([.jump]) { () throws(FittingError) in [try series.jumpBreak()] }
    self.tests = tests
    self.refusals = refusals
  }

  private static func check(
    _ years: [Double], _ values: [Double], isLogarithmic: Bool, trimming: Double, level: Double
  ) throws(FittingError) {
    guard years.count == values.count else {
      throw FittingError(.misuse, "there are \(years.count) years and \(values.count) values")
    }
    guard level > 0, level < 1 else {
      throw FittingError(
        .misuse, "\(level) is no level of confidence", remedy: "Take one between 0 and 1.")
    }
    guard trimming >= 0, trimming < 0.5 else {
      throw FittingError(
        .misuse, "\(trimming) is no share of the values that two sides can keep",
        remedy: "Take one from 0 to below 0.5.")
    }
    for (year, value) in zip(years, values) {
      guard year.isFinite, value.isFinite else {
        throw FittingError(
          .notFinite, "the value \(value) of \(Numerals.exact(year)) is not a finite number")
      }
      if isLogarithmic, value <= 0 {
        throw FittingError(
          .notPositive,
          "the value \(Numerals.exact(value)) of \(Numerals.exact(year)) has no logarithm",
          remedy: "Test on the linear scale.")
      }
    }
    let sorted = years.sorted()
    if let index = sorted.indices.dropFirst().first(where: { sorted[$0] == sorted[$0 - 1] }) {
      throw FittingError(
        .misuse, "the year \(Numerals.exact(sorted[index])) is there twice",
        remedy: "Keep one value a year.")
    }
  }
}
