/// How the bytes of a file became a table: what was unpacked, what was chosen of it and why, how the
/// text was written.
public struct Origin: Sendable, Hashable {
  /// One step of unpacking.
  public struct Step: Sendable, Hashable {
    /// What it was, such as `ZIP archive`.
    public let container: String
    /// The member or sheet chosen; nil where there is only one content.
    public let chosen: String?
    /// Why it was chosen.
    public let reason: String
    /// The names of the others.
    public let others: [String]
  }

  /// What was unpacked, from the outermost on; empty for a plain text.
  public internal(set) var steps: [Step] = []
  /// How the text was written; nil for a workbook, whose cells have no encoding of their own.
  public internal(set) var encoding: TextEncoding?
  /// What the encoding was told by.
  public internal(set) var encodingReason = ""
  /// Whether the text began with a byte order mark.
  public internal(set) var hasByteOrderMark = false
}
