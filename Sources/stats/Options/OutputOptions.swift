import ArgumentParser
import MigrationStats

/// How and where the result is written.
struct OutputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "table, csv, json or markdown. By the ending of the output file; else table, or csv for tidy.",
      valueName: "format"))
  var format: Report.Format?

  @OptionGroup var place: TextOutputOptions

  /// Whether notes and progress are not wanted.
  var quiet: Bool { place.quiet }

  /// The format that the ending of the file's name means.
  private var formatOfFile: Report.Format? {
    switch place.ending {
    case "csv": .csv
    case "json": .json
    case "md", "markdown": .markdown
    case "txt": .table
    default: nil
    }
  }

  /// Whether a person reads the result, rather than a program.
  var isForReading: Bool {
    switch format ?? formatOfFile ?? .table {
    case .table, .markdown: true
    case .csv, .json: false
    }
  }

  /// Writes a report with its explanation: below it for people, beside it for programs, which do not
  /// want the paragraphs among the rows.
  func write(_ report: Report, explained explanation: [String]) throws {
    guard !isForReading else {
      var report = report
      report.explanation = explanation
      return try write(report)
    }
    try write(report)
    Terminal.write(explanation.joined(separator: "\n\n") + "\n")
  }

  /// Writes a report.
  func write(_ report: Report, unlessTold usual: Report.Format = .table) throws {
    try place.write(report.text(format ?? formatOfFile ?? usual))
  }
}
