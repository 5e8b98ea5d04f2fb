/// The name of a place in a flow diagram with its numbers below, in lines.
struct FlowLabel {
  private let name: [String]
  private let numbers: [String]
  private let size: Double

  private static let leading = 1.18

  init(_ name: String, _ numbers: String, size: Double, width: Double) {
    self.name = TextMetrics.wrapped(name, size: size, width: width, lines: 3)
    self.numbers = TextMetrics.wrapped(numbers, size: size, width: width, lines: 3)
    self.size = size
  }

  /// The width of the widest line.
  var width: Double {
    (name + numbers).map { TextMetrics.width($0, size: size) }.max() ?? 0
  }

  var height: Double { Double(name.count + numbers.count) * size * Self.leading }

  /// The lines around a middle.
  func shapes(at x: Double, middle: Double, anchor: Lettering.Anchor) -> [Shape] {
    (name + numbers).enumerated().map { index, line in
      .text(
        Lettering(
          text: line,
          at: Pixel(
            x: x, y: middle - height / 2 + (Double(index) + 0.86) * size * Self.leading),
          size: size, anchor: anchor, colour: index < name.count ? Palette.ink : Palette.note))
    }
  }
}
