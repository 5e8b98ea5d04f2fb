import Testing

@testable import MigrationStats

@Suite("Finding quotes, escapes, comments and stated separators")
struct DialectFinderTests {
  private func part(_ table: Table, _ name: String) throws -> DialectFinding.Part {
    try #require(table.finding.parts.first { $0.name == name })
  }

  @Test("The usual dialect is called usual, its delimiter a guess")
  func usual() throws {
    let table = try table("area,year,value\nWorld,1990,5\nAfrica,1990,2\n")
    #expect(table.finding.parts.map(\.basis) == [.guessed, .usual, .usual, .usual])
    #expect(try part(table, "delimiter").evidence == "3 of 3 lines have 3 cells")
    #expect(table.finding.notes(at: Position()).isEmpty)
  }

  @Test("Apostrophes around cells quote where the table gets consistent by it")
  func apostrophes() throws {
    let table = try table(
      "area,year,value\n'Korea, Rep.',1990,5\n'Côte d''Ivoire',1990,2\n'Bahamas, The',1990,1\n")
    #expect(table.dialect.quote == UInt8(ascii: "'"))
    #expect(table.cells.map { $0[0] } == ["Korea, Rep.", "Côte d'Ivoire", "Bahamas, The"])
    let quote = try part(table, "quote")
    #expect(quote.basis == .guessed)
    #expect(quote.evidence.contains("4 of 4 lines have 3 cells, otherwise"))
    let note = try #require(table.finding.notes(at: Position(file: "stock.csv")).first)
    #expect(note.text.contains("the apostrophe is taken as the quote (a guess:"))
  }

  @Test("Apostrophes within names quote nothing")
  func apostropheInNames() throws {
    let table = try table("area,year,value\nCôte d'Ivoire,1990,5\nLao People's DR,1990,2\n")
    #expect(table.dialect.quote == UInt8(ascii: "\""))
    #expect(try part(table, "quote").basis == .usual)
  }

  @Test("Backslashes escape quotes where a quote were wrong otherwise")
  func backslashes() throws {
    let table = try table(
      "area,year,value\n\"the \\\"old\\\" Congo\",1990,5\nAfrica,1990,2\n")
    #expect(table.dialect.escape == UInt8(ascii: "\\"))
    #expect(table.text(0, 0) == "the \"old\" Congo")
    #expect(try part(table, "escape").evidence.contains("otherwise a quote is wrong"))
  }

  @Test("A backslash at the end of a quoted cell escapes nothing")
  func pathInQuotes() throws {
    let table = try table("area,path,value\nWorld,\"C:\\data\\\",5\nAfrica,\"C:\\data\\\",2\n")
    #expect(table.dialect.escape == nil)
    #expect(table.text(0, 1) == "C:\\data\\")
  }

  @Test("An unquoted delimiter may be escaped")
  func escapedDelimiter() throws {
    let table = try table(
      "area,year,value\nKorea\\, Rep.,1990,5\nBahamas\\, The,1990,2\nAfrica,1990,3\n")
    #expect(table.cells.map { $0[0] } == ["Korea, Rep.", "Bahamas, The", "Africa"])
  }

  @Test(
    "The line sep=; states the delimiter and is no row", arguments: ["sep=;", "\"sep=;\"", "SEP=;"])
  func separatorLine(line: String) throws {
    let table = try table("\(line)\r\narea;year;value\r\nWorld;1990;5\r\n")
    #expect(table.dialect.delimiter == UInt8(ascii: ";"))
    #expect(try part(table, "delimiter").basis == .stated)
    #expect(table.header == ["area", "year", "value"])
    #expect(table.headerLine == 2)
    #expect(table.setAside.map(\.reason) == ["separator line"])
  }

  @Test("What is told beats what the file states")
  func toldBeatsStated() throws {
    let table = try table(
      "sep=;\narea,year,value\nWorld,1990,5\n",
      options: ReadingOptions(delimiter: UInt8(ascii: ",")))
    #expect(table.header == ["area", "year", "value"])
    #expect(try part(table, "delimiter").basis == .told)
  }

