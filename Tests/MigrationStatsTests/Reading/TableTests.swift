import Testing

@testable import MigrationStats

@Suite("A delimited file as a table")
struct TableTests {
  private func error(_ text: String, _ options: ReadingOptions = ReadingOptions()) throws
    -> ReadingError
  {
    try #require(throws: ReadingError.self) { try table(text, options: options) }
  }

  // MARK: Cells and places

  @Test("Cells are known by row and column, white space around them removed")
  func cells() throws {
    let table = try table(" area ,year,\"value\"\nWorld, 1990 ,\" 5 \"\n")
    #expect(table.header == ["area", "year", "value"])
    #expect(table.headerLine == 1)
    #expect(table.rowCount == 1)
    #expect(table.cells == [["World", "1990", "5"]])
    #expect(table.position(0, 2) == Position(file: "stock.csv", line: 2, column: "value"))
    #expect(table.position(0) == Position(file: "stock.csv", line: 2))
    #expect(table.setAside.isEmpty)
  }

  @Test("A cell after quoted line breaks stands on the line where it begins")
  func quotedLineBreaks() throws {
    let table = try table("note,area,value\n\"one\ntwo\nthree\",World,5\nnone,Africa,2\n")
    #expect(table.position(0, 0).line == 2)
    #expect(table.position(0, 1).line == 4)
    #expect(table.position(0, 2).line == 4)
    #expect(table.position(1, 2).line == 5)
  }

  @Test("Lines that end in CR alone are counted")
  func carriageReturns() throws {
    let table = try table("area,year,value\rWorld,1990,5\rAfrica,1990,2\r")
    #expect(table.cells == [["World", "1990", "5"], ["Africa", "1990", "2"]])
    #expect(table.position(1, 2).line == 3)
  }

  @Test("A column without a header is known by its number")
  func namelessColumn() throws {
    let table = try table("area,,value\nWorld,x,5\n")
    #expect(table.columnName(1) == "2")
    #expect(table.position(0, 1).column == "2")
  }

  @Test("Columns are found by name, case not counting where no other has it exactly")
  func columnNamed() throws {
    let table = try table("Value,value,Area\n1,2,World\n3,4,Africa\n")
    #expect(try table.column(named: "value") == 1)
    #expect(try table.column(named: "Value") == 0)
    #expect(try table.column(named: "area") == 2)
  }

  @Test("A column that is not there is answered with those spelt alike, or all")
  func noColumn() throws {
    let small = try table("area,year,value\nWorld,1990,5\n")
    let near = try #require(throws: ReadingError.self) { try small.column(named: "vlaue") }
    #expect(near.kind == .noColumn)
    expectProblem(
      near, "there is no column ‘vlaue’", line: 1, remedy: "Did you mean ‘value’?")
    let far = try #require(throws: ReadingError.self) { try small.column(named: "population") }
    expectProblem(
      far, "there is no column ‘population’", line: 1,
      remedy: "The columns are ‘area’, ‘year’, ‘value’.")
    let names = (1...14).map { "col\($0)" }.joined(separator: ",")
    let wide = try table("\(names)\n\((1...14).map { "\($0)" }.joined(separator: ","))\n")
    let many = try #require(throws: ReadingError.self) { try wide.column(named: "population") }
    #expect(many.remedy?.hasSuffix("‘col12’ and 2 more.") == true)
  }

  // MARK: Header, preamble, phantom column

