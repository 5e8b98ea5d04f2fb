/// A plot in pixels: how much room its axes and names take, and where each value lies.
struct PlotDrawing: Drawable {
  private let plot: Plot
  private let width: Double
  private let type: ChartType
  /// The height of the space for marks; by the type and the width where nil.
  private let plotHeight: Double?
  /// Whether series are named here at all; small multiples name themselves by their titles.
  private let isNaming: Bool

  init(
    _ plot: Plot, width: Double, type: ChartType, plotHeight: Double? = nil, isNaming: Bool = true
  ) {
    self.plot = plot
    self.width = width
    self.type = type
    self.plotHeight = plotHeight
    self.isNaming = isNaming
  }

  static let labelSize = 12.0

  func drawn(at corner: Pixel) -> (shapes: [Shape], height: Double) {
    let size = Self.labelSize
    var top = corner.y
    var shapes: [Shape] = []
    if let title = plot.title {
      for line in TextMetrics.wrapped(title, size: size, width: width, lines: 2) {
        top += size * 1.3
        shapes.append(
          .text(Lettering(text: line, at: Pixel(x: corner.x, y: top - 4), size: size, isBold: true))
        )
      }
    }
    // What the names of lines need on the right; a legend where that is too much.
    let names = isNaming ? EndLabels.names(of: plot) : []
    let room = EndLabels.room(for: names, within: 0.3 * width)
    let isDirect = room != nil
    let legend = Legend(plot, hasSeries: isNaming && !isDirect && !names.isEmpty, width: width)
    if !legend.isEmpty {
      let drawn = legend.drawn(at: Pixel(x: corner.x, y: top))
      shapes += drawn.shapes
      top += drawn.height
    }
    let isHorizontal = if case .categories = plot.vertical.scale { true } else { false }
    let labels = isHorizontal ? CategoryLabels(plot.vertical, width: 0.36 * width) : nil
    let left =
      corner.x
      + (labels?.width
        ?? (plot.vertical.ticks.map { TextMetrics.width($0.label, size: size) }.max() ?? 0))
      + 8
    if let unit = plot.vertical.unit {
      top += size * 1.35
      shapes.append(
        .text(Lettering(text: unit, at: Pixel(x: corner.x, y: top - 3), colour: Palette.note)))
    }
    let rules = RuleLabels(plot, from: left, to: corner.x + width - (room ?? 0))
    top += rules.height
    let endMargin = room ?? (isHorizontal ? valueRoom : 10)
    let right = corner.x + width - max(endMargin, lastTickOverhang)
    top += 6
    let height = plotHeight ?? labels?.height ?? (width < 500 ? 0.62 : 0.5) * width
    let frame = PlotFrame(
      plot, in: Box(left: left, top: top, right: max(right, left + 40), bottom: top + height))
    shapes.append(
      .group(
        "panel", frame.attributes,
        [
          .group("axes", [], axes(frame, labels)),
          .group("marks", [], MarkDrawing(plot, frame).shapes()),
        ]
          + rules.shapes(frame)))
    if isDirect, !names.isEmpty {
      shapes.append(.group("names", [], EndLabels(plot, frame, room: endMargin - 10).shapes()))
    }
    var bottom = top + height + size * 1.7
    if let unit = plot.horizontal.unit {
      shapes.append(
        .text(
          Lettering(
            text: unit, at: Pixel(x: frame.area.left, y: bottom + size), colour: Palette.note)))
      bottom += size * 1.4
    }
    return (shapes, bottom - corner.y)
  }

  /// The room that values at the ends of bars need.
  private var valueRoom: Double {
    let texts = plot.layers.flatMap { layer -> [String] in
      if case .labels(let labels) = layer.form {
        labels.filter { $0.side == .right }.map(\.text)
      } else {
        []
      }
    }
    return (texts.map { TextMetrics.width($0, size: Self.labelSize) }.max() ?? 0) + 10
  }

  /// How far the label of the last tick reaches beyond the plot.
  private var lastTickOverhang: Double {
    guard let last = plot.horizontal.ticks.last else { return 0 }
    return TextMetrics.width(last.label, size: Self.labelSize) / 2
      * plot.horizontal.place(last.value)
  }

  private func axes(_ frame: PlotFrame, _ labels: CategoryLabels?) -> [Shape] {
    let area = frame.area
    var shapes: [Shape] = []
    if plot.horizontal.isMeasure {
      for tick in frame.shown(plot.horizontal.ticks) {
        let x = frame.x(tick.value)
        shapes.append(
          .line([Pixel(x: x, y: area.top), Pixel(x: x, y: area.bottom)], grid(tick.value)))
      }
    }
    if plot.vertical.isMeasure {
      for tick in plot.vertical.ticks {
        let y = frame.y(tick.value)
        shapes.append(
          .line([Pixel(x: area.left, y: y), Pixel(x: area.right, y: y)], grid(tick.value)))
        shapes.append(
          .text(
            Lettering(
              text: tick.label, at: Pixel(x: area.left - 6, y: y + 4), anchor: .end,
              colour: Palette.note)))
      }
      if !plot.horizontal.isMeasure {
        shapes.append(
          .line(
            [Pixel(x: area.left, y: area.bottom), Pixel(x: area.right, y: area.bottom)],
            Pen(colour: Palette.rule)))
      }
    }
    if let labels { shapes += labels.shapes(frame) }
    for tick in frame.shown(plot.horizontal.ticks) {
      let x = frame.x(tick.value)
      if !plot.horizontal.isMeasure, labels == nil {
        shapes.append(
          .line(
            [Pixel(x: x, y: area.bottom), Pixel(x: x, y: area.bottom + 4)],
            Pen(colour: Palette.rule)))
      }
      shapes.append(
        .text(
          Lettering(
            text: tick.label, at: Pixel(x: x, y: area.bottom + 17), anchor: .middle,
            colour: Palette.note)))
    }
    return shapes
  }

  private func grid(_ value: Double) -> Pen {
    Pen(colour: value == 0 ? Palette.rule : Palette.grid)
  }
}
