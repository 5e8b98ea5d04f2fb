import Testing

@testable import MigrationStats

@Suite("Years, spans and parts of years as they are written")
struct PeriodTextTests {
  @Test(
    "A text that is one period",
    arguments: [
      ("1990", Period(year: 1990)), ("1990 [YR1990]", Period(year: 1990)),
      ("1990-1995", Period(year: 1995, length: .span(from: 1990))),
      ("1990–1995", Period(year: 1995, length: .span(from: 1990))),
      ("1990 to 1995", Period(year: 1995, length: .span(from: 1990))),
      ("1990/91", Period(year: 1991, length: .span(from: 1990))),
      ("1999/00", Period(year: 2000, length: .span(from: 1999))),
      ("1990-95", Period(year: 1995, length: .span(from: 1990))),
      ("2015-Q1", Period(year: 2015, length: .quarter(1))),
      ("2015Q4", Period(year: 2015, length: .quarter(4))),
      ("Q2 2015", Period(year: 2015, length: .quarter(2))),
      ("2015-S2", Period(year: 2015, length: .half(2))),
      ("2015H1", Period(year: 2015, length: .half(1))),
      ("2015M03", Period(year: 2015, length: .month(3))),
      ("2015-01", Period(year: 2015, length: .month(1))),
      ("Mar 2015", Period(year: 2015, length: .month(3))),
      ("2015 December", Period(year: 2015, length: .month(12))),
    ])
  func periods(text: String, period: Period) {
    #expect(PeriodText.readings(of: text) == [period])
  }

  @Test(
    "A text that is none",
    arguments: [
      "", "Canada", "1990-", "1995-1990", "1990-1990", "2015-Q5", "2015-13 days", "2015/03",
      "2015-03-31", "12-1990", "153", "2015-Q", "Sort order 1990", "2015-00", "20151", "1990 1995",
    ])
  func none(text: String) {
    #expect(PeriodText.readings(of: text).isEmpty)
  }

  @Test("Two digits behind a year are what the others of the file allow")
  func open() throws {
    let october = Period(year: 2005, length: .month(10))
    let span = Period(year: 2010, length: .span(from: 2005))
    #expect(PeriodText.readings(of: "2005-10") == [span, october])
    #expect(try Periods(["2005-10", "2005-01"])["2005-10"] == october)
    #expect(try Periods(["1990-95", "2005-10"])["2005-10"] == span)
    let fault = #expect(throws: Periods.Ambiguity.self) { try Periods(["2005-10", "2006-11"]) }
    #expect(fault?.text == "2005-10")
    #expect(try Periods(["2015-Q1", "2015-03", "x"]).partNames == ["month", "quarter"])
  }
}
