import ArgumentParser
import MigrationStats

/// `stats compare`.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Models of growth ranked, with what the ranking is worth.",
    discussion: """
      Ranked by AICc on the data's own scale. Two root mean square errors stand beside it, in the \
      series' unit. LOO is that of each value foretold by a fit to all others. One-step, for models \
      that step from value to value, is that of each value foretold from the one before it, with \
      parameters fitted to all: it flatters, and does not compare with LOO. A model that cannot be \
      fitted has a row that says why.

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
    let models = model.isEmpty ? Ranking.usualModels : orderedOnce(model).map(\.usual)
    let rankings = try panel.rankings(
      models, fitting.request(selection), progress: ProgressLine.teller(isQuiet: output.quiet))
    let fits = rankings.flatMap { $0.entries.compactMap(\.outcome.fit) }
    try fitting.write(Report(rankings, keyNames: panel.keyNames), of: fits, to: output)
  }

  /// The models in their order, each once: a second one would halve the weight of the first.
  private func orderedOnce(_ models: [ModelName]) -> [ModelName] {
    models.enumerated().filter { models.firstIndex(of: $1) == $0 }.map(\.element)
  }
}
