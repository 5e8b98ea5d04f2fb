import ArgumentParser
import MigrationStats

/// Which series of a file or data set are meant.
struct SeriesOptions: ParsableArguments {
  @Option(
    name: [.short, .long],
    help: ArgumentHelp("An area by name or code; repeatable. All unless told.", valueName: "area"),
    completion: .custom(Completion.areas))
  var area: [String] = []

  @Option(
    help: ArgumentHelp(
      "A vintage by its id, or all; repeatable. All unless told.", valueName: "id"),
    completion: .custom(Completion.vintages))
  var vintage: [String] = []

  @OptionGroup var further: KeyOptions

  /// The vintages that are told, or configured for a data set.
  func vintages(of dataset: String) -> [String] {
    vintage.isEmpty ? Settings.inForce.vintages(of: dataset) : vintage
  }
}

/// What the further columns of a series have to be.
struct KeyOptions: ParsableArguments {
  @Option(
    name: .customLong("where"),
    help: ArgumentHelp(
      "A value of a further column, such as sex=female; repeatable.", valueName: "column=value"),
    transform: Series.Key.init(word:))
  var keys: [Series.Key] = []
}

extension Series.Key {
  /// A column and a value, as `sex=female`.
  init(word text: String) throws {
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2 else {
      throw ValidationError("‘\(text)’ is not a column and a value: write it as sex=female.")
    }
    self.init(parts[0], parts[1])
  }
}
