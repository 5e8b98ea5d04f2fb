/// Ribbons from origins on the left to destinations on the right.
struct SankeyDrawing: Drawable {
  private let flows: FlowDiagram
  private let width: Double

  private static let bar = 10.0

  init(_ flows: FlowDiagram, width: Double) {
    self.flows = flows
    self.width = width
  }

  /// A place with the height of its bar and where it begins.
  private struct Stop {
    let node: Int
    let value: Double
    let label: FlowLabel
    var top = 0.0
    var height = 0.0
  }

  func drawn(at corner: Pixel) -> (shapes: [Shape], height: Double) {
    let size = width < 500 ? 11.0 : 12.0
    let limit = 0.28 * width
    func stops(_ amount: (Int) -> Double) -> [Stop] {
      flows.nodes.indices.map { ($0, amount($0)) }.filter { $0.1 > 0 }.map { node, value in
        Stop(
          node: node, value: value,
          label: FlowLabel(flows.nodes[node].name, flows.number(value), size: size, width: limit))
      }
    }
    var (left, right) = (stops(flows.outflow), stops(flows.inflow))
    let full = (width < 500 ? 0.85 : 0.5) * width
    let sum = flows.ribbons.reduce(0) { $0 + $1.value }
    let scale = full / max(sum, .leastNormalMagnitude)
    let headings = [
      "From", flows.isStock ? "Living in" : "To",
    ]
    let top = corner.y + size * 1.8
    let heights = [Self.stack(&left, top, scale), Self.stack(&right, top, scale)]
    let height = heights.max() ?? 0
    // The shorter column stands in the middle of the taller.
    for index in left.indices { left[index].top += (height - heights[0]) / 2 }
    for index in right.indices { right[index].top += (height - heights[1]) / 2 }
    let start = corner.x + (left.map(\.label.width).max() ?? 0) + 7
    let end = corner.x + width - (right.map(\.label.width).max() ?? 0) - 7
    let ribbons = ribbons(left, right, from: start + Self.bar, to: end - Self.bar, scale)
    var names: [Shape] = []
    var bars: [Shape] = []
    for (stops, x, isLeft) in [(left, start, true), (right, end - Self.bar, false)] {
      for stop in stops {
        let ink = isLeft ? Palette.colour(flows.nodes[stop.node].ink) : Palette.rule
        bars.append(
          .rectangle(
            Box(left: x, top: stop.top, right: x + Self.bar, bottom: stop.top + stop.height), ink))
        names += stop.label.shapes(
          at: isLeft ? x - 6 : x + Self.bar + 6, middle: stop.top + stop.height / 2,
          anchor: isLeft ? .end : .start)
      }
      names.append(
        .text(
          Lettering(
            text: headings[isLeft ? 0 : 1],
            at: Pixel(x: isLeft ? x + Self.bar : x, y: corner.y + size), size: size, isBold: true,
            anchor: isLeft ? .end : .start)))
    }
    return (
      [.group("marks", [], ribbons), .group("axes", [], bars), .group("names", [], names)],
      top + height - corner.y + 4
    )
  }

  /// Sets places below one another, each with as much room as its bar or its label needs.
  ///
  /// - Returns: the height of all of them.
  private static func stack(_ stops: inout [Stop], _ top: Double, _ scale: Double) -> Double {
    var edge = top
    for index in stops.indices {
      let height = max(1, scale * stops[index].value)
      let slot = max(height, stops[index].label.height)
      stops[index].top = edge + (slot - height) / 2
      stops[index].height = height
      edge += slot + 7
    }
    return edge - top - 7
  }

  private func ribbons(
    _ left: [Stop], _ right: [Stop], from start: Double, to end: Double, _ scale: Double
  ) -> [Shape] {
    var edges: (left: [Int: Double], right: [Int: Double]) = ([:], [:])
    for stop in left { edges.left[stop.node] = stop.top }
    for stop in right { edges.right[stop.node] = stop.top }
    // In the order of the places, ribbons leave and arrive without crossing more than they must.
    var places = [(from: Double, to: Double)](repeating: (0, 0), count: flows.ribbons.count)
    let ordered = flows.ribbons.indices.sorted {
      (flows.ribbons[$0].origin, flows.ribbons[$0].destination)
        < (flows.ribbons[$1].origin, flows.ribbons[$1].destination)
    }
    for index in ordered {
      let ribbon = flows.ribbons[index]
      places[index] = (
        edges.left[ribbon.origin] ?? start, edges.right[ribbon.destination] ?? start
      )
      edges.left[ribbon.origin]? += scale * ribbon.value
      edges.right[ribbon.destination]? += scale * ribbon.value
    }
    return FlowDrawing.ordered(flows).map { index in
      let thickness = scale * flows.ribbons[index].value
      let (from, to) = places[index]
      let middle = (start + end) / 2
      func text(_ x: Double, _ y: Double) -> String { FlowDrawing.text(Pixel(x: x, y: y)) }
      let there =
        "M\(text(start, from))C\(text(middle, from)) \(text(middle, to)) \(text(end, to))"
      let back =
        "L\(text(end, to + thickness))C\(text(middle, to + thickness)) "
        + "\(text(middle, from + thickness)) \(text(start, from + thickness))Z"
      return FlowDrawing.group(flows.ribbons[index], in: flows, there + back)
    }
  }
}
