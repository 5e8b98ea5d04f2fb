import Testing

@testable import MigrationStats

@Suite("Charts of shares")
struct ShareChartTests {
  /// The columns of each part: where they begin and end, by year.
  private func stacks(_ chart: Chart) -> [(name: String, bars: [Layer.Extent], ink: Layer.Ink)] {
    chart.plots[0].layers.compactMap { layer in
      if case .bars(let extents) = layer.form {
        (layer.series ?? "", extents, layer.ink)
      } else {
        nil
      }
    }
  }

  private func names(_ chart: Chart) -> [String] { stacks(chart).map(\.name) }

  @Test("stack the sexes to a hundred per cent in every observed year")
  func sexes() throws {
    let chart = try draw(ChartRequest("migrant-stock", type: .shares, areas: ["Canada"], by: "sex"))
    #expect(chart.title == "International migrant stock by sex, Canada, 1990–2019")
    let stacks = stacks(chart)
    #expect(Set(stacks.map(\.name)) == ["female", "male"])
    #expect(stacks[0].bars.map(\.from.x) == [1990, 1995, 2000, 2005, 2010, 2015, 2019])
    #expect(stacks[0].bars.allSatisfy { $0.from.y == 0 })
    #expect(zip(stacks[0].bars, stacks[1].bars).allSatisfy { $0.to.y == $1.from.y })
    #expect(stacks[1].bars.allSatisfy { abs($0.to.y - 100) < 1e-9 })
    #expect(chart.plots[0].vertical.domain == 0...100)
    let female = try cite(
      FigureRequest(
        "migrant-stock", area: "Canada", keys: [Series.Key("sex", "female")], of: .share,
        years: 2019...2019, whole: "sex=both"))
    let bar = try #require(stacks.first { $0.name == "female" }?.bars.last)
    #expect(abs(bar.to.y - bar.from.y - female.value) < 1e-9)
    #expect(chart.words.contains("In 2019 the female international migrant stock of Canada was"))
  }

  @Test("find the one further column of one area")
  func column() throws {
    let chart = try draw(ChartRequest("migrant-stock", type: .shares, areas: ["Canada"]))
    #expect(Set(names(chart)) == ["female", "male"])
  }

  @Test("take the world as the whole of countries, and the rest as Other")
  func countries() throws {
    let chart = try draw(ChartRequest("migrant-stock", type: .shares))
    let stacks = stacks(chart)
    #expect(stacks.count == 7)
    #expect(stacks.first?.name == "United States")
    #expect(stacks.last?.name == "Other")
    #expect(stacks.last?.ink == .context)
    #expect(!names(chart).contains { $0.contains("income") || $0 == "Asia" })
    #expect(chart.subtitle == "Per cent of the world; revision un-2019")
    let share = try cite(
      FigureRequest("migrant-stock", area: "USA", of: .share, years: 2019...2019, whole: "World"))
    #expect(abs((stacks[0].bars.last?.to.y ?? 0) - share.value) < 1e-9)
    for width in [400.0, 720] { #expect(chart.collisions(width: width) == []) }
  }

  @Test("take a group that is named with its members as the whole")
  func regions() throws {
    let chart = try draw(
      ChartRequest(
        "migrant-stock", type: .shares,
        areas: ["Europe", "Eastern Europe", "Northern Europe", "Southern Europe", "Western Europe"])
    )
    #expect(
      names(chart) == ["Eastern Europe", "Northern Europe", "Southern Europe", "Western Europe"])
    #expect(chart.subtitle.hasPrefix("Per cent of Europe"))
  }

