import Testing

@testable import MigrationStats

@Suite("Rows: repaired where it is certain, counted always")
struct RowFinderTests {
  private func error(_ text: String) throws -> ReadingError {
    try #require(throws: ReadingError.self) { try table(text) }
  }

  @Test("Every record is counted once")
  func account() throws {
    let text = """
      Title,,

      area,year,value
      World,1990,5
      area,year,value
      Korea, Rep.,1990,2
      Africa,1990,3,,
      ,,

      Source: UN.
      """
    let table = try table(text)
    #expect(
      table.cells == [
        ["World", "1990", "5"], ["Korea, Rep.", "1990", "2"], ["Africa", "1990", "3"],
      ])
    #expect(table.account.addsUp)
    #expect(
      table.account.description
        == "10 records read: 1 header, 3 rows kept (2 repaired), 6 set aside (2 preamble, "
        + "1 repeated header, 2 blank, 1 footer)")
    #expect(
      table.repairs == [
        Table.Repair(line: 6, text: "a comma without quotes taken for part of ‘Korea, Rep.’"),
        Table.Repair(line: 7, text: "2 empty cells beyond the header left out"),
      ])
    #expect(table.position(1, 2).line == 6)
    #expect(table.position(2, 2).line == 7)
  }

  @Test("A header that is said again is set aside with its line")
  func repeatedHeader() throws {
    let table = try table("area,1990,1995\nWorld,5,6\n area ,1990, 1995\nAfrica,1,2\n")
    #expect(table.rowCount == 2)
    #expect(
      table.setAside == [
        Table.SetAside(reason: "repeated header", lines: 3...3, text: "area 1990 1995")
      ])
  }

  @Test("A delimiter in a name is mended where one way fits alone")
  func unquotedDelimiter() throws {
    let table = try table(
      "Country,Code,1990,1995\nFrance,FRA,5,6\nBahamas, The,BHS,1,..\nKorea, Dem., Rep.,PRK,2,3 b\n"
    )
    #expect(table.text(1, 0) == "Bahamas, The")
    #expect(table.text(2, 0) == "Korea, Dem., Rep.")
    #expect(table.text(2, 1) == "PRK")
    #expect(table.account.repaired == 2)
  }

  @Test(
    "A row that is too long in two ways, or in none, is refused",
    arguments: [
      "area,year,value\nFrance,1990,5\nSpain,1990,1,234\n",
      "area,year,value\nFrance,1990,5\nKorea,Rep.,1990,5\n",
      "area,note,year,value\nFrance,x,1990,5\nKorea, Rep., old,1990,5\n",
      "area,note,value\nFrance,x,y\nKorea, Rep.,z,w\n",
    ])
  func uncertain(text: String) throws {
    let found = try error(text)
    #expect(found.kind == .width)
    #expect(found.position.line == 3)
    #expect(
      found.summary
        == "the row has \(text.hasPrefix("area,note,year") ? 5 : 4) cells where the header has "
        + "\(text.hasPrefix("area,note,year") ? 4 : 3)")
  }

  @Test("Text below a cell of the header that is empty is named as such")
  func namelessColumn() throws {
    let found = try error("area,year,value,\nFrance,1990,5,\nSpain,1990,6,p\n")
    #expect(found.kind == .width)
    expectProblem(
      found, "column 4 has no name, but ‘p’ stands in it", line: 3,
      remedy: "Give the column a name in the header, or delete it.")
    let second = try error(
      "area,1990,,1995,2000,\n,Male,Female,Total,Male,Female\nFrance,1,2,9,3,4\n")
    #expect(second.remedy?.contains("second header row") == true)
  }

  @Test("A byte order mark amid the text is left out, and said")
  func innerMark() throws {
    let mark = "\u{FEFF}"
    let joined = try panel(
      "\(mark)area,1990,1995\nFrance,5,6\n\(mark)area,1990,1995\n\(mark)Spain,1,2\n")
    #expect(joined.series.map(\.area.name) == ["France", "Spain"])
    #expect(joined.account?.description.hasSuffix("1 set aside (1 repeated header)") == true)
    let note = try #require(joined.notes.first { $0.text.hasPrefix("a byte order mark stands") })
    #expect(note.position.line == 3)
    #expect(!(try panel("\(mark)area,1990,1995\nFrance,5,6\n").notes.contains(note)))
  }

  @Test("Footers below a blank line may by chance have as many cells as a row")
  func wideFooters() throws {
    let rows = "area,year,value\nFrance,1990,5\nSpain,1990,6\n"
    let footers = "\nSource: UN\nNote: b, c, d and e\n(1) Provisional, with more\n"
    let found = try table(rows + footers)
    #expect(found.rowCount == 2)
    #expect(found.setAside.map(\.reason) == ["blank", "footer"])
    #expect(found.setAside.map(\.lines) == [4...4, 5...7])
    #expect(found.account.addsUp)
    // A blank line between footers is one of them.
    #expect(try table(rows + footers + "\nRead on: here\n").rowCount == 2)
  }

  @Test(
    "What has numbers below a blank line is no footer, and the hint says which line",
    arguments: [
      "Other table\narea,year,value\nItaly,1990,8\n", "Source: UN\nRevised in, 1990, 1995\n",
      "Germany,1990\nItaly,1990,8\n",
    ])
  func noFooters(rest: String) throws {
    let found = try error("area,year,value\nFrance,1990,5\nSpain,1990,6\n\n" + rest)
    #expect(found.kind == .width)
    #expect(found.position.line == 5)
    #expect(found.remedy?.contains("If it is a footnote, line 6 below it looks like a row") == true)
  }

  @Test("A line break in a name is mended where the two parts make one row")
  func unquotedLineBreak() throws {
    let table = try table(
      "code,area,year,value\nFRA,France,1990,5\nVEN,Venezuela\n(Bolivarian Republic),1990,7\nESP,Spain,1990,6\n"
    )
    #expect(table.rowCount == 3)
    #expect(table.text(1, 1) == "Venezuela\n(Bolivarian Republic)")
    #expect(table.text(1, 3) == "7")
    #expect(table.account.joined == 1)
    #expect(table.account.addsUp)
    #expect(table.repairs.map(\.line) == [3])
    #expect(table.position(2, 3).line == 5)
  }

  @Test("Two rows that are cut off are not made one")
  func cutOff() throws {
    let found = try error(
      "code,area,year,value\nFRA,France,1990,5\nVEN,19\n90,1990,7\nESP,Spain,1990,6\n")
    #expect(found.position.line == 3)
    #expect(found.summary == "the row has 2 cells where the header has 4")
  }

  @Test("An empty column that the header has too is no repair")
  func phantom() throws {
    let table = try table("area,1990,1995,\nWorld,5,6,\nAfrica,1,2,\n")
    #expect(table.repairs.isEmpty)
    #expect(
      table.account.description
        == "3 records read: 1 header, 2 rows kept (none repaired), none set aside")
  }

  @Test("Repairs are said with their lines; rows of words are counted as set aside in the series")
  func notes() throws {
    let panel = try panel(
      "area,1990,1995\nFrance,5,6\nKorea, Rep.,1,2\nNote on borders,,\nTotal migrants,6,8\n")
    let repair = try #require(panel.notes.first { $0.text.hasPrefix("repaired: ") })
    #expect(repair.position.line == 3)
    let account = try #require(panel.account)
    #expect(account.addsUp)
    #expect(account.kept == 3)
    #expect(account.description.hasSuffix("1 set aside (1 words alone)"))
    #expect(panel.series.map(\.area.kind) == [.country, .country, .aggregate])
    #expect(panel.notes.contains { $0.text.contains("‘Total migrants’ is taken for a total") })
  }
}
