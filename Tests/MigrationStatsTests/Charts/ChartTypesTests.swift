import Foundation
import FoundationXML
import Testing

@testable import MigrationStats

@Suite("Types of charts")
struct ChartTypesTests {
  static let types: [ChartType] = [.bar, .index, .multiples, .slope, .rates]

  /// Tables that are hard to draw, for types that compare areas.
  static let hard: [(name: String, table: String)] =
    DrawingTests.hard + [
      ("250 series", many(250)),
      (
        "hostile names",
        areas([
          "</script><script>": [2000: "5", 2010: "6"], "a & b": [2000: "4", 2010: "9"],
          "السودان وجنوب السودان": [2000: "5", 2010: "6"], "]]>": [2000: "5", 2010: "6"],
          "👩‍👩‍👧‍👦 families 👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦": [2000: "5", 2010: "6"],
        ])
      ),
      (
        "ten orders among areas",
        areas([
          "Canada": [2000: "0.5", 2010: "0.7"], "France": [2000: "40000", 2010: "50000"],
          "Mexico": [2000: "5000000000", 2010: "9000000000"],
        ])
      ),
      (
        "both signs among areas",
        areas([
          "Canada": [2000: "-5", 2010: "7"], "France": [2000: "3", 2010: "-123456"],
          "Mexico": [2000: "0", 2010: "0"],
        ])
      ),
    ]

  @Test(
    "give a sensible picture or a clear refusal", arguments: types.indices, hard.indices)
  func sensible(type: Int, index: Int) throws {
    let (name, table) = Self.hard[index]
    let chart: Chart
    do {
      chart = try draw(table, ChartRequest("table.csv", type: Self.types[type]))
    } catch let error as any Problem {
      #expect(error.remedy != nil, "\(Self.types[type]), \(name): \(error)")
      return
    }
    for width in [400.0, 720] {
      #expect(chart.collisions(width: width) == [], "\(Self.types[type]), \(name), \(width)")
    }
    let svg = chart.svg(width: 720)
    #expect(!svg.contains("nan") && !svg.contains("inf\""), "\(Self.types[type]), \(name)")
    #expect(XMLParser(data: Data(svg.utf8)).parse(), "\(Self.types[type]), \(name)")
    #expect(chart.words.count < 600 && !chart.data.rows.isEmpty)
  }

  @Test(
    "say nothing that the check of briefings would not confirm",
    arguments: [
      ChartRequest("migrant-stock", type: .bar, focus: ["GBR"], top: 10),
      ChartRequest("migrant-stock", type: .index, areas: ["Canada", "Germany"]),
      ChartRequest("migrant-stock", type: .multiples, top: 12),
      ChartRequest("migrant-stock", type: .slope, top: 6),
      ChartRequest("migrant-stock", type: .rates, top: 10),
      ChartRequest("migrant-stock", type: .contributions, years: 1990...2019, top: 10),
    ])
  func figures(request: ChartRequest) throws {
    let chart = try draw(request)
    #expect(!chart.figures.isEmpty)
    #expect(chart.words.count < 600)
    let findings = BriefingCheck(chart.words, with: try ClaimCorpusTests.checker.get()).findings
    // Where a later revision has other numbers, words of an earlier one are true of that one.
    let wrong = findings.filter { finding in
      !finding.verdict.isConfirmed && !finding.verdict.isUnchecked
        && !(finding.verdict == .stale && chart.sources.contains { $0.vintage == finding.vintage })
    }
    #expect(wrong.map { "\($0.text): \($0.verdict.rawValue)" } == [], "\(chart.words)")
    #expect(findings.contains { $0.verdict.isConfirmed }, "\(chart.words)")
    // What is left without the figures' sentences is the title and sentences without numbers.
    var rest = chart.words.replacing(chart.title, with: "")
    for figure in chart.figures { rest = rest.replacing(figure.sentence.text, with: "") }
    let years = Set((1900...2100).map(String.init))
    let numbers = rest.split { !$0.isNumber }.map(String.init).filter { !years.contains($0) }
    #expect(numbers == [])
  }
}
