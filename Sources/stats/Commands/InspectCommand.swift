import ArgumentParser
import MigrationStats

/// `stats inspect`.
struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "What is in a file: how it is written, laid out, what it holds, what is odd.",
    discussion: """
      Examples:
        stats inspect my-download.csv
        stats inspect my-download.csv --format json
        stats inspect my-workbook.xlsx --sheet 'Table 1'
        cat my-workbook.xlsx | stats inspect -
        stats inspect my-download.csv --strict

      Exit codes: 0, or with --strict 1 where anything is odd: guessed, repaired, set aside as a footer, \
      a total that is not the sum of its parts, a world that moves against every vintage in the \
      catalogue, or a file that cannot be tidied.
      """)

  @OptionGroup var input: InputOptions
  @Flag(help: "Exit with code 1 where anything is odd.")
  var strict = false

  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {
    let inspection: Inspection
    switch try input.source() {
    case .file(let source):
      let table = try Table(source, options: input.told.reading)
      inspection = Inspection(
        table, options: input.told.tidying, catalog: try input.from.held.locatedIfAny())
    case .dataset(let dataset):
      inspection = Inspection(
        try dataset.table(), options: dataset.tidyingOptions, isFile: false)
    }
    try output.write(inspection.report(forReading: output.isForReading))
    if strict, !inspection.oddities.isEmpty { throw ExitCode(1) }
  }
}
