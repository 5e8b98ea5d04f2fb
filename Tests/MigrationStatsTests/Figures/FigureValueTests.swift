import Testing

@testable import MigrationStats

@Suite("The values of figures")
struct FigureValueTests {
  /// A figure of Canada's migrant stock: 4,333,318 in 1990 and 7,960,657 in 2019.
  ///
  /// The expected digits were computed from the rows with Python's decimal.
  struct Case: Sendable {
    let operation: Recipe.Operation
    let definition: GrowthDefinition
    let value: Double
    let display: String

    init(
      _ operation: Recipe.Operation, _ value: Double, _ display: String,
      definition: GrowthDefinition = .log
    ) {
      self.operation = operation
      self.definition = definition
      self.value = value
      self.display = display
    }
  }

  static let cases = [
    Case(.change, 3_627_339, "3.63 million"),
    Case(.changePercent, 83.7081192748835880, "83.7 per cent"),
    Case(.ratio, 1.83708119274883588, "1.84"),
    Case(.annualRate, 2.09716553038985536, "2.10 per cent"),
    Case(.annualRate, 2.11931058190550435, "2.12 per cent", definition: .compound),
    Case(.annualRate, 2.88648687154770993, "2.89 per cent", definition: .simple),
    Case(.doublingTime, 33.0516199372727529, "33.1 years"),
    Case(.index, 183.708119274883588, "183.7"),
  ]

  @Test("from one year to another are what the two rows give", arguments: cases)
  func spans(_ expected: Case) throws {
    let figure = try cite(
      FigureRequest(
        "migrant-stock", area: "Canada", of: expected.operation, years: 1990...2019,
        definition: expected.definition))
    expectClose(figure.value, expected.value, digits: 14)
    #expect(figure.display == expected.display)
    #expect(figure.provenance.rows.map(\.value) == [4_333_318, 7_960_657])
    #expect(figure.provenance.processing == .major)
    let interval = try #require(figure.interval)
    #expect(interval.kind == .rounding)
    #expect(interval.lower.map { $0 < figure.value } == true)
    #expect(interval.upper.map { $0 > figure.value } == true)
  }

  @Test("of shares are a hundred times the part over the whole")
  func shares() throws {
    // 9,552,110 of 66,631,000; of 271,642,105; and the women of them.
    let population = try cite(
      FigureRequest(
        "migrant-stock", area: "GBR", of: .share, years: 2019...2019, whole: "population"))
    expectClose(population.value, 14.3358346715492789, digits: 14)
    #expect(population.provenance.sources.map(\.data.name) == ["migrant-stock", "population"])
    let world = try cite(FigureRequest("migrant-stock", area: "GBR", of: .share, whole: "World"))
    expectClose(world.value, 3.51643203471715108, digits: 14)
    #expect(world.provenance.sources.count == 1)
    let women = try cite(
      FigureRequest(
        "migrant-stock", area: "GBR", keys: [Series.Key("sex", "female")], of: .share,
        whole: "sex=both"))
    expectClose(women.value, 52.0315825508709594, digits: 14)
  }

  @Test("of shares over 100 per cent are flagged, first of all")
  func implausible() throws {
    // The two publishers differ on the United Arab Emirates of 2010: 7,316,697 of 6,869,691.
    let figure = try cite(
      FigureRequest(
        "migrant-stock", area: "ARE", of: .share, years: 2010...2010, whole: "population"))
    expectClose(figure.value, 106.504651201382, digits: 14)
    #expect(figure.caveats.first?.kind == "implausible")
    #expect(figure.note.first?.hasPrefix("The share is over 100 per cent") == true)
  }

  @Test("of ranks count the larger ones; equal ones share the rank, groups have none")
  func ranks() throws {
    let request = FigureRequest(
      "migrant-stock", area: "GBR", keys: [Series.Key("sex", "female")], of: .rank)
    #expect(try cite(request).value == 4)
    let table = """
      area,year,value
      Canada,2019,50
      France,2019,70
      Germany,2019,50
      Italy,2019,20
      World,2019,190

      """
    func rank(_ area: String) throws -> Figure {
      try cite(table, FigureRequest("table.csv", area: area, of: .rank))
    }
    #expect(try rank("France").display == "1st")
    #expect(try rank("Canada").value == 2)
    #expect(try rank("Germany").value == 2)
    #expect(try rank("Italy").display == "4th")
    #expect(try rank("Italy").ranked == 4)
    #expect(try rank("Canada").caveats.first?.kind == "ties")
    #expect(try !rank("Italy").caveats.contains { $0.kind == "ties" })
    #expect(throws: FigureError.self) { try rank("World") }
  }

  @Test("of forecasts are the model's, with its prediction interval")
  func forecast() throws {
    // ln y = a + b·year by least squares over seven years, Student's t with five degrees.
    let figure = try cite(
      FigureRequest("migrant-stock", area: "Canada", of: .forecast, years: 2029...2029))
    expectClose(figure.value, 9_977_248.0993876, digits: 12)
    expectClose(figure.interval?.lower, 9_499_249.1567546, digits: 11)
    expectClose(figure.interval?.upper, 10_479_299.784020, digits: 11)
    #expect(figure.status == .forecast)
  }

  @Test("between two observations are made only where that is asked for, and say so")
  func interpolated() throws {
    func level(_ method: Interpolation?) throws -> Figure {
      try cite(
        FigureRequest(
          "world-migrant-stock", vintage: "un-2019", of: .level, years: 2008...2008,
          interpolation: method))
    }
    #expect(throws: FigureError.self) { try level(nil) }
    #expect(try level(.linear).value == 209_115_375)
    expectClose(try level(.log).value, 208_617_344.183560650, digits: 14)
    #expect(try level(.log).note.contains { $0.contains("interpolated") })
    #expect(try level(.log).provenance.processing == .major)
  }

  @Test("of years that have no value are refused, not moved")
  func moved() throws {
    let error = #expect(throws: FigureError.self) {
      try cite(FigureRequest("migrant-stock", area: "Canada", of: .change, years: 1991...2019))
    }
    #expect(error?.kind == .noValue)
    #expect(error?.remedy?.contains("such as 1995") == true)
  }

  @Test("like for like take out the break, and the bound opens the interval")
  func communique() throws {
    let published = try cite(FigureRequest("communique-2009", of: .annualRate))
    // 100·ln(200/99.8)/28; the lower end from 99.85 million; like for like from 173 million.
    expectClose(published.value, 2.48267565439506567, digits: 14)
    expectClose(published.interval?.lower, 2.48088680959361592, digits: 13)
    #expect(published.interval?.upper == nil)
    expectClose(published.matched, 1.96472646850128806, digits: 14)
    let matched = try cite(FigureRequest("communique-2009", of: .annualRate, basis: .matched))
    #expect(matched.value == published.matched)
    #expect(matched.id != published.id)
    let time = try cite(FigureRequest("communique-2009", of: .doublingTime))
    expectClose(time.value, 27.9193610866111752, digits: 14)
    expectClose(time.interval?.upper, 27.9394923573110117, digits: 13)
    #expect(time.interval?.lower == nil)
  }

  @Test("like for like of remittances are over the countries of both years")
  func remittances() throws {
    let figure = try cite(
      FigureRequest("remittances-received", area: "World", of: .changePercent, years: 2023...2024))
    expectClose(figure.value, -9.98826898591219511, digits: 12)
    // The sum of the 106 countries with a row in both years.
    expectClose(figure.matched, 7.56728360046115799, digits: 12)
    #expect(figure.note.last == "Like for like: +7.6 per cent.")
  }
}
