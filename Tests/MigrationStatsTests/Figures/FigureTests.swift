import Testing

@testable import MigrationStats

@Suite("Figures")
struct FigureTests {
  private func figure(_ request: FigureRequest) throws -> Figure {
    var holdings = Holdings(try Catalog(folder: Project.datasets))
    return try holdings.figure(request)
  }

  @Test("have the value that the rows give")
  func values() throws {
    let level = try figure(
      FigureRequest("migrant-stock", area: "Canada", of: .level, years: 2019...2019))
    #expect(level.value == 7_960_657)
    #expect(level.display == "7.96 million")
    #expect(level.provenance.processing == .minor)
    let rate = try figure(
      FigureRequest(
        "world-migrant-stock", vintage: "un-2019", of: .annualRate, years: 1990...2019))
    // 100·ln(271,642,105/153,011,473)/29, to 16 digits.
    expectClose(rate.value, 1.979215530804561, digits: 13)
    let share = try figure(
      FigureRequest(
        "migrant-stock", area: "Canada", of: .share, years: 2019...2019, whole: "population"))
    expectClose(share.value, 100 * 7_960_657 / 37_618_495.0, digits: 14)
    let index = try figure(
      FigureRequest("migrant-stock", area: "World", of: .index, years: 1990...2019))
    expectClose(index.value, 100 * 271_642_105 / 153_011_473.0, digits: 14)
    let rank = try figure(
      FigureRequest("migrant-stock", area: "Germany", of: .rank, years: 2019...2019))
    #expect(rank.value == 2)
  }

  @Test("like for like stands beside what a coverage distorts")
  func matched() throws {
    let figure = try figure(
      FigureRequest("remittances-received", area: "World", of: .changePercent, years: 2023...2024))
    #expect(Numerals.rounded(figure.value, decimals: 3) == "-9.988")
    #expect(figure.matched.map { Numerals.rounded($0, decimals: 3) } == "7.567")
    #expect(figure.caveats.contains { $0.kind == "coverage" })
  }

  @Test("have the same identity for the same recipe, another on other data")
  func identity() throws {
    let figure = try figure(
      FigureRequest("world-migrant-stock", vintage: "un-2019", of: .annualRate, years: 1990...2019))
    #expect(figure.id == "stat:e68e66c15115")
    let other = figure.recipe.on(["world-migrant-stock": "sha256:0"])
    #expect(other.id != figure.id)
    #expect(other.on(["world-migrant-stock": figure.recipe.data.digest]).id == figure.id)
  }

  @Test("are refused where they are not one")
  func refused() throws {
    #expect(throws: FigureError.self) {
      try figure(FigureRequest("world-migrant-stock", of: .level, years: 2010...2010))
    }
    #expect(throws: FigureError.self) {
      try figure(FigureRequest("migrant-stock", area: "World", of: .rank, years: 2019...2019))
    }
    #expect(throws: FigureError.self) {
      try figure(FigureRequest("migrant-stock", area: "Canada", of: .level, years: 2011...2011))
    }
    #expect(throws: FigureError.self) {
      try figure(FigureRequest("migrant-stock", area: "Canada", of: .share, years: 2019...2019))
    }
  }

  @Test("come back from a lock, which is refused where it was touched")
  func lock() throws {
    let figure = try figure(
      FigureRequest("migrant-stock", area: "Canada", of: .level, years: 2019...2019))
    var lock = FigureLock()
    lock.add(figure)
    let text = lock.text
    #expect(try FigureLock(Array(text.utf8), name: "lock") == lock)
    var holdings = Holdings(try Catalog(folder: Project.datasets))
    let movements = lock.movements(in: &holdings)
    #expect(movements.map(\.reason) == [.unchanged])
    for broken in [
      text.replacing("\"version\" : 1", with: "\"version\" : 2"), "{", "[]",
      text.replacing("\"CAN\"", with: "\"AUS\""), text.replacing("\"display\"", with: "\"shown\""),
    ] {
      #expect(throws: FigureError.self) { try FigureLock(Array(broken.utf8), name: "lock") }
    }
  }
}
