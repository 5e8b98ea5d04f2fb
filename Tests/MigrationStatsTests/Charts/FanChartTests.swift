import Testing

@testable import MigrationStats

@Suite("Fan charts")
struct FanChartTests {
  private static let world = ChartRequest(
    "world-migrant-stock", type: .fan, vintages: ["un-2019"], through: 2035)

  private func bands(_ chart: Chart) -> [(meaning: String, extents: [Layer.Extent])] {
    chart.plots[0].layers.compactMap { layer in
      if case .band(let extents) = layer.form { (layer.meaning ?? "", extents) } else { nil }
    }
  }

  private func dashed(_ chart: Chart) -> [[Layer.Vertex]] {
    chart.plots[0].layers.compactMap { layer in
      if case .line(let vertices, .dashed) = layer.form { vertices } else { nil }
    }
  }

  @Test("draw the forecast that the model gives, with two intervals")
  func forecast() throws {
    let chart = try draw(Self.world)
    let series = try Held.worldMigrantStock().selecting(vintages: ["un-2019"]).series[0]
    let wide = try series.fit(.exponential).forecast(through: 2035)
    let narrow = try series.fit(.exponential, level: 0.8).forecast(through: 2035)
    let found = bands(chart)
    #expect(found.map(\.meaning) == ["95 % interval", "80 % interval"])
    for (band, outlook) in zip(found, [wide, narrow]) {
      #expect(band.extents.map { Int($0.from.x) } == outlook.values.map(\.year))
      #expect(band.extents.map(\.from.y) == outlook.values.map { $0.interval.lower ?? 0 })
      #expect(band.extents.map(\.to.y) == outlook.values.map { $0.interval.upper ?? 0 })
    }
    #expect(dashed(chart).count == 1)
    #expect(dashed(chart)[0].map(\.y) == wide.values.map(\.value))
    // The forecast is the model's own: nothing joins it to the last value.
    #expect(dashed(chart)[0].first?.x == 2020)
    #expect(chart.lineYears == [[1990, 1995, 2000, 2005, 2010, 2015, 2019]])
    #expect(chart.plots[0].horizontal.domain == 1990...2035)
  }

  @Test("hold the past and the forecast in their data")
  func rows() throws {
    let chart = try draw(Self.world)
    let csv = chart.data.text(.csv).split(separator: "\n")
    #expect(
      csv[0].hasSuffix("year,value,unit,status,mark,lower_95,upper_95,lower_80,upper_80"))
    #expect(csv.count == 1 + 7 + 16)
    #expect(csv[7].hasSuffix(",2019,271642105,persons,E,estimate,,,,"))
    #expect(csv[8].contains(",2020,"))
    #expect(csv[8].contains(",persons,F,forecast,"))
  }

  @Test("name the model and tell what limits the forecast")
  func words() throws {
    let chart = try draw(Self.world)
    #expect(
      chart.subtitle
        == "Revision un-2019; forecast by the exponential model: the median and where a value lies "
        + "with 80 % and 95 % confidence")
    #expect(chart.caveats.first?.kind == "extrapolation")
    #expect(chart.figures.contains { $0.recipe.operation == .forecast })
    #expect(chart.words.contains("is forecast at 370.1 million persons by the exponential model"))
    #expect(chart.words.contains("From 2020 on the line is a forecast"))
    #expect(chart.words.count < 600)
  }

  @Test("give no figure of a forecast that rests on other years than the series has")
  func cut() throws {
    var request = Self.world
    request.years = 1990...2010
    let chart = try draw(request)
    #expect(!chart.figures.contains { $0.recipe.operation == .forecast })
    #expect(chart.words.contains("The forecast rests on the values of 1990–2010 alone."))
  }

  @Test("have one colour a series and the model's name asked for")
  func several() throws {
    let chart = try draw(
      ChartRequest(
        "migrant-stock", type: .fan, areas: ["Canada", "Australia", "Germany"], through: 2030,
        model: "linear", level: 0.5))
    #expect(bands(chart).map(\.meaning) == ["50 % interval", "50 % interval", "50 % interval"])
    let named = chart.plots[0].layers.filter(\.isNamed)
    #expect(named.map(\.series) == ["Canada", "Australia", "Germany"])
    #expect(Set(named.map(\.ink)).count == 3)
    for width in [400.0, 720] { #expect(chart.collisions(width: width) == []) }
  }

  @Test("break the past where the data break")
  func breaks() throws {
    let chart = try draw(
      ChartRequest(
        "world-migrant-stock", type: .fan, vintages: ["wb-wdi"], through: 2030))
    #expect(chart.lineYears.count == 2)
    #expect(chart.ruleLabels == ["1990: new borders"])
    #expect(chart.caveats.contains { $0.text.hasPrefix("The fit runs across a break.") })
    #expect(chart.collisions(width: 400) == [])
  }

  @Test(
    "refuse what they cannot draw, with the remedy",
    arguments: [
      (
        ChartRequest("migrant-stock", type: .fan, areas: ["Canada"]), "--through 2029"
      ),
      (
        ChartRequest(
          "migrant-stock", type: .fan, areas: ["Canada"], through: 2030, model: "exponental"),
        "Did you mean ‘exponential’?"
      ),
      (
        ChartRequest("migrant-stock", type: .fan, areas: ["Canada"], through: 2030, level: 95),
        "--level 0.95"
      ),
      (
        ChartRequest(
          "migrant-stock", type: .fan, areas: ["Canada", "India", "Mexico", "Germany"],
          through: 2030), "--area"
      ),
    ])
  func refusals(request: ChartRequest, remedy: String) throws {
    let error = try #require(throws: ChartError.self) { try draw(request) }
    #expect(error.remedy?.contains(remedy) == true, "\(error.remedy ?? "")")
  }

  @Test("refuse a year that is not ahead, and bands below zero on a logarithmic axis")
  func impossible() throws {
    #expect(throws: FittingError.self) {
      try draw(ChartRequest("migrant-stock", type: .fan, areas: ["Canada"], through: 2010))
    }
    let falling = yearly([2000: "9", 2001: "8", 2002: "6.5", 2003: "6", 2004: "4.5"])
    let error = try #require(throws: ChartError.self) {
      try draw(
        falling,
        ChartRequest(
          "table.csv", type: .fan, isLogarithmic: true, through: 2012, model: "linear"))
    }
    #expect(error.summary.contains("has no place on a logarithmic axis"))
  }
}
