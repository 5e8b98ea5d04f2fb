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
        stats describe refugees --area World --plot
        stats describe migrant-stock --area Canada --where sex=female --format csv
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup(title: "Selecting") var selection: SelectionOptions
  @OptionGroup var plots: PlotOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  func validate() throws { try plots.check(output) }

  func run() throws {
    let panel = try selection.limited(selection.selected(from: input.panel(isQuiet: output.quiet)))
    var report = Report(panel.series.map { $0.described() }, keyNames: panel.keyNames)
    report.width = output.place.columns
    if plots.plot { try report.plot(panel.series) }
    try output.write(report)
  }
}
