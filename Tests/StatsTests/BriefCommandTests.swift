import Foundation
import Testing

@Suite("stats brief")
struct BriefCommandTests {
  @Test("fills a template, writes its lock, and what it wrote checks clean")
  func filled() throws {
    let scratch = try Scratch()
    try FileManager.default.copyItem(
      at: Tool.root.appending(path: "examples/template.md"), to: scratch.file("template.md"))
    let printed = try Tool.stats(["brief", "template.md"], in: scratch.folder)
    #expect(printed.code == 0)
    try expectSnapshot(printed.output, "brief")
    let written = try Tool.stats(["brief", "template.md", "-o", "filled.md"], in: scratch.folder)
    #expect(written.code == 0)
    #expect(
      try String(contentsOf: scratch.file("filled.md"), encoding: .utf8) == printed.output)
    #expect(
      try Tool.stats(["brief", "template.md", "-o", "filled.html"], in: scratch.folder).code == 0)
    for text in ["filled.md", "filled.html"] {
      let check = try Tool.stats(["check", text, "--format", "csv"], in: scratch.folder)
      #expect(check.code == 0)
      let rows = check.output.split(separator: "\n").dropFirst()
      #expect(rows.count == 4)
      #expect(rows.allSatisfy { $0.contains(",marked,confirmed,") })
    }
    // Without marks the grammar has to find the same.
    let plain = try Tool.stats(["brief", "template.md", "--plain"], in: scratch.folder)
    let check = try Tool.stats(
      ["check", "-", "--format", "csv"], in: scratch.folder, input: plain.output)
    #expect(
      check.output.split(separator: "\n").dropFirst().allSatisfy { $0.contains(",confirmed") })
    // Any one number changed is found.
    for number in ["303.9 million", "3.7 per cent", "2.00 per cent", "11.8 million"] {
      #expect(printed.output.contains(number))
      let changed = printed.output.replacing(number, with: number.replacing(".", with: "1."))
      try scratch.write("filled.md", Array(changed.utf8))
      let found = try Tool.stats(["check", "filled.md", "--format", "csv"], in: scratch.folder)
      #expect(found.code == 1, "\(number)")
      #expect(found.output.contains(",marked,off,"), "\(number)")
    }
  }

  @Test("makes one HTML page that needs nothing else, and its lock")
  func page() throws {
    let examples = Tool.root.appending(path: "examples")
    let outcome = try Tool.stats(["brief", "template.md", "--format", "html"], in: examples)
    #expect(outcome.code == 0)
    #expect(outcome.remarks.isEmpty)
    try expectSnapshot(outcome.output, "brief-html")
    let scratch = try Scratch()
    try scratch.write("t.md", Array("<script>x</script>\n\nA <i>b</i>.\n".utf8))
    let raw = try Tool.stats(["brief", "t.md", "-o", "t.html"], in: scratch.folder)
    #expect(raw.code == 0)
    #expect(raw.errors.contains("note: t.md: raw HTML was left out of the page 3 times"))
    let page = try String(contentsOf: scratch.file("t.html"), encoding: .utf8)
    #expect(!page.contains("<script") && page.contains("<title>Briefing</title>"))
  }

  @Test("a page keeps its marks, and takes its title from the front matter")
  func marked() throws {
    let scratch = try Scratch()
    let template =
      "---\ntitle: \"Migrants: a note\"\n---\n\nCanada had {{ migrant-stock -a Canada --years 2019 }} "
      + "migrants in 2019.[^own]\n\n[^own]: In 2024 Canada had 8.1 million migrants.\n"
    try scratch.write("t.md", Array(template.utf8))
    #expect(try Tool.stats(["brief", "t.md", "-o", "t.html"], in: scratch.folder).code == 0)
    let page = try String(contentsOf: scratch.file("t.html"), encoding: .utf8)
    #expect(page.contains("<title>Migrants: a note</title>") && !page.contains("<hr"))
    let check = try Tool.stats(["check", "t.html", "--format", "csv"], in: scratch.folder)
    // The footnote of the text itself is checked like the rest; those of the figures are notes.
    #expect(check.code == 1)
    let rows = check.output.split(separator: "\n").dropFirst()
    #expect(rows.count == 2)
    #expect(rows.first?.contains(",marked,confirmed,") == true)
    #expect(rows.last?.contains("8.1 million,level,off") == true)
    try scratch.write("t.html", Array(page.replacing("7.96 million", with: "7.86 million").utf8))
    let wrong = try Tool.stats(["check", "t.html", "--format", "csv"], in: scratch.folder)
    #expect(wrong.output.contains(",marked,off,"))
    #expect(try Tool.stats(["check", "t.html", "--fix"], in: scratch.folder).code == 0)
    #expect(try String(contentsOf: scratch.file("t.html"), encoding: .utf8) == page)
  }

  @Test("keeps the figures of other texts in the lock, and fills a filled text again")
  func shared() throws {
    let scratch = try Scratch()
    for (name, year) in [("a", 2019), ("b", 2015)] {
      let text = "\(name) {{ migrant-stock --area Canada --years \(year) }} migrants.\n"
      try scratch.write("\(name).md", Array(text.utf8))
      let outcome = try Tool.stats(
        ["brief", "\(name).md", "-o", "\(name)-filled.md"], in: scratch.folder)
      #expect(outcome.code == 0)
    }
    for name in ["a", "b"] {
      let check = try Tool.stats(
        ["check", "\(name)-filled.md", "--format", "csv"], in: scratch.folder)
      #expect(check.output.contains(",marked,confirmed,"))
    }
    let filled = try String(contentsOf: scratch.file("a-filled.md"), encoding: .utf8)
    let stale = filled.replacing("7.96 million", with: "7.50 million")
    try scratch.write("a-filled.md", Array(stale.utf8))
    let again = try Tool.stats(["brief", "a-filled.md", "-o", "a-filled.md"], in: scratch.folder)
    #expect(again.code == 0)
    #expect(try String(contentsOf: scratch.file("a-filled.md"), encoding: .utf8) == filled)
  }

  @Test("never writes over the template, nor anything where the lock cannot be read")
  func undamaged() throws {
    let scratch = try Scratch()
    let template = "{{ migrant-stock --area Canada --years 2019 }}\n"
    try scratch.write("t.md", Array(template.utf8))
    let same = try Tool.stats(["brief", "t.md", "-o", "./t.md"], in: scratch.folder)
    #expect(same.code == 64)
    #expect(try String(contentsOf: scratch.file("t.md"), encoding: .utf8) == template)
    try scratch.write("figures.lock.json", Array("{\"version\": 2}".utf8))
    let newer = try Tool.stats(["brief", "t.md", "-o", "out.md"], in: scratch.folder)
    #expect(newer.code == 65)
    #expect(newer.errors.contains("figures.lock.json: the lock is of version 2"))
    #expect(!FileManager.default.fileExists(atPath: scratch.file("out.md").path()))
    #expect(
      try String(contentsOf: scratch.file("figures.lock.json"), encoding: .utf8)
        == "{\"version\": 2}")
  }

  @Test("binary templates and other encodings are refused with line and column")
  func binary() throws {
    let scratch = try Scratch()
    try scratch.write("zero.md", Array("a\né\u{0}".utf8))
    try scratch.write("latin.md", Array("a\nb ".utf8) + [0xE9, 0x20])
    for (name, place) in [
      ("zero.md", "zero.md:2, column ‘2’"), ("latin.md", "latin.md:2, column ‘3’"),
    ] {
      let outcome = try Tool.stats(["brief", name], in: scratch.folder)
      #expect(outcome.code == 65)
      #expect(outcome.errors.contains(place), "\(outcome.errors)")
    }
  }

  @Test(
    "a template that cannot be filled is an error with its place",
    arguments: [
      ("a\nb {{ }}", "-:2", "nothing between"), ("{{ migrant-stock", "-:1", "not closed"),
      ("{{ migrant-stok --years 2019 }}", "-:1", "‘migrant-stok’"),
      ("{{ migrant-stock --area Canda --years 2019 }}", "-:1", "‘Canda’"),
      ("{{ migrant-stock --area Canada --years 2011 }}", "-:1", "2011 has no value"),
      ("{{ migrant-stock --aera Canada }}", "-:1", "--aera"),
      ("{{ migrant-stock --area 'Canada }}", "-:1", "quote"),
    ])
  func errors(template: String, place: String, words: String) throws {
    let scratch = try Scratch()
    try scratch.write("old.md", Array("old".utf8))
    let outcome = try Tool.stats(
      ["brief", "-", "-o", "old.md"], in: scratch.folder, input: template)
    #expect(outcome.code == 65)
    #expect(outcome.errors.contains(place.replacing("-", with: "standard input")))
    #expect(outcome.errors.contains(words))
    #expect(outcome.errors.contains("hint: "))
    #expect(try String(contentsOf: scratch.file("old.md"), encoding: .utf8) == "old")
    #expect(!FileManager.default.fileExists(atPath: scratch.file("figures.lock.json").path()))
  }

  @Test("braces that are meant as such stay")
  func escaped() throws {
    // With their backslash, as Markdown has it: the filled text can be filled again.
    let text = "a \\{{ b }}\n"
    #expect(try Tool.stats(["brief", "-"], input: text).output == text)
    let page = try Tool.stats(["brief", "-", "--format", "html"], input: text)
    #expect(page.output.contains("<p>a {{ b }}</p>"))
  }
}
