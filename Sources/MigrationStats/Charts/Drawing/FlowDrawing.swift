/// Ribbons in pixels.
struct FlowDrawing: Drawable {
  private let flows: FlowDiagram
  private let width: Double

  init(_ flows: FlowDiagram, width: Double) {
    self.flows = flows
    self.width = width
  }

  func drawn(at corner: Pixel) -> (shapes: [Shape], height: Double) { ([], 0) }
}
