import Testing

@testable import MigrationStats

@Suite("Numbers of plain digits")
struct PlainNumberTests {
  private func value(_ text: String, mark: Character = ".") -> Double? {
    Array(text.utf8).withUnsafeBufferPointer {
      PlainNumber.value($0, mark: mark.asciiValue ?? 0)
    }
  }

  @Test("Numbers of up to 18 digits are those of the standard library")
  func correctRounding() {
    var generator = RepeatableGenerator(seed: 4)
    var read = 0
    for _ in 0..<200_000 {
      let count = Int.random(in: 1...18, using: &generator)
      var text = (0..<count).map { _ in "\(Int.random(in: 0...9, using: &generator))" }.joined()
      let place = Int.random(in: 0...count, using: &generator)
      text.insert(".", at: text.index(text.startIndex, offsetBy: place))
      if Bool.random(using: &generator) { text = "-" + text }
      guard let value = value(text) else { continue }
      read += 1
      #expect(value == Double(text.hasSuffix(".") ? text + "0" : text), "\(text)")
    }
    #expect(read > 199_000)
  }

  @Test("Shortest texts of doubles come back")
  func roundTrip() {
    var generator = RepeatableGenerator(seed: 5)
    for _ in 0..<100_000 {
      let number = Double.random(in: -1e6...1e6, using: &generator)
      if let value = value("\(number)") { #expect(value == number) }
    }
  }

  @Test("Halfway between two doubles is left to a closer look")
  func halfway() {
    #expect(value("9007199254740993") == 9_007_199_254_740_992)
    #expect(value("900719925474099.35") == nil || value("900719925474099.35") == 900719925474099.35)
    #expect(value("4503599627370497.5") == nil)
  }

  @Test("Anything else is left to a closer look")
  func others() {
    for text in [
      "", "-", ".", "1e5", "1,234", "+1", " 1", "1 ", "0x1", "1.2.3", "--1", "1234567890123456789",
    ] {
      #expect(value(text) == nil, "\(text)")
    }
    #expect(value("1,5", mark: ",") == 1.5)
    #expect(value("-0")?.sign == .minus)
  }
}
