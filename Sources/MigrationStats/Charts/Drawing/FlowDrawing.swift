/// Ribbons in pixels.
struct FlowDrawing: Drawable {
  private let flows: FlowDiagram
  private let width: Double

  init(_ flows: FlowDiagram, width: Double) {
    self.flows = flows
    self.width = width
  }

  func drawn(at corner: Pixel) -> (shapes: [Shape], height: Double) {
    flows.isCircular
      ? ChordDrawing(flows, width: width).drawn(at: corner)
      : SankeyDrawing(flows, width: width).drawn(at: corner)
  }

  /// How opaque ribbons are.
  static let opacity = 0.65

  /// A ribbon's group, with its ends and its value for programs.
  static func group(_ ribbon: FlowDiagram.Ribbon, in flows: FlowDiagram, _ path: String) -> Shape {
    let origin = flows.nodes[ribbon.origin]
    return .group(
      "mark ribbon",
      [
        Shape.Attribute(name: "data-origin", value: origin.name),
        Shape.Attribute(
          name: "data-destination", value: flows.nodes[ribbon.destination].name),
        Shape.Attribute(name: "data-value", value: Numerals.exact(ribbon.value)),
      ], [.path(path, Palette.colour(origin.ink), opacity: opacity)])
  }

  /// The ribbons in the order in which they are drawn: grey ones first, narrow ones last.
  static func ordered(_ flows: FlowDiagram) -> [Int] {
    flows.ribbons.indices.sorted { one, other in
      let (first, second) = (flows.ribbons[one], flows.ribbons[other])
      let isGrey = (
        flows.nodes[first.origin].ink == .context, flows.nodes[second.origin].ink == .context
      )
      if isGrey.0 != isGrey.1 { return isGrey.0 }
      return first.value == second.value ? one < other : first.value > second.value
    }
  }

  /// A place in a path's commands.
  static func text(_ place: Pixel) -> String {
    "\(Drawing.number(place.x)) \(Drawing.number(place.y))"
  }
}
