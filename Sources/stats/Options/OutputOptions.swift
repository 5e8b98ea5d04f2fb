import ArgumentParser
import MigrationStats

/// How and where the result is written.
struct OutputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "table, csv, json or markdown. table unless told; csv for tidy.", valueName: "format"))
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

  func validate() throws {
    if output?.isEmpty == true { throw ValidationError("-o names no file.") }
  }

  /// Writes a report.
  func write(_ report: Report, unlessTold usual: Report.Format = .table) throws {
    let text = report.text(format ?? usual)
    if let output {
      try OutputFile(path: output).write(text)
    } else {
      try StandardOutput().write(text)
    }
  }
}
