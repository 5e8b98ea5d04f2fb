/// The marks of a plot in pixels, a group a layer.
struct MarkDrawing {
  private let plot: Plot
  private let frame: PlotFrame
  /// Whether texts at places are drawn here, rather than left and right of the plot.
  private let hasLabels: Bool

  init(_ plot: Plot, _ frame: PlotFrame, hasLabels: Bool = true) {
    self.plot = plot
    self.frame = frame
    self.hasLabels = hasLabels
  }

  /// How opaque an interval is; two on one another are darker.
  static let bandOpacity = 0.22

  func shapes() -> [Shape] { plot.layers.compactMap(group) }

  /// The pen of a line.
  static func pen(_ stroke: Layer.Stroke, _ colour: Colour) -> Pen {
    switch stroke {
    case .solid: Pen(colour: colour, width: 2)
    case .dashed: Pen(colour: colour, width: 2, dashes: [6, 4])
    case .dotted: Pen(colour: colour, width: 2, dashes: [1.5, 3])
    }
  }

  private func group(_ layer: Layer) -> Shape? {
    let colour = Palette.colour(layer.ink)
    let attributes = layer.series.map { [Shape.Attribute(name: "data-series", value: $0)] } ?? []
    switch layer.form {
    case .line(let vertices, let stroke):
      var pen = Self.pen(stroke, colour)
      if layer.ink == .context { pen.width = 1.25 }
      return .group(
        "mark line \(stroke.rawValue)", attributes, [.line(vertices.map(frame.pixel), pen)])
    case .points(let vertices, let isHollow):
      return .group(
        "mark point" + (isHollow ? " hollow" : ""), attributes,
        vertices.map { vertex in
          .circle(
            frame.pixel(vertex), radius: 3.25, fill: isHollow ? Palette.ground : colour,
            Pen(colour: colour, width: 1.5))
        })
    case .band(let extents):
      let outline =
        extents.map { frame.pixel($0.to) } + extents.reversed().map { frame.pixel($0.from) }
      return .group(
        "mark area", attributes,
        [.area(outline, colour, opacity: layer.isFilled ? 1 : Self.bandOpacity)])
    case .bars(let extents):
      return bars(extents.map(bar), layer, colour, attributes)
    case .intervals(let extents):
      return .group(
        "mark rule interval", attributes,
        extents.map {
          .line([frame.pixel($0.from), frame.pixel($0.to)], Pen(colour: colour, width: 2))
        })
    case .horizontalRule(let y, let text):
      let height = frame.y(y)
      return .group(
        "mark rule", attributes,
        [
          .line(
            [Pixel(x: frame.area.left, y: height), Pixel(x: frame.area.right, y: height)],
            Pen(colour: Palette.rule, dashes: [2, 3]))
        ]
          + (text.isEmpty
            ? []
            : [
              .text(
                Lettering(
                  text: text, at: Pixel(x: frame.area.left + 4, y: height - 5), size: 11,
                  colour: Palette.note, hasRim: true))
            ]))
    case .labels(let labels):
      guard hasLabels else { return nil }
      return .group("labels", attributes, labels.map { .text(lettering($0)) })
    case .verticalRule: return nil
    }
  }

  /// Bars: hollow where they are estimates among counts, set apart by a hair of the ground where they
  /// are parts of a column.
  private func bars(
    _ boxes: [Box], _ layer: Layer, _ colour: Colour, _ attributes: [Shape.Attribute]
  ) -> Shape {
    let filled = boxes.map { Shape.rectangle($0, colour) }
    if layer.isHollow {
      let inner = boxes.map { box in
        Box(left: box.left + 2, top: box.top + 2, right: box.right - 2, bottom: box.bottom - 2)
      }.filter { $0.width > 0 && $0.height > 0 }
      return .group(
        "bars", [],
        [
          .group("mark bar hollow", attributes, filled),
          .group("hollow", [], inner.map { .rectangle($0, Palette.ground) }),
        ])
    }
    let bars = Shape.group("mark bar", attributes, filled)
    guard layer.isFilled else { return bars }
    let hairs = boxes.map { box in
      Shape.line(
        [Pixel(x: box.left, y: box.top), Pixel(x: box.right, y: box.top)],
        Pen(colour: Palette.ground))
    }
    return .group("stack", [], [bars, .group("hairs", [], hairs)])
  }

  /// A bar's box: from one value to the other, and over most of its band.
  private func bar(_ extent: Layer.Extent) -> Box {
    if case .categories = plot.vertical.scale {
      let (one, other) = (frame.x(extent.from.x), frame.x(extent.to.x))
      return Box(
        left: min(one, other), top: frame.y(extent.from.y - 0.34), right: max(one, other),
        bottom: frame.y(extent.from.y + 0.34))
    }
    let (one, other) = (frame.y(extent.from.y), frame.y(extent.to.y))
    let half = barWidth / 2
    return Box(
      left: frame.x(extent.from.x) - half, top: min(one, other),
      right: frame.x(extent.from.x) + half, bottom: max(one, other))
  }

  /// The pixels across a vertical bar.
  var barWidth: Double { 0.72 * barStep }

  /// The pixels from one vertical bar to the next.
  private var barStep: Double {
    if case .categories(let names) = plot.horizontal.scale {
      return frame.area.width / Double(max(1, names.count))
    }
    let places = orderedUnique(
      plot.layers.flatMap { layer -> [Double] in
        if case .bars(let extents) = layer.form { extents.map(\.from.x) } else { [] }
      }
    ).sorted()
    let gaps = zip(places, places.dropFirst()).map { frame.x($1) - frame.x($0) }
    return gaps.min() ?? frame.area.width / 4
  }

  private func lettering(_ label: Layer.Label) -> Lettering {
    let place = frame.pixel(label.at)
    let (x, y, anchor): (Double, Double, Lettering.Anchor) =
      switch label.side {
      case .right: (place.x + 8, place.y + 4, .start)
      case .left: (place.x - 8, place.y + 4, .end)
      case .above: (place.x, place.y - 7, .middle)
      case .below: (place.x, place.y + 16, .middle)
      }
    return Lettering(
      text: label.text, at: Pixel(x: x, y: y), size: PlotDrawing.labelSize, anchor: anchor,
      hasRim: true)
  }
}
