/// What the reader of a file was told, by the names of the options of the command line: with it a file
/// is read again as it was read.
///
/// ```
/// ["sheet": ["Table 2"], "unit": ["thousands"]]
/// ```
public struct ToldOptions: Sendable, Hashable {
  /// The words that were told for each option; an option without a word has none.
  public let words: [String: [String]]

  /// What is told with some options; nil where nothing is.
  init?(_ reading: ReadingOptions, _ tidying: TidyingOptions) {
    var words: [String: [String]] = [:]
    for option in Self.options {
      let told = option.words(reading, tidying)
      if !told.isEmpty { words[option.name] = told }
    }
    if tidying.isScaled { words[Self.scaling] = [] }
    guard !words.isEmpty else { return nil }
    self.words = words
  }

  /// What was told, as it was kept.
  ///
  /// - Throws: `FigureError` (`malformed`) for an option or a word that is not known.
  init(kept words: [String: [String]]) throws(FigureError) {
    self.words = words
    _ = try told()
  }

  /// The options that they are.
  ///
  /// - Throws: `FigureError` (`malformed`) for an option or a word that is not known.
  func told() throws(FigureError) -> (reading: ReadingOptions, tidying: TidyingOptions) {
    var (reading, tidying) = (ReadingOptions(), TidyingOptions())
    for (name, words) in words.sorted(by: { $0.key < $1.key }) {
      if name == Self.scaling, words.isEmpty {
        tidying.isScaled = true
        continue
      }
      guard let option = Self.options.first(where: { $0.name == name }), !words.isEmpty,
        option.tell(words, &reading, &tidying)
      else {
        throw FigureError(
          .malformed,
          "‘--\(name) \(words.joined(separator: " "))’ is not known as an option of reading",
          remedy: "Restore the file that has it, or bind the numbers anew: stats check --bind.")
      }
    }
    return (reading, tidying)
  }

  /// As one tells it: `--sheet 'Table 2' --unit thousands`.
  var text: String {
    words.sorted { $0.key < $1.key }.map { name, words in
      words.isEmpty
        ? "--\(name)" : words.map { "--\(name) \(ShellText.quoted($0))" }.joined(separator: " ")
    }.joined(separator: " ")
  }

  private static let scaling = "multiply-out"

  /// An option: how it is written, and how it is read again.
  private struct Option: Sendable {
    let name: String
    let words: @Sendable (ReadingOptions, TidyingOptions) -> [String]
    /// Whether the words can be read.
    let tell: @Sendable ([String], inout ReadingOptions, inout TidyingOptions) -> Bool

    /// An option of reading with one word.
    static func reading<Value: Sendable>(
      _ name: String, _ path: any WritableKeyPath<ReadingOptions, Value?> & Sendable,
      _ word: @escaping @Sendable (Value) -> String,
      _ value: @escaping @Sendable (String) -> Value?
    ) -> Option {
      Option(
        name: name, words: { reading, _ in reading[keyPath: path].map { [word($0)] } ?? [] },
        tell: { words, reading, _ in
          reading[keyPath: path] = value(words[0])
          return words.count == 1 && reading[keyPath: path] != nil
        })
    }

    /// An option of tidying with one word.
    static func tidying<Value: Sendable>(
      _ name: String, _ path: any WritableKeyPath<TidyingOptions, Value?> & Sendable,
      _ word: @escaping @Sendable (Value) -> String,
      _ value: @escaping @Sendable (String) -> Value?
    ) -> Option {
      Option(
        name: name, words: { _, tidying in tidying[keyPath: path].map { [word($0)] } ?? [] },
        tell: { words, _, tidying in
          tidying[keyPath: path] = value(words[0])
          return words.count == 1 && tidying[keyPath: path] != nil
        })
    }

    /// An option of reading with any number of words.
    static func readingList(
      _ name: String, _ path: any WritableKeyPath<ReadingOptions, [String]> & Sendable
    ) -> Option {
      Option(
        name: name, words: { reading, _ in reading[keyPath: path] },
        tell: { words, reading, _ in
          reading[keyPath: path] = words
          return true
        })
    }

    /// An option of tidying with any number of words.
    static func tidyingList(
      _ name: String, _ path: any WritableKeyPath<TidyingOptions, [String]> & Sendable
    ) -> Option {
      Option(
        name: name, words: { _, tidying in tidying[keyPath: path] },
        tell: { words, _, tidying in
          tidying[keyPath: path] = words
          return true
        })
    }
  }

  private static let options: [Option] = [
    .reading("delimiter", \.delimiter, character, byte), .reading("quote", \.quote, word, mark),
    .reading("escape", \.escape, word, mark), .reading("comment", \.comment, word, mark),
    .reading("decimal-mark", \.decimalMark, character, byte),
    .reading("thousands-mark", \.thousandsMark, { $0.rawValue }, { ThousandsMark(rawValue: $0) }),
    .reading("letters", \.letters, { $0.rawValue }, { LetterMeaning(rawValue: $0) }),
    .reading("brackets", \.brackets, { $0.rawValue }, { BracketMeaning(rawValue: $0) }),
    .reading("encoding", \.encoding, { $0.rawValue }, { TextEncoding(rawValue: $0) }),
    .reading("sheet", \.sheet, { $0 }, { $0 }), .reading("member", \.member, { $0 }, { $0 }),
    .readingList("missing", \.missingWords), .readingList("suppressed", \.suppressedWords),
    .readingList("nil", \.nilWords),
    .tidying(
      "layout", \.layout, { $0.rawValue }, { TidyingOptions.LayoutName(rawValue: $0) }),
    .tidying("area-column", \.areaColumn, { $0 }, { $0 }),
    .tidying("year-column", \.yearColumn, { $0 }, { $0 }),
    .tidyingList("value-column", \.valueColumns), .tidyingList("key-column", \.keyColumns),
    .tidying("year", \.year, { "\($0)" }, { Int($0) }),
    .tidying("rows", \.rows, { $0.rawValue }, { MatrixSide(rawValue: $0) }),
    .tidying("quantity", \.quantity, { $0.name }, { Quantity($0) }),
    .tidying("unit", \.unit, { $0.name }, { Unit($0) }),
  ]

  @Sendable private static func character(_ byte: UInt8) -> String {
    byte == UInt8(ascii: "\t") ? "tab" : String(UnicodeScalar(byte))
  }

  @Sendable private static func byte(_ text: String) -> UInt8? {
    if text == "tab" { return UInt8(ascii: "\t") }
    return text.utf8.count == 1 ? text.utf8.first : nil
  }

  @Sendable private static func word(_ mark: DialectMark) -> String {
    mark.byte.map { character($0) } ?? "none"
  }

  @Sendable private static func mark(_ text: String) -> DialectMark? {
    text == "none" ? DialectMark.none : byte(text).map { .mark($0) }
  }
}
