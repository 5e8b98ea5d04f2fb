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

  /// The format that is told, or that the ending of the file's name means.
  private var told: Report.Format? { format ?? formatOfFile }

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
    switch told ?? Settings.inForce.format ?? .table {
    case .table, .markdown: true
    case .csv, .json: false
    }
  }

  /// Whether the result is CSV.
  ///
  /// - Parameter usual: the format in place of the configured one.
  func isCSV(unlessTold usual: Report.Format? = nil) -> Bool {
    (told ?? usual ?? Settings.inForce.format ?? .table) == .csv
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

  /// Writes a report, fitted to the lines there are.
  ///
  /// - Parameter usual: the format in place of the configured one, for a result that other programs
  ///   read.
  func write(_ report: Report, unlessTold usual: Report.Format? = nil) throws {
    try place.write(report.fitted(place, told ?? usual ?? Settings.inForce.format ?? .table))
  }
}

extension Report {
  /// The report as text for its place.
  func fitted(_ place: TextOutputOptions, _ format: Format) -> String {
    var report = self
    report.width = place.columns
    return report.text(format)
  }
}
