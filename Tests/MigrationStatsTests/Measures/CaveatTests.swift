import Testing

@testable import MigrationStats

@Suite("What a reader of a rate has to know")
struct CaveatTests {
  private func caveats(
    _ series: Series, _ definition: GrowthDefinition = .log, over years: ClosedRange<Int>? = nil
  ) throws -> [Caveat] {
    try series.growth(definition, over: years).caveats
  }

  private func observation(
    _ year: Int, _ value: Double, _ attributes: [String: String] = [:], status: Status = .normal
  ) -> Observation {
    Observation(year: year, value: value, status: status, attributes: attributes)
  }

  private func noted(_ observations: [Observation]) -> Series {
    Series(
      area: Concordance.standard.area(name: "Canada", code: nil), observations: observations)
  }

  @Test("A plain series of many years has none for an end-point rate")
  func none() throws {
    #expect(try caveats(series([2000: 10, 2001: 11, 2002: 12])).isEmpty)
  }

  @Test("Two points with years between them")
  func twoPoints() throws {
    let found = try caveats(series([2000: 10, 2010: 12]))
    #expect(found.map(\.kind) == ["two-points"])
    #expect(try caveats(series([2000: 10, 2001: 12])).isEmpty)
  }

  @Test(
    "Rounding that a rate with two decimals would show is told, with what the figures stand for")
  func rounding() throws {
    let found = try caveats(series([2000: 100, 2001: 110, 2002: 120], halfUnit: 5))
    let caveat = try #require(found.first { $0.kind == "rounding" })
    #expect(caveat.text.contains("100 (2000) stands for 95 to 105"))
    #expect(caveat.text.contains("120 (2002) stands for 115 to 125"))
    let fine = try caveats(series([2000: 1e6, 2001: 1.1e6 + 1, 2002: 1.2e6 + 1], halfUnit: 0.5))
    #expect(!fine.contains { $0.kind == "rounding" && $0.text.contains("stands for") })
  }

  @Test("The interval of a regression is not one of rounding")
  func roundingOfRegression() throws {
    let found = try caveats(series([2000: 100, 2001: 110, 2002: 120], halfUnit: 5), .leastSquares)
    #expect(!found.contains { $0.text.contains("stands for") })
  }

  @Test("Figures that end in many noughts seem rounded")
  func noughts() throws {
    let found = try caveats(
      series([2000: 99_800_000, 2001: 101_234_567, 2002: 200_000_000], halfUnit: 0.5))
    let caveat = try #require(found.first { $0.kind == "rounding" })
    #expect(caveat.text.contains("99,800,000 (2000) and 200,000,000 (2002) may be rounded"))
    let plain = try caveats(
      series([2000: 99_812_345, 2001: 1e8 + 1, 2002: 2e8 + 1], halfUnit: 0.5))
    #expect(plain.isEmpty)
  }

  @Test(
    "A break inside the span is told, at its ends not",
    arguments: [(1995, true), (2000, true), (1990, false), (2001, false), (1989, false)])
  func breaks(year: Int, isTold: Bool) throws {
    let known = Break(
      year: year, kind: "territory", text: "Borders moved.", effectText: "A little.")
    let stock = series([1990: 10, 1995: 11, 2000: 12, 2005: 13], breaks: [known])
    let found = try caveats(stock, over: 1990...2000)
    #expect(found.contains(Caveat("break", year: year, "Borders moved. A little.")) == isTold)
  }

  @Test(
    "A break that the publisher marks is told as one",
    arguments: [Status.breakInSeries, .definitionDiffers])
  func markedBreak(status: Status) throws {
    let found = try caveats(series([2000: 10, 2001: 11, 2002: 12], status: [2001: status]))
    let caveat = try #require(found.first { $0.kind == "break" })
    #expect(caveat.year == 2001)
    #expect(caveat.text.contains("\(status.name) (\(status.rawValue))"))
    // At the start of the span nothing is run across.
    let atStart = try caveats(series([2000: 10, 2001: 11, 2002: 12], status: [2000: status]))
    #expect(!atStart.contains { $0.kind == "break" })
  }

  @Test(
    "The publisher's mark on an end is told",
    arguments: [Status.forecast, .imputed, .provisional, .lowReliability, .experimental])
  func marks(status: Status) throws {
    let found = try caveats(series([2000: 10, 2001: 11, 2002: 12], status: [2002: status]))
    let caveat = try #require(found.first { $0.kind == "status" })
    #expect(caveat.year == 2002)
    #expect(caveat.text.contains("\(status.name) (\(status.rawValue))"))
    let inside = try caveats(series([2000: 10, 2001: 11, 2002: 12], status: [2001: status]))
    #expect(!inside.contains { $0.kind == "status" })
  }

