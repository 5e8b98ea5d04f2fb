import Testing

@testable import MigrationStats

@Suite("Which columns hold what")
struct LayoutDetectionTests {
  private func layout(_ text: String, _ options: TidyingOptions = TidyingOptions()) throws -> Layout
  {
    try Layout.detected(in: table(text), options: options)
  }

  private func error(_ text: String, _ options: TidyingOptions = TidyingOptions()) throws
    -> TidyingError
  {
    try #require(throws: TidyingError.self) { try panel(text, options) }
  }

  private func long(_ text: String, _ options: TidyingOptions = TidyingOptions()) throws
    -> Layout.LongColumns
  {
    guard case .long(let columns) = try layout(text, options) else {
      throw NotLong()
    }
    return columns
  }

  private struct NotLong: Error {}

  // MARK: Long

  @Test("A year and a value make a long table")
  func longTable() throws {
    let columns = try long("area,code,year,value,unit,status,note\nWorld,WLD,1990,5,persons,E,\n")
    #expect(columns.series.area == 0)
    #expect(columns.series.code == 1)
    #expect(columns.year == 2)
    #expect(columns.value == 3)
    #expect(columns.series.unit == 4)
    #expect(columns.status == 5)
    #expect(columns.series.attributes == [6])
    #expect(columns.series.keys.isEmpty)
  }

  @Test(
    "Headers of the great publishers are known",
    arguments: [
      "Country Name,Time,Value", "Entity,Year,OBS_VALUE", "REF_AREA,TIME_PERIOD,OBS_VALUE",
      "Location,Period,value", "geo,TIME_PERIOD,obs value", "Economy,yr,Val",
    ])
  func headers(header: String) throws {
    let panel = try panel("\(header)\nCAN,1990,5\nCAN,1995,6\n")
    #expect(panel.layout.name == "long")
    #expect(panel.series.map(\.area.code) == ["CAN"])
    #expect(panel.series[0].years == [1990, 1995])
  }

  @Test("A column of numbers without a known name is the value, and names the quantity")
  func valueByContent() throws {
    let panel = try panel("Entity,Code,Year,Migrants\nCanada,CAN,1990,5\nCanada,CAN,1995,6\n")
    #expect(panel.series[0].quantity.name == "Migrants")
    #expect(panel.series[0].observations.map(\.value) == [5, 6])
  }

  @Test("A column headed by a unit gives the unit", arguments: ["persons", "People"])
  func unitByHeader(header: String) throws {
    let panel = try panel("area,year,\(header)\nCanada,1990,5\n")
    #expect(panel.series[0].unit == .persons)
    #expect(panel.series[0].quantity == .notStated)
  }

  @Test("Columns of areas and years are found by what they hold")
  func byContent() throws {
    let panel = try panel("wo,wann,wieviel\nCanada,1990,5\nFrance,1990,6\n")
    #expect(panel.series.map(\.area.code) == ["CAN", "FRA"])
  }

  @Test("A file without areas has one series of no area")
  func noArea() throws {
    let panel = try panel("year,value\n1990,5\n1995,6\n")
    #expect(panel.series.count == 1)
    #expect(panel.series[0].area == .unnamed)
    #expect(panel.series[0].years == [1990, 1995])
    let error = try #require(throws: TidyingError.self) { try panel.series(of: "World") }
    #expect(error.kind == .notFound)
    expectProblem(
      error, "the file names no areas, so ‘World’ cannot be selected", remedy: "--area-column")
  }

  // MARK: Keys

  @Test("A column of a known dimension is a key")
  func dimension() throws {
    let panel = try panel(
      "area,sex,year,value\nCanada,male,1990,5\nCanada,female,1990,6\n")
    #expect(panel.keyNames == ["sex"])
    #expect(panel.series.map(\.title) == ["Canada, sex male", "Canada, sex female"])
  }

