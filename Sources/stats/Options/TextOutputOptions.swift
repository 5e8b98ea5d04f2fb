import ArgumentParser
import MigrationStats

/// Where a text is written that is no report of rows.
struct TextOutputOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write to a file, whole or not at all.", valueName: "file"),
    completion: .file())
  var output: String?

  @Flag(
    name: [.customShort("q"), .customLong("quiet")], help: "Say nothing but errors beside the result.")
  var isToldQuiet = false

  @Flag(
    name: .shortAndLong,
    help: "Say also how the file was read, what is configured and the time taken.")
  var verbose = false

  @Flag(help: "No colour, even on a terminal. Also NO_COLOR.")
  var noColor = false

  @Flag(help: "Read no stats.json.")
  var noConfig = false

  /// Whether notes and progress are not wanted.
  var quiet: Bool { isToldQuiet || !verbose && Settings.inForce.isQuiet }

  /// The characters of a line for readers.
  var columns: Int { output == nil ? Terminal.columns : 80 }

  /// The ending of the file's name, in lower case.
  var ending: String? {
    guard let output, let dot = output.lastIndex(of: ".") else { return nil }
    return output[output.index(after: dot)...].lowercased()
  }

  func validate() throws {
    if output?.isEmpty == true { throw ValidationError("-o names no file.") }
    if isToldQuiet, verbose {
      throw ValidationError("--quiet and --verbose say two things: give one of them.")
    }
  }

  /// Writes a text.
  func write(_ text: String) throws {
    try write { stream in try stream.write(text) }
  }

  /// Lets a body write bit by bit.
  func write(_ body: (OutputStream) throws -> Void) throws {
    if let output {
      try OutputFile(path: output).write(body)
    } else {
      try body(StandardOutput().stream)
    }
  }
}
