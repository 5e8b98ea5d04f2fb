import Testing

@testable import MigrationStats

@Suite("The shapes of a chart's CSV")
struct ChartShapeTests {
  @Test("tidy is exactly what is drawn")
  func tidy() throws {
    let chart = try draw(ChartRequest("migrant-stock", areas: ["Canada"]))
    #expect(try chart.csv() == chart.data.text(.csv))
  }

  @Test("wide has the years first, then a column a series, gaps and suppressed values empty")
  func wide() throws {
    let text =
      "area,year,value\nCanada,2001,6\nCanada,2000,5.25\nMexico,2000,7\nMexico,2001,*\nMexico,2003,9\n"
    let chart = try draw(text, ChartRequest("table.csv"))
    #expect(
      try chart.csv(.wide) == "year,Canada,Mexico\n2000,5.25,7\n2001,6,\n2003,,9\n")
  }

  @Test("wide has names first where the axis has names, in the picture's order")
  func names() throws {
    let report = Report(
      columns: [
        Report.Column("series", .identity), Report.Column("year", .detail),
        Report.Column("value", .detail), Report.Column("lower", .detail),
        Report.Column("published", .detail),
      ],
      rows: [
        [.text("Mexico"), .integer(2019), .number(3), .number(2), .number(1)],
        [.text("Canada"), .integer(2019), .number(1), .absent, .number(1)],
      ])
    let chart = chart(
      .plots([Plot(bars: ["Mexico", "Canada"], [3, 1])]), data: report)
    #expect(try chart.csv(.wide) == "name,value,lower\nMexico,3,2\nCanada,1,\n")
  }

  @Test("wide tells marks apart where two are at one place, and never hides one")
  func doubles() throws {
    func rows(_ marks: [String]) -> Report {
      Report(
        columns: [
          Report.Column("series", .identity), Report.Column("year", .detail),
          Report.Column("value", .detail), Report.Column("mark", .detail),
        ],
        rows: marks.enumerated().map { index, mark in
          [.text("Canada"), .integer(2000), .number(Double(index) + 0.5), .text(mark)]
        })
    }
    let body = Chart.Body.plots([Plot(line: [2000, 2001], [1, 2])])
    #expect(
      try chart(body, data: rows(["value", "curve"])).csv(.wide)
        == "year,Canada value,Canada curve\n2000,0.5,1.5\n")
    #expect {
      try chart(body, data: rows(["value", "value"])).csv(.wide)
    } throws: { error in
      (error as? ChartError)?.kind == .unfit
        && (error as? ChartError)?.remedy?.contains("--shape tidy") == true
    }
  }

  @Test("source, target and value are of flows alone")
  func flows() throws {
    let flows = FlowDiagram.sample
    #expect(
      try chart(.flows(flows)).csv(.sourceTargetValue)
        == "source,target,value\nIndia,Canada,12345678\nCanada,India,5\n")
    #expect {
      try chart(.flows(flows)).csv(.wide)
    } throws: { ($0 as? ChartError)?.remedy?.contains("source-target-value") == true }
    let line = try draw(ChartRequest("migrant-stock", areas: ["Canada"]))
    #expect {
      try line.csv(.sourceTargetValue)
    } throws: { ($0 as? ChartError)?.kind == .misuse }
  }

  @Test(
    "a spreadsheet runs nothing",
    arguments: ["=1+1", "+1", "-1+2", "@SUM(A1)", "\tx", "\rx", "＝1+1", "=cmd|' /C calc'!A0"])
  func harmless(text: String) throws {
    let report = Report(
      columns: [Report.Column(text, .identity), Report.Column("value", .detail)],
      rows: [[.text(text), .number(-1.5)], [.text("a=b"), .integer(-2)]])
    let lines = report.harmless.text(.csv).replacing("\"", with: "")
    #expect(lines.hasPrefix("'\(text),value\n'\(text),-1.5\n"))
    #expect(lines.hasSuffix("a=b,-2\n"))
  }

  @Test("headings that are names of series are as harmless")
  func headings() throws {
    let chart = try draw("area,year,value\n=A1,2000,5\n=A1,2001,6\n", ChartRequest("table.csv"))
    #expect(try chart.csv(.wide).hasPrefix("year,'=A1\n"))
    #expect(try chart.csv().contains("\n'=A1,'=A1,"))
  }
}
