import Testing

@testable import MigrationStats

@Suite("Ticks")
struct TicksTests {
  @Test(
    "stand at round numbers that cover the values",
    arguments: [
      (0.0, 7.9, [0.0, 2, 4, 6, 8]),
      (0, 271, [0, 100, 200, 300]),
      (-5, 12, [-5, 0, 5, 10, 15]),
      (0.1, 0.35, [0.1, 0.2, 0.3, 0.4]),
      (1_000_001, 1_000_003, [1_000_001, 1_000_001.5, 1_000_002, 1_000_002.5, 1_000_003]),
    ])
  func linear(lower: Double, upper: Double, expected: [Double]) {
    #expect(Ticks.linear(lower, upper, count: 5) == expected)
  }

  @Test("of logarithmic axes are powers of ten, or parts of them where there are few")
  func log() {
    #expect(Ticks.log(3, 700_000_000) == [1, 100, 10_000, 1e6, 1e8, 1e10])
    #expect(Ticks.log(0.5, 1000) == [0.1, 1, 10, 100, 1000])
    #expect(Ticks.log(12, 2000) == [10, 20, 50, 100, 200, 500, 1000, 2000])
    #expect(Ticks.log(12, 45) == [10, 20, 50])
    #expect(Ticks.log(10, 10) == [10, 20])
  }

  @Test("are written with the decimals that all of them need")
  func labels() {
    #expect(Ticks.label(2, among: [0, 2.5, 5]) == "2.0")
    #expect(Ticks.label(-5, among: [-5, 0]) == "−5")
    #expect(Ticks.label(1500, among: [0, 500, 1000, 1500]) == "1,500")
  }

  @Test("of years tell both ends")
  func years() {
    #expect(
      Axis.years(1990...2019).ticks.map(\.label) == [
        "1990", "1995", "2000", "2005", "2010", "2015", "2019",
      ])
    #expect(Axis.years(2000...2000).ticks.map(\.label) == ["2000"])
    #expect(Axis.years(1951...2025).ticks.map(\.label).first == "1951")
  }

  @Test("lie where the scale has them")
  func places() {
    let axis = Axis.values([10, 1000], unit: UnitPhrase("persons"), isLog: true)
    #expect(abs(axis.place(100) - 0.5) < 1e-15)
    #expect(Axis.categories(["a", "b"]).place(0.5) == 0.25)
    #expect(Axis.values([5, 5], unit: UnitPhrase("persons")).domain.contains(0))
    #expect(!Axis.values([95, 100], unit: UnitPhrase("persons")).showsZero)
  }
}
