extension BreakSeries {
  /// Chow's test of a break between the values before a row and those from it on.
  ///
  /// F = ((RSS₀ − RSS₁)/k)/(RSS₁/(n − 2k)) of the sums of one line and of two (G. C. Chow, “Tests of
  /// equality between sets of coefficients in two linear regressions”, Econometrica 28, 1960,
  /// doi:10.2307/1910133).
  ///
  /// - Parameter known: the first year of the new state.
  func chowTest(known: Double) throws(FittingError) -> BreakTest {
    let row = years.firstIndex { $0 >= known } ?? count
    let year = Numerals.exact(known)
    guard row >= Self.fewest, count - row >= Self.fewest else {
      throw Self.tooFew(.chow, "there are \(row) before \(year) and \(count - row) from it on")
    }
    var test = BreakTest(.chow, breaks: 1)
    test.year = years[row - 1]
    test.nextYear = years[row]
    let split = squares.split(row)
    test.residualSumOfSquares = inUnit(squares: split)
    try test.take(slopesOf: self, splitAt: row)
    let below = count - 2 * Self.coefficients
    test.numeratorDegreesOfFreedom = Self.coefficients
    test.denominatorDegreesOfFreedom = below
    if let f = squares.f(row) {
      test.statistic = f
      test.pValue = FDistribution.upperTail(
        f, numerator: Double(Self.coefficients), denominator: Double(below))
    } else {
      test.notes.append(BreakTest.perfectNote)
    }
    return test
  }
}

extension BreakTest {
  static let perfectNote = "the lines fit perfectly on either side: there is no scatter to judge by"

  mutating func take(slopesOf series: BreakSeries, splitAt row: Int) throws(FittingError) {
    do {
      let slopes = try series.slopes(splitAt: row)
      slopeBefore = slopes.before
      slopeAfter = slopes.after
    } catch {
      throw FittingError(error)
    }
  }
}

extension SegmentSquares {
  /// Chow's F of a break before a row; nil where the fit on either side is perfect.
  ///
  /// - Precondition: there are more rows than coefficients of both sides.
  func f(_ row: Int) -> Double? {
    let split = split(row)
    guard split > 0 else { return nil }
    let below = Double(count - 2 * columns)
    return max(0, whole - split) / Double(columns) / (split / below)
  }
}
