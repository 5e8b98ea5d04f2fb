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
    for text in ["filled.md"] {
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

  @Test("makes one HTML page, or says what to install")
  func page() throws {
    let outcome = try Tool.stats(
      ["brief", "template.md", "--format", "html"],
      in: Tool.root.appending(path: "examples"))
    if outcome.code == 0 {
      #expect(outcome.output.contains("<title>International migration: background for Members"))
      #expect(outcome.output.contains("303.9 million"))
      #expect(!outcome.output.contains("<script"))
    } else {
      #expect(outcome.errors.contains("apt-get install pandoc"))
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
    let outcome = try Tool.stats(["brief", "-"], input: "a \\{{ b }}\n")
    #expect(outcome.output == "a {{ b }}\n")
  }
}
