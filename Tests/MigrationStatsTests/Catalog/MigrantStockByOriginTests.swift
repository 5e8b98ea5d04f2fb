import Testing

@testable import MigrationStats

@Suite("The migrant stock by origin")
struct MigrantStockByOriginTests {
  private let panel: Panel

  init() throws { panel = try catalog().dataset("migrant-stock-by-origin").panel() }

  private func values(_ area: String, _ origin: String) throws -> [Double] {
    let found = try panel.selecting(areas: [area], keys: [Series.Key("origin", origin)]).series
    return try #require(found.count == 1 ? found.first : nil).observations.map(\.value)
  }

  private var origins: [String] {
    orderedUnique(panel.series.flatMap { $0.keys.map(\.value) }).filter { $0 != "total" }
  }

  private var regions: [String] {
    orderedUnique(panel.series.map(\.area.name)).filter { $0 != "World" }
  }

  @Test("has the same ten regions on both sides, apart from one another")
  func regionsOnBothSides() throws {
    #expect(regions.count == 10)
    #expect(Set(regions) == Set(origins))
    #expect(panel.keyNames == ["origin"])
    let areas = orderedUnique(panel.series.map(\.area))
    let partition = try Partition(areas, isAsked: true, at: Position())
    #expect(partition.whole?.code == "WLD")
    #expect(partition.parts.count == 10)
    #expect(panel.series.allSatisfy { $0.years == [1960, 1970, 1980, 1990, 2000] })
  }

  @Test("adds up to the world totals of the same database")
  func world() throws {
    let totals = try Held.worldMigrantStock().selecting(vintages: ["wb-gbmd"]).series
    let world = try #require(totals.first)
    #expect(try values("World", "total") == world.observations.map(\.value))
    #expect(world[1960]?.value == 92_989_986)
    #expect(world[2000]?.value == 166_858_525)
  }

  @Test("adds up by origin and by residence")
  func margins() throws {
    func sum(_ rows: [[Double]]) -> [Double] {
      rows.reduce([0, 0, 0, 0, 0]) { zip($0, $1).map(+) }
    }
    for region in regions {
      let here = try sum(origins.map { try values(region, $0) })
      #expect(try values(region, "total") == here, "\(region) by origin")
      let away = try sum(regions.map { try values($0, region) })
      #expect(try values("World", region) == away, "\(region) by residence")
    }
    #expect(try values("Northern America", "Latin America and the Caribbean")[4] > 18e6)
  }

  @Test("says that it counts people, not moves, and how it was made")
  func caveats() throws {
    let series = try #require(panel.series.first)
    #expect(series.quantity.kind == .stock)
    #expect(
      series.caveats.map(\.kind) == [
        "stock-not-flow", "territory", "processing", "within-region", "estimated",
      ])
    #expect(series.citation?.contains("Where on Earth is Everybody?") == true)
    #expect(series.citation?.hasSuffix("Added up to regions by MigrationStats.") == true)
  }

  @Test("tells origin and residence apart in sentences")
  func sentence() throws {
    let figure = try cite(
      FigureRequest(
        "migrant-stock-by-origin", area: "Northern America",
        keys: [Series.Key("origin", "Europe")], of: .level, years: 2000...2000))
    #expect(
      figure.sentence.before
        == "In 2000 the migrant stock from Europe in Northern America stood at ")
    let total = try cite(
      FigureRequest(
        "migrant-stock-by-origin", area: "World", of: .level, years: 2000...2000))
    #expect(total.sentence.before.hasPrefix("In 2000 the migrant stock by origin of the world "))
  }
}
