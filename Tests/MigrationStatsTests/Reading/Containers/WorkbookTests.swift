import Testing

@testable import MigrationStats

@Suite("Excel workbooks")
struct WorkbookTests {
  private static let rows = [
    ["United Nations"], [], ["area", "year", "value"], ["World", "1990", "153011473"],
    ["Côte d’Ivoire", "1990", "5.5"],
  ]

  private func read(
    _ book: WorkbookBuilder, _ options: ReadingOptions = ReadingOptions()
  ) throws -> Table {
    try table(book.bytes, name: "book.xlsx", options: options)
  }

  private func error(
    _ book: WorkbookBuilder, _ options: ReadingOptions = ReadingOptions()
  ) throws -> ReadingError {
    try #require(throws: ReadingError.self) { try read(book, options) }
  }

  /// A sheet with a header and one row, of which the third cell is given as XML.
  private func book(_ cell: String, format: String = "<xf numFmtId=\"0\"/>") -> WorkbookBuilder {
    var book = WorkbookBuilder([["area", "year", "value"], ["World", "1990"]])
    book.sheets[0].data.replace("</row>", with: "")
    book.sheets[0].data =
      book.sheets[0].data.replacing("<row r=\"2\">", with: "</row><row r=\"2\">") + cell
      + "</row><row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>Canada</t></is></c>"
      + "<c r=\"B3\"><v>1990</v></c><c r=\"C3\"><v>7</v></c></row>"
    book.cellFormats = "<xf numFmtId=\"0\"/>" + format
    return book
  }

  // MARK: Sheets

