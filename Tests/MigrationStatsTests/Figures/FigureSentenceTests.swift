import Testing

@testable import MigrationStats

@Suite("The sentences of figures")
struct FigureSentenceTests {
  struct Case: Sendable {
    let request: FigureRequest
    let sentence: String

    init(_ request: FigureRequest, _ sentence: String) {
      self.request = request
      self.sentence = sentence
    }
  }

  static let women = [Series.Key("sex", "female")]

  static let cases = [
    Case(
      FigureRequest("migrant-stock", area: "Canada", of: .level),
      "In 2019 the international migrant stock of Canada stood at 7.96 million persons."),
    Case(
      FigureRequest("world-migrant-stock", vintage: "un-2019", of: .annualRate),
      "Between 1990 and 2019 the international migrant stock of the world grew by 1.98 per cent a "
        + "year on average (log rate)."),
    Case(
      FigureRequest("migrant-stock", area: "India", of: .change),
      "Between 1990 and 2019 the international migrant stock of India fell by 2.44 million persons."
    ),
    Case(
      FigureRequest("migrant-stock", area: "India", of: .doublingTime),
      "At its rate of 1990–2019 the international migrant stock of India halves in 51.9 years."),
    Case(
      FigureRequest("remittances-received", area: "World", of: .doublingTime, years: 2000...2023),
      "At their rate of 2000–2023 personal remittances received by the world double in 8.3 years."),
    Case(
      FigureRequest(
        "remittances-received", area: "World", of: .annualRate, years: 2023...2024, basis: .matched),
      "Between 2023 and 2024 personal remittances received by the world grew, like for like, at a "
        + "log rate of 7.29 per cent."),
    Case(
      FigureRequest("remittances-received", area: "PHL", of: .level, years: 2023...2023),
      "In 2023 personal remittances received by the Philippines amounted to US$39.1 billion."),
    Case(
      FigureRequest("migrant-stock", area: "GBR", of: .share, whole: "population"),
      "In 2019 the international migrant stock of the United Kingdom was equal to 14.3 per cent of "
        + "the population."),
    Case(
      FigureRequest("migrant-stock", area: "GBR", of: .share, whole: "World"),
      "In 2019 the international migrant stock of the United Kingdom was equal to 3.5 per cent of "
        + "that of the world."),
    Case(
      FigureRequest("migrant-stock", area: "GBR", keys: women, of: .share, whole: "sex=both"),
      "In 2019 the female international migrant stock of the United Kingdom was equal to 52.0 per "
        + "cent of that of both sexes."),
    Case(
      FigureRequest("migrant-stock", area: "NLD", keys: women, of: .rank),
      "In 2019 the Netherlands ranked 27th of 232 countries and areas by female international "
        + "migrant stock."),
    Case(
      FigureRequest("world-migrant-stock", vintage: "un-2019", of: .index),
      "With 1990 = 100, the international migrant stock of the world stood at 177.5 in 2019."),
    Case(
      FigureRequest("migrant-stock", area: "Canada", of: .ratio),
      "In 2019 the international migrant stock of Canada was 1.84 times what it was in 1990."),
    Case(
      FigureRequest("migrant-stock", area: "Canada", of: .forecast, years: 2029...2029),
      "In 2029 the international migrant stock of Canada is forecast at 9.98 million persons by "
        + "the exponential model (95 per cent prediction interval: 9.50 million to 10.48 million)."),
    Case(
      FigureRequest("communique-2009", of: .level),
      "In 2008 the international migrant stock of the world was at least 200.0 million persons."),
    Case(
      FigureRequest("communique-2009", of: .doublingTime),
      "At its rate of 1980–2008 the international migrant stock of the world doubles in at most "
        + "27.9 years."),
    Case(
      FigureRequest(
        "refugees", area: "World", keys: [Series.Key("population_type", "idps")], of: .change,
        years: 2010...2024),
      "Between 2010 and 2024 the number of internally displaced people in the world rose by 53.4 "
        + "million."),
    Case(
      FigureRequest("migrant-stock", area: "High-income countries", of: .level),
      "In 2019 the international migrant stock of high-income countries stood at 175.8 million "
        + "persons."),
  ]

  @Test("are good English", arguments: cases)
  func sentences(_ expected: Case) throws {
    #expect(try cite(expected.request).sentence.text == expected.sentence)
  }

  @Test("have no measure where a file names none, nor a place")
  func unnamed() throws {
    let table = "year,value\n1990,5\n2019,9.25\n"
    #expect(
      try cite(table, FigureRequest("table.csv", of: .level)).sentence.text
        == "In 2019 the value stood at 9.25.")
    #expect(
      try cite(table, FigureRequest("table.csv", of: .changePercent)).sentence.text
        == "Between 1990 and 2019 the value rose by 85.0 per cent.")
  }

  @Test("print the ends of a narrow interval with the digits that tell them apart")
  func narrow() throws {
    let table =
      "area,year,value\nCanada,2000,7\nCanada,2005,7.0000001\nCanada,2010,7.0000003\n"
      + "Canada,2015,7.0000004\n"
    let text = try cite(
      table, FigureRequest("table.csv", of: .forecast, years: 2030...2030)
    ).sentence.text
    #expect(text.contains("prediction interval: 7.0000005 to 7.0000011)"), "\(text)")
  }

  @Test("name joint ranks")
  func ties() throws {
    let table = "area,year,value\nCanada,2019,50\nFrance,2019,50\n"
    #expect(
      try cite(table, FigureRequest("table.csv", area: "France", of: .rank)).sentence.text
        == "In 2019 France ranked joint 1st of 2 countries and areas by value.")
  }

  @Test(
    "give areas their article",
    arguments: [
      ("United States", "the United States"), ("Bahamas", "the Bahamas"), ("Canada", "Canada"),
      ("Republic of Korea", "the Republic of Korea"), ("Cayman Islands", "the Cayman Islands"),
      ("Netherlands", "the Netherlands"), ("Nigeria", "Nigeria"), ("World", "the world"),
    ])
  func articles(name: String, phrase: String) {
    #expect(AreaPhrase(Area(name: name, code: nil, kind: .country)).text == phrase)
  }

  @Test("are rounded as told, every digit on request")
  func rounding() throws {
    let figure = try cite(FigureRequest("migrant-stock", area: "Canada", of: .annualRate))
    #expect(figure.rounded(Rounding(decimals: 4)).display == "2.0972 per cent")
    let exact = figure.rounded(.exact(figure.value))
    #expect(exact.display == "\(figure.value) per cent")
    #expect(exact.roundingInWords == "printed in full")
    #expect(exact.id == figure.id)
  }
}
