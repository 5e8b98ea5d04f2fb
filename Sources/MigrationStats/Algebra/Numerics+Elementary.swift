#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The elementary functions that curves are written with.
extension Numerics {
  static func sin(_ x: Double) -> Double { unqualifiedSin(x) }
  static func cos(_ x: Double) -> Double { unqualifiedCos(x) }
  static func tan(_ x: Double) -> Double { unqualifiedTan(x) }
  static func acos(_ x: Double) -> Double { unqualifiedAcos(x) }
  static func atan(_ x: Double) -> Double { unqualifiedAtan(x) }
  static func sinh(_ x: Double) -> Double { unqualifiedSinh(x) }
  static func cosh(_ x: Double) -> Double { unqualifiedCosh(x) }
  static func tanh(_ x: Double) -> Double { unqualifiedTanh(x) }
}

private func unqualifiedSin(_ x: Double) -> Double { sin(x) }
private func unqualifiedCos(_ x: Double) -> Double { cos(x) }
private func unqualifiedTan(_ x: Double) -> Double { tan(x) }
private func unqualifiedAcos(_ x: Double) -> Double { acos(x) }
private func unqualifiedAtan(_ x: Double) -> Double { atan(x) }
private func unqualifiedSinh(_ x: Double) -> Double { sinh(x) }
private func unqualifiedCosh(_ x: Double) -> Double { cosh(x) }
private func unqualifiedTanh(_ x: Double) -> Double { tanh(x) }