  @Test("A column that tells rows apart is a key")
  func tellingColumn() throws {
    let panel = try panel(
      """
      area,channel,year,value
      Canada,air,1990,5
      Canada,land,1990,6
      Canada,air,1995,7
      Canada,land,1995,8

      """)
    #expect(panel.keyNames == ["channel"])
    #expect(panel.series.count == 2)
  }

  @Test("A column that says something of single values is an attribute")
  func attribute() throws {
    let panel = try panel(
      "area,method,year,value\nCanada,census,1990,5\nCanada,survey,1995,6\nFrance,census,1990,7\n")
    #expect(panel.keyNames.isEmpty)
    #expect(panel.series.count == 2)
    #expect(panel.series[0][1995]?.attributes == ["method": "survey"])
  }

  @Test("A column with one text throughout is neither")
  func constant() throws {
    let panel = try panel("area,dataset,year,value\nCanada,x,1990,5\nCanada,x,1995,6\n")
    #expect(panel.keyNames.isEmpty)
    #expect(panel.series[0].observations.allSatisfy { $0.attributes.isEmpty })
  }

  @Test("Several quantities in one file are a key")
  func quantities() throws {
    let panel = try panel(
      """
      area,indicator,year,value
      Canada,Stock (persons),1990,5
      Canada,Remittances (current US$),1990,6

      """)
    #expect(panel.keyNames == ["quantity"])
    #expect(panel.series.map(\.quantity.name) == ["Stock", "Remittances"])
    #expect(panel.series.map(\.unit.name) == ["persons", "current US$"])
  }

  @Test("What stands in brackets and is no unit belongs to the name")
  func notAUnit() throws {
    let panel = try panel("area,indicator,year,value\nCanada,Stock (revised),1990,5\n")
    #expect(panel.series[0].quantity.name == "Stock (revised)")
    #expect(panel.series[0].unit == .notStated)
  }

  // MARK: Wide

  @Test(
    "Years as headers make a wide table",
    arguments: ["1990|1995", "YR1990|YR1995", "1990 [YR1990]|1995 [YR1995]"])
  func wide(headers: String) throws {
    let years = headers.split(separator: "|").joined(separator: ",")
    let panel = try panel(
      "Country Name,Country Code,\(years)\nCanada,CAN,5,6\nWorld,WLD,50,..\n")
    #expect(panel.layout.name == "wide")
    #expect(panel.series.map(\.area.code) == ["CAN", "WLD"])
    #expect(panel.series[0].observations.map(\.year) == [1990, 1995])
    #expect(panel.series[0].observations.map(\.value) == [5, 6])
    #expect(panel.series[1].years == [1990])
    #expect(panel.missingCount == 1)
  }

  @Test("In a wide table the indicator is the quantity, its code and notes nothing more")
  func wideIndicator() throws {
    let panel = try panel(
      """
      Country Name,Country Code,Indicator Name,Indicator Code,Notes,1990,1995
      Canada,CAN,"Remittances, received (current US$)",BX.TRF,a,5,6
      France,FRA,"Remittances, received (current US$)",BX.TRF,b,7,8

      """)
    #expect(panel.keyNames.isEmpty)
    #expect(panel.series[0].quantity.name == "Remittances, received")
    #expect(panel.series[0].unit.name == "current US$")
  }

  @Test("In a wide table a column of differing texts is a key, one of numbers is not")
  func wideKeys() throws {
    let panel = try panel(
      """
      area,sort,category,1990,1995
      Canada,1,refugees,5,6
      Canada,2,workers,7,8

      """)
    #expect(panel.keyNames == ["category"])
    #expect(panel.series.count == 2)
  }

