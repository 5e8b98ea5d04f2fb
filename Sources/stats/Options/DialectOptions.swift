import ArgumentParser
import MigrationStats

/// How a text is made up of cells, where that cannot be found out.
struct DialectOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("What parts the cells: one character, or tab.", valueName: "character"),
    transform: DialectOptions.delimiter)
  var delimiter: UInt8?

  @Option(
    help: ArgumentHelp("What stands around cells: one character, or none.", valueName: "character"),
    transform: { try DialectOptions.mark($0, "a quote") })
  var quote: DialectMark?

  @Option(
    help: ArgumentHelp(
      "What stands before a character to be taken as it is, or none.", valueName: "character"),
    transform: { try DialectOptions.mark($0, "an escape") })
  var escape: DialectMark?

  @Option(
    help: ArgumentHelp("What begins a line of comment, or none.", valueName: "character"),
    transform: { try DialectOptions.mark($0, "a mark for comments") })
  var comment: DialectMark?

  func validate() throws {
    let told =
      [("delimiter", delimiter)] + [
        ("quote", quote?.byte), ("escape", escape?.byte), ("comment", comment?.byte),
      ]
    for (index, (name, byte)) in told.enumerated() {
      guard let byte, let twin = told[..<index].first(where: { $0.1 == byte }) else { continue }
      // A quote that escapes itself is one that is doubled.
      if name == "escape", twin.0 == "quote" { continue }
      throw ValidationError("--\(twin.0) and --\(name) are the same character.")
    }
  }

  /// The options with what is told.
  func told(_ options: ReadingOptions) -> ReadingOptions {
    var options = options
    (options.delimiter, options.quote, options.comment) = (delimiter, quote, comment)
    options.escape = escape?.byte != nil && escape == quote ? DialectMark.none : escape
    return options
  }

  private static func delimiter(_ text: String) throws -> UInt8 {
    if text == "tab" || text == "\\t" { return UInt8(ascii: "\t") }
    guard let byte = text.utf8.first, text.utf8.count == 1, byte < 0x80,
      !("0"..."9").contains(text), text != "\"", text != "\n"
    else { throw ValidationError("‘\(text)’ is not a delimiter: give one character, or tab.") }
    return byte
  }

  private static func mark(_ text: String, _ what: String) throws -> DialectMark {
    if text == "none" { return .none }
    guard let byte = text.utf8.first, text.utf8.count == 1, (0x21..<0x7F).contains(byte),
      !text.contains(where: { $0.isLetter || $0.isNumber })
    else { throw ValidationError("‘\(text)’ is not \(what): give one character, or none.") }
    return .mark(byte)
  }
}
