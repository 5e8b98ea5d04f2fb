/// Why a chart cannot be drawn.
public struct ChartError: Problem {
  /// What kind of failure it is.
  public enum Kind: Sendable, Hashable {
    /// There is nothing to draw.
    case empty
    /// More series or areas than a reader can tell apart.
    case tooMany
    /// The data are not of the form that the type needs.
    case unfit
    /// What is asked for does not go together.
    case misuse
  }

  /// What kind of failure it is.
  public let kind: Kind
  /// What is wrong.
  public let summary: String
  /// Where it is wrong.
  public let position: Position
  /// How to mend it.
  public let remedy: String?

  init(_ kind: Kind, _ summary: String, at position: Position, remedy: String? = nil) {
    self.kind = kind
    self.summary = summary
    self.position = position
    self.remedy = remedy
  }
}
