import Testing

@testable import MigrationStats

@Suite("Columns of a long table that come out nowhere")
struct LeftOutColumnsTests {
  private func leftOut(
    _ text: String, _ options: TidyingOptions = TidyingOptions()
  ) throws -> [String] {
    try panel(text, options).notes.map(\.description).filter { $0.contains("left out") }
  }

  private func note(_ names: String) -> String {
    "stock.csv:1: left out, as neither values nor keys (told with --value-column or --key-column): "
      + names
  }

  @Test(
    "Columns beside the values are named",
    arguments: [
      (
        "Country,Year,Value,Lower,Upper\nFrance,2000,5,4,6\nFrance,2010,6,5,7\nSpain,2000,6,5,7\n",
        "‘Lower’, ‘Upper’"
      ),
      (
        "Country,Year,Value,Rank,SE\nFrance,2000,5,1,0.5\nFrance,2010,6,2,0.5\nSpain,2000,5,1,0.5\n",
        "‘Rank’, ‘SE’"
      ),
      ("Country,Year,Value,Lower,Upper\nFrance,2000,5,4,6\nSpain,2000,6,5,7\n", "‘Lower’, ‘Upper’"),
      (
        "Country,Comment,Year,Value\nFrance,provisional,2000,5\nFrance,check,2001,6\nSpain,,2000,7\n",
        "‘Comment’"
      ),
      ("Country,Notes,Year,Value\nFrance,x,2000,5\nSpain,y,2000,6\n", "‘Notes’"),
      ("Id,Area,Year,Value\n00123,France,2000,5\n12345,France,2001,6\n", "‘Id’"),
      (
        "area,age,age label,year,value\nCanada,Y1,under 1,1990,5\nCanada,Y2,under 2,1990,6\n",
        "‘age label’"
      ),
      (
        "geo,TIME_PERIOD,OBS_VALUE,OBS_STATUS,OBS_FLAG\nFRA,2000,5,A,b\nESP,2000,6,A,p\n",
        "‘OBS_FLAG’"
      ),
    ])
  func named(text: String, names: String) throws {
    #expect(try leftOut(text) == [note(names)])
    #expect(try panel(text).keyNames.allSatisfy { !names.contains("‘\($0)’") })
  }

  @Test(
    "What comes out, and what says nothing of its own, is not named",
    arguments: [
      "area,code,m49,year,value\nFrance,FRA,250,2000,5\nSpain,ESP,724,2000,6\n",
      "area,dataset,year,value\nFrance,x,2000,5\nSpain,x,2000,6\n",
      "area,year,value,rounding,bound,words\nFrance,2000,5,1,,five\nSpain,2000,6,,over,six\n",
      "area,year,value,note,source\nFrance,2000,5,a,b\nSpain,2000,6,,c\n",
      "area,indicator,indicator code,year,value\nFrance,Stock,S,2000,5\nFrance,Flow,F,2000,6\n",
      "area,year,value,further_flags,Footnotes\nFrance,2000,5,c,(1)\nSpain,2000,6,,(2)\n",
      "area,year,value,comment\nFrance,2000,5,\nSpain,2000,6,\n",
    ])
  func kept(text: String) throws {
    #expect(try leftOut(text).isEmpty)
  }

  @Test("Labels of SDMX's codes are not named, its further attributes are")
  func labels() throws {
    let text = """
      STRUCTURE,STRUCTURE_ID,ACTION,citizen,Country of citizenship,geo,Geopolitical entity,TIME_PERIOD,Time,OBS_VALUE,Label,CONF
      dataflow,X(1.0),I,SY,Syria,AT,Austria,2014,,5,,F
      dataflow,X(1.0),I,SY,Syria,AT,Austria,2015,,5,,F
      dataflow,X(1.0),I,AF,Afghanistan,AT,Austria,2014,,6,,F
      dataflow,X(1.0),I,AF,Afghanistan,AT,Austria,2015,,6,,F
      dataflow,X(1.0),I,AF,Afghanistan,FR,France,2014,,6,,F
      dataflow,X(1.0),I,AF,Afghanistan,FR,France,2015,,6,,F
      dataflow,X(1.0),I,SY,Syria,FR,France,2014,,6,,F

      """
    #expect(try panel(text).keyNames == ["citizen"])
    #expect(try leftOut(text).isEmpty)
    let attribute = """
      STRUCTURE,STRUCTURE_ID,ACTION,geo,Geopolitical entity,TIME_PERIOD,Time,OBS_VALUE,Label,CONF
      dataflow,X(1.0),I,AT,Austria,2014,,6,,N
      dataflow,X(1.0),I,AT,Austria,2015,,6,,F
      dataflow,X(1.0),I,FR,France,2015,,7,,F

      """
    #expect(try leftOut(attribute) == [note("‘CONF’")])
  }

  @Test("A column that is told is a value or a key, and what is not told is named still")
  func told() throws {
    let text = "area,year,value,lower,upper\nFrance,2000,5,4,6\nFrance,2010,6,5,7\n"
    #expect(
      try leftOut(text, TidyingOptions(valueColumns: ["value", "lower"])) == [note("‘upper’")])
    #expect(
      try leftOut(
        "area,sex,age,year,value\nFrance,f,young,2000,5\nFrance,f,old,2001,6\n",
        TidyingOptions(keyColumns: ["sex"])) == [note("‘age’")])
    // Who names every column has chosen.
    let all = TidyingOptions(
      layout: .long, areaColumn: "area", yearColumn: "year", valueColumns: ["value"])
    #expect(try leftOut(text, all).isEmpty)
  }

  @Test("The data sets of the project say nothing of columns that they describe themselves")
  func datasets() throws {
    let panels = try ["communique-2009", "world-migrant-stock", "migrant-stock"].map {
      try catalog().dataset($0).panel()
    }
    #expect(panels.allSatisfy { $0.notes.allSatisfy { !$0.text.contains("left out") } })
  }
}
