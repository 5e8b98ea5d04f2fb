import Testing

@testable import MigrationStats

@Suite("Matrices of areas by areas")
struct MatrixTests {
  private func records(_ panel: Panel) -> [String] {
    panel.series.flatMap { series in
      series.observations.map { point in
        ([series.area.code ?? series.area.name] + series.keys.map { "\($0.name)=\($0.value)" }
          + ["\(point.year)", Numerals.exact(point.value)]).joined(separator: " ")
      }
    }
  }

  private func told(_ year: Int?, _ rows: MatrixSide?) -> TidyingOptions {
    var options = TidyingOptions()
    (options.year, options.rows) = (year, rows)
    return options
  }

  private let bare = "\u{FEFF},Albania,\"Bahamas, The\",Canada\nAlbania,0,1,2\nCanada,N/A,4,0\n"

  @Test("A matrix that says neither its year nor its sides is refused, with what its name says")
  func bareMatrix() throws {
    let table = try table(bare, name: "matrix2018.csv")
    let error = try #require(throws: TidyingError.self) { try table.tidied() }
    expectProblem(
      error,
      "the table is a matrix of areas by areas and says neither of which year it is nor whether its "
        + "rows are origins or destinations", file: "matrix2018.csv", line: 1,
      remedy: "Tell both: --year YEAR (the name of the file has 2018) --rows origin")
    let year = try #require(throws: TidyingError.self) { try table.tidied(told(nil, .sending)) }
    #expect(year.summary.hasSuffix("says not of which year it is"))
    let side = try #require(throws: TidyingError.self) { try table.tidied(told(2018, nil)) }
    #expect(side.summary.hasSuffix("whether its rows are origins or destinations"))
  }

