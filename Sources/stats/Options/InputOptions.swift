import ArgumentParser
import MigrationStats

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Why neither a file nor a data set has a name.
struct InputError: Problem {
  let summary: String
  let position = Position()
  let remedy: String?
}

/// What is read: a file or a data set.
struct SourceOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "A CSV file or workbook, packed or not, a data set of the catalogue, or - for standard input.",
      valueName: "file|dataset"
    ),
    completion: .file(extensions: ["csv", "tsv", "txt", "xlsx", "zip", "gz"]))
  var input: String

  @OptionGroup var held: CatalogOptions

  /// What the input names.
  enum Input {
    case file(Source)
    case dataset(Dataset)
  }

  /// Whether a name is that of a file rather than a data set: where there is such a file, and where
  /// it can only be a path.
  static func isFile(_ name: String) -> Bool {
    var isDirectory = false
    let exists = FileManager.default.fileExists(atPath: name, isDirectory: &isDirectory)
    return exists && !isDirectory || name.contains("/")
  }

  /// A file where there is one of that name; otherwise a data set.
  func source() throws -> Input {
    if input == "-" { return .file(.standardInput) }
    if Self.isFile(input) { return .file(.file(input)) }
    let catalog = try held.locatedIfAny()
    if let catalog, catalog.ids.contains(input) { return .dataset(try catalog.dataset(input)) }
    // A folder: reading it says so.
    if FileManager.default.fileExists(atPath: input) { return .file(.file(input)) }
    // Nothing has that name: say what is near, among files and data sets alike.
    let files = (try? FileManager.default.contentsOfDirectory(atPath: ".")) ?? []
    let names = (catalog?.ids ?? []) + files.sorted()
    throw InputError(
      summary: "there is no file and no data set ‘\(input)’",
      remedy: Suggestion.didYouMean(input, among: names)
        ?? (catalog == nil
          ? "The data sets were not found beside the program either: name their folder with --catalog."
          : "The data sets are \(catalog?.ids.joined(separator: ", ") ?? "")."))
  }
}

/// What is read as series, and what the reader is told about it.
struct InputOptions: ParsableArguments {
  @OptionGroup var from: SourceOptions

  @OptionGroup(title: "Telling the reader")
  var told: TellingOptions

  /// What the input names.
  func source() throws -> SourceOptions.Input { try from.source() }

  /// What figures are made from: the file or data set, and the catalogue where there is one; and the
  /// name by which the input is asked for.
  func holdings(isQuiet: Bool) throws -> (Holdings, String) {
    switch try source() {
    case .file(let source):
      var holdings = Holdings(try from.held.locatedIfAny())
      let holding = try holdings.file(source, reading: told.reading, tidying: told.tidying)
      if !isQuiet { Self.say(holding.panel) }
      return (holdings, holding.name)
    case .dataset(let dataset):
      try told.refuse(for: dataset.id)
      return (Holdings(try from.held.located()), dataset.id)
    }
  }

  /// The series of the file or data set; its notes are said unless they are not wanted.
  func panel(isQuiet: Bool) throws -> Panel {
    let panel: Panel
    switch try source() {
    case .file(let source):
      panel = try Table(source, options: told.reading).tidied(told.tidying)
    case .dataset(let dataset):
      try told.refuse(for: dataset.id)
      panel = try dataset.panel()
    }
    if !isQuiet { Self.say(panel) }
    return panel
  }

  /// Says what became of every row, and what else there is to know.
  private static func say(_ panel: Panel) {
    let account = panel.account.map {
      Note($0.description, at: Position(file: panel.source))
    }
    for note in [account].compactMap(\.self) + panel.notes {
      Terminal.say("note", note.description, emphasis: .note)
    }
  }
}
