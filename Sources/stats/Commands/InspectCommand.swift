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
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {
    let inspection: Inspection
    switch try input.source() {
    case .file(let source):
      let table = try Table(source, options: input.told.reading)
      inspection = Inspection(table, options: input.told.tidying)
    case .dataset(let dataset):
      inspection = Inspection(try dataset.table(), options: dataset.tidyingOptions)
    }
    try output.write(inspection.report)
  }
}
