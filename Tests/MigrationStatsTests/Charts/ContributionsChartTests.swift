import Testing

@testable import MigrationStats

@Suite("Charts of contributions")
struct ContributionsChartTests {
  private func draw(_ table: String, _ change: (inout ChartRequest) -> Void = { _ in }) throws
    -> Chart
  {
    var request = ChartRequest("table.csv", type: .contributions)
    change(&request)
    return try MigrationStatsTests.draw(table, request)
  }

  private let world = areas([
    "World": [2000: "100", 2010: "150"], "Canada": [2000: "40", 2010: "80"],
    "France": [2000: "35", 2010: "30"], "Mexico": [2000: "20", 2010: "34"],
    "Peru": [2000: "5", 2010: "6"],
  ])

  @Test("are sorted and add up to the growth of the total")
  func sum() throws {
    let chart = try draw(world)
    #expect(chart.bands == ["Canada", "Mexico", "Peru", "France"])
    #expect(chart.numbers("value") == [40, 14, 1, -5])
    #expect(chart.numbers("value").reduce(0, +) == 50)
    #expect(chart.numbers("change").reduce(0, +) == 50)
    #expect(chart.numbers("share_of_change").reduce(0, +) == 100)
    #expect(chart.subtitle.contains("the total's growth of 50.0 per cent"))
  }

  @Test("show the rest as all others")
  func others() throws {
    let chart = try draw(world) { $0.top = 2 }
    #expect(chart.bands == ["Canada", "Mexico", "All others"])
    #expect(chart.numbers("value") == [40, 14, -4])
    #expect(chart.column("mark") == ["part", "part", "all others"])
    #expect(chart.notes.contains("All others are 2 parts."))
  }

  @Test("take the areas that are named, whatever they leave")
  func named() throws {
    let chart = try draw(world) { $0.areas = ["World", "France"] }
    #expect(chart.bands == ["France", "All others"])
    #expect(chart.numbers("value") == [-5, 55])
  }

  @Test("refuse parts that do not add up to the total")
  func amiss() throws {
    let table = areas([
      "World": [2000: "100", 2010: "150"], "Canada": [2000: "40", 2010: "80"],
    ])
    let error = try #require(throws: ChartError.self) { try draw(table) }
    #expect(error.kind == .unfit)
    #expect(error.summary.contains("the parts add up to 40 in 2000, and World is 100"))
    #expect(error.remedy?.contains("--area 'World' --area 'Canada'") == true)
  }

  @Test("show what is missing within the tolerance as a bar of its own")
  func remainder() throws {
    let table = areas([
      "World": [2000: "1000", 2010: "1500"], "Canada": [2000: "400", 2010: "800"],
      "France": [2000: "598", 2010: "695"],
    ])
    let chart = try draw(table)
    #expect(chart.bands == ["Canada", "France", "Not in any part"])
    #expect(chart.column("mark").last == "remainder")
    #expect(abs(chart.numbers("value").reduce(0, +) - 50) < 1e-12)
  }

  @Test("set areas with a value in one year only apart, as no growth")
  func entered() throws {
    let chart = try draw(
      areas([
        "World": [2000: "100", 2010: "150"], "Canada": [2000: "100", 2010: "120"],
        "France": [2010: "30"],
      ]))
    #expect(chart.bands == ["Canada", "France"])
    #expect(chart.column("mark") == ["part", "in one year only"])
    #expect(chart.notes.contains { $0.contains("adds to the total without growth: France.") })
    #expect(chart.words.contains("Areas with a value in one of the two years only"))
  }

  @Test("take the values of a key apart")
  func byKey() throws {
    let chart = try MigrationStatsTests.draw(
      ChartRequest("migrant-stock", type: .contributions, areas: ["World"], by: "sex"))
    #expect(chart.bands == ["male", "female"])
    // (141,488,004 − 77,661,689) / 153,011,473 and (130,154,101 − 75,349,784) / 153,011,473.
    #expect(chart.numbers("change") == [63_826_315, 54_804_317])
    let total = try #require(chart.figures.first { $0.recipe.operation == .changePercent })
    #expect(abs(chart.numbers("value").reduce(0, +) - total.value) < 1e-9)
  }

  @Test("hold states that parted together")
  func successors() throws {
    let chart = try MigrationStatsTests.draw(
      ChartRequest(
        "migrant-stock", type: .contributions, years: 1990...2019, focus: ["Sudan"], top: 3))
    #expect(chart.bands.contains { $0.contains("Sudan") && $0.contains("South Sudan") })
    #expect(chart.caveats.contains { $0.kind == "break" && $0.text.contains("Sudan") })
    let total = try #require(chart.figures.first { $0.recipe.operation == .changePercent })
    #expect(abs(chart.numbers("value").reduce(0, +) - total.value) < 1e-9)
  }

  @Test("do not give away what is suppressed")
  func suppressed() throws {
    let table = """
      area,year,value,status
      World,2000,100,A
      World,2010,150,A
      Canada,2000,40,A
      Canada,2010,80,A
      France,2000,50,A
      France,2010,60,A
      Mexico,2000,,Q
      Mexico,2010,10,A

      """
    let error = try #require(throws: ChartError.self) { try draw(table) }
    #expect(error.kind == .unfit && error.summary.contains("would give away Mexico"))
    let chart = try draw(table) { $0.top = 1 }
    #expect(chart.bands == ["Canada", "All others"])
    #expect(chart.notes.contains { $0.contains("Suppressed by the publisher") })
  }

  @Test("refuse what is not a total, with a way out")
  func refusals() throws {
    func error(_ change: (inout ChartRequest) -> Void) throws -> ChartError {
      try #require(throws: ChartError.self) { try draw(world, change) }
    }
    #expect(try error { $0.areas = ["Canada"] }.kind == .misuse)
    #expect(try error { $0.by = "sex" }.summary == "there is no further column ‘sex’")
    #expect(try error { $0.isLogarithmic = true }.kind == .misuse)
    #expect(try error { $0.years = 2000...2000 }.kind == .misuse)
    let zero = try #require(throws: ChartError.self) {
      try draw(areas(["World": [2000: "0", 2010: "5"], "Canada": [2000: "0", 2010: "5"]]))
    }
    #expect(zero.summary.contains("a contribution is a share of it"))
    let unknown = try #require(throws: ChartError.self) {
      try MigrationStatsTests.draw(
        ChartRequest("migrant-stock", type: .contributions, areas: ["Africa"]))
    }
    #expect(unknown.summary.contains("which countries belong to Africa is not known"))
  }
}
