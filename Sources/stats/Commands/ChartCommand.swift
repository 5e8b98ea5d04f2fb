import ArgumentParser
import MigrationStats

/// `stats chart`.
struct ChartCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chart",
    abstract: "Chart data, the picture, its words and its sources.")

  @OptionGroup var input: InputOptions
  @OptionGroup(title: "Selecting") var selection: SelectionOptions
  @Option var type: ChartType = .line
  @Option var focus: [String] = []
  @Option var width: Double = 720
  @Flag var log = false
  @Option var top: Int?
  @Option var base: Int?
  @Option var by: String?
  @Option var definition: GrowthDefinition = .log
  @Option var interpolate: Interpolation?
  @Option var through: Int?
  @Option var model = "exponential"
  @Option var level = 0.95
  @OptionGroup(title: "Output") var output: TextOutputOptions

  func run() throws {
    var holdings: Holdings
    let name: String
    (holdings, name) = try input.holdings(isQuiet: output.quiet)
    let chart = try holdings.chart(
      ChartRequest(
        name, type: type, areas: selection.area, vintages: selection.vintage, keys: selection.keys,
        years: selection.years?.years, interpolation: interpolate, focus: focus, isLogarithmic: log,
        top: top, base: base, through: through, model: model, level: level,
        definition: definition, by: by))
    try output.write(
      output.ending == "svg"
        ? chart.svg(width: width) : output.ending == "txt" ? chart.words : chart.data.text(.csv))
  }
}