  @Test("Told, its series are about where money is received, or where people live")
  func toldMatrix() throws {
    let sending = try panel(bare, told(2018, .sending))
    #expect(sending.keyNames == ["sending"])
    #expect(
      records(sending) == [
        "ALB sending=Albania 2018 0", "BHS sending=Albania 2018 1", "CAN sending=Albania 2018 2",
        "BHS sending=Canada 2018 4", "CAN sending=Canada 2018 0",
      ])
    #expect(sending.missingCount == 1)
    #expect(sending.notes.isEmpty)
    let destination = try panel(bare, told(2018, .destination))
    #expect(
      records(destination) == [
        "ALB origin=Albania 2018 0", "ALB origin=Bahamas, The 2018 1", "ALB origin=Canada 2018 2",
        "CAN origin=Bahamas, The 2018 4", "CAN origin=Canada 2018 0",
      ])
  }

  @Test("Semicolons, Windows-1252, totals and remainders; the corner says what the rows are")
  func european() throws {
    let text =
      "Sending;Albania;Côte d'Ivoire;Bahamas, The;Total\r\nAlbania;0;;1.5;1.5\r\n"
      + "Other North;2;0;;2\r\nUnidentified*;;;;5\r\nTotal Remittances;2;0;1.5;8.5\r\n"
    let table = try table(Array(text.unicodeScalars.map { UInt8($0.value) }))
    let panel = try table.tidied(told(2010, nil))
    #expect(
      records(panel) == [
        "ALB sending=Albania 2010 0", "BHS sending=Albania 2010 1.5",
        "Total sending=Albania 2010 1.5",
        "ALB sending=Other North 2010 2", "CIV sending=Other North 2010 0",
        "Total sending=Other North 2010 2", "Total sending=Unidentified* 2010 5",
        "ALB sending=Total Remittances 2010 2", "CIV sending=Total Remittances 2010 0",
        "BHS sending=Total Remittances 2010 1.5", "Total sending=Total Remittances 2010 8.5",
      ])
    #expect(Set(panel.series.map(\.area.kind)) == [.country, .aggregate])
    #expect(
      panel.notes.contains {
        $0.text.hasPrefix("a matrix: its rows are read as sending, its columns as receiving")
      })
    #expect(panel.account?.addsUp == true)
    // What nobody is known to have received is in the last total alone.
    #expect(
      PanelTotals(panel, at: Position()).oddities.map(\.text) == [
        "Total, sending Total Remittances is not the sum of its 3 countries and areas: in 2010 it is "
          + "8.5 and they add up to 3.5 (-59 %)"
      ])
  }

  @Test("Two lines of header, years in the rows, numbers with commas, empty columns and rows")
  func unitedNations() throws {
    let panel = try panel(
      """
      \u{FEFF}Year,"Sort
      order","Major area, region, country or area of destination",Notes,Code,Type of data (a),,,Country or area of origin,,,
      ,,,,,,Total,Other South,Albania,Algeria,,
      1990,1,WORLD,,900,,"1,153","100","1,000",53,,
      1990,2,UN development groups,,,,..,..,..,..,,
      1990,3,Canada,(1),124,B R,15,,10,5,,
      2019,4,Canada,(1),124,B,30,..,20,10,,
      ,,,,,,,,,,,
      ,,,,,,,,,,,

      """)
    #expect(panel.layout.name == "matrix")
    #expect(panel.keyNames == ["origin"])
    #expect(
      records(panel) == [
        "WLD origin=Total 1990 1153", "WLD origin=Other South 1990 100",
        "WLD origin=Albania 1990 1000", "WLD origin=Algeria 1990 53", "CAN origin=Total 1990 15",
        "CAN origin=Total 2019 30", "CAN origin=Albania 1990 10", "CAN origin=Albania 2019 20",
        "CAN origin=Algeria 1990 5", "CAN origin=Algeria 2019 10",
      ])
    let canada = try #require(panel.series.first { $0.area.code == "CAN" })
    #expect(canada[1990]?.attributes == ["Notes": "(1)", "Type of data (a)": "B R"])
    #expect(canada[1990]?.lines == [6])
    let account = try #require(panel.account)
    #expect(account.addsUp)
    #expect(account.kept == 3)
    #expect(account.setAside.contains(RowAccount.Part(reason: "words alone", count: 1)))
  }

  @Test(
    "What corners say of the rows",
    arguments: [
      ("Sending", MatrixSide.sending), ("origin \\ destination", .origin),
      ("Destination / origin", .destination), ("Receiving (across) / sending (down)", .sending),
      ("Remittance-receiving country (across)", .sending), ("Country of birth", .origin),
    ])
  func corners(text: String, side: MatrixSide) {
    #expect(MatrixSide.rows(corner: text) == side)
  }

  @Test(
    "A corner that says nothing, or both, says nothing",
    arguments: ["", "Country", "from origin to destination"])
  func silent(text: String) {
    #expect(MatrixSide.rows(corner: text) == nil)
  }

  @Test("The year of a table that names none is told; one that has years refuses it")
  func toldYear() throws {
    let panel = try panel("area,value\nCanada,5\nFrance,6\n", told(2018, nil))
    #expect(records(panel) == ["CAN 2018 5", "FRA 2018 6"])
    let error = try #require(throws: TidyingError.self) {
      try MigrationStatsTests.panel("area,year,value\nCanada,1990,5\n", told(2018, nil))
    }
    expectProblem(
      error, "the table has years of its own, and the year 2018 is told", line: 1,
      remedy: "Leave out --year.")
  }

  @Test("Totals that are not the sums of their parts are odd")
  func totals() throws {
    let panel = try panel(
      "origin,Albania,Canada,Total\nAlbania,10,20,30\nCanada,30,40,80\nTotal,40,60,100\n",
      told(2018, nil))
    #expect(
      PanelTotals(panel, at: Position()).oddities.map(\.text) == [
        "Total, origin Canada is not the sum of its 2 countries and areas: in 2018 it is 80 and they "
          + "add up to 70 (-13 %)",
        "Total, origin Total is not the sum of its 2 areas of origin: in 2018 it is 100 and they add up "
          + "to 110 (+10 %)",
      ])
  }
}
