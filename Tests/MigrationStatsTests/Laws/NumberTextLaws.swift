import Testing

@testable import MigrationStats

@Suite("Laws of numbers in text")
struct NumberTextLaws {
  private func value(_ text: String) -> Double? {
    guard case .number(let numeral) = NumberText().content(of: ArraySlice(text.utf8)) else {
      return nil
    }
    return numeral.value
  }

  private func digits(_ random: inout RepeatableGenerator, _ count: ClosedRange<Int>) -> String {
    (0..<Int.random(in: count, using: &random)).map { _ in
      "\(Int.random(in: 0...9, using: &random))"
    }.joined()
  }

  /// A decimal text as it may stand in a file, without grouping.
  private func randomDecimal(_ random: inout RepeatableGenerator, upTo longest: Int) -> String {
    var text = random.pick(["", "-", "+"]) + digits(&random, 1...longest)
    if Bool.random(using: &random) { text += "." + digits(&random, 1...longest) }
    if Bool.random(using: &random) {
      text += random.pick(["e", "E"]) + random.pick(["", "-", "+"]) + digits(&random, 1...2)
    }
    return text
  }

  @Test(
    "A decimal is the double nearest to it", arguments: [4, 9, 17, 40] as [Int],
    [1, 2, 3] as [UInt64])
  func nearest(longest: Int, seed: UInt64) {
    var random = RepeatableGenerator(seed: seed)
    for round in 0..<500 {
      let text = randomDecimal(&random, upTo: longest)
      #expect(value(text) == Double(text), "seed \(seed), round \(round): \(text)")
    }
  }

  @Test("Every double is read back from its shortest digits", arguments: [1, 2, 3] as [UInt64])
  func shortest(seed: UInt64) {
    var random = RepeatableGenerator(seed: seed)
    for round in 0..<1000 {
      let double = Double(bitPattern: random.next())
      guard double.isFinite else { continue }
      #expect(value("\(double)") == double, "seed \(seed), round \(round): \(double)")
    }
  }

  @Test("Numbers halfway between two doubles and about there are rounded as they should be")
  func halfway() {
    // 2^53 + 1 lies between 2^53 and 2^53 + 2; a digit far out decides.
    for text in [
      "9007199254740993", "9007199254740993.0000000000000000000000001",
      "9007199254740992.9999999999999999999999999", "9007199254740995",
      "1.00000000000000011102230246251565", "1.000000000000000111022302462515654",
      "2.2250738585072011e-308", "4.9406564584124654e-324", "1.7976931348623157e308",
      "0.500000000000000166533453693773481063544750213623046875",
    ] {
      #expect(value(text) == Double(text), "\(text)")
    }
  }

  @Test("Grouping thousands changes nothing", arguments: [1, 2, 3] as [UInt64])
  func grouping(seed: UInt64) {
    var random = RepeatableGenerator(seed: seed)
    for round in 0..<300 {
      let number = Int.random(in: 0...(1 << Int.random(in: 1...50, using: &random)), using: &random)
      let mark = random.pick([",", " ", "\u{A0}", "\u{202F}", "\u{2009}", "'", "’"])
      let text = Numerals.grouped(Double(number), decimals: 0).replacing(",", with: mark)
      #expect(value(text) == Double(number), "seed \(seed), round \(round): \(text)")
    }
  }

  @Test("The half unit is half of one in the last place written", arguments: [1, 2] as [UInt64])
  func halfUnit(seed: UInt64) throws {
    var random = RepeatableGenerator(seed: seed)
    for round in 0..<300 {
      let decimals = Int.random(in: 1...10, using: &random)
      let text = "1234." + digits(&random, decimals...decimals)
      let content = NumberText().content(of: ArraySlice(text.utf8))
      guard case .number(let numeral) = content else {
        Issue.record("seed \(seed), round \(round): \(text) is no number")
        return
      }
      let expected = try #require(Double("5e-\(decimals + 1)"))
      #expect(
        agreeingDigits(numeral.halfUnit, expected) >= 15, "seed \(seed), round \(round): \(text)")
    }
  }
}
