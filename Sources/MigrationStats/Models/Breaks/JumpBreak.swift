extension BreakSeries {
  /// The year at which two lines, each fitted by itself, leave least: intercept and slope change.
  func jumpBreak() throws(FittingError) -> BreakTest {
    guard count >= 2 * Self.fewest else { throw Self.tooFew(.jump, "there are \(count) in all") }
    let rows = Self.fewest...count - Self.fewest
    let row = rows.min { squares.split($0) < squares.split($1) } ?? rows.lowerBound
    let split = squares.split(row)
    var test = BreakTest(.jump, breaks: 1)
    test.year = years[row - 1]
    test.nextYear = years[row]
    test.numeratorDegreesOfFreedom = Self.coefficients
    test.denominatorDegreesOfFreedom = count - 2 * Self.coefficients
    test.residualSumOfSquares = inUnit(squares: split)
    try test.take(slopesOf: self, splitAt: row)
    test.takeInterval(ofBreakAt: row, between: 0, and: count, in: self)
    if let found = SupremumTest(squares, trimming: 0, fewest: Self.fewest) {
      test.statistic = found.supremum
      test.pValue = found.pValue(found.supremum, .supF)
      test.bic = bic(split, breaks: 1)
      test.notes.append("k·F with k = \(Self.coefficients), p-value as of sup-F")
      test.notes += notes(of: found)
    } else {
      test.notes.append(BreakTest.perfectNote)
    }
    if row == rows.lowerBound || row == rows.upperBound {
      test.notes.append("the break lies at the edge of the years tried")
    }
    return test
  }
}
