import Foundation
import Testing

@Suite("Completions and manual pages")
struct CompletionTests {
  /// What Bash offers for the last word of a line.
  private func bash(_ words: [String], in folder: URL? = nil) throws -> [String] {
    let scratch = try Scratch()
    let quoted = words.map { "'\($0)'" }.joined(separator: " ")
    let program = """
      eval "$(stats --generate-completion-script bash)"
      COMP_WORDS=(\(quoted)); COMP_CWORD=\(words.count - 1); COMP_LINE="${COMP_WORDS[*]}"
      COMP_POINT=${#COMP_LINE}; COMPREPLY=()
      _stats stats "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}" 2>/dev/null
      printf '%s\\n' "${COMPREPLY[@]}"
      """
    let file = try scratch.write("complete.bash", program.utf8)
    let outcome = try Tool.shell("bash \(file.path())", in: folder)
    #expect(outcome.errors.isEmpty)
    return outcome.output.split(separator: "\n").map(String.init)
  }

  @Test("Bash offers commands, data sets, files, options and their values")
  func offers() throws {
    #expect(try bash(["stats", "gro"]) == ["growth"])
    #expect(try bash(["stats", "growth", "migrant-stock-"]) == ["migrant-stock-by-origin"])
    let all = try bash(["stats", "growth", ""])
    #expect(all.contains("communique-2009") && all.contains("my.csv"))
    #expect(!all.contains("briefing.md"))
    #expect(try bash(["stats", "growth", "my-w"]) == ["my-workbook.xlsx"])
    #expect(try bash(["stats", "growth", "../datasets/pop"]) == ["../datasets/population"])
    #expect(try bash(["stats", "growth", "my.csv", "--defi"]) == ["--definition"])
    #expect(try bash(["stats", "growth", "my.csv", "--definition", "comp"]) == ["compound"])
    #expect(try bash(["stats", "datasets", "remit"]) == ["remittances-received"])
  }

  @Test("Bash offers the areas and vintages of the data set that is named")
  func areas() throws {
    #expect(try bash(["stats", "growth", "migrant-stock", "--area", "Cana"]) == ["Canada"])
    #expect(try bash(["stats", "growth", "migrant-stock", "-a", "GB"]) == ["GBR"])
    #expect(
      try bash(["stats", "growth", "migrant-stock", "-a", "Unite"]).contains {
        $0.hasPrefix("United Kingdom")
      })
    // A quotation mark is Bash's own.
    #expect(
      try bash(["stats", "growth", "migrant-stock", "-a", "Côte"]).contains {
        $0.hasPrefix("Côte d")
      })
    let vintages = try bash(["stats", "growth", "world-migrant-stock", "--vintage", "un"])
    #expect(vintages.contains("un-2019"))
    #expect(
      try bash(["stats", "cite", "world-migrant-stock", "--vintage", "un-2019"]) == ["un-2019"])
  }

  @Test("a folder with a space and a catalogue elsewhere are offered")
  func places() throws {
    let scratch = try Scratch()
    let folder = scratch.file("my data")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try scratch.write("my data/a b.csv", "area,year,value\n".utf8)
    #expect(try bash(["stats", "growth", "my"], in: scratch.folder).contains("my data"))
    #expect(try bash(["stats", "growth", "my data/"], in: scratch.folder) == ["my data/a b.csv"])
    try FileManager.default.createDirectory(
      at: scratch.file("sets/own"), withIntermediateDirectories: true)
    try scratch.write("sets/own/datapackage.json", "{}".utf8)
    #expect(
      try bash(["stats", "growth", "--catalog", "sets", "ow"], in: scratch.folder) == ["own"])
  }

  @Test("the script writes a page a command and three completions, the same bytes each time")
  func manuals() throws {
    let scratch = try Scratch()
    let script = Tool.root.appending(path: "scripts/manuals").path()
    for folder in ["one", "two"] {
      let outcome = try Tool.shell(
        "STATS=$(command -v stats) \(script) \(scratch.file(folder).path())", in: scratch.folder)
      #expect(outcome.code == 0, "\(outcome.errors)")
    }
    #expect(try Tool.shell("diff -r one two", in: scratch.folder).code == 0)
    let pages = try FileManager.default.contentsOfDirectory(
      atPath: scratch.file("one/man1").path())
    let verbs = HelpTests.verbs.map { $0.isEmpty ? "stats.1" : "stats-\($0).1" }
    #expect(pages.sorted() == verbs.sorted())
    for page in pages {
      let text = try String(contentsOf: scratch.file("one/man1/\(page)"), encoding: .utf8)
      #expect(text.contains(".SH EXAMPLES\n"), "\(page)")
      #expect(
        text.contains("\\fB\\-v\\fR, \\fB\\-\\-verbose\\fR\n") == (page != "stats.1"), "\(page)")
    }
    for (name, begin) in [
      ("bash/stats", "#!/bin/bash"), ("zsh/_stats", "#compdef stats"),
      ("fish/stats.fish", "function "),
    ] {
      let text = try String(contentsOf: scratch.file("one/\(name)"), encoding: .utf8)
      #expect(text.hasPrefix(begin), "\(name)")
    }
    let lint = try Tool.shell("command -v mandoc && mandoc -Tlint one/man1/*.1", in: scratch.folder)
    guard lint.code != 1 || !lint.output.isEmpty else { return }
    // That a page bears no date is meant.
    let told = lint.output.split(separator: "\n").dropFirst().filter {
      !$0.contains("missing date")
    }
    #expect(told.isEmpty, "\(told.joined(separator: "\n"))")
  }

  @Test("the scripts are such as their shells take", arguments: ["bash", "zsh", "fish"])
  func syntax(shell: String) throws {
    let scratch = try Scratch()
    let outcome = try Tool.shell(
      "stats --generate-completion-script \(shell) > script; ! command -v \(shell) >/dev/null || \(shell) -n script",
      in: scratch.folder)
    #expect(outcome.code == 0, "\(outcome.errors)")
  }
}
