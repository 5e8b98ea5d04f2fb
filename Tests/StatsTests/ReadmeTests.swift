import Foundation
import Testing

@Suite("The README says what is true")
struct ReadmeTests {
  /// A command and the output printed below it.
  struct Example: Sendable, CustomTestStringConvertible {
    let command: String
    let output: String
    var testDescription: String { command }

    /// The command without the set-up, which has been done when tests run.
    var runnable: String { command.replacing("scripts/run ", with: "stats ") }
  }

  /// The commands of the README's `console` blocks, which begin with `$ `.
  static let examples: [Example] = {
    let text =
      (try? String(contentsOf: Tool.root.appending(path: "README.md"), encoding: .utf8)) ?? ""
    return text.components(separatedBy: "```console\n").dropFirst().flatMap { block in
      let body = block.components(separatedBy: "\n```")[0] + "\n"
      return ("\n" + body).components(separatedBy: "\n$ ").dropFirst().map { part in
        let lines = part.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
        let rest = lines.count > 1 ? String(lines[1]) : ""
        return Example(
          command: String(lines[0]),
          output: rest.isEmpty || rest.hasSuffix("\n") ? rest : rest + "\n")
      }
    }
  }()

  @Test("there are examples; with SNAPSHOTS=record their outputs are written anew")
  func record() throws {
    #expect(Self.examples.count >= 8)
    guard ProcessInfo.processInfo.environment["SNAPSHOTS"] == "record" else { return }
    let file = Tool.root.appending(path: "README.md")
    var text = try String(contentsOf: file, encoding: .utf8)
    for example in Self.examples {
      let outcome = try Tool.shell(example.runnable, in: Tool.root)
      text = text.replacing(
        "$ \(example.command)\n\(example.output)",
        with: "$ \(example.command)\n\(outcome.output)", maxReplacements: 1)
    }
    try Data(text.utf8).write(to: file)
    Issue.record("recorded README.md; look at it and run again")
  }

  @Test("a command of the README prints what the README prints", arguments: examples)
  func example(_ example: Example) throws {
    let outcome = try Tool.shell(example.runnable, in: Tool.root)
    #expect(outcome.code == 0)
    #expect(outcome.remarks.isEmpty)
    #expect(outcome.output == example.output)
  }
}
