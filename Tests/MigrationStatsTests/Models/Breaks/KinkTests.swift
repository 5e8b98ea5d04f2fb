import Testing

@testable import MigrationStats

/// Kinks, their errors and their profiles' ends, computed with 40 decimal digits.
///
/// The residual sum of squares was searched between all neighbouring years; R's segmented 1.6 agrees
/// to the 8 or so digits to which it iterates. The p-values are those of the tube, the length of which
/// was summed over 1,000 chords or more between two years.
@Suite("A trend with a kink")
struct KinkTests {
  /// What a kink should be.
  struct Expected {
    let year: Double
    let standardError: Double
    let squares: Double
    let f: Double
    let pValue: Double
    let slopes: [Double]
    let slopeErrors: [Double]
    let profile: [Double?]
  }

  private func expect(
    _ kink: BreakTest, _ expected: Expected, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    func close(_ found: Double?, _ expected: Double, digits: Double) {
      expectClose(found, expected, digits: digits, sourceLocation: sourceLocation)
    }
    close(kink.year, expected.year, digits: 15)
    close(kink.standardError, expected.standardError, digits: 12)
    close(kink.residualSumOfSquares, expected.squares, digits: 12)
    close(kink.statistic, expected.f, digits: 12)
    close(kink.pValue, expected.pValue, digits: 8)
    for (slope, (value, error)) in zip(
      [kink.slopeBefore, kink.slopeAfter], zip(expected.slopes, expected.slopeErrors))
    {
      close(slope?.estimate, value, digits: 12)
      close(slope?.standardError, error, digits: 12)
    }
    let interval = try #require(kink.profileInterval)
    for (found, expected) in zip([interval.lower, interval.upper], expected.profile) {
      if let expected { close(found, expected, digits: 13) } else { #expect(found == nil) }
    }
  }

  @Test("A kink between two years, with noise")
  func kinked() throws {
    let kink = try BreakTests(BreakSeriesData.kinked).only(.kink)
    try expect(
      kink,
      Expected(
        year: 1996.2953611973974, standardError: 0.61238044259219647,
        squares: 398.35521870286563, f: 204.91692855196725, pValue: 9.969049391836e-13,
        slopes: [2.0651960784313732, 6.8115384615384621],
        slopeErrors: [0.19378426050975054, 0.29014352800532739],
        profile: [1994.9453510796155, 1997.4447360380167]))
    // R's segmented: 1995.03659514925 to 1997.55412720695.
    expectClose(kink.interval?.lower, 1995.03659514925, digits: 10)
    expectClose(kink.interval?.upper, 1997.55412720695, digits: 10)
    #expect(kink.nextYear == nil)
    #expect(kink.numeratorDegreesOfFreedom == 1)
    #expect(kink.denominatorDegreesOfFreedom == 27)
    #expect(kink.notes.isEmpty)
  }

  @Test("Seven values: a kink whose lower end the years do not bound")
  func seven() throws {
    let kink = try BreakTests(BreakSeriesData.world, isLogarithmic: true).only(.kink)
    try expect(
      kink,
      Expected(
        year: 2001.4524105044722, standardError: 1.1012298644514703,
        squares: 0.00024217603300319352, f: 96.319732179728818, pValue: 0.00314414279965,
        slopes: [0.012631588083381473, 0.025251136069438243],
        slopeErrors: [0.0012706324750642716, 0.00080361853803604028],
        profile: [nil, 2005.5903424348819]))
    #expect(kink.notes == ["the years do not bound the kink on one side"])
  }

  @Test("Thirteen values whose slopes do not differ: the year is not identified")
  func notIdentified() throws {
    let tests = try BreakTests(BreakSeriesData.worldSince1960, isLogarithmic: true)
    let kink = try tests.only(.kink)
    try expect(
      kink,
      Expected(
        year: 1970.1343966736441, standardError: 3.5826193776459328,
        squares: 0.02851077987232627, f: 7.9331025814803573, pValue: 0.0753211448547,
        slopes: [0.0071186335845232485, 0.025193360172189951],
        slopeErrors: [0.0079597291791347706, 0.001239328152353617],
        profile: [nil, 1984.5212587764783]))
    #expect(kink.notes.contains { $0.hasSuffix("the year is not identified") })
  }

  @Test("The Nile's kink lies at a value, where R's segmented cannot end")
  func atValue() throws {
    let kink = try BreakTests(BreakSeriesData.nile()).only(.kink)
    try expect(
      kink,
      Expected(
        year: 1913, standardError: 6.2306329477356131, squares: 1833664.2586278301,
        f: 20.503830286867295, pValue: 0.0002207713008741,
        slopes: [-8.1736831683302879, 0.75166435707553421],
        slopeErrors: [1.6983598142617688, 1.1126779413821568],
        profile: [1903.1706484766714, 1929.7585869372098]))
    #expect(kink.notes == ["the kink lies at a value, where its standard error is rough"])
  }

  @Test("A kink without noise is found to the last digit, and has nothing to be judged by")
  func perfect() throws {
    var values: [Int: Double] = [:]
    for year in 1990...2010 { values[year] = 10 + max(0, Double(year) - 2001.5) * 4 }
    let kink = try BreakTests(values).only(.kink)
    #expect(kink.year == 2001.5)
    #expect(kink.residualSumOfSquares == 0)
    #expect(kink.statistic == nil)
    #expect(kink.standardError == 0)
    // What double-double leaves of nothing.
    #expect(abs(try #require(kink.slopeBefore).estimate) < 1e-25)
    #expect(kink.slopeAfter?.estimate == 4)
    #expect(kink.notes.first?.contains("perfectly") == true)
  }

  @Test("A curve that bends near its end has its kink at the edge of the years tried")
  func edge() throws {
    var values: [Int: Double] = [:]
    for year in 2000...2010 {
      values[year] = Double(year == 2010 ? 40 : year - 2000) + (year.isMultiple(of: 2) ? 0.1 : 0)
    }
    let kink = try BreakTests(values).only(.kink)
    #expect(kink.year == 2008)
    #expect(kink.notes.contains("the kink lies at the edge of the years tried"))
  }

  @Test("Without a kink its p-value is seldom small", arguments: [7, 12])
  func size(count: Int) throws {
    var generator = RepeatableGenerator(seed: 1997)
    let rounds = 100
    let small = try (0..<rounds).filter { _ in
      let values = (0..<count).map { _ in
        Normal.quantile(Double.random(in: 1e-9..<1, using: &generator))
      }
      let series = try BreakSeries(
        years: (0..<count).map(Double.init), response: values, resolution: 0, level: 0.95)
      return try #require(series.kinkTest().pValue) < 0.1
    }.count
    // One in ten at most, and not far fewer: three standard errors of a count of 100 are 9.
    #expect(small <= 10 + 9)
    #expect(small >= 2)
  }
}
