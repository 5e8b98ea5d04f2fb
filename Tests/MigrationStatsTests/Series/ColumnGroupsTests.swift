import Testing

@testable import MigrationStats

@Suite("What a header of two lines says of its columns")
struct ColumnGroupsTests {
  private func groups(_ labels: [String]) -> [(String, String?)] {
    let groups = ColumnGroups(labels).groups
    return labels.map { (groups[$0]?.quantity ?? "", groups[$0]?.sex) }
  }

  @Test(
    "Labels that a sex tells apart are of one quantity",
    arguments: [
      (["Stock (both sexes)", "Stock (male)", "Stock (female)"], "Stock"),
      (
        [
          "Total population of both sexes (thousands)g", "Total male population (thousands)",
          "Total female population (thousands)",
        ], "Total population (thousands)"
      ),
      (["Both sexes", "Male", "Female"], ""), (["Total", "Men", "Women"], ""),
    ])
  func sexes(labels: [String], quantity: String) {
    let groups = groups(labels)
    #expect(groups.map(\.0) == [quantity, quantity, quantity])
    #expect(groups.map(\.1) == ["both", "male", "female"])
  }

  @Test("Labels that no sex tells apart are quantities")
  func quantities() {
    let groups = groups(["Refugees (both sexes)", "Refugees as a share"])
    #expect(groups.map(\.0) == ["Refugees (both sexes)", "Refugees as a share"])
    #expect(groups.map(\.1) == [nil, nil])
  }

  @Test("One label is a quantity, whatever sex it names")
  func one() {
    let groups = groups(["Female migrants as a percentage"])
    #expect(groups.map(\.0) == ["Female migrants as a percentage"])
    #expect(groups.map(\.1) == [nil])
  }

  @Test("A table with two lines of header gives a series a sex, from text as from a workbook")
  func tidied() throws {
    let lines = [
      ["", "", "", "", ""], ["Area", "Code", "Stock (both sexes)", "", "Stock (female)", ""],
      ["", "", "1990", "2000", "1990", "2000"], ["World", "900", "153", "173", "75", "85"],
      ["Canada", "124", "4", "5", "..", "3"],
    ]
    let text = lines.map { $0.joined(separator: ",") }.joined(separator: "\n") + "\n"
    let panels = [
      try panel(text),
      try table(WorkbookBuilder(lines).bytes, name: "book.xlsx").tidied(),
    ]
    for panel in panels {
      #expect(panel.keyNames == ["sex"])
      #expect(panel.missingCount == 1)
      let found = panel.series.map { series in
        [series.area.code ?? "", series.keys.map(\.value).joined(), series.quantity.name]
          + series.observations.map { "\($0.year) \(Numerals.exact($0.value)) \($0.lines)" }
      }
      #expect(
        found == [
          ["WLD", "both", "Stock", "1990 153 [4]", "2000 173 [4]"],
          ["CAN", "both", "Stock", "1990 4 [5]", "2000 5 [5]"],
          ["WLD", "female", "Stock", "1990 75 [4]", "2000 85 [4]"],
          ["CAN", "female", "Stock", "2000 3 [5]"],
        ])
    }
  }

  @Test("Sexes under years")
  func sexesUnderYears() throws {
    let panel = try panel(
      "Area,1990,,2000,\n,Male,Female,Male,Female\nWorld,1,2,3,4\nCanada,5,6,7,8\n")
    #expect(panel.keyNames == ["sex"])
    #expect(
      panel.series.map { $0.observations.map(\.value) } == [[1, 3], [5, 7], [2, 4], [6, 8]])
    #expect(
      panel.series.map { $0.keys.map(\.value) } == [["male"], ["male"], ["female"], ["female"]])
  }

  @Test("Quantities side by side are told apart by a key, and their units known")
  func quantitiesSideBySide() throws {
    let panel = try panel(
      "Area,Stock,,Population (thousands),\n,1990,2000,1990,2000\nWorld,1,2,3,4\n")
    #expect(panel.keyNames == ["quantity"])
    #expect(panel.series.map(\.quantity.name) == ["Stock", "Population"])
    #expect(panel.series.map(\.unit.name) == ["not stated", "thousands"])
  }

  @Test("A year twice under one label is refused")
  func twice() throws {
    let error = try #require(throws: TidyingError.self) {
      try panel("Area,Stock,,\n,1990,2000,1990\nWorld,1,2,3\n")
    }
    #expect(error.kind == .layout)
    #expect(error.summary == "two columns are headed 1990: the 2nd and the 4th")
  }
}
