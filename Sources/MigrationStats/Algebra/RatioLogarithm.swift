/// The natural logarithms of ratios to one number, four at a time.
///
/// With a ratio of 2ᵏ(1 + f), √½ ≤ 1 + f < √2, and s = f/(2 + f), log(1 + f) is f − s·(f − z·P(z)),
/// z = s² and P the polynomial nearest to the series 2/3 + 2/5·z + 2/7·z² + … (found by Remez's
/// exchange; 2⁻⁵⁸ of the logarithm). f comes from the difference of the numbers, which is exact where
/// they are near one another, so that small logarithms keep all their digits. Less than one unit in
/// the last place for ratios to a power of two, two for others.
struct RatioLogarithm {
  typealias Lanes = SIMD4<Double>
  private typealias Bits = SIMD4<UInt64>

  /// The numbers that may be put in ratio to one another.
  static let range = 0x1p-500...0x1p500

  private let reference: Double
  private let reciprocal: Double

  /// Logarithms of ratios to a number of the range.
  init(to reference: Double) {
    self.reference = reference
    reciprocal = 1 / reference
  }

  /// The logarithms of numbers of the range in ratio to the reference.
  @inline(__always)
  func callAsFunction(_ values: Lanes) -> Lanes {
    let ratio = unsafeBitCast(values * reciprocal, to: Bits.self)
    // The exponent of the ratio, one more where its mantissa is √2 at least.
    let exponent = (ratio &+ (0x3ff0_0000_0000_0000 - 0x3fe6_a09e_667f_3bcd)) &>> 52
    // As the low bits of 2⁵², a whole number is a double.
    let twos =
      unsafeBitCast(exponent | 0x4330_0000_0000_0000, to: Lanes.self) - (0x1p52 + 1023)
    let near = unsafeBitCast(
      unsafeBitCast(values, to: Bits.self) &- ((exponent &- 1023) &<< 52), to: Lanes.self)
    let difference = near - reference
    let f = difference * reciprocal
    let s = difference / (near + reference)
    let z = s * s
    let series = Self.series(z)
    let small = twos * Self.logOfTwo.low - s * (f - z * series)
    return twos * Self.logOfTwo.high + (f + small)
  }

  /// Log 2 in two parts, the first short enough that whole multiples of it are exact.
  private static var logOfTwo: (high: Double, low: Double) {
    (0x1.62e42fefa3000p-1, 0x1.3de6af278ece6p-42)
  }

  @inline(__always)
  private static func series(_ z: Lanes) -> Lanes {
    var sum = z * 0x1.2b662aab251bfp-3 + 0x1.39fd34000e941p-3
    sum = sum * z + 0x1.7462be2d02acep-3
    sum = sum * z + 0x1.c71c62c214a89p-3
    sum = sum * z + 0x1.2492492e0f066p-2
    sum = sum * z + 0x1.99999999951bfp-2
    return sum * z + 0x1.5555555555558p-1
  }
}