  @Test(
    "refuse parts that may hold the same people",
    arguments: [
      ["Africa", "Sub-Saharan Africa", "Asia"], ["Europe", "Germany"],
      ["Europe", "Canada", "Asia"],
      ["High-income countries", "Africa"],
    ])
  func overlaps(areas: [String]) throws {
    let error = try #require(throws: ChartError.self) {
      try draw(ChartRequest("migrant-stock", type: .shares, areas: areas))
    }
    #expect(error.kind == .unfit)
    #expect(error.summary.contains("may hold the same people"))
  }

  @Test("refuse parts that come to more than the whole")
  func excess() throws {
    let text = "area,year,value\nWorld,2000,10\nCanada,2000,8\nMexico,2000,7\n"
    let error = try #require(throws: ChartError.self) {
      try draw(text, ChartRequest("table.csv", type: .shares))
    }
    #expect(error.summary == "in 2000 the parts add up to 150.0 per cent of World")
  }

  @Test("leave out a year in which a part is not known, and say why")
  func unknown() throws {
    let text = """
      area,kind,year,value,status
      Canada,refugees,2000,10,A
      Canada,refugees,2001,11,A
      Canada,refugees,2002,12,A
      Canada,others,2000,30,A
      Canada,others,2001,,Q
      Canada,others,2002,36,A
      Canada,others,2003,36,A

      """
    let chart = try draw(text, ChartRequest("table.csv", type: .shares))
    #expect(stacks(chart)[0].bars.map(\.from.x) == [2000, 2002])
    #expect(
      chart.notes.first
        == "Not drawn, because a part is not known: 2001 (suppressed: others), "
        + "2003 (no value: refugees).")
    #expect(chart.subtitle == "Per cent of what is shown")
    #expect(chart.words.contains("Years in which a part is not known are not drawn."))
  }

  @Test("tell neighbouring years that are left out as one span")
  func spans() throws {
    let chart = try draw(
      ChartRequest("refugees", type: .shares, areas: ["World"], by: "population_type"))
    #expect(
      chart.notes.first
        == "Not drawn, because a part is not known: 1951–1992 (no value: idps, asylum-seekers).")
    #expect(stacks(chart)[0].bars.count == 33)
  }

  @Test("tell origins as shares of all origins")
  func origins() throws {
    let chart = try draw(
      ChartRequest("migrant-stock-by-origin", type: .shares, areas: ["Northern America"]))
    #expect(chart.title == "Migrant stock by origin, Northern America, 1960–2000")
    #expect(
      chart.words.contains(
        "In 2000 the migrant stock from Europe in Northern America was equal to 20.1 per cent of that "
          + "of all origins."))
  }

  @Test("group all but the largest six")
  func grouping() throws {
    let parts = (1...9).map { "Canada,k\($0),2000,\($0)\n" }.joined()
    let chart = try draw("area,kind,year,value\n" + parts, ChartRequest("table.csv", type: .shares))
    #expect(names(chart) == ["k9", "k8", "k7", "k6", "k5", "k4", "Other"])
    let last = try #require(stacks(chart).last?.bars.first)
    #expect(abs(last.to.y - last.from.y - 100 * 6 / 45) < 1e-9)
    let few = try draw(
      "area,kind,year,value\n" + parts, ChartRequest("table.csv", type: .shares, top: 2))
    #expect(names(few) == ["k9", "k8", "Other"])
  }

  @Test("mark a break between the columns on its sides")
  func breaks() throws {
    let chart = try draw(ChartRequest("migrant-stock", type: .shares, areas: ["Sudan"], by: "sex"))
    #expect(chart.ruleLabels.count == 1)
    #expect(chart.ruleLabels.first?.hasPrefix("2010: new borders") == true)
    let rule = chart.plots[0].layers.compactMap { layer -> Double? in
      if case .verticalRule(let x, _) = layer.form { x } else { nil }
    }
    #expect(rule == [2007.5])
    #expect(chart.words.contains("not comparable with those before"))
  }

  @Test(
    "refuse what has no parts",
    arguments: [
      ("area,year,value\nCanada,2000,5\n", "one part only"),
      ("area,year,value\nCanada,2000,0\nMexico,2000,0\n", "no year in which all parts"),
      ("area,year,value\nCanada,2000,-5\nMexico,2000,6\n", "below zero"),
      ("area,year,value\nCanada,2000,5\nMexico,2001,6\n", "no year in which all parts"),
    ])
  func refusals(text: String, reason: String) throws {
    let error = try #require(throws: ChartError.self) {
      try draw(text, ChartRequest("table.csv", type: .shares))
    }
    #expect(error.summary.contains(reason), "\(error.summary)")
    #expect(error.remedy != nil)
  }

  @Test("refuse a column that the data do not have")
  func noColumn() throws {
    let error = try #require(throws: ChartError.self) {
      try draw(ChartRequest("migrant-stock", type: .shares, areas: ["Canada"], by: "sexx"))
    }
    #expect(error.remedy?.contains("sex") == true)
  }

  @Test("find room for long names and sixty years", arguments: [400.0, 720])
  func room(width: Double) throws {
    let rows = (1960...2020).filter { $0 % 9 != 0 }.flatMap { year in
      (1...6).map { "Canada,\(String(repeating: "Name\($0) ", count: 20)),\(year),\($0)\n" }
    }.joined()
    let chart = try draw("area,kind,year,value\n" + rows, ChartRequest("table.csv", type: .shares))
    #expect(chart.collisions(width: width) == [])
  }
}
