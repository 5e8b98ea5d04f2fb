/// The space of a plot's marks: where values of its axes lie in pixels.
struct PlotFrame {
  let plot: Plot
  let area: Box

  init(_ plot: Plot, in area: Box) {
    self.plot = plot
    self.area = area
  }

  func x(_ value: Double) -> Double {
    area.left + plot.horizontal.place(value) * area.width
  }

  func y(_ value: Double) -> Double {
    if case .categories = plot.vertical.scale {
      return area.top + plot.vertical.place(value) * area.height
    }
    return area.bottom - plot.vertical.place(value) * area.height
  }

  func pixel(_ vertex: Layer.Vertex) -> Pixel { Pixel(x: x(vertex.x), y: y(vertex.y)) }

  /// What programs have to know to read values from the marks: the name of the plot, the domains of
  /// its axes as JSON, and where their ends lie.
  var attributes: [Shape.Attribute] {
    let isDownward = if case .categories = plot.vertical.scale { true } else { false }
    let (first, last) = isDownward ? (area.top, area.bottom) : (area.bottom, area.top)
    return [
      Shape.Attribute(name: "data-panel", value: plot.title ?? ""),
      Shape.Attribute(name: "data-domain-x", value: Self.domain(of: plot.horizontal)),
      Shape.Attribute(name: "data-range-x", value: Self.pair(area.left, area.right)),
      Shape.Attribute(name: "data-domain-y", value: Self.domain(of: plot.vertical)),
      Shape.Attribute(name: "data-range-y", value: Self.pair(first, last)),
    ]
  }

  private static func domain(of axis: Axis) -> String {
    if case .categories(let names) = axis.scale {
      return "[\(names.map(Report.string).joined(separator: ","))]"
    }
    let ends = [axis.domain.lowerBound, axis.domain.upperBound].map(Numerals.exact)
    return "[\(ends.joined(separator: ","))]"
  }

  private static func pair(_ first: Double, _ last: Double) -> String {
    "[\(Drawing.number(first)),\(Drawing.number(last))]"
  }

  /// The ticks of the horizontal axis whose labels do not touch: all, every second, every third and so on.
  func shown(_ ticks: [Axis.Tick]) -> [Axis.Tick] {
    guard ticks.count > 1 else { return ticks }
    for stride in 1..<ticks.count {
      var kept = Swift.stride(from: 0, to: ticks.count, by: stride).map { ticks[$0] }
      // The last one is told whatever the stride.
      if kept.last != ticks.last { kept[kept.count - 1] = ticks[ticks.count - 1] }
      let boxes = kept.map { tick -> (Double, Double) in
        let half = TextMetrics.width(tick.label, size: PlotDrawing.labelSize) / 2 + 4
        return (x(tick.value) - half, x(tick.value) + half)
      }
      if zip(boxes, boxes.dropFirst()).allSatisfy({ $0.1 <= $1.0 }) { return kept }
    }
    return [ticks[ticks.count - 1]]
  }
}
