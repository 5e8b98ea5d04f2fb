import ArgumentParser
import MigrationStats

/// `stats compare`.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Models of growth ranked, with what the ranking is worth.",
    discussion: """
      Ranked by AICc on the data's own scale. The errors of prediction are in the series' unit: LOO \
      is that of each value foretold by all others, one-step that of each foretold by those before \
      it. A model that cannot be fitted has a row that says why.

      Examples:
        stats compare world-migrant-stock --vintage un-2019
        stats compare my.csv --model linear --model exponential --model logistic
        stats compare migrant-stock --area Canada --where sex=both --format json
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup(title: "Selecting") var selection: SelectionOptions

  @Option(
    help: ArgumentHelp(
      "\(ModelName.list); repeatable. All unless told.", valueName: "model"))
  var model: [ModelName] = []

  @OptionGroup var fitting: FittingOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {
    let panel = try selection.selected(from: input.panel(isQuiet: output.quiet))
    let models = model.isEmpty ? Ranking.usualModels : model.map(\.usual)
    let rankings = try panel.rankings(models, fitting.request(selection))
    try fitting.write(
      Report(rankings, keyNames: panel.keyNames), of: rankings.compactMap(\.best), to: output)
  }
}
