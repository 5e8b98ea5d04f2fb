/// What the reader is told rather than left to find out.
///
/// What is told beats what is guessed.
public struct ReadingOptions: Sendable, Hashable {
  /// The byte between cells; detected where nil.
  public var delimiter: UInt8?
  /// The mark before decimals, a dot or a comma; decided over all values where nil.
  public var decimalMark: UInt8?
  /// Words that stand for a missing value, besides the usual ones.
  public var missingWords: [String]
  /// How the text is written; detected where nil.
  public var encoding: TextEncoding?
  /// The sheet of a workbook, by its name or its place from 1; the first that looks like a table of
  /// figures where nil.
  public var sheet: String?
  /// The member of a ZIP archive; the only one that can be the table where nil.
  public var member: String?

  /// Options; everything is detected where nothing is told.
  public init(
    delimiter: UInt8? = nil, decimalMark: UInt8? = nil, missingWords: [String] = [],
    encoding: TextEncoding? = nil, sheet: String? = nil, member: String? = nil
  ) {
    self.delimiter = delimiter
    self.decimalMark = decimalMark
    self.missingWords = missingWords
    self.encoding = encoding
    self.sheet = sheet
    self.member = member
  }
}
