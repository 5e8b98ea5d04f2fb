import Testing

@testable import MigrationStats

@Suite("Tables and quotations of a text")
struct TableReaderTests {
  private func verdicts(_ text: String) throws -> [String: Verdict] {
    let findings = BriefingCheck(text, with: try ClaimCorpusTests.checker.get()).findings
    return Dictionary(findings.map { ($0.text, $0.verdict) }, uniquingKeysWith: { $1 })
  }

  @Test("years at the head of the columns, places at the head of the rows")
  func years() throws {
    let found = try verdicts(
      """
      Table 1: International migrants in selected countries (million)

      | Country | 1990 | 2024 |
      |---|--:|--:|
      | Canada | 4.3 | 8.8 |
      | Germany | 7.0 | 17.6 |
      | Total | 11.3 | 26.4 |
      | Narnia | 1.0 | 2.0 |
      """)
    #expect(found["4.3"] == .confirmedRounded && found["8.8"] == .confirmedRounded)
    #expect(found["7.0"] == .confirmedRounded && found["17.6"] == .off)
    for number in ["11.3", "26.4", "1.0", "2.0"] { #expect(found[number] == .ambiguous) }
  }

  @Test("places at the head of the columns, years at the head of the rows, no bars at the sides")
  func places() throws {
    let found = try verdicts(
      """
      The number of refugees by year and country.

      Year | Kenya | Uganda
      -----|-------|------
      2000 | 206,108 | 236,622
      2024 | 604,257 | 1,795,492
      """)
    #expect(found["206,108"] == .confirmed && found["236,622"] == .confirmed)
    #expect(found["604,257"] == .confirmed && found["1,795,492"] == .off)
  }

  @Test("shares, money and topics at the head of the rows")
  func units() throws {
    let shares = try verdicts(
      "The share of migrants in the population\n\n| Country | Share in 2024 (%) | Change 1990–2024 |\n"
        + "|---|---|---|\n| Sweden | 21.5 | 12.3 |\n| France | 14.3 | 3.3 |\n")
    #expect(shares["21.5"] == .confirmed && shares["14.3"] == .off)
    #expect(shares["12.3"] == .ambiguous && shares["3.3"] == .ambiguous)
    let money = try verdicts(
      "Remittances received, 2024 (US$ billion)\n\n| Country | Value |\n|---|---|\n| India | 137.7 |\n"
        + "| Mexico | 76.6 |\n")
    #expect(money["137.7"] == .confirmedRounded && money["76.6"] == .off)
    let topics = try verdicts(
      "Canada\n\n| | 1990 | 2000 |\n|---|---|---|\n| Migrants | 4,251,056 | 5,252,404 |\n"
        + "| Refugees from Chile | 154,761 | 126,991 |\n")
    #expect(topics["4,251,056"] == .confirmed && topics["5,252,404"] == .off)
    #expect(topics["154,761"] == .unsupported)
  }

  @Test(
    "what a head does not say is not known",
    arguments: [
      "| Country | 2024 |\n|---|---|\n| Canada | 8.8 million |\n",
      "Migrants in 2024\n\n| Row | Number |\n|---|---|\n| a | 303,936,274 |\n",
      "Growth of the number of migrants\n\n| Country | 2024 |\n|---|---|\n| Canada | 8,805,839 |\n",
      "Migrants aged 20 to 24\n\n| Country | 2024 |\n|---|---|\n| Canada | 8,805,839 |\n",
      "Migrant workers\n\n| Country | 2024 |\n|---|---|\n| Canada | 8,805,839 |\n",
      "Migrants\n\n| Country of origin | 2024 |\n|---|---|\n| Canada | 8,805,839 |\n",
      "Migrants\n\n| Country | 2030 |\n|---|---|\n| Canada | 8,805,839 |\n",
      "Migrants (thousands)\n\n| Country | 2024 |\n|---|---|\n| Canada | 8,805,839 |\n",
      "Migrants in Canada, projected\n\n| Year | Number |\n|---|---|\n| 2024 | 8,805,839 |\n",
    ])
  func unsaid(text: String) throws {
    #expect(try !verdicts(text).values.contains { $0.isConfirmed }, "\(text)")
  }

  @Test("a quotation goes on over its lines, and a heading ends with its own")
  func quotation() throws {
    let quoted = try verdicts("> In 2019 Canada\n> had 7.96 million migrants.\n")
    #expect(quoted["7.96 million"] == .confirmedRounded)
    let parted = try verdicts("> In 2019 Canada\n>\n> had 7.96 million migrants.\n")
    #expect(parted["7.96 million"] == .ambiguous)
    let headed = try verdicts("# In Germany\nCanada had 7.96 million migrants in 2019.\n")
    #expect(headed["7.96 million"] == .confirmedRounded)
    let code = try verdicts(
      "> ```\n> x 5 million\n> ```\n\nCanada had 7.96 million migrants in 2019.")
    #expect(code == ["7.96 million": .confirmedRounded])
  }

  @Test("marks that are never closed take no longer than others")
  func open() throws {
    let checker = try ClaimCorpusTests.checker.get()
    let clock = ContinuousClock()
    for mark in ["[^", "<a", "<style", "](", "`x", "<sup>", "\n[^a"] {
      let text = String(repeating: mark, count: 60_000)
      let time = clock.measure { _ = BriefingCheck(text, with: checker) }
      #expect(time < .seconds(20), "\(mark)")
    }
  }

  @Test(
    "the front matter has a title or none",
    arguments: [
      ("---\ntitle: \"My title: x\"\nauthor: A\n---\nText", "My title: x"),
      ("---\r\ntitle: 'It''s'\r\n---\r\nText", "It's"), ("---\nauthor: A\n---\n", nil),
      ("---\ntitle: >\n  long\n...\n", nil),
    ])
  func frontMatter(text: String, title: String?) throws {
    #expect(try #require(FrontMatter(Array(text.utf8))).title == title)
    #expect(FrontMatter(Array("---\n\nA rule, no front matter\n\n---\n".utf8)) == nil)
    #expect(FrontMatter(Array("---\ntitle: open".utf8)) == nil)
  }
}
