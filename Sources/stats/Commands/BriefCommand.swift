import ArgumentParser
import MigrationStats

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `stats brief`.
struct BriefCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "brief",
    abstract: "A text with its figures filled in, as Markdown or one HTML page.",
    discussion: """
      In the template a figure stands between braces, in the words of stats cite: \
      {{ migrant-stock --area Canada --years 2019 }}. Each becomes a number with a mark and a \
      footnote; method, caveats and sources are added below. With -o the lock of the figures is \
      written beside the text, so that stats check knows them. \\{{ stands for braces themselves.

      HTML is made by pandoc, where it is installed.

      Examples:
        stats brief template.md
        stats brief template.md --plain
        stats brief template.md -o filled.md
      """)

  @Argument(
    help: ArgumentHelp("A template in Markdown, or - for standard input.", valueName: "template"),
    completion: .file(extensions: ["md"]))
  var template: String

  @Option(
    help: ArgumentHelp(
      "The folder with the data sets. Also MIGRATIONSTATS_CATALOG.", valueName: "folder"),
    completion: .directory)
  var catalog: String?

  @Option(
    help: ArgumentHelp(
      "markdown or html. By the ending of the output file; else markdown.", valueName: "format"))
  var format: BriefFormat?

  @Flag(help: "Leave out the marks about the numbers.")
  var plain = false

  @OptionGroup(title: "Output") var output: TextOutputOptions

  func run() throws {
    let document = Document(path: template)
    let read = try BriefingTemplate(try document.bytes(), name: document.name)
    var holdings = Holdings(try SourceOptions.catalog(told: catalog))
    let format = format ?? (["html", "htm"].contains(output.ending) ? .html : .markdown)
    let filled = try read.filled(isMarked: !plain) { place in
      try Self.figure(place, &holdings)
    }
    let text =
      format == .html ? try document.page(of: filled.text) : filled.text
    if let path = output.output, !plain, format == .markdown {
      try OutputFile(path: FigureLock.path(beside: path)).write(filled.lock.text)
    }
    try output.write(text)
  }

  private static func figure(
    _ place: BriefingTemplate.Placeholder, _ holdings: inout Holdings
  ) throws -> Figure {
    let asked: FigureOptions
    do {
      asked = try FigureOptions.parse(Array(place.words.dropFirst()))
    } catch {
      throw InputError(
        summary: FigureOptions.message(for: error),
        remedy: "The words are those of stats cite; see stats cite --help.")
    }
    let name = place.words[0]
    if FileManager.default.fileExists(atPath: name), holdings.catalog?.ids.contains(name) != true {
      try holdings.file(.file(name))
    }
    return asked.rounded(try holdings.figure(asked.request(data: name)))
  }
}

/// The forms of a briefing.
enum BriefFormat: String, CaseIterable, ExpressibleByArgument {
  case markdown, html
}
