import Testing

@testable import MigrationStats

@Suite("The words of charts")
struct ChartWordsTests {
  static let requests = [
    ChartRequest("migrant-stock", areas: ["Canada"], years: 1990...2019),
    ChartRequest("migrant-stock", areas: ["Canada", "Australia", "GBR", "DEU"]),
    ChartRequest("world-migrant-stock", vintages: ["wb-wdi"]),
    ChartRequest("refugees", areas: ["World"], keys: [Series.Key("population_type", "refugees")]),
    ChartRequest("population", areas: ["India", "China"]),
  ]

  @Test("are short, and every number of them is right", arguments: requests)
  func check(request: ChartRequest) throws {
    let chart = try draw(request)
    #expect(chart.words.count < 600)
    #expect(chart.words.hasPrefix("Line chart: "))
    let findings = BriefingCheck(chart.words, with: try ClaimCorpusTests.checker.get()).findings
    #expect(!findings.isEmpty)
    // Where a later revision has other numbers, words of an earlier one are true of that one.
    let wrong = findings.filter { finding in
      !finding.verdict.isConfirmed && !finding.verdict.isUnchecked
        && !(finding.verdict == .stale && chart.sources.contains { $0.vintage == finding.vintage })
    }
    #expect(wrong.map { "\($0.text): \($0.verdict.rawValue)" } == [], "\(chart.words)")
    #expect(findings.contains { $0.verdict.isConfirmed }, "\(chart.words)")
  }

  @Test("name the extremes where they lie within")
  func extremes() throws {
    let chart = try draw(
      yearly([2000: "5", 2001: "19", 2002: "2", 2003: "7"]), ChartRequest("table.csv"))
    #expect(chart.figures.map(\.value).contains(19))
    #expect(chart.figures.map(\.value).contains(2))
  }

  @Test("keep to their length whatever the title")
  func length() throws {
    let chart = try draw(
      yearly([2000: "5", 2001: "6"]),
      ChartRequest("table.csv", title: String(repeating: "long ", count: 300)))
    #expect(chart.words.count < 600)
  }
}
