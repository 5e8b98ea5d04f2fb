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

      Numbers of the template that are marked already are made again from the lock beside it, \
      and the notes that a former run wrote are replaced: a filled text can be filled again after \
      the data were revised. The HTML page needs no script and no network; raw HTML of the \
      template is left out of it.

      Examples:
        stats brief template.md
        stats brief template.md --plain
        stats brief template.md -o filled.md
        stats brief template.md -o filled.html
      """)

  @Argument(
    help: ArgumentHelp("A template in Markdown, or - for standard input.", valueName: "template"),
    completion: .file(extensions: ["md"]))
  var template: String

  @OptionGroup var held: CatalogOptions

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
    if let path = output.output { try refuseToReplace(path, read) }
    // A lock that cannot be read stops the run before anything is written.
    var kept = try output.output.flatMap { try FigureLock.held(beside: $0) } ?? FigureLock()
    var holdings = Holdings(try held.located())
    var others = holdings
    let briefing = try read.filled(
      lock: try FigureLock.held(beside: template), renewed: { try others.figure($0) },
      { try Self.figure($0, &holdings) })
    let text = try text(of: briefing, name: document.name)
    guard let path = output.output, !plain, OutputFile(path: path).isOrdinary else {
      return try output.write(text)
    }
    // The figures of other texts in the folder stay.
    briefing.figures.forEach { kept.add($0) }
    try OutputFile.write([(FigureLock.path(beside: path), kept.text), (path, text)])
  }

  private func text(of briefing: Briefing, name: String) throws -> String {
    let format = format ?? (["html", "htm"].contains(output.ending) ? .html : .markdown)
    guard format == .html else { return briefing.markdown(isMarked: !plain) }
    guard let page = briefing.page(isMarked: !plain) else {
      throw DocumentError(
        summary: "the page could not be made: memory is short", position: Position(file: name),
        remedy: "Write Markdown: --format markdown.")
    }
    if page.omissions > 0, !output.quiet {
      Terminal.say(
        "note", "\(name): raw HTML was left out of the page \(page.omissions) times; comments too",
        emphasis: .note)
    }
    return page.text
  }

  /// A template with places would be lost under its own filling.
  private func refuseToReplace(_ path: String, _ read: BriefingTemplate) throws {
    guard template != "-", !read.placeholders.isEmpty,
      Document(path: path).isSame(as: template)
    else { return }
    throw ValidationError("-o names the template itself, which would be lost: name another file.")
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
    if holdings.held[name] == nil, SourceOptions.isFile(name) { try holdings.file(.file(name)) }
    return asked.rounded(try holdings.figure(asked.request(data: name)))
  }
}

/// The forms of a briefing.
enum BriefFormat: String, CaseIterable, ExpressibleByArgument {
  case markdown, html
}
