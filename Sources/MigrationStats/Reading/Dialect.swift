/// How a delimited text is written: what parts its cells, quotes them and marks their decimals.
///
/// ```swift
/// let german = Dialect(delimiter: UInt8(ascii: ";"), decimalMark: UInt8(ascii: ","))
/// print(german.delimiterName)  // semicolon
/// ```
public struct Dialect: Sendable, Hashable {
  /// The byte between two cells.
  public var delimiter: UInt8
  /// The byte around a cell that holds delimiters or line breaks; nil where no byte does.
  ///
  /// Inside, it is doubled to mean itself.
  public var quote: UInt8?
  /// The byte before one that is to be taken as it is; nil where no byte does.
  public var escape: UInt8?
  /// The byte with which a line begins that is no record; nil where no byte does.
  public var comment: UInt8?
  /// The mark before decimals: a dot, or a comma where it is told.
  public var decimalMark: UInt8

  /// A dialect; RFC 4180 where nothing is said.
  public init(
    delimiter: UInt8 = UInt8(ascii: ","), quote: UInt8? = UInt8(ascii: "\""),
    escape: UInt8? = nil, comment: UInt8? = nil, decimalMark: UInt8 = UInt8(ascii: ".")
  ) {
    self.delimiter = delimiter
    self.quote = quote
    self.escape = escape
    self.comment = comment
    self.decimalMark = decimalMark
  }

  /// The delimiter's name, for messages.
  public var delimiterName: String { Self.name(of: delimiter) }

  /// What a byte is called in messages.
  static func name(of byte: UInt8) -> String {
    switch byte {
    case UInt8(ascii: ","): "comma"
    case UInt8(ascii: ";"): "semicolon"
    case UInt8(ascii: "\t"): "tab"
    case UInt8(ascii: "|"): "vertical bar"
    case UInt8(ascii: "\""): "double quote"
    case UInt8(ascii: "'"): "apostrophe"
    case UInt8(ascii: "\\"): "backslash"
    default: "‘\(Character(UnicodeScalar(byte)))’"
    }
  }
}
