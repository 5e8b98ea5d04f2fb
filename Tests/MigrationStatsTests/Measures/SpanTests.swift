import Testing

@testable import MigrationStats

@Suite("The span that a series supports")
struct SpanTests {
  private let stock = series([1990: 100, 1995: 110, 2000: 125, 2010: 160])

  private func error(
    _ series: Series, _ years: ClosedRange<Int>? = nil, _ interpolation: Interpolation? = nil
  ) throws -> MeasureError {
    try #require(throws: MeasureError.self) {
      try series.growth(.log, over: years, interpolation: interpolation)
    }
  }

  @Test("All years unless told")
  func allYears() throws {
    let span = try stock.span(nil, interpolation: nil)
    #expect(span.start.year == 1990)
    #expect(span.end.year == 2010)
    #expect(span.years == 20)
    #expect(span.observations.map(\.year) == [1990, 1995, 2000, 2010])
    #expect(span.caveats.isEmpty)
  }

  @Test("Years that have a value are taken as they are")
  func exact() throws {
    let span = try stock.span(1995...2000, interpolation: nil)
    #expect(span.start.value == 110)
    #expect(span.end.value == 125)
    #expect(span.observations.count == 2)
    #expect(span.caveats.isEmpty)
  }

  @Test("A year without a value gives way to the nearest inside the span, with a caveat")
  func moved() throws {
    let span = try stock.span(1993...2007, interpolation: nil)
    #expect(span.start.year == 1995)
    #expect(span.end.year == 2000)
    #expect(span.caveats.map(\.kind) == ["span", "span"])
    #expect(span.caveats.map(\.year) == [1993, 2007])
    #expect(span.caveats[0].text.contains("the span begins at 1995 instead"))
    #expect(span.caveats[1].text.contains("the span ends at 2000 instead"))
  }

  @Test(
    "A year between two values is interpolated where that is asked for",
    arguments: [(Interpolation.linear, 142.5), (.log, 141.42135623730950)])
  func interpolated(method: Interpolation, expected: Double) throws {
    let span = try stock.span(1990...2005, interpolation: method)
    #expect(span.end.year == 2005)
    expectClose(span.end.value, expected, digits: 14)
    #expect(span.end.status == .imputed)
    // An interpolated point is not counted among the observations.
    #expect(span.observations.map(\.year) == [1990, 1995, 2000])
    let caveat = try #require(span.caveats.first)
    #expect(caveat.kind == "interpolated")
    #expect(caveat.year == 2005)
    #expect(caveat.text.contains("(\(method.rawValue)) between 2000 and 2010"))
    #expect(caveat.text.contains("not an observation"))
  }

  @Test("Where interpolation is not possible the year gives way")
  func logOfZero() throws {
    let flow = series([1990: 100, 2000: 0, 2010: 50])
    let span = try flow.span(1990...2005, interpolation: .log)
    #expect(span.end.year == 2000)
    #expect(span.caveats.map(\.kind) == ["span"])
  }

  @Test("A suppressed year gives way like a missing one, and is called suppressed")
  func suppressed() throws {
    let stock = series([1990: 100, 1995: 110, 2000: 120], suppressed: [1992])
    let span = try stock.span(1992...2000, interpolation: nil)
    #expect(span.start.year == 1995)
    #expect(span.caveats.first?.text.hasPrefix("1992 is suppressed") == true)
  }

  // MARK: Errors

  @Test(
    "Nothing is extrapolated",
    arguments: [
      (1980...2000, 1980), (1990...2020, 2020), (1970...1975, 1970), (2015...2020, 2015),
    ],
    [nil, Interpolation.linear, .log])
  func outside(asked: (years: ClosedRange<Int>, missing: Int), method: Interpolation?) throws {
    let error = try error(stock, asked.years, method)
    #expect(error.kind == .outside)
    expectProblem(
      error,
      "Canada: there is no value for \(asked.missing); there are values for 1990, 1995, 2000, 2010",
      remedy: "--years 1990-2010")
  }

  @Test("A series without values has no growth")
  func noValue() throws {
    let plain = try error(series([:]))
    #expect(plain.kind == .noValue)
    expectProblem(plain, "Canada: there is no value")
    let withheld = try error(series([:], suppressed: [1990, 1995]))
    #expect(withheld.reason == "there is no value; 2 are suppressed")
  }

  @Test("One value has no growth")
  func oneValue() throws {
    let error = try error(series([1990: 5]))
    #expect(error.kind == .onePoint)
    expectProblem(
      error, "Canada: there is one value (1990); growth needs two", remedy: "Find a second year")
  }

  @Test("One value or none inside the span has no growth")
  func onePointInside() throws {
    let one = try error(stock, 1993...1998)
    #expect(one.kind == .onePoint)
    expectProblem(
      one, "Canada: there is one value (1995) from 1993 to 1998; growth needs two",
      remedy:
        "There are values for 1990, 1995, 2000, 2010. Choose a wider span, or pass --interpolate")
    let none = try error(stock, 2003...2008)
    #expect(none.kind == .onePoint)
    #expect(none.reason == "there is no value from 2003 to 2008; growth needs two")
  }

  @Test("Between two observations both ends can be interpolated")
  func bothInterpolated() throws {
    let span = try stock.span(2003...2008, interpolation: .linear)
    #expect(span.start.value == 135.5)
    #expect(span.end.value == 153)
    #expect(span.observations.isEmpty)
    #expect(span.caveats.count == 2)
  }

  @Test("One year is no span")
  func oneYear() throws {
    #expect(try error(stock, 1995...1995).kind == .onePoint)
  }

  // MARK: Words

  @Test("Years are listed where few, counted where many, and a full range is called one")
  func words() {
    #expect(series([:]).yearsInWords == "none")
    #expect(series([1990: 1]).yearsInWords == "1990 only")
    #expect(stock.yearsInWords == "1990, 1995, 2000, 2010")
    let every = Dictionary(uniqueKeysWithValues: (1990...2004).map { ($0, 1.0) })
    #expect(series(every).yearsInWords == "every year from 1990 to 2004")
    let gappy = every.filter { $0.key != 2000 }
    #expect(series(gappy).yearsInWords == "14 years from 1990 to 2004")
  }
}
