import Foundation
import Testing

@Suite("The help says what is true")
struct HelpTests {
  /// The commands, as the program itself tells them; the empty one is the program's own help.
  static let verbs: [String] = {
    let dump = (try? Tool.stats(["--experimental-dump-help"]).output) ?? ""
    let tool = (try? JSONDecoder().decode(Dump.self, from: Data(dump.utf8)))?.command
    return [""] + (tool?.subcommands ?? []).map(\.commandName).filter { $0 != "help" }
  }()

  private struct Dump: Decodable {
    let command: Command
    struct Command: Decodable {
      let commandName: String
      let subcommands: [Command]?
    }
  }

  @Test("every file of Commands is a command whose help is tested")
  func complete() throws {
    let files = try FileManager.default.contentsOfDirectory(
      atPath: Tool.root.appending(path: "Sources/stats/Commands").path())
    let names = files.map { $0.replacing("Command.swift", with: "").lowercased() }
    #expect(Set(names) == Set(Self.verbs.filter { !$0.isEmpty }))
  }

  @Test("every example of a help text runs", arguments: verbs)
  func examples(verb: String) throws {
    let help = try Tool.stats(verb.isEmpty ? ["--help"] : [verb, "--help"])
    #expect(help.code == 0)
    try expectSnapshot(help.output, verb.isEmpty ? "help" : "help-\(verb)")
    let parts = help.output.components(separatedBy: "\nExamples:\n")
    #expect(parts.count == 2, "one list of examples")
    // The list ends where a line is not indented; every line of it is run, whatever it begins with.
    let examples = parts.last?.components(separatedBy: "\n").prefix { $0.hasPrefix("  ") } ?? []
    #expect(!examples.isEmpty)
    let rest = parts.map { $0.split(separator: "\n").drop { $0.hasPrefix("  ") } }.joined()
    #expect(
      rest.allSatisfy { !$0.hasPrefix("  stats ") && !$0.hasPrefix("  cat ") },
      "an example stands outside the list")
    let scratch = try Scratch()
    let folder = Tool.root.appending(path: "examples")
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path()) {
      try FileManager.default.copyItem(
        at: folder.appending(path: name), to: scratch.file(name))
    }
    for example in examples {
      let line = String(example.drop { $0 == " " })
      let outcome = try Tool.shell(line, in: scratch.folder)
      #expect(outcome.code == 0, "\(line): \(outcome.errors)")
      #expect(!outcome.output.isEmpty || line.contains(" -o "), "\(line) prints nothing")
    }
  }

  @Test("the version is a version; with --verbose the libraries stand below it")
  func version() throws {
    let outcome = try Tool.stats(["--version"])
    #expect(outcome.code == 0)
    #expect(outcome.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
    let verbose = try Tool.stats(["--version", "--verbose"])
    #expect(verbose.code == 0)
    let lines = verbose.output.split(separator: "\n")
    #expect(
      lines.first.map(String.init) == outcome.output.split(separator: "\n").map(String.init).first)
    #expect(
      lines.contains {
        $0.wholeMatch(of: /OpenBLAS \d+\.\d+\.\d+.*; \d+ threads of ours, \d+ in one call/) != nil
      })
    #expect(lines.contains { $0.wholeMatch(of: /cmark-gfm \d+\.\d+.*/) != nil })
    #expect(lines.contains { $0.wholeMatch(of: /zlib \d+\.\d+.*/) != nil })
    #expect(lines.contains { $0.wholeMatch(of: /expat \d+\.\d+.*/) != nil })
  }
}
