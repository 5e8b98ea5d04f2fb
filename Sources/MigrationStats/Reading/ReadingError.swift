/// Why a file could not be read as a table.
public struct ReadingError: Problem {
  /// What kind of failure it is.
  public enum Kind: Sendable, Hashable {
    /// No file has that name.
    case notFound
    /// The name is a directory's.
    case directory
    /// The system refused to give the bytes.
    case unreadable
    /// There is nothing in it, or nothing but a header.
    case empty
    /// The content is of a kind that is not delimited text.
    case notText
    /// The bytes are not text in the encoding that is told or found.
    case encoding
    /// What is packed is damaged, cut off, encrypted, or unpacks to too much.
    case unpacking
    /// A workbook is damaged.
    case workbook
    /// No member or sheet has that name, or it is not clear which is meant.
    case noPart
    /// A quote was opened and never closed, or closed in the middle of a cell.
    case quoting
    /// A row has another number of cells than the header.
    case width
    /// No header row or no delimiter could be made out.
    case noTable
    /// No column has that name.
    case noColumn
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
