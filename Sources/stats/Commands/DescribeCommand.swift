import ArgumentParser
import MigrationStats

/// `stats describe`.
struct DescribeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "describe",
    abstract: "Count, range, mean and yearly growth of each series.",
    discussion: """
      Examples:
        stats describe migrant-stock
        stats describe migrant-stock --area Canada --where sex=female --format csv
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup(title: "Selecting") var selection: SelectionOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {
    let panel = try selection.limited(selection.selected(from: input.panel(isQuiet: output.quiet)))
    try output.write(Report(panel.series.map { $0.described() }, keyNames: panel.keyNames))
  }
}
