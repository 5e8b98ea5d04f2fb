import Testing

@testable import MigrationStats

@Suite("Units that count in thousands")
struct UnitScalingTests {
  @Test(
    "A unit tells its power of ten",
    arguments: [
      ("thousands of persons", 3, "persons"), ("thousand persons", 3, "persons"),
      ("US$ million", 6, "US$"), ("millions", 6, "not stated"), ("million persons", 6, "persons"),
      ("current US$, millions", 6, "current US$"), ("Tsd. Personen", 3, "Personen"),
      ("persons × 10^2", 2, "persons"), ("US$ billion", 9, "US$"),
    ])
  func multiplier(name: String, power: Int, base: String) throws {
    let found = try #require(Unit(name).multiplier)
    #expect(found.power == power)
    #expect(found.base.name == base)
  }

  @Test(
    "A rate and a plain unit have none",
    arguments: [
      "persons", "per thousand persons", "US$", "not stated", "%", "births per thousand",
    ])
  func none(name: String) { #expect(Unit(name).multiplier == nil) }

  @Test("A counted unit reads back", arguments: [3, 6, 9, 12, 2, -1])
  func counted(power: Int) throws {
    for base in [Unit.persons, .usDollars] {
      let unit = Unit.counted(base, power: power)
      let found = try #require(unit.multiplier)
      #expect(found.power == power)
      #expect(found.base == base)
    }
    #expect(Unit.counted(.persons, power: 0) == .persons)
    #expect(Unit.counted(.persons, power: 3).name == "thousands of persons")
    #expect(Unit.counted(.usDollars, power: 6).name == "US$ million")
  }

  @Test("SDMX's multiplier becomes part of the unit and scales nothing unasked")
  func unitMultiplier() throws {
    let text =
      "area,year,value,UNIT_MEASURE,unit,UNIT_MULT,Unit multiplier\n"
      + "Canada,1990,1.1,PS,Persons,3,Thousands\nCanada,1995,2,PS,Persons,3,Thousands\n"
    let kept = try panel(text)
    #expect(kept.series.map(\.unit.name) == ["thousands of persons"])
    #expect(kept.series[0].observations.map(\.value) == [1.1, 2])
    var options = TidyingOptions()
    options.isScaled = true
    let scaled = try panel(text, options)
    #expect(scaled.series.map(\.unit.name) == ["persons"])
    #expect(scaled.series[0].observations.map(\.value) == [1100, 2000])
    #expect(scaled.series[0].observations.map(\.halfUnit) == [50, 500])
    #expect(
      scaled.notes.contains {
        $0.text == "values are multiplied by 1,000: from ‘thousands of persons’ to ‘persons’"
      })
  }

  @Test("Values of different multipliers are never in one series")
  func mixed() throws {
    let panel = try panel("area,year,value,UNIT_MULT\nCanada,1990,5,0\nCanada,1995,6,3\n")
    #expect(panel.series.map(\.unit.name) == ["not stated", "thousands"])
  }

  @Test(
    "A title states the unit where no column does, and it is a guess",
    arguments: [
      ("Migrant stock (thousands)", "thousands"), ("Unit: US$ million", "US$ million"),
      ("Migrants, in thousands of persons", "thousands of persons"), ("In millions", "millions"),
      ("Remittances (in US$ million)", "US$ million"),
    ])
  func title(title: String, unit: String) throws {
    let panel = try panel("\"\(title)\",,\n\narea,1990,1995\nCanada,5,6\n")
    #expect(panel.series[0].unit.name == unit)
    let note = try #require(panel.notes.first { $0.text.contains("is taken from the title") })
    #expect(note.position.line == 1)
  }

  @Test("A title that states none, and titles that contradict one another")
  func noTitle() throws {
    let plain = try panel("Migrants (both sexes),,\narea,1990,1995\nCanada,5,6\n")
    #expect(plain.series[0].unit == .notStated)
    let two = try panel("Stock (thousands),,\nUnit: persons,,\narea,1990,1995\nCanada,5,6\n")
    #expect(two.series[0].unit == .notStated)
    // Words that would imply persons do not, where something speaks of thousands.
    let many = try panel(
      "International migrant stock\nAll figures to the nearest thousand,,\narea,1990,1995\nCanada,5,6\n"
    )
    #expect(many.series[0].unit == .notStated)
  }

  @Test("The header of the values states quantity and unit")
  func header() throws {
    let panel = try panel("area,year,Migrants (thousands)\nCanada,1990,5\nCanada,1995,6\n")
    #expect(panel.series[0].unit.name == "thousands")
    #expect(panel.series[0].quantity.name == "Migrants")
  }
}
