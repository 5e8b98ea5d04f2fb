/// A picture as shapes in pixels, whatever it will be written as.
struct Drawing: Sendable {
  let width: Double
  let height: Double
  let shapes: [Shape]
}

/// A place in a picture, from its upper left corner.
struct Pixel: Sendable, Hashable {
  var x: Double
  var y: Double
}

/// A rectangle in a picture.
struct Box: Sendable, Hashable {
  var left: Double
  var top: Double
  var right: Double
  var bottom: Double

  var width: Double { right - left }
  var height: Double { bottom - top }
  var centre: Pixel { Pixel(x: (left + right) / 2, y: (top + bottom) / 2) }

  func overlaps(_ other: Box) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }
}

/// A shape of a picture.
indirect enum Shape: Sendable {
  /// A line through places.
  case line([Pixel], Pen)
  /// An area within a closed line.
  case area([Pixel], Colour, opacity: Double)
  /// A path in SVG's own commands, filled.
  case path(String, Colour, opacity: Double)
  case circle(Pixel, radius: Double, fill: Colour, Pen)
  case rectangle(Box, Colour)
  case text(Lettering)
  /// Shapes of one meaning: the class says which, the further attributes are for programs.
  case group(String, [Attribute], [Shape])

  /// A name and a value of a group.
  struct Attribute: Sendable, Hashable {
    let name: String
    let value: String
  }
}

/// How a line is drawn.
struct Pen: Sendable, Hashable {
  var colour: Colour
  var width: Double = 1
  /// The lengths of dashes and gaps; none for a solid line.
  var dashes: [Double] = []
}

/// A line of text in a picture.
struct Lettering: Sendable, Hashable {
  enum Anchor: String, Sendable { case start, middle, end }

  var text: String
  /// The begin, middle or end of the base line.
  var at: Pixel
  var size: Double = 12
  var isBold = false
  var anchor = Anchor.start
  var colour = Palette.ink
  /// Whether it has a rim of the ground's colour, because marks may lie under it.
  var hasRim = false

  /// The box that it fills.
  var box: Box {
    let width = TextMetrics.width(text, size: size, isBold: isBold)
    let left =
      switch anchor {
      case .start: at.x
      case .middle: at.x - width / 2
      case .end: at.x - width
      }
    return Box(left: left, top: at.y - 0.8 * size, right: left + width, bottom: at.y + 0.22 * size)
  }
}

extension Drawing {
  /// All lines of text, those within groups too.
  var letterings: [Lettering] {
    func found(_ shapes: [Shape]) -> [Lettering] {
      shapes.flatMap { shape -> [Lettering] in
        switch shape {
        case .text(let lettering): [lettering]
        case .group(_, _, let shapes): found(shapes)
        default: []
        }
      }
    }
    return found(shapes)
  }
}
