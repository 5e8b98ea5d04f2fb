/// A dialect, and how each part of it came to be known.
public struct DialectFinding: Sendable, Hashable {
  /// How a part of a dialect is known.
  public enum Basis: String, Sendable, Hashable {
    /// The user said so.
    case told
    /// The file says so itself.
    case stated
    /// It makes the most consistent table.
    case guessed
    /// Nothing speaks for anything but the usual.
    case usual
  }

  /// A part of a dialect, such as its quote.
  public struct Part: Sendable, Hashable {
    /// What it is: `delimiter`, `quote`, `escape`, `comment`.
    public let name: String
    /// The byte's name, or `none`.
    public let value: String
    /// How it is known.
    public let basis: Basis
    /// What was seen that speaks for it; empty where nothing had to.
    public let evidence: String
  }

  /// The dialect.
  public let dialect: Dialect
  /// What each delimiter made of the head; empty where the delimiter was told.
  public let delimiters: [Dialect.Evidence]
  /// The parts, in the order in which they are told.
  public internal(set) var parts: [Part]

  /// The dialect of a sheet of a workbook, which has no delimiters.
  static let ofSheet = DialectFinding(dialect: Dialect(), delimiters: [], parts: [])

  /// How the delimiter is known.
  var delimiterBasis: Basis { parts.first { $0.name == "delimiter" }?.basis ?? .usual }

  /// What is guessed and unusual, as a note for the user.
  func notes(at position: Position) -> [Note] {
    parts.filter { $0.basis == .guessed && $0.name != "delimiter" }.map { part in
      Note(
        "the \(part.value) is taken as the \(part.name) (a guess: \(part.evidence); told with "
          + "--\(part.name))", at: position)
    }
  }
}