  @Test(
    "One year as a header beside areas is a wide table",
    arguments: [
      "area,1990\nCanada,5\nFrance,6\n", "Country,Code,1990 [YR1990]\nCanada,CAN,5\nFrance,FRA,6\n",
      "unit,geo\\TIME_PERIOD\t1990\nPER,CA\t5\nPER,FR\t6\n",
      "Country,Series Name,1990\nCanada,Stock,5\nFrance,Stock,6\n",
    ])
  func oneYear(text: String) throws {
    let panel = try panel(text)
    #expect(panel.layout.name == "wide")
    #expect(panel.series.map(\.area.code) == ["CAN", "FRA"])
    #expect(panel.series.map { $0[1990]?.value } == [5, 6])
  }

  @Test(
    "One year as a header that may be something else is named, and so is the way to tell",
    arguments: [
      ("place,1990\nhere,5\nthere,6\n", "1990"), ("area,1990\nCanada,1800\nFrance,1900\n", "1990"),
      ("area,value,1990\nCanada,5,6\nFrance,6,7\n", "1990"),
      ("area,2015 prices\nCanada,5\nFrance,6\n", "2015 prices"),
    ])
  func oneYearPerhaps(text: String, header: String) throws {
    let found = try error(text)
    #expect(found.kind == .layout)
    expectProblem(
      found, "there is no column of years, and only ‘\(header)’ is headed by a year", line: 1,
      remedy: "pass --layout wide; else name the column of the years: --year-column NAME.")
    let told = try panel(text, TidyingOptions(layout: .wide))
    #expect(told.layout.name == "wide")
  }

  @Test("A year that heads a column of years is of those years")
  func yearAsName() throws {
    let columns = try long("area,1990,value\nCanada,1995,5\nFrance,1996,6\n")
    #expect(columns.year == 1)
    #expect(columns.value == 2)
  }

  @Test("Two columns of one year are refused, with their places")
  func twinYears() throws {
    let found = try error("area,1990,1995,1990\nCanada,5,6,7\n")
    #expect(found.kind == .layout)
    expectProblem(
      found, "two columns are headed 1990: the 2nd and the 4th", line: 1, column: "1990",
      remedy: "Keep one of them")
  }

  @Test("Two columns of one year written differently are refused too")
  func twinSpellings() throws {
    let found = try error("area,1990,YR1990\nCanada,5,6\n")
    #expect(found.summary == "two columns are headed 1990: the 2nd and the 3rd")
    #expect(found.position.column == "YR1990")
  }

  // MARK: Wide by area

  @Test("Areas as headers beside a column of years make a table wide by area")
  func wideByArea() throws {
    let panel = try panel("Year,World,Canada,CIV\n1990,5,6,7\n1995,8,..,9\n")
    #expect(panel.layout.name == "wide-by-area")
    #expect(panel.series.map(\.area.name) == ["World", "Canada", "Côte d'Ivoire"])
    #expect(panel.series.map(\.years) == [[1990, 1995], [1990], [1990, 1995]])
    #expect(panel.missingCount == 1)
  }

  @Test("Areas that are not known are taken where the layout is told")
  func toldWideByArea() throws {
    let panel = try panel(
      "Year,North,South\n1990,5,6\n", TidyingOptions(layout: .wideByArea))
    #expect(panel.series.map(\.area.name) == ["North", "South"])
    #expect(panel.series.allSatisfy { $0.area.kind == .unknown })
  }

  @Test("Two columns of one area are refused")
  func twinAreas() throws {
    let found = try error("Year,Canada,World,CAN\n1990,5,6,7\n")
    #expect(found.kind == .layout)
    #expect(found.summary.contains("Canada: the 2nd and the 4th"))
    #expect(found.position.line == 1)
  }

  // MARK: What is told

  @Test("Told columns decide")
  func told() throws {
    let text = "year,value,when,amount,who\n1,2,1990,5,Canada\n3,4,1995,6,Canada\n"
    let panel = try panel(
      text,
      TidyingOptions(
        layout: .long, areaColumn: "WHO", yearColumn: "when", valueColumns: ["amount"]))
    #expect(panel.series.count == 1)
    #expect(panel.series[0].area.code == "CAN")
    #expect(panel.series[0].observations.map(\.year) == [1990, 1995])
    #expect(panel.series[0].observations.map(\.value) == [5, 6])
  }

