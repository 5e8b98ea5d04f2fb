/// Names and values left and right of a plot, moved apart where they would lie on one another.
struct SideLabels {
  private struct Entry {
    let lines: [String]
    let label: Layer.Label
    let colour: Colour
    var height: Double { textHeight + (lines.count > 1 ? SideLabels.gap : 0) }
    var textHeight: Double { Double(lines.count) * SideLabels.size * SideLabels.leading }
  }

  private let entries: [Entry]
  private static let size = PlotDrawing.labelSize
  private static let leading = 1.15
  private static let reach = 14.0
  /// What keeps labels of several lines apart.
  private static let gap = 4.0

  /// - Parameter limit: how wide a label may be at most.
  init(_ plot: Plot, width limit: Double) {
    entries = plot.layers.flatMap { layer -> [Entry] in
      guard case .labels(let labels) = layer.form else { return [] }
      return labels.filter { $0.side == .left || $0.side == .right }.map { label in
        Entry(
          lines: TextMetrics.wrapped(
            label.text, size: Self.size, width: limit - Self.reach, lines: 6),
          label: label, colour: Palette.labelColour(layer.ink))
      }
    }
  }

  /// The room that the labels of a side need.
  func room(_ side: Layer.Label.Side) -> Double {
    let lines = entries.filter { $0.label.side == side }.flatMap(\.lines)
    return (lines.map { TextMetrics.width($0, size: Self.size) }.max() ?? 0) + Self.reach
  }

  /// The height that the labels of the fuller side need.
  var height: Double {
    [Layer.Label.Side.left, .right].map { side in
      entries.filter { $0.label.side == side }.reduce(0) { $0 + $1.height }
    }.max() ?? 0
  }

  func shapes(_ frame: PlotFrame) -> [Shape] {
    [Layer.Label.Side.left, .right].flatMap { side in
      let entries = entries.filter { $0.label.side == side }
      let places = entries.map { frame.pixel($0.label.at) }
      let middles = SpreadLabels.middles(
        places.map(\.y), heights: entries.map(\.height), from: frame.area.top - 6,
        to: frame.area.bottom + 6)
      return zip(zip(entries, places), middles).flatMap { pair, middle in
        shapes(of: pair.0, at: pair.1, middle, side)
      }
    }
  }

  private func shapes(
    of entry: Entry, at place: Pixel, _ middle: Double, _ side: Layer.Label.Side
  ) -> [Shape] {
    let direction = side == .left ? -1.0 : 1
    let edge = place.x + direction * (Self.reach - 1)
    var shapes: [Shape] = []
    if abs(middle - place.y) > 5 {
      shapes.append(
        .line(
          [
            Pixel(x: place.x + direction * 5, y: place.y),
            Pixel(x: edge - direction * 2, y: middle),
          ], Pen(colour: Palette.rule, width: 0.75)))
    }
    return shapes
      + entry.lines.enumerated().map { index, line in
        .text(
          Lettering(
            text: line,
            at: Pixel(
              x: edge,
              y: middle - entry.textHeight / 2 + (Double(index) + 0.82) * Self.size * Self.leading),
            anchor: side == .left ? .end : .start, colour: entry.colour))
      }
  }
}