  @Test("Lines of comment are set aside wherever they stand, quotes in them counting for nothing")
  func comments() throws {
    let table = try table(
      "# source: \"UN\narea,year,value\nWorld,1990,5\n# revised, \"2019\nAfrica,1990,2\n")
    #expect(table.dialect.comment == UInt8(ascii: "#"))
    #expect(table.cells == [["World", "1990", "5"], ["Africa", "1990", "2"]])
    #expect(table.position(1, 2).line == 5)
    #expect(table.setAside.map(\.reason) == ["comment", "comment"])
    #expect(table.setAside.map(\.lines) == [1...1, 4...4])
    #expect(try part(table, "comment").basis == .guessed)
  }

  @Test(
    "Comments as wide as the table are comments above its header",
    arguments: [
      "# source: UN\n# more, commas, here\narea,year,value\nWorld,1990,5\nAfrica,1990,2\n# end\n",
      "# a, b, c, d\narea,1990,1991,1992\nWorld,5,6,7\nAfrica,2,3,4\n",
    ])
  func wideComments(text: String) throws {
    let found = try table(text)
    #expect(found.header[0] == "area")
    #expect(found.rowCount == 2)
    let comment = try part(found, "comment")
    #expect(comment.basis == .guessed)
    #expect(comment.evidence.hasSuffix("those of the table's width above its header"))
  }

  @Test(
    "A header that begins with # stays one, whatever its rows are",
    arguments: [
      "#area,year,value\nWorld,1990,5\nAfrica,1990,2\n",
      "#area,year,value\nWorld,1990,1950\nAfrica,1990,1960\n",
      "#area,year,value\nWorld,1990,c\nAfrica,1990,2\n",
      "#area,year,value\nWorld,1990,n.v.\nAfrica,1990,2\n",
      "# area,region,note\nWorld,none,seen\nAfrica,south,new\n",
    ])
  func commentedHeader(text: String) throws {
    let found = try table(text)
    #expect(found.header[0].first == "#")
    #expect(found.rowCount == 2)
  }

  @Test("Where a line with # is taken for the header, the hint names --comment")
  func commentHint() throws {
    let error = try #require(throws: TidyingError.self) {
      try panel("# a, b, c\nWorld,x,5\nAfrica,y,2\n")
    }
    #expect(error.remedy?.hasSuffix("If the line is a comment, say so: --comment '#'.") == true)
  }

  @Test("A line sep=; that is not true of the file is named", arguments: [",", "\t"])
  func falseSeparator(delimiter: String) throws {
    let rows = ["area,year,value", "World,1990,5", "Africa,1990,2"].joined(separator: "\n")
    let error = try #require(throws: ReadingError.self) {
      try table("sep=;\n" + rows.replacing(",", with: delimiter) + "\n")
    }
    expectProblem(
      error, "the line says that a semicolon parts the cells, but no other line has one", line: 1,
      remedy: "--delimiter \(delimiter == "," ? "','" : "tab").")
  }

  @Test("A header and tags that begin with # are no comments")
  func hashes() throws {
    let header = try table("#,area,value\n1,World,5\n2,Africa,2\n")
    #expect(header.header == ["#", "area", "value"])
    #expect(header.dialect.comment == nil)
    let tags = try table("ISO3,Year,Count\n#country+code,#date+year,#affected\nAFG,2008,3400\n")
    #expect(tags.cells == [["AFG", "2008", "3400"]])
    #expect(tags.setAside.map(\.reason) == ["HXL tags"])
    #expect(tags.dialect.comment == nil)
  }

  @Test("Comments and quotes are told, and told not to be there")
  func told() throws {
    var options = ReadingOptions()
    options.comment = .mark(UInt8(ascii: "%"))
    let percent = try table("% note\narea,year,value\nWorld,1990,5\n", options: options)
    #expect(percent.setAside.map(\.reason) == ["comment"])
    options = ReadingOptions()
    options.quote = DialectMark.none
    let inches = try table("area,year,value\n\"World,1990,5\nAfrica,1990,2\n", options: options)
    #expect(inches.text(0, 0) == "\"World")
    #expect(try part(inches, "quote").basis == .told)
  }

  @Test("A fault that a guessed delimiter may have made says so")
  func guessIsNamed() throws {
    let text = "area,year,value\nWorld,1990,5\nAfrica,1990,2,extra,more\n"
    let guessed = try #require(throws: ReadingError.self) { try table(text) }
    #expect(guessed.remedy?.contains("is a guess: --delimiter tells") == true)
    let told = try #require(throws: ReadingError.self) {
      try table(text, options: ReadingOptions(delimiter: UInt8(ascii: ",")))
    }
    #expect(told.remedy?.contains("guess") == false)
  }
}
