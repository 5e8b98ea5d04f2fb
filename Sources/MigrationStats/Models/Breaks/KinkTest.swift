extension BreakSeries {
  /// The line with a kink at its best point, tested against a line without.
  ///
  /// The test is of the greatest F, over all points, of a change in slope: for normal residuals its
  /// p-value is an upper bound at any number of values (see `kinkTail`). The standard error of the
  /// point is that of the delta method, as though all coefficients and the point were estimated by
  /// least squares.
  func kinkTest() throws(FittingError) -> BreakTest {
    guard count >= 2 * Self.fewest else { throw Self.tooFew(.kink, "there are \(count) in all") }
    do {
      let kink = try Kink(self, fewest: Self.fewest)
      return try kinkTest(kink)
    } catch {
      throw FittingError(error)
    }
  }

  private func kinkTest(_ kink: Kink) throws(LeastSquares.Failure) -> BreakTest {
    var test = BreakTest(.kink, breaks: 1)
    let origin = years[count / 2]
    test.year = origin + kink.point
    test.residualSumOfSquares = inUnit(squares: kink.squares)
    let below = count - 3
    test.numeratorDegreesOfFreedom = 1
    test.denominatorDegreesOfFreedom = below
    if kink.squares > 0 {
      let f = (squares.whole - kink.squares) / kink.squares * Double(below)
      test.statistic = max(0, f)
      test.pValue = try kinkTail(max(0, f))
    } else {
      test.notes.append("the kinked line fits perfectly: there is no scatter to judge by")
    }

    // The columns of the derivatives by intercept, slope, change of slope and, but for a factor, the
    // point.
    let design = Matrix(columns: [
      times.map { _ in 1 }, times, times.map { max(0, $0 - kink.point) },
      times.map { $0 > kink.point ? 1 : 0 },
    ])
    let inverse = try LeastSquares(design, response).inverseGram
    let freedom = count - 4
    let variance = kink.squares / Double(freedom)
    test.slopeBefore = slope(
      "slope before", kink.slopes.before, variance: variance, inverse: inverse[1, 1],
      degreesOfFreedom: freedom)
    test.slopeAfter = slope(
      "slope after", kink.slopes.after, variance: variance,
      inverse: inverse[1, 1] + 2 * inverse[1, 2] + inverse[2, 2], degreesOfFreedom: freedom)
    let change = kink.slopes.after - kink.slopes.before
    let quantile = StudentT.twoSidedQuantile(level: level, degreesOfFreedom: Double(freedom))
    if change != 0 {
      let error = (variance * inverse[3, 3]).squareRoot() / abs(change)
      test.standardError = error
      test.interval = Interval(
        lower: origin + kink.point - quantile * error,
        upper: origin + kink.point + quantile * error, kind: .confidence(level: level))
    }
    let bound = kink.squares * (1 + quantile * quantile / Double(freedom))
    test.take(profile: kink.points(within: bound), of: kink, origin: origin, level: level)
    test.note(edgesOf: kink, level: level)
    return test
  }

  /// An upper bound of the probability that the greatest F exceeds f without a kink.
  ///
  /// The normalised residuals of (t − ψ)₊ against a line are a curve on the unit sphere; the direction
  /// of the residuals is uniform there, and f is exceeded where it comes near the curve or its
  /// opposite. The volume of the tube about the curve bounds that (D. Q. Naiman, “Conservative
  /// confidence bands in curvilinear regression”, Annals of Statistics 14, 1986,
  /// doi:10.1214/aos/1176350040; I. Johnstone and D. Siegmund, “On Hotelling's formula for the volume
  /// of tubes and Naiman's inequality”, Annals of Statistics 17, 1989, doi:10.1214/aos/1176347009).
  func kinkTail(_ f: Double) throws(LeastSquares.Failure) -> Double {
    var directions: [[Double]] = []
    for point in times[(Self.fewest - 1)...(count - Self.fewest)] {
      let line = Matrix(columns: [times.map { _ in 1 }, times])
      let rest = try LeastSquares(line, times.map { max(0, $0 - point) })
      let length = rest.residualSumOfSquares.squareRoot()
      directions.append(rest.residuals.map { $0 / length })
    }
    // Between two times the curve is an arc of a great circle.
    let curve = zip(directions, directions.dropFirst()).reduce(0.0) { length, pair in
      let chord = zip(pair.0, pair.1).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
      return length + 2 * Numerics.asin(min(1, chord / 2))
    }
    let below = Double(count - 3)
    let tube = curve / .pi * Numerics.exp(-(below - 1) / 2 * Numerics.log1p(f / below))
    return min(1, tube + FDistribution.upperTail(f, numerator: 1, denominator: below))
  }
}

extension BreakTest {
  /// Takes the interval from the profile of the sum of squares.
  fileprivate mutating func take(
    profile ranges: [ClosedRange<Double>], of kink: Kink, origin: Double, level: Double
  ) {
    guard let first = ranges.first, let last = ranges.last, let start = kink.pieces.first?.range,
      let end = kink.pieces.last?.range
    else { return }
    let lower = first.lowerBound > start.lowerBound ? origin + first.lowerBound : nil
    let upper = last.upperBound < end.upperBound ? origin + last.upperBound : nil
    profileInterval = Interval(lower: lower, upper: upper, kind: .confidence(level: level))
    if lower == nil || upper == nil {
      notes.append("the years do not bound the kink on \(lower == upper ? "either" : "one") side")
    }
    if ranges.count > 1 {
      notes.append("years within the profile's interval fit worse than it says")
    }
  }

  /// Says where the kink is less sure than its numbers look.
  fileprivate mutating func note(edgesOf kink: Kink, level: Double) {
    if let pValue, pValue > 1 - level {
      notes.append("the slopes do not differ more than by chance: the year is not identified")
    }
    let edges = [kink.pieces.first?.range.lowerBound, kink.pieces.last?.range.upperBound]
    if edges.contains(kink.point) {
      notes.append("the kink lies at the edge of the years tried")
    } else if kink.isAtValue {
      notes.append("the kink lies at a value, where its standard error is rough")
    }
  }
}
