import Testing

@testable import MigrationStats

@Suite("What stands beside a number in its cell")
struct CellPartsTests {
  private func parts(_ text: String) -> CellParts { CellParts(ArraySlice(text.utf8)) }

  private func described(_ text: String) -> [String] {
    let parts = parts(text)
    return [
      String(decoding: parts.core, as: UTF8.self), String(decoding: parts.letters, as: UTF8.self),
      parts.marks.joined(separator: " "),
      (parts.isPercent ? "%" : "") + (parts.isBracketed ? "()" : "") + (parts.currency ?? ""),
    ]
  }

  @Test(
    "Flags, footnotes, per cent and brackets are taken off",
    arguments: [
      ("1234 b", ["1234", "b", "", ""]), ("12.5p", ["12.5", "p", "", ""]),
      ("1234 bep", ["1234", "bep", "", ""]), ("1234 b, p", ["1234", "bp", "", ""]),
      ("1234(p)", ["1234", "p", "", ""]), ("(123)", ["123", "", "", "()"]),
      ("5 %", ["5", "", "", "%"]), ("5%", ["5", "", "", "%"]), ("−5 e", ["−5", "e", "", ""]),
      (": c", [":", "c", "", ""]), (":c", [":", "c", "", ""]), ("1 234¹", ["1 234", "", "¹", ""]),
      ("1234 ¹²", ["1234", "", "¹²", ""]), ("1234*", ["1234", "", "*", ""]),
      ("1234 (1)", ["1234", "", "(1)", ""]), ("1234[12]", ["1234", "", "[12]", ""]),
      ("1234†", ["1234", "", "†", ""]), ("1234ᵃ", ["1234", "", "ᵃ", ""]),
      ("1234 e (2)", ["1234", "e", "(2)", ""]),
      ("1\u{2009}234\u{202F}b", ["1\u{2009}234", "b", "", ""]),
      ("..a", ["..", "a", "", ""]), ("5 % (1)", ["5", "", "(1)", "%"]),
      ("$1,234", ["1,234", "", "", "$"]), ("US$ 5 p", ["5", "p", "", "US$"]),
      ("-$5", ["-5", "", "", "$"]), ("4 000\u{202F}€", ["4 000", "", "", "€"]),
      ("($5)", ["5", "", "", "()$"]),
    ] as [(String, [String])])
  func parted(text: String, expected: [String]) {
    #expect(described(text) == expected)
  }

  @Test(
    "Words, numbers and what is neither stay whole",
    arguments: [
      "abc", "n/a", "n.a.", "na", "null", "*", "c", "-", "1234", "1e+05", "", "12 people",
      "World", "(a)", "$", "US$", "$-", "Upper", "Réunion",
      "-", "1234 (5.5)", "1234 (123)", "¹", "%", "12K", "12 B",
    ])
  func whole(text: String) {
    #expect(described(text) == [text, "", "", ""])
  }
}
