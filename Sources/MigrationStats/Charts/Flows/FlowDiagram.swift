/// Ribbons from origins to destinations.
public struct FlowDiagram: Sendable, Hashable {
  /// A ribbon.
  public struct Ribbon: Sendable, Hashable {
    /// Where it begins, by its place among the nodes.
    public let origin: Int
    /// Where it ends, by its place among the nodes.
    public let destination: Int
    /// Its width, in the data's unit.
    public let value: Double
  }

  /// A place that ribbons begin or end at.
  public struct Node: Sendable, Hashable {
    /// The area's name.
    public let name: String
    /// The colour of the ribbons that begin there.
    public let ink: Layer.Ink
  }

  /// The places; from left to right, first all origins and then all destinations.
  public let nodes: [Node]
  /// The ribbons.
  public let ribbons: [Ribbon]
  /// Whether they run around a circle rather than from left to right.
  public let isCircular: Bool
  /// What the numbers at the places count: `million people`.
  public let unit: String
  /// What values are divided by for these numbers.
  public let divisor: Double
  /// Whether values count people at a date rather than moves.
  public let isStock: Bool

  /// The names of the places.
  public var names: [String] { nodes.map(\.name) }

  /// What begins at a place.
  func outflow(_ node: Int) -> Double {
    ribbons.reduce(0) { $0 + ($1.origin == node ? $1.value : 0) }
  }

  /// What ends at a place.
  func inflow(_ node: Int) -> Double {
    ribbons.reduce(0) { $0 + ($1.destination == node ? $1.value : 0) }
  }

  /// A value as it is written at a place, in the diagram's unit.
  func number(_ value: Double) -> String {
    let shown = value / divisor
    if divisor == 1 { return Numerals.grouped(value) }
    return shown > 0 && shown < 0.05 ? "<0.1" : Numerals.grouped(shown, decimals: 1)
  }
}
