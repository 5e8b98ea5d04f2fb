import Testing

@testable import MigrationStats

@Suite("Growth by definition")
struct GrowthTests {
  private let endPoints: [GrowthDefinition] = [.log, .compound, .simple]

  @Test(
    "Doubling in ten years",
    arguments: [
      (GrowthDefinition.log, 6.9314718055994531), (.compound, 7.1773462536293164), (.simple, 10),
    ])
  func doubling(definition: GrowthDefinition, rate: Double) throws {
    let growth = try series([2000: 50, 2010: 100]).growth(definition)
    expectClose(growth.rate?.value, rate, digits: 14)
    expectClose(growth.doublingYears, 10, digits: 14)
    #expect(growth.ratio == 2)
    #expect(growth.change == 50)
    #expect(growth.changePercent == 100)
    #expect(growth.basis == .published)
    #expect(growth.definition == definition)
  }

  @Test(
    "Halving in ten years has a negative doubling time",
    arguments: [
      (GrowthDefinition.log, -6.9314718055994531), (.compound, -6.6967008463192585), (.simple, -5),
    ])
  func halving(definition: GrowthDefinition, rate: Double) throws {
    let growth = try series([2000: 100, 2010: 50]).growth(definition)
    expectClose(growth.rate?.value, rate, digits: 14)
    expectClose(growth.doublingYears, -10, digits: 14)
  }

  @Test("What stands still never doubles", arguments: [GrowthDefinition.log, .compound, .simple])
  func standstill(definition: GrowthDefinition) throws {
    let growth = try series([2000: 70, 2010: 70]).growth(definition)
    #expect(growth.rate?.value == 0)
    #expect(growth.doublingYears == nil)
  }

  // MARK: Zero and negative

  @Test("From nought there is no rate", arguments: GrowthDefinition.allCases)
  func fromZero(definition: GrowthDefinition) throws {
    let flow = series([2000: 0, 2001: 5, 2002: 10])
    let error = try #require(throws: MeasureError.self) { try flow.growth(definition) }
    #expect(error.kind == .notPositive)
    expectProblem(
      error,
      "Canada: the value of 2000 is zero, and the \(definition.rawValue) rate needs values above "
        + "zero", line: 100, remedy: "Choose other years")
  }

  @Test(
    "From a negative value there is no rate", arguments: [GrowthDefinition.log, .compound, .simple])
  func fromNegative(definition: GrowthDefinition) throws {
    let flow = series([2000: -4.5, 2010: 10])
    let error = try #require(throws: MeasureError.self) { try flow.growth(definition) }
    #expect(error.kind == .notPositive)
    #expect(error.reason.contains("the value of 2000 is negative (-4.5)"))
  }

  @Test("To nought only the simple rate is defined")
  func toZero() throws {
    let flow = series([2000: 10, 2010: 0])
    for definition in [GrowthDefinition.log, .compound] {
      let error = try #require(throws: MeasureError.self) { try flow.growth(definition) }
      #expect(error.kind == .notPositive)
      #expect(error.position == Position(file: "stock.csv", line: 110))
    }
    #expect(try flow.growth(.simple).rate?.value == -10)
    #expect(try flow.growth(.simple).doublingYears == nil)
    #expect(try flow.growth(.simple).ratio == 0)
  }

  @Test("To a negative value only the simple rate is defined")
  func toNegative() throws {
    let flow = series([2000: 10, 2010: -10])
    #expect(try flow.growth(.simple).rate?.value == -20)
    #expect(try flow.growth(.simple).doublingYears == nil)
    for definition in [GrowthDefinition.log, .compound] {
      let error = try #require(throws: MeasureError.self) { try flow.growth(definition) }
      #expect(error.kind == .notPositive)
    }
  }

  @Test("A start that is not positive has no ratio and no percentage, but a change")
  func noRatio() {
    let start = Observation(year: 2000, value: 0)
    let end = Observation(year: 2010, value: 5)
    let growth = Growth(
      series: series([:]), basis: .published, definition: .log, start: start, end: end, rate: nil,
      doublingYears: nil, observations: [], caveats: [])
    #expect(growth.ratio == nil)
    #expect(growth.changePercent == nil)
    #expect(growth.change == 5)
  }

