import Testing

@testable import MigrationStats

/// Statistics and p-values of R 4's `Box.test(e, lag, "Ljung-Box")` and `shapiro.test(e)`, and of the
/// formulas of Durbin and Watson, Jarque and Bera evaluated in R, where nothing else is said.
@Suite("Tests of residuals")
struct DiagnosticsTests {
  private static let digits = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8].map(Double.init)

  private func expect(
    _ residuals: [Double], _ test: Diagnostic.Test, _ statistic: Double, _ pValue: Double,
    degreesOfFreedom: Int? = nil, digits: Double = 12,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let found = try #require(Diagnostics(residuals: residuals)[test])
    expectClose(found.statistic, statistic, digits: digits, sourceLocation: sourceLocation)
    expectClose(found.pValue, pValue, digits: digits - 1, sourceLocation: sourceLocation)
    #expect(found.degreesOfFreedom == degreesOfFreedom, sourceLocation: sourceLocation)
  }

  @Test("The Nile's flow about its trend is autocorrelated, and normal")
  func nile() throws {
    let nile = try Fixture("nile.csv")
    let years = try nile.numbers(0)
    let design = Matrix(columns: [years.map { _ in 1 }, years])
    let residuals = try LeastSquares(design, nile.numbers(1)).residuals
    let all = Diagnostics(residuals: residuals)
    expectClose(all[.durbinWatson]?.statistic, 1.247228129988805, digits: 12)
    #expect(all[.durbinWatson]?.pValue == nil)
    // R's residuals carry some 12 digits.
    try expect(
      residuals, .ljungBox, 31.41962190350997, 0.0005000363810078179, degreesOfFreedom: 10,
      digits: 11)
    try expect(residuals, .shapiroWilk, 0.9877793850531532, 0.4920856007810382, digits: 11)
    try expect(
      residuals, .jarqueBera, 0.2630039960874453, 0.8767775232962201, degreesOfFreedom: 2,
      digits: 10)
  }

  @Test("Autocorrelation of few and of many values")
  func ljungBox() throws {
    try expect([1, 2, 5, 4], .ljungBox, 0.32, 0.5716076449533316, degreesOfFreedom: 1)
    try expect(
      [2, 7, 1, 8, 2], .ljungBox, 6.076388888888888, 0.013700054034679, degreesOfFreedom: 1)
    try expect(
      Self.digits, .ljungBox, 0.2209035891129164, 0.8954294937250245, degreesOfFreedom: 2)
  }

  @Test("Shapiro's and Wilk's test over the ranges of its approximations")
  func shapiroWilk() throws {
    try expect([1, 2, 5], .shapiroWilk, 0.9230769230769229, 0.4632628749337937)
    try expect([1, 2, 5, 4], .shapiroWilk, 0.9497059569612304, 0.7142801511947554)
    try expect([2, 7, 1, 8, 2], .shapiroWilk, 0.8174071887251506, 0.1114920276458332)
    try expect(
      Array(Self.digits.prefix(11)), .shapiroWilk, 0.9365040049728282, 0.4803108463693819)
    try expect(Self.digits, .shapiroWilk, 0.9465482233014526, 0.5871962489871871)
    let skewed = (0..<50).map { Numerics.exp(Double($0) / 7) }
    try expect(skewed, .shapiroWilk, 0.6666727507707093, 2.188147872902753e-09, digits: 11)
  }

  @Test("Two equal values of three have the least W, 3/4, and the probability 0")
  func least() throws {
    let found = try #require(Diagnostics(residuals: [1, 1, 5])[.shapiroWilk])
    expectClose(found.statistic, 0.75, digits: 15)
    #expect(try #require(found.pValue) < 1e-15)
  }

  @Test("Skewness and kurtosis; few values make the p-value rough")
  func jarqueBera() throws {
    try expect([1, 2, 5], .jarqueBera, 0.4206446290395996, 0.8103230249981074, degreesOfFreedom: 2)
    let skewed = (0..<50).map { Numerics.exp(Double($0) / 7) }
    try expect(
      skewed, .jarqueBera, 54.83594438294417, 1.237445191096026e-12, degreesOfFreedom: 2)
    #expect(Diagnostics(residuals: skewed)[.jarqueBera]?.note == nil)
    #expect(Diagnostics(residuals: [1, 2, 5])[.jarqueBera]?.note?.contains("rough") == true)
  }

  @Test("The statistics do not depend on the unit", arguments: [-900, 900])
  func units(exponent: Int) {
    let scaled = Self.digits.map { $0.scaled(byPowerOfTwo: exponent) }
    #expect(Diagnostics(residuals: scaled) == Diagnostics(residuals: Self.digits))
  }

  @Test(
    "Residuals that nothing can be said of get a reason",
    arguments: [
      ([], "needs 3 values, there are 0"), ([1, -1], "needs 3 values, there are 2"),
      ([0, 0, 0, 0], "the fit is perfect: all residuals are zero"),
      ([2, 2, 2, 2], "all residuals are the same"),
      ([1, .nan, 2], "a residual is infinite or not a number"),
      ([1, .infinity, 2], "a residual is infinite or not a number"),
    ] as [([Double], String)])
  func missing(residuals: [Double], reason: String) {
    let all = Diagnostics(residuals: residuals).tests
    #expect(all.map(\.test) == Diagnostic.Test.allCases)
    #expect(all.allSatisfy { $0.statistic == nil && $0.pValue == nil && $0.note == reason })
  }

  @Test("Lags are told, and have to be fewer than the values")
  func lags() {
    let few = Diagnostics(residuals: Self.digits)[.ljungBox]
    #expect(few?.note == "2 lags, degrees of freedom not reduced by parameters")
    let one = Diagnostics(residuals: [1, 2, 5, 4], isEquallySpaced: false)[.ljungBox]
    #expect(
      one?.note
        == "1 lag, degrees of freedom not reduced by parameters; the values are not equally far "
        + "apart in time")
    let all = Diagnostics(residuals: Self.digits, lags: 12)[.ljungBox]
    #expect(all?.note == "needs more values than lags; there are 12 for 12 lags")
    #expect(Diagnostics(residuals: Self.digits, lags: 11)[.ljungBox]?.statistic != nil)
    let none = Diagnostics(residuals: Self.digits, lags: 0)[.ljungBox]
    #expect(none?.note == "needs 1 lag, asked for 0")
  }

  @Test("More than 5000 values have no Shapiro–Wilk test")
  func many() throws {
    let waves = (1...5000).map { Double(($0 * 7919) % 5003) }
    #expect(Diagnostics(residuals: waves)[.shapiroWilk]?.statistic != nil)
    let more = try #require(Diagnostics(residuals: waves + [1])[.shapiroWilk])
    #expect(more.statistic == nil)
    #expect(more.note == "its distribution is known for up to 5000 values, there are 5001")
  }
}
