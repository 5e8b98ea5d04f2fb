import ArgumentParser
import MigrationStats

/// Where a text is written that is no report of rows.
struct TextOutputOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write to a file, whole or not at all.", valueName: "file"),
    completion: .file())
  var output: String?

  @Flag(name: .shortAndLong, help: "Say nothing but errors beside the result.")
  var quiet = false

  @Flag(help: "No colour, even on a terminal. Also NO_COLOR.")
  var noColor = false

  /// The ending of the file's name, in lower case.
  var ending: String? {
    guard let output, let dot = output.lastIndex(of: ".") else { return nil }
    return output[output.index(after: dot)...].lowercased()
  }

  func validate() throws {
    if output?.isEmpty == true { throw ValidationError("-o names no file.") }
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
