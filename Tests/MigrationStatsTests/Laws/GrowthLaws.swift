import Testing

@testable import MigrationStats

@Suite("Laws of growth")
struct GrowthLaws {
  private static let seeds: [UInt64] = Array(1...20)

  private struct Case {
    let start: Double
    let end: Double
    let years: Int

    var series: Series { rounded(0) }

    func rounded(_ halfUnit: Double) -> Series {
      MigrationStatsTests.series([2000: start, 2000 + years: end], halfUnit: halfUnit)
    }
  }

  private func cases(_ seed: UInt64) -> [Case] {
    var random = RepeatableGenerator(seed: seed)
    return (0..<25).map { _ in
      Case(
        start: abs(random.double(exponents: 0...9)), end: abs(random.double(exponents: 0...9)),
        years: Int.random(in: 1...60, using: &random))
    }
  }

  private func rate(_ series: Series, _ definition: GrowthDefinition) throws -> Double {
    try #require(series.growth(definition).rate?.value)
  }

  @Test("The log rate is the logarithm of the compound factor", arguments: seeds)
  func logOfCompound(seed: UInt64) throws {
    for made in cases(seed) {
      let log = try rate(made.series, .log) / 100
      let compound = try rate(made.series, .compound) / 100
      // A fall by nearly all leaves few digits in 1 + rate.
      let slack = 1e-14 * max(1, 1 / (1 + compound))
      #expect(
        abs(Numerics.log1p(compound) - log) <= slack * max(1, abs(log)), "seed \(seed): \(made)")
    }
  }

  @Test("Compound growth over the years gives the end again", arguments: seeds)
  func compoundReproduces(seed: UInt64) throws {
    for made in cases(seed) {
      let factor = 1 + (try rate(made.series, .compound)) / 100
      let end = (0..<made.years).reduce(made.start) { value, _ in value * factor }
      // Every step may lose a few units in the last place of 1 + rate, and expm1 ln(ratio) of them.
      let logarithm = abs(Numerics.log(made.end / made.start)) / Double(made.years)
      let slack = 1e-15 * max(1, logarithm) * Double(made.years) * max(1, 1 / factor)
      #expect(abs(end - made.end) <= slack * made.end, "seed \(seed): \(made)")
    }
  }

  @Test("Simple growth over the years gives the end again", arguments: seeds)
  func simpleReproduces(seed: UInt64) throws {
    for made in cases(seed) {
      let yearly = made.start * (try rate(made.series, .simple)) / 100
      let end = made.start + yearly * Double(made.years)
      let error = abs(end - made.end) / max(made.start, made.end)
      #expect(error < 1e-14, "seed \(seed): \(made)")
    }
  }

  @Test("The unit does not matter", arguments: [GrowthDefinition.log, .compound, .simple])
  func scale(definition: GrowthDefinition) throws {
    for seed in Self.seeds {
      for made in cases(seed) {
        // A power of two scales without rounding.
        let scaled = Case(start: made.start * 1024, end: made.end * 1024, years: made.years)
        #expect(
          try rate(scaled.series, definition) == rate(made.series, definition),
          "seed \(seed): \(made)")
        let thousands = Case(start: made.start / 1000, end: made.end / 1000, years: made.years)
        let (first, second) = (
          try rate(thousands.series, definition), try rate(made.series, definition)
        )
        let error = abs(first - second)
        #expect(error <= 1e-12 * max(abs(second), 1), "seed \(seed): \(made)")
      }
    }
  }

  @Test("Run backwards, the log rate and the doubling time change their sign", arguments: seeds)
  func reversed(seed: UInt64) throws {
    for made in cases(seed) {
      let backwards = Case(start: made.end, end: made.start, years: made.years)
      let (there, back) = (
        try made.series.growth(.log), try backwards.series.growth(.log)
      )
      let (first, second) = (try #require(there.rate?.value), try #require(back.rate?.value))
      #expect(agreeingDigits(first, -second) > 12, "seed \(seed): \(made)")
      if let doubling = there.doublingYears {
        let halving = try #require(back.doublingYears)
        #expect(agreeingDigits(doubling, -halving) > 12, "seed \(seed): \(made)")
      }
    }
  }

  @Test("The rate lies within the interval that rounding allows", arguments: seeds)
  func interval(seed: UInt64) throws {
    var random = RepeatableGenerator(seed: seed)
    for made in cases(seed) {
      let halfUnit = min(made.start, made.end) * Double.random(in: 0..<0.9, using: &random)
      let series = made.rounded(halfUnit)
      for definition in [GrowthDefinition.log, .compound, .simple] {
        let estimate = try #require(series.growth(definition).rate)
        let lower = try #require(estimate.interval?.lower)
        let upper = try #require(estimate.interval?.upper)
        #expect(lower <= estimate.value && estimate.value <= upper, "seed \(seed): \(made)")
        // So does the rate of any two values that the figures may stand for.
        let other = Case(
          start: made.start + halfUnit * Double.random(in: -1...1, using: &random),
          end: made.end + halfUnit * Double.random(in: -1...1, using: &random), years: made.years)
        let inside = try rate(other.series, definition)
        let slack = 1e-12 * max(1, abs(upper), abs(lower))
        #expect(lower - slack <= inside && inside <= upper + slack, "seed \(seed): \(made)")
      }
    }
  }

  @Test("The finer the figures, the narrower the interval", arguments: seeds)
  func finer(seed: UInt64) throws {
    for made in cases(seed) {
      let largest = min(made.start, made.end) / 2
      let widths = try [1, 0.3, 0.1, 0.01, 0].map { share in
        let interval = try #require(made.rounded(largest * share).growth(.log).rate?.interval)
        return try #require(interval.upper) - (try #require(interval.lower))
      }
      #expect(widths == widths.sorted(by: >), "seed \(seed): \(made)")
      #expect(widths.last == 0, "seed \(seed): \(made)")
    }
  }

  @Test("A regression through two neighbouring years is the compound rate", arguments: seeds)
  func regressionOfTwo(seed: UInt64) throws {
    for made in cases(seed) {
      let series = Case(start: made.start, end: made.end, years: 1).series
      let (regression, compound) = (
        try rate(series, .leastSquares), try rate(series, .compound)
      )
      let error = abs(regression - compound) / max(100, abs(compound))
      #expect(error < 1e-13, "seed \(seed): \(made)")
    }
  }
}
