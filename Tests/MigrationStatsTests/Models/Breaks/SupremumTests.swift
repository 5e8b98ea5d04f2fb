import Testing

@testable import MigrationStats

/// Statistics and p-values of R's strucchange 1.5: `sctest(y ~ x, type = "Chow", point = …)` and
/// `sctest(Fstats(y ~ x), type = …)` with the year centred, where nothing else is said.
@Suite("Tests of a break at a known and at an unknown year")
struct SupremumTests {
  private func expect(
    _ tests: BreakTests, _ kind: BreakTest.Kind, _ statistic: Double, _ pValue: Double,
    digits: Double = 12, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let found = try tests.only(kind)
    expectClose(found.statistic, statistic, digits: digits, sourceLocation: sourceLocation)
    // R's p-values are 1 less a distribution function: they have as many digits as they are great.
    let lost = max(0, -Numerics.log(pValue) / Numerics.log(10))
    expectClose(found.pValue, pValue, digits: digits - 1 - lost, sourceLocation: sourceLocation)
  }

  @Test("The Nile's trend breaks after 1898")
  func nile() throws {
    let tests = try BreakTests(BreakSeriesData.nile(), known: [1899])
    #expect(tests.refusals.isEmpty)
    try expect(tests, .chow, 19.47395063436439, 7.962413350881548e-08)
    try expect(tests, .supF, 38.94790126872878, 1.246438007251882e-07)
    try expect(tests, .expF, 15.30773774312324, 1.172012994843374e-05)
    try expect(tests, .aveF, 16.86487578452114, 9.006036022274344e-05)
    for kind in [BreakTest.Kind.chow, .supF, .jump] {
      let test = try tests.only(kind)
      #expect(test.year == 1898)
      #expect(test.nextYear == 1899)
      #expect(test.numeratorDegreesOfFreedom == 2)
      #expect(test.denominatorDegreesOfFreedom == 96)
    }
    #expect(
      try tests.only(.supF).notes == [
        "k·F with k = 2; F is 19.474", "tried after each year from 1885 to 1955",
      ])
  }

  @Test("Seven values of the world's stock do for every test but that of a year near the end")
  func world() throws {
    let tests = try BreakTests(BreakSeriesData.world, isLogarithmic: true, known: [2005, 2015])
    // 60-digit arithmetic: RSS 6.0737586928073853e-3 of one line; R has 11 digits of the second sum.
    try expect(tests, .chow, 36.11989956739644, 0.007961784911482139, digits: 11)
    try expect(tests, .supF, 72.23979913479288, 3.219646771412949e-15, digits: 11)
    let supremum = try tests.only(.supF)
    #expect(supremum.year == 2000)
    #expect(supremum.nextYear == 2005)
    #expect(supremum.notes.contains("the p-value is asymptotic, and rough for few values"))
    #expect(tests.refusals.map(\.kind) == [.chow])
    let refusal = try #require(tests.refusals.first)
    #expect(refusal.year == 2015)
    #expect(refusal.reason.kind == .tooFewValues)
    expectProblem(
      refusal.reason,
      "Chow needs 3 values on either side of a break; there are 5 before 2015 and 2 from it on",
      file: nil, remedy: "longer span")
  }

  @Test("A gap leaves the last year before and the first after the break")
  func gap() throws {
    let tests = try BreakTests(BreakSeriesData.worldSince1960, isLogarithmic: true, known: [1987])
    try expect(tests, .chow, 11.90817798542876, 0.002962679684510028, digits: 11)
    let test = try tests.only(.chow)
    #expect(test.year == 1985)
    #expect(test.nextYear == 1990)
    try expect(tests, .supF, 23.81635597085751, 0.0001590467754679594, digits: 11)
    try expect(tests, .expF, 9.83049296533196, 5.125108703243252e-05, digits: 11)
    try expect(tests, .aveF, 6.217407730142719, 0.02039086272220681, digits: 11)
  }

  @Test("Slopes before and after are those of two lines with one variance")
  func slopes() throws {
    // R: lm(y ~ 0 + side + side:x) on the series with the break after 1996.
    let test = try BreakTests(BreakSeriesData.kinked, known: [1997]).only(.chow)
    let (before, after) = (try #require(test.slopeBefore), try #require(test.slopeAfter))
    expectClose(before.estimate, 2.0651960784313728, digits: 12)
    expectClose(before.standardError, 0.1937842605097503, digits: 12)
    expectClose(after.estimate, 6.8115384615384622, digits: 12)
    expectClose(after.standardError, 0.2901435280053271, digits: 12)
  }

  @Test("A design of three columns: a parabola in time")
  func parabola() throws {
    let y: [Double] = [
      5, 3, 6, 4, 7, 5, 8, 9, 7, 6, 8, 9, 12, 10, 11, 13, 12, 15, 14, 12, 16, 20, 19, 24, 23, 26,
      25,
      29, 31, 30, 33, 32, 35, 38, 36, 40, 41, 39, 44, 45,
    ]
    let squares = try SegmentSquares(
      Matrix(powersOf: (1...40).map(Double.init), 0...2), y, resolution: 0)
    let test = try #require(SupremumTest(squares, trimming: 0.15, fewest: 4))
    #expect(test.row == 21)
    #expect(test.rows == 6...34)
    expectClose(test.supremum, 22.05738430822723, digits: 13)
    expectClose(test.exponentialMean, 8.562147467460628, digits: 13)
    expectClose(test.mean, 10.90840919008074, digits: 13)
    expectClose(test.pValue(test.supremum, .supF), 0.001431662043888338, digits: 11)
    expectClose(test.pValue(test.exponentialMean, .expF), 0.001716114982881378, digits: 11)
    expectClose(test.pValue(test.mean, .aveF), 0.001350690897532592, digits: 11)
  }

  @Test("Neither a strong break's exponential mean nor its p-value overflows")
  func strong() throws {
    var values: [Int: Double] = [:]
    for year in 1980...2009 {
      values[year] = (year < 1995 ? 100.0 : 200.0) + 0.01 * Double(year * 7 % 5)
    }
    let tests = try BreakTests(values)
    let (greatest, mean) = (try tests.only(.supF), try tests.only(.expF))
    #expect(try #require(greatest.statistic) > 1e4)
    // Every F but the greatest is negligible: ln(e^(x/2)/23), 23 years tried.
    expectClose(
      mean.statistic, try #require(greatest.statistic) / 2 - Numerics.log(23), digits: 14)
    // Where Hansen's polynomials turn they give no less than these.
    #expect(try #require(mean.pValue) < 1e-4)
    #expect(try #require(tests.only(.aveF).pValue) < 1e-4)
  }
}

/// The p-values of R's strucchange 1.5, `pvalue.Fstats`.
@Suite("Hansen's p-values")
struct HansenTableTests {
  @Test(
    "The greatest F",
    arguments: [
      (12, 1, 15, 100, 0.0103539129935569),
      (9, 3, 5, 100, 0.415498695450657),
      (12, 2, 3, 7, 0.0108001441535915),
      (8, 4, 495, 1000, 0.115640136482183),
      (25, 6, 5, 1000, 0.0172209984489785),
      (1, 2, 15, 100, 1),
      (14, 5, 49, 100, 0.0241219966820355),
    ])
  func supF(statistic: Double, regressors: Int, first: Int, count: Int, expected: Double) {
    let found = HansenTable.supF.upperTail(
      statistic, regressors: regressors, first: first, last: count - first, count: count)
    expectClose(found, expected, digits: 11)
  }

  @Test(
    "The exponential mean of F",
    arguments: [
      (4, 2, 15, 100, 0.022033350130776),
      (2, 6, 3, 7, 0.744664772205727),
      (7, 1, 5, 1000, 1.01138707409021e-08),
      (3, 4, 10, 100, 0.325401252629935),
    ])
  func expF(statistic: Double, regressors: Int, first: Int, count: Int, expected: Double) {
    let found = HansenTable.expF.upperTail(
      statistic, regressors: regressors, first: first, last: count - first, count: count)
    // R takes 1 less a distribution function.
    expectClose(found, expected, digits: expected < 1e-7 ? 8 : 11)
  }

  @Test(
    "The mean of F",
    arguments: [
      (6, 2, 15, 100, 0.0179055219309222),
      (9, 5, 3, 7, 0.0948434396170765),
      (4, 1, 5, 1000, 0.00900052450668809),
      (7, 3, 10, 100, 0.0211380432893618),
    ])
  func aveF(statistic: Double, regressors: Int, first: Int, count: Int, expected: Double) {
    let found = HansenTable.aveF.upperTail(
      statistic, regressors: regressors, first: first, last: count - first, count: count)
    expectClose(found, expected, digits: 11)
  }

  @Test("Greater statistics never have greater p-values", arguments: 1...6)
  func monotone(regressors: Int) {
    for table in [HansenTable.supF, .expF, .aveF] {
      #expect(table.numbers.count == 150 * table.width)
      for first in [3, 15, 30, 49] {
        let tails = stride(from: 0.0, through: 400, by: 2).map {
          table.upperTail(
            $0, regressors: regressors, first: first, last: 100 - first, count: 100)
        }
        #expect(zip(tails, tails.dropFirst()).allSatisfy { $0 >= $1 })
        #expect(tails[0] > 0.9)
        #expect(tails[200] < 1e-3)
      }
    }
  }
}
