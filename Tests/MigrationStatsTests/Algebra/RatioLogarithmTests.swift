import Testing

@testable import MigrationStats

@Suite("Logarithms, four at a time")
struct RatioLogarithmTests {
  /// The error in units in the last place of the double nearest to the logarithm.
  private func units(_ found: Double, _ value: Double, to reference: Double) -> Double {
    let expected =
      DoubleDouble.log(DoubleDouble(value) / DoubleDouble(reference))
    guard expected.high != 0 else { return found == 0 ? 0 : .infinity }
    return abs((expected - found).high) / expected.high.ulp
  }

  @Test("Less than one unit in the last place over the whole range", arguments: 1...8)
  func range(seed: UInt64) {
    var random = RepeatableGenerator(seed: seed)
    let logarithm = RatioLogarithm(to: 1)
    for _ in 0..<2_000 {
      let values = SIMD4<Double>(
        Double.random(in: 0.5...2, using: &random),
        (1 + Double.random(in: -1...1, using: &random) * 0x1p-30),
        Double.random(in: 1..<2, using: &random)
          .scaled(byPowerOfTwo: Int.random(in: -500..<500, using: &random)),
        Double.random(in: 0...1e6, using: &random) + 0x1p-500)
      let found = logarithm(values)
      for lane in 0..<4 {
        #expect(
          units(found[lane], values[lane], to: 1) < 1, "seed \(seed): log \(values[lane])")
        // The C library is within one unit itself.
        let library = Numerics.log(values[lane])
        #expect(abs(found[lane] - library) <= 2 * library.ulp, "seed \(seed): \(values[lane])")
      }
    }
  }

  @Test("Ratios near 1 keep their digits, whatever the numbers", arguments: 1...8)
  func ratios(seed: UInt64) {
    var random = RepeatableGenerator(seed: seed)
    for _ in 0..<500 {
      let reference = Double.random(in: 1..<2, using: &random)
        .scaled(byPowerOfTwo: Int.random(in: -400..<400, using: &random))
      let logarithm = RatioLogarithm(to: reference)
      let values = SIMD4<Double>(
        reference.nextUp, reference * (1 + Double.random(in: -1e-9...1e-9, using: &random)),
        reference * Double.random(in: 0.7...1.5, using: &random),
        reference * Double.random(in: 1e-20...1e20, using: &random))
      let found = logarithm(values)
      for lane in 0..<4 {
        #expect(
          units(found[lane], values[lane], to: reference) < 3,
          "seed \(seed): log \(values[lane])/\(reference)")
      }
    }
  }

  @Test("Powers of two, the ends of the range, and the turn of the mantissa")
  func edges() {
    let logarithm = RatioLogarithm(to: 1)
    let root = 2.0.squareRoot()
    for values in [
      SIMD4(1, 2, 0.5, 0x1p-500), SIMD4(0x1p500, root, root.nextUp, root.nextDown),
      SIMD4(root / 2, (root / 2).nextUp, (root / 2).nextDown, 1.0.nextDown),
    ] {
      let found = logarithm(values)
      for lane in 0..<4 { #expect(units(found[lane], values[lane], to: 1) < 1, "\(values[lane])") }
    }
    #expect(logarithm(SIMD4(repeating: 1)) == .zero)
  }
}
