import Testing

@testable import MigrationStats

@Suite("Growth of the series of a panel")
struct PanelGrowthTests {
  private let canada = series([1990: 100, 2000: 150], area: "Canada")
  private let france = series([1990: 100], area: "France")
  private let spain = series([1990: 0, 2000: 10], area: "Spain")

  private typealias Request = Panel.GrowthRequest

  @Test("Every series has a row a definition, in the order asked for")
  func rows() throws {
    let growths = try Panel([canada, series([1990: 10, 2000: 20], area: "Italy")]).growth(
      Request(definitions: [.simple, .log]))
    #expect(growths.map(\.series.area.name) == ["Canada", "Canada", "Italy", "Italy"])
    #expect(growths.map(\.definition) == [.simple, .log, .simple, .log])
    #expect(growths.allSatisfy { $0.basis == .published && $0.rate != nil })
  }

  @Test("A series without a result has rows that say why")
  func withoutResult() throws {
    let growths = try Panel([canada, france]).growth(Request(definitions: [.log]))
    #expect(growths.count == 2)
    let row = try #require(growths.last)
    #expect(row.rate == nil)
    #expect(row.start == nil)
    #expect(
      row.caveats == [Caveat("one-point", "There is one value (1990); growth needs two.")])
  }

  @Test("A definition without a result has a row that says why")
  func definitionWithoutResult() throws {
    let growths = try Panel([canada]).growth(Request())
    #expect(growths.map(\.definition) == GrowthDefinition.allCases)
    let row = try #require(growths.first { $0.definition == .leastSquares })
    #expect(row.rate == nil)
    #expect(row.start?.year == 1990)
    #expect(row.caveats.first?.kind == "too-many-missing")
    #expect(row.caveats.contains { $0.kind == "two-points" })
  }

  @Test("Where nothing can be computed the first failure is thrown")
  func nothing() throws {
    let error = try #require(throws: MeasureError.self) {
      try Panel([france, series([:], area: "Italy")]).growth(Request())
    }
    #expect(error.kind == .onePoint)
    #expect(error.subject == "France")
  }

  @Test("An area asked for by name has to have a result")
  func selective() throws {
    let panel = Panel([canada, france])
    let error = try #require(throws: MeasureError.self) {
      try panel.growth(Request(definitions: [.log], isSelective: true))
    }
    #expect(error.kind == .onePoint)
    #expect(error.subject == "France")
  }

  @Test("One definition asked for that cannot be had is an error, all of them are not")
  func oneDefinition() throws {
    let error = try #require(throws: MeasureError.self) {
      try Panel([spain]).growth(Request(definitions: [.log]))
    }
    #expect(error.kind == .notPositive)
    let all = try Panel([spain]).growth(Request())
    #expect(all.allSatisfy { $0.rate == nil })
    #expect(Set(all.compactMap(\.caveats.first?.kind)) == ["not-positive", "too-many-missing"])
  }

  @Test("Every kind of failure has a flag")
  func flags() {
    let kinds: [(MeasureError.Kind, String)] = [
      (.noValue, "no-value"), (.outside, "outside"), (.onePoint, "one-point"),
      (.notPositive, "not-positive"), (.notFinite, "not-finite"),
      (.tooManyMissing, "too-many-missing"), (.mixedVintage, "mixed-vintage"),
    ]
    for (kind, flag) in kinds {
      let error = MeasureError(kind, of: "Canada", "it is so", at: Position())
      #expect(error.caveat == Caveat(flag, "It is so."))
      #expect(error.summary == "Canada: it is so")
    }
  }

  // MARK: Vintages

  private func world(_ vintage: String, _ values: [Int: Double]) -> Series {
    Series(
      area: Concordance.standard.area(name: "World", code: nil), vintage: vintage,
      observations: values.map { Observation(year: $0, value: $1) })
  }

  @Test("Years that no vintage has together are refused")
  func mixedVintages() throws {
    let panel = Panel([
      world("un-2015", [1990: 10, 2015: 20]), world("un-2024", [2020: 25, 2024: 30]),
    ])
    let error = try #require(throws: MeasureError.self) {
      try panel.growth(Request(years: 1990...2024))
    }
    #expect(error.kind == .mixedVintage)
    expectProblem(
      error,
      "World: it has 1990 in vintage ‘un-2015’ and 2024 in vintage ‘un-2024’, and no vintage has "
        + "both", remedy: "choose years that one vintage has")
  }

  @Test("The official vintages cannot support 1980 to 2024 together")
  func official() throws {
    let error = try #require(throws: MeasureError.self) {
      try Held.worldMigrantStock().growth(Request(years: 1980...2024))
    }
    #expect(error.kind == .mixedVintage)
    #expect(error.reason.contains("2024 in vintage ‘un-2024’"))
  }

  @Test("Vintages that have both years have rows, the others say what they have")
  func oneVintage() throws {
    let growths = try Held.worldMigrantStock().growth(
      Request(definitions: [.log], years: 1990...2015))
    let with = Set(growths.filter { $0.rate != nil }.compactMap(\.series.vintage))
    #expect(with == ["un-2024", "un-2019", "un-2015", "wb-wdi"])
    let without = growths.filter { $0.rate == nil }
    #expect(without.allSatisfy { ["outside", "one-point"].contains($0.caveats.first?.kind) })
    #expect(Set(growths.compactMap(\.series.vintage)).count == 9)
  }
}
