/// A number of some 32 decimal digits: the unevaluated sum of two doubles.
///
/// The low part is at most half a unit in the last place of the high part. Sums and products lose
/// at most a few units in 2⁻¹⁰⁴ of the result. Values have to be finite and far enough from the
/// ends of the range of doubles that the error of a product is a double still.
///
/// Sources: T. J. Dekker, “A floating-point technique for extending the available precision”,
/// Numerische Mathematik 18 (1971), doi:10.1007/BF01397083; D. E. Knuth, The Art of Computer
/// Programming 2, section 4.2.2; Y. Hida, X. S. Li and D. H. Bailey, “Algorithms for quad-double
/// precision floating point arithmetic” (2001), doi:10.1109/ARITH.2001.930115.
struct DoubleDouble: Hashable, Sendable {
  /// The value rounded to a double.
  let high: Double
  /// What the high part leaves of the value.
  let low: Double

  static let zero = DoubleDouble(0)

  /// The value of a double.
  init(_ value: Double) {
    high = value
    low = 0
  }

  /// The exact sum of two doubles (Knuth's two-sum).
  init(sum a: Double, _ b: Double) {
    let sum = a + b
    let shift = sum - a
    self.init(high: sum, low: (a - (sum - shift)) + (b - shift))
  }

  /// The exact product of two doubles, by a fused multiply-add.
  init(product a: Double, _ b: Double) {
    let product = a * b
    self.init(high: product, low: (-product).addingProduct(a, b))
  }

  /// The exact sum of two doubles of which the first is the greater in magnitude (Dekker's).
  private init(ordered a: Double, _ b: Double) {
    let sum = a + b
    self.init(high: sum, low: b - (sum - a))
  }

  private init(high: Double, low: Double) {
    self.high = high
    self.low = low
  }

  // MARK: Sums

  static func + (a: Self, b: Self) -> Self {
    let (highs, lows) = (Self(sum: a.high, b.high), Self(sum: a.low, b.low))
    let sum = Self(ordered: highs.high, highs.low + lows.high)
    return Self(ordered: sum.high, sum.low + lows.low)
  }

  static func + (a: Self, b: Double) -> Self {
    let sum = Self(sum: a.high, b)
    return Self(ordered: sum.high, sum.low + a.low)
  }

  static prefix func - (a: Self) -> Self { Self(high: -a.high, low: -a.low) }
  static func - (a: Self, b: Self) -> Self { a + -b }
  static func - (a: Self, b: Double) -> Self { a + -b }
  static func += (a: inout Self, b: Self) { a = a + b }
  static func += (a: inout Self, b: Double) { a = a + b }
  static func -= (a: inout Self, b: Self) { a = a - b }
  static func -= (a: inout Self, b: Double) { a = a - b }

  // MARK: Products

  static func * (a: Self, b: Self) -> Self {
    let product = Self(product: a.high, b.high)
    return Self(
      ordered: product.high,
      product.low.addingProduct(a.high, b.low).addingProduct(a.low, b.high))
  }

  static func * (a: Self, b: Double) -> Self {
    let product = Self(product: a.high, b)
    return Self(ordered: product.high, product.low.addingProduct(a.low, b))
  }

  /// The quotient, by long division with three digits of 53 bits.
  static func / (a: Self, b: Self) -> Self {
    let first = a.high / b.high
    var rest = a - b * first
    let second = rest.high / b.high
    rest -= b * second
    return Self(ordered: first, second) + rest.high / b.high
  }

  /// The square root of a value that is not negative.
  ///
  /// One step of Newton's method from the double's root (A. H. Karp and P. Markstein, “High-
  /// precision division and square root”, 1997, doi:10.1145/279232.279237).
  func squareRoot() -> Self {
    guard high > 0 else { return Self(high.squareRoot()) }
    let root = high.squareRoot()
    let rest = self - Self(product: root, root)
    return Self(sum: root, rest.high / (2 * root))
  }

  /// The value raised to a whole power, by repeated squaring; to 0, it is 1.
  ///
  /// - Complexity: O(log |exponent|).
  func raised(to exponent: Int) -> Self {
    var (result, square, rest) = (Self(1), self, exponent.magnitude)
    while rest > 0 {
      if rest & 1 == 1 { result = result * square }
      rest >>= 1
      if rest > 0 { square = square * square }
    }
    return exponent < 0 ? Self(1) / result : result
  }

  /// The value times a power of two, exact unless it leaves the range of doubles.
  func scaled(byPowerOfTwo exponent: Int) -> Self {
    Self(high: high.scaled(byPowerOfTwo: exponent), low: low.scaled(byPowerOfTwo: exponent))
  }
}

extension DoubleDouble: Comparable {
  static func < (a: Self, b: Self) -> Bool {
    a.high < b.high || (a.high == b.high && a.low < b.low)
  }
}

extension Double {
  /// The double nearest to a value.
  init(_ value: DoubleDouble) { self = value.high }

  /// The value times a power of two, exact unless it leaves the range of doubles.
  func scaled(byPowerOfTwo exponent: Int) -> Double {
    Double(sign: .plus, exponent: exponent, significand: self)
  }
}
