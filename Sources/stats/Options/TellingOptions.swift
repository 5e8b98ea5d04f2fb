import ArgumentParser
import MigrationStats

/// What a file does not say, or says so that it cannot be found out.
struct TellingOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The layout: long, wide or wide-by-area.", valueName: "layout"))
  var layout: TidyingOptions.LayoutName?

  @Option(help: ArgumentHelp("The column with the area's name or code.", valueName: "name"))
  var areaColumn: String?

  @Option(help: ArgumentHelp("The column with the year.", valueName: "name"))
  var yearColumn: String?

  @Option(help: ArgumentHelp("The column with the value.", valueName: "name"))
  var valueColumn: String?

  @Option(help: ArgumentHelp("A column that tells series apart; repeatable.", valueName: "name"))
  var keyColumn: [String] = []

  @OptionGroup var written: WritingOptions

  @Option(help: ArgumentHelp("What is measured, where the file does not say.", valueName: "name"))
  var quantity: String?

  @Option(
    help: ArgumentHelp("What a value counts, where the file does not say.", valueName: "name"))
  var unit: String?

  /// What the reader is told.
  var reading: ReadingOptions { written.reading }

  /// What the tidying is told.
  var tidying: TidyingOptions {
    TidyingOptions(
      layout: layout, areaColumn: areaColumn, yearColumn: yearColumn, valueColumn: valueColumn,
      keyColumns: keyColumn, quantity: quantity.map { Quantity($0) }, unit: unit.map { Unit($0) })
  }

  /// A data set says all this itself: to tell it otherwise is misuse.
  func refuse(for dataset: String) throws {
    let isTold =
      reading != ReadingOptions() || tidying != TidyingOptions()
    if isTold {
      throw ValidationError(
        "‘\(dataset)’ is a data set of the catalogue and describes its own columns; leave out what "
          + "tells the reader about a file.")
    }
  }
}

/// How a file writes numbers and what it calls missing, where that cannot be found out.
struct WritingOptions: ParsableArguments {
  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("A word for a missing value; repeatable.", valueName: "word"))
  var missing: [String] = []

  @Option(
    help: ArgumentHelp("What parts the cells: one character, or tab.", valueName: "character"),
    transform: WritingOptions.delimiter)
  var delimiter: UInt8?

  @Option(
    help: ArgumentHelp("The mark before decimals: . or ,", valueName: "mark"),
    transform: WritingOptions.decimalMark)
  var decimalMark: UInt8?

  @Option(
    help: ArgumentHelp(
      "How the text is written: \(TextEncoding.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "name"),
    transform: WritingOptions.encoding)
  var encoding: TextEncoding?

  @Option(
    help: ArgumentHelp("The sheet of a workbook, by name or number.", valueName: "name"))
  var sheet: String?

  @Option(help: ArgumentHelp("The file in a ZIP archive.", valueName: "name"))
  var member: String?

  /// What the reader is told.
  var reading: ReadingOptions {
    ReadingOptions(
      delimiter: delimiter, decimalMark: decimalMark, missingWords: missing, encoding: encoding,
      sheet: sheet, member: member)
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

  private static func delimiter(_ text: String) throws -> UInt8 {
    if text == "tab" || text == "\\t" { return UInt8(ascii: "\t") }
    guard let byte = text.utf8.first, text.utf8.count == 1, byte < 0x80,
      !("0"..."9").contains(text),
      text != "\"", text != "\n"
    else { throw ValidationError("‘\(text)’ is not a delimiter: give one character, or tab.") }
    return byte
  }

  private static func decimalMark(_ text: String) throws -> UInt8 {
    switch text {
    case ".": UInt8(ascii: ".")
    case ",": UInt8(ascii: ",")
    default: throw ValidationError("‘\(text)’ is not a decimal mark: give . or ,")
    }
  }
}
