/// A word, number, year or mark of a text, with the bytes that it takes.
struct Token: Sendable {
  /// What it is.
  enum Kind: Sendable, Hashable {
    /// A word, folded: lower case, no diacritics, no possessive ending.
    case word
    /// A number.
    case number(WrittenNumber)
    /// A calendar year.
    case year(Int)
    /// Two years joined by a dash.
    case years(Int, Int)
    /// `3rd`.
    case ordinal(Int)
    /// A mark: `%`, `$`, `,`, `(`.
    case mark
    /// The end of a sentence.
    case sentenceEnd
    /// The end of a paragraph, heading, list item or row.
    case paragraphEnd
  }

  let kind: Kind
  /// The folded word, or the mark.
  let text: String
  /// The first byte.
  let start: Int
  /// The byte behind the last.
  let end: Int
  /// Whether the word begins with a capital.
  var isCapital = false
  /// Whether every letter of the word is a capital.
  var isAllCapital = false
}