  @Test("Rates beyond the range of numbers are refused, not infinite")
  func notFinite() throws {
    let wild = series([2000: 1e-300, 2001: 1e300])
    for definition in [GrowthDefinition.compound, .simple] {
      let error = try #require(throws: MeasureError.self) { try wild.growth(definition) }
      #expect(error.kind == .notFinite)
      expectProblem(
        error,
        "Canada: the \(definition.rawValue) rate is beyond the range of numbers", line: 101,
        remedy: "Check the values of 2000 and 2001.")
    }
    // 600·ln 10, though the ratio itself cannot be written.
    let growth = try wild.growth(.log)
    expectClose(growth.rate?.value, 138_155.10557964274, digits: 14)
    #expect(growth.ratio == nil)
    #expect(growth.changePercent == nil)
  }

  // MARK: Intervals and bounds

  @Test("The interval is what the rounding of both figures allows")
  func interval() throws {
    let stock = series([2000: 100, 2010: 200], halfUnit: 5)
    let simple = try #require(stock.growth(.simple).rate?.interval)
    // (195 − 105)/(105·10) and (205 − 95)/(95·10).
    expectClose(simple.lower, 100 * 90.0 / 1050, digits: 14)
    expectClose(simple.upper, 100 * 110.0 / 950, digits: 14)
    #expect(simple.kind == .rounding)
    let log = try #require(stock.growth(.log).rate?.interval)
    expectClose(log.lower, 10 * Numerics.log(195.0 / 105), digits: 14)
    expectClose(log.upper, 10 * Numerics.log(205.0 / 95), digits: 14)
  }

  @Test("Rounding to nought leaves the interval open")
  func openByRounding() throws {
    let interval = try #require(
      series([2000: 3, 2010: 200], halfUnit: 5).growth(.log).rate?.interval)
    #expect(interval.upper == nil)
    #expect(interval.lower != nil)
  }

  private func bounded(_ start: Observation.Bound, _ end: Observation.Bound) -> Series {
    Series(
      area: Concordance.standard.area(name: "Canada", code: nil),
      observations: [
        Observation(year: 2000, value: 100, halfUnit: 0.5, bound: start),
        Observation(year: 2010, value: 200, halfUnit: 0.5, bound: end),
      ])
  }

  @Test(
    "A bound opens one end of the interval, two against each other both",
    arguments: [
      (Observation.Bound.exact, Observation.Bound.over, false, true),
      (.exact, .under, true, false), (.over, .exact, true, false), (.under, .exact, false, true),
      (.over, .over, true, true), (.under, .under, true, true), (.over, .under, true, false),
      (.under, .over, false, true), (.exact, .exact, false, false),
    ])
  func bounds(
    start: Observation.Bound, end: Observation.Bound, isOpenBelow: Bool, isOpenAbove: Bool
  ) throws {
    for definition in endPoints {
      let interval = try #require(bounded(start, end).growth(definition).rate?.interval)
      #expect((interval.lower == nil) == isOpenBelow)
      #expect((interval.upper == nil) == isOpenAbove)
    }
  }

  @Test("A bound's own figure is the end of the interval, without rounding")
  func boundItself() throws {
    let interval = try #require(bounded(.exact, .over).growth(.simple).rate?.interval)
    expectClose(interval.lower, 100 * (200 - 100.5) / 1005, digits: 14)
  }

  @Test("With an end of nought or about it the interval still holds every rate")
  func aboutZero() throws {
    let interval = try #require(
      series([2000: 10, 2001: 0], halfUnit: 0.5).growth(.simple).rate?.interval)
    // From 9.5 to −0.5 the change is −10/9.5.
    let lowest = 100 * (-0.5 - 9.5) / 9.5
    expectClose(interval.lower, lowest, digits: 14)
  }

  // MARK: What is used

  @Test("The status is the worst of the values used")
  func status() throws {
    let statuses: [Int: Status] = [2000: .estimated, 2001: .forecast, 2002: .provisional]
    let stock = series([2000: 10, 2001: 11, 2002: 12], status: statuses)
    #expect(try stock.growth(.log).status == .estimated)
    #expect(try stock.growth(.leastSquares).status == .forecast)
    let without = Growth(
      series: stock, basis: .published, definition: .log, start: nil, end: nil, rate: nil,
      doublingYears: nil, observations: [], caveats: [])
    #expect(without.status == nil)
    #expect(without.ratio == nil)
    #expect(without.change == nil)
  }

  @Test("Every definition has a formula and a source", arguments: GrowthDefinition.allCases)
  func words(definition: GrowthDefinition) {
    #expect(!definition.formula.isEmpty)
    #expect(!definition.source.isEmpty)
    #expect(GrowthDefinition(rawValue: definition.rawValue) == definition)
  }
}

@Suite("The least-squares rate")
struct LeastSquaresGrowthTests {
  private func exponential(_ years: [Int], rate: Double) -> Series {
    series(
      Dictionary(
        uniqueKeysWithValues: years.map { ($0, 100 * Numerics.exp(rate * Double($0 - 2000))) }))
  }

