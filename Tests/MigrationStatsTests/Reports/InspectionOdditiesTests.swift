import Testing

@testable import MigrationStats

@Suite("What stats inspect finds odd, and the command that leaves nothing to guess")
struct InspectionOdditiesTests {
  private func inspection(
    _ text: String, _ options: TidyingOptions = TidyingOptions(), catalog: Catalog? = nil
  ) throws -> Inspection {
    Inspection(try table(text), options: options, catalog: catalog)
  }

  @Test("Years in the wrong order: the world falls against every vintage")
  func reversed() throws {
    // The sums of the Global Bilateral Migration Database, its columns reversed.
    let text =
      "area,1960,1970,1980,1990,2000\nWorld,166858525,141703535,120065680,105692030,92989986\n"
    let odd = try inspection(text, catalog: catalog()).oddities
    #expect(odd.count == 1)
    #expect(
      odd.first?.text.hasPrefix(
        "World falls from 166,858,525 in 1960 to 141,703,535 in 1970 (and in 3 more spans), against "
          + "every vintage in the catalogue, such as wb-") == true)
    let right =
      "area,1960,1970,1980,1990,2000\nWorld,92989986,105692030,120065680,141703535,166858525\n"
    #expect(try inspection(right, catalog: catalog()).oddities.isEmpty)
    // Another quantity of another size is not compared.
    let other = "area,1960,1970,1980,1990,2000\nWorld,1668,1417,1200,1056,929\n"
    #expect(try inspection(other, catalog: catalog()).oddities.isEmpty)
  }

  @Test("Sexes that do not add up, and a sum of countries that is more than the world")
  func totals() throws {
    let sexes = try inspection(
      "area,sex,year,value\nCanada,both,1990,100\nCanada,male,1990,60\nCanada,female,1990,60\n")
    #expect(
      sexes.oddities.map(\.text) == [
        "Canada, sex both is not the sum of its 2 sexes: in 1990 it is 100 and they add up to 120 (+20 %)"
      ])
    let world = try inspection("area,1990,1995\nWorld,100,100\nCanada,60,40\nFrance,60,40\n")
    #expect(
      world.oddities.map(\.text) == [
        "World is not the sum of its 2 countries and areas: in 1990 it is 100 and they add up to 120 "
          + "(+20 %)"
      ])
    // What lies between its parts is no sum of them.
    #expect(
      try inspection(
        "area,sex,year,value\nCanada,both,1990,2.5\nCanada,male,1990,2\nCanada,female,1990,3\n"
      ).oddities.isEmpty)
    // A rate adds up to nothing.
    #expect(
      try inspection(
        "area,indicator,1990,1995\nWorld,share (%),100,100\nCanada,share (%),60,40\n"
          + "France,share (%),60,40\n"
      ).oddities.isEmpty)
  }

  @Test("A second value is odd, with its line and the first one's")
  func duplicates() throws {
    let found = try inspection("area,year,value\nCanada,1990,5\nCanada,1990,6\n")
    #expect(
      found.oddities.map(\.text) == [
        "not tidied: Canada has a second value for 1990; the first is on line 2"
      ])
    #expect(found.oddities[0].position.line == 3)
    #expect(found.command == nil)
  }

  @Test(
    "The command tells what was guessed",
    arguments: [
      ("area,year,value\nCanada,1990,5\n", "--delimiter , --layout long"),
      (
        "wo;wann;wieviel;wer\nCanada;1990;1,5;a\nCanada;1990;2,5;b\n",
        "--delimiter ';' --decimal-mark , --layout long --area-column wo --year-column wann "
          + "--value-column wieviel --key-column wer"
      ),
      (
        "Area,Code,Migrant stock,\n,,1990,1995\nWorld,900,5,6\n",
        "--delimiter , --layout wide --unit persons"
      ),
      ("Sending,Albania,Canada,France,2018\n", ""),
    ])
  func command(text: String, expected: String) throws {
    let found = try inspection(
      text.isEmpty ? "area,year,value\n" : text + (expected.isEmpty ? "x,1,2,3,4\n" : ""))
    #expect(found.command == (expected.isEmpty ? nil : "stats tidy stock.csv " + expected))
  }

  @Test("A matrix's command has what was told")
  func matrixCommand() throws {
    var options = TidyingOptions(unit: Unit("US$ million"))
    (options.year, options.rows) = (2018, .sending)
    let found = try inspection(",Albania,Canada,France\nAlbania,1,2,3\nCanada,4,5,6\n", options)
    #expect(
      found.command
        == "stats tidy stock.csv --delimiter , --layout matrix --area-column 1 --year 2018 --rows sending "
        + "--unit 'US$ million'")
    #expect(
      found.report(forReading: true).text(.table).hasSuffix(
        "\nstats tidy stock.csv \\\n  --delimiter , \\\n  --layout matrix \\\n  --area-column 1 \\\n"
          + "  --year 2018 \\\n  --rows sending \\\n  --unit 'US$ million'\n"))
  }
}