  @Test("A sheet is a table, its rows the lines, its name in every place")
  func sheet() throws {
    let table = try read(WorkbookBuilder(Self.rows))
    #expect(table.cells == [["World", "1990", "153011473"], ["Côte d’Ivoire", "1990", "5.5"]])
    #expect(table.headerLine == 3)
    #expect(table.position(0, 2).description == "book.xlsx:Data!4, column ‘value’")
    #expect(
      table.origin.steps == [
        Origin.Step(
          container: "Excel workbook", chosen: "Data", reason: "the only one", others: [])
      ])
    #expect(table.origin.encoding == nil)
    #expect(table.notes.isEmpty)
    #expect(table.setAside.map(\.reason) == ["preamble"])
    let panel = try table.tidied()
    #expect(panel.series.map(\.observations.first?.value) == [153_011_473, 5.5])
    #expect(panel.series[0].observations[0].lines == [4])
  }

  private static let several: WorkbookBuilder = {
    var book = WorkbookBuilder()
    book.add("Contents", [["Table", "Title"], ["Table 1", "Stock"], ["Table 2", "Share"]])
    book.add("Table 0", Self.rows, state: "hidden")
    book.add("Table 1", Self.rows)
    book.add("Table 2", [["area", "year", "value"], ["World", "1990", "2.9"]])
    return book
  }()

  @Test("The first sheet with a table of figures is chosen, and said to be a guess")
  func chosen() throws {
    let table = try read(Self.several)
    let step = try #require(table.origin.steps.last)
    #expect(step.chosen == "Table 1")
    #expect(step.reason == "the first that is a table of figures")
    #expect(step.others == ["Contents", "Table 0 (hidden)", "Table 2"])
    #expect(
      table.notes == [
        Note(
          "the sheet ‘Table 1’ is read, the first that is a table of figures (a guess); there are 2 "
            + "others: choose by --sheet", at: Position(file: "book.xlsx"))
      ])
  }

  @Test("A sheet is told by its name or its number", arguments: ["Table 2", "table 2", "4"])
  func told(name: String) throws {
    let table = try read(Self.several, ReadingOptions(sheet: name))
    #expect(table.cells == [["World", "1990", "2.9"]])
    #expect(table.origin.steps[0].reason == "told")
    #expect(table.notes.isEmpty)
  }

  @Test("A sheet that is not there is answered with those that are")
  func notThere() throws {
    let near = try error(Self.several, ReadingOptions(sheet: "Tabel 2"))
    #expect(near.kind == .noPart)
    expectProblem(
      near, "there is no sheet ‘Tabel 2’ in the workbook", file: "book.xlsx",
      remedy: "Did you mean ‘Table 2’")
    let far = try error(Self.several, ReadingOptions(sheet: "9"))
    #expect(far.remedy == "The sheets are ‘Contents’, ‘Table 0’, ‘Table 1’, ‘Table 2’.")
    let text = try #require(throws: ReadingError.self) {
      try table("area,year\nA,1990\n", options: ReadingOptions(sheet: "A"))
    }
    #expect(text.summary == "there is no sheet ‘A’: this is no workbook")
  }

  @Test("An encoding or a delimiter told of a workbook is a mistake")
  func needless() throws {
    let error = try error(
      WorkbookBuilder(Self.rows), ReadingOptions(delimiter: UInt8(ascii: ";")))
    #expect(error.summary == "a workbook has neither an encoding nor a delimiter of its own")
  }

  @Test("A workbook whose sheets are all hidden says how to read one")
  func hidden() throws {
    var book = WorkbookBuilder()
    book.add("Secret", Self.rows, state: "veryHidden")
    let error = try error(book)
    #expect(error.kind == .noPart)
    #expect(error.remedy == "Name a hidden one: --sheet 'Secret'.")
    #expect(try read(book, ReadingOptions(sheet: "Secret")).rowCount == 2)
  }

  // MARK: Cells

  @Test(
    "Cells are read by their type",
    arguments: [
      ("<c r=\"C2\"><v>5</v></c>", "5"),
      ("<c r=\"C2\"><v>2680895.262000002</v></c>", "2680895.262000002"),
      ("<c r=\"C2\"><v>5327231.0609999998</v></c>", "5327231.061"),
      ("<c r=\"C2\"><v>1.53011473E8</v></c>", "153011473"),
      ("<c r=\"C2\" t=\"n\"><v>-0.5</v></c>", "-0.5"),
      ("<c r=\"C2\" t=\"str\"><f>A1</f><v>1,234</v></c>", "1,234"),
      ("<c r=\"C2\" t=\"b\"><v>1</v></c>", "TRUE"),
      ("<c r=\"C2\" t=\"b\"><v>0</v></c>", "FALSE"),
      ("<c r=\"C2\" t=\"d\"><v>1990-07-01</v></c>", "1990-07-01"),
      ("<c r=\"C2\" t=\"inlineStr\"><is><t>.</t><r><t>.</t></r></is></c>", ".."),
      ("<c r=\"C2\"><f>1+1</f><v>2</v></c>", "2"),
      ("<c><v>8</v></c>", "8"),
    ])
  func types(cell: String, text: String) throws {
    let table = try read(book(cell))
    #expect(table.text(0, 2) == text)
    #expect(table.text(1, 0) == "Canada")
    #expect(table.notes.isEmpty)
  }

  @Test("A shared text may have runs, guides and escapes, and is one line")
  func sharedTexts() throws {
    var book = WorkbookBuilder([["area", "Sort order", "1990"], ["x", "1", "5"]])
    book.strings[1] =
      "<r><t>Sort</t></r><r><rPr><b/></rPr><t xml:space=\"preserve\">_x000D_\norder &amp; more</t>"
      + "</r><rPh sb=\"0\" eb=\"1\"><t>guide</t></rPh>"
    book.strings[2] = "<t>A_x005F_x_xZZZZ_</t>"
    let table = try read(book)
    #expect(table.header == ["area", "Sort  order & more", "1990"])
    #expect(table.text(0, 0) == "A_x_xZZZZ_")
    #expect(table.position(0, 2).line == 2)
  }

  @Test("An error is missing, with a note of where")
  func errors() throws {
    let table = try read(book("<c r=\"C2\" t=\"e\"><f>NA()</f><v>#N/A</v></c>"))
    #expect(table.text(0, 2).isEmpty)
    #expect(
      table.notes.map(\.description)
        == ["book.xlsx:Data!2: the error ‘#N/A’ is taken as missing: C2"])
    #expect(try table.tidied().missingCount == 1)
  }

  @Test("A formula without a result is missing, with a note of where")
  func uncomputed() throws {
    for cell in ["<c r=\"C2\"><f>A1</f></c>", "<c r=\"C2\"><f>A1</f><v></v></c>"] {
      let table = try read(book(cell))
      #expect(table.text(0, 2).isEmpty)
      #expect(table.notes.count == 1)
      #expect(table.notes[0].text.hasPrefix("a formula has no result in the file"))
    }
  }

  @Test("Per cents are read as the fractions that they are, and said so")
  func percentages() throws {
    let table = try read(
      book("<c r=\"C2\" s=\"1\"><v>0.029</v></c>", format: "<xf numFmtId=\"10\"/>"))
    #expect(table.text(0, 2) == "0.029")
    #expect(
      table.notes.map(\.text)
        == ["shown as per cent, read as the fraction that the cell holds: C2"])
  }

  @Test("A hidden row is read, and said so")
  func hiddenRow() throws {
    var book = book("<c r=\"C2\"><v>5</v></c>")
    book.sheets[0].data.replace("<row r=\"2\">", with: "<row r=\"2\" hidden=\"1\">")
    let table = try read(book)
    #expect(table.rowCount == 2)
    #expect(table.notes.map(\.text) == ["a hidden row is read as the others are"])
  }

  // MARK: Dates

  @Test(
    "A number that is shown as a date is one",
    arguments: [
      ("14", "", "43647", false, "2019-07-01"), ("14", "", "1", false, "1900-01-01"),
      ("14", "", "59", false, "1900-02-28"), ("14", "", "61", false, "1900-03-01"),
      ("14", "", "2958465", false, "9999-12-31"), ("22", "", "43647.75", false, "2019-07-01"),
      ("14", "", "0", true, "1904-01-01"), ("14", "", "42185", true, "2019-07-01"),
      ("17", "", "43647", false, "2019-07"), ("164", "yyyy", "43647", false, "2019"),
      ("164", "[$-409]d\\ mmm\\ yyyy;@", "43647", false, "2019-07-01"),
      ("164", "mmm\\-yy", "43647", false, "2019-07"),
      ("164", "#,##0", "43647", false, "43647"), ("164", "0\" years\"", "43647", false, "43647"),
      ("164", "[Red]0.0", "43647", false, "43647"), ("45", "", "0.5", false, "0.5"),
    ])
  func dates(
    id: String, code: String, number: String, countsFrom1904: Bool, text: String
  ) throws {
    var book = book(
      "<c r=\"C2\" s=\"1\"><v>\(number)</v></c>", format: "<xf numFmtId=\"\(id)\"/>")
    if !code.isEmpty {
      let escaped = code.replacing("\"", with: "&quot;")
      book.formats = "<numFmt numFmtId=\"\(id)\" formatCode=\"\(escaped)\"/>"
    }
    if countsFrom1904 { book.properties = "<workbookPr date1904=\"1\"/>" }
    let table = try read(book)
    #expect(table.text(0, 2) == text)
    #expect(table.notes.isEmpty)
  }

  @Test("A day that there is not is a number, and said so", arguments: ["60", "-1", "2958466"])
  func impossibleDays(number: String) throws {
    let table = try read(
      book("<c r=\"C2\" s=\"1\"><v>\(number)</v></c>", format: "<xf numFmtId=\"14\"/>"))
    #expect(table.text(0, 2) == number)
    #expect(table.notes.map(\.text) == ["shown as a date that there is not, read as a number: C2"])
  }

  // MARK: Merged cells

  @Test("Merged cells hold what their first holds; a title stays one cell, a number is not doubled")
  func merged() throws {
    var book = WorkbookBuilder()
    book.add(
      "Data",
      [
        ["Stock by region", "", "", ""], ["region", "area", "year", "value"],
        ["Africa", "Algeria", "1990", "5"], ["", "Angola", "1990", "6"],
        ["Asia", "India", "1990", "7"], ["", "Iran", "1990", ""],
      ],
      after: "<mergeCells><mergeCell ref=\"A1:D1\"/><mergeCell ref=\"A3:A4\"/>"
        + "<mergeCell ref=\"A5:A6\"/><mergeCell ref=\"D5:D6\"/></mergeCells>")
    let table = try read(book)
    #expect(table.headerLine == 2)
    #expect(table.cells.map { $0[0] } == ["Africa", "Africa", "Asia", "Asia"])
    #expect(table.cells.map { $0[3] } == ["5", "6", "7", ""])
    #expect(
      table.notes.map(\.description) == [
        "book.xlsx:Data!5: merged cells hold one number for several; only the first is read: D5"
      ])
  }

  // MARK: Damage

  @Test(
    "What is damaged is refused with its place",
    arguments: [
      ("<c r=\"C2\" t=\"s\"><v>99</v></c>", "C2 names a text that the workbook does not have"),
      ("<c r=\"A2\"><v>1</v></c>", "the cells are not in order in row 2"),
      ("<c r=\"C7\"><v>1</v></c>", "the cells are not in order in row 2"),
      ("<c r=\"ZZZZ2\"><v>1</v></c>", "‘ZZZZ2’ is no place of a cell"),
      ("<c r=\"XFE2\"><v>1</v></c>", "the cells are not in order in row 2"),
      ("</row><row r=\"1\">", "row 1 follows row 2"),
      ("</row><row r=\"1048577\">", "row 1048577 follows row 2"),
    ])
  func damagedCells(cell: String, what: String) throws {
    let error = try error(book(cell))
    #expect(error.kind == .workbook)
    #expect(error.summary == "the workbook is damaged: \(what)")
    #expect(error.position == Position(file: "book.xlsx", sheet: "Data"))
  }

  @Test("XML that is not well-formed is refused with its part and line")
  func malformed() throws {
    let error = try error(book("<c r=\"C2\"><v>1</c>"))
    #expect(error.kind == .workbook)
    expectProblem(
      error, "the workbook is damaged: xl/worksheets/sheet1.xml, line 1: mismatched tag",
      file: "book.xlsx", remedy: "open it in a spreadsheet")
  }

  @Test("Entities that unfold are not followed")
  func entities() throws {
    let members = WorkbookBuilder(Self.rows).members.map { name, content in
      name == "xl/sharedStrings.xml"
        ? (
          name,
          "<!DOCTYPE a [<!ENTITY b \"bbbb\"><!ENTITY c \"&b;&b;\">]><sst><si><t>&c;</t></si></sst>"
        ) : (name, content)
    }
    let error = try #require(throws: ReadingError.self) { try table(ZipBuilder(members).bytes) }
    #expect(error.kind == .workbook)
    #expect(error.summary.hasSuffix("it declares a document type, which no workbook does"))
  }

  @Test("Cells strewn over a sheet do not fill the memory")
  func strewn() throws {
    var book = WorkbookBuilder(Self.rows)
    for row in 100..<1300 {
      book.sheets[0].data += "<row r=\"\(row)\"><c r=\"A\(row)\"><v>1</v></c></row>"
    }
    book.sheets[0].data += "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>"
    let error = try error(book)
    #expect(error.kind == .workbook)
    #expect(
      error.summary == "its 1211 filled cells are strewn over 1205 rows and 16384 columns")
  }

  @Test("A part that is not there is said")
  func noSheet() throws {
    let members = WorkbookBuilder(Self.rows).members.filter { !$0.0.contains("sheet1") }
    let error = try #require(throws: ReadingError.self) { try table(ZipBuilder(members).bytes) }
    #expect(error.summary == "the workbook is damaged: the sheet ‘Data’ is not in it")
  }

  @Test("An empty sheet is said to be, with the others")
  func empty() throws {
    var book = WorkbookBuilder([[], ["", ""]])
    let alone = try error(book)
    #expect(alone.kind == .empty)
    #expect(alone.description == "book.xlsx:Data: the sheet is empty")
    #expect(alone.remedy?.hasPrefix("It is the only sheet of the workbook") == true)
    book.add("Stock", [["area", "year", "value"], ["World", "1990", "5"]])
    let other = try error(book, ReadingOptions(sheet: "Data"))
    #expect(other.remedy == "The other sheet is ‘Stock’: choose it by --sheet.")
    book.add("Notes", [["x"]], state: "hidden")
    let others = try error(book, ReadingOptions(sheet: "Data"))
    #expect(
      others.remedy == "The other sheets are ‘Stock’, ‘Notes’ (hidden): choose one by --sheet.")
    #expect(try read(book).cells == [["World", "1990", "5"]])
    let stream = RecordStream(
      .bytes(book.bytes, name: "book.xlsx"), options: ReadingOptions(sheet: "Data"))
    let streamed = #expect(throws: ReadingError.self) { try stream.forEach { _ in } }
    #expect(streamed?.kind == .empty)
  }

  @Test("A sheet of errors alone is not called empty, one of a single column not told a delimiter")
  func nearlyEmpty() throws {
    var errors = WorkbookBuilder([[]])
    errors.sheets[0].data = "<row r=\"1\"><c r=\"A1\" t=\"e\"><v>#N/A</v></c></row>"
    #expect(
      try error(errors).summary
        == "the sheet holds nothing but errors and formulas without a result")
    let column = try error(WorkbookBuilder([["area"], ["World"], ["Canada"]]))
    #expect(column.kind == .noTable)
    #expect(column.remedy?.hasPrefix("Choose another sheet by --sheet") == true)
  }

  // MARK: Records

  private func records(
    _ book: WorkbookBuilder
  ) throws -> (lines: [String], tally: RecordStream.Tally) {
    var bytes: [UInt8] = []
    let tally = try RecordStream(.bytes(book.bytes, name: "book.xlsx")).forEach {
      bytes += $0.jsonLines
    }
    return (String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init), tally)
  }

  @Test("Each blank row is a record, and counted")
  func blankRows() throws {
    let book = WorkbookBuilder([
      [], [], ["area", "year", "value"], ["World", "1990", "5"], [], [], ["Canada", "1990", "7"],
    ])
    let table = try read(book)
    #expect(table.account.read == 7)
    #expect(table.account.setAside.map(\.reason) == ["preamble", "blank"])
    #expect(table.account.setAside.map(\.count) == [2, 2])
    #expect(table.setAside.map(\.lines) == [1...2, 5...6])
    #expect(table.account.addsUp)
    #expect(table.position(1).line == 7)
    let (lines, tally) = try records(book)
    #expect(lines.count == 7)
    #expect(lines[4...5] == ["[]", "[]"])
    #expect(tally.blank == 4)
  }

  @Test("What records of a sheet lose or are filled with is said")
  func recordNotes() throws {
    let (lines, tally) = try records(
      book("<c r=\"C2\" t=\"e\"><f>NA()</f><v>#N/A</v></c>"))
    #expect(lines[1] == "[\"World\",\"1990\",\"\"]")
    #expect(
      tally.notes.map(\.description)
        == ["book.xlsx:Data!2: the error ‘#N/A’ is taken as missing: C2"])
    var merged = WorkbookBuilder()
    merged.add(
      "Data",
      [
        ["Stock by region", "", ""], ["region", "area", "1990"], ["Africa", "Algeria", "5"],
        ["", "Angola", "6"], ["Asia", "India", "7"], ["", "Iran", "8"],
      ],
      after: "<mergeCells><mergeCell ref=\"A1:C1\"/><mergeCell ref=\"A3:A4\"/>"
        + "<mergeCell ref=\"A5:A6\"/></mergeCells>")
    let filled = try records(merged)
    #expect(filled.lines[3] == "[\"Africa\",\"Angola\",\"6\"]")
    #expect(
      filled.tally.notes.map(\.description) == [
        "book.xlsx:Data!3: the text of merged cells stands in each cell that they cover: A3 and 1 "
          + "more"
      ])
    // A table takes merged cells for what they show, which is no guess.
    #expect(try read(merged).notes.isEmpty)
    #expect(try records(WorkbookBuilder(Self.rows)).tally.notes.isEmpty)
  }
}