  @Test("Lines before the header are set aside as a preamble")
  func preamble() throws {
    let text = """
      "Data Source","World Development Indicators",

      "Last Updated Date","2025-07-01",

      "Country Name","Country Code","1990","1995",
      "World","WLD","1","2",
      "Africa","","3","4",
      """
    let table = try table(text)
    #expect(table.header == ["Country Name", "Country Code", "1990", "1995"])
    #expect(table.headerLine == 5)
    #expect(table.rowCount == 2)
    #expect(
      table.setAside == [
        Table.SetAside(
          reason: "preamble", lines: 1...4, text: "Data Source World Development Indicators")
      ])
    #expect(table.position(1, 3) == Position(file: "stock.csv", line: 7, column: "1995"))
  }

  @Test("A title above the table is preamble, padded or not", arguments: ["", ",,"])
  func title(padding: String) throws {
    let table = try table("Migrant stock\(padding)\narea,year,value\nWorld,1990,5\n")
    #expect(table.header == ["area", "year", "value"])
    #expect(table.setAside.map(\.reason) == ["preamble"])
    #expect(table.setAside.first?.text == "Migrant stock")
  }

  @Test("An empty column at the end is dropped, in the header and in the rows")
  func phantomColumn() throws {
    let table = try table("area,year,value,\nWorld,1990,5,\nAfrica,1990,2\n")
    #expect(table.header == ["area", "year", "value"])
    #expect(table.cells == [["World", "1990", "5"], ["Africa", "1990", "2"]])
  }

  @Test("A cell beyond the header is a fault")
  func surplus() throws {
    let error = try error("area,year,value\nWorld,1990,5\nKorea,Rep.,1990,2\n")
    #expect(error.kind == .width)
    expectProblem(
      error, "the row has 4 cells where the header has 3", line: 3,
      remedy: "Look for a comma inside a cell that is not quoted")
  }

  @Test("A header with fewer cells than the rows is a fault of the header")
  func narrowHeader() throws {
    let error = try error("area,year\nWorld,1990,5\nAfrica,1990,2\n")
    #expect(error.kind == .width)
    expectProblem(
      error, "the header has 2 cells where most rows have 3", line: 1,
      remedy: "Give every column a name.")
  }

  @Test("A row with fewer cells is a fault, even the last")
  func shortRow() throws {
    for text in [
      "area,year,value\nWorld,1990,5\nAfrica,1990\nAsia,1990,2\n",
      "area,year,value\nWorld,1990,5\nAfrica,1990",
    ] {
      let error = try error(text)
      #expect(error.kind == .width)
      expectProblem(
        error, "the row has 2 cells where the header has 3", line: 3,
        remedy: "Look for a row that was cut off")
    }
  }

  @Test("Text that has one column is no table")
  func oneColumn() throws {
    let error = try error("area\nWorld\n")
    #expect(error.kind == .noTable)
    expectProblem(error, "only one column can be made out", line: 1, remedy: "--delimiter ','")
  }

  @Test("A first row of numbers is no header")
  func noHeader() throws {
    let error = try error("World,153011473\nAfrica,15689666\n")
    #expect(error.kind == .noTable)
    expectProblem(
      error, "the first row of the table holds the number ‘153011473’: it is no header", line: 1,
      remedy: "Put a line with the names of the columns above it.")
  }

  @Test("Rows with one filled cell each have no header")
  func noHeaderFound() throws {
    let error = try error(",a\n,b\n")
    #expect(error.kind == .noTable)
    expectProblem(
      error, "no header row was found", line: 1, remedy: "names of the columns above the rows")
  }

  @Test("A header alone is empty")
  func headerAlone() throws {
    for text in ["area,year,value\n", "area,year,value\n\n,,\n"] {
      let error = try error(text)
      #expect(error.kind == .empty)
      expectProblem(
        error, "there is a header and no row below it", line: 1, remedy: "Download it again")
    }
  }

  // MARK: Footers and blank lines

  @Test(
    "Sentences below the table are set aside as a footer",
    arguments: [
      ("Source: United Nations.\nCopyright 2019\n", 4...5),
      ("\nSource: United Nations.\nCopyright 2019\n", 5...6),
      ("\n\nSource: United Nations.", 6...6),
      ("\nSource: United Nations.,,\n", 5...5),
      (",,\nSource: United Nations.,,\n", 5...5),
    ])
  func footer(text: String, lines: ClosedRange<Int>) throws {
    let table = try table("area,year,value\nWorld,1990,5\nAfrica,1990,2\n\(text)")
    #expect(table.rowCount == 2)
    let footer = try #require(table.setAside.first { $0.reason == "footer" })
    #expect(footer.text == "Source: United Nations.")
    #expect(footer.lines == lines)
  }

  @Test("A footnote with commas in it is a footer after a blank line")
  func footnoteWithCommas() throws {
    let table = try table(
      "area,year,value\nWorld,1990,5\nAfrica,1990,2\n\nNote: stock, not flow\n")
    #expect(table.rowCount == 2)
    let footer = try #require(table.setAside.first { $0.reason == "footer" })
    #expect(footer.lines == 5...5)
    #expect(footer.text == "Note: stock  not flow" || footer.text == "Note: stock not flow")
  }

  @Test("A footnote with commas in it is a fault without a blank line before it")
  func footnoteWithoutBlankLine() throws {
    let error = try error("area,year,value\nWorld,1990,5\nNote: stock, not flow\n")
    #expect(error.kind == .width)
    #expect(error.position.line == 3)
    #expect(error.remedy?.contains("a footnote without a blank line before it") == true)
  }

  @Test("Blank rows are set aside and lines still counted", arguments: ["", ",,", " , ,\t"])
  func blankRows(blank: String) throws {
    let table = try table("area,year,value\nWorld,1990,5\n\(blank)\n\(blank)\nAfrica,1990,2\n")
    #expect(table.rowCount == 2)
    #expect(table.setAside == [Table.SetAside(reason: "blank", lines: 3...4, text: "")])
    #expect(table.position(1, 2).line == 5)
  }

  // MARK: Quotes

  @Test("A quote that is never closed is told by its line")
  func neverClosed() throws {
    let error = try error("area,year,value\nWorld,1990,5\n\"Africa,1990,2\nAsia,1990,2\n")
    #expect(error.kind == .quoting)
    expectProblem(
      error, "a quote opens a cell here and is never closed", line: 3,
      remedy: "Close the quote, or double it (\"\")")
  }

  @Test("Text after a closing quote is told by its line")
  func textAfterQuote() throws {
    let error = try error("area,year,value\n\"Ivory\nCoast\" (Côte),1990,2\n")
    #expect(error.kind == .quoting)
    expectProblem(
      error, "text follows a closing quote; the cell was opened on line 2", line: 3,
      remedy: "put the whole cell in quotes")
  }
}
