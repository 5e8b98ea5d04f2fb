import ArgumentParser
import MigrationStats

/// How and where the result is written.
struct OutputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "table, csv, json or markdown. By the ending of the output file; else table, or csv for tidy.",
      valueName: "format"))
  var format: Report.Format?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write to a file, whole or not at all.", valueName: "file"),
    completion: .file())
  var output: String?

  @Flag(name: .shortAndLong, help: "Say nothing but errors beside the result.")
  var quiet = false

  @Flag(help: "No colour, even on a terminal. Also NO_COLOR.")
  var noColor = false

  /// The format that the ending of the file's name means.
  private var formatOfFile: Report.Format? {
    guard let output, let dot = output.lastIndex(of: ".") else { return nil }
    switch output[dot...].lowercased() {
    case ".csv": return .csv
    case ".json": return .json
    case ".md", ".markdown": return .markdown
    case ".txt": return .table
    default: return nil
    }
  }

  func validate() throws {
    if output?.isEmpty == true { throw ValidationError("-o names no file.") }
  }

  /// Writes a report with its explanation: below it for people, beside it for programs, which do not
  /// want the paragraphs among the rows.
  func write(_ report: Report, explained explanation: [String]) throws {
    guard (format ?? formatOfFile) == .csv || (format ?? formatOfFile) == .json else {
      var report = report
      report.explanation = explanation
      return try write(report)
    }
    try write(report)
    Terminal.write(explanation.joined(separator: "\n\n") + "\n")
  }

  /// Writes a report.
  func write(_ report: Report, unlessTold usual: Report.Format = .table) throws {
    let text = report.text(format ?? formatOfFile ?? usual)
    if let output {
      try OutputFile(path: output).write(text)
    } else {
      try StandardOutput().write(text)
    }
  }
}