  @Test("A series that grows at one rate has that rate", arguments: [0.02, -0.01, 0.3])
  func exact(rate: Double) throws {
    let growth = try exponential(Array(2000...2020), rate: rate).growth(.leastSquares)
    expectClose(growth.rate?.value, 100 * Numerics.expm1(rate), digits: 12)
    expectClose(growth.doublingYears, Numerics.log(2) / rate, digits: 12)
    let interval = try #require(growth.rate?.interval)
    #expect(interval.kind == .confidence(level: 0.95))
    expectClose(interval.lower, growth.rate?.value ?? 0, digits: 11)
    expectClose(interval.upper, growth.rate?.value ?? 0, digits: 11)
  }

  @Test("A higher level of confidence has a wider interval")
  func levels() throws {
    let stock = series([2000: 100, 2001: 104, 2002: 105, 2003: 111, 2004: 113])
    let widths = try [0.5, 0.8, 0.9, 0.95, 0.99].map { level in
      let interval = try #require(
        stock.growth(.leastSquares, level: level).rate?.interval)
      return try #require(interval.upper) - (try #require(interval.lower))
    }
    #expect(widths == widths.sorted())
    #expect(Set(widths).count == 5)
  }

  @Test("It does not depend on which year counts as nought, nor on the unit")
  func invariance() throws {
    let values = [100.0, 104, 105, 111, 113]
    let rates = try [(1700, 1.0), (2000, 1), (2000, 1e-6), (2000, 1e9), (2200, 1)].map {
      first, unit in
      let stock = series(
        Dictionary(
          uniqueKeysWithValues: values.enumerated().map { (first + $0.offset, $0.element * unit) }))
      return try #require(stock.growth(.leastSquares).rate?.value)
    }
    for rate in rates { expectClose(rate, rates[0], digits: 13) }
  }

  @Test("Half of the years may be missing, more not")
  func missing() throws {
    // 2000, 2002, … leaves 10 of 21 years without a value.
    let half = exponential(Array(stride(from: 2000, through: 2020, by: 2)), rate: 0.02)
    #expect(try half.growth(.leastSquares).observations.count == 11)
    let exactlyHalf = exponential([2000, 2003], rate: 0.02)
    #expect(try exactlyHalf.growth(.leastSquares).rate != nil)
    let third = exponential([2000, 2003, 2006, 2009], rate: 0.02)
    let error = try #require(throws: MeasureError.self) { try third.growth(.leastSquares) }
    #expect(error.kind == .tooManyMissing)
    #expect(error.reason.hasPrefix("6 of the 10 years from 2000 to 2009 have no value"))
  }

  @Test("Two values have a line and no interval, and it is said why")
  func twoPoints() throws {
    let growth = try series([2000: 100, 2001: 110]).growth(.leastSquares)
    expectClose(growth.rate?.value, 10, digits: 13)
    #expect(growth.rate?.interval == nil)
    #expect(growth.caveats.contains { $0.kind == "two-points" && $0.text.contains("no interval") })
  }

  @Test("A value that is not positive is named", arguments: [0.0, -3])
  func notPositive(value: Double) throws {
    let flow = series([2000: 5, 2001: value, 2002: 6])
    let error = try #require(throws: MeasureError.self) { try flow.growth(.leastSquares) }
    #expect(error.kind == .notPositive)
    #expect(error.position.line == 101)
    #expect(error.reason.contains("least-squares rate needs values above zero"))
  }

  @Test("The assumption under the interval is said, with the correlation of the deviations")
  func independence() throws {
    // Deviations that change their sign every year.
    let values = (0..<12).map {
      Numerics.exp(0.02 * Double($0)) * ($0.isMultiple(of: 2) ? 1.1 : 0.9)
    }
    let stock = series(
      Dictionary(uniqueKeysWithValues: values.enumerated().map { (2000 + $0.offset, $0.element) }))
    let caveat = try #require(
      stock.growth(.leastSquares).caveats.first { $0.kind == "independence" })
    #expect(caveat.text.contains("-0.9"))
    #expect(try !stock.growth(.log).caveats.contains { $0.kind == "independence" })
  }

  @Test("Interpolated ends are no observations")
  func interpolated() throws {
    let stock = exponential([2000, 2001, 2002, 2003, 2005], rate: 0.02)
    let growth = try stock.growth(.leastSquares, over: 2000...2004, interpolation: .linear)
    #expect(growth.observations.map(\.year) == [2000, 2001, 2002, 2003])
    #expect(growth.end?.year == 2004)
  }
}
