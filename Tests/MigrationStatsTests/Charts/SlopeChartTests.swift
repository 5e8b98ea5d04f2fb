import Testing

@testable import MigrationStats

@Suite("Slope charts")
struct SlopeChartTests {
  private func draw(_ table: String, _ change: (inout ChartRequest) -> Void = { _ in }) throws
    -> Chart
  {
    var request = ChartRequest("table.csv", type: .slope)
    change(&request)
    return try MigrationStatsTests.draw(table, request)
  }

  private let table = areas([
    "Canada": [2000: "5", 2005: "50", 2010: "7"], "France": [2000: "6", 2010: "4"],
    "Mexico": [2005: "8", 2010: "9"],
  ])

  @Test("join the first and the last year alone, with values on both sides")
  func ends() throws {
    let chart = try draw(table) { $0.years = 2000...2010 }
    #expect(chart.lineYears == [[2000, 2010], [2000, 2010]])
    #expect(chart.placedLabels == ["Canada 5", "7 Canada", "France 6", "4 France"])
    #expect(chart.numbers("value") == [5, 7, 6, 4])
    #expect(
      chart.notes.contains("Not drawn, because one of the two years has no value: Mexico."))
    #expect(chart.plots.first?.horizontal.ticks.map(\.label) == ["2000", "2010"])
  }

  @Test("refuse a named area that lacks one of the years")
  func lacking() throws {
    let error = try #require(throws: ChartError.self) {
      try draw(table) {
        $0.years = 2000...2010
        $0.areas = ["Canada", "Mexico"]
      }
    }
    #expect(error.kind == .unfit && error.summary.contains("Mexico: 2000 has no value"))
  }

  @Test("say an interpolated end")
  func interpolated() throws {
    let chart = try draw(areas(["Canada": [2000: "4", 2004: "8", 2010: "9"]])) {
      $0.years = 2002...2010
      $0.interpolation = .linear
    }
    #expect(chart.column("mark") == ["interpolated", "value"])
    #expect(chart.numbers("value") == [6, 9])
  }

  @Test("draw a line across a break dotted, and say it")
  func broken() throws {
    let chart = try MigrationStatsTests.draw(
      ChartRequest("migrant-stock", type: .slope, areas: ["Sudan", "Uganda"]))
    let strokes = (chart.plots.first?.layers ?? []).compactMap { layer -> Layer.Stroke? in
      if case .line(_, let stroke) = layer.form { stroke } else { nil }
    }
    #expect(strokes == [.dotted, .solid])
    #expect(chart.notes.contains("Dotted, because a break lies between the two years: Sudan."))
    #expect(chart.words.contains("A break lies between the two years: Sudan."))
    #expect(chart.caveats.first?.kind == "break")
    #expect(chart.drawing(width: 720).letterings.map(\.text).contains("across a break"))
    #expect(chart.column("line") == ["across a break", "across a break", "joined", "joined"])
  }

  @Test("spread labels apart that would lie on one another", arguments: [400.0, 720])
  func spread(width: Double) throws {
    let equal = areas([
      "Canada": [2000: "5", 2010: "5"], "France": [2000: "5", 2010: "5.01"],
      "Mexico": [2000: "5.02", 2010: "5"], "United Kingdom": [2000: "5", 2010: "5"],
      "Democratic Republic of the Congo and all of its neighbours": [2000: "5", 2010: "5"],
      "United Arab Emirates": [2000: "0", 2010: "0"],
    ])
    #expect(try draw(equal).collisions(width: width) == [])
    #expect(try draw(many(12)).collisions(width: width) == [])
  }

  @Test("name only those in focus among many")
  func focus() throws {
    let chart = try draw(many(40)) { $0.focus = ["Area 3"] }
    #expect(chart.placedLabels == ["Area 3 997", "1,991 Area 3"])
    #expect(chart.collisions(width: 400) == [])
  }

  @Test("refuse more than twelve, and one year")
  func refusals() throws {
    let crowd = try #require(throws: ChartError.self) { try draw(many(13)) }
    #expect(crowd.kind == .tooMany && crowd.remedy?.contains("--focus") == true)
    let one = try #require(throws: ChartError.self) {
      try draw(table) { $0.years = 2010...2010 }
    }
    #expect(one.kind == .misuse && one.remedy == "Give both: --years 1990-2019.")
  }
}
