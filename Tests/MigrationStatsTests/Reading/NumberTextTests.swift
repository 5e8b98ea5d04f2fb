import Testing

@testable import MigrationStats

@Suite("The text of a cell as a number")
struct NumberTextTests {
  private func content(_ text: String, _ numbers: NumberText = NumberText()) -> NumberText.Content {
    numbers.content(of: ArraySlice(text.utf8))
  }

  private func value(_ text: String, _ numbers: NumberText = NumberText()) -> Double? {
    guard case .number(let numeral) = content(text, numbers) else { return nil }
    return numeral.value
  }

  private let comma = NumberText(decimalMark: UInt8(ascii: ","))

  @Test(
    "Numbers with a decimal dot",
    arguments: [
      ("0", 0), ("7", 7), ("+7", 7), ("-7", -7), ("−7", -7), ("99.8", 99.8), (".5", 0.5),
      ("-.5", -0.5), ("5.", 5), ("007", 7), ("1e3", 1000), ("1E3", 1000), ("1e+3", 1000),
      ("2.5e-2", 0.025), ("2.5e−2", 0.025), ("  42\t", 42), ("\u{A0}42\u{A0}", 42),
      ("153011473", 153_011_473), ("215763573.22", 215_763_573.22),
      ("123456789012345678901234567890", 1.2345678901234568e29),
      ("0.1234567890123456789", 0.1234567890123456789), ("1e-300", 1e-300),
    ] as [(String, Double)])
  func numbers(text: String, expected: Double) {
    #expect(value(text) == expected)
  }

  @Test(
    "Thousands grouped by one mark throughout",
    arguments: [
      "1,234,567", "1 234 567", "1\u{A0}234\u{A0}567", "1\u{202F}234\u{202F}567",
      "1\u{2009}234\u{2009}567", "1'234'567", "1’234’567", "1234567",
    ])
  func grouped(text: String) {
    #expect(value(text) == 1_234_567)
    #expect(value("-" + text) == -1_234_567)
    #expect(value("−" + text) == -1_234_567)
    #expect(value(text + ".5") == 1_234_567.5)
    if !text.contains(",") { #expect(value(text + ",5", comma) == 1_234_567.5) }
  }

  @Test(
    "Numbers with a decimal comma",
    arguments: [
      ("0,5", 0.5), ("1.234,5", 1234.5), ("1.234.567", 1_234_567), ("1.234", 1234), (",5", 0.5),
      ("-12,75", -12.75), ("1 234,5", 1234.5), ("1,234", 1.234), ("1,5e3", 1500),
    ] as [(String, Double)])
  func decimalComma(text: String, expected: Double) {
    #expect(value(text, comma) == expected)
  }

  @Test(
    "What is not a number",
    arguments: [
      "abc", "12a", "a12", "1,23", "12,34,567", "1,2345", "1234,567", "1,234 567", "1,234'567",
      "1,234,56", "--1", "+-1", "- 1", "1.2.3", "1..2", ".", "-", "+", "e5", "1e", "1e+", "1e12345",
      "1e400", "0x10", "1_000", "inf", "Infinity", "1 %", "5*", "1 2", "0,125", "0 125", "١٢", "½",
      "1/2", "**",
    ])
  func notNumbers(text: String) {
    #expect(value(text) == nil)
    if text != "-" { #expect(content(text) == .other) }
  }

  @Test(
    "With a decimal comma a dot groups thousands or means nothing", arguments: ["1.5", "12.34"])
  func dotUnderComma(text: String) {
    #expect(content(text, comma) == .other)
  }

  @Test(
    "Half a unit of the last digit written",
    arguments: [
      ("99.8", 0.05), ("100", 0.5), ("100.0", 0.05), ("2.50", 0.005), ("1e6", 500_000),
      ("1.5e6", 50_000), ("1.5e-3", 0.00005), ("1,234,567", 0.5), ("-3.25", 0.005), ("5.", 0.5),
    ] as [(String, Double)])
  func halfUnits(text: String, expected: Double) throws {
    guard case .number(let numeral) = content(text) else {
      Issue.record("‘\(text)’ is no number")
      return
    }
    expectClose(numeral.halfUnit, expected, digits: 15)
  }

  @Test("The usual words for a missing value", arguments: NumberText.usualMissingWords)
  func missing(word: String) {
    #expect(content(word) == .missing)
    #expect(content(" \(word) ") == .missing)
  }

  @Test("Words that are told are missing too, and only they")
  func toldWords() {
    let numbers = NumberText(missingWords: ["keine", "x"])
    #expect(content("keine", numbers) == .missing)
    #expect(content("x", numbers) == .missing)
    #expect(content("..", numbers) == .missing)
    #expect(content("Keine", numbers) == .other)
    #expect(content("keine") == .other)
  }

  @Test(
    "A number that is told to stand for a missing value is missing", arguments: ["-99", "9999"])
  func sentinel(word: String) {
    let numbers = NumberText(missingWords: [word])
    #expect(content(word, numbers) == .missing)
    #expect(content(" \(word) ", numbers) == .missing)
    #expect(value("9998", numbers) == 9998)
  }

  @Test("A star is suppressed, neither missing nor nought")
  func suppressed() {
    #expect(content("*") == .suppressed)
    #expect(content(" * ") == .suppressed)
    #expect(content("* *") == .other)
  }

  @Test("Namibia's NA is no number and, as a value, missing")
  func namibia() {
    #expect(content("NA") == .missing)
    #expect(content("NAM") == .other)
  }
}
