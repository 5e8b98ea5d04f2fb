import Testing

@testable import MigrationStats

@Suite("Reports of breaks and of residuals")
struct BreakReportTests {
  @Test("A row a break, then what could not be tested and why")
  func breaks() throws {
    let tests = try BreakTests(
      BreakSeriesData.world, isLogarithmic: true, known: [2005, 2015])
    let report = Report(tests)
    #expect(report.rows.allSatisfy { $0.count == report.columns.count })
    let names = report.columns.map(\.name)
    let year = try #require(names.firstIndex(of: "year"))
    let notes = try #require(names.firstIndex(of: "notes"))
    #expect(report.rows.first?[0] == .text("Chow"))
    #expect(report.rows.first?[year] == .number(2000))
    #expect(report.rows.last?[0] == .text("Chow"))
    #expect(report.rows.last?[year] == .number(2015))
    #expect(
      report.rows.last?[notes]
        == .text(
          "Chow needs 3 values on either side of a break; there are 5 before 2015 and 2 from it on")
    )
    #expect(report.text(.csv).hasPrefix("test,breaks,year,next_year,statistic,df1,df2,p_value,"))
  }

  @Test("A row a test of residuals")
  func residuals() {
    let text = Report(Diagnostics(residuals: [1, 2, 5, 4])).text(.csv)
    let lines = text.split(whereSeparator: \.isNewline)
    #expect(lines.count == 5)
    #expect(lines[0] == "test,statistic,df,p_value,notes")
    #expect(lines[1].hasPrefix("Durbin–Watson,0.239130434782"))
  }
}
