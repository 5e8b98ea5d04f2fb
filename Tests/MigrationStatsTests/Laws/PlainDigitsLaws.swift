import Testing

@testable import MigrationStats

@Suite("Laws of plain digits")
struct PlainDigitsLaws {
  @Test("A number of plain digits has their digits, their decimals and the double nearest to them")
  func digits() throws {
    var random = RepeatableGenerator(seed: 18)
    let pieces = (0...9).map(String.init) + ["0", "1", "."]
    var read = 0
    for round in 0..<20_000 {
      let digits = random.text(of: pieces, upTo: round % 3 == 0 ? 20 : 9)
      let text = (round % 4 == 0 ? "-" : "") + digits
      let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
      let plain = parts.joined()
      let isPlain =
        parts.count <= 2 && (1...18).contains(plain.count)
        && !(digits.count > 1 && digits.first == "0" && digits.dropFirst().first != ".")
        && !(text.first == "-" && plain.allSatisfy { $0 == "0" })
      let number = PlainDigits(text)
      #expect((number != nil) == isPlain, "\(text)")
      guard let number, isPlain else { continue }
      read += 1
      #expect(number.digits == Int64((text.first == "-" ? "-" : "") + plain))
      #expect(number.decimals == (parts.count == 2 ? parts[1].count : 0))
      if let value = number.value { #expect(value == Double(text + (parts.last == "" ? "0" : ""))) }
      #expect((number.value == nil) == (number.digits.magnitude >= 1 << 53))
    }
    #expect(read > 5000)
  }

  @Test(
    "Anything else is left to a closer look",
    arguments: ["", "-", "1e5", "+1", "1 ", "١", "..", "1.2.3", "½"])
  func others(text: String) {
    #expect(PlainDigits(text) == nil)
  }
}
