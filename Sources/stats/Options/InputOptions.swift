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
    completion: .custom(Completion.inputs))
  var input: String

  @OptionGroup var held: CatalogOptions

  /// What the input names.
  enum Input {
    case file(Source)
    case dataset(Dataset)
  }

  /// The endings of the files that are read.
  static let endings = ["csv", "tsv", "txt", "xlsx", "zip", "gz"]

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
  // Groups beside one another, not within: the parser goes through a group several times for each
  // one around it where it is built for tests.
  @OptionGroup(title: "Telling the reader") var columns: TellingOptions
  @OptionGroup(title: "Telling the reader") var written: WritingOptions
  @OptionGroup(title: "Telling the reader") var dialect: DialectOptions
  @OptionGroup(title: "Telling the reader") var packing: PackingOptions

  /// What the input names.
  func source() throws -> SourceOptions.Input { try from.source() }

  /// What a file does not say of itself, as it is told here or configured.
  var told: Told { Told(input: self) }

  /// What a file is read and tidied by.
  struct Told {
    fileprivate let input: InputOptions

    /// What the reader is told; says what is configured.
    var reading: ReadingOptions { input.written.configured().told(input.readingAsWritten) }

    /// What the tidying is told.
    var tidying: TidyingOptions { input.columns.tidying }
  }

  /// What figures are made from: the file or data set, and the catalogue where there is one; and the
  /// name by which the input is asked for.
  func holdings(isQuiet: Bool) throws -> (Holdings, String) {
    switch try source() {
    case .file(let source):
      var holdings = Holdings(try from.held.locatedIfAny())
      let (reading, tidying) = (told.reading, told.tidying)
      let holding = try holdings.file(source, reading: reading, tidying: tidying)
      if Terminal.flags.isVerbose, case .file = source {
        let table = try Table(source, options: reading)
        Terminal.tell(Inspection(table, panel: holding.panel))
      }
      if !isQuiet { Self.say(holding.panel) }
      return (holdings, holding.name)
    case .dataset(let dataset):
      try refuse(for: dataset.id)
      return (Holdings(try from.held.located(isSaid: false)), dataset.id)
    }
  }

  /// The series of the file or data set; its notes are said unless they are not wanted.
  func panel(isQuiet: Bool) throws -> Panel {
    let panel: Panel
    switch try source() {
    case .file(let source):
      let table = try Table(source, options: told.reading)
      panel = try table.tidied(told.tidying)
      Terminal.tell(Inspection(table, panel: panel))
    case .dataset(let dataset):
      try refuse(for: dataset.id)
      panel = try dataset.panel()
    }
    if !isQuiet { Self.say(panel) }
    return panel
  }

  /// The size in bytes from which on a file is read without holding it, where it is plain.
  private static let large = 1 << 20

  /// The series of a large plain file, kept as codes and numbers; nil for any other input.
  ///
  /// It is nil as well where the reading is to be told of. Notes are said unless they are not wanted.
  func plainPanel(isQuiet: Bool) throws -> PlainPanel? {
    guard let source = try largeFile() else { return nil }
    let panel = try PlainPanel(
      source, reading: told.reading, tidying: told.tidying,
      progress: ProgressLine.reader(isQuiet: isQuiet))
    if let panel, !isQuiet { Self.say(panel.notes, panel.account, of: panel.source) }
    return panel
  }

  /// The growth of every series of such a file; nil for any other input.
  func plainGrowth(_ request: Panel.GrowthRequest, isQuiet: Bool) throws -> PlainGrowth? {
    guard let source = try largeFile() else { return nil }
    let growth = try PlainGrowth(
      source, request, reading: told.reading, tidying: told.tidying,
      progress: ProgressLine.reader(isQuiet: isQuiet))
    if let growth, !isQuiet { Self.say(growth.notes, growth.account, of: growth.source) }
    return growth
  }

  /// A large file, unless the reading is to be told of.
  private func largeFile() throws -> Source? {
    guard !Terminal.flags.isVerbose, case .file(let source) = try source(),
      let size = source.size, size >= Self.large, Settings.inForce.vintages(of: source.name).isEmpty
    else { return nil }
    return source
  }

  private var readingAsWritten: ReadingOptions { packing.told(dialect.told(ReadingOptions())) }

  /// A data set says all this itself: to tell it otherwise is misuse.
  private func refuse(for dataset: String) throws {
    guard
      written.told(readingAsWritten) != ReadingOptions() || columns.tidying != TidyingOptions()
    else { return }
    throw ValidationError(
      "‘\(dataset)’ is a data set of the catalogue and describes its own columns; leave out what "
        + "tells the reader about a file.")
  }

  /// Says what became of every row, and what else there is to know.
  private static func say(_ panel: Panel) { say(panel.notes, panel.account, of: panel.source) }

  private static func say(_ notes: [Note], _ account: RowAccount?, of source: String) {
    let account = account.map { Note($0.description, at: Position(file: source)) }
    for note in [account].compactMap(\.self) + notes {
      Terminal.say("note", note.description, emphasis: .note)
    }
  }
}
