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
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {
    let table: Table
    switch try input.source() {
    case .file(let source): table = try Table(source, options: input.told.reading)
    case .dataset(let dataset): table = try dataset.table()
    }
    try output.write(Inspection(table, options: input.told.tidying).report)
  }
}
