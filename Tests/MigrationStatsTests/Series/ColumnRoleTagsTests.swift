import Testing

@testable import MigrationStats

@Suite("Tags of the Humanitarian Exchange Language, and several columns of values")
struct ColumnRoleTagsTests {
  private func records(_ panel: Panel) -> [String] {
    panel.series.flatMap { series in
      series.observations.map { point in
        ([series.area.code ?? series.area.name] + series.keys.map { "\($0.name)=\($0.value)" }
          + ["\(point.year)", Numerals.exact(point.value), series.unit.name, "\(point.lines)"])
          .joined(separator: " ")
      }
    }
  }

  private let tagged = """
    ISO3,Name,When,Conflict Stock,Disaster New
    #country+code,#country+name,#date+year,#affected+idps+ind+stock,#affected+idps+ind+newdisp
    AFG,Afghanistan,2013,631000,15000
    AFG,Afghanistan,2018,2598000,
    TZA,Tanzania,2018,,10000

    """

  @Test("Tags are set aside, say what the columns hold, and what each value counts")
  func tags() throws {
    let panel = try panel(tagged)
    #expect(panel.keyNames == ["quantity"])
    #expect(
      records(panel) == [
        "AFG quantity=Conflict Stock 2013 631000 persons [3]",
        "AFG quantity=Conflict Stock 2018 2598000 persons [4]",
        "AFG quantity=Disaster New 2013 15000 persons [3]",
        "TZA quantity=Disaster New 2018 10000 persons [5]",
      ])
    let account = try #require(panel.account)
    #expect(account.addsUp)
    #expect(account.setAside == [RowAccount.Part(reason: "HXL tags", count: 1)])
    #expect(panel.notes.isEmpty)
  }

  @Test("One of several columns is told, or all of them")
  func told() throws {
    let one = try panel(tagged, TidyingOptions(valueColumns: ["Disaster New"]))
    #expect(one.keyNames.isEmpty)
    #expect(
      records(one) == ["AFG 2013 15000 persons [3]", "TZA 2018 10000 persons [5]"])
    let text = "area,year,stock,share (%)\nCanada,1990,5,0.5\nFrance,1990,6,\n"
    let error = try #require(throws: TidyingError.self) { try panel(text) }
    #expect(error.summary == "more than one column could hold the values: ‘stock’, ‘share (%)’")
    #expect(error.remedy?.contains("Where several are told, each is a quantity.") == true)
    let both = try panel(text, TidyingOptions(valueColumns: ["stock", "share (%)"]))
    #expect(
      records(both) == [
        "CAN quantity=stock 1990 5 not stated [2]", "FRA quantity=stock 1990 6 not stated [3]",
        "CAN quantity=share (%) 1990 0.5 % [2]",
      ])
    #expect(Set(both.series.map(\.quantity.name)) == ["stock", "share"])
  }

  @Test(
    "What tags say",
    arguments: [
      ("#date+year", ColumnRole.year), ("#country+code+v_iso3", .code), ("#country+name", .area),
      ("#country+code+origin", .dimension), ("#affected+refugees", .value),
      ("#meta+id", .attribute),
      ("#indicator+name", .quantity), ("#indicator+value+num", .value), ("#adm1 +name", .area),
    ])
  func roles(tag: String, role: ColumnRole) {
    #expect(ColumnRole(tag: tag) == role)
  }

  @Test(
    "What is no tag, or says nothing of use, names no role",
    arguments: ["", "year", "#date+start", "#x"])
  func none(tag: String) {
    #expect(ColumnRole(tag: tag) == nil)
  }

  @Test("A row of hashes and words is a row where it is not all tags")
  func rows() throws {
    let panel = try panel("area,year,value,note\nCanada,1990,5,#1\nFrance,1990,6,#b\n")
    #expect(panel.series.count == 2)
  }
}
