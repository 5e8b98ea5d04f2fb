/// The names of a vertical axis, left of their bands.
struct CategoryLabels {
  private let lines: [[String]]
  /// The width of the widest.
  let width: Double
  /// The height that all bands need.
  let height: Double

  /// The room between them and the bands: that of values left of bars.
  private let gap: Double

  private static let size = PlotDrawing.labelSize

  /// - Parameters:
  ///   - limit: how wide they may be at most.
  ///   - gap: the room between them and the bands.
  ///   - isTall: whether a band holds two marks, one below the other.
  init(_ axis: Axis, width limit: Double, gap: Double = 8, isTall: Bool = false) {
    self.gap = gap
    lines = axis.ticks.map {
      TextMetrics.wrapped($0.label, size: Self.size, width: limit, lines: 2)
    }
    width = lines.joined().map { TextMetrics.width($0, size: Self.size) }.max() ?? 0
    let tallest = lines.map(\.count).max() ?? 1
    height = Double(lines.count) * (isTall || tallest > 1 ? 34 : 24)
  }

  func shapes(_ frame: PlotFrame) -> [Shape] {
    zip(lines, frame.plot.vertical.ticks).flatMap { lines, tick -> [Shape] in
      let middle = frame.y(tick.value)
      return lines.enumerated().map { index, line in
        let y = middle + 4 + (Double(index) - Double(lines.count - 1) / 2) * Self.size * 1.15
        return .text(
          Lettering(text: line, at: Pixel(x: frame.area.left - gap, y: y), anchor: .end))
      }
    }
  }
}
