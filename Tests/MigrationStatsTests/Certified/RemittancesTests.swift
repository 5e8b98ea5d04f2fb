import Testing

@testable import MigrationStats

/// Remittances of 2024, which 106 countries report after 201 in 2023 (World Bank, World Development
/// Indicators, BX.TRF.PWKR.CD.DT, updated 1 July 2025).
@Suite("Remittances received, 2023 to 2024")
struct RemittancesTests {
  private func growths() throws -> [Growth] {
    try Held.remittances().selecting(areas: ["World"]).growth(
      Panel.GrowthRequest(definitions: [.compound], years: 2023...2024, isSelective: true))
  }

  @Test("As published the world falls by ten per cent")
  func published() throws {
    let growth = try #require(growths().first { $0.basis == .published })
    #expect(growth.start?.value == 822_679_556_005.535)
    #expect(growth.end?.value == 740_508_109_059.594)
    // 100·(740508109059.594/822679556005.535 − 1), computed with 40 decimal digits.
    expectClose(growth.changePercent, -9.98826898591219511, digits: 14)
    expectClose(growth.rate?.value, growth.changePercent ?? 0, digits: 14)
  }

  @Test("Over the countries that report in both years it grows by 7.6 per cent")
  func matched() throws {
    let growth = try #require(growths().first { $0.basis == .matched })
    expectClose(growth.start?.value, 688_413_878_526.5555, digits: 15)
    expectClose(growth.end?.value, 740_508_109_059.5942, digits: 15)
    expectClose(growth.rate?.value, 7.567283600461168, digits: 13)
    #expect(growth.start?.lines.count == 106)
    #expect(growth.end?.lines.count == 106)
  }

  @Test("Both rows say how many report")
  func coverage() throws {
    let growths = try growths()
    #expect(growths.count == 2)
    for growth in growths {
      let coverage = try #require(growth.caveats.first { $0.kind == "coverage" })
      #expect(coverage.year == 2024)
      #expect(
        coverage.text.hasPrefix("201 countries and areas have a value in 2023 and 106 in 2024"))
      #expect(coverage.text.contains("the sum of the 106 that have one in both years"))
    }
  }
}
