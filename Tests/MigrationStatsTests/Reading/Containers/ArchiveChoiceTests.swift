import Testing

@testable import MigrationStats

@Suite("The member of an archive that is the table")
struct ArchiveChoiceTests {
  private static let data = """
    "Data Source","World Development Indicators",

    "Country Name","Country Code","Indicator Name","Indicator Code","1990","1991",
    "Canada","CAN","Stock","SM.POP","5","6",
    "Newland","NWL","Stock","SM.POP","1","2",
    "Old and new lands","ONL","Stock","SM.POP","3","4",

    """
  private static let countries = """
    "Country Code","Region","IncomeGroup","SpecialNotes","TableName",
    "CAN","North America","High income","","Canada",
    "NWL","South Asia","Low income","","Newland, Rep.",
    "ONL","","","lands","Old and new lands",

    """
  private static let download = [
    ("Metadata_Indicator_API_SM.csv", "a,b\n1,2\n"),
    ("API_SM.csv", "\u{FEFF}" + data),
    ("Metadata_Country_API_SM.csv", "\u{FEFF}" + countries),
  ]

  private func read(
    _ members: [(String, String)], _ options: ReadingOptions = ReadingOptions()
  ) throws -> Table {
    try table(ZipBuilder(members).bytes, name: "stock.zip", options: options)
  }

