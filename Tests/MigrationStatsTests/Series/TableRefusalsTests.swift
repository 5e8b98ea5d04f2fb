import Testing

@testable import MigrationStats

@Suite("Tables that are refused as a whole")
struct TableRefusalsTests {
  private func error(_ text: String) throws -> TidyingError {
    try #require(throws: TidyingError.self) { try panel(text) }
  }

  // MARK: A second header

  @Test(
    "A second header with other years is no row: the rows below it are of those years",
    arguments: [
      ("Country,1990,2000\nFrance,5,6\nSpain,1,2\n\nCountry,1995,2005\nItaly,7,8\nPoland,9,9\n", 5),
      ("Country,1990,2000\nFrance,5,6\nCountry,1995,2005\nSpain,6,7\n", 3),
      ("Country,1990,2000\nFrance,5,6\ncountry ,1995,2005\nSpain,6,7\n", 3),
      ("Country,1990,2000\nFrance,1800,1900\nArea,1995,2005\nSpain,6,7\n", 3),
      ("Country,Code,1990,2000\nFrance,FRA,5,6\nCountry,Code,1995,2005\nSpain,ESP,6,7\n", 3),
    ])
  func secondHeader(text: String, line: Int) throws {
    let found = try error(text)
    #expect(found.kind == .layout)
    expectProblem(
      found,
      "the line is a second header, with years of its own (1995, 2005): the file holds two tables",
      line: line, remedy: "Put each table, with its header, in a file of its own.")
  }

  @Test("Many years of a second header are named in part, and one alone is enough")
  func yearsOfSecondHeader() throws {
    let many = try error(
      "area,1990,1991,1992,1993,1994\nFrance,1,2,3,4,5\narea,2000,2001,2002,2003,2004\nSpain,1,2,3,4,5\n"
    )
    #expect(many.summary.contains("(2000, 2001, 2002, 2003, …)"))
    let one = try error("area,1990\nFrance,1\narea,2000\nSpain,1\n")
    #expect(one.summary.contains("(2000)"))
    #expect(one.position.line == 3)
  }

  @Test("Values that look like years are values, and the same header is set aside")
  func noSecondHeader() throws {
    let values = try panel("area,1990,2000,2010\nFrance,1995,2005,1900\nSpain,1600,1700,1800\n")
    #expect(values.series.map { $0[1990]?.value } == [1995, 1600])
    let repeated = try panel("area,1990,2000\nFrance,5,6\narea,1990,2000\nSpain,7,8\n")
    #expect(repeated.series.map { $0[1990]?.value } == [5, 7])
  }

  // MARK: Deletions

  private func sdmx(_ rows: [String]) -> String {
    (["STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,SEX,TIME_PERIOD,OBS_VALUE,OBS_STATUS"] + rows)
      .map { "\($0)\n" }.joined()
  }

  @Test("Rows that delete values are no data, and the file is refused", arguments: ["D", "Delete"])
  func deletions(action: String) throws {
    let one = try error(
      sdmx([
        "dataflow,ESTAT:X(1.0),I,A,FR,F,2000,5,A",
        "dataflow,ESTAT:X(1.0),\(action),A,DE,F,2000,6,P",
      ]))
    #expect(one.kind == .layout)
    expectProblem(
      one, "the row deletes a value (‘\(action)’): the file holds changes, not data", line: 3,
      column: "ACTION", remedy: "Download the data themselves")
    let two = try error(
      sdmx([
        "dataflow,ESTAT:X(1.0),\(action),A,FR,F,2000,,",
        "dataflow,ESTAT:X(1.0),\(action),A,DE,F,,,",
      ]))
    #expect(two.summary.hasSuffix(", as do 1 more: the file holds changes, not data"))
    #expect(two.position.line == 2)
  }

  @Test("Whether a row is new or replaced tells no series apart")
  func actions() throws {
    let panel = try panel(
      sdmx([
        "dataflow,ESTAT:X(1.0),I,A,FR,F,2000,5,A", "dataflow,ESTAT:X(1.0),A,A,FR,F,2001,6,A",
        "dataflow,ESTAT:X(1.0),R,A,DE,F,2000,6,P", "dataflow,ESTAT:X(1.0),M,A,DE,F,2001,7,P",
      ]))
    #expect(panel.keyNames == ["SEX"])
    #expect(panel.series.map(\.years) == [[2000, 2001], [2000, 2001]])
    #expect(panel.notes.isEmpty)
    // In other files it is a column like any.
    let other = try MigrationStatsTests.panel(
      "area,action,year,value\nFrance,D,2000,5\nFrance,I,2000,6\n")
    #expect(other.keyNames == ["action"])
  }
}
