import Testing

@testable import MigrationStats

/// Double-double against whole numbers of 128 bits, which are exact.
@Suite("Laws of double-double arithmetic")
struct DoubleDoubleLaws {
  private static let seeds: [UInt64] = Array(1...8)
  private static let rounds = 500

  /// A whole number of up to so many bits, either sign; a random number of them is used.
  private func whole(bits: Int, _ random: inout RepeatableGenerator) -> Int128 {
    let used = Int.random(in: 1...bits, using: &random)
    let magnitude = Int128.random(in: 1..<(1 << used), using: &random)
    return Bool.random(using: &random) ? magnitude : -magnitude
  }

  /// The double-double of a whole number of up to 100 bits, exactly.
  private func exactly(_ value: Int128) -> DoubleDouble {
    let high = Double(value)
    return DoubleDouble(sum: high, Double(value - Int128(high)))
  }

  /// Expects a double-double to differ from a whole number by a few units in 2⁻¹⁰⁴ at most.
  private func expect(
    _ found: DoubleDouble, _ expected: Int128, units: Double = 2, _ comment: Comment,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let error = abs(Double(Int128(found.high) - expected) + found.low)
    #expect(
      error <= units * 0x1p-104 * abs(Double(expected)), comment, sourceLocation: sourceLocation)
  }

  @Test("Sums and products of doubles are exact", arguments: seeds)
  func exact(seed: UInt64) {
    var random = RepeatableGenerator(seed: seed)
    for _ in 0..<Self.rounds {
      let (a, b) = (whole(bits: 53, &random), whole(bits: 53, &random))
      let sum = DoubleDouble(sum: Double(a), Double(b))
      #expect(Int128(sum.high) + Int128(sum.low) == a + b, "seed \(seed): \(a) + \(b)")
      let product = DoubleDouble(product: Double(a), Double(b))
      #expect(Int128(product.high) + Int128(product.low) == a * b, "seed \(seed): \(a) × \(b)")
      #expect(product.high == product.high + product.low, "seed \(seed)")
    }
  }

  @Test(
    "Sums, differences and products of double-doubles are those of whole numbers", arguments: seeds)
  func operations(seed: UInt64) {
    var random = RepeatableGenerator(seed: seed)
    for _ in 0..<Self.rounds {
      let (a, b) = (whole(bits: 100, &random), whole(bits: 100, &random))
      expect(exactly(a) + exactly(b), a + b, "seed \(seed): \(a) + \(b)")
      expect(exactly(a) - exactly(b), a - b, "seed \(seed): \(a) − \(b)")
      let single = whole(bits: 53, &random)
      expect(exactly(a) + Double(single), a + single, "seed \(seed): \(a) + \(single)")
      let (c, d) = (whole(bits: 62, &random), whole(bits: 62, &random))
      expect(exactly(c) * exactly(d), c * d, units: 8, "seed \(seed): \(c) × \(d)")
      let short = whole(bits: 53, &random)
      expect(exactly(c) * Double(short), c * short, units: 8, "seed \(seed): \(c) × \(short)")
    }
  }

  @Test("Quotients and roots undo products", arguments: seeds)
  func inverses(seed: UInt64) {
    var random = RepeatableGenerator(seed: seed)
    for _ in 0..<Self.rounds {
      let (a, b) = (whole(bits: 50, &random), whole(bits: 50, &random))
      expect(exactly(a * b) / exactly(b), a, units: 8, "seed \(seed): \(a * b) ÷ \(b)")
      expect(exactly(a * a).squareRoot(), abs(a), units: 8, "seed \(seed): √\(a * a)")
      let quotient = exactly(a) / exactly(b)
      expect(quotient * exactly(b), a, units: 32, "seed \(seed): \(a) ÷ \(b) × \(b)")
      let root = exactly(abs(a)).squareRoot()
      expect(root * root, abs(a), units: 32, "seed \(seed): √\(abs(a))²")
    }
  }

  @Test("Powers are those of whole numbers", arguments: -20...20)
  func powers(base: Int) {
    var expected: Int128 = 1
    for exponent in 0...20 {
      let power = DoubleDouble(Double(base)).raised(to: exponent)
      expect(power, expected, units: 32, "\(base) to \(exponent)")
      if base != 0 {
        let reciprocal = DoubleDouble(Double(base)).raised(to: -exponent)
        expect(reciprocal * power, 1, units: 64, "\(base) to −\(exponent)")
      }
      expected *= Int128(base)
    }
  }

  @Test("The order is that of whole numbers", arguments: seeds)
  func order(seed: UInt64) {
    var random = RepeatableGenerator(seed: seed)
    for _ in 0..<Self.rounds {
      let a = whole(bits: 100, &random)
      let b = a + whole(bits: 60, &random)
      #expect((exactly(a) < exactly(b)) == (a < b), "seed \(seed): \(a), \(b)")
    }
  }

  @Test("Zero, rounding and scaling")
  func edges() {
    #expect(DoubleDouble.zero.squareRoot() == .zero)
    #expect(DoubleDouble(0).raised(to: 0) == DoubleDouble(1))
    #expect(Double(DoubleDouble(sum: 1, 0x1p-80)) == 1)
    let scaled = DoubleDouble(sum: -3, 0x1p-70).scaled(byPowerOfTwo: -5)
    #expect(scaled == DoubleDouble(sum: -0.09375, 0x1p-75))
  }
}
