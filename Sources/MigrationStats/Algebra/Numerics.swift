#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The elementary functions of the C library, in one place.
enum Numerics {
  static func log(_ x: Double) -> Double { unqualifiedLog(x) }
  static func log1p(_ x: Double) -> Double { unqualifiedLog1p(x) }
  static func exp(_ x: Double) -> Double { unqualifiedExp(x) }
  static func expm1(_ x: Double) -> Double { unqualifiedExpm1(x) }
  static func pow(_ x: Double, _ exponent: Double) -> Double { unqualifiedPow(x, exponent) }
  static func asin(_ x: Double) -> Double { unqualifiedAsin(x) }
  static func erf(_ x: Double) -> Double { unqualifiedErf(x) }
  static func erfc(_ x: Double) -> Double { unqualifiedErfc(x) }
  static func gamma(_ x: Double) -> Double { tgamma(x) }
  static func logGamma(_ x: Double) -> Double {
    var sign: Int32 = 0
    return lgamma_r(x, &sign)
  }
}

private func unqualifiedLog(_ x: Double) -> Double { log(x) }
private func unqualifiedLog1p(_ x: Double) -> Double { log1p(x) }
private func unqualifiedExp(_ x: Double) -> Double { exp(x) }
private func unqualifiedExpm1(_ x: Double) -> Double { expm1(x) }
private func unqualifiedPow(_ x: Double, _ exponent: Double) -> Double { pow(x, exponent) }
private func unqualifiedAsin(_ x: Double) -> Double { asin(x) }
private func unqualifiedErf(_ x: Double) -> Double { erf(x) }
private func unqualifiedErfc(_ x: Double) -> Double { erfc(x) }
