import ArgumentParser
import MigrationStats

/// `stats check`.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "The numbers in a text, one verdict each.",
    discussion: """
      Reads plain text or Markdown, finds the numbers that claim something about the series of the \
      catalogue, recomputes them, and says of each whether it is confirmed, off, stale (true in an \
      older vintage), interpolated, inconsistent with its own sentence, called what it is not, \
      ambiguous, or not supported by any series held. What is not supported is not thereby false.

      Exit code 1 where a verdict of --fail-on is met.

      Examples:
        stats check briefing.md
        stats check briefing.md --format json
        echo 'Canada had 7.96 million migrants in 2019.' | stats check -
      """)

  @Argument(
    help: ArgumentHelp("A text, or - for standard input.", valueName: "briefing"),
    completion: .file(extensions: ["md", "txt"]))
  var briefing: String

  @Option(
    help: ArgumentHelp(
      "The folder with the data sets. Also MIGRATIONSTATS_CATALOG.", valueName: "folder"),
    completion: .directory)
  var catalog: String?

  @Option(
    help: ArgumentHelp(
      "The verdicts that make the exit code 1, joined by commas; none for never.",
      valueName: "verdicts"), transform: FailingVerdicts.init)
  var failOn = FailingVerdicts.usual

  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {
    let source: Source = briefing == "-" ? .standardInput : .file(briefing)
    let text = String(decoding: try source.load(), as: UTF8.self)
    let holdings = try Holdings.all(of: try SourceOptions.catalog(told: catalog))
    let check = BriefingCheck(text, source: source.name, against: holdings)
    try output.write(check)
    if check.findings.contains(where: { failOn.verdicts.contains($0.verdict) }) {
      throw ExitCode(1)
    }
  }
}

/// The verdicts that fail a check.
struct FailingVerdicts {
  let verdicts: Set<Verdict>

  /// Those that are wrong, rather than not known.
  static let usual = FailingVerdicts(verdicts: [.off, .stale, .inconsistent])

  init(verdicts: Set<Verdict>) { self.verdicts = verdicts }

  init(_ text: String) throws {
    let names = Verdict.allCases.map(\.rawValue)
    verdicts =
      text == "none"
      ? []
      : Set(
        try text.split(separator: ",").map { name in
          guard let verdict = Verdict(rawValue: String(name)) else {
            throw ValidationError(
              "‘\(name)’ is not a verdict. "
                + (Suggestion.didYouMean(String(name), among: names)
                  ?? "There are \(names.joined(separator: ", "))."))
          }
          return verdict
        })
  }
}

extension OutputOptions {
  /// Writes a check: arranged for people, or with every column for programs.
  func write(_ check: BriefingCheck) throws {
    let format = format ?? formatOfFile ?? .table
    switch format {
    case .table, .markdown: try write(Report(reading: check))
    case .csv, .json: try write(Report(check))
    }
  }
}
