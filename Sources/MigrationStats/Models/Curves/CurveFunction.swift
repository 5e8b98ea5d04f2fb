/// The functions that a curve may call, each of one argument.
enum CurveFunction: String, CaseIterable, Sendable {
  case exp, log, log2, log10, log1p, expm1, sqrt, sin, cos, tan, asin, acos, atan, sinh, cosh, tanh
  case abs

  /// The function of that name; `ln` is another name of the natural logarithm.
  init?(name: String) {
    if name == "ln" {
      self = .log
    } else {
      self.init(rawValue: name)
    }
  }

  /// The value at a point.
  func value<Number: Elementary>(_ x: Number) -> Number {
    switch self {
    case .exp: .exp(x)
    case .log: .log(x)
    case .log2: .log(x) / .logOfTwo
    case .log10: .log(x) / .logOfTen
    case .log1p: .log1p(x)
    case .expm1: .expm1(x)
    case .sqrt: x.nearest < 0 ? Number(.nan) : x.squareRoot()
    case .sin: .sin(x)
    case .cos: .cos(x)
    case .tan: .tan(x)
    case .asin: .asin(x)
    case .acos: .acos(x)
    case .atan: .atan(x)
    case .sinh: .sinh(x)
    case .cosh: .cosh(x)
    case .tanh: .tanh(x)
    case .abs: x.nearest < 0 ? -x : x
    }
  }

  /// The first and the second derivative at a point with a value known.
  func derivatives<Number: Elementary>(
    _ x: Number, value: Number
  ) -> (first: Number, second: Number) {
    let one = Number(1)
    func ofLogarithm(base: Number) -> (first: Number, second: Number) {
      let first = one / (x * base)
      return (first, -(first / x))
    }
    switch self {
    case .exp: return (value, value)
    case .expm1: return (value + one, value + one)
    case .log: return ofLogarithm(base: one)
    case .log2: return ofLogarithm(base: .logOfTwo)
    case .log10: return ofLogarithm(base: .logOfTen)
    case .log1p:
      let first = one / (one + x)
      return (first, -(first * first))
    case .sqrt:
      let first = one / (value + value)
      return (first, -(first / (x + x)))
    case .sin: return (.cos(x), -value)
    case .cos: return (-.sin(x), -value)
    case .tan:
      let first = one + value * value
      return (first, Number(2) * value * first)
    case .asin, .acos:
      let square = (one - x) * (one + x)
      let first = one / square.squareRoot()
      let second = x * first / square
      return self == .asin ? (first, second) : (-first, -second)
    case .atan:
      let first = one / (one + x * x)
      return (first, -(Number(2) * x * first * first))
    case .sinh: return (.cosh(x), value)
    case .cosh: return (.sinh(x), value)
    case .tanh:
      let first = one - value * value
      return (first, -(Number(2) * value * first))
    case .abs: return (Number(x.nearest < 0 ? -1 : x.nearest > 0 ? 1 : 0), Number(0))
    }
  }
}
