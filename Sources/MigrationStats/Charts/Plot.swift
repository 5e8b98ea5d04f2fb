/// A pair of axes and the layers of marks on them, the first at the back.
public struct Plot: Sendable, Hashable {
  /// What this plot is of among several; nil where it is the only one.
  public let title: String?
  /// The axis from left to right.
  public let horizontal: Axis
  /// The axis from bottom to top; categories run from top to bottom.
  public let vertical: Axis
  /// The marks.
  public let layers: [Layer]

  init(title: String? = nil, horizontal: Axis, vertical: Axis, layers: [Layer]) {
    self.title = title
    self.horizontal = horizontal
    self.vertical = vertical
    self.layers = layers
  }
}
