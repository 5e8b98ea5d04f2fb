import Testing

@testable import MigrationStats

@Suite("Bar charts")
struct BarChartTests {
  private let few = areas([
    "Canada": [2000: "3", 2010: "5"], "World": [2000: "90", 2010: "100"],
    "France": [2000: "7", 2010: "8"], "Germany": [2000: "2", 2010: "-4"],
    "Mexico": [2000: "6"],
  ])

  private func draw(_ table: String, _ change: (inout ChartRequest) -> Void = { _ in }) throws
    -> Chart
  {
    var request = ChartRequest("table.csv", type: .bar)
    change(&request)
    return try MigrationStatsTests.draw(table, request)
  }

  @Test("show the latest year, the largest first, and no group among countries")
  func latest() throws {
    let chart = try draw(few)
    #expect(chart.bands == ["France", "Canada", "Germany"])
    #expect(chart.barEnds == [0: 8, 1: 5, 2: -4])
    #expect(chart.placedLabels == ["8", "5", "−4"])
    #expect(chart.column("year") == ["2010", "2010", "2010"])
    #expect(chart.column("rank") == ["1", "2", "3"])
    #expect(chart.notes.contains("No value in 2010: Mexico."))
    #expect(chart.notes.contains { $0.contains("groups such as regions are left out") })
    #expect(chart.title == "Values, France, Canada and Germany, 2010")
  }

  @Test("begin at zero and run left of it where values are negative")
  func zero() throws {
    let chart = try draw(few)
    let axis = try #require(chart.plots.first?.horizontal)
    #expect(axis.domain.contains(0) && axis.domain.lowerBound <= -4)
    #expect(chart.collisions(width: 400) == [])
  }

  @Test("show the year and the groups that are asked for")
  func asked() throws {
    let chart = try draw(few) {
      $0.years = 2000...2000
      $0.areas = ["World", "Mexico"]
    }
    #expect(chart.bands == ["World", "Mexico"])
    #expect(chart.column("value") == ["90", "6"])
    #expect(chart.notes == ["Groups of countries beside countries: World."])
  }

  @Test("colour one in focus, keep it beyond the largest and say its place")
  func focus() throws {
    let chart = try draw(many(60)) {
      $0.top = 5
      $0.focus = ["Area 41"]
    }
    #expect(chart.bands == ["Area 0", "Area 1", "Area 2", "Area 3", "Area 4", "Area 41"])
    #expect(chart.column("rank").last == "42")
    #expect(chart.notes.contains("Not among the 5 largest: Area 41, 42nd of 60."))
    let inks = (chart.plots.first?.layers ?? []).compactMap { layer -> Layer.Ink? in
      if case .bars = layer.form { layer.ink } else { nil }
    }
    #expect(inks == [.context, .focus])
    #expect(chart.title == "Values, the 5 largest of 60 countries and areas, 2010")
  }

  @Test("keep the file's order of equal values, and say where the cut parts equals")
  func ties() throws {
    let table = areas(["B": [2000: "5"], "A": [2000: "5"], "C": [2000: "7"], "D": [2000: "5"]])
    #expect(try draw(table).bands == ["C", "B", "A", "D"])
    #expect(try draw(table).column("rank") == ["1", "2", "2", "2"])
    let cut = try draw(table) { $0.top = 2 }
    #expect(cut.bands == ["C", "B"])
    #expect(cut.notes.contains { $0.contains("A has the same value as B") })
  }

  @Test("draw nothing for what is suppressed, and say so")
  func suppressed() throws {
    let chart = try draw(
      "area,year,value,status\nCanada,2000,5,A\nFrance,2000,,Q\nMexico,2000,7,A\n")
    #expect(chart.bands == ["Mexico", "Canada"])
    #expect(chart.column("mark") == ["value", "value", "none"])
    #expect(chart.notes.contains("Suppressed by the publisher, and not drawn: France."))
    #expect(chart.words.contains("Suppressed values are not drawn."))
  }

  @Test("draw estimates hollow among others")
  func estimates() throws {
    let chart = try draw(
      "area,year,value,status\nCanada,2000,5,A\nFrance,2000,6,E\nMexico,2000,7,A\n")
    let hollow = (chart.plots.first?.layers ?? []).filter(\.isHollow)
    #expect(hollow.count == 1)
    #expect(chart.svg().contains("mark bar hollow"))
    let texts = chart.drawing(width: 720).letterings.map(\.text)
    #expect(texts.contains("estimate"))
    let all = try draw("area,year,value,status\nCanada,2000,5,E\nFrance,2000,6,E\n")
    #expect(all.notes.contains("All values are estimates, not counts."))
    #expect(all.plots.first?.layers.contains(where: \.isHollow) == false)
  }

  @Test("warn where many fewer have reported than the year before")
  func coverage() throws {
    let chart = try MigrationStatsTests.draw(
      ChartRequest("remittances-received", type: .bar, top: 10))
    #expect(chart.column("year").first == "2024")
    let caveat = try #require(chart.caveats.first)
    #expect(caveat.kind == "coverage")
    #expect(caveat.text.contains("106 countries and areas have a value in 2024, and 201 had one"))
  }

  @Test("take their figures from the rows of the data set")
  func figures() throws {
    let chart = try MigrationStatsTests.draw(
      ChartRequest("migrant-stock", type: .bar, focus: ["GBR"], top: 12))
    #expect(chart.bands.prefix(2) == ["United States", "Germany"])
    #expect(chart.numbers("value").first == 50_661_149)
    #expect(chart.words.contains("the United Kingdom ranked 5th of 232 countries and areas"))
    #expect(chart.words.count < 600)
    #expect(chart.collisions(width: 400) == [] && chart.collisions(width: 720) == [])
  }

  @Test("refuse what cannot be read, with a way out")
  func refusals() throws {
    let crowd = try #require(throws: ChartError.self) { try draw(many(41)) }
    #expect(crowd.kind == .tooMany && crowd.remedy?.contains("--top") == true)
    #expect(try draw(many(40)).bands.count == 40)
    let log = try #require(throws: ChartError.self) { try draw(few) { $0.isLogarithmic = true } }
    #expect(log.kind == .misuse)
    let none = try #require(throws: ChartError.self) { try draw(few) { $0.top = 0 } }
    #expect(none.kind == .misuse)
    let groups = try #require(throws: ChartError.self) {
      try draw(areas(["World": [2000: "5"]]))
    }
    #expect(groups.kind == .empty && groups.remedy == "Name it: --area 'World'.")
  }
}
