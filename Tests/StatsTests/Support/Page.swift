import Foundation
import Testing

/// A page of Markdown whose `console` blocks show commands with what they print.
///
/// A command stands behind `$ `, its output below. A block fenced with `console exit=65` shows a
/// command that ends with that code, and below its output what it says on standard error.
struct Page: Sendable, CustomTestStringConvertible {
  /// The page, from the package's folder.
  let name: String
  var testDescription: String { name }

  /// A command and what stands below it.
  struct Command: Sendable {
    let line: String
    let exitCode: Int32
    var output: [String] = []

    /// The command without the set-up, which has been done when tests run.
    var runnable: String { line.replacing("scripts/run ", with: "stats ") }
  }

  /// What a page is made of, in its order.
  enum Part: Sendable {
    case text(String)
    case command(Command)
  }

  /// The README and the pages of the guide.
  static let all: [Page] = {
    let guide = (try? FileManager.default.contentsOfDirectory(atPath: root("docs"))) ?? []
    return ["README.md"].map(Page.init)
      + guide.filter { $0.hasSuffix(".md") }.sorted().map { Page(name: "docs/\($0)") }
  }()

  private static func root(_ name: String) -> String { Tool.root.appending(path: name).path() }
  private var url: URL { Tool.root.appending(path: name) }

  /// The parts of the page.
  func parts() throws -> [Part] {
    let text = try String(contentsOf: url, encoding: .utf8)
    var (parts, exitCode): ([Part], Int32?) = ([], nil)
    for line in text.components(separatedBy: "\n") {
      if exitCode == nil, line.hasPrefix("```console") {
        exitCode = try code(of: line)
        parts.append(.text(line))
      } else if exitCode != nil, line == "```" {
        exitCode = nil
        parts.append(.text(line))
      } else if let exitCode, line.hasPrefix("$ ") {
        parts.append(.command(Command(line: String(line.dropFirst(2)), exitCode: exitCode)))
      } else if exitCode != nil {
        guard case .command(var command) = parts.popLast() else {
          throw PageError(description: "\(name): output without a command: \(line)")
        }
        command.output.append(line)
        parts.append(.command(command))
      } else {
        parts.append(.text(line))
      }
    }
    return parts
  }

  private func code(of fence: String) throws -> Int32 {
    if fence == "```console" { return 0 }
    let code = Int32(fence.replacing("```console exit=", with: ""))
    return try #require(code, "\(name): \(fence)")
  }

  /// Runs the commands in their order, in a folder of their own that has the examples.
  func run(_ each: (Command, _ printed: [String], Tool.Outcome) throws -> Void) throws {
    let scratch = try Scratch()
    try FileManager.default.copyItem(
      at: Tool.root.appending(path: "examples"), to: scratch.file("examples"))
    for case .command(let command) in try parts() {
      let outcome = try Tool.shell(command.runnable, in: scratch.folder)
      var printed = outcome.output
      if command.exitCode != 0 { printed += outcome.remarks.map { "\($0)\n" }.joined() }
      if printed.hasSuffix("\n") { printed.removeLast() }
      try each(command, printed.isEmpty ? [] : printed.components(separatedBy: "\n"), outcome)
    }
  }

  /// Writes the page with what its commands print now.
  func record() throws {
    var outputs: [[String]] = []
    try run { _, printed, _ in outputs.append(printed) }
    var lines: [String] = []
    for part in try parts() {
      switch part {
      case .text(let line): lines.append(line)
      case .command(let command): lines += ["$ \(command.line)"] + outputs.removeFirst()
      }
    }
    try Data(lines.joined(separator: "\n").utf8).write(to: url)
  }

  /// A page that is not written as it has to be.
  struct PageError: Error, CustomStringConvertible {
    let description: String
  }
}
