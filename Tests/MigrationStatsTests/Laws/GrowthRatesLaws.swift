import Testing

@testable import MigrationStats

/// The rates of many series at once against the exact solver, a series at a time, on logarithms in
/// double-double.
@Suite("Laws of the growth of many series")
struct GrowthRatesLaws {
  private let years = Array(1950...2015)

  private func check(
    _ series: [Double], years: [Int], digits: Double = 12, _ comment: Comment,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let rate = try GrowthRates.leastSquares(values: series, years: years)[0]
    let present = series.indices.filter { !series[$0].isNaN }
    let first = DoubleDouble.log(DoubleDouble(series[present[0]]))
    let fit = try LeastSquares(
      Matrix(columns: [
        present.map { _ in 1 }, present.map { Double(years[$0] - years[present[0]]) },
      ]),
      present.map { DoubleDouble.log(DoubleDouble(series[$0])) - first })
    #expect(rate.obstacle == nil, comment, sourceLocation: sourceLocation)
    #expect(rate.observations == present.count, sourceLocation: sourceLocation)
    expectClose(rate.logRate, fit.coefficients[1], digits: digits, sourceLocation: sourceLocation)
    expectClose(
      rate.standardError, try #require(fit.standardErrors?[1]), digits: digits,
      sourceLocation: sourceLocation)
    expectClose(
      rate.percent, 100 * Numerics.expm1(fit.coefficients[1]), digits: digits,
      sourceLocation: sourceLocation)
  }

  @Test(
    "Random walks of every scatter and level, with gaps, have 12 right digits",
    arguments: 1...12)
  func random(seed: UInt64) throws {
    var random = RepeatableGenerator(seed: seed)
    for scatter in [0.5, 1e-2, 1e-5, 1e-9] {
      for level in [1e-30, 1, 3e9, 1e120] {
        let drift = Double.random(in: 0.2...2, using: &random) * scatter
        var log = 0.0
        let series = years.map { _ in
          log += drift + scatter * Double.random(in: -1...1, using: &random)
          return Int.random(in: 0..<10, using: &random) == 0 ? .nan : level * Numerics.exp(log)
        }
        try check(series, years: years, "seed \(seed), scatter \(scatter), level \(level)")
      }
    }
  }

  @Test("Nearly exponential series have 12 right digits", arguments: [1e-3, 1e-6, 1e-9, 1e-12])
  func nearlyExponential(scatter: Double) throws {
    var random = RepeatableGenerator(seed: 3)
    for rate in [0.02, -0.3, 2.5] {
      let series = years.map { year in
        5e7 * Numerics.exp(rate * Double(year - 1980))
          * (1 + scatter * Double.random(in: -1...1, using: &random))
      }
      try check(series, years: years, "rate \(rate)")
    }
  }

  @Test("Whole numbers that hardly change have 12 right digits")
  func hardlyChanging() throws {
    for level in [1e3, 1e9, 9e15] {
      let series = years.map { level + Double(($0 * $0) % 7) }
      try check(series, years: years, "level \(level)")
    }
  }

  @Test("Numbers at the ends of the range of doubles, subnormal ones among them")
  func ends() throws {
    let last = years.count - 1
    for (first, factor) in [(0x1p-1074, 0x1p30), (0x1p-1070, 0x1p3), (3e307, 0x1p-30), (1e-160, 0.5)] {
      let series = (0...last).map { index in
        first * Double(1 + (index * index) % 5) * (index > 40 ? factor : 1)
      }
      try check(series, years: years, "from \(first)")
    }
  }

  @Test("Few years, of any number and distance", arguments: 3...11)
  func fewYears(count: Int) throws {
    let years = (0..<count).map { 1900 + $0 * $0 }
    try check(years.map { Double($0 % 13 + 1) }, years: years, "\(count) years")
  }

  @Test("A series with two values has a rate without an error; with one or none, neither")
  func fewValues() throws {
    let nan = Double.nan
    let rates = try GrowthRates.leastSquares(
      values: [nan, 100, nan, 121, nan, 7, nan, nan, nan, nan, nan, nan],
      years: [2000, 2001, 2002, 2003])
    expectClose(rates[0].percent, 10, digits: 14)
    #expect(rates[0].standardError == nil)
    #expect(rates.map(\.observations) == [2, 1, 0])
    #expect(rates.map(\.obstacle) == [nil, .tooFewValues, .tooFewValues])
    #expect(rates[1].percent == nil)
    #expect(rates[2].logRate == nil)
  }

  @Test("Zeros, negatives and infinities are flagged, wherever they stand")
  func flags() throws {
    let infinity = Double.infinity
    let rates = try GrowthRates.leastSquares(
      values: [
        1, 2, 0, 4, 5, -1, 2, 3, 4, 5, 1, 2, 3, 4, infinity, 0, 0, 0, 0, 0, -0.0, 1, 2, 3, 4,
        1, 2, 3, 4, 5,
      ], years: [1, 2, 3, 4, 5])
    #expect(
      rates.map(\.obstacle)
        == [.notPositive, .notPositive, .notFinite, .notPositive, .notPositive, nil])
    #expect(rates.map { $0.percent == nil } == [true, true, true, true, true, false])
  }

  @Test("A constant series grows by exactly nothing")
  func constant() throws {
    let rate = try GrowthRates.leastSquares(values: [0.1, 0.1, 0.1, 0.1], years: [1, 2, 4, 9])[0]
    #expect(rate.logRate == 0)
    #expect(rate.standardError == 0)
  }

  @Test("The same year for all values determines nothing")
  func oneYear() throws {
    let rate = try GrowthRates.leastSquares(values: [1, 2, 3], years: [2000, 2000, 2000])[0]
    #expect(rate.obstacle == .tooFewValues)
  }

  @Test("Values that are not whole series are refused")
  func misuse() {
    for years in [[], [2000, 2001, 2002]] {
      #expect(throws: MeasureError.self) {
        try GrowthRates.leastSquares(values: [1, 2, 3, 4], years: years)
      }
    }
  }

  @Test("Many series give what each gives by itself")
  func many() throws {
    var random = RepeatableGenerator(seed: 11)
    let values = (0..<5_000 * years.count).map { _ in
      Int.random(in: 0..<20, using: &random) == 0
        ? .nan : Double.random(in: 1...100, using: &random)
    }
    let all = try GrowthRates.leastSquares(values: values, years: years)
    #expect(all.count == 5_000)
    for index in stride(from: 0, to: 5_000, by: 97) {
      let series = Array(values[index * years.count..<(index + 1) * years.count])
      #expect(try GrowthRates.leastSquares(values: series, years: years)[0] == all[index])
    }
  }
}
