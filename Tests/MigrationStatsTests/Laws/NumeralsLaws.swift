import Testing

@testable import MigrationStats

@Suite("Laws of numbers as text")
struct NumeralsLaws {
  private static let seeds: [UInt64] = [1, 2, 3, 4]

  /// The shortest digits of a number without its sign, and how many of them stand before the point.
  private func shortest(_ value: Double) -> (digits: String, point: Int) {
    let parts = "\(abs(value))".lowercased().split(separator: "e")
    let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let fraction = mantissa.count > 1 ? String(mantissa[1]) : ""
    return (String(mantissa[0]) + fraction, mantissa[0].count + exponent)
  }

  /// Rounding half away from zero, done on paper: pad, cut, add one.
  private func rounded(_ value: Double, decimals: Int) -> String {
    var (digits, point) = shortest(value)
    if point < 1 {
      digits = String(repeating: "0", count: 1 - point) + digits
      point = 1
    }
    let kept = point + decimals
    digits += String(repeating: "0", count: max(0, kept + 1 - digits.count))
    var cells = digits.prefix(kept).compactMap(\.wholeNumberValue)
    let next = digits.dropFirst(kept).first?.wholeNumberValue ?? 0
    if next >= 5 {
      var place = kept - 1
      while place >= 0, cells[place] == 9 {
        cells[place] = 0
        place -= 1
      }
      if place >= 0 {
        cells[place] += 1
      } else {
        cells.insert(1, at: 0)
        point += 1
      }
    }
    let text = cells.map(String.init).joined()
    let whole = String(text.prefix(point).drop { $0 == "0" })
    let sign = value < 0 && cells.contains { $0 != 0 } ? "-" : ""
    return sign + (whole.isEmpty ? "0" : whole)
      + (decimals > 0 ? "." + text.dropFirst(point) : "")
  }

  @Test("Rounding is half away from zero on the shortest digits", arguments: seeds)
  func rounding(seed: UInt64) {
    var random = RepeatableGenerator(seed: seed)
    for round in 0..<400 {
      let value = random.double(exponents: -14...22)
      for decimals in 0...4 {
        let comment: Comment = "seed \(seed), round \(round): \(value), \(decimals) decimals"
        #expect(
          Numerals.rounded(value, decimals: decimals) == rounded(value, decimals: decimals), comment
        )
      }
    }
  }

  @Test("Numbers with few digits, of which many end in five, are rounded so too", arguments: seeds)
  func ties(seed: UInt64) {
    var random = RepeatableGenerator(seed: seed)
    for round in 0..<400 {
      let whole = Int.random(in: -99_999...99_999, using: &random)
      let places = Int.random(in: 0...5, using: &random)
      let value = Double("\(whole)5e-\(places)") ?? 0
      for decimals in 0...4 {
        let comment: Comment = "seed \(seed), round \(round): \(value), \(decimals) decimals"
        #expect(
          Numerals.rounded(value, decimals: decimals) == rounded(value, decimals: decimals), comment
        )
      }
    }
  }

  @Test("Exact text reads back as the same double", arguments: seeds)
  func exact(seed: UInt64) {
    var random = RepeatableGenerator(seed: seed)
    for round in 0..<1000 {
      let value =
        round.isMultiple(of: 2)
        ? Double(bitPattern: random.next()) : random.double(exponents: -10...20).rounded()
      guard value.isFinite else { continue }
      let text = Numerals.exact(value)
      #expect(Double(text) == value, "seed \(seed), round \(round): \(value)")
      if value == value.rounded(), abs(value) < 9e15 {
        #expect(!text.contains("e") && !text.contains("."), "seed \(seed), round \(round): \(text)")
      }
    }
  }

  @Test("Grouping puts a comma before every third digit and nothing else", arguments: seeds)
  func grouping(seed: UInt64) {
    var random = RepeatableGenerator(seed: seed)
    for round in 0..<400 {
      let value = random.double(exponents: -3...15)
      let text = Numerals.grouped(value, decimals: 2)
      let comment: Comment = "seed \(seed), round \(round): \(text)"
      #expect(text.replacing(",", with: "") == Numerals.rounded(value, decimals: 2), comment)
      let whole = text.drop { $0 == "-" }.split(separator: ".")[0]
      let groups = whole.split(separator: ",")
      #expect(groups.dropFirst().allSatisfy { $0.count == 3 }, comment)
      #expect((1...3).contains(groups[0].count), comment)
    }
  }
}
