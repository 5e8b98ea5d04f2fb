import Foundation
import Testing

@Suite("The README and the guide print what is printed")
struct PagesTests {
  /// With SNAPSHOTS=record the outputs are written anew.
  @Test("each command of a page prints what stands below it", arguments: Page.all)
  func commands(_ page: Page) throws {
    if ProcessInfo.processInfo.environment["SNAPSHOTS"] == "record" {
      try page.record()
      Issue.record("recorded \(page.name); look at it and run again")
      return
    }
    try page.run { command, printed, outcome in
      #expect(outcome.code == command.exitCode, "\(command.line): \(outcome.errors)")
      #expect(command.exitCode != 0 || outcome.remarks.isEmpty, "\(command.line)")
      #expect(printed == command.output, "\(command.line)")
    }
  }

  @Test("the README shows enough; the guide has a page for each verb, and the index names it")
  func verbs() throws {
    let readme = try Page(name: "README.md").parts().count {
      if case .command = $0 { true } else { false }
    }
    #expect(readme >= 8)
    let help = try Tool.stats(["--help"]).output
    let list = help.components(separatedBy: "SUBCOMMANDS:\n")
    try #require(list.count == 2)
    let verbs = list[1].components(separatedBy: "\n").filter { $0.hasPrefix("  ") }
      .compactMap { $0.dropFirst(2).prefix { $0 != " " } }.filter { !$0.isEmpty && $0 != "See" }
    #expect(verbs.count >= 14)
    let index = try String(contentsOf: Tool.root.appending(path: "docs/README.md"), encoding: .utf8)
    for verb in verbs {
      let page = Page(name: "docs/\(verb).md")
      #expect(index.contains("(\(verb).md)"), "docs/README.md has no link to \(verb).md")
      let calls = try page.parts().count {
        if case .command(let command) = $0 { command.line.contains("stats \(verb)") } else { false }
      }
      #expect(calls > 0, "docs/\(verb).md does not show stats \(verb)")
    }
  }

  @Test("a caveat of the catalogue is explained, and one that is explained can occur")
  func caveats() throws {
    let page = try String(contentsOf: Tool.root.appending(path: "docs/caveats.md"), encoding: .utf8)
    let rows = page.components(separatedBy: "\n").filter { $0.hasPrefix("| `") }
    let explained = Set(
      rows.flatMap { $0.components(separatedBy: " | ")[0].matches(of: /`([a-z-]+)`/) }
        .map { String($0.1) })
    #expect(explained.count > 30)
    let files = FileManager.default
    var (sources, catalogue) = ("", Set<String>())
    for folder in ["Sources/MigrationStats", "datasets"] {
      let root = Tool.root.appending(path: folder)
      for path in files.subpaths(atPath: root.path()) ?? [] {
        guard path.hasSuffix(".swift") || path.hasSuffix("datapackage.json") else { continue }
        let text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
        sources += text
        guard path.hasSuffix(".json"), let start = text.range(of: "\"caveats\"") else { continue }
        let kinds = text[start.upperBound...].matches(of: /"kind": "([a-z-]+)"/)
        catalogue.formUnion(kinds.map { String($0.1) })
      }
    }
    #expect(catalogue.count > 10)
    #expect(catalogue.subtracting(explained).isEmpty)
    #expect(explained.filter { !sources.contains("\"\($0)\"") }.isEmpty)
  }

  @Test("a link within the pages leads somewhere", arguments: Page.all)
  func links(_ page: Page) throws {
    let url = Tool.root.appending(path: page.name)
    let text = try String(contentsOf: url, encoding: .utf8)
    for match in text.matches(of: /\]\(([^)#\s]+)[^)]*\)/) {
      let link = String(match.1)
      guard !link.contains("://") else { continue }
      let file = url.deletingLastPathComponent().appending(path: link)
      #expect(FileManager.default.fileExists(atPath: file.path()), "\(page.name): \(link)")
    }
  }
}
