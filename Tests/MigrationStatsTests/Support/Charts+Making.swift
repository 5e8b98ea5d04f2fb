@testable import MigrationStats

/// A chart of a body, for what writes charts.
func chart(
  _ body: Chart.Body, title: String = "A title", type: ChartType = .line,
  data: Report = Report(
    columns: [Report.Column("series", .identity), Report.Column("value", .detail)],
    rows: [[.text("Canada"), .number(1)]])
) -> Chart {
  Chart(
    type: type, title: title, subtitle: "A subtitle", data: data, body: body, notes: ["A note."],
    caveats: [Caveat("coverage", year: 2000, "A caveat.")], sources: [], figures: [],
    words: "Words of \(title).")
}

extension Plot {
  /// Horizontal bars from zero.
  init(bars names: [String], _ values: [Double], further: [Layer] = []) {
    let extents = values.enumerated().map { index, value in
      Layer.Extent(
        from: Layer.Vertex(x: 0, y: Double(index) + 0.5),
        to: Layer.Vertex(x: value, y: Double(index) + 0.5))
    }
    self.init(
      horizontal: .values(values, unit: UnitPhrase("persons"), needsZero: true),
      vertical: .categories(names), layers: [Layer(.bars(extents), .series(0))] + further)
  }

  /// A line over the years.
  init(line years: [Int], _ values: [Double], title: String? = nil, further: [Layer] = []) {
    let vertices = zip(years, values).map { Layer.Vertex(x: Double($0), y: $1) }
    self.init(
      title: title, horizontal: .years((years.min() ?? 0)...(years.max() ?? 0)),
      vertical: .values(values, unit: UnitPhrase("persons")),
      layers: [Layer(.line(vertices, .solid), .series(0), series: "Canada", isNamed: true)]
        + further)
  }
}

extension FlowDiagram {
  /// Two areas, a ribbon each way.
  static let sample = FlowDiagram(
    nodes: [Node(name: "India", ink: .series(0)), Node(name: "Canada", ink: .series(1))],
    ribbons: [
      Ribbon(origin: 0, destination: 1, value: 12_345_678),
      Ribbon(origin: 1, destination: 0, value: 5),
    ], isCircular: true, unit: "million people", divisor: 1e6, isStock: true)
}
