import ArgumentParser
import MigrationStats

/// How a file writes numbers and what it calls missing, where that cannot be found out.
struct WritingOptions: ParsableArguments {
  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("A word for a missing value; repeatable.", valueName: "word"))
  var missing: [String] = []

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "A word for a withheld value, besides * and c; repeatable.", valueName: "word"))
  var suppressed: [String] = []

  @Option(
    name: .customLong("nil"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("A word for nil, such as -; repeatable.", valueName: "word"))
  var nilWords: [String] = []

  @Option(
    help: ArgumentHelp("What letters beside values are: flags or notes.", valueName: "meaning"))
  var letters: LetterMeaning?

  @Option(
    help: ArgumentHelp(
      "What brackets around values say: negative or unreliable.", valueName: "meaning"))
  var brackets: BracketMeaning?

  @Option(
    help: ArgumentHelp("The mark before decimals: . or ,", valueName: "mark"),
    transform: WritingOptions.decimalMark)
  var decimalMark: UInt8?

  @Option(
    help: ArgumentHelp(
      "What groups digits: comma, dot, space, apostrophe or none.", valueName: "mark"))
  var thousandsMark: ThousandsMark?

  /// The options with what is configured in place of what is not told.
  func configured() -> WritingOptions {
    var options = self
    if missing.isEmpty, let words = Settings.inForce.missing() { options.missing = words }
    // What is told of one mark tells of the other, and beats what is configured.
    if decimalMark == nil, thousandsMark != .comma, thousandsMark != .dot {
      options.decimalMark = Settings.inForce.decimalMark()
    }
    return options
  }

  func validate() throws {
    let told = decimalMark.map { String(UnicodeScalar($0)) }
    guard told != nil, thousandsMark?.rawValue == (told == "," ? "comma" : "dot") else { return }
    throw ValidationError(
      "--decimal-mark and --thousands-mark name the same mark, ‘\(told ?? "")’: give one of them.")
  }

  /// The options with what is told.
  func told(_ options: ReadingOptions) -> ReadingOptions {
    var options = options
    (options.decimalMark, options.thousandsMark) = (decimalMark, thousandsMark)
    options.missingWords = missing
    (options.suppressedWords, options.nilWords) = (suppressed, nilWords)
    (options.letters, options.brackets) = (letters, brackets)
    return options
  }

  private static func decimalMark(_ text: String) throws -> UInt8 {
    switch text {
    case ".": UInt8(ascii: ".")
    case ",": UInt8(ascii: ",")
    default: throw ValidationError("‘\(text)’ is not a decimal mark: give . or ,")
    }
  }
}
