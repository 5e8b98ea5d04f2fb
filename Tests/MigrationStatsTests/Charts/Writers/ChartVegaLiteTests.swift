import Testing

@testable import MigrationStats

@Suite("Charts in Vega-Lite")
struct ChartVegaLiteTests {
  /// The document of a chart, read by another reader.
  private func document(_ chart: Chart) throws -> JSONValue {
    try JSONValue(chart.vegaLite())
  }

  /// The layers of a document whose marks have a type.
  private func layers(_ document: JSONValue, _ type: String) -> [JSONValue] {
    (document["layer"]?.array ?? []).filter { $0["mark"]?["type"] == .string(type) }
  }

  private func values(_ layer: JSONValue) -> [JSONValue] {
    layer["data"]?["values"]?.array ?? []
  }

  @Test("say what they are, in the words of the chart, and where it comes from")
  func head() throws {
    let chart = try draw(ChartRequest("migrant-stock", areas: ["Canada"]))
    let document = try document(chart)
    #expect(document["$schema"]?.string == "https://vega.github.io/schema/vega-lite/v5.json")
    #expect(document["description"]?.string == chart.words)
    #expect(document["title"]?["text"]?.array == [.string(chart.title)])
    #expect(document["config"]?["font"]?.string == "sans-serif")
    let source = document["usermeta"]?["sources"]?.array?.first
    #expect(source?["vintage"]?.string == "un-2019")
    #expect(source?["licence"]?.string == chart.sources[0].licence)
    let texts = layers(document, "text").flatMap { $0["mark"]?["text"]?.array ?? [] }
    #expect(texts.contains { $0.string?.hasPrefix("Source: United Nations") == true })
  }

  @Test("have the domains and the values of the picture, whole numbers whole")
  func values() throws {
    let chart = try draw(ChartRequest("migrant-stock", areas: ["Canada"]))
    let document = try document(chart)
    let (x, y) = (document["encoding"]?["x"], document["encoding"]?["y"])
    #expect(x?["scale"]?["domain"]?.array == [.number(1990), .number(2019)])
    #expect(y?["scale"]?["domain"]?.array == [.number(0), .number(8e6)])
    #expect(y?["scale"]?["nice"] == .boolean(false) && y?["scale"]?["zero"] == .boolean(false))
    #expect(y?["axis"]?["labelExpr"]?.string == "format(datum.value / 1000000, ',.0f')")
    let line = try #require(layers(document, "line").first)
    #expect(values(line).first?["value"] == .number(4_333_318))
    #expect(try chart.vegaLite().contains("\"value\": 4333318}"))
  }

  @Test("break lines where the picture does, and draw its rule")
  func broken() throws {
    let chart = try draw(ChartRequest("world-migrant-stock", vintages: ["wb-wdi"]))
    let document = try document(chart)
    let years = layers(document, "line").map { values($0).compactMap { $0["year"]?.number } }
    #expect(years == chart.lineYears.map { $0.map(Double.init) })
    let rule = try #require(layers(document, "rule").first)
    #expect(values(rule) == [.object(["year": .number(1990)])])
    let texts = layers(document, "text").compactMap { $0["mark"]?["text"]?.string }
    #expect(texts.contains("1990: new borders"))
  }

