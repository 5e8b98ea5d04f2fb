/// A byte that is told, or told to be none.
public enum DialectMark: Sendable, Hashable {
  /// No byte has that meaning.
  case none
  /// The byte that has it.
  case mark(UInt8)

  /// The byte; nil where none has that meaning.
  public var byte: UInt8? {
    switch self {
    case .none: nil
    case .mark(let byte): byte
    }
  }
}

/// What the reader is told rather than left to find out.
///
/// ```swift
/// let options = ReadingOptions(
///   delimiter: UInt8(ascii: ";"), decimalMark: UInt8(ascii: ","), missingWords: ["n.v."])
/// let bytes = Array("area;year;value\nMalta;2019;1,5\nMalta;2020;n.v.\n".utf8)
/// let malta = try Table(.bytes(bytes, name: "malta.csv"), options: options).tidied().series[0]
/// print(malta[2019]?.value ?? .nan, malta[2020] == nil)  // 1.5 true
/// ```
///
/// What is told beats what is guessed.
public struct ReadingOptions: Sendable, Hashable {
  /// The byte between cells; detected where nil.
  public var delimiter: UInt8?
  /// The mark before decimals, a dot or a comma; decided over all values where nil.
  ///
  /// Cells of a workbook that are numbers by their type have none.
  public var decimalMark: UInt8?
  /// Words that stand for a missing value, besides the usual ones.
  public var missingWords: [String]
  /// Words that stand for a value which is known and withheld, besides `*` and `c`.
  public var suppressedWords: [String] = []
  /// Words that stand for nil, such as `-`.
  public var nilWords: [String] = []
  /// What letters beside numbers are; decided over all values where nil.
  public var letters: LetterMeaning?
  /// What brackets around numbers say; decided over all values where nil.
  public var brackets: BracketMeaning?
  /// The byte around cells; detected where nil.
  public var quote: DialectMark?
  /// The byte before one that is taken as it is; detected where nil.
  public var escape: DialectMark?
  /// The byte that begins a line which is no record; detected where nil.
  public var comment: DialectMark?
  /// How digits are grouped; in any of the usual ways where nil.
  public var thousandsMark: ThousandsMark?
  /// How the text is written; detected where nil.
  public var encoding: TextEncoding?
  /// The sheet of a workbook, by its name or its place from 1; the first that looks like a table of
  /// figures where nil.
  public var sheet: String?
  /// The member of a ZIP archive, or the path through a member that is an archive itself, such as
  /// `tables.zip/stock.csv`; the only one that can be the table where nil.
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

/// What stands between groups of three digits.
public enum ThousandsMark: String, Sendable, Hashable, CaseIterable {
  /// A comma: 1,234.
  case comma
  /// A dot: 1.234.
  case dot
  /// A space, a no-break space, a narrow no-break space or a thin space.
  case space
  /// An apostrophe, straight or curved.
  case apostrophe
  /// Nothing: digits are not grouped.
  case none

  /// The characters that it may be.
  var characters: [String] {
    switch self {
    case .comma: [","]
    case .dot: ["."]
    case .space: [" ", "\u{A0}", "\u{202F}", "\u{2009}"]
    case .apostrophe: ["'", "’"]
    case .none: []
    }
  }
}

/// What letters beside numbers are.
public enum LetterMeaning: String, Sendable, Hashable, CaseIterable {
  /// Flags of Eurostat: `b` for a break, `p` for provisional.
  case flags
  /// Footnotes.
  case notes
}

/// What brackets around a number say.
public enum BracketMeaning: String, Sendable, Hashable, CaseIterable {
  /// That it is negative.
  case negative
  /// That it is not reliable.
  case unreliable
}
