/// A real number with the elementary functions: a double, or one of twice its digits.
///
/// What is written once for both is computed fast in doubles, and once more exactly.
protocol Elementary: Sendable, Equatable {
  static var pi: Self { get }
  static var logOfTwo: Self { get }
  static var logOfTen: Self { get }

  init(_ value: Double)
  /// The value rounded to a double.
  var nearest: Double { get }

  static prefix func - (a: Self) -> Self
  static func + (a: Self, b: Self) -> Self
  static func - (a: Self, b: Self) -> Self
  static func * (a: Self, b: Self) -> Self
  static func / (a: Self, b: Self) -> Self
  static func += (a: inout Self, b: Self)
  func squareRoot() -> Self

  static func exp(_ x: Self) -> Self
  static func expm1(_ x: Self) -> Self
  static func log(_ x: Self) -> Self
  static func log1p(_ x: Self) -> Self
  static func pow(_ base: Self, _ exponent: Self) -> Self
  static func sin(_ x: Self) -> Self
  static func cos(_ x: Self) -> Self
  static func tan(_ x: Self) -> Self
  static func asin(_ x: Self) -> Self
  static func acos(_ x: Self) -> Self
  static func atan(_ x: Self) -> Self
  static func sinh(_ x: Self) -> Self
  static func cosh(_ x: Self) -> Self
  static func tanh(_ x: Self) -> Self
}

extension DoubleDouble: Elementary {
  var nearest: Double { high }
}

extension Double: Elementary {
  static var logOfTwo: Double { 0x1.62e42fefa39efp-1 }
  static var logOfTen: Double { 0x1.26bb1bbb55516p+1 }

  var nearest: Double { self }

  static func exp(_ x: Double) -> Double { Numerics.exp(x) }
  static func expm1(_ x: Double) -> Double { Numerics.expm1(x) }
  static func log(_ x: Double) -> Double { Numerics.log(x) }
  static func log1p(_ x: Double) -> Double { Numerics.log1p(x) }
  static func pow(_ base: Double, _ exponent: Double) -> Double { Numerics.pow(base, exponent) }
  static func sin(_ x: Double) -> Double { Numerics.sin(x) }
  static func cos(_ x: Double) -> Double { Numerics.cos(x) }
  static func tan(_ x: Double) -> Double { Numerics.tan(x) }
  static func asin(_ x: Double) -> Double { Numerics.asin(x) }
  static func acos(_ x: Double) -> Double { Numerics.acos(x) }
  static func atan(_ x: Double) -> Double { Numerics.atan(x) }
  static func sinh(_ x: Double) -> Double { Numerics.sinh(x) }
  static func cosh(_ x: Double) -> Double { Numerics.cosh(x) }
  static func tanh(_ x: Double) -> Double { Numerics.tanh(x) }
}
