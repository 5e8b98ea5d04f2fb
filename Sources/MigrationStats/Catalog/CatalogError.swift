/// Why a data set could not be had.
public struct CatalogError: Problem {
  /// What kind of failure it is.
  public enum Kind: Sendable, Hashable {
    /// There is no folder of data sets.
    case noCatalog
    /// No data set has that id.
    case notFound
    /// The description cannot be read.
    case description
    /// The data are not those that the description speaks of.
    case digest
    /// The data set is a list, not series.
    case list
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
