import Testing

@testable import MigrationStats

@Suite("Units that words imply")
struct ImpliedUnitsTests {
  private func units(_ text: String) throws -> [String] {
    try panel(text).series.map(\.unit.name)
  }

  @Test(
    "Of quantities and titles",
    arguments: [
      ("area,indicator,1990,1995\nCanada,International migrant stock,5,6\n", ["persons"]),
      ("area,indicator,1990,1995\nCanada,International migrant stock,5.5,6\n", ["not stated"]),
      ("area,indicator,1990,1995\nCanada,Migrants as a percentage of the population,5,6\n", ["%"]),
      ("area,indicator,1990,1995\nCanada,Persons per km2,5,6\n", ["not stated"]),
      ("area,indicator,1990,1995\nCanada,Rate of refugee stock,5,6\n", ["not stated"]),
      ("Persons of concern\n\narea,1990,1995\nCanada,5,6\n", ["persons"]),
      ("Table 5 - Annual change (percentage)\n\narea,1990,1995\nCanada,5,6\n", ["%"]),
      ("area,1990,1995\nCanada,5,6\n", ["not stated"]),
    ])
  func implied(text: String, expected: [String]) throws {
    #expect(try units(text) == expected)
  }

  @Test("It is said to be a guess, and what is told or stated decides")
  func guess() throws {
    let text = "area,indicator,1990,1995\nCanada,International migrant stock,5,6\n"
    #expect(
      try panel(text).notes.map(\.text) == [
        "the unit ‘persons’ is taken from the words ‘International migrant stock’ (a guess; told with "
          + "--unit)"
      ])
    let told = try panel(text, TidyingOptions(unit: Unit("thousands")))
    #expect(told.series[0].unit.name == "thousands")
    #expect(told.notes.isEmpty)
    #expect(
      try units(
        "area,indicator,1990,1995\nCanada,International migrant stock (thousands),5,6\n")
        == ["thousands"])
  }
}
