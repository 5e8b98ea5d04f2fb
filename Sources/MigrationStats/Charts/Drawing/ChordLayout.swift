/// Where ribbons begin and end on a circle, as angles clockwise from the top.
struct ChordLayout {
  /// The arc of each ribbon at its origin.
  let origins: [ClosedRange<Double>]
  /// The arc of each ribbon at its destination.
  let destinations: [ClosedRange<Double>]
  private let spans: [ClosedRange<Double>]

  /// - Parameter rotation: where the first place begins.
  init(_ flows: FlowDiagram, rotation: Double = 0) {
    let count = flows.nodes.count
    let gap = min(0.05, 0.9 / Double(max(1, count)))
    let sum = flows.ribbons.reduce(0) { $0 + 2 * $1.value }
    let scale = (2 * Double.pi - gap * Double(count)) / max(sum, .leastNormalMagnitude)
    var origins = [ClosedRange<Double>](repeating: 0...0, count: flows.ribbons.count)
    var destinations = origins
    var spans: [ClosedRange<Double>] = []
    var angle = rotation + gap / 2
    for node in flows.nodes.indices {
      let start = angle
      // What goes far around the circle stands first, so that neighbours' ribbons do not cross it.
      let parts = flows.ribbons.indices.flatMap { index -> [(ribbon: Int, isOut: Bool, far: Int)] in
        let ribbon = flows.ribbons[index]
        var found: [(ribbon: Int, isOut: Bool, far: Int)] = []
        if ribbon.origin == node {
          found.append((index, true, (ribbon.destination - node + count) % count))
        }
        if ribbon.destination == node {
          found.append((index, false, (ribbon.origin - node + count) % count))
        }
        return found
      }.sorted {
        $0.far == $1.far ? $0.isOut && !$1.isOut : $0.far > $1.far
      }
      for part in parts {
        let next = angle + scale * flows.ribbons[part.ribbon].value
        if part.isOut {
          origins[part.ribbon] = angle...max(angle, next)
        } else {
          destinations[part.ribbon] = angle...max(angle, next)
        }
        angle = max(angle, next)
      }
      spans.append(start...angle)
      angle += gap
    }
    self.origins = origins
    self.destinations = destinations
    self.spans = spans
  }

  /// The arc of a place.
  func span(_ node: Int) -> ClosedRange<Double> { spans[node] }

  /// The angle in the middle of a place's arc, from 0 up to 2π.
  func middle(_ node: Int) -> Double {
    let angle = (spans[node].lowerBound + spans[node].upperBound) / 2
    return angle.truncatingRemainder(dividingBy: 2 * .pi)
  }

  /// The rotation by which labels on the right and on the left take the most equal room.
  static func balanced(_ flows: FlowDiagram, _ heights: [Double]) -> Double {
    let layout = ChordLayout(flows)
    let steps = 48
    func unevenness(_ step: Int) -> Double {
      let rotation = 2 * Double.pi * Double(step) / Double(steps)
      let sides = heights.indices.map { node -> Double in
        let angle = (layout.middle(node) + rotation).truncatingRemainder(dividingBy: 2 * .pi)
        return angle < .pi ? heights[node] : -heights[node]
      }
      return abs(sides.reduce(0, +)) + 0.01 * Double(min(step, steps - step))
    }
    let best = (0..<steps).min { unevenness($0) < unevenness($1) } ?? 0
    return 2 * .pi * Double(best) / Double(steps)
  }
}
