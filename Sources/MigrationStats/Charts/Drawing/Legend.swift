/// What marks mean, in a row above the plot: series where their names find no room at the lines, and
/// hollow marks, dashes and bands where they are drawn.
struct Legend: Drawable {
  private enum Key {
    case series(Layer.Ink)
    case dot(Layer.Ink)
    case hollow
    case hollowBar
    case stroke(Layer.Stroke)
    /// The ink, where all bands have one, and how many bands lie on one another.
    case band(Layer.Ink?, depth: Int)
  }

  private let entries: [(key: Key, text: String)]
  private let width: Double
  private static let size = 11.5

  init(_ plot: Plot, hasSeries: Bool, width: Double) {
    var entries: [(Key, String)] = []
    if hasSeries {
      var seen = Set<String>()
      for layer in plot.layers where layer.isNamed {
        if let name = layer.series, seen.insert(name).inserted {
          let isDot = if case .points = layer.form { true } else { false }
          entries.append((isDot ? .dot(layer.ink) : .series(layer.ink), name))
        }
      }
    }
    entries += Self.keys(of: plot)
    self.entries = entries
    self.width = width
  }

  /// What marks mean besides their series, each meaning once.
  private static func keys(of plot: Plot) -> [(key: Key, text: String)] {
    var meanings = Set<String>()
    let bandInks = Set(
      plot.layers.compactMap { layer in if case .band = layer.form { layer.ink } else { nil } })
    var depth = 0
    var keys: [(key: Key, text: String)] = []
    for layer in plot.layers {
      let found: (Key, String)? =
        switch layer.form {
        case .points(_, isHollow: true): (.hollow, "estimate")
        case .bars where layer.isHollow: (.hollowBar, "estimate")
        case .line(_, .dashed): (.stroke(.dashed), "forecast")
        case .line(_, .dotted): (.stroke(.dotted), layer.meaning ?? "interpolated")
        case .band:
          (
            .band(bandInks.count == 1 ? layer.ink : nil, depth: depth + 1),
            layer.meaning ?? "interval"
          )
        default: nil
        }
      if let found, meanings.insert(found.1).inserted {
        keys.append(found)
        if case .band = found.0 { depth += 1 }
      }
    }
    return keys
  }

  /// The same in words with a sign of text each: `○ estimate`.
  static func meanings(of plot: Plot) -> [String] {
    let keys = keys(of: plot)
    let bands = keys.count { if case .band = $0.key { true } else { false } }
    return keys.map { key, text in
      switch key {
      case .hollow: "○ \(text)"
      case .hollowBar: "□ \(text)"
      case .stroke(.dotted): "··· \(text)"
      case .stroke: "– – \(text)"
      case .band(_, let depth):
        bands == 1 ? "band: \(text)" : "\(depth == 1 ? "outer" : "inner") band: \(text)"
      case .series, .dot: text
      }
    }
  }

  var isEmpty: Bool { entries.isEmpty }

  func drawn(at corner: Pixel) -> (shapes: [Shape], height: Double) {
    var shapes: [Shape] = []
    var (x, y) = (corner.x, corner.y + 13)
    for (key, text) in entries {
      let needed = 24 + TextMetrics.width(text, size: Self.size)
      if x > corner.x, x + needed > corner.x + width {
        x = corner.x
        y += 17
      }
      shapes += sign(key, at: Pixel(x: x, y: y - 4))
      shapes.append(
        .text(
          Lettering(
            text: TextMetrics.wrapped(text, size: Self.size, width: width - 24, lines: 1)[0],
            at: Pixel(x: x + 24, y: y), size: Self.size, colour: Palette.note)))
      x += needed + 14
    }
    return ([.group("legend", [], shapes)], y - corner.y + 8)
  }

  private func sign(_ key: Key, at place: Pixel) -> [Shape] {
    let ends = [Pixel(x: place.x, y: place.y), Pixel(x: place.x + 18, y: place.y)]
    switch key {
    case .series(let ink): return [.line(ends, Pen(colour: Palette.colour(ink), width: 3))]
    case .dot(let ink):
      return [
        .circle(
          Pixel(x: place.x + 9, y: place.y), radius: 3.5, fill: Palette.colour(ink),
          Pen(colour: Palette.colour(ink), width: 1.5))
      ]
    case .hollowBar:
      let box = Box(left: place.x, top: place.y - 5, right: place.x + 18, bottom: place.y + 5)
      let inner = Box(
        left: box.left + 2, top: box.top + 2, right: box.right - 2, bottom: box.bottom - 2)
      return [.rectangle(box, Palette.note), .rectangle(inner, Palette.ground)]
    case .hollow:
      return [
        .circle(
          Pixel(x: place.x + 9, y: place.y), radius: 3.5, fill: Palette.ground,
          Pen(colour: Palette.note, width: 1.5))
      ]
    case .stroke(let stroke):
      return [.line(ends, MarkDrawing.pen(stroke, Palette.note))]
    case .band(let ink, let depth):
      let colour = ink.map(Palette.colour) ?? Palette.rule
      let corners = [(0.0, -5.0), (18, -5), (18, 5), (0, 5)].map {
        Pixel(x: place.x + $0.0, y: place.y + $0.1)
      }
      return (0..<depth).map { _ in .area(corners, colour, opacity: MarkDrawing.bandOpacity) }
    }
  }
}
