import ArgumentParser
import MigrationStats

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `stats check`.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "The numbers in a text, one verdict each.",
    discussion: """
      Reads plain text or Markdown (and .docx, .odt, .html with pandoc, .pdf with pdftotext), finds \
      the numbers that claim something, recomputes them from the catalogue, and says of each \
      whether it is confirmed, off, stale (true in an older vintage), interpolated, inconsistent \
      with its own sentence, called what it is not (definition), ambiguous, or not supported by any \
      series held. What is not supported is not thereby false.

      A number between <!--stat:ID--> and <!--/stat--> is checked against its figure, by \
      figures.lock.json beside the text. --bind proposes such marks for confirmed numbers, and with \
      --write makes them; --fix rewrites marked numbers from the data; --since-lock lists the \
      figures that moved since the lock was written.

      Exit code 1 where a verdict of --fail-on is met, or with --since-lock a figure moved.

      Examples:
        stats check briefing.md
        stats check briefing.md --format json
        stats check briefing.md --format sarif -o briefing.sarif
        stats check briefing.md --bind
        echo 'Canada had 7.96 million migrants in 2019.' | stats check -
      """)

  @Argument(
    help: ArgumentHelp("A text or document, or - for standard input.", valueName: "briefing"),
    completion: .file())
  var briefing: String

  @OptionGroup var held: CatalogOptions

  @Option(
    help: ArgumentHelp(
      "The verdicts that make the exit code 1, joined by commas, or none. off,stale,inconsistent unless told.",
      valueName: "verdicts"), transform: FailingVerdicts.init)
  var failOn: FailingVerdicts?

  @Flag(help: "Propose a mark for each confirmed number that has none.")
  var bind = false

  @Flag(help: "With --bind: write the marks into the text, and the lock beside it.")
  var write = false

  @Flag(help: "Rewrite marked numbers that are not their figures any more, and the lock.")
  var fix = false

  @Flag(help: "List the figures of the lock beside the text, and which moved.")
  var sinceLock = false

  @Option(
    help: ArgumentHelp(
      "table, csv, json, markdown or sarif. By the ending of the output file; else table.",
      valueName: "format"))
  var format: CheckFormat?

  @OptionGroup(title: "Output") var output: TextOutputOptions

  func validate() throws {
    if [bind, fix, sinceLock].filter({ $0 }).count > 1 {
      throw ValidationError("--bind, --fix and --since-lock are three jobs: give one of them.")
    }
    if write, !bind { throw ValidationError("--write goes with --bind.") }
    if briefing == "-", fix || write || sinceLock {
      throw ValidationError("Standard input has no lock beside it and cannot be rewritten.")
    }
    if let path = output.output, briefing != "-", Document(path: path).isSame(as: briefing) {
      throw ValidationError("-o names the briefing itself, which would be lost: name another file.")
    }
  }

  func run() throws {
    let document = Document(path: briefing)
    let bytes = try document.bytes()
    var holdings = try Holdings.all(of: try held.located())
    let lock = try heldLock()
    if sinceLock { return try reportMovements(lock, bytes, &holdings) }
    let checker = BriefingChecker(holdings)
    if bind { return try propose(checker, document, bytes, lock, &holdings) }
    if fix { return try mend(checker, document, bytes, lock, &holdings) }
    let check = try checker.check(bytes, name: document.name, lock: lock, holdings: &holdings)
    let failing = (failOn ?? .usual).verdicts
    let format = chosenFormat
    try output.write(
      format == .sarif
        ? check.sarif(failing: failing)
        : (format.isForPeople ? Report(reading: check) : Report(check))
          .fitted(output, format.report))
    if check.findings.contains(where: { failing.contains($0.verdict) }) { throw ExitCode(1) }
  }

  private var chosenFormat: CheckFormat {
    format ?? CheckFormat(ending: output.ending)
      ?? Settings.inForce.format.flatMap { CheckFormat(rawValue: $0.rawValue) } ?? .table
  }

  // MARK: The lock

  private func heldLock() throws -> FigureLock? {
    try FigureLock.held(beside: briefing)
  }

  private func needed(_ lock: FigureLock?) throws -> FigureLock {
    guard let lock else {
      throw InputError(
        summary: "there is no lock beside ‘\(briefing)’",
        remedy: "A lock is written where numbers are bound: stats check \(briefing) --bind --write."
      )
    }
    return lock
  }

  private func reportMovements(
    _ lock: FigureLock?, _ bytes: [UInt8], _ holdings: inout Holdings
  ) throws {
    let markers = try Marker.all(in: bytes, name: briefing)
    // The lock may hold the figures of other texts, and those of before a revision.
    var own = try needed(lock)
    own.keep(Set(markers.map(\.id)))
    let movements = own.movements(in: &holdings)
    let report = Report(movements, places: markers.places(in: bytes), source: briefing)
    let format = chosenFormat
    guard format != .sarif else {
      throw ValidationError("--since-lock has no SARIF: give table, csv, json or markdown.")
    }
    try output.write(report.fitted(output, format.report))
    if movements.contains(where: { $0.reason != .unchanged }) { throw ExitCode(1) }
  }

  private func propose(
    _ checker: BriefingChecker, _ document: Document, _ bytes: [UInt8], _ lock: FigureLock?,
    _ holdings: inout Holdings
  ) throws {
    let check = try checker.check(bytes, name: document.name, lock: lock, holdings: &holdings)
    let edits = checker.bindings(check, in: bytes, holdings: &holdings)
    if write { try rewrite(document, bytes, edits, lock ?? FigureLock()) }
    try report(edits)
  }

  private func mend(
    _ checker: BriefingChecker, _ document: Document, _ bytes: [UInt8], _ lock: FigureLock?,
    _ holdings: inout Holdings
  ) throws {
    let lock = try needed(lock)
    let edits = try checker.mendings(
      in: bytes, name: document.name, lock: lock, holdings: &holdings)
    if !edits.isEmpty { try rewrite(document, bytes, edits, lock) }
    try report(edits)
    // What could not be mended is a person's to mend.
    var mended = lock
    for edit in edits { mended.add(edit.figure) }
    let rest = try checker.check(
      BriefingChecker.edited(bytes, edits), name: document.name, lock: mended, holdings: &holdings)
    let left = rest.findings.filter { $0.form == "marked" && Self.isWrong($0.verdict) }
    for finding in left {
      Terminal.say(
        "note",
        "\(document.name):\(finding.line):\(finding.column): ‘\(finding.text)’ is not mended. \(finding.note)",
        emphasis: .note)
    }
    if !left.isEmpty { throw ExitCode(1) }
  }

  private static func isWrong(_ verdict: Verdict) -> Bool {
    FailingVerdicts.usual.verdicts.contains(verdict) || verdict == .unsupported
  }

  private func report(_ edits: [BriefingChecker.Edit]) throws {
    let format = chosenFormat
    guard format != .sarif else {
      throw ValidationError("Changes of a text have no SARIF: give table, csv, json or markdown.")
    }
    try output.write(
      Report(edits, isProposal: bind && !write).fitted(output, format.report))
  }

  /// Writes the lock and the text, both or neither: a mark is never without its figure.
  private func rewrite(
    _ document: Document, _ bytes: [UInt8], _ edits: [BriefingChecker.Edit], _ lock: FigureLock
  ) throws {
    guard document.isText else {
      throw InputError(
        summary: "‘\(briefing)’ is a document of another program and cannot be rewritten",
        remedy: "Keep the text in Markdown, and make the document from it.")
    }
    var lock = lock
    for edit in edits { lock.add(edit.figure) }
    let text = String(decoding: BriefingChecker.edited(bytes, edits), as: UTF8.self)
    try OutputFile.write([
      (FigureLock.path(beside: briefing), lock.text), (briefing, document.byteOrderMark + text),
    ])
  }
}

/// The forms of a check.
enum CheckFormat: String, CaseIterable, ExpressibleByArgument {
  case table, csv, json, markdown, sarif

  /// The form that the ending of a file's name means.
  init?(ending: String?) {
    switch ending {
    case "csv": self = .csv
    case "json": self = .json
    case "md", "markdown": self = .markdown
    case "sarif": self = .sarif
    case "txt": self = .table
    default: return nil
    }
  }

  /// Whether it is arranged for reading.
  var isForPeople: Bool { self == .table || self == .markdown }

  /// The form of a report.
  var report: Report.Format { Report.Format(rawValue: rawValue) ?? .table }
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
        try text.split(whereSeparator: { ", ".contains($0) }).map { name in
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
