import Foundation
import Testing

@Suite("The help says what is true")
struct ReadmeTests {
  @Test(
    "every example of a help text runs",
    arguments: [
      "", "growth", "fit", "compare", "forecast", "inspect", "rows", "tidy", "describe", "regress",
      "datasets", "chart", "cite", "check", "brief",
    ])
  func help(verb: String) throws {
    let help = try Tool.stats(verb.isEmpty ? ["--help"] : [verb, "--help"])
    #expect(help.code == 0)
    try expectSnapshot(help.output, verb.isEmpty ? "help" : "help-\(verb)")
    let examples = help.output.split(separator: "\n").map { $0.drop { $0 == " " } }
      .filter { $0.hasPrefix("stats ") || $0.hasPrefix("cat ") || $0.hasPrefix("echo ") }.filter {
        !$0.hasPrefix("stats <")
      }
    #expect(examples.count > 1)
    let scratch = try Scratch()
    for name in ["briefing.md", "template.md", "my-download.csv", "my-workbook.xlsx", "my.csv"] {
      try FileManager.default.copyItem(
        at: Tool.root.appending(path: "examples/\(name)"), to: scratch.file(name))
    }
    for example in examples {
      #expect(try Tool.shell(String(example), in: scratch.folder).code == 0, "\(example)")
    }
  }

  @Test("the version is a version")
  func version() throws {
    let outcome = try Tool.stats(["--version"])
    #expect(outcome.code == 0)
    #expect(outcome.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
  }
}
