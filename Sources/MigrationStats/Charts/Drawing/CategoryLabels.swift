/// The names of a vertical axis, left of their bands.
struct CategoryLabels {
  private let lines: [[String]]
  /// The width of the widest.
  let width: Double
  /// The height that all bands need.
  let height: Double

  private static let size = PlotDrawing.labelSize

  init(_ axis: Axis, width limit: Double) {
    lines = axis.ticks.map {
      TextMetrics.wrapped($0.label, size: Self.size, width: limit, lines: 2)
    }
    width = lines.joined().map { TextMetrics.width($0, size: Self.size) }.max() ?? 0
    let tallest = lines.map(\.count).max() ?? 1
    height = Double(lines.count) * (tallest > 1 ? 34 : 24)
  }

  func shapes(_ frame: PlotFrame) -> [Shape] {
    zip(lines, frame.plot.vertical.ticks).flatMap { lines, tick -> [Shape] in
      let middle = frame.y(tick.value)
      return lines.enumerated().map { index, line in
        let y = middle + 4 + (Double(index) - Double(lines.count - 1) / 2) * Self.size * 1.15
        return .text(
          Lettering(text: line, at: Pixel(x: frame.area.left - 8, y: y), anchor: .end))
      }
    }
  }
}