  @Test("dot what is interpolated, dash what is foretold, and leave estimates hollow")
  func strokes() throws {
    let text =
      "area,year,value,status\nCanada,2000,5,A\nCanada,2001,6,E\nCanada,2002,6,A\nCanada,2004,7,A\n"
    let chart = try draw(text, ChartRequest("table.csv", interpolation: .linear))
    let dashed = Layer(
      .line([Layer.Vertex(x: 2004, y: 7), Layer.Vertex(x: 2005, y: 8)], .dashed), .series(0))
    let document = try document(chart)
    let dashes = layers(document, "line").compactMap { $0["mark"]?["strokeDash"] }
    #expect(dashes == [.array([.number(1.5), .number(3)])])
    let filled = layers(document, "point").map { $0["mark"]?["filled"] }
    #expect(filled == [.boolean(true), .boolean(false)])
    let hollow = try #require(layers(document, "point").last)
    #expect(values(hollow).map { $0["year"]?.number } == [2001])
    let forecast = try self.document(
      MigrationStatsTests.chart(.plots([Plot(line: [2003, 2004], [6, 7], further: [dashed])])))
    #expect(
      layers(forecast, "line").last?["mark"]?["strokeDash"] == .array([.number(6), .number(4)]))
  }

  @Test("have bars and intervals on the bands of names, at the same places")
  func bands() throws {
    func vertex(_ x: Double, _ y: Double) -> Layer.Vertex { Layer.Vertex(x: x, y: y) }
    let plot = Plot(
      bars: ["Mexico", "Canada", "Mexico"], [3, 0, -1],
      further: [
        Layer(.points([vertex(2, 0.5), vertex(1, 1.25)], isHollow: false), .series(1)),
        Layer(
          .intervals([Layer.Extent(from: vertex(1, 0.5), to: vertex(3, 0.5))]), .series(1)),
      ])
    let document = try document(MigrationStatsTests.chart(.plots([plot]), type: .bar))
    let y = document["encoding"]?["y"]
    #expect(
      y?["scale"]?["domain"]?.array == [
        .string("Mexico"), .string("Canada"), .string("Mexico (2)"),
      ])
    let bars = try #require(layers(document, "bar").first)
    #expect(values(bars).map { $0["value2"]?.number } == [3, 0, -1])
    #expect(values(bars).map { $0["value"]?.number } == [0, 0, 0])
    #expect(bars["encoding"]?["x2"]?["field"]?.string == "value2")
    let rule = try #require(layers(document, "rule").first)
    #expect(
      values(rule) == [
        .object(["name": .string("Mexico"), "value": .number(1), "value2": .number(3)])
      ])
    // The point that is not in the middle of its band says where it is.
    let points = layers(document, "point")
    #expect(points.count == 2)
    let position = points.last?["encoding"]?["y"]?["bandPosition"]?.number
    #expect(abs((position ?? 0) - (0.25 - 0.16) / 0.68) < 1e-12)
  }

  @Test("order a line that runs back, and fill bands between their ends")
  func orders() throws {
    func vertex(_ x: Double, _ y: Double) -> Layer.Vertex { Layer.Vertex(x: x, y: y) }
    let band = Layer(
      .band([
        Layer.Extent(from: vertex(2000, 1), to: vertex(2000, 2)),
        Layer.Extent(from: vertex(2001, 1), to: vertex(2001, 3)),
      ]), .series(0), meaning: "95 % interval")
    let document = try document(
      MigrationStatsTests.chart(.plots([Plot(line: [2001, 2000], [1, 2], further: [band])])))
    let line = try #require(layers(document, "line").first)
    #expect(line["encoding"]?["order"]?["field"]?.string == "order")
    let area = try #require(layers(document, "area").first)
    #expect(values(area).map { $0["value2"]?.number } == [2, 3])
    #expect(area["mark"]?["opacity"] == .number(0.22))
    #expect(document["title"]?["subtitle"]?.array?.last?.string == "band: 95 % interval")
  }

  @Test("are small multiples where the picture is, in as many columns")
  func multiples() throws {
    let plots = ["Canada", "Mexico", "India"].map { Plot(line: [2000, 2001], [1, 2], title: $0) }
    let document = try document(MigrationStatsTests.chart(.plots(plots), type: .multiples))
    let grid = document["vconcat"]?.array?.first
    let titles = grid?["concat"]?.array?.compactMap { $0["title"]?["text"]?.array }
    #expect(titles == [[.string("Canada")], [.string("Mexico")], [.string("India")]])
    #expect(grid?["columns"] == .number(3))
    // The unit is said once, the values of the axis by the first of a row.
    #expect(document["title"]?["subtitle"]?.array?.last?.string == "people")
    let axes = grid?["concat"]?.array?.map { $0["encoding"]?["y"]?["axis"] } ?? []
    #expect(axes.map { $0?["title"] } == [.null, .null, .null])
    #expect(axes.map { $0?["labels"] } == [nil, .boolean(false), .boolean(false)])
    let footer = document["vconcat"]?.array?.last?["mark"]?["text"]?.array
    #expect(footer == [.string("A note."), .string("A caveat.")])
  }

  @Test("are logarithmic where the picture is, with its labels")
  func logarithmic() throws {
    let chart = try draw(
      yearly([2000: "10", 2001: "100000", 2002: "1000000000"]),
      ChartRequest("table.csv", isLogarithmic: true))
    let y = try document(chart)["encoding"]?["y"]
    #expect(y?["scale"]?["type"]?.string == "log")
    #expect(y?["scale"]?["zero"] == nil)
    let axis = chart.plots[0].vertical
    #expect(y?["axis"]?["values"]?.array == axis.ticks.map { .number($0.value) })
    let labels = OrderedJSON.texts(axis.ticks.map(\.label)).line
    #expect(y?["axis"]?["labelExpr"]?.string?.hasPrefix(labels) == true)
  }

  @Test("refuse flows, for which the grammar has no mark")
  func flows() throws {
    #expect {
      try MigrationStatsTests.chart(.flows(.sample), type: .chord).vegaLite()
    } throws: { error in
      (error as? ChartError)?.summary.contains("chord") == true
        && (error as? ChartError)?.remedy?.contains("--format svg") == true
    }
  }

  @Test("are well-formed for hostile names, and the same bytes each time")
  func hostile() throws {
    let name = "</script>\"'&\u{202E}" + String(repeating: "long ", count: 40) + "🧭"
    let plot = Plot(bars: [name], [1])
    let chart = MigrationStatsTests.chart(.plots([plot]), title: name)
    let text = try chart.vegaLite()
    #expect(!text.contains("<"))
    #expect(
      try JSONValue(text)["encoding"]?["y"]?["scale"]?["domain"]?.array == [.string(name)])
    #expect(try chart.vegaLite() == text)
  }
}