  @Test("Told keys are the keys, in the order told")
  func toldKeys() throws {
    let text = "area,sex,age,year,value\nCanada,male,0-19,1990,5\nCanada,male,20+,1990,6\n"
    #expect(try panel(text, TidyingOptions(keyColumns: ["age"])).keyNames == ["age"])
    #expect(
      try panel(text, TidyingOptions(keyColumns: ["age", "sex"])).keyNames == ["age", "sex"])
  }

  @Test("Told keys are the keys of a wide table as well")
  func toldWideKeys() throws {
    let text = "area,sex,age,1990,1995\nCanada,male,young,5,6\nCanada,male,old,7,8\n"
    #expect(try panel(text, TidyingOptions(keyColumns: ["age"])).keyNames == ["age"])
  }

  @Test("A told quantity and unit stand before the file's")
  func toldQuantity() throws {
    let panel = try panel(
      "area,year,value,unit\nCanada,1990,5,thousands\n",
      TidyingOptions(quantity: Quantity("stock", kind: .stock), unit: .persons))
    #expect(panel.series[0].quantity == Quantity("stock", kind: .stock))
    #expect(panel.series[0].unit == .persons)
  }

  @Test(
    "A told column that is not there is answered with those spelt alike",
    arguments: [
      TidyingOptions(areaColumn: "vlaue"), TidyingOptions(yearColumn: "vlaue"),
      TidyingOptions(valueColumns: ["vlaue"]), TidyingOptions(keyColumns: ["vlaue"]),
    ])
  func toldAbsent(options: TidyingOptions) throws {
    let found = try error("area,year,value\nCanada,1990,5\n", options)
    #expect(found.kind == .layout)
    expectProblem(found, "there is no column ‘vlaue’", line: 1, remedy: "Did you mean ‘value’?")
  }

  // MARK: What is lacking

  @Test("A told layout that the table has not is refused")
  func toldLayout() throws {
    let wide = try error("area,year,value\nCanada,1990,5\n", TidyingOptions(layout: .wide))
    #expect(wide.kind == .layout)
    expectProblem(wide, "no column is headed by a year", line: 1, remedy: "--layout long")
    let byArea = try error("area,value\nCanada,5\n", TidyingOptions(layout: .wideByArea))
    #expect(byArea.kind == .layout)
    #expect(byArea.summary == "there is no column of years and no column headed by a year")
  }

  @Test("Two columns of numbers are a choice to be made")
  func twoValues() throws {
    let text = "area,year,stock,share\nCanada,1990,5,6\nCanada,1995,7,8\n"
    let found = try error(text)
    #expect(found.kind == .layout)
    expectProblem(
      found, "more than one column could hold the values: ‘stock’, ‘share’", line: 1,
      remedy:
        "Choose one: --value-column 'stock'. Where several are told, each is a quantity. The columns "
        + "are ‘area’, ‘year’, ‘stock’, ‘share’.")
    let panel = try panel(text, TidyingOptions(valueColumns: ["share"]))
    #expect(panel.series[0].observations.map(\.value) == [6, 8])
  }

  @Test("A table without numbers has no values")
  func noNumbers() throws {
    let found = try error("area,year,remark\nCanada,1990,none\nCanada,1995,few\n")
    #expect(found.kind == .layout)
    expectProblem(found, "no column holds numbers", line: 1, remedy: "--value-column NAME")
  }

  @Test("Many columns are named in part")
  func manyColumns() throws {
    let names = (1...10).map { "c\($0)" }.joined(separator: ",")
    let found = try error(
      "\(names)\n\([String](repeating: "x", count: 10).joined(separator: ","))\n")
    #expect(found.remedy?.hasSuffix("‘c8’ and 2 more.") == true)
  }
}