  @Test("Estimates are counted for a regression")
  func estimates() throws {
    let stock = series(
      [2000: 10, 2001: 11, 2002: 12.5], status: [2000: .estimated, 2001: .imputed])
    let found = try caveats(stock, .leastSquares)
    #expect(
      found.contains { $0.kind == "status" && $0.text.hasPrefix("2 of the 3 values are estimates") }
    )
  }

  @Test("An interpolated end is called so and not marked as the publisher's")
  func interpolatedEnd() throws {
    let stock = series([2000: 10, 2002: 12, 2004: 14])
    let found = try stock.growth(.log, over: 2000...2003, interpolation: .linear).caveats
    #expect(found.contains { $0.kind == "interpolated" && $0.year == 2003 })
    #expect(!found.contains { $0.kind == "status" })
  }

  @Test("A change of the type of data is told")
  func typeOfData() throws {
    let changed = noted([
      observation(2000, 10, ["type_of_data": "C"]), observation(2001, 11),
      observation(2002, 12, ["type_of_data": "B R"]),
    ])
    let caveat = try #require(try caveats(changed).first { $0.kind == "type-of-data" })
    #expect(caveat.year == 2002)
    #expect(caveat.text.contains("from ‘C’ (2000) to ‘B R’ (2002)"))
    let same = noted([
      observation(2000, 10, ["type_of_data": "C"]), observation(2001, 12, ["type_of_data": "C"]),
    ])
    #expect(try caveats(same).isEmpty)
  }

  @Test("The publisher's notes are passed on, each once")
  func notes() throws {
    let noted = noted([
      observation(2000, 10, ["note": "without the islands"]), observation(2001, 11),
      observation(2002, 12, ["note": "without the islands", "notes": "revised"]),
    ])
    let found = try caveats(noted).filter { $0.kind == "territory" }
    #expect(
      found.map(\.text) == [
        "The publisher notes of Canada: without the islands.",
        "The publisher notes of Canada: revised.",
      ])
  }

  @Test("A whole number beyond what doubles hold is said to be computed with fewer digits")
  func precision() throws {
    let digits = "9007199254740993"
    let big = Observation(year: 2000, value: 0x1p53, exact: digits)
    let found = try caveats(noted([big, observation(2001, 0x1p53 + 2)]))
    let caveat = try #require(found.first { $0.kind == "precision" })
    #expect(caveat.year == 2000)
    #expect(caveat.text.contains("9007199254740993"))
    #expect(caveat.text.contains("is taken as 9007199254740992"))
    #expect(found.count { $0.kind == "precision" } == 1)
  }

  @Test("A step by a factor of three is implausible, unless a break explains it")
  func jump() throws {
    let values: [Int: Double] = [2000: 10, 2001: 11, 2002: 33, 2003: 34]
    let caveat = try #require(try caveats(series(values)).first { $0.kind == "implausible" })
    #expect(caveat.year == 2002)
    #expect(
      caveat.text.contains("From 2001 to 2002 the value goes from 11 to 33, 3.0 times as much"))
    let known = Break(year: 2002, kind: "coverage", text: "More reporters.")
    #expect(try !caveats(series(values, breaks: [known])).contains { $0.kind == "implausible" })
    let less: [Int: Double] = [2000: 10, 2001: 11, 2002: 32, 2003: 34]
    #expect(try !caveats(series(less)).contains { $0.kind == "implausible" })
    let slow: [Int: Double] = [2000: 10, 2010: 34, 2012: 36]
    #expect(try !caveats(series(slow)).contains { $0.kind == "implausible" })
  }

  @Test("A zero at either end is to be made sure of")
  func zeroEnd() throws {
    let found = try series([2000: 10, 2001: 11, 2002: 0]).growth(.simple).caveats
    let caveat = try #require(found.first { $0.kind == "zero" })
    #expect(caveat.year == 2002)
    #expect(caveat.text.contains("not that nothing was recorded"))
  }

  @Test("Of several steps the largest is told, down as well as up")
  func largestJump() throws {
    let found = try caveats(series([2000: 10, 2001: 40, 2002: 4, 2003: 13]))
    let caveat = try #require(found.first { $0.kind == "implausible" })
    #expect(caveat.year == 2002)
    #expect(caveat.text.contains("from 40 to 4, one part in 10.0"))
  }

  @Test("Suppressed years of the span are told")
  func suppressed() throws {
    let stock = series([2000: 10, 2001: 11, 2004: 12], suppressed: [1999, 2002, 2003])
    let caveat = try #require(try caveats(stock).first { $0.kind == "suppressed" })
    #expect(caveat.text.contains("The values of 2002, 2003 are suppressed"))
  }

  @Test("What the catalogue knows comes last, and of a year only where it is in the span")
  func known() throws {
    let known = [
      Caveat("coverage", "Mandate only."), Caveat("provisional", year: 2002, "Mid-year."),
      Caveat("provisional", year: 2010, "Later."),
    ]
    let found = try caveats(series([2000: 10, 2002: 11], caveats: known))
    #expect(found.map(\.text).suffix(2) == ["Mandate only.", "Mid-year."])
    #expect(found.count == 3)
  }

  @Test(
    "A bound says which way it pulls the rate",
    arguments: [
      (Observation.Bound.exact, Observation.Bound.over, "lower bounds"),
      (.exact, .under, "upper bounds"), (.over, .exact, "upper bounds"),
      (.under, .exact, "lower bounds"), (.over, .over, "no bound"),
      (.under, .over, "lower bounds"),
    ])
  func bounds(start: Observation.Bound, end: Observation.Bound, words: String) throws {
    let stock = noted([
      Observation(year: 2000, value: 1000, bound: start),
      Observation(year: 2001, value: 2000, bound: end),
    ])
    let found = try caveats(stock).filter { $0.kind == "bound" }
    #expect(found.count == [start, end].count { $0 != .exact })
    #expect(found.allSatisfy { $0.text.contains(words) })
    if end == .over { #expect(found.last?.text.contains("‘over 2,000’, is a lower bound") == true) }
  }
}
