import Testing

@testable import MigrationStats

@Suite("Small multiples")
struct MultiplesChartTests {
  @Test("are a titled plot a series, all on the same axes")
  func axes() throws {
    let chart = try draw(many(7), ChartRequest("table.csv", type: .multiples))
    #expect(chart.plots.map(\.title) == (0..<7).map { "Area \($0)" })
    #expect(Set(chart.plots.map(\.vertical)).count == 1)
    #expect(Set(chart.plots.map(\.horizontal)).count == 1)
    #expect(chart.notes.contains("All plots have the same axes."))
    #expect(chart.data.rows.count == 14)
  }

  @Test("show a break in the plot that has it, and in no other")
  func breaks() throws {
    let chart = try draw(
      ChartRequest("migrant-stock", type: .multiples, areas: ["Sudan", "Canada", "Serbia"]))
    let rules = chart.plots.map { plot in
      plot.layers.compactMap { layer -> String? in
        if case .verticalRule(_, let label) = layer.form { label } else { nil }
      }
    }
    #expect(rules == [["2010: new borders"], [], ["2010: new borders"]])
    #expect(chart.collisions(width: 400) == [] && chart.collisions(width: 720) == [])
  }

  @Test("tell the unit and the meaning of marks once")
  func once() throws {
    let chart = try draw(ChartRequest("migrant-stock", type: .multiples, top: 12))
    let texts = chart.drawing(width: 720).letterings.map(\.text)
    #expect(texts.count { $0 == "million people" } == 1)
    #expect(texts.count { $0 == "estimate" } == 1)
    #expect(texts.count { $0 == "60" } == 3)
  }

  @Test("are legible at 400 pixels: letters of 12 pixels, two beside each other, none on another")
  func narrow() throws {
    let chart = try draw(ChartRequest("migrant-stock", type: .multiples, top: 48))
    #expect(chart.plots.count == 48)
    #expect(chart.collisions(width: 400) == [])
    let titles = chart.drawing(width: 400).letterings.filter { $0.isBold && $0.size == 12 }
    #expect(Set(titles.map(\.at.x)).count == 2)
    #expect(titles.map(\.text).contains("United States"))
  }

  @Test("keep long names within their plot")
  func longNames() throws {
    let name = String(repeating: "Long name ", count: 20)
    let chart = try draw(
      areas([
        name: [2000: "1", 2001: "2"], "👩‍👩‍👧‍👦": [2000: "2", 2001: "2"], "c": [2000: "3", 2001: "1"],
      ]),
      ChartRequest("table.csv", type: .multiples))
    for width in [400.0, 720] { #expect(chart.collisions(width: width) == []) }
  }

  @Test("refuse more than 48, with a way out")
  func refusal() throws {
    let error = try #require(throws: ChartError.self) {
      try draw(many(49), ChartRequest("table.csv", type: .multiples))
    }
    #expect(error.kind == .tooMany && error.remedy?.contains("--top") == true)
  }
}
