import Testing

@testable import MigrationStats

@Suite("Charts of rates")
struct RatesChartTests {
  private func draw(_ table: String, _ change: (inout ChartRequest) -> Void = { _ in }) throws
    -> Chart
  {
    var request = ChartRequest("table.csv", type: .rates)
    change(&request)
    return try MigrationStatsTests.draw(table, request)
  }

  private let table = areas([
    "Canada": [2000: "100", 2010: "200"], "France": [2000: "100", 2010: "50"],
    "Mexico": [2000: "100", 2010: "400"], "Peru": [2000: "100", 2010: "0"],
  ])

  @Test("are sorted, by the definition asked for, with a rule at zero")
  func sorted() throws {
    let chart = try draw(table) { $0.definition = .compound }
    #expect(chart.bands == ["Mexico", "Canada", "France"])
    // 4^(1/10), 2^(1/10) and 0.5^(1/10), less one, in per cent.
    let expected = [14.869_835_499_703_5, 7.177_346_253_629_313, -6.696_700_846_319_26]
    #expect(zip(chart.numbers("value"), expected).allSatisfy { abs($0 - $1) < 1e-9 })
    #expect(chart.plots.first?.horizontal.domain.contains(0) == true)
    #expect(chart.plots.first?.horizontal.ticks.map(\.value).contains(0) == true)
    #expect(chart.subtitle.hasPrefix("Compound rate, 100·[(P₂/P₁)^(1/n) − 1]"))
  }

  @Test("say which rate cannot be had, and keep its row")
  func without() throws {
    let chart = try draw(table)
    #expect(chart.notes.contains { $0.hasPrefix("No rate, because the value of 2010 is zero") })
    #expect(chart.column("mark").last == "none" && chart.column("series").last == "Peru")
    #expect(chart.column("reason").last?.contains("needs values above zero") == true)
  }

  @Test("have the interval of rounding, or of least squares")
  func intervals() throws {
    let rounded = try draw(table)
    let lower = try #require(rounded.numbers("lower").first)
    let upper = try #require(rounded.numbers("upper").first)
    let value = try #require(rounded.numbers("value").first)
    #expect(lower < value && value < upper)
    #expect(rounded.column("interval").first == "rounding")
    let line = try draw(
      areas(["Canada": [2000: "100", 2001: "104", 2002: "107", 2003: "113"]])
    ) {
      $0.definition = .leastSquares
      $0.level = 0.9
    }
    #expect(line.column("interval") == ["confidence 0.9"])
    #expect(line.notes.contains("The lines are 90 per cent confidence intervals."))
  }

  @Test("show the like-for-like rate as a second mark where there is one")
  func matched() throws {
    let chart = try MigrationStatsTests.draw(
      ChartRequest(
        "remittances-received", type: .rates, areas: ["World", "India"], years: 2023...2024))
    #expect(chart.column("basis").sorted() == ["matched", "published", "published"])
    var rates: [String: Double] = [:]
    for (index, area) in chart.column("area").enumerated() {
      rates["\(area) \(chart.column("basis")[index])"] = chart.numbers("value")[index]
    }
    let published = try #require(rates["World published"])
    let matched = try #require(rates["World matched"])
    #expect(published < 0 && matched > 7)
    let texts = chart.drawing(width: 720).letterings.map(\.text)
    #expect(texts.contains("as published") && texts.contains("like for like"))
    #expect(chart.collisions(width: 400) == [])
  }

  @Test("open an interval where a figure is a bound")
  func bound() throws {
    let chart = try MigrationStatsTests.draw(
      ChartRequest("communique-2009", type: .rates, areas: ["World"]))
    #expect(chart.column("upper").first == "")
    #expect(chart.notes.contains { $0.hasPrefix("A bound, so that the interval is open") })
    let ends = (chart.plots.first?.layers ?? []).compactMap { layer -> Double? in
      if case .intervals(let extents) = layer.form { extents.first?.to.x } else { nil }
    }
    #expect(ends.first == chart.plots.first?.horizontal.domain.upperBound)
    #expect(chart.placedLabels == ["at least 2.48", "1.96"])
    #expect(chart.collisions(width: 400) == [])
  }

  @Test("give the figure of the rate in their words")
  func words() throws {
    let chart = try MigrationStatsTests.draw(
      ChartRequest(
        "migrant-stock", type: .rates, areas: ["Canada", "Germany"], years: 1990...2019))
    #expect(chart.figures.map(\.recipe.operation) == [.annualRate, .annualRate])
    #expect(chart.figures.map(\.value) == chart.numbers("value"))
  }

  @Test("refuse where nothing can be had, or too many")
  func refusals() throws {
    let none = try #require(throws: ChartError.self) {
      try draw(areas(["Canada": [2000: "0", 2001: "3"]]))
    }
    #expect(none.kind == .empty)
    let crowd = try #require(throws: ChartError.self) { try draw(many(41)) }
    #expect(crowd.kind == .tooMany)
    #expect(try draw(many(41)) { $0.top = 10 }.bands.count == 10)
  }
}
