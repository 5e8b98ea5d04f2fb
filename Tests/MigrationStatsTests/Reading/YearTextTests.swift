import Testing

@testable import MigrationStats

@Suite("The text of a cell as a year")
struct YearTextTests {
  @Test(
    "Years as publishers write them",
    arguments: [
      ("1990", 1990), ("YR1990", 1990), ("1990 [YR1990]", 1990), (" 2024 ", 2024), ("1500", 1500),
      ("2300", 2300), ("\u{A0}1990", 1990),
    ])
  func years(text: String, year: Int) {
    #expect(YearText.year(in: text) == year)
  }

  @Test(
    "What is not a year",
    arguments: [
      "", "90", "199", "19900", "1499", "2301", "yr1990", "YR 1990", "1990 [YR1991]",
      "1990[YR1990]", "1990.0", "1990/91", "1990-91", "-1990", "19a0", "Year", "1990 [YR199]",
      "YR199", "٢٠٢٤",
    ])
  func notYears(text: String) {
    #expect(YearText.year(in: text) == nil)
  }
}
