import Testing

@testable import MigrationStats

@Suite("Selecting series")
struct PanelTests {
  private func stocks() throws -> Panel {
    try panel(
      """
      area,code,sex,vintage,year,value
      World,WLD,both,un-2015,1990,1
      World,WLD,both,un-2019,1990,2
      Côte d'Ivoire,CIV,male,un-2019,1990,3
      Côte d'Ivoire,CIV,female,un-2019,1990,4
      Canada,CAN,both,un-2019,1990,5

      """)
  }

  private func values(_ panel: Panel) -> [Double] {
    panel.series.flatMap { $0.observations.map(\.value) }
  }

  private func error(_ select: () throws -> Panel) throws -> TidyingError {
    try #require(throws: TidyingError.self) { try select() }
  }

  @Test(
    "An area goes by its name or any of its codes",
    arguments: ["Canada", "canada", "CAN", "can", "124", " Canada "])
  func names(name: String) throws {
    #expect(values(try stocks().selecting(areas: [name])) == [5])
  }

  @Test("Other names and spellings select too", arguments: ["Ivory Coast", "COTE D’IVOIRE", "CIV"])
  func spellings(name: String) throws {
    #expect(values(try stocks().selecting(areas: [name])) == [3, 4])
  }

  @Test("Areas come in the order asked for, each once")
  func order() throws {
    let panel = try stocks().selecting(areas: ["Canada", "World", "CAN"])
    #expect(values(panel) == [5, 1, 2])
    #expect(panel.allSeries.count == 5)
  }

  @Test("Nothing asked for selects all")
  func all() throws {
    #expect(values(try stocks().selecting()) == [1, 2, 3, 4, 5])
    #expect(values(try stocks().selecting(vintages: ["all"])) == [1, 2, 3, 4, 5])
  }

  @Test("Vintages and keys narrow the choice")
  func narrow() throws {
    #expect(values(try stocks().selecting(vintages: ["un-2015"])) == [1])
    #expect(values(try stocks().selecting(keys: [Series.Key("sex", "female")])) == [4])
    #expect(
      values(try stocks().selecting(areas: ["World"], vintages: ["un-2019"])) == [2])
  }

  @Test("The one series of an area")
  func one() throws {
    #expect(try stocks().series(of: "Canada").years == [1990])
    let error = try #require(throws: TidyingError.self) { try stocks().series(of: "World") }
    #expect(error.kind == .notFound)
    expectProblem(
      error, "‘World’ has 2 series: World, sex both, un-2015; World, sex both, un-2019",
      remedy: "Select by vintage or key first.")
  }

  @Test("What is not there is answered with what is spelt alike, or all there is")
  func notFound() throws {
    let near = try error { try stocks().selecting(areas: ["Candaa"]) }
    #expect(near.kind == .notFound)
    expectProblem(near, "there is no area ‘Candaa’", remedy: "Did you mean ‘Canada’?")
    let far = try error { try stocks().selecting(areas: ["Mozambique"]) }
    expectProblem(
      far, "there is no area ‘Mozambique’", remedy: "There are ‘World’, ‘Côte d'Ivoire’, ‘Canada’.")
    let vintage = try error { try stocks().selecting(vintages: ["un-2018"]) }
    #expect(vintage.summary == "there is no vintage ‘un-2018’")
    #expect(vintage.remedy == "Did you mean ‘un-2015’ or ‘un-2019’?")
    let column = try error { try stocks().selecting(keys: [Series.Key("age", "0-19")]) }
    expectProblem(column, "there is no further column ‘age’", remedy: "There are ‘sex’.")
    let key = try error { try stocks().selecting(keys: [Series.Key("sex", "femal")]) }
    expectProblem(key, "there is no sex ‘femal’", remedy: "Did you mean ‘female’")
  }

  @Test("A vintage asked for where there is none is answered plainly")
  func noVintages() throws {
    let plain = try panel("area,year,value\nCanada,1990,5\n")
    let error = try error { try plain.selecting(vintages: ["un-2019"]) }
    expectProblem(error, "there is no vintage ‘un-2019’", remedy: "The data have no")
  }

  @Test("Values come each once, in their order")
  func unique() {
    #expect(orderedUnique([3, 1, 3, 2, 1]) == [3, 1, 2])
  }
}
