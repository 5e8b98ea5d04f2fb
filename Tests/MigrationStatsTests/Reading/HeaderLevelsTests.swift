import Testing

@testable import MigrationStats

@Suite("Headers of two lines")
struct HeaderLevelsTests {
  @Test("Years stand under what they are of, which stands over the first of them")
  func under() throws {
    let levels = try #require(
      HeaderLevels(
        upper: ["Area", "Code", "Stock (both sexes)", "", "Stock (male)"],
        lower: ["", "", "1990", "2000", "1990", "2000"]))
    #expect(levels.times == [nil, nil, "1990", "2000", "1990", "2000"])
    #expect(
      levels.groups
        == [
          "", "", "Stock (both sexes)", "Stock (both sexes)", "Stock (male)", "Stock (male)",
        ])
    #expect(
      levels.names == [
        "Area", "Code", "Stock (both sexes), 1990", "Stock (both sexes), 2000",
        "Stock (male), 1990", "Stock (male), 2000",
      ])
  }

  @Test("Merged cells say it over each of them, and names in both lines")
  func merged() throws {
    let levels = try #require(
      HeaderLevels(
        upper: ["Area", "Stock", "Stock", "Rate"], lower: ["Area", "1990", "2000", "1990-2000"]))
    #expect(levels.times == [nil, "1990", "2000", "1990-2000"])
    #expect(levels.names == ["Area", "Stock, 1990", "Stock, 2000", "Rate, 1990-2000"])
  }

  @Test("What years are of may stand under them, the same under each")
  func over() throws {
    let levels = try #require(
      HeaderLevels(
        upper: ["Area", "1990", "", "2000"], lower: ["", "Male", "Female", "Female", "Male"]))
    #expect(levels.times == [nil, "1990", "1990", "2000", "2000"])
    #expect(levels.groups == ["", "Male", "Female", "Female", "Male"])
    #expect(levels.names[1] == "Male, 1990")
  }

  @Test(
    "A row of values is no part of the header",
    arguments: [
      (["area", "year", "value"], ["Canada", "1990", "2000"]),
      (["Area", "1990", "2000"], ["Canada", "1990", "2000"]),
      (["Area", "1990", "2000"], ["Canada", "..", ".."]),
      (["Area", "1990", "", "2000"], ["Canada", "..", "5", ".."]),
      (["Area", "1990", "", "2000"], ["Canada", "b", "5", "6"]),
      (["Area", "Stock", "", "Rate"], ["Canada", "1990", "2000", "7"]),
      (["Area", "1990", "", "2000"], ["", "Male", "Female", "Male"]),
      (["Area", "1990", "", "2000"], ["", "Male", "Female", "Male", "Total"]),
      (["Area", "", "", ""], ["", "1990", "2000", ""]),
    ])
  func rows(upper: [String], lower: [String]) {
    #expect(HeaderLevels(upper: upper, lower: lower) == nil)
  }
}
