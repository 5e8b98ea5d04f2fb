import Foundation
import Testing

/// The built program, run as a whole.
struct Tool {
  /// What a run left behind.
  struct Outcome {
    let code: Int32
    let output: String
    let errors: String

    /// What was said beside the result, without the account of rows that every file gets.
    var remarks: [Substring] {
      errors.split(separator: "\n").filter { !$0.contains(" records read: 1 header, ") }
    }
  }

  /// The package's root.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The program: the one that `STATS_PROGRAM` names, or the one built beside the tests.
  static var path: String {
    get throws {
      if let told = ProcessInfo.processInfo.environment["STATS_PROGRAM"], !told.isEmpty {
        try #require(FileManager.default.isExecutableFile(atPath: told), "no program \(told)")
        return told
      }
      let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
      let candidates = [
        CommandLine.arguments.first ?? "", tests, Bundle.main.executablePath ?? "",
      ].map { URL(filePath: $0).deletingLastPathComponent().appending(path: "stats").path() }
      let found = candidates.first { FileManager.default.isExecutableFile(atPath: $0) }
      return try #require(found, "stats was not built beside the tests")
    }
  }

  /// Runs `stats` with arguments in a folder, by default the one with the examples.
  static func stats(
    _ arguments: [String], in folder: URL? = nil, input: String? = nil,
    environment: [String: String] = [:]
  ) throws -> Outcome {
    try run(path, arguments, in: folder, input: input, environment: environment)
  }

  /// Runs a line of shell in which `stats` is the built program.
  static func shell(_ line: String, in folder: URL? = nil) throws -> Outcome {
    let bin = URL(filePath: try path).deletingLastPathComponent().path()
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return try run("/bin/bash", ["-c", line], in: folder, environment: ["PATH": "\(bin):\(path)"])
  }

  /// Runs a line of shell on a terminal of its own, whose output and errors are one text.
  static func terminal(_ line: String, columns: Int, in folder: URL? = nil) throws -> Outcome {
    let scratch = try Scratch()
    let script = try scratch.write("line.sh", "stty cols \(columns) rows 50\n\(line)\n".utf8)
    let outcome = try shell(
      "script -qec 'bash \(script.path())' /dev/null </dev/null", in: folder)
    // A terminal ends its lines with a carriage return too.
    let text = outcome.output.replacing("\r\n", with: "\n")
    return Outcome(code: outcome.code, output: text, errors: outcome.errors)
  }

  private static func run(
    _ program: String, _ arguments: [String], in folder: URL?, input: String? = nil,
    environment: [String: String] = [:]
  ) throws -> Outcome {
    let scratch = try Scratch()
    // Files, not pipes: nothing waits for a reader.
    let (output, errors) = (scratch.file("out"), scratch.file("err"))
    for file in [output, errors] { try Data().write(to: file) }
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.currentDirectoryURL = folder ?? root.appending(path: "examples")
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    if let input {
      let file = scratch.file("in")
      try Data(input.utf8).write(to: file)
      process.standardInput = try FileHandle(forReadingFrom: file)
    } else {
      process.standardInput = FileHandle.nullDevice
    }
    var variables = ProcessInfo.processInfo.environment
    // What whoever runs the tests has set is not for them.
    for name in variables.keys where name.hasPrefix("STATS_") || name.hasPrefix("CLICOLOR") {
      variables[name] = nil
    }
    for name in ["MIGRATIONSTATS_CATALOG", "NO_COLOR", "COLUMNS"] { variables[name] = nil }
    variables["XDG_CONFIG_HOME"] = scratch.folder.path()
    process.environment = variables.merging(environment) { $1 }
    try process.run()
    process.waitUntilExit()
    return Outcome(
      code: process.terminationStatus,
      output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
  }
}

/// A folder of its own for a test, removed with it.
final class Scratch {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "stats-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func file(_ name: String) -> URL { folder.appending(path: name) }

  /// Writes bytes to a file of the folder.
  @discardableResult
  func write(_ name: String, _ bytes: some Sequence<UInt8>) throws -> URL {
    try Data(bytes).write(to: file(name))
    return file(name)
  }
}
