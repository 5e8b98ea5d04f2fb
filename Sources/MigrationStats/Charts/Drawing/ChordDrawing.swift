/// Ribbons around a circle: each leaves its origin at the circle's edge and ends short of it at the
/// destination.
///
/// The form is that of the circular plots of N. Sander, G. J. Abel, R. Bauer and J. Schmidt,
/// Visualising migration flow data with circular plots (Vienna Institute of Demography, 2014).
struct ChordDrawing: Drawable {
  private let flows: FlowDiagram
  private let width: Double

  private static let ring = 9.0
  /// The room between the circle and its labels.
  private static let distance = 10.0

  init(_ flows: FlowDiagram, width: Double) {
    self.flows = flows
    self.width = width
  }

  func drawn(at corner: Pixel) -> (shapes: [Shape], height: Double) {
    width < 500 ? keyed(at: corner) : labelled(at: corner)
  }

  private func numbers(_ node: Int) -> String {
    let (out, into) = (flows.outflow(node), flows.inflow(node))
    return [
      out > 0 ? "from \(flows.number(out))" : nil,
      into > 0 ? "\(flows.isStock ? "in" : "to") \(flows.number(into))" : nil,
    ].compactMap(\.self).joined(separator: ", ")
  }

  /// The ribbons and the ring.
  private func circle(_ ends: ChordLayout, _ centre: Pixel, _ radius: Double) -> [Shape] {
    let ribbons = FlowDrawing.ordered(flows).map { index in
      FlowDrawing.group(
        flows.ribbons[index], in: flows, path(index, ends, centre, radius - Self.ring - 2))
    }
    let ring = flows.nodes.indices.map { node in
      Shape.area(
        arc(ends.span(node), centre, radius - Self.ring, radius),
        Palette.colour(flows.nodes[node].ink), opacity: 1)
    }
    return [.group("marks", [], ribbons), .group("axes", [], ring)]
  }

  // MARK: Names around the circle

  private struct Label {
    let text: FlowLabel
    let angle: Double
    var isRight: Bool { angle < .pi }
  }

  private func labelled(at corner: Pixel) -> (shapes: [Shape], height: Double) {
    let texts = flows.nodes.indices.map { node in
      FlowLabel(flows.nodes[node].name, numbers(node), size: 12, width: 0.24 * width)
    }
    let ends = ChordLayout(
      flows, rotation: ChordLayout.balanced(flows, texts.map(\.height)))
    let labels = texts.enumerated().map { Label(text: $1, angle: ends.middle($0)) }
    let sides = (
      left: labels.filter { !$0.isRight }, right: labels.filter { $0.isRight }
    )
    func widest(_ labels: [Label]) -> Double {
      (labels.map(\.text.width).max() ?? 0) + Self.distance + 4
    }
    func height(_ labels: [Label]) -> Double { labels.reduce(0) { $0 + $1.text.height + 4 } }
    let room = (left: widest(sides.left), right: widest(sides.right))
    let radius = min(240, max(40, (width - room.left - room.right) / 2))
    let tallest = labels.map(\.text.height).max() ?? 0
    let height = max(2 * radius + 2 * tallest, height(sides.left), height(sides.right)) + 8
    // In the middle of the picture, as far as the names leave it room.
    let middle = min(max(width / 2, room.left + radius), width - room.right - radius)
    let centre = Pixel(x: corner.x + middle, y: corner.y + height / 2)
    let names = [sides.right, sides.left].flatMap {
      side($0, centre, radius, corner.y, height)
    }
    return (circle(ends, centre, radius) + [.group("names", [], names)], height)
  }

  /// The labels of one side, moved apart, each as near to the circle as it may be.
  private func side(
    _ labels: [Label], _ centre: Pixel, _ radius: Double, _ top: Double, _ height: Double
  ) -> [Shape] {
    let reach = radius + Self.distance
    func wish(_ label: Label) -> Double { centre.y - reach * Numerics.cos(label.angle) }
    let ordered = labels.sorted { wish($0) < wish($1) }
    let middles = SpreadLabels.middles(
      ordered.map(wish), heights: ordered.map { $0.text.height + 4 }, from: top, to: top + height)
    return zip(ordered, middles).flatMap { label, middle -> [Shape] in
      // The edge of the label that is nearest to the middle of the circle decides how near it may be.
      let away = max(0, abs(middle - centre.y) - label.text.height / 2)
      let inner = away < reach ? (reach * reach - away * away).squareRoot() : 0
      let end = Self.place(label.angle, centre, radius + 2)
      // Above and below the circle it stands beside its arc, so that its line does not cross it.
      let x =
        centre.x + (label.isRight ? 1 : -1) * max(inner, abs(end.x - centre.x) + 4)
      var shapes = label.text.shapes(
        at: x, middle: middle, anchor: label.isRight ? .start : .end)
      let gap = Pixel(x: x + (label.isRight ? -3 : 3), y: middle)
      let isAside = abs(end.x - gap.x) + abs(end.y - gap.y) > 22
      if isAside {
        shapes.insert(.line([end, gap], Pen(colour: Palette.rule, width: 0.75)), at: 0)
      }
      return shapes
    }
  }

