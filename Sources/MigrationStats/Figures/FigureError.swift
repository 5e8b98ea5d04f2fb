/// Why a figure could not be made.
public struct FigureError: Problem {
  /// What kind of failure it is.
  public enum Kind: Sendable, Hashable {
    /// More than one series fits what is asked for.
    case ambiguous
    /// The series has no value where one is needed.
    case noValue
    /// What is asked for does not go together.
    case misuse
    /// The text of a lock, a marker or a template cannot be read.
    case malformed
    /// No figure has that identity.
    case unknown
  }

  /// What kind of failure it is.
  public let kind: Kind
  /// What is wrong.
  public let summary: String
  /// Where it is wrong.
  public let position: Position
  /// How to mend it.
  public let remedy: String?

  init(_ kind: Kind, _ summary: String, at position: Position = Position(), remedy: String? = nil) {
    self.kind = kind
    self.summary = summary
    self.position = position
    self.remedy = remedy
  }
}
