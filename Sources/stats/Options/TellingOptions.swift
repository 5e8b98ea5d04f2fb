import ArgumentParser
import MigrationStats

/// What a file does not say, or says so that it cannot be found out.
struct TellingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The layout: long, wide, wide-by-area or matrix.", valueName: "layout"))
  var layout: TidyingOptions.LayoutName?

  @Option(help: ArgumentHelp("The column with the area's name or code.", valueName: "name"))
  var areaColumn: String?

  @Option(help: ArgumentHelp("The column with the year.", valueName: "name"))
  var yearColumn: String?

  @Option(
    help: ArgumentHelp(
      "The column with the value; repeatable, each then a quantity.", valueName: "name"))
  var valueColumn: [String] = []

  @Option(help: ArgumentHelp("A column that tells series apart; repeatable.", valueName: "name"))
  var keyColumn: [String] = []

  @Option(help: ArgumentHelp("The year of a table that names none.", valueName: "year"))
  var year: Int?

  @Option(
    help: ArgumentHelp(
      "What a matrix has in its rows: origin, destination, sending or receiving.",
      valueName: "side"))
  var rows: MatrixSide?

  @OptionGroup var written: WritingOptions

  @Option(help: ArgumentHelp("What is measured, where the file does not say.", valueName: "name"))
  var quantity: String?

  @Option(
    help: ArgumentHelp("What a value counts, where the file does not say.", valueName: "name"))
  var unit: String?

  @Flag(help: "Multiply out values counted in thousands, millions or billions.")
  var multiplyOut = false

  /// What the reader is told.
  var reading: ReadingOptions { written.reading }

  /// What the tidying is told.
  var tidying: TidyingOptions {
    var options = TidyingOptions(
      layout: layout, areaColumn: areaColumn, yearColumn: yearColumn, valueColumns: valueColumn,
      keyColumns: keyColumn, quantity: quantity.map { Quantity($0) }, unit: unit.map { Unit($0) })
    (options.year, options.rows, options.isScaled) = (year, rows, multiplyOut)
    return options
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

  @OptionGroup var dialect: DialectOptions

  @Option(
    help: ArgumentHelp("The mark before decimals: . or ,", valueName: "mark"),
    transform: WritingOptions.decimalMark)
  var decimalMark: UInt8?

  @Option(
    help: ArgumentHelp(
      "What groups digits: comma, dot, space, apostrophe or none.", valueName: "mark"))
  var thousandsMark: ThousandsMark?

  /// What the reader is told.
  var reading: ReadingOptions {
    var options = ReadingOptions(decimalMark: decimalMark, missingWords: missing)
    options.thousandsMark = thousandsMark
    (options.suppressedWords, options.nilWords) = (suppressed, nilWords)
    (options.letters, options.brackets) = (letters, brackets)
    return dialect.told(options)
  }

  private static func decimalMark(_ text: String) throws -> UInt8 {
    switch text {
    case ".": UInt8(ascii: ".")
    case ",": UInt8(ascii: ",")
    default: throw ValidationError("‘\(text)’ is not a decimal mark: give . or ,")
    }
  }
}
