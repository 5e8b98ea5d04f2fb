import Testing

@testable import MigrationStats

@Suite("A series")
struct SeriesTests {
  private let stock = series([2000: 3, 1990: 1, 1995: 2], suppressed: [2005])

  @Test("Values come by year, a missing year is absent")
  func order() {
    #expect(stock.years == [1990, 1995, 2000])
    #expect(stock[1995]?.value == 2)
    #expect(stock[1996] == nil)
    #expect(stock[2005] == nil)
    #expect(stock.suppressedYears == [2005])
  }

  @Test("Limiting takes years at both ends")
  func limited() {
    let limited = stock.limited(to: 1995...2001)
    #expect(limited.years == [1995, 2000])
    #expect(limited.area == stock.area)
    #expect(stock.limited(to: 1991...1994).observations.isEmpty)
  }

  @Test("The title names the area, the keys and the vintage")
  func title() {
    let series = Series(
      area: Concordance.standard.area(name: "Canada", code: nil), vintage: "un-2019",
      keys: [Series.Key("sex", "female")], observations: [])
    #expect(series.title == "Canada, sex female, un-2019")
    #expect(stock.title == "Canada")
  }

  @Test("Values that a bound leaves open have no limit on that side")
  func range() {
    let exact = Observation(year: 2000, value: 10, halfUnit: 0.5)
    #expect(exact.range.lower == 9.5)
    #expect(exact.range.upper == 10.5)
    let over = Observation(year: 2000, value: 10, halfUnit: 0.5, bound: .over)
    #expect(over.range.lower == 10)
    #expect(over.range.upper == nil)
    let under = Observation(year: 2000, value: 10, halfUnit: 0.5, bound: .under)
    #expect(under.range.lower == nil)
    #expect(under.range.upper == 10)
  }
}

@Suite("Values between two observations")
struct InterpolationTests {
  private let stock = series([1990: 100, 2000: 400], halfUnit: 0.5)

  @Test("Along a straight line")
  func linear() throws {
    let made = try #require(stock.interpolated(at: 1995, by: .linear))
    #expect(made.value == 250)
    #expect(made.status == .imputed)
    #expect(made.halfUnit == 0.5)
    #expect(made.lines == [90, 100])
  }

  @Test("At a constant rate")
  func logarithmic() throws {
    let made = try #require(stock.interpolated(at: 1995, by: .log))
    expectClose(made.value, 200, digits: 14)
    #expect(made.status == .imputed)
  }

  @Test("An observation stays what it is", arguments: Interpolation.allCases)
  func observed(method: Interpolation) {
    #expect(stock.interpolated(at: 1990, by: method) == stock[1990])
  }

  @Test("Nothing is extrapolated", arguments: Interpolation.allCases, [1989, 2001])
  func outside(method: Interpolation, year: Int) {
    #expect(stock.interpolated(at: year, by: method) == nil)
  }

  @Test("A rate needs values above nought", arguments: [0.0, -5])
  func notPositive(value: Double) {
    let flow = series([1990: value, 2000: 400])
    #expect(flow.interpolated(at: 1995, by: .log) == nil)
    #expect(flow.interpolated(at: 1995, by: .linear)?.value == (value + 400) / 2)
  }
}
