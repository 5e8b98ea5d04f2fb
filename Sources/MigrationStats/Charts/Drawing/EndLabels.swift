/// The names of lines at their ends, moved apart where they would lie on one another.
struct EndLabels {
  private let plot: Plot
  private let frame: PlotFrame
  private let room: Double

  private static let size = PlotDrawing.labelSize
  private static let leading = 1.15

  init(_ plot: Plot, _ frame: PlotFrame, room: Double) {
    self.plot = plot
    self.frame = frame
    self.room = room
  }

  /// The names that are to be written at the ends of lines.
  static func names(of plot: Plot) -> [String] {
    orderedUnique(plot.layers.filter(\.isNamed).compactMap(\.series))
  }

  /// The room that the names need at the right, or nil where a legend is better.
  static func room(for names: [String], within limit: Double) -> Double? {
    guard !names.isEmpty, names.count <= 12 else { return names.isEmpty ? 10 : nil }
    let lines = names.flatMap { TextMetrics.wrapped($0, size: size, width: limit - 12) }
    guard lines.count <= 2 * names.count else { return nil }
    return (lines.map { TextMetrics.width($0, size: size) }.max() ?? 0) + 12
  }

  private struct Name {
    let lines: [String]
    let end: Pixel
    let colour: Colour
    var middle: Double
    var height: Double { Double(lines.count) * EndLabels.size * EndLabels.leading }
  }

  func shapes() -> [Shape] {
    var names = plot.layers.filter(\.isNamed).compactMap { layer -> Name? in
      guard let name = layer.series, let end = end(of: layer) else { return nil }
      let pixel = frame.pixel(end)
      return Name(
        lines: TextMetrics.wrapped(name, size: Self.size, width: room + 1), end: pixel,
        colour: Palette.labelColour(layer.ink), middle: pixel.y)
    }
    let middles = SpreadLabels.middles(
      names.map(\.middle), heights: names.map(\.height), from: frame.area.top - 6,
      to: frame.area.bottom + 6)
    for (index, middle) in middles.enumerated() { names[index].middle = middle }
    return names.flatMap { name -> [Shape] in
      let left = frame.area.right + 10
      var shapes: [Shape] = []
      if abs(name.middle - name.end.y) > 5 || frame.area.right - name.end.x > 12 {
        shapes.append(
          .line(
            [
              Pixel(x: min(name.end.x + 5, left - 3), y: name.end.y),
              Pixel(x: left - 2, y: name.middle),
            ], Pen(colour: Palette.rule, width: 0.75)))
      }
      return shapes
        + name.lines.enumerated().map { index, line in
          .text(
            Lettering(
              text: line,
              at: Pixel(
                x: left,
                y: name.middle - name.height / 2
                  + (Double(index) + 0.82) * Self.size * Self.leading), colour: name.colour))
        }
    }
  }

  private func end(of layer: Layer) -> Layer.Vertex? {
    switch layer.form {
    case .line(let vertices, _), .points(let vertices, _): vertices.max { $0.x < $1.x }
    case .band(let extents):
      extents.last.map { Layer.Vertex(x: $0.to.x, y: ($0.from.y + $0.to.y) / 2) }
    case .bars(let extents):
      // Beside the last column, at the edge of the plot.
      extents.max { $0.from.x < $1.from.x }.map {
        Layer.Vertex(x: plot.horizontal.domain.upperBound, y: ($0.from.y + $0.to.y) / 2)
      }
    default: nil
    }
  }
}
