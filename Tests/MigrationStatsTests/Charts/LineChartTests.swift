import Testing

@testable import MigrationStats

@Suite("Line charts")
struct LineChartTests {
  @Test("draw what the data hold, a row a mark")
  func rows() throws {
    let chart = try draw(
      ChartRequest("migrant-stock", areas: ["Canada", "Australia"], years: 1990...2019))
    #expect(chart.title == "International migrant stock, Canada and Australia, 1990–2019")
    #expect(chart.subtitle == "Revision un-2019")
    let csv = chart.data.text(.csv).split(separator: "\n")
    #expect(
      csv[0] == "series,area,code,m49,sex,vintage,year,value,unit,status,mark"
        || csv[0] == "series,area,code,sex,vintage,year,value,unit,status,mark")
    #expect(csv.count == 15)
    #expect(csv[1].hasPrefix("Canada,Canada,CAN,"))
    #expect(csv[1].hasSuffix(",1990,4333318,persons,E,estimate"))
    let axis = chart.plots[0].vertical
    #expect(axis.domain == 0...8e6)
    #expect(axis.unit == "million people")
    #expect(axis.ticks.map(\.label) == ["0", "2", "4", "6", "8"])
    #expect(chart.sources.map(\.vintage) == ["un-2019"])
  }

  @Test("are broken where the series is, with a rule that says so")
  func breaks() throws {
    let chart = try draw(ChartRequest("world-migrant-stock", vintages: ["wb-wdi"]))
    #expect(
      chart.lineYears == [
        [1960, 1965, 1970, 1975, 1980, 1985], [1990, 1995, 2000, 2005, 2010, 2015],
      ])
    #expect(chart.ruleLabels == ["1990: new borders"])
    #expect(chart.caveats.contains { $0.text.hasPrefix("Break in 1990: ") })
    #expect(chart.words.contains("The line is broken in 1990: new borders."))
  }

  @Test("are interrupted where years have no value, and say which")
  func gaps() throws {
    let text = yearly([2000: "5", 2001: "6", 2002: "7", 2005: "9", 2006: "10", 2008: "12"])
    let chart = try draw(text, ChartRequest("table.csv"))
    #expect(chart.lineYears == [[2000, 2001, 2002], [2005, 2006]])
    #expect(chart.notes.contains("No value, and the line interrupted: 2003–2004, 2007."))
    // The lone value of 2008 is a mark.
    let points = chart.plots[0].layers.flatMap { layer -> [Double] in
      if case .points(let vertices, _) = layer.form { vertices.map(\.x) } else { [] }
    }
    #expect(points.contains(2008))
  }

  @Test("draw interpolated stretches dotted, with rows that say so")
  func interpolation() throws {
    let text = yearly([2000: "5", 2001: "6", 2002: "7", 2004: "9", 2005: "10"])
    let chart = try draw(text, ChartRequest("table.csv", interpolation: .linear))
    let dotted = chart.plots[0].layers.filter {
      if case .line(_, .dotted) = $0.form { true } else { false }
    }
    #expect(dotted.count == 1)
    #expect(chart.data.text(.csv).contains(",2003,8,not stated,I,interpolated\n"))
    #expect(chart.notes.allSatisfy { !$0.contains("interrupted") })
  }

  @Test("draw nothing for suppressed values, and say so")
  func suppressed() throws {
    let text = yearly([2000: "5", 2001: "6", 2002: "*", 2003: "8", 2004: "9"])
    let chart = try draw(text, ChartRequest("table.csv"))
    #expect(chart.lineYears == [[2000, 2001], [2003, 2004]])
    #expect(chart.notes.contains("Suppressed by the publisher, and not drawn: 2002."))
    #expect(chart.data.text(.csv).contains(",2002,,not stated,Q,none\n"))
  }

  @Test("draw estimates among counts as hollow marks")
  func estimates() throws {
    let text = "area,year,value,status\nCanada,2000,5,A\nCanada,2001,6,E\nCanada,2002,7,A\n"
    let chart = try draw(text, ChartRequest("table.csv"))
    let hollow = chart.plots[0].layers.flatMap { layer -> [Double] in
      if case .points(let vertices, isHollow: true) = layer.form { vertices.map(\.x) } else { [] }
    }
    #expect(hollow == [2001])
  }

  @Test("let one area stand out among many")
  func focus() throws {
    let areas = ["CAN", "AUS", "GBR", "DEU", "FRA", "ITA", "ESP", "NLD", "BEL"]
    let chart = try draw(ChartRequest("migrant-stock", areas: areas, focus: ["Germany"]))
    let inks = Set(chart.plots[0].layers.map(\.ink))
    #expect(inks == [.focus, .context])
    #expect(EndLabels.names(of: chart.plots[0]) == ["Germany"])
  }

  @Test("refuse more than can be told apart, and mixed vintages and units")
  func refusals() throws {
    #expect {
      try draw(ChartRequest("migrant-stock"))
    } throws: { error in
      guard let error = error as? ChartError else { return false }
      return error.kind == .tooMany && error.remedy?.contains("--type multiples") == true
    }
    #expect {
      try draw(ChartRequest("world-migrant-stock"))
    } throws: { ($0 as? ChartError)?.kind == .misuse }
    #expect {
      try draw(ChartRequest("migrant-stock", areas: ["Canada"], years: 1900...1950))
    } throws: { ($0 as? ChartError)?.kind == .empty }
    let text = "area,year,value,unit\nCanada,2000,5,persons\nMexico,2000,6,US$\n"
    #expect {
      try draw(text, ChartRequest("table.csv"))
    } throws: { ($0 as? ChartError)?.kind == .unfit }
    #expect {
      try draw(yearly([2000: "0", 2001: "5"]), ChartRequest("table.csv", isLogarithmic: true))
    } throws: { ($0 as? ChartError)?.kind == .unfit }
  }

  @Test("stand two vintages beside each other by name")
  func vintages() throws {
    let chart = try draw(ChartRequest("world-migrant-stock", vintages: ["un-2019", "un-2024"]))
    #expect(
      EndLabels.names(of: chart.plots[0]) == ["un-2019", "un-2024"]
        || EndLabels.names(of: chart.plots[0]) == ["un-2024", "un-2019"])
    #expect(chart.sources.count == 2)
  }
}
