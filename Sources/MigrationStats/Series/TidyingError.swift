/// Why a table could not be made into series, or a series not be found.
public struct TidyingError: Problem {
  /// What kind of failure it is.
  public enum Kind: Sendable, Hashable {
    /// The layout, or one of its columns, could not be made out.
    case layout
    /// A cell that should hold a number holds something else.
    case notANumber
    /// A cell that should hold a year holds something else.
    case notAYear
    /// A row has no area.
    case noArea
    /// A status is not one of SDMX's.
    case notAStatus
    /// Two values for the same series and year.
    case duplicate
    /// There is not one value.
    case noValue
    /// No series has the area, vintage or key asked for.
    case notFound
    /// A row was probably cut off.
    case truncated
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
