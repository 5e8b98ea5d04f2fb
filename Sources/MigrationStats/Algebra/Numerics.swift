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
  static func logGamma(_ x: Double) -> Double {
    var sign: Int32 = 0
    return lgamma_r(x, &sign)
  }
}

private func unqualifiedLog(_ x: Double) -> Double { log(x) }
private func unqualifiedLog1p(_ x: Double) -> Double { log1p(x) }
private func unqualifiedExp(_ x: Double) -> Double { exp(x) }
private func unqualifiedExpm1(_ x: Double) -> Double { expm1(x) }
