import Testing

@testable import MigrationStats

@Suite("Tests of breaks in a trend")
struct BreakTestsTests {
  private func series(_ values: [Double]) -> [Int: Double] {
    Dictionary(uniqueKeysWithValues: zip(2000..., values))
  }

  @Test("Five values and fewer are too few for every test", arguments: 0...5)
  func tooFew(count: Int) throws {
    let tests = try BreakTests(series([3, 1, 4, 1, 5].prefix(count) + []), known: [2002])
    #expect(tests.tests.isEmpty)
    #expect(tests.refusals.map(\.kind) == BreakTest.Kind.allCases)
    #expect(tests.refusals.first?.year == 2002)
    #expect(tests.refusals.allSatisfy { $0.reason.kind == .tooFewValues })
    #expect(
      tests.refusals.first?.reason.summary == "tests for breaks need 6 values, there are \(count)")
  }

  @Test("Six values do for all tests")
  func six() throws {
    let tests = try BreakTests(series([3, 1, 4, 1, 5, 9]), known: [2003])
    #expect(tests.refusals.isEmpty)
    let kinds = Set(tests.tests.map(\.kind))
    #expect(kinds == Set(BreakTest.Kind.allCases))
    #expect(tests.tests.allSatisfy { ($0.pValue ?? 0.5).isFinite })
  }

  @Test("A constant series has no break")
  func constant() throws {
    for isLogarithmic in [false, true] {
      let tests = try BreakTests(series([7, 7, 7, 7, 7, 7, 7]), isLogarithmic: isLogarithmic)
      #expect(tests.tests.isEmpty)
      #expect(tests.refusals.allSatisfy { $0.reason.kind == .constant })
      // Without a known year there is no Chow test to refuse.
      #expect(tests.refusals.map(\.kind) == BreakTest.Kind.allCases.filter { $0 != .chow })
    }
  }

  @Test("A line without scatter has no break, but for the rounding of its values")
  func line() throws {
    let tests = try BreakTests(series((0..<12).map { 0.1 * Double($0) + 0.7 }))
    #expect(tests.tests.isEmpty)
    #expect(tests.refusals.allSatisfy { $0.reason.kind == .notIdentified })
    let growth = (0..<12).map { 3.7 * Numerics.exp(0.02 * Double($0)) }
    #expect(try BreakTests(series(growth), isLogarithmic: true).tests.isEmpty)
  }

  @Test("Two lines without scatter: the break is found, tests without scatter are refused")
  func perfectBreak() throws {
    let values: [Double] = (0..<14).map { (time: Int) -> Double in
      time < 8 ? 2 * Double(time) : 100 - 0.3 * Double(time)
    }
    let tests = try BreakTests(series(values), known: [2008])
    let jump = try tests.only(.jump)
    #expect(jump.year == 2007)
    #expect(jump.nextYear == 2008)
    #expect(jump.residualSumOfSquares == 0)
    #expect(jump.statistic == nil)
    #expect(jump.pValue == nil)
    #expect(jump.bic == nil)
    #expect(jump.interval == nil)
    #expect(jump.notes.contains(BreakTest.perfectNote))
    expectClose(jump.slopeBefore?.estimate, 2, digits: 13)
    expectClose(jump.slopeAfter?.estimate, -0.3, digits: 13)
    #expect(tests.tests.filter(\.isChosen) == tests.breaks(1))
    #expect(tests.breaks(1).map(\.year) == [2007])
    #expect(try tests.only(.chow).statistic == nil)
    #expect(tests.refusals.map(\.kind) == [.supF, .expF, .aveF])
    #expect(tests.refusals.allSatisfy { $0.reason.kind == .notIdentified })
  }

  @Test("Values without logarithm, infinite values, repeated years and levels beyond 1 are refused")
  func bad() throws {
    func failure(
      years: [Double] = [1, 2, 3, 4, 5, 6, 7], _ values: [Double], isLogarithmic: Bool = false,
      trimming: Double = 0.15, level: Double = 0.95
    ) throws -> FittingError {
      try #require(throws: FittingError.self) {
        try BreakTests(
          years: years, values: values, isLogarithmic: isLogarithmic, trimming: trimming,
          level: level)
      }
    }
    let good: [Double] = [3, 1, 4, 1, 5, 9, 2]
    #expect(try failure([3, 1, 4, 0, 5, 9, 2], isLogarithmic: true).kind == .notPositive)
    #expect(try failure([3, 1, 4, -1, 5, 9, 2], isLogarithmic: true).kind == .notPositive)
    #expect(try failure([3, 1, .nan, 1, 5, 9, 2]).kind == .notFinite)
    #expect(try failure([3, 1, .infinity, 1, 5, 9, 2]).kind == .notFinite)
    #expect(try failure(years: [1, 2, .nan, 4, 5, 6, 7], good).kind == .notFinite)
    #expect(try failure(years: [1, 2, 3, 3, 5, 6, 7], good).summary == "the year 3 is there twice")
    #expect(try failure(years: [1, 2], good).kind == .misuse)
    for level in [0, 1, .nan, -2] { #expect(try failure(good, level: level).kind == .misuse) }
    for share in [0.5, -0.1, .nan] { #expect(try failure(good, trimming: share).kind == .misuse) }
  }

  @Test("The order of the years does not matter, nor the unit but for its own")
  func invariance() throws {
    let series = BreakSeriesData.kinked
    let years = series.keys.sorted(by: >)
    let reversed = try BreakTests(
      years: years.map(Double.init), values: years.compactMap { series[$0] })
    let tests = try BreakTests(series).tests
    #expect(reversed.tests == tests)
    for exponent in [-300, 300] {
      let scaled = try BreakTests(series.mapValues { $0.scaled(byPowerOfTwo: exponent) }).tests
      #expect(scaled.map(\.year) == tests.map(\.year))
      #expect(scaled.map(\.interval) == tests.map(\.interval))
      #expect(scaled.map(\.statistic) == tests.map(\.statistic))
      #expect(
        scaled.map { $0.slopeAfter?.estimate.scaled(byPowerOfTwo: -exponent) }
          == tests.map { $0.slopeAfter?.estimate })
    }
  }

  @Test("Years far from zero lose no digits", arguments: [0.0, 1e6, 1e12])
  func origin(shift: Double) throws {
    let series = BreakSeriesData.kinked
    let years = series.keys.sorted()
    let tests = try BreakTests(
      years: years.map { Double($0) + shift }, values: years.compactMap { series[$0] }
    ).tests
    let expected = try BreakTests(series).tests
    #expect(tests.map(\.statistic) == expected.map(\.statistic))
    #expect(tests.map(\.standardError) == expected.map(\.standardError))
  }

  @Test("Values near the ends of the range of doubles are tested or told")
  func sizes() throws {
    for unit in [1e-300, 1e300] {
      let tests = try BreakTests(BreakSeriesData.kinked.mapValues { $0 * unit }).tests
      let kink = try #require(tests.first { $0.kind == .kink })
      expectClose(kink.year, 1996.2953611973974, digits: 12)
    }
  }
}
