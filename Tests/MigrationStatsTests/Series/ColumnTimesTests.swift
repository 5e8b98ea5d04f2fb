import Testing

@testable import MigrationStats

@Suite("Columns of spans, of parts of years and with more in their headers")
struct ColumnTimesTests {
  /// Each observation as `code keys year value status period`.
  private func records(_ panel: Panel) -> [String] {
    panel.series.flatMap { series in
      series.observations.map { point in
        ([series.area.code ?? series.area.name] + series.keys.map { "\($0.name)=\($0.value)" }
          + ["\(point.year)", Numerals.exact(point.value), point.status.rawValue]
          + [point.attributes["period"]].compactMap(\.self)).joined(separator: " ")
      }
    }
  }

  private func error(_ text: String) throws -> TidyingError {
    try #require(throws: TidyingError.self) { try panel(text) }
  }

  @Test("A span is set at its last year, keeps its words, and says so with every figure")
  func spans() throws {
    let panel = try panel(
      """
      Destination,1990-1995_annual_rc_(mf),1995-2000_annual_rc_(mf),1990-1995_annual_rc_(m),\
      1995-2000_annual_rc_(m),1990-1995_annual_rc_(f),1995-2000_annual_rc_(f)
      WORLD,1.5,2,1,2.5,2,1.25
      UN development groups,..,..,..,..,..,..
      Canada,..,3,4,5,6,7

      """)
    #expect(panel.keyNames == ["sex"])
    #expect(
      records(panel) == [
        "WLD sex=both 1995 1.5 A 1990-1995", "WLD sex=both 2000 2 A 1995-2000",
        "CAN sex=both 2000 3 A 1995-2000", "WLD sex=male 1995 1 A 1990-1995",
        "WLD sex=male 2000 2.5 A 1995-2000", "CAN sex=male 1995 4 A 1990-1995",
        "CAN sex=male 2000 5 A 1995-2000", "WLD sex=female 1995 2 A 1990-1995",
        "WLD sex=female 2000 1.25 A 1995-2000", "CAN sex=female 1995 6 A 1990-1995",
        "CAN sex=female 2000 7 A 1995-2000",
      ])
    #expect(panel.series[0].quantity.name == "annual rc")
    #expect(panel.account?.setAside.map(\.reason) == ["words alone"])
    let growth = try panel.series[0].growth(.log)
    let caveat = try #require(growth.caveats.first { $0.kind == "period" })
    #expect(caveat.text.contains("spans of years (1990-1995 to 1995-2000)"))
    // The long form has the spans, and is read back the same.
    let written = Report(tidy: panel).text(.csv)
    #expect(written.hasPrefix("area,code,year,value,unit,status,sex,period\n"))
    let again = try MigrationStatsTests.panel(written)
    #expect(records(again) == records(panel))
    #expect(again.series[0].caveats == panel.series[0].caveats)
  }

  @Test("Spans in the second line of a header, beside years")
  func levels() throws {
    let panel = try panel(
      """
      Area,Refugee stock,,Annual rate of change of the refugee stock
      ,1990,1995,1990-1995
      World,100,200,13.86

      """)
    #expect(
      records(panel) == [
        "WLD quantity=Refugee stock 1990 100 A", "WLD quantity=Refugee stock 1995 200 A",
        "WLD quantity=Annual rate of change of the refugee stock 1995 13.86 A 1990-1995",
      ])
    #expect(panel.series.map(\.unit.name) == ["persons", "%"])
  }

  @Test("A letter behind a year is a status, words behind it a quantity or a sex")
  func labels() throws {
    #expect(
      records(try panel("area,2010,2011p,2012e,2013 f\nCanada,1,2,3,4\n")) == [
        "CAN 2010 1 A", "CAN 2011 2 P", "CAN 2012 3 E", "CAN 2013 4 F",
      ])
    #expect(
      records(try panel("area,2010 Migrants,2010 Refugees,2011 Migrants\nCanada,1,2,3\n")) == [
        "CAN quantity=Migrants 2010 1 A", "CAN quantity=Migrants 2011 3 A",
        "CAN quantity=Refugees 2010 2 A",
      ])
    // Beside a column of years, ‘2015 prices’ is no year.
    #expect(
      records(
        try panel(
          "area,year,2010 prices,2015 prices\nCanada,1990,1,2\n",
          TidyingOptions(valueColumns: ["2015 prices"]))) == ["CAN 1990 2 A"])
    #expect(
      records(try panel("area,2010 (male),2010 (female)\nCanada,1,2\n")) == [
        "CAN sex=male 2010 1 A", "CAN sex=female 2010 2 A",
      ])
  }

  @Test("Quarters and months are series of their own, and none are added")
  func parts() throws {
    let wide = try panel("area,2015-Q1,2015-Q2,2016-Q1\nCanada,1,2,3\n")
    let expected = [
      "CAN quarter=Q1 2015 1 A", "CAN quarter=Q1 2016 3 A", "CAN quarter=Q2 2015 2 A",
    ]
    #expect(records(wide) == expected)
    let long = try panel("area,time,value\nCanada,2015-Q1,1\nCanada,2015-Q2,2\nCanada,2016-Q1,3\n")
    #expect(records(long) == expected)
    #expect(long.notes.contains { $0.text.contains("each quarter of the year is a series") })
    let byArea = try panel("time,CAN,FRA\n2015M01,1,2\n2015M02,3,4\n")
    #expect(
      records(byArea) == [
        "CAN month=01 2015 1 A", "FRA month=01 2015 2 A", "CAN month=02 2015 3 A",
        "FRA month=02 2015 4 A",
      ])
    #expect(
      records(try panel(Report(tidy: wide).text(.csv))) == records(wide))
    // Whole years beside their quarters are neither of them.
    #expect(
      records(try panel("area,time,value\nCanada,2015,6\nCanada,2015-Q1,1\n")) == [
        "CAN quarter=year 2015 6 A", "CAN quarter=Q1 2015 1 A",
      ])
  }

  @Test("What may be a month or a span is refused, as are parts of different lengths")
  func refused() throws {
    expectProblem(
      try error("area,2005-10,2006-11\nCanada,1,2\n"),
      "‘2005-10’ may be month 10 of 2005, or the years 2005-2010", line: 1, column: "2005-10",
      remedy: "Write 2005M10 for the month, or 2005-2010 for the years.")
    expectProblem(
      try error("area,time,value\nCanada,2005-10,1\nCanada,2006-11,2\n"),
      "‘2005-10’ may be month 10 of 2005, or the years 2005-2010", line: 2, column: "time",
      remedy: "Write 2005M10")
    expectProblem(
      try error("area,2015-Q1,2015M04\nCanada,1,2\n"),
      "‘2015-Q1’ is a quarter, and others are a month",
      line: 1, column: "2015-Q1", remedy: "tables of their own")
    expectProblem(
      try error("area,1995,1990-1995\nCanada,1,2\n"),
      "‘1995’ and ‘1990-1995’ end in the same year and say nothing else", line: 1,
      column: "1990-1995", remedy: "label over the first of its years")
    expectProblem(
      try error("area,time,value\nCanada,2015-03-31,1\n"), "‘2015-03-31’ is not a year", line: 2,
      column: "time", remedy: "parts of years as 2015-Q1")
    // An ‘f’ in brackets alone may be of women, or a forecast.
    expectProblem(
      try error("area,2010,2011,2012 (f)\nCanada,1,2,3\n"),
      "‘2012 (f)’ begins with a year and is not one",
      line: 1, column: "2012 (f)", remedy: "‘1990 (male)’")
  }

  @Test("A wide table keeps what it says of a row, such as the type of its data")
  func attributes() throws {
    let panel = try panel(
      "Sort order,Area,Notes,Type of data (a),1990,1995\n1,Canada,(1),B R,5,6\n2,France,,C,7,8\n")
    #expect(panel.keyNames.isEmpty)
    #expect(
      panel.series.map { $0[1990]?.attributes } == [
        ["Notes": "(1)", "Type of data (a)": "B R"], ["Type of data (a)": "C"],
      ])
  }

  @Test("An area that stands twice with the same values is one, and the rows add up")
  func twice() throws {
    let panel = try panel(
      "area,code,1990,1995\nEurope,908,5,6\nFrance,250,1,2\nEUROPE,,5,6\nOceania,909,1,2\nOCEANIA,909,1,3\n"
    )
    #expect(panel.series.map(\.area.name) == ["Europe", "France", "Oceania", "OCEANIA"])
    #expect(
      panel.notes.contains { $0.text.hasPrefix("908 has two names") && $0.text.hasSuffix("once") })
    #expect(
      panel.notes.contains { $0.text.hasPrefix("909 has") && $0.text.hasSuffix("two series") })
    let account = try #require(panel.account)
    #expect(account.addsUp)
    #expect(account.kept == 4)
    #expect(account.setAside == [RowAccount.Part(reason: "said twice", count: 1)])
  }
}
