/// How a delimited text is written: what parts its cells, quotes them and marks their decimals.
public struct Dialect: Sendable, Hashable {
  /// The byte between two cells.
  public var delimiter: UInt8
  /// The byte around a cell that holds delimiters or line breaks; doubled inside to mean itself.
  public var quote: UInt8
  /// The mark before decimals: a dot, or a comma where it is told.
  public var decimalMark: UInt8

  /// A dialect; RFC 4180 where nothing is said.
  public init(
    delimiter: UInt8 = UInt8(ascii: ","), quote: UInt8 = UInt8(ascii: "\""),
    decimalMark: UInt8 = UInt8(ascii: ".")
  ) {
    self.delimiter = delimiter
    self.quote = quote
    self.decimalMark = decimalMark
  }

  /// The delimiter's name, for messages.
  public var delimiterName: String {
    switch delimiter {
    case UInt8(ascii: ","): "comma"
    case UInt8(ascii: ";"): "semicolon"
    case UInt8(ascii: "\t"): "tab"
    case UInt8(ascii: "|"): "vertical bar"
    default: "‘\(Character(UnicodeScalar(delimiter)))’"
    }
  }
}