  // MARK: Numbers around the circle

  /// Where names would leave the circle no room: a number at each arc, and the names in a list below.
  private func keyed(at corner: Pixel) -> (shapes: [Shape], height: Double) {
    let size = 11.5
    let ends = ChordLayout(flows)
    let radius = min(240, width / 2 - 22)
    let centre = Pixel(x: corner.x + width / 2, y: corner.y + radius + 22)
    let reach = radius + 11
    let keys = flows.nodes.indices.map { "\($0 + 1)" }
    let angles = SpreadLabels.middles(
      keys.indices.map(ends.middle),
      heights: keys.map {
        (max(TextMetrics.width($0, size: size, isBold: true), size) + 3) / reach
      }, from: 0, to: 2 * .pi)
    var names = zip(keys, angles).map { key, angle -> Shape in
      let place = Self.place(angle, centre, reach)
      return .text(
        Lettering(
          text: key, at: Pixel(x: place.x, y: place.y + 0.36 * size), size: size, isBold: true,
          anchor: .middle))
    }
    var top = corner.y + 2 * (radius + 22) + 6
    let indent = (keys.map { TextMetrics.width($0, size: size, isBold: true) }.max() ?? 0) + 22
    for node in flows.nodes.indices {
      let lines = TextMetrics.wrapped(
        "\(flows.nodes[node].name): \(numbers(node))", size: size, width: width - indent, lines: 3)
      names.append(
        .rectangle(
          Box(left: corner.x, top: top + 3, right: corner.x + 10, bottom: top + 13),
          Palette.colour(flows.nodes[node].ink)))
      names.append(
        .text(
          Lettering(
            text: keys[node], at: Pixel(x: corner.x + indent - 6, y: top + 12), size: size,
            isBold: true, anchor: .end)))
      for line in lines {
        top += size * 1.35
        names.append(
          .text(
            Lettering(
              text: line, at: Pixel(x: corner.x + indent, y: top - 3.5), size: size)))
      }
    }
    return (circle(ends, centre, radius) + [.group("names", [], names)], top + 4 - corner.y)
  }

  // MARK: Geometry

  /// A place at an angle, clockwise from the top.
  private static func place(_ angle: Double, _ centre: Pixel, _ radius: Double) -> Pixel {
    Pixel(
      x: centre.x + radius * Numerics.sin(angle), y: centre.y - radius * Numerics.cos(angle))
  }

  /// A part of a ring, as a line of many corners.
  private func arc(
    _ span: ClosedRange<Double>, _ centre: Pixel, _ inner: Double, _ outer: Double
  ) -> [Pixel] {
    let steps = max(2, Int(((span.upperBound - span.lowerBound) / 0.03).rounded(.up)))
    let angles = (0...steps).map {
      span.lowerBound + (span.upperBound - span.lowerBound) * Double($0) / Double(steps)
    }
    return angles.map { Self.place($0, centre, outer) }
      + angles.reversed().map { Self.place($0, centre, inner) }
  }

  /// A ribbon: an arc at the origin, an arc short of the circle at the destination, and two curves
  /// that bend towards the middle.
  private func path(
    _ index: Int, _ ends: ChordLayout, _ centre: Pixel, _ radius: Double
  ) -> String {
    let (origin, destination) = (ends.origins[index], ends.destinations[index])
    let short = radius - max(6, 0.07 * radius)
    func arc(_ span: ClosedRange<Double>, _ radius: Double) -> String {
      let isLarge = span.upperBound - span.lowerBound > .pi
      let end = Self.place(span.upperBound, centre, radius)
      let reach = Drawing.number(radius)
      return "A\(reach) \(reach) 0 \(isLarge ? 1 : 0) 1 \(FlowDrawing.text(end))"
    }
    let middle = FlowDrawing.text(centre)
    let start = FlowDrawing.text(Self.place(origin.lowerBound, centre, radius))
    let landing = FlowDrawing.text(Self.place(destination.lowerBound, centre, short))
    return "M\(start)\(arc(origin, radius))Q\(middle) \(landing)\(arc(destination, short))"
      + "Q\(middle) \(start)Z"
  }
}
