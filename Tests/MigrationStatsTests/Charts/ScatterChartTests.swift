import Testing

@testable import MigrationStats

@Suite("Scatter charts")
struct ScatterChartTests {
  private func dotted(_ chart: Chart) -> [[Layer.Vertex]] {
    chart.plots[0].layers.compactMap { layer in
      if case .line(let vertices, .dotted) = layer.form { vertices } else { nil }
    }
  }

  private func bands(_ chart: Chart) -> [[Layer.Extent]] {
    chart.plots[0].layers.compactMap { layer in
      if case .band(let extents) = layer.form { extents } else { nil }
    }
  }

  @Test("draw the curve and the prediction interval of the fit, and a confidence band within it")
  func fit() throws {
    let chart = try draw(ChartRequest("migrant-stock", type: .scatter, areas: ["Canada"]))
    let series = try Held.migrantStock().selecting(
      areas: ["Canada"], keys: [Series.Key("sex", "both")]
    ).series[0]
    let fit = try series.fit(.exponential)
    let curve = try #require(dotted(chart).first)
    #expect(curve.map { Int($0.x) } == Array(1990...2019))
    let found = bands(chart)
    #expect(found.count == 2)
    for value in fit.values {
      let fitted = try #require(value.fitted)
      let point = try #require(curve.first { Int($0.x) == value.year })
      #expect(abs(point.y - fitted) <= 1e-9 * fitted)
      let band = try #require(found[0].first { Int($0.from.x) == value.year })
      let lower = try #require(value.interval?.lower)
      let upper = try #require(value.interval?.upper)
      #expect(abs(band.from.y - lower) <= 1e-9 * lower)
      #expect(abs(band.to.y - upper) <= 1e-9 * upper)
      let inner = try #require(found[1].first { Int($0.from.x) == value.year })
      #expect(band.from.y < inner.from.y && inner.from.y < fitted)
      #expect(fitted < inner.to.y && inner.to.y < band.to.y)
    }
    #expect(
      !chart.plots[0].layers.contains { if case .line(_, .solid) = $0.form { true } else { false } }
    )
  }

  @Test("name the model with its rate")
  func rate() throws {
    let chart = try draw(ChartRequest("migrant-stock", type: .scatter, areas: ["Canada"]))
    #expect(
      chart.subtitle
        == "Revision un-2019; exponential model: 2.12 % a year (95 % confidence: 1.99 to 2.26)")
  }

  @Test("give the rate of a yearly series as a figure in the words")
  func figure() throws {
    let text = yearly([
      2000: "100", 2001: "103", 2002: "105", 2003: "110", 2004: "112", 2005: "117",
    ])
    let chart = try draw(text, ChartRequest("table.csv", type: .scatter))
    let rate = try #require(chart.figures.first)
    #expect(rate.recipe.definition == "least-squares")
    #expect(chart.subtitle.contains("\(Numerals.rounded(rate.value, decimals: 2)) % a year"))
    #expect(chart.words.contains("(least-squares rate)"))
  }

  @Test("draw a curve for each side of a break and none across it")
  func breaks() throws {
    let chart = try draw(
      ChartRequest("world-migrant-stock", type: .scatter, vintages: ["wb-wdi"]))
    #expect(
      dotted(chart).map { $0.map { Int($0.x) } } == [Array(1960...1985), Array(1990...2015)])
    #expect(chart.ruleLabels == ["1990: new borders"])
    #expect(chart.subtitle.contains("before 1990 1.49 % a year"))
    #expect(chart.subtitle.contains("from 1990 1.97 % a year"))
    #expect(chart.words.contains("no curve runs across it"))
    let parts = chart.data.text(.csv).split(separator: "\n")
    #expect(parts.count { $0.contains(",before 1990,") } == 26)
    for width in [400.0, 720] { #expect(chart.collisions(width: width) == []) }
  }

  @Test("say which side of a break has too few values for a curve")
  func oneSide() throws {
    let chart = try draw(
      ChartRequest(
        "world-migrant-stock", type: .scatter, vintages: ["wb-wdi"], years: 1985...2015))
    #expect(dotted(chart).count == 1)
    #expect(chart.caveats.first?.kind == "too-few-values")
    #expect(chart.caveats.first?.text.hasPrefix("No curve before 1990: ") == true)
  }

  @Test("have only the prediction interval where a model foretells value by value")
  func recursive() throws {
    let chart = try draw(
      ChartRequest("migrant-stock", type: .scatter, areas: ["Canada"], model: "random-walk"))
    #expect(bands(chart).count == 1)
    #expect(chart.subtitle.contains("Random-walk model") || chart.subtitle.contains("random-walk"))
  }

  @Test("draw estimates hollow and values full, and suppressed ones not at all")
  func marks() throws {
    let text = """
      area,year,value,status
      Canada,2000,10,A
      Canada,2001,11,E
      Canada,2002,,Q
      Canada,2003,13,A
      Canada,2004,14.5,A

      """
    let chart = try draw(text, ChartRequest("table.csv", type: .scatter))
    let points = chart.plots[0].layers.compactMap { layer -> ([Double], Bool)? in
      if case .points(let vertices, let isHollow) = layer.form {
        (vertices.map(\.x), isHollow)
      } else {
        nil
      }
    }
    #expect(points.map(\.0) == [[2000, 2003, 2004], [2001]])
    #expect(points.map(\.1) == [false, true])
    #expect(chart.notes.contains { $0.hasPrefix("Suppressed by the publisher") })
    #expect(chart.data.text(.csv).contains(",2002,,not stated,Q,none,"))
  }

  @Test("refuse two values, of which no error is known")
  func few() throws {
    #expect(throws: FittingError.self) {
      try draw(yearly([2000: "1", 2010: "2"]), ChartRequest("table.csv", type: .scatter))
    }
  }
}
