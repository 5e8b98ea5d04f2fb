/// One of several small plots: its title and rules above it, the years below it, and the values of
/// the axis that all of them share at the left of the first of a row.
struct PanelDrawing {
  private let plot: Plot
  private let left: Double
  private let width: Double
  private let height: Double
  private let hasValues: Bool
  private let titleLines: [String]
  private let rules: RuleLabels

  private static let size = PlotDrawing.labelSize
  /// The room of the years.
  static let foot = 20.0

  init(_ plot: Plot, left: Double, width: Double, height: Double, hasValues: Bool) {
    self.plot = plot
    self.left = left
    self.width = width
    self.height = height
    self.hasValues = hasValues
    // Bold letters are wider.
    titleLines = TextMetrics.wrapped(
      plot.title ?? "", size: Self.size * 1.12, width: width, lines: 2)
    rules = RuleLabels(plot, from: left, to: left + width)
  }

  /// The room of the title and the rules' labels.
  var headHeight: Double { Double(titleLines.count) * Self.size * 1.3 + rules.height + 6 }

  /// - Parameter head: the room of the titles of all plots in the row.
  func drawn(top: Double, head: Double) -> Shape {
    let area = Box(left: left, top: top + head, right: left + width, bottom: top + head + height)
    let frame = PlotFrame(plot, in: area)
    var shapes: [Shape] = titleLines.enumerated().map { index, line in
      .text(
        Lettering(
          text: line,
          at: Pixel(x: left, y: top + (Double(index) + 1) * Self.size * 1.3 - 4), size: Self.size,
          isBold: true))
    }
    shapes.append(.group("axes", [], axes(frame)))
    shapes.append(.group("marks", [], MarkDrawing(plot, frame).shapes()))
    shapes += rules.shapes(frame)
    return .group("panel", frame.attributes, shapes)
  }

  private func axes(_ frame: PlotFrame) -> [Shape] {
    let area = frame.area
    var shapes: [Shape] = []
    for tick in plot.vertical.ticks {
      let y = frame.y(tick.value)
      shapes.append(
        .line(
          [Pixel(x: area.left, y: y), Pixel(x: area.right, y: y)],
          Pen(colour: tick.value == 0 ? Palette.rule : Palette.grid)))
      guard hasValues else { continue }
      shapes.append(
        .text(
          Lettering(
            text: tick.label, at: Pixel(x: area.left - 6, y: y + 4), anchor: .end,
            colour: Palette.note)))
    }
    let ticks = plot.horizontal.ticks
    // The ends alone: the first begins where the plot does, the last ends with it.
    let ends = orderedUnique([ticks.first, ticks.last].compactMap(\.self))
    for tick in ends {
      let x = frame.x(tick.value)
      shapes.append(
        .line(
          [Pixel(x: x, y: area.bottom), Pixel(x: x, y: area.bottom + 4)],
          Pen(colour: Palette.rule)))
      let anchor: Lettering.Anchor =
        ends.count == 1 ? .middle : tick == ends[0] ? .start : .end
      shapes.append(
        .text(
          Lettering(
            text: tick.label, at: Pixel(x: x, y: area.bottom + 17), anchor: anchor,
            colour: Palette.note)))
    }
    return shapes
  }
}
