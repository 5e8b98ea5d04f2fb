import Testing

@testable import MigrationStats

@Suite("Reports of tests for breaks")
struct BreakReportTests {
  @Test("A row a test, then what could not be tested and why")
  func breaks() throws {
    let outcomes = try Panel([series(BreakSeriesData.world)]).breakTests(
      Panel.BreakRequest(scale: .log, years: [2005, 2015]))
    let report = Report(outcomes, keyNames: [])
    #expect(report.rows.allSatisfy { $0.count == report.columns.count })
    let names = report.columns.map(\.name)
    let test = try #require(names.firstIndex(of: "test"))
    let year = try #require(names.firstIndex(of: "year"))
    #expect(report.rows.first?[test] == .text("Chow"))
    #expect(report.rows.first?[year] == .integer(2000))
    #expect(report.rows.last?[test] == .text("Chow"))
    #expect(report.rows.last?[year] == .integer(2015))
    #expect(
      report.rows.last?.last
        == .caveats([
          Caveat(
            "too-few-values",
            "Chow needs 3 values on either side of a break; there are 5 before 2015 and 2 from it on."
          )
        ]))
  }
}
