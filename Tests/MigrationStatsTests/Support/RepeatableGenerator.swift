/// A random generator that gives the same numbers for the same seed on every machine (SplitMix64,
/// Steele, Lea and Flood 2014).
struct RepeatableGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// One of the elements.
  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: elements.indices, using: &self)]
  }

  /// A text of some of the pieces, none to `longest` of them.
  mutating func text(of pieces: [String], upTo longest: Int) -> String {
    (0..<Int.random(in: 0...longest, using: &self)).map { _ in pick(pieces) }.joined()
  }

  /// A finite double with any sign and any exponent in a range, its mantissa full of digits.
  mutating func double(exponents: ClosedRange<Int>) -> Double {
    let mantissa = Double.random(in: 1..<10, using: &self)
    let exponent = Int.random(in: exponents, using: &self)
    let value = Double("\(mantissa)e\(exponent)") ?? mantissa
    return Bool.random(using: &self) ? value : -value
  }
}
