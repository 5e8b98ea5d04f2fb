import Foundation
import Testing

@Suite("The code of the documentation compiles, runs and prints what stands there")
struct DocumentationTests {
  static let examples: [Example] =
    Example.articles + Example.reading + Example.series + Example.measures + Example.models
    + Example.figures + Example.charts + Example.briefings

  @Test("a page's code prints what the page says", arguments: examples)
  func prints(_ example: Example) throws {
    // The pages name files from the package's folder.
    #expect(FileManager.default.changeCurrentDirectoryPath(Project.root))
    let printer = Example.Printer()
    try example.body(printer)
    let said = try CodeBlocks(page: example.page).outputs
    #expect(printer.lines.count == said.count, "\(printer.lines)")
    for (line, output) in zip(printer.lines, said) {
      #expect(CodeBlocks.matches(line, output), "prints \(line), not \(output)")
    }
  }

  @Test("each block of a page stands in its example word for word", arguments: examples)
  func isTheSame(_ example: Example) throws {
    let source = try String(contentsOfFile: example.file, encoding: .utf8)
      .components(separatedBy: "Example(\"\(example.page)\")")
    try #require(source.count == 2)
    let own = source[1].components(separatedBy: "\n    Example(")[0]
      .components(separatedBy: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    let blocks = try CodeBlocks(page: example.page).blocks
    #expect(!blocks.isEmpty)
    for block in blocks {
      #expect(own.firstRange(of: block) != nil, "\(block.joined(separator: "\n"))")
    }
  }

  @Test("no page with code is without its example")
  func noneIsMissing() throws {
    let files = FileManager.default
    var pages = ["README.md"]
    for folder in ["Sources/MigrationStats", "docs"] {
      pages += (files.subpaths(atPath: Project.root + "/" + folder) ?? []).map { "\(folder)/\($0)" }
        .filter { $0.hasSuffix(".md") || $0.hasSuffix(".swift") }
    }
    let withCode = try pages.filter { try !CodeBlocks(page: $0).blocks.isEmpty }
    #expect(withCode.sorted() == Self.examples.map(\.page).sorted())
  }

  @Test("the README shows the package of examples/package")
  func package() throws {
    let main = Project.root + "/examples/package/Sources/growth/main.swift"
    let lines = try String(contentsOfFile: main, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("import ") }.map(String.init)
    #expect(try CodeBlocks(page: "README.md").blocks.map { $0.filter { !$0.isEmpty } } == [lines])
  }

  @Test(
    "… stands for what is left out, and for nothing else",
    arguments: [
      ("1.979215", "1.979…", true), ("[0.97, 0.51]", "[0.9…, 0.5…]", true),
      ("/a/b.csv:5", "…b.csv:5", true), ("1.98", "1.979…", false), ("7", "…", false),
      ("un-2019", "un-2015", false), ("true!", "true", false),
    ])
  func omission(line: String, said: String, isSame: Bool) {
    #expect(CodeBlocks.matches(line, said) == isSame)
  }
}
