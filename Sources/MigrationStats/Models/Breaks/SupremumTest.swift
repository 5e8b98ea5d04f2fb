/// The tests for a break at an unknown row, by the F of a break at each row that is tried.
///
/// Source: D. W. K. Andrews, “Tests for parameter instability and structural change with unknown
/// change point”, Econometrica 61, 1993, doi:10.2307/2951764; D. W. K. Andrews and W. Ploberger,
/// “Optimal tests when a nuisance parameter is present only under the alternative”, Econometrica 62,
/// 1994, doi:10.2307/2951753.
struct SupremumTest: Sendable {
  /// The rows before which a break is tried: those that leave a share of the rows on either side.
  let rows: ClosedRange<Int>
  /// The row with the greatest F.
  let row: Int
  /// k·F at each row.
  private let statistics: [Double]
  private let count: Int
  private let columns: Int

  /// Tries the breaks; nil where too few rows are left, or where a break fits perfectly.
  ///
  /// - Parameters:
  ///   - trimming: the share of rows that each side keeps.
  ///   - fewest: the number of rows that it keeps at least.
  init?(_ squares: SegmentSquares, trimming: Double, fewest: Int) {
    count = squares.count
    columns = squares.columns
    let first = max(Int(trimming * Double(count)), fewest)
    guard first <= count - first, count > 2 * columns else { return nil }
    let statistics = (first...count - first).compactMap { row in
      squares.f(row).map { $0 * Double(squares.columns) }
    }
    rows = first...count - first
    guard statistics.count == rows.count,
      let place = statistics.indices.max(by: { statistics[$0] < statistics[$1] })
    else { return nil }
    self.statistics = statistics
    row = first + place
  }

  /// The greatest k·F.
  var supremum: Double { statistics[row - rows.lowerBound] }

  /// The mean of k·F.
  var mean: Double { statistics.reduce(0, +) / Double(statistics.count) }

  /// ln of the mean of e^(k·F/2), summed from the greatest down, so that nothing overflows.
  var exponentialMean: Double {
    let greatest = supremum
    let sum = statistics.reduce(0) { $0 + Numerics.exp(($1 - greatest) / 2) }
    return greatest / 2 + Numerics.log(sum / Double(statistics.count))
  }

  /// The probability in one of Hansen's tables; nil for more regressors than it knows.
  func pValue(_ statistic: Double, _ table: HansenTable) -> Double? {
    guard columns <= HansenTable.greatestRegressors else { return nil }
    return table.upperTail(
      statistic, regressors: columns, first: rows.lowerBound, last: rows.upperBound, count: count)
  }
}

extension BreakSeries {
  /// The number of values below which asymptotic p-values are called rough.
  private static let many = 30

  /// The greatest F, the exponential mean and the mean of F over the years tried.
  func supremumTests(trimming: Double) throws(FittingError) -> [BreakTest] {
    let found = try supremumTest(.supF, trimming: trimming, fewest: Self.fewest)
    var greatest = BreakTest(.supF, breaks: 1)
    greatest.year = years[found.row - 1]
    greatest.nextYear = years[found.row]
    greatest.residualSumOfSquares = inUnit(squares: squares.split(found.row))
    greatest.notes.append(
      "k·F with k = \(Self.coefficients); F is "
        + Numerals.rounded(found.supremum / Double(Self.coefficients), decimals: 3))
    let (exponential, mean) = (found.exponentialMean, found.mean)
    let values: [(BreakTest, Double, HansenTable)] = [
      (greatest, found.supremum, .supF), (BreakTest(.expF, breaks: 1), exponential, .expF),
      (BreakTest(.aveF, breaks: 1), mean, .aveF),
    ]
    return values.map { test, statistic, table in
      var test = test
      test.statistic = statistic
      test.numeratorDegreesOfFreedom = Self.coefficients
      test.denominatorDegreesOfFreedom = count - 2 * Self.coefficients
      test.pValue = found.pValue(statistic, table)
      test.notes += notes(of: found)
      return test
    }
  }

  /// The F of each year tried.
  func supremumTest(
    _ kind: BreakTest.Kind, trimming: Double, fewest: Int
  ) throws(FittingError) -> SupremumTest {
    guard count >= 2 * Self.fewest else {
      throw Self.tooFew(kind, "there are \(count) in all")
    }
    guard let found = SupremumTest(squares, trimming: trimming, fewest: fewest) else {
      throw FittingError(
        .notIdentified, "\(kind.rawValue) has no value: \(BreakTest.perfectNote)",
        remedy: "See the number of breaks that Bai–Perron chooses.")
    }
    return found
  }

  /// What to bear in mind of p-values that hold for many values.
  func notes(of found: SupremumTest) -> [String] {
    let (first, last) = (years[found.rows.lowerBound - 1], years[found.rows.upperBound - 1])
    var notes = [
      "tried after each year from \(Numerals.exact(first)) to \(Numerals.exact(last))"
    ]
    if count < Self.many { notes.append("the p-value is asymptotic, and rough for few values") }
    return notes
  }
}
