extension Chart {
  /// The picture: title, legend, plots, notes and sources, one below the other.
  ///
  /// - Parameter width: in pixels; the height follows from it.
  func drawing(width: Double) -> Drawing {
    let margin = width < 500 ? 12.0 : 16.0
    var sheet = Composition(left: margin, right: width - margin, top: margin)
    sheet.write(title, size: width < 500 ? 15 : 18, isBold: true, leading: 1.25)
    sheet.write(subtitle, size: 12.5, colour: Palette.note, leading: 1.35)
    sheet.top += 6
    switch body {
    case .plots(let plots) where plots.count == 1:
      sheet.place(PlotDrawing(plots[0], width: sheet.right - sheet.left, type: type))
    case .plots(let plots):
      sheet.place(PlotGrid(plots, width: sheet.right - sheet.left, type: type))
    case .flows(let flows):
      sheet.place(FlowDrawing(flows, width: sheet.right - sheet.left))
    }
    sheet.top += 10
    for note in notes { sheet.write(note, size: 11, colour: Palette.note, leading: 1.35) }
    for caveat in pictured { sheet.write(caveat, size: 11, colour: Palette.note, leading: 1.35) }
    sheet.top += 3
    for source in sources {
      sheet.write("Source: \(source.text)", size: 11, colour: Palette.note, leading: 1.35)
    }
    return Drawing(width: width, height: (sheet.top + margin).rounded(.up), shapes: sheet.shapes)
  }

  /// The caveats under the picture, those of what is drawn first.
  var pictured: [String] {
    let texts = orderedUnique(caveats.map(\.text))
    let shown = texts.prefix(3)
    let left = texts.count - shown.count
    return shown
      + (left > 0 ? ["And \(left) more caveat\(left > 1 ? "s" : "") in the chart's metadata."] : [])
  }

  /// The picture as SVG.
  ///
  /// - Parameter width: in pixels, from 240 to 2,400; the height follows from it.
  public func svg(width: Double = 720) -> String {
    drawing(width: min(max(width, 240), 2400)).svg(title: title, description: words)
  }
}

/// A picture in the making: what comes next is placed below what there is.
struct Composition {
  let left: Double
  let right: Double
  var top: Double
  private(set) var shapes: [Shape] = []

  init(left: Double, right: Double, top: Double) {
    self.left = left
    self.right = right
    self.top = top
  }

  /// Sets a text in as many lines as it needs.
  mutating func write(
    _ text: String, size: Double, isBold: Bool = false, colour: Colour = Palette.ink,
    leading: Double
  ) {
    let lines = TextMetrics.wrapped(text, size: size, isBold: isBold, width: right - left)
    for line in lines {
      top += size * leading
      shapes.append(
        .text(
          Lettering(
            text: line, at: Pixel(x: left, y: top - size * (leading - 1)), size: size,
            isBold: isBold, colour: colour)))
    }
  }

  /// Places a part that knows its own height.
  mutating func place(_ part: some Drawable) {
    let drawn = part.drawn(at: Pixel(x: left, y: top))
    shapes += drawn.shapes
    top += drawn.height
  }
}

/// A part of a picture that finds its own height.
protocol Drawable {
  /// The shapes, with their upper left corner at a place, and the height that they take.
  func drawn(at corner: Pixel) -> (shapes: [Shape], height: Double)
}
