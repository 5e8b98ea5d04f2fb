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

  @Test(
    "Codes of SDMX's units are units",
    arguments: [
      ("USD", "6", "US$ million", "US$"), ("PS", "0", "persons", "persons"),
      ("PS", "3", "thousands of persons", "persons"), ("PT", "0", "%", "%"),
      ("EUR", "6", "EUR million", "EUR"), ("_Z", "0", "not stated", "not stated"),
    ])
  func codes(code: String, power: String, name: String, scaledName: String) throws {
    let text =
      "REF_AREA,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,UNIT_MULT\nFR,2000,5,\(code),\(power)\n"
      + "DE,2000,6,\(code),\(power)\n"
    let kept = try panel(text)
    #expect(Set(kept.series.map(\.unit.name)) == [name])
    #expect(kept.keyNames.isEmpty)
    var options = TidyingOptions()
    options.isScaled = true
    #expect(Set(try panel(text, options).series.map(\.unit.name)) == [scaledName])
    // In a column of another name it is a word like any.
    #expect(try panel("area,year,value,unit\nFrance,2000,5,PT\n").series[0].unit.name == "PT")
  }

  @Test("Units that differ from row to row are those of their rows, and no key")
  func unitsOfRows() throws {
    let panel = try panel(
      "REF_AREA,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE\nFR,2000,5,PT\nFR,2000,6,PS\n")
    #expect(panel.keyNames.isEmpty)
    #expect(panel.series.map(\.unit.name) == ["%", "persons"])
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
      ("Table 1: Migrants, in millions, 1990-2000", "millions"),
      ("Migrants, in thousands 1990 to 2000", "thousands"), ("In millions in 2019/20", "millions"),
      ("Migrants (thousands, 1990 and 2000)", "thousands"),
      ("Migrants, in thousands of persons (1990–2000)", "thousands of persons"),
      ("Remittances, in US$ million of 2015", "US$ million of 2015"),
      ("Remittances, in million US$ 2015", "million US$ 2015"),
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
