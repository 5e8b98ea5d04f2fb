import Testing

@testable import MigrationStats

@Suite("Flags, footnotes, hyphens and brackets over whole columns")
struct ValueRulesTests {
  private func reading(
    _ set: (inout ReadingOptions) -> Void
  ) -> ReadingOptions {
    var options = ReadingOptions()
    set(&options)
    return options
  }

  private func error(_ text: String) throws -> TidyingError {
    try #require(throws: TidyingError.self) { try panel(text) }
  }

  // MARK: Flags

  @Test("Eurostat's letters become OBS_STATUS; what the status does not tell stays an attribute")
  func flags() throws {
    let panel = try panel(
      """
      area;1990;1991;1992;1993;1994;1995;1996;1997
      France;1 b;2e;3 p;4 f;5 u;6 d;7 bep;8 r

      """)
    let points = panel.series[0].observations
    #expect(
      points.map(\.status) == [
        .breakInSeries, .estimated, .provisional, .forecast, .lowReliability, .definitionDiffers,
        .breakInSeries, .normal,
      ])
    #expect(points.map(\.value) == [1, 2, 3, 4, 5, 6, 7, 8])
    #expect(points[6].attributes == ["further flags": "ep"])
    #expect(points[7].attributes == ["further flags": "r"])
    let note = try #require(panel.notes.first { $0.text.contains("Eurostat's flags (a guess") })
    #expect(note.text.contains("b break in series: 2"))
    #expect(note.position == Position(file: "stock.csv", line: 2, column: "1990"))
  }

  @Test(
    "The letters of imputed, not significant and impossible values",
    arguments: [
      ("i", Status.imputed), ("s", .imputed), ("n", .notSignificant),
    ])
  func rarerFlags(letter: String, status: Status) throws {
    let panel = try panel("area,1990,1995\nFrance,5 \(letter),6\n")
    #expect(panel.series[0][1990]?.status == status)
  }

  @Test("A confidential value is suppressed, a flagged missing one missing")
  func confidential() throws {
    let panel = try panel("area,1990,1991,1992,1993,1994\nFrance,5,c,: c,: u,*\n")
    #expect(panel.series[0].years == [1990])
    #expect(panel.series[0].suppressedYears == [1991, 1992, 1994])
    #expect(panel.missingCount == 1)
  }

  @Test("Letters of which one is no flag are footnotes, all of them")
  func footnoteLetters() throws {
    let panel = try panel("area,1990,1991,1992\nFrance,5 a,6 b,7 c\n")
    #expect(panel.series[0].observations.map(\.status) == [.normal, .normal, .normal])
    #expect(panel.series[0][1991]?.attributes == ["footnotes": "b"])
    #expect(panel.notes.contains { $0.text.contains("taken as footnotes") })
  }

  @Test("What letters are is told")
  func toldLetters() throws {
    let text = "area,1990,1991\nFrance,5 b,6\n"
    let notes = try panel(text, reading: reading { $0.letters = .notes })
    #expect(notes.series[0][1990]?.status == .normal)
    #expect(notes.series[0][1990]?.attributes == ["footnotes": "b"])
    let flags = try panel(text, reading: reading { $0.letters = .flags })
    #expect(flags.series[0][1990]?.status == .breakInSeries)
    #expect(flags.notes.isEmpty)
  }

  @Test("Footnote marks are kept as an attribute and said")
  func footnotes() throws {
    let panel = try panel("area,1990,1991,1992\nFrance,5¹,6 (2),7*\n")
    #expect(
      panel.series[0].observations.map(\.attributes) == [
        ["footnotes": "¹"], ["footnotes": "(2)"], ["footnotes": "*"],
      ])
    #expect(panel.notes.contains { $0.text.contains("3 values have a footnote mark, such as ‘¹’") })
    let tidy = Report(tidy: panel).text(.csv)
    #expect(tidy.hasPrefix("area,code,year,value,unit,status,footnotes\n"))
    #expect(tidy.contains("France,FRA,1991,6,not stated,A,(2)\n"))
  }

  @Test(
    "Letters that may multiply a number are refused",
    arguments: ["1.2m", "5k", "3 bn", "7 mio", "0.8 pp", "5 pc", "9 z"])
  func multipliers(cell: String) throws {
    let found = try error("area,1990,1995\nFrance,\(cell),6\n")
    #expect(found.summary.contains("‘\(cell)’ is not a number alone"))
    #expect(found.position.line == 2)
  }

  @Test("A column of flags may have Eurostat's letters, or several codes")
  func flagColumn() throws {
    let panel = try panel(
      "geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG\nFR,2000,5,b\nFR,2001,6,ep\nFR,2002,,c\nFR,2003,7,B;P\n")
    let series = panel.series[0]
    #expect(series.observations.map(\.status) == [.breakInSeries, .estimated, .breakInSeries])
    #expect(series.suppressedYears == [2002])
    #expect(series[2001]?.attributes["further flags"] == "p")
    #expect(panel.missingCount == 0)
  }

  @Test("Of a flag beside the value and one in the column, the one that does not win is kept")
  func flagsOfTwoPlaces() throws {
    let panel = try panel(
      "Country,Year,Value,Flags\nFrance,2000,5 p,b\nFrance,2001,5 b,p\nFrance,2002,5 bp,e\n"
        + "France,2003,5 b,b\nFrance,2004,5 p,\n")
    let points = panel.series[0].observations
    #expect(
      points.map(\.status) == [
        .breakInSeries, .breakInSeries, .breakInSeries, .breakInSeries, .provisional,
      ])
    #expect(
      points.map { $0.attributes["further flags"] } == ["p", "p", "e; p", nil, nil])
  }

  // MARK: Nil

  @Test("A hyphen beside another word for missing is nil, with a warning")
  func nilHyphen() throws {
    let panel = try panel("area,1990,1995\nFrance,5,-\nSpain,..,6\n")
    #expect(panel.series[0].observations.map(\.value) == [5, 0])
    #expect(panel.missingCount == 1)
    let note = try #require(panel.notes.first { $0.text.contains("‘-’ is taken as nil (0)") })
    #expect(note.text.contains("since ‘..’ stands for missing values"))
    #expect(note.position == Position(file: "stock.csv", line: 2, column: "1995"))
  }

  @Test(
    "A hyphen where noughts are written, or alone, is missing, with a warning",
    arguments: [
      "area,1990,1995\nFrance,5,-\nSpain,..,0\n", "area,1990,1995\nFrance,5,-\nSpain,,6\n",
    ])
  func missingHyphen(text: String) throws {
    let panel = try panel(text)
    #expect(panel.series[0].years == [1990])
    #expect(panel.notes.contains { $0.text.contains("‘-’ is taken as missing in a cell") })
  }

  @Test("What a hyphen is, and what is withheld, is told")
  func toldWords() throws {
    let text = "area,1990,1995,2000\nFrance,5,-,x\n"
    let zero = try panel(
      text,
      reading: reading {
        $0.nilWords = ["-"]; $0.suppressedWords = ["x"]
      })
    #expect(zero.series[0].observations.map(\.value) == [5, 0])
    #expect(zero.series[0].suppressedYears == [2000])
    #expect(zero.notes.isEmpty)
    let missing = try panel(
      text, reading: ReadingOptions(missingWords: ["-", "x"]))
    #expect(missing.series[0].years == [1990])
    #expect(missing.notes.isEmpty)
  }

  // MARK: Brackets and per cent

  @Test("A number in brackets is refused, told, or decided by the minus signs of others")
  func brackets() throws {
    let text = "area,1990,1995\nFrance,(5),6\n"
    #expect(try error(text).remedy?.contains("--brackets negative") == true)
    let negative = try panel(text, reading: reading { $0.brackets = .negative })
    #expect(negative.series[0][1990]?.value == -5)
    let unreliable = try panel(text, reading: reading { $0.brackets = .unreliable })
    #expect(unreliable.series[0][1990]?.value == 5)
    #expect(unreliable.series[0][1990]?.status == .lowReliability)
    let decided = try panel("area,1990,1995\nFrance,(5),-6\n")
    #expect(decided.series[0][1990]?.status == .lowReliability)
    #expect(decided.notes.contains { $0.text.contains("(a guess; told with --brackets)") })
  }

  @Test("Signs for per cent are the unit; a series with and without them is refused")
  func percent() throws {
    let panel = try panel("area,1990,1995\nFrance,5 %,6.5%\nSpain,7,8\n")
    #expect(panel.series.map(\.unit.name) == ["%", "not stated"])
    #expect(panel.series[0].observations.map(\.value) == [5, 6.5])
    let found = try error("area,1990,1995\nFrance,5 %,6\n")
    #expect(found.position == Position(file: "stock.csv", line: 2, column: "1995"))
  }

  // MARK: Exact

  @Test("Codes with leading noughts and identifiers of 17 digits stay as they are written")
  func identifiers() throws {
    let panel = try panel(
      "code,case,year,value\n004,00012345678901234,1990,5\n008,90071992547409931,1990,6\n")
    #expect(panel.series.map(\.area.code) == ["AFG", "ALB"])
    let keys = panel.series.flatMap(\.keys).map(\.value)
    #expect(keys == ["00012345678901234", "90071992547409931"])
  }

  @Test(
    "Whole numbers beyond 2^53 stay exact",
    arguments: [
      "9007199254740993", "18446744073709551617", "9,007,199,254,740,993",
    ])
  func beyond(text: String) throws {
    let digits = text.filter(\.isNumber)
    let panel = try panel(
      "area;year;value\nFrance;1990;\(text)\nFrance;1995;-\(text)\nSpain;1990;0.5\n")
    #expect(panel.series[0].observations.map(\.exact) == [digits, "-" + digits])
    #expect(Report(tidy: panel).text(.csv).contains("1990,\(digits),"))
    #expect(Report(tidy: panel).text(.json).contains("\"value\": \(digits),"))
  }

  @Test(
    "Whole numbers that a double holds are told by it",
    arguments: [
      "9007199254740992", "9007199254740994", "18446744073709551616", "123",
    ])
  func held(text: String) throws {
    let panel = try panel("area,year,value\nFrance,1990,\(text)\n")
    let exact = panel.series[0].observations[0].exact
    #expect(exact == nil || exact == text)
  }

  @Test("A flag in the last row of a long column counts as one in the first does")
  func wholeColumn() throws {
    var text = "area,year,value\n"
    for year in 1500..<2200 { text += "France,\(year),\(year)\n" }
    text += "Spain,1990,1.5 p\n"
    let panel = try panel(text)
    #expect(panel.series[1][1990]?.status == .provisional)
    #expect(panel.series[1][1990]?.value == 1.5)
  }
}
