/// A plot in pixels: how much room its axes and names take, and where each value lies.
struct PlotDrawing: Drawable {
  private let plot: Plot
  private let width: Double
  private let type: ChartType

  init(_ plot: Plot, width: Double, type: ChartType) {
    self.plot = plot
    self.width = width
    self.type = type
  }

  static let labelSize = 12.0

  func drawn(at corner: Pixel) -> (shapes: [Shape], height: Double) {
    let laid = laidOut(at: corner)
    return (laid.shapes, laid.height)
  }

  /// The shapes and the height, and the space of the marks among them.
  func laidOut(at corner: Pixel) -> (shapes: [Shape], height: Double, frame: PlotFrame) {
    let size = Self.labelSize
    var top = corner.y
    var shapes: [Shape] = []
    let isHorizontal = if case .categories = plot.vertical.scale { true } else { false }
    let sides = type == .slope ? SideLabels(plot, width: 0.34 * width) : nil
    // What the names of lines need on the right; a legend where that is too much.
    let names = EndLabels.names(of: plot)
    let room =
      sides?.room(.right)
      ?? (isHorizontal ? nil : EndLabels.room(for: names, within: 0.3 * width))
    let isDirect = room != nil
    let legend = Legend(plot, hasSeries: !isDirect && !names.isEmpty, width: width)
    if !legend.isEmpty {
      let drawn = legend.drawn(at: Pixel(x: corner.x, y: top))
      shapes += drawn.shapes
      top += drawn.height
    }
    let labels =
      isHorizontal
      ? CategoryLabels(
        plot.vertical, width: 0.36 * width, gap: valueRoom(.left), isTall: hasTwoInABand) : nil
    let left = corner.x + (sides?.room(.left) ?? verticalRoom(labels))
    if let unit = plot.vertical.unit {
      top += size * 1.35
      shapes.append(
        .text(Lettering(text: unit, at: Pixel(x: corner.x, y: top - 3), colour: Palette.note)))
    }
    let rules = RuleLabels(plot, from: left, to: corner.x + width - (room ?? 0))
    top += rules.height
    let endMargin = room ?? (isHorizontal ? valueRoom(.right) : 10)
    let right = corner.x + width - max(endMargin, lastTickOverhang)
    top += sides == nil ? 6 : 14
    let height =
      labels?.height ?? max((width < 500 ? 0.62 : 0.5) * width, sides.map { $0.height + 8 } ?? 0)
    let frame = PlotFrame(
      plot, in: Box(left: left, top: top, right: max(right, left + 40), bottom: top + height))
    shapes.append(
      .group(
        "panel", frame.attributes,
        [
          .group("axes", [], sides == nil ? axes(frame, labels) : posts(frame)),
          .group("marks", [], MarkDrawing(plot, frame, hasLabels: sides == nil).shapes()),
        ]
          + rules.shapes(frame)))
    if let sides {
      shapes.append(.group("names", [], sides.shapes(frame)))
    } else if isDirect, !names.isEmpty {
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
    return (shapes, bottom - corner.y, frame)
  }

  /// The room of the vertical axis's labels, and of values left of bars.
  private func verticalRoom(_ labels: CategoryLabels?) -> Double {
    guard let labels else {
      return 8
        + (plot.vertical.ticks.map { TextMetrics.width($0.label, size: Self.labelSize) }.max() ?? 0)
    }
    return labels.width + valueRoom(.left)
  }

  /// Whether two marks stand in one band, one below the other.
  private var hasTwoInABand: Bool {
    var places: [Double: Set<Double>] = [:]
    for layer in plot.layers {
      guard case .points(let vertices, _) = layer.form else { continue }
      for vertex in vertices { places[vertex.y.rounded(.down), default: []].insert(vertex.y) }
    }
    return places.values.contains { $0.count > 1 }
  }

  /// The two years of a slope: a post each, with the year below.
  private func posts(_ frame: PlotFrame) -> [Shape] {
    plot.horizontal.ticks.flatMap { tick -> [Shape] in
      let x = frame.x(tick.value)
      return [
        .line(
          [Pixel(x: x, y: frame.area.top - 4), Pixel(x: x, y: frame.area.bottom + 4)],
          Pen(colour: Palette.grid)),
        .text(
          Lettering(
            text: tick.label, at: Pixel(x: x, y: frame.area.bottom + 18), anchor: .middle,
            colour: Palette.ink)),
      ]
    }
  }

  /// The room that values at a side of bars need.
  private func valueRoom(_ side: Layer.Label.Side) -> Double {
    let texts = plot.layers.flatMap { layer -> [String] in
      if case .labels(let labels) = layer.form {
        labels.filter { $0.side == side }.map(\.text)
      } else {
        []
      }
    }
    return texts.map { TextMetrics.width($0, size: Self.labelSize) + 12 }.max() ?? 8
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
