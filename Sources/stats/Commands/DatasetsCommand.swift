import ArgumentParser
import MigrationStats

/// `stats datasets`.
struct DatasetsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "datasets",
    abstract: "What is in the catalogue, or one data set in full.",
    discussion: """
      Examples:
        stats datasets
        stats datasets remittances-received
      """)

  @Argument(
    help: ArgumentHelp("The data set to show in full.", valueName: "dataset"),
    completion: .custom(Completion.datasets))
  var id: String?

  @OptionGroup var held: CatalogOptions

  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {
    let catalog = try held.located()
    guard let id else {
      return try output.write(Report(try catalog.ids.map { try catalog.dataset($0) }))
    }
    let dataset = try catalog.dataset(id)
    let isList = dataset.package.migrationstats.kind == "list"
    try output.write(Report(dataset, panel: isList ? nil : try dataset.panel()))
  }
}
