import Testing

@testable import MigrationStats

@Suite("Index charts")
struct IndexChartTests {
  private let table = areas([
    "Canada": [2000: "50", 2005: "60", 2010: "75"], "France": [2005: "20", 2010: "10"],
    "Mexico": [2000: "0", 2005: "4", 2010: "8"],
  ])

  private func draw(_ table: String, _ change: (inout ChartRequest) -> Void = { _ in }) throws
    -> Chart
  {
    var request = ChartRequest("table.csv", type: .index)
    change(&request)
    return try MigrationStatsTests.draw(table, request)
  }

  @Test("have the first common year as base")
  func commonBase() throws {
    let chart = try draw(table)
    #expect(Set(chart.column("base_year")) == ["2005"])
    let values = chart.numbers("value")
    let expected = [100 * 50.0 / 60, 100, 125, 100, 50, 0, 100, 200]
    #expect(zip(values, expected).allSatisfy { abs($0 - $1) < 1e-9 } && values.count == 8)
    #expect(chart.numbers("published") == [50, 60, 75, 20, 10, 0, 4, 8])
    #expect(chart.plots.first?.vertical.unit == "index, 2005 = 100")
    #expect(chart.subtitle.hasPrefix("Index, 2005 = 100"))
  }

  @Test("have a rule at 100 behind all marks")
  func rule() throws {
    #expect(try draw(table).plots.first?.layers.first?.form == .horizontalRule(100, ""))
  }

  @Test("leave out a series without a base, and say why")
  func leftOut() throws {
    let chart = try draw(table) { $0.base = 2000 }
    #expect(Set(chart.column("series")) == ["Canada"])
    #expect(
      chart.notes.contains("Not drawn, because there is no value in 2000: France.")
        && chart.notes.contains("Not drawn, because the value is 0 in 2000: Mexico."))
  }

  @Test("refuse a series without a base where it was named")
  func refused() throws {
    for (area, word) in [("France", "no value"), ("Mexico", "the value is 0")] {
      let error = try #require(throws: ChartError.self) {
        try draw(table) {
          $0.areas = ["Canada", area]
          $0.base = 2000
        }
      }
      #expect(error.kind == .unfit && error.summary.contains("\(area): \(word) in 2000"))
      #expect(error.remedy?.contains("--base") == true)
    }
    let apart = try #require(throws: ChartError.self) {
      try draw(areas(["Canada": [2000: "1"], "France": [2001: "2"]]))
    }
    #expect(apart.summary.contains("no year in which all 2 series have a value"))
  }

  @Test("are broken at breaks, and say that values beyond are on another base")
  func broken() throws {
    let chart = try MigrationStatsTests.draw(
      ChartRequest("migrant-stock", type: .index, areas: ["Sudan"]))
    #expect(chart.lineYears == [[1990, 1995, 2000, 2005], [2010, 2015, 2019]])
    #expect(
      chart.notes.contains(
        "From 2010 on, values are compared with a base from before the break."))
    #expect(chart.caveats.contains { $0.kind == "break" })
  }

  @Test("give the change from the base in their words, which says the same")
  func words() throws {
    let chart = try MigrationStatsTests.draw(
      ChartRequest("migrant-stock", type: .index, areas: ["Canada", "Germany"]))
    #expect(chart.words.contains("The base is 1990."))
    #expect(chart.figures.map(\.recipe.operation) == [.changePercent, .changePercent])
    let last = try #require(chart.numbers("value").last)
    #expect(abs(last - 100 - (try #require(chart.figures.last)).value) < 1e-9)
    #expect(chart.collisions(width: 400) == [])
  }
}
