import ArgumentParser
import MigrationStats

/// What of a file is read, and in which encoding, where that cannot be found out.
struct PackingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How the text is written: \(TextEncoding.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "name"),
    transform: PackingOptions.encoding)
  var encoding: TextEncoding?

  @Option(
    help: ArgumentHelp("The sheet of a workbook, by name or number.", valueName: "name"))
  var sheet: String?

  @Option(help: ArgumentHelp("The file in a ZIP archive.", valueName: "name"))
  var member: String?

  /// The options with what is told.
  func told(_ options: ReadingOptions) -> ReadingOptions {
    var options = options
    (options.encoding, options.sheet, options.member) = (encoding, sheet, member)
    return options
  }

  private static func encoding(_ name: String) throws -> TextEncoding {
    if let known = TextEncoding(named: name) { return known }
    let names = TextEncoding.allCases.map(\.rawValue)
    throw ValidationError(
      "‘\(name)’ is not an encoding that is read. "
        + (Suggestion.didYouMean(name, among: names)
          ?? "They are \(names.joined(separator: ", ")).")
        + " For others: iconv -f \(name) -t UTF-8 FILE | stats … -")
  }
}
