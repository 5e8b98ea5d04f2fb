/// Ribbons from origins to destinations.
public struct FlowDiagram: Sendable, Hashable {
  /// A ribbon.
  public struct Ribbon: Sendable, Hashable {
    /// Where it begins, by its place among the names.
    public let origin: Int
    /// Where it ends, by its place among the names.
    public let destination: Int
    /// Its width, in the data's unit.
    public let value: Double
  }

  /// The areas.
  public let names: [String]
  /// The ribbons.
  public let ribbons: [Ribbon]
  /// Whether they run around a circle rather than from left to right.
  public let isCircular: Bool
  /// What the values count.
  public let unit: String
}
