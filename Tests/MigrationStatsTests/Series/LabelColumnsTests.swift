import Testing

@testable import MigrationStats

@Suite("Labels beside codes")
struct LabelColumnsTests {
  private let sdmx = """
    STRUCTURE,STRUCTURE_ID,freq,Time frequency,citizen,Country of citizenship,sex,Sex,unit,Unit of measure,geo,Geopolitical entity (reporting),TIME_PERIOD,Time,OBS_VALUE,Observation value,OBS_FLAG,Observation status (Flag) V2 structure
    dataflow,ESTAT:MIGR(1.0),A,Annual,SY,Syria,T,Total,PER,Person,AT,Austria,2014,,12750,,,
    dataflow,ESTAT:MIGR(1.0),A,Annual,AF,Afghanistan,T,Total,PER,Person,AT,Austria,2014,,15815,,p,provisional
    dataflow,ESTAT:MIGR(1.0),A,Annual,SY,Syria,T,Total,PER,Person,EL,Greece,2014,,11060,,,

    """

  @Test("SDMX-CSV 2.0: labels are no keys beside their codes, the unit is in words")
  func second() throws {
    let panel = try panel(sdmx)
    #expect(panel.keyNames == ["citizen", "sex"])
    #expect(panel.series.map(\.area.code) == ["AUT", "AUT", "GRC"])
    #expect(panel.series.map(\.area.name) == ["Austria", "Austria", "Greece"])
    #expect(Set(panel.series.map(\.unit)) == [.persons])
    #expect(panel.series[0].keys == [Series.Key("citizen", "SY"), Series.Key("sex", "T")])
    #expect(panel.series[1][2014]?.status == .provisional)
    #expect(panel.series[0][2014]?.attributes["Country of citizenship"] == "Syria")
    #expect(panel.series[0][2014]?.value == 12750)
  }

  @Test("SDMX-CSV 1.0: codes and labels in one cell are taken apart")
  func first() throws {
    let text = """
      DATAFLOW,REF_AREA: Reference area,CITIZENSHIP: Citizenship,SEX: Sex,UNIT_MEASURE: Unit of measure,TIME_PERIOD: Time period,OBS_VALUE: Value,OBS_STATUS: Status
      OECD:DF_MIG(1.0),GRC: Greece,W: World,_T: Total,PS: Persons,2014,29510,A: Normal value
      OECD:DF_MIG(1.0),GRC: Greece,AFG: Afghanistan,_T: Total,PS: Persons,2014,12,P: Provisional value
      OECD:DF_MIG(1.0),NOR: Norway,W: World,_T: Total,PS: Persons,2014,,A: Normal value

      """
    let table = try table(text)
    #expect(table.header.prefix(3) == ["DATAFLOW", "REF_AREA", "Reference area"])
    #expect(table.text(0, 2) == "Greece")
    #expect(table.position(2, 1).line == 4)
    let panel = try table.tidied()
    #expect(panel.keyNames == ["CITIZENSHIP", "SEX"])
    let found = panel.series.map { series in
      [series.area.code ?? ""] + series.keys.map(\.value)
        + series.observations.map { "\($0.year) \($0.value) \($0.status.rawValue)" }
    }
    #expect(
      found == [
        ["GRC", "W", "_T", "2014 29510.0 A"], ["GRC", "AFG", "_T", "2014 12.0 P"],
        ["NOR", "W", "_T"],
      ])
    #expect(panel.series.map(\.unit) == [.persons, .persons, .persons])
  }

  @Test(
    "In other files a column that varies with the one before is its label, a constant one is none")
  func others() throws {
    let panel = try panel(
      """
      area,age,age label,year,value
      Canada,Y1,under 1,1990,5
      Canada,Y2,under 2,1990,6
      France,Y1,under 1,1990,7

      """)
    #expect(panel.keyNames == ["age"])
    #expect(panel.series[0][1990]?.attributes == ["age label": "under 1"])
    let differing = try MigrationStatsTests.panel(
      "area,age,sex,year,value\nCanada,Y1,f,1990,5\nCanada,Y1,m,1990,6\nFrance,Y2,f,1990,7\n")
    #expect(differing.keyNames == ["age", "sex"])
  }
}
