/// The elementary functions to some 30 digits.
///
/// Arguments are reduced until a Taylor series of few terms does; inverses take the double's value
/// and one step of a method of third order. The relative error is a few units in 2⁻¹⁰⁰ of the
/// result, and of the argument where that is large (Y. Hida, X. S. Li and D. H. Bailey, “Algorithms
/// for quad-double precision floating point arithmetic”, 2001, doi:10.1109/ARITH.2001.930115).
extension DoubleDouble {
  static let pi = DoubleDouble(sum: .pi, 0x1.1a62633145c07p-53)
  private static let halfPi = pi.scaled(byPowerOfTwo: -1)
  /// The natural logarithm of 2.
  static let logOfTwo = DoubleDouble(sum: 0x1.62e42fefa39efp-1, 0x1.abc9e3b39803fp-56)
  /// The natural logarithm of 10.
  static let logOfTen = DoubleDouble(sum: 0x1.26bb1bbb55516p+1, -0x1.f48ad494ea3e9p-53)

  /// 1/k! for k from 0.
  private static let inverseFactorials: [DoubleDouble] = {
    var (factorial, inverses) = (DoubleDouble(1), [DoubleDouble(1)])
    for k in 1...30 {
      factorial = factorial * Double(k)
      inverses.append(DoubleDouble(1) / factorial)
    }
    return inverses
  }()

  // MARK: Exponential and logarithm

  static func exp(_ x: Self) -> Self {
    guard x.high < 709.8 else { return Self(x.high.isNaN ? .nan : Numerics.exp(x.high)) }
    guard x.high > -745.2 else { return .zero }
    let twos = (x.high / logOfTwo.high).rounded()
    let growth = smallExpm1(x - logOfTwo * twos) + 1
    return growth.scaled(byPowerOfTwo: Int(twos))
  }

  static func expm1(_ x: Self) -> Self { abs(x.high) < 0.5 ? smallExpm1(x) : exp(x) - 1 }

  /// e^x − 1 for |x| below 1: by Taylor's series at x/512, doubled nine times.
  private static func smallExpm1(_ x: Self) -> Self {
    let reduced = x.scaled(byPowerOfTwo: -9)
    let inverses = inverseFactorials
    var series = inverses[9]
    for k in stride(from: 8, through: 1, by: -1) { series = series * reduced + inverses[k] }
    var growth = series * reduced
    for _ in 0..<9 { growth = growth.scaled(byPowerOfTwo: 1) + growth * growth }
    return growth
  }

  static func log(_ x: Self) -> Self {
    guard x.high > 0, x.high.isFinite else { return Self(Numerics.log(x.high)) }
    if abs(x.high - 1) < 0.01 { return smallLog1p(x - 1) }
    // A mantissa about 1, so that neither it nor its inverse leaves the range of doubles.
    let twos = (Numerics.log(x.high) / logOfTwo.high).rounded()
    let mantissa = x.scaled(byPowerOfTwo: -Int(twos))
    let estimate = Numerics.log(mantissa.high)
    let ratio = mantissa * exp(Self(-estimate))
    return logOfTwo * twos + ((ratio - 1).scaled(byPowerOfTwo: 1) / (ratio + 1) + estimate)
  }

  static func log1p(_ x: Self) -> Self { abs(x.high) < 0.01 ? smallLog1p(x) : log(x + 1) }

  /// log(1 + x) for small x: twice the inverse hyperbolic tangent of x/(2 + x).
  private static func smallLog1p(_ x: Self) -> Self {
    let ratio = x / (x + 2)
    let square = ratio * ratio
    var series = Self(1) / Self(17)
    for odd in stride(from: 15, through: 1, by: -2) {
      series = series * square + Self(1) / Self(Double(odd))
    }
    return (series * ratio).scaled(byPowerOfTwo: 1)
  }

  /// The power with any exponent: repeated products where that is whole, else by logarithms.
  static func pow(_ base: Self, _ exponent: Self) -> Self {
    if exponent.low == 0, exponent.high == exponent.high.rounded(), abs(exponent.high) <= 1024 {
      return base.raised(to: Int(exponent.high))
    }
    guard base.high > 0 else { return Self(Numerics.pow(base.high, exponent.high)) }
    return exp(exponent * log(base))
  }

  // MARK: Trigonometry

  static func sin(_ x: Self) -> Self { sineAndCosine(x).sine }
  static func cos(_ x: Self) -> Self { sineAndCosine(x).cosine }

  static func tan(_ x: Self) -> Self {
    let (sine, cosine) = sineAndCosine(x)
    return sine / cosine
  }

  /// Both by Taylor's series, after a whole number of right angles is taken away.
  static func sineAndCosine(_ x: Self) -> (sine: Self, cosine: Self) {
    let quarters = (x.high / halfPi.high).rounded()
    guard abs(quarters) < 0x1p50 else {
      return (Self(Numerics.sin(x.high)), Self(Numerics.cos(x.high)))
    }
    let rest = x - halfPi * quarters
    let square = -(rest * rest)
    let inverses = inverseFactorials
    var (sine, cosine) = (inverses[29], inverses[28])
    for k in stride(from: 26, through: 0, by: -2) {
      sine = sine * square + inverses[k + 1]
      cosine = cosine * square + inverses[k]
    }
    sine = sine * rest
    switch Int(quarters) & 3 {
    case 0: return (sine, cosine)
    case 1: return (cosine, -sine)
    case 2: return (-sine, -cosine)
    default: return (-cosine, sine)
    }
  }

  static func atan(_ x: Self) -> Self {
    guard x.high.isFinite else { return Self(Numerics.atan(x.high)) }
    if abs(x.high) > 1 {
      let rest = atan(Self(1) / x)
      return (x.high > 0 ? halfPi : -halfPi) - rest
    }
    let estimate = Numerics.atan(x.high)
    let (sine, cosine) = sineAndCosine(Self(estimate))
    // The tangent of what the estimate lacks, too small for its cube to matter.
    return (x * cosine - sine) / (cosine + x * sine) + estimate
  }

  static func asin(_ x: Self) -> Self {
    let square = (Self(1) - x) * (x + 1)
    guard square > .zero else { return square == .zero ? halfPi * x.high : Self(.nan) }
    return atan(x / square.squareRoot())
  }

  static func acos(_ x: Self) -> Self {
    guard abs(x.high) <= 1 else { return Self(.nan) }
    guard x + 1 > .zero else { return pi }
    return atan(((Self(1) - x) / (x + 1)).squareRoot()).scaled(byPowerOfTwo: 1)
  }

  // MARK: Hyperbolic functions

  static func sinh(_ x: Self) -> Self {
    guard abs(x.high) < 700 else { return Self(Numerics.sinh(x.high)) }
    // Of the magnitude, so that nothing cancels.
    let growth = expm1(x.high < 0 ? -x : x)
    let magnitude = (growth + growth / (growth + 1)).scaled(byPowerOfTwo: -1)
    return x.high < 0 ? -magnitude : magnitude
  }

  static func cosh(_ x: Self) -> Self {
    guard abs(x.high) < 700 else { return Self(Numerics.cosh(x.high)) }
    let growth = exp(x)
    return (growth + Self(1) / growth).scaled(byPowerOfTwo: -1)
  }

  static func tanh(_ x: Self) -> Self {
    guard abs(x.high) < 40 else { return Self(Numerics.tanh(x.high)) }
    let growth = expm1(x.scaled(byPowerOfTwo: 1))
    return growth / (growth + 2)
  }
}