  @Test("The data of a World Bank download are chosen, with the reason")
  func worldBank() throws {
    let table = try read(Self.download)
    #expect(
      table.origin.steps == [
        Origin.Step(
          container: "ZIP archive", chosen: "API_SM.csv",
          reason: "the only table that is no metadata",
          others: ["Metadata_Indicator_API_SM.csv", "Metadata_Country_API_SM.csv"])
      ])
    #expect(table.position(0).description == "stock.zip/API_SM.csv:4")
  }

  @Test("Its metadata say which codes that nobody else knows are countries and which are groups")
  func metadata() throws {
    let series = try read(Self.download).tidied().series
    #expect(series.map(\.area.code) == ["CAN", "NWL", "ONL"])
    #expect(series.map(\.area.kind) == [.country, .country, .aggregate])
    #expect(series.map(\.area.name) == ["Canada", "Newland", "Old and new lands"])
    let alone = try read([("API_SM.csv", Self.data)]).tidied().series
    #expect(alone.map(\.area.kind) == [.country, .unknown, .unknown])
  }

  @Test("What programs leave behind and what is no table is passed over")
  func litter() throws {
    let table = try read([
      ("__MACOSX/._stock.csv", "x"), ("data/", ""), ("data/.DS_Store", "x"),
      ("data/stock.csv", "area,year,value\nWorld,1990,5\n"), ("data/about.pdf", "%PDF"),
    ])
    #expect(table.origin.steps[0].chosen == "data/stock.csv")
    #expect(table.origin.steps[0].reason == "the only table in it")
    #expect(table.origin.steps[0].others == ["data/about.pdf"])
  }

  @Test("A file alone is taken whatever it is called")
  func alone() throws {
    let table = try read([("download", "area,year,value\nWorld,1990,5\n")])
    #expect(table.origin.steps[0].reason == "the only file in it")
  }

  private static let two = [
    ("stock.csv", "area,year,value\nWorld,1990,5\n"),
    ("flow.csv", "area,year,value\nWorld,1990,7\n"),
  ]

  @Test("Two tables are refused until one is told")
  func undecided() throws {
    let error = try #require(throws: ReadingError.self) { try read(Self.two) }
    #expect(error.kind == .noPart)
    expectProblem(
      error, "2 files in the archive could be the table", file: "stock.zip",
      remedy: "They are ‘stock.csv’, ‘flow.csv’. Choose one: --member 'stock.csv'.")
    let told = try read(Self.two, ReadingOptions(member: "FLOW.csv"))
    #expect(told.cells == [["World", "1990", "7"]])
    #expect(told.origin.steps[0].reason == "told")
  }

  @Test("A member that is not there is answered with those that are spelt alike")
  func notThere() throws {
    let error = try #require(throws: ReadingError.self) {
      try read(Self.two, ReadingOptions(member: "stok.csv"))
    }
    #expect(error.kind == .noPart)
    expectProblem(
      error, "there is no member ‘stok.csv’ in the archive", file: "stock.zip",
      remedy: "Did you mean ‘stock.csv’?")
  }

  @Test("A member told of what is no archive is a mistake")
  func noArchive() throws {
    let error = try #require(throws: ReadingError.self) {
      try table("area,year\nA,1990\n", options: ReadingOptions(member: "a.csv"))
    }
    #expect(error.kind == .noPart)
    #expect(error.summary == "there is no member ‘a.csv’: this is no archive")
  }

  /// An archive with tables, in an archive.
  private func nested(_ members: [(String, String)]) -> [UInt8] {
    var outer = ZipBuilder()
    outer.members = [ZipBuilder.Member(name: "tables.zip", content: ZipBuilder(members).bytes)]
    return outer.bytes
  }

  private func error(_ bytes: [UInt8], member: String? = nil) throws -> ReadingError {
    try #require(throws: ReadingError.self) {
      try table(bytes, name: "all.zip", options: ReadingOptions(member: member))
    }
  }

  @Test("A member of an archive in an archive is told by one path")
  func path() throws {
    let bytes = nested(Self.two)
    let undecided = try error(bytes)
    #expect(
      undecided.remedy
        == "They are ‘stock.csv’, ‘flow.csv’. Choose one: --member 'tables.zip/stock.csv'.")
    for member in ["tables.zip/flow.csv", "tables.zip/FLOW.csv"] {
      let told = try table(bytes, name: "all.zip", options: ReadingOptions(member: member))
      #expect(told.cells == [["World", "1990", "7"]])
      #expect(told.origin.steps.map(\.reason) == ["told", "told"])
      #expect(
        Inspection(told).command
          == "stats tidy all.zip --member tables.zip/flow.csv --delimiter , --layout long")
    }
    let single = nested([Self.two[0]])
    for member in [nil, "tables.zip", "tables.zip/stock.csv"] {
      let told = try table(single, options: ReadingOptions(member: member))
      #expect(told.cells == [["World", "1990", "5"]])
      #expect(told.origin.steps.map(\.chosen) == ["tables.zip", "stock.csv"])
    }
  }

  @Test("A path that leads nowhere says where it ends")
  func noPath() throws {
    let near = try error(nested(Self.two), member: "tables.zip/stok.csv")
    expectProblem(
      near, "there is no member ‘stok.csv’ in the archive", file: "all.zip/tables.zip",
      remedy: "Did you mean ‘tables.zip/stock.csv’?")
    let beyond = try error(nested(Self.two), member: "tables.zip/stock.csv/x")
    #expect(beyond.kind == .noPart)
    expectProblem(
      beyond, "there is no member ‘x’: ‘tables.zip/stock.csv’ is no archive",
      file: "all.zip/tables.zip/stock.csv",
      remedy: "Tell the member alone: --member 'tables.zip/stock.csv'.")
  }

  @Test("A workbook in an archive is read, and a table in a gzip file")
  func nested() throws {
    var zip = ZipBuilder()
    zip.members = [
      ZipBuilder.Member(
        name: "book.xlsx",
        content: WorkbookBuilder([["area", "year", "value"], ["World", "1990", "5"]]).bytes)
    ]
    let book = try table(zip.bytes, name: "stock.zip")
    #expect(book.position(0, 2).description == "stock.zip/book.xlsx:Data!2, column ‘value’")
    #expect(book.origin.steps.map(\.container) == ["ZIP archive", "Excel workbook"])
    zip.members = [ZipBuilder.Member(name: "a.csv.gz", content: gzipped("area,year\nA,1990\n"))]
    #expect(try table(zip.bytes).cells == [["A", "1990"]])
  }
}
