import Testing

@testable import MigrationStats

@Suite("Results as reports")
struct ResultReportsTests {
  private func rows(_ report: Report) throws -> [JSONValue] {
    try #require(try JSONValue(report.text(.json)).array)
  }

  // MARK: Growth

  @Test("Growth has the columns of the glossary, the same in CSV and JSON")
  func growthColumns() throws {
    let growths = try Held.communique().growth(Panel.GrowthRequest())
    let report = Report(growths, keyNames: [])
    let names = report.columns.map(\.name)
    #expect(
      names == [
        "area", "quantity", "unit", "vintage", "basis", "from", "to", "start_value", "end_value",
        "ratio", "change", "change_percent", "definition", "rate_percent", "lower_percent",
        "upper_percent", "doubling_years", "observations", "status", "caveats",
      ])
    #expect(report.text(.csv).hasPrefix(names.joined(separator: ",") + "\n"))
    for row in try rows(report) { #expect(row.names == Set(names)) }
  }

  @Test("Growth writes every digit of the claim")
  func growthDigits() throws {
    let report = Report(
      try Held.communique().growth(Panel.GrowthRequest(definitions: [.compound])), keyNames: [])
    let published = try #require(rows(report).first)
    #expect(published["basis"]?.string == "published")
    expectClose(published["ratio"]?.number, 2.0040080160320644, digits: 15)
    expectClose(published["rate_percent"]?.number, 2.513750677506366, digits: 14)
    expectClose(published["doubling_years"]?.number, 27.919361086611172, digits: 14)
    #expect(published["upper_percent"] == .null)
    #expect(published["start_value"]?.number == 99_800_000)
    #expect(published["status"]?.string == "V")
  }

  @Test("Growth has a column for every key")
  func growthKeys() throws {
    let panel = try Held.migrantStock().selecting(areas: ["Canada"])
    let report = Report(
      try panel.growth(Panel.GrowthRequest(definitions: [.log])), keyNames: panel.keyNames)
    #expect(report.columns.map(\.name).prefix(2) == ["area", "sex"])
    #expect(try rows(report).compactMap { $0["sex"]?.string } == ["both", "male", "female"])
  }

  @Test("The explanation gives formulas, rows and definitions")
  func explanation() throws {
    let growths = try Held.communique().growth(Panel.GrowthRequest())
    let text = Growth.explanation(of: growths).joined(separator: "\n\n")
    for definition in GrowthDefinition.allCases { #expect(text.contains(definition.formula)) }
    #expect(text.contains("n = 28"))
    #expect(text.contains("P₁ = 99,800,000 in 1980 (‘99.8 million’)"))
    #expect(text.contains("communique-2009/data.csv:2") || text.contains("communique-2009:2"))
    #expect(text.contains("status V unvalidated"))
    #expect(text.contains("200,000,000 − 27,000,000"))
    #expect(text.contains("What is measured"))
  }

  @Test("The explanation of a sum lists its rows as far as they are few")
  func manyRows() throws {
    let growths = try Held.remittances().selecting(areas: ["World"]).growth(
      Panel.GrowthRequest(definitions: [.compound], years: 2023...2024))
    let text = Growth.explanation(of: growths).joined(separator: "\n\n")
    #expect(text.contains("… (106 lines)"))
    #expect(text.contains("sum of 106 values"))
  }

  // MARK: Tidy

  @Test("The long form has one fixed order of columns, vintage and keys last")
  func tidyColumns() throws {
    let panel = try panel(
      "vintage,sex,area,year,value\nun-2019,male,Canada,1990,5\nun-2019,female,Canada,1990,*\n")
    #expect(
      Report(tidy: panel).text(.csv) == """
        area,code,year,value,unit,status,vintage,sex
        Canada,CAN,1990,5,not stated,A,un-2019,male
        Canada,CAN,1990,,not stated,Q,un-2019,female

        """)
  }

