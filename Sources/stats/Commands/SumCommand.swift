import ArgumentParser
import MigrationStats

/// `stats sum`.
struct SumCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sum",
    abstract: "Sums of a column of any table by what stands in other columns.",
    discussion: """
      A total is never added to its parts: where a column that is summed over has both sexes beside \
      female and male, or the world beside countries, sums are refused. Beside each sum stands how many \
      values are in it, and how many rows have none or one that is withheld. Sums are exact before they \
      are rounded once.

      A plain text in UTF-8 is read in parts on all processors, however large, and held only where a \
      row has to be mended.

      Examples:
        stats sum my.csv --of value --by year
        stats sum my.csv --of value --by year,area --where year=2020 -o sums.csv
        stats sum my-download.csv --of 2019 --countries
      """)

  @Argument(
    help: ArgumentHelp(
      "A CSV file or workbook, packed or not, or - for standard input.", valueName: "file"),
    completion: .file(extensions: SourceOptions.endings))
  var input: String

  @Option(help: ArgumentHelp("The column of values.", valueName: "column"))
  var of: String

  @Option(
    help: ArgumentHelp(
      "The columns by which values are summed, with commas between them; repeatable. All values "
        + "together unless told.", valueName: "column,…"))
  var by: [String] = []

  @Option(
    name: .customLong("where"),
    help: ArgumentHelp(
      "Only rows with this value in a column; repeatable, for one column any of them.",
      valueName: "column=value"),
    transform: Series.Key.init(word:))
  var only: [Series.Key] = []

  @Option(
    help: ArgumentHelp(
      "Leave out rows with this value in a column; repeatable.", valueName: "column=value"),
    transform: Series.Key.init(word:))
  var without: [Series.Key] = []

  @Flag(help: "Leave out rows that name a group of areas, such as the world.")
  var countries = false

  @OptionGroup(title: "Telling the reader") var written: WritingOptions
  @OptionGroup(title: "Telling the reader") var dialect: DialectOptions
  @OptionGroup(title: "Telling the reader") var packing: PackingOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {
    let source: Source = input == "-" ? .standardInput : .file(input)
    let reading = written.configured().told(packing.told(dialect.told(ReadingOptions())))
    let sums = try ColumnSums(
      source, request, options: reading,
      progress: ProgressLine.reader(isQuiet: output.quiet))
    if !output.quiet {
      let account = Note(sums.account.description, at: Position(file: sums.name))
      for note in [account] + sums.notes {
        Terminal.say("note", note.description, emphasis: .note)
      }
    }
    try output.write(Report(sums))
  }

  private var reading: ReadingOptions {
    packing.told(dialect.told(written.configured().told(ReadingOptions())))
  }

  private var request: ColumnSums.Request {
    var request = ColumnSums.Request(
      of: of, by: by.flatMap { $0.split(separator: ",").map(String.init) })
    request.only = only.map { ($0.name, $0.value) }
    request.without = without.map { ($0.name, $0.value) }
    request.countriesOnly = countries
    return request
  }
}
