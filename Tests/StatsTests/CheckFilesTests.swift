import Foundation
import Testing

@Suite("stats check and the files that it reads and writes")
struct CheckFilesTests {
  private static let text = "In 2019 Canada had 7.96 million migrants.\n"

  private static func isInstalled(_ program: String) -> Bool {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/\(program)")
    }
  }

  /// A PDF of one line.
  private static func pdf(_ line: String) -> [UInt8] {
    let content = "BT /F1 12 Tf 72 720 Td (\(line)) Tj ET"
    let objects = [
      "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        + "/Resources << /Font << /F1 5 0 R >> >> >>",
      "<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    var text = "%PDF-1.4\n"
    var places: [Int] = []
    for (index, object) in objects.enumerated() {
      places.append(text.utf8.count)
      text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = text.utf8.count
    text += "xref\n0 6\n0000000000 65535 f \n"
    for place in places { text += String(format: "%010d 00000 n \n", place) }
    return Array((text + "trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n").utf8)
  }

  @Test("reads a PDF", .enabled(if: isInstalled("pdftotext")))
  func document() throws {
    let scratch = try Scratch()
    try scratch.write("a.pdf", Self.pdf("In 2019 Canada had 7.96 million migrants."))
    let outcome = try Tool.stats(["check", "a.pdf", "--format", "csv"], in: scratch.folder)
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("7.96 million,level,confirmed-rounded"))
    try scratch.write("bad.pdf", Array("no PDF".utf8))
    let bad = try Tool.stats(["check", "bad.pdf"], in: scratch.folder)
    #expect(bad.code == 65 && bad.errors.contains("pdftotext could not read it"))
    let bound = try Tool.stats(["check", "a.pdf", "--bind", "--write"], in: scratch.folder)
    #expect(bound.code != 0 && bound.errors.contains("cannot be rewritten"))
  }

  @Test(
    "says what to install where the reader of a document is missing", arguments: ["pdf", "odt"])
  func missing(ending: String) throws {
    let scratch = try Scratch()
    try scratch.write("a.\(ending)", Self.pdf("x"))
    let outcome = try Tool.stats(
      ["check", "a.\(ending)"], in: scratch.folder, environment: ["PATH": scratch.folder.path()])
    #expect(outcome.code == 65)
    #expect(outcome.errors.contains("is not installed"))
    #expect(
      outcome.errors.contains("apt-get install \(ending == "pdf" ? "poppler-utils" : "pandoc")"))
  }

  @Test("a figure of which a break is known now has moved for that reason")
  func brokenSince() throws {
    let scratch = try Scratch()
    try FileManager.default.copyItem(
      at: Tool.root.appending(path: "datasets"), to: scratch.file("catalog"))
    let text = "Between 1990 and 2019 the number of migrants in Canada rose by 83.7 per cent.\n"
    try scratch.write("a.md", Array(text.utf8))
    let catalog = ["--catalog", "catalog"]
    #expect(
      try Tool.stats(["check", "a.md", "--bind", "--write"] + catalog, in: scratch.folder).code == 0
    )
    let still = try Tool.stats(["check", "a.md", "--since-lock"] + catalog, in: scratch.folder)
    #expect(still.code == 0 && still.output.contains("unchanged"))
    let package = scratch.file("catalog/migrant-stock/datapackage.json")
    let old = try String(contentsOf: package, encoding: .utf8)
    let known =
      "\"breaks\": [{\"year\": 2005, \"kind\": \"definition\", \"areas\": [\"CAN\"], "
      + "\"text\": \"Citizenship took the place of birth.\"},"
    let new = old.replacing("\"breaks\": [", with: known, maxReplacements: 1)
    #expect(new != old)
    try Data(new.utf8).write(to: package)
    let moved = try Tool.stats(
      ["check", "a.md", "--since-lock", "--format", "csv"] + catalog, in: scratch.folder)
    #expect(moved.code == 1)
    #expect(moved.output.contains(",break,"), "\(moved.output)")
  }

  @Test("a byte order mark stays where a text is rewritten")
  func byteOrderMark() throws {
    let scratch = try Scratch()
    try scratch.write("a.md", [0xEF, 0xBB, 0xBF] + Array(Self.text.utf8))
    let folder = scratch.folder
    #expect(try Tool.stats(["check", "a.md", "--bind", "--write"], in: folder).code == 0)
    let bound = try Data(contentsOf: scratch.file("a.md"))
    #expect(bound.starts(with: [0xEF, 0xBB, 0xBF]))
    let wrong = String(decoding: bound, as: UTF8.self).replacing("7.96", with: "7.97")
    try scratch.write("a.md", Array(wrong.utf8))
    #expect(try Tool.stats(["check", "a.md", "--fix"], in: folder).code == 0)
    #expect(try Data(contentsOf: scratch.file("a.md")) == bound)
  }

  @Test(
    "a full disk leaves the text and the lock as they were",
    arguments: ["check a.md --bind --write", "brief a.md -o b.md", "brief t.md -o b.html"])
  func fullDisk(line: String) throws {
    let scratch = try Scratch()
    let text = Self.text + "\n" + String(repeating: "Nothing is claimed here.\n", count: 200)
    try scratch.write("a.md", Array(text.utf8))
    let template = text.replacing(
      "7.96 million", with: "{{ migrant-stock --area Canada --years 2019 }}")
    try scratch.write("t.md", Array(template.utf8))
    // No file may grow beyond 2 KiB, as on a disk that is full then: the lock fits, the text does not.
    let outcome = try Tool.shell("trap '' XFSZ; ulimit -f 2; stats \(line)", in: scratch.folder)
    #expect(outcome.code == 74, "\(outcome.errors)")
    #expect(try String(contentsOf: scratch.file("a.md"), encoding: .utf8) == text)
    let left = try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path())
    #expect(Set(left) == ["a.md", "t.md"])
  }

  @Test("a device has no lock beside it")
  func device() throws {
    let scratch = try Scratch()
    try scratch.write("t.md", Array("{{ migrant-stock --area Canada --years 2019 }}\n".utf8))
    let full = try Tool.stats(["brief", "t.md", "-o", "/dev/full"], in: scratch.folder)
    #expect(full.code == 74 && full.errors.contains("could not be written"))
    #expect(!FileManager.default.fileExists(atPath: "/dev/figures.lock.json"))
  }

  @Test("a long text on one line ends with a clear result")
  func longLine() throws {
    let scratch = try Scratch()
    try scratch.write("a.md", repeatElement(UInt8(ascii: "a"), count: 4_000_000))
    let letters = try Tool.stats(["check", "a.md"], in: scratch.folder)
    #expect(letters.code == 0 && letters.output.contains("0 numbers"))
    let line = String(repeating: "In 2019 Canada had 7.96 million migrants. ", count: 2000)
    try scratch.write("b.md", Array(line.utf8))
    let sentences = try Tool.stats(["check", "b.md"], in: scratch.folder)
    #expect(sentences.code == 0 && sentences.output.contains("2000 numbers: 2000 confirmed"))
  }
}
