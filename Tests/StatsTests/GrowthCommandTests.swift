import Foundation
import Testing

@Suite("stats growth")
struct GrowthCommandTests {
  @Test(
    "prints what is kept",
    arguments: [
      ("communique", "growth communique-2009 --years 1980-2008"),
      ("vintages", "growth world-migrant-stock --vintage all --years 1980-2008 --explain"),
      ("remittances", "growth remittances-received --area World --years 2023-2024"),
      ("canada-uk", "growth migrant-stock --area Canada --area GBR --years 1990-2019 --format csv"),
      ("download", "growth my-download.csv --area World --years 1990-2019 --format json"),
      ("markdown", "growth migrant-stock -a World -a Sudan --years 2005-2010 --format markdown"),
      ("ranking", "growth migrant-stock --where sex=both --years 1990-2019 --definition log"),
      ("least-squares", "growth remittances-received -a India --years 1990-2019"),
    ])
  func snapshot(name: String, line: String) throws {
    let outcome = try Tool.shell("stats \(line)")
    #expect(outcome.code == 0)
    #expect(outcome.remarks.isEmpty)
    try expectSnapshot(outcome.output, "growth-\(name)")
  }

  /// A row of `--format json`.
  private struct Row: Decodable {
    struct Caveat: Decodable {
      let kind: String
      let year: Int?
      let text: String
    }
    let area, quantity, unit, basis, definition: String
    let vintage, status: String?
    let from, to: Int?
    let startValue, endValue, ratio, change, changePercent, ratePercent: Double?
    let lowerPercent, upperPercent, doublingYears: Double?
    let observations: Int
    let caveats: [Caveat]
  }

  private func rows(_ line: String) throws -> [Row] {
    let outcome = try Tool.shell("stats growth \(line) --format json")
    try #require(outcome.code == 0, "\(outcome.errors)")
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode([Row].self, from: Data(outcome.output.utf8))
  }

  @Test("the communiqué's sentence, with its definitions and caveats")
  func communique() throws {
    let rows = try rows("communique-2009 --years 1980-2008")
    let log = try #require(rows.first { $0.basis == "published" && $0.definition == "log" })
    let compound = try #require(
      rows.first { $0.basis == "published" && $0.definition == "compound" })
    func close(_ value: Double?, _ expected: Double) -> Bool {
      value.map { abs($0 / expected - 1) < 1e-14 } ?? false
    }
    #expect(close(log.ratio, 2.0040080160320644))
    #expect(close(log.ratePercent, 2.482675654395066))
    #expect(close(compound.ratePercent, 2.513750677506366))
    #expect(close(log.doublingYears, 27.919361086611172))
    #expect(log.upperPercent == nil, "‘over 200 million’ is a lower bound")
    let kinds = Set(log.caveats.map(\.kind))
    #expect(
      kinds.isSuperset(of: ["stock-not-flow", "two-points", "break", "rounding", "bound", "claim"]))
    let squares = try #require(rows.first { $0.definition == "least-squares" })
    #expect(squares.ratePercent == nil)
    #expect(
      squares.caveats.contains { $0.kind == "too-many-missing" && $0.text.contains("27 of the 29") }
    )
  }

  @Test("remittances of 2024: as published beside like for like, without being asked")
  func remittances() throws {
    let rows = try rows("remittances-received --area World --years 2023-2024 --definition compound")
    #expect(rows.map(\.basis) == ["published", "matched"])
    #expect(rows.map { (($0.ratePercent ?? 0) * 100).rounded() / 100 } == [-9.99, 7.57])
    #expect(
      rows.allSatisfy { row in
        row.caveats.contains {
          $0.kind == "coverage" && $0.text.contains("106") && $0.text.contains("201")
        }
      })
  }

  @Test("standard input")
  func standardInput() throws {
    let outcome = try Tool.shell(
      "cat my.csv | stats growth - --years 1990-2020 --definition log --format csv")
    #expect(outcome.code == 0)
    #expect(
      outcome.output.contains("World,not stated,million persons,,published,1990,2020,153,280.6,"))
  }

  @Test("an explanation goes beside the rows where programs read them")
  func explanation() throws {
    let outcome = try Tool.stats(
      ["growth", "communique-2009", "--definition", "log", "--format", "csv", "--explain"])
    #expect(!outcome.output.contains("How these numbers"))
    #expect(outcome.errors.contains("100·ln(P₂/P₁)/n"))
    #expect(outcome.errors.contains("communique-2009/data.csv:2"))
  }

  @Test("the same input gives the same bytes, with or without a terminal's variables")
  func reproducible() throws {
    let arguments = ["growth", "refugees", "--years", "2000-2020", "--format", "csv"]
    let first = try Tool.stats(arguments, environment: ["LC_ALL": "C", "TERM": "dumb"])
    let second = try Tool.stats(
      arguments, environment: ["LC_ALL": "de_DE.UTF-8", "TZ": "Asia/Tokyo"])
    #expect(first.code == 0)
    #expect(first.output == second.output)
    #expect(first.errors == second.errors)
  }
}