  @Test("Suppressed values are there without a value, by year, and missing ones are not")
  func tidySuppressed() throws {
    let panel = try panel("area,1990,1995,2000,2005\nCanada,5,*,..,7\n")
    #expect(
      Report(tidy: panel).text(.csv) == """
        area,code,year,value,unit,status
        Canada,CAN,1990,5,not stated,A
        Canada,CAN,1995,,not stated,Q
        Canada,CAN,2005,7,not stated,A

        """)
  }

  // MARK: Descriptions and the catalogue

  @Test("A description has a row a series")
  func descriptions() throws {
    let panel = try panel("area,1990,1995,2000\nCanada,5,,10\nFrance,,4,\n")
    let found = try rows(
      Report(panel.series.map { $0.described() }, keyNames: panel.keyNames))
    #expect(found.compactMap { $0["area"]?.string } == ["Canada", "France"])
    #expect(found.map { $0["observations"]?.number } == [2, 1])
    #expect(found.map { $0["gaps"]?.number } == [9, 0])
    #expect(found[0]["minimum_year"]?.number == 1990)
    #expect(found[0]["maximum"]?.number == 10)
    #expect(found[0]["mean"]?.number == 7.5)
    expectClose(found[0]["log_rate_percent"]?.number, 10 * Numerics.log(2), digits: 14)
    #expect(found[1]["log_rate_percent"] == .null)
  }

  @Test("The catalogue has a row a data set")
  func datasets() throws {
    let catalog = try catalog()
    let found = try rows(Report(try catalog.ids.map { try catalog.dataset($0) }))
    #expect(found.compactMap { $0["id"]?.string } == catalog.ids)
    let kinds = Dictionary(
      uniqueKeysWithValues: zip(catalog.ids, found.compactMap { $0["kind"]?.string }))
    #expect(kinds["communique-2009"] == "claim")
    #expect(kinds["commonwealth"] == "list")
    #expect(kinds["migrant-stock"] == "series")
  }

  @Test("One data set in full says how to cite it and what to know", arguments: CatalogTests.ids)
  func dataset(id: String) throws {
    let dataset = try catalog().dataset(id)
    let isList = dataset.package.migrationstats.kind == "list"
    let report = Report(dataset, panel: isList ? nil : try dataset.panel())
    let properties = try rows(report).compactMap { $0["property"]?.string }
    for vintage in dataset.package.migrationstats.vintages {
      #expect(properties.contains("cite \(vintage.id)"))
    }
    #expect(properties.contains("holds") != isList)
    #expect(properties.contains("licence"))
    #expect(report.text(.csv).contains(dataset.package.resources[0].hash))
  }
}

@Suite("What a file is, as the reader sees it")
struct InspectionTests {
  private func properties(_ text: String) throws -> [String: String] {
    let report = Inspection(try table(text)).report
    let rows = try #require(try JSONValue(report.text(.json)).array)
    return Dictionary(
      rows.map { ($0["property"]?.string ?? "", $0["value"]?.string ?? "") },
      uniquingKeysWith: { first, second in first + "\n" + second })
  }

  @Test("A file that can be tidied")
  func tidied() throws {
    let found = try properties(
      """
      \u{FEFF}Title

      Country;Code;1990;1995;2000
      Canada;CAN;5;-;*
      World;WLD;50,5;60;

      Atlantis;;7;8;9

      Source: United Nations.
      """)
    #expect(found["file"] == "stock.csv")
    #expect(found["encoding"] == "UTF-8 with a byte order mark")
    #expect(found["delimiter"]?.hasPrefix("semicolon (guessed; ") == true)
    #expect(found["preamble"] == "lines 1–2: ‘Title’")
    #expect(found["footer"]?.contains("‘Source: United Nations.’") == true)
    #expect(found["header"] == "line 3: Country, Code, 1990, 1995, 2000")
    #expect(
      found["rows"]
        == "9 records read: 1 header, 3 rows kept (none repaired), 5 set aside (2 preamble, 2 blank, "
        + "1 footer)")
    #expect(found["layout"]?.hasPrefix("wide, a column a year (3 years); area ‘Country’") == true)
    #expect(found["values"] == "6 in 3 series; 2 cells missing; 1 suppressed")
    #expect(found["years"]?.hasPrefix("1990 to 2000") == true)
    #expect(found["countries"] == "Canada")
    #expect(found["aggregates"] == "World")
    #expect(found["unknown areas"] == "Atlantis")
    #expect(found["status"] == "A normal: 6")
    #expect(found["oddity"]?.contains("‘-’ is taken as missing") == true)
    #expect(found["oddity"]?.contains("taken as the decimal mark") == true)
  }

  @Test("A file that cannot be tidied says why, and what there is besides")
  func failed() throws {
    let found = try properties("area,year,value\nCanada,1990,5\nCanada,1995,many\n")
    #expect(found["encoding"] == "UTF-8 (all its bytes fit)")
    #expect(
      found["rows"] == "3 records read: 1 header, 2 rows kept (none repaired), none set aside")
    #expect(found["layout"] == nil)
    #expect(
      found["not tidied"]?.hasPrefix("stock.csv:3, column ‘value’: ‘many’ is not a number\n")
        == true)
  }

  @Test("A long file and its keys")
  func long() throws {
    let found = try properties(
      "area,sex,year,value,status\nCanada,male,1990,5,E\nCanada,female,1992,6,I\n")
    #expect(found["layout"] == "long; area ‘area’, year ‘year’, value ‘value’")
    #expect(found["key sex"] == "male, female")
    #expect(found["years"] == "1990 to 1992; no value in 1 of the years between")
    #expect(found["status"] == "I imputed: 1; E estimated: 1")
  }
}
