import Testing

@testable import MigrationStats

@Suite("Rows to series")
struct TidyingTests {
  private func error(
    _ text: String, reading: ReadingOptions = ReadingOptions(),
    _ options: TidyingOptions = TidyingOptions()
  ) throws -> TidyingError {
    try #require(throws: TidyingError.self) { try panel(text, reading: reading, options) }
  }

  // MARK: Values

  @Test("a unit that is told in the place of the file's own is told to the reader")
  func replacedUnit() throws {
    let text = "area,year,value,unit\nCanada,2018,1,persons\nFrance,2019,2,persons\n"
    let told = try panel(text, TidyingOptions(unit: Unit("million persons")))
    #expect(try told.series(of: "Canada").unit.name == "million persons")
    #expect(
      told.notes.map(\.description) == [
        "stock.csv:2: the file gives ‘persons’ as the unit, and ‘million persons’ is taken instead, as "
          + "told; no value is scaled"
      ])
    #expect(try panel(text, TidyingOptions(unit: .persons)).notes.isEmpty)
    #expect(
      try panel("area,year,value\nCanada,2018,1\n", TidyingOptions(unit: .persons)).notes.isEmpty)
  }

  @Test("Every value keeps its line, status, rounding, bound and notes")
  func observations() throws {
    let panel = try panel(
      """
      area,code,year,value,unit,status,rounding,bound,words
      World,WLD,1980,99800000,persons,V,100000,,99.8 million
      World,WLD,2008,200000000,persons,,,over,over 200 million

      """)
    let series = try panel.series(of: "World")
    #expect(series.unit == .persons)
    #expect(series.source == "stock.csv")
    let first = try #require(series[1980])
    #expect(first.halfUnit == 50_000)
    #expect(first.status == .unvalidated)
    #expect(first.bound == .exact)
    #expect(first.lines == [2])
    #expect(first.attributes == ["words": "99.8 million"])
    let last = try #require(series[2008])
    #expect(last.halfUnit == 0.5)
    #expect(last.status == .normal)
    #expect(last.bound == .over)
  }

  @Test(
    "Thousands are grouped as publishers do",
    arguments: [",", " ", "\u{A0}", "\u{202F}", "\u{2009}", "'", "’"])
  func thousands(mark: String) throws {
    let panel = try panel("area,year,value\nWorld,1990,\"153\(mark)011\(mark)473\"\n")
    #expect(panel.series[0][1990]?.value == 153_011_473)
  }

  @Test("The minus sign of typesetters is a minus", arguments: ["-", "−"])
  func minus(sign: String) throws {
    let panel = try panel("area,year,value\nWorld,1990,\(sign)2.5\n")
    #expect(panel.series[0][1990]?.value == -2.5)
  }

  @Test("Suppressed values are neither missing nor nought")
  func suppressed() throws {
    let panel = try panel("area,1990,1995,2000\nCanada,5,*,..\n")
    let series = try panel.series(of: "Canada")
    #expect(series.years == [1990])
    #expect(series.suppressedYears == [1995])
    #expect(panel.missingCount == 1)
  }

  @Test("A series of suppressed values alone is still a series")
  func allSuppressed() throws {
    let panel = try panel("area,year,value\nCanada,1990,*\nFrance,1990,5\n")
    #expect(try panel.series(of: "Canada").suppressedYears == [1990])
    #expect(try panel.series(of: "Canada").observations.isEmpty)
  }

  @Test("A dash is missing, and said to be so")
  func dash() throws {
    let panel = try panel("area,1990,1995\nCanada,5,-\nFrance,-,6\n")
    #expect(panel.missingCount == 2)
    let note = try #require(panel.notes.first { $0.text.contains("‘-’") })
    #expect(note.text.contains("taken as missing in 2 cells"))
    #expect(note.position == Position(file: "stock.csv", line: 2, column: "1995"))
  }

  @Test("Words told to stand for missing values do")
  func missingWords() throws {
    let panel = try panel(
      "area,1990,1995\nCanada,5,keine\nFrance,-99,6\n",
      reading: ReadingOptions(missingWords: ["keine", "-99"]))
    #expect(panel.missingCount == 2)
    #expect(panel.series.map(\.years) == [[1990], [1995]])
  }

  @Test("NA in the column of codes is Namibia, and in that of values missing")
  func namibia() throws {
    let panel = try panel("area,code,year,value\nNamibia,NA,1990,5\nNamibia,NA,1995,NA\n")
    #expect(panel.series.count == 1)
    #expect(panel.series[0].area == Area(name: "Namibia", code: "NAM", kind: .country))
    #expect(panel.series[0].years == [1990])
    #expect(panel.missingCount == 1)
  }

  @Test("NA alone in a column of two-letter codes is Namibia")
  func namibiaWithoutName() throws {
    let panel = try panel("code,year,value\nNA,1990,5\nZA,1990,6\n")
    #expect(panel.series.map(\.area.code) == ["NAM", "ZAF"])
    #expect(panel.series.map(\.area.name) == ["Namibia", "South Africa"])
  }

  @Test("A suppressed value may be told by its status alone")
  func suppressedByStatus() throws {
    let panel = try panel("area,year,value,status\nCanada,1990,5,A\nCanada,1995,,Q\n")
    #expect(panel.series[0].years == [1990])
    #expect(panel.series[0].suppressedYears == [1995])
  }

  @Test("One area under two names is one series where the years do not overlap")
  func twoNames() throws {
    let apart = try panel("area,year,value\nSwaziland,1990,5\nEswatini,1995,6\n")
    #expect(apart.series.map(\.area.code) == ["SWZ"])
    #expect(apart.series[0].years == [1990, 1995])
    #expect(apart.notes.contains { $0.text.contains("‘Swaziland’ and ‘Eswatini’") })
    let overlapping = try panel(
      "area,year,value\nSwaziland,1990,5\nEswatini,1990,6\nEswatini,1995,7\n")
    #expect(overlapping.series.count == 2)
    #expect(overlapping.notes.contains { $0.text.contains("they stay two series") })
  }

  @Test(
    "One area written in two ways, with different values for a year, has a second value",
    arguments: [
      ("France,2000,5\nFRA,2000,8\n", "France", 2, 3),
      ("France,2000,5\nFRA,2001,6\nSpain,2000,6\nFRANCE,2000,7\n", "FRANCE", 2, 5),
      ("FRA,2000,5\n250,2000,6\n", "France", 2, 3),
    ])
  func writtenInTwoWays(rows: String, name: String, first: Int, second: Int) throws {
    let found = try error("area,year,value\n\(rows)")
    #expect(found.kind == .duplicate)
    expectProblem(
      found, "\(name) has a second value for 2000; the first is on line \(first)", line: second,
      remedy: "Delete one of the rows, or name the column that tells them apart: --key-column NAME."
    )
  }

  @Test("One area written in two ways is one series, and is not said to have two names")
  func oneNameInTwoWays() throws {
    let apart = try panel("area,year,value\nFrance,2000,5\nFRA,2001,8\n")
    #expect(apart.series.map(\.years) == [[2000, 2001]])
    #expect(
      apart.notes.map(\.text) == [
        "‘France’ is written in two ways; their years are put together in one series"
      ])
    let same = try panel("area,year,value\nFrance,2000,5\nFRA,2000,5\n")
    #expect(same.series.count == 1)
    #expect(
      same.notes.map(\.text) == [
        "‘France’ is written in two ways, with the same values for the same years: it is taken once"
      ])
  }

  @Test("A name and a code that contradict each other are noted, and the name decides")
  func contradiction() throws {
    let panel = try panel("area,code,year,value\nAustria,AUS,1990,5\nCanada,CAN,1990,6\n")
    #expect(panel.series.map(\.area.code) == ["AUT", "CAN"])
    let note = try #require(panel.notes.first { $0.text.contains("‘Austria’ has the code AUS") })
    #expect(note.position.line == 2)
  }

  @Test("Rows without a value still say that the series is there")
  func emptySeries() throws {
    let panel = try panel("area,year,value\nCanada,1990,..\nFrance,1990,5\n")
    #expect(panel.series.map(\.area.name) == ["Canada", "France"])
    #expect(panel.series[0].observations.isEmpty)
  }

  // MARK: Notes

  @Test("Footers and unknown areas are noted")
  func notes() throws {
    let panel = try panel(
      "area,year,value\nAtlantis,1990,5\nCanada,1990,6\n\nSource: United Nations.\n")
    #expect(
      panel.notes.contains {
        $0.text == "the last line is set aside as a footer: ‘Source: United Nations.’"
          && $0.position == Position(file: "stock.csv", line: 5)
      })
    #expect(panel.notes.contains { $0.text.contains("not in the concordance") })
    #expect(panel.notes.contains { $0.text.hasSuffix("‘Atlantis’") })
  }

  @Test("Padded sentences below the table make no series, as data banks write them")
  func paddedFooter() throws {
    let rows = "Canada,5,6\nFrance,7,8\n,,\n,,\nData from database: WDI,,\nLast Updated: 2025,,\n"
    let panel = try panel("Country Name,1990,1995\n\(rows)")
    #expect(panel.series.map(\.area.name) == ["Canada", "France"])
    #expect(
      panel.notes.contains { $0.text.contains("set aside") && $0.text.contains("‘Data from") })
  }

  @Test("Many unknown areas are named in part")
  func manyUnknown() throws {
    let rows = (1...7).map { "Place \($0),1990,5" }.joined(separator: "\n")
    let panel = try panel("area,year,value\n\(rows)\n")
    let note = try #require(panel.notes.first)
    #expect(note.text.hasSuffix("‘Place 5’ and 2 more"))
  }

  // MARK: Errors

  @Test("A text among the numbers is told with its place")
  func notANumber() throws {
    let found = try error("area,1990,1995\nCanada,5,6\nFrance,7,many\n")
    #expect(found.kind == .notANumber)
    expectProblem(
      found, "‘many’ is not a number", line: 3, column: "1995", remedy: "--missing 'many'")
    #expect(found.description == "stock.csv:3, column ‘1995’: ‘many’ is not a number")
  }

  @Test("The line is right after quoted line breaks in the same record")
  func afterQuotedLineBreaks() throws {
    let found = try error(
      "note,area,year,value\n\"first\nsecond\",Canada,1990,5\n"
        + "\"third\r\nfourth\",Canada,1995,many\n"
    )
    #expect(found.kind == .notANumber)
    expectProblem(
      found, "‘many’ is not a number", line: 5, column: "value", remedy: "--missing 'many'")
  }

  @Test(
    "The line is right under a byte order mark, a preamble and blank rows, whatever ends lines",
    arguments: ["\n", "\r\n", "\r"])
  func afterPreamble(lineBreak: String) throws {
    let lines = ["Title", "", "area,year,value", "Canada,1990,5", "", "Canada,1995,few", "a,1,2"]
    let found = try error("\u{FEFF}" + lines.joined(separator: lineBreak))
    #expect(found.kind == .notANumber || found.kind == .notAYear)
    #expect(found.position.line == (found.kind == .notANumber ? 6 : 7))
    let clean = try error("\u{FEFF}" + lines.dropLast().joined(separator: lineBreak))
    expectProblem(
      clean, "‘few’ is not a number", line: 6, column: "value", remedy: "--missing 'few'")
  }

  @Test(
    "A number with words beside it gets another remedy",
    arguments: ["12 people", "~12", "12 (5.5)"])
  func flagged(cell: String) throws {
    let found = try error("area,year,value\nCanada,1990,\(cell)\nCanada,1995,6\n")
    #expect(found.kind == .notANumber)
    expectProblem(
      found, "‘\(cell)’ is not a number", line: 2, column: "value",
      remedy: "Flags and footnotes are read behind a number")
  }

  @Test("A year that is none is told with its place", arguments: ["19x0", "1990/93", "90", ""])
  func notAYear(year: String) throws {
    let found = try error("area,year,value\nCanada,1990,5\nCanada,\(year),6\n")
    #expect(found.kind == .notAYear)
    expectProblem(
      found, "‘\(year)’ is not a year", line: 3, column: "year", remedy: "--year-column NAME")
  }

  @Test("A value without an area is told with its place")
  func noArea() throws {
    let long = try error("area,year,value\nCanada,1990,5\n,1990,6\n")
    #expect(long.kind == .noArea)
    expectProblem(
      long, "the row has a value and no area", line: 3, column: "area",
      remedy: "Fill in the area, or delete the row.")
    let wide = try error("area,1990,1995\nCanada,5,6\n,7,8\n")
    #expect(wide.kind == .noArea)
    #expect(wide.position == Position(file: "stock.csv", line: 3, column: "area"))
  }

  @Test("A status that SDMX does not have is told with its place")
  func notAStatus() throws {
    let found = try error("area,year,value,status\nCanada,1990,5,E\nCanada,1995,6,?\n")
    #expect(found.kind == .notAStatus)
    expectProblem(
      found, "‘?’ is not a status", line: 3, column: "status",
      remedy: "B O M L H Q J S D K W I F E P N U V G A")
  }

  @Test("A bound that is none is told with its place")
  func notABound() throws {
    let found = try error("area,year,value,bound\nCanada,1990,5,over\nCanada,1995,6,about\n")
    #expect(found.kind == .notAStatus)
    expectProblem(
      found, "‘about’ is not a bound", line: 3, column: "bound", remedy: "‘over’, ‘under’ or empty")
  }

  @Test("A rounding that is none is told with its place", arguments: ["some", "-5", "*"])
  func notARounding(text: String) throws {
    let found = try error("area,year,value,rounding\nCanada,1990,5,\(text)\nCanada,1995,6,1\n")
    #expect(found.kind == .notANumber)
    expectProblem(
      found, "‘\(text)’ is not a unit of rounding", line: 2, column: "rounding",
      remedy: "Give the unit, such as 100000, or leave it empty.")
  }

  @Test("A second value for a year is told with the line of the first")
  func duplicate() throws {
    let long = try error("area,year,value\nCanada,1990,5\nFrance,1990,6\nCanada,1990,7\n")
    #expect(long.kind == .duplicate)
    expectProblem(
      long, "Canada has a second value for 1990; the first is on line 2", line: 4, column: "value",
      remedy: "--key-column NAME")
    let wide = try error("area,1990,1995\nCanada,5,6\nCanada,7,8\n")
    #expect(wide.kind == .duplicate)
    expectProblem(
      wide, "Canada has a second value for 1990; the first is on line 2", line: 3, column: "1990",
      remedy: "Delete one of the rows")
    let byArea = try error("Year,Canada,France\n1990,5,6\n1990,7,8\n")
    #expect(byArea.kind == .duplicate)
    #expect(byArea.position == Position(file: "stock.csv", line: 3, column: "Canada"))
  }

  @Test("A second value names the keys that the first has too")
  func duplicateWithKeys() throws {
    let found = try error(
      "area,sex,year,value\nCanada,male,1990,5\nCanada,female,1990,6\nCanada,male,1990,*\n")
    #expect(found.kind == .duplicate)
    #expect(
      found.summary == "Canada, sex male has a second value for 1990; the first is on line 2")
  }

  @Test("A row that is there twice is a duplicate, whatever else stands in it")
  func repeatedRow() throws {
    let found = try error(
      "area,channel,year,value\nCanada,air,1990,5\nCanada,air,1990,5\nCanada,land,1995,6\n")
    #expect(found.kind == .duplicate)
    #expect(found.position.line == 3)
  }

  @Test("A multiplier that is none is told with its place")
  func multiplier() throws {
    let found = try error("area,year,value,UNIT_MULT\nCanada,1990,5,0\nCanada,1995,6,many\n")
    #expect(found.kind == .layout)
    expectProblem(
      found, "‘many’ is not a multiplier of the unit", line: 3, column: "UNIT_MULT",
      remedy: "powers of ten")
  }

  @Test("A multiplier of one is no matter", arguments: ["0", "", "Units"])
  func multiplierOfOne(text: String) throws {
    let panel = try panel("area,year,value,UNIT_MULT\nCanada,1990,5,\(text)\nFrance,1995,6,0\n")
    #expect(panel.series.map { $0.observations.map(\.value) } == [[5], [6]])
    #expect(panel.series.map(\.unit) == [.notStated, .notStated])
  }

  @Test("A table without one number is refused")
  func noValue() throws {
    let found = try error("area,1990,1995\nCanada,..,-\nFrance,,n/a\n")
    #expect(found.kind == .noValue)
    expectProblem(
      found, "there is not one number in the values", remedy: "Check the publisher's selection.")
  }

  @Test(
    "A last row that was cut off is not taken for a footer",
    arguments: ["Zimb", "Zimbabwe", "United King", "\"Korea, Re\""])
  func truncated(row: String) throws {
    let found = try error("area,year,value\nCanada,1990,5\nCanada,1995,6\n\(row)")
    #expect(found.kind == .truncated)
    let text = row.filter { $0 != "\"" }
    expectProblem(
      found, "the row ends after ‘\(text)’", line: 4, remedy: "download it again")
  }

  @Test("A last area without any value is a row, not one that was cut off")
  func lastAreaWithoutValues() throws {
    let text = "area,1990,1995\nCanada,5,6\nZimbabwe,,\n"
    let panel = try panel(text)
    #expect(panel.series.map(\.area.name) == ["Canada", "Zimbabwe"])
    #expect(panel.missingCount == 2)
  }
}
