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

  /// The ticks of the horizontal axis whose labels do not touch: all, or every second, or every third …
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
