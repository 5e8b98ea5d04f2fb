import Testing

@testable import MigrationStats

@Suite("Templates of briefings")
struct BriefingTemplateTests {
  /// A template filled with Canada's migrants of the year that each place says.
  private func filled(_ text: String, lock: FigureLock? = nil) throws -> Briefing {
    var holdings = Holdings(try Catalog(folder: Project.datasets))
    var others = holdings
    return try BriefingTemplate(Array(text.utf8), name: "t.md").filled(
      lock: lock, renewed: { try others.figure($0) }
    ) { place in
      let year = Int(place.words[0]) ?? 0
      return try holdings.figure(
        FigureRequest("migrant-stock", area: "Canada", of: .level, years: year...year))
    }
  }

  @Test(
    "part words as a shell does",
    arguments: [
      ("a --b 'c d'", ["a", "--b", "c d"]), ("\"Côte d'Ivoire\"", ["Côte d'Ivoire"]),
      ("Côte-d'Ivoire x", ["Côte-d'Ivoire", "x"]), ("''", [""]), ("  ", []),
      ("--where=\"a b\"", ["--where=a b"]),
    ])
  func words(text: String, words: [String]) {
    #expect(BriefingTemplate.words(text) == words)
  }

  @Test("leave a text without figures as it is, to the byte")
  func untouched() throws {
    for text in ["", "a\r\nb", "a {b} }} {\n\n\n", "x[^1]\n\n[^1]: y"] {
      #expect(try filled(text).markdown() == text)
    }
  }

  @Test("give a figure one footnote, and leave the labels of the text alone")
  func footnotes() throws {
    let text = try filled("A[^1] {{ 2019 }} b {{ 2019 }} c {{ 2015 }}.\n\n[^1]: Own.\n").markdown()
    #expect(text.contains("7.96 million<!--/stat-->[^2] b <!--stat:"))
    #expect(text.contains("7.43 million<!--/stat-->[^3]."))
    #expect(text.matches(of: /\[\^2\](?!:)/).count == 2)
    for label in ["[^1]:", "[^2]:", "[^3]:"] {
      #expect(text.ranges(of: label).count == 1)
    }
  }

  @Test("filled again are the same, and renewed where the data have changed")
  func renewed() throws {
    let first = try filled("# T\n\nA {{ 2019 }}[^x] b.\n\n[^x]: Own.\n")
    let text = first.markdown()
    let again = try filled(text, lock: first.lock)
    #expect(again.markdown() == text)
    #expect(again.lock == first.lock)
    let stale = text.replacing(">7.96 million<", with: ">7.50 million<")
    #expect(try filled(stale, lock: first.lock).markdown() == text)
    #expect(try filled(text, lock: first.lock).markdown(isMarked: false).contains("A 7.96 million"))
  }

  @Test(
    "that are broken are errors with a place",
    arguments: [
      ("é {{ 2019", 1, "3", "not closed"), ("\n{{}}", 2, "1", "nothing"),
      ("{{ 'a }}", 1, "1", "quote"), ("x {{ 1066 }}", 1, "3", "1066"),
      ("<!--stat:0123456789ab-->{{ 2019 }}<!--/stat-->", 1, "25", "inside"),
      ("x <!--stat:0123456789ab-->1<!--/stat-->", 1, "3", "lock"),
      ("<!--stat:0123456789ab-->1", 1, "1", "not closed"),
    ])
  func broken(text: String, line: Int, column: String, words: String) throws {
    let error = try #require(throws: FigureError.self) { try filled(text) }
    #expect(error.summary.contains(words))
    #expect(error.position.file == "t.md")
    #expect(error.position.line == line)
    #expect(error.position.column == column)
    #expect(error.remedy != nil)
  }

  @Test("never trap on random bytes, as Markdown or as a page")
  func random() throws {
    var generator = RepeatableGenerator(seed: 7)
    let pieces = [
      "{{", "}}", "\\{{", " 2019 ", "[^", "]", "[^1]", ":", "<!--stat-notes-->",
      "<!--/stat-notes-->", "<!--stat:", "0123456789ab", "-->", "\n", "'", "# ", "| a |\n|-|\n",
      "statfigure0z", "<b>", "é", "\u{0}", "`",
    ]
    for _ in 0..<300 {
      var bytes = Array(generator.text(of: pieces, upTo: 12).utf8)
      if Bool.random(using: &generator) {
        bytes.append(UInt8.random(in: 128...255, using: &generator))
      }
      guard let template = try? BriefingTemplate(bytes, name: "random") else { continue }
      let figure = try Self.canada.get()
      let briefing = try? template.filled(lock: nil, renewed: { _ in figure }) { _ in figure }
      _ = briefing?.markdown()
      if let briefing { #expect(briefing.page()?.text.hasSuffix("</html>\n") == true) }
    }
  }

  private static let canada = Result {
    var holdings = Holdings(try Catalog(folder: Project.datasets))
    return try holdings.figure(
      FigureRequest("migrant-stock", area: "Canada", of: .level, years: 2019...2019))
  }

  @Test("make a page without raw HTML, its numbers as data")
  func page() throws {
    let page = try #require(
      try filled(
        """
        # Migrants & {{ 2019 }} <b>x</b>

        <script>alert(1)</script>

        [a](javascript:alert(1)) ![n {{ 2019 }}](data:image/png,x)

        | Year | Migrants |
        |------|----------|
        | 2019 | {{ 2019 }} |
        """
      ).page())
    #expect(page.text.contains("<data value=\"7960657\"><!--stat:"))
    #expect(page.omissions == 3)
    #expect(page.text.contains("<title>Migrants &amp; 7.96 million x</title>"))
    #expect(page.text.contains("-->7.96 million<!--/stat--></data><sup"))
    #expect(page.text.contains("alt=\"n 7.96 million"))
    #expect(page.text.contains("<div class=\"wide\"><table>"))
    for word in ["<script", "javascript:", "<b>", "statfigure"] {
      #expect(!page.text.contains(word), "\(word)")
    }
  }
}
