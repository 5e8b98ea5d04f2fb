extension BrokenTrend {
  /// The trend with its one break where it leaves the smallest sum of squares.
  ///
  /// The year of a kink is a parameter like any other: its standard error, and its share in those of
  /// the others and of predictions, is that of the slope of the curve by the year, −c·[year > break].
  /// The year of a jump has the interval of Bai (1997), and the two lines are fitted as if it were
  /// known.
  ///
  /// - Throws: `FittingError` (`notIdentified`) where the two slopes do not differ by more than chance.
  func estimated(_ points: Points) throws(FittingError) -> Solution {
    let title = "a trend with a break that is to be found"
    try points.require(2 * BreakSeries.fewest, for: title)
    let response = try points.scaled(scale, for: title).map { Double($0) }
    let test: BreakTest
    do throws(FittingError) {
      test = try BreakTests.best(
        join, years: points.years.map { Double($0) }, response: response, level: 0.95)
    } catch {
      throw FittingError(
        error.kind, "\(points.series.title): \(error.summary)", at: points.place,
        remedy: error.remedy)
    }
    // Without a p-value the broken trend goes through every value.
    guard let year = test.year, test.pValue ?? 0 <= 0.05 else {
      let reason = test.pValue.map { " (p = \(Numerals.significant($0, digits: 2)))" } ?? ""
      let kind = join == .kink ? "kink" : "jump"
      throw FittingError(
        .notIdentified,
        "\(points.series.title): the best \(kind) improves on a trend without a break by no more than "
          + "chance\(reason), so that its year is not determined", at: points.place,
        remedy:
          "Try --join \(join == .kink ? "jump" : "kink"), name the year with --break YEAR, or use "
          + "a trend without a break.")
    }
    switch join {
    case .kink: return try kinked(points, at: year, test)
    case .jump:
      let next = Int(test.nextYear ?? year)
      return try fitted(points, breakingAt: [next]).meaning([
        Solution.Meaning(
          name: .breakYear, value: Double(next), standardError: nil,
          interval: test.interval.map { shifted($0, by: Double(next) - year) })
      ])
    }
  }

  /// An interval of the last year of the old state, as one of the first of the new.
  private func shifted(_ interval: Interval, by years: Double) -> Interval {
    Interval(
      lower: interval.lower.map { $0 + years }, upper: interval.upper.map { $0 + years },
      kind: interval.kind)
  }

  private func kinked(
    _ points: Points, at year: Double, _ test: BreakTest
  ) throws(FittingError) -> Solution {
    let after = Points.Term(name: "pmax(year - break, 0)") { point in
      Double(point) > year ? DoubleDouble(sum: Double(point), -year) : .zero
    }
    let line = try points.leastSquares(
      [Self.slope, after], scale: scale, for: "a trend with a break")
    let change = line.parameters[2].estimate
    let place = Points.Term(name: "break") { DoubleDouble(Double($0) > year ? -change : 0) }
    let wide = try points.leastSquares(
      [Self.slope, after, place], scale: scale, for: "a trend with a break that is to be found")
    // The wide fit has one parameter more and the same curve: only its errors are wanted.
    let freedom = Double(wide.degreesOfFreedom)
    let deviation = (line.residualSumOfSquares / freedom).squareRoot()
    let own = (wide.residualSumOfSquares / freedom).squareRoot()
    let ratio = own > 0 ? deviation / own : 1
    let parameters = zip(line.parameters, wide.parameters).map { parameter, other in
      Solution.Parameter(
        term: parameter.term, estimate: parameter.estimate,
        standardError: other.standardError.map { $0 * ratio })
    }
    let solution = Solution(
      scale: scale, parameters: parameters, fitted: line.fitted, residuals: line.residuals,
      residualSumOfSquares: line.residualSumOfSquares, degreesOfFreedom: wide.degreesOfFreedom,
      rSquared: line.rSquared,
      caveats: test.notes.map { Caveat("break", $0.prefix(1).uppercased() + $0.dropFirst() + ".") },
      prediction: { year throws(FittingError) in
        Solution.Prediction(
          centre: try line.prediction(year).centre,
          standardError: try wide.prediction(year).standardError * ratio, deviation: deviation)
      })
    let name = Numerals.rounded(year, decimals: 1)
    let slopes = [("before \(name)", test.slopeBefore), ("after \(name)", test.slopeAfter)]
    return solution.meaning(
      (scale == .log ? slopes : []).flatMap { part, slope in
        slope.map { Solution.Meaning.growth($0.estimate, $0.standardError, part: part) } ?? []
      } + [
        Solution.Meaning(
          name: .breakYear, value: year,
          standardError: wide.parameters[3].standardError.map { $0 * ratio })
      ])
  }
}

extension BreakTests {
  /// The break of a kind with the smallest sum of squares.
  ///
  /// - Throws: `FittingError` where no line can be told from another.
  static func best(
    _ join: BrokenTrend.Join, years: [Double], response: [Double], level: Double
  ) throws(FittingError) -> BreakTest {
    let size = response.reduce(1) { max($0, abs($1)) }
    let series: BreakSeries
    do throws(LeastSquares.Failure) {
      series = try BreakSeries(
        years: years, response: response, resolution: 2 * size * .ulpOfOne, level: level)
    } catch {
      throw FittingError(error)
    }
    guard series.squares.whole > 0 else {
      throw FittingError(
        .notIdentified, "one line goes through all values: nothing breaks",
        remedy: "Use a trend without a break.")
    }
    return try join == .kink ? series.kinkTest() : series.jumpBreak()
  }
}
