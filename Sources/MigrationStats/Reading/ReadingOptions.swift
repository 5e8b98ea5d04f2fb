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

  /// Options; everything is detected where nothing is told.
  public init(delimiter: UInt8? = nil, decimalMark: UInt8? = nil, missingWords: [String] = []) {
    self.delimiter = delimiter
    self.decimalMark = decimalMark
    self.missingWords = missingWords
  }
}
