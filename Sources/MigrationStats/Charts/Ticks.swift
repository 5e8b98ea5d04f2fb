/// Round numbers at which an axis is marked.
enum Ticks {
  /// Multiples of 1, 2, 2.5 or 5 times a power of ten that cover two ends, about as many as asked for.
  static func linear(_ lower: Double, _ upper: Double, count: Int) -> [Double] {
    guard lower < upper, (upper - lower).isFinite else { return [lower] }
    let (unit, exponent) = step((upper - lower) / Double(max(1, count - 1)))
    let first = Int((lower / scaled(unit, exponent)).rounded(.down))
    let last = Int((upper / scaled(unit, exponent)).rounded(.up))
    return (first...max(first, last)).map { scaled(unit * Double($0), exponent) }
  }

  /// Powers of ten that cover two ends, or 1, 2 and 5 times them where there are few.
  ///
  /// - Precondition: both are above zero.
  static func log(_ lower: Double, _ upper: Double) -> [Double] {
    let first = exponent(of: lower)
    let reached = exponent(of: upper)
    let last = max(first + 1, scaled(1, reached) == upper ? reached : reached + 1)
    if last - first > 3 {
      let stride = (last - first + 6) / 7
      return Swift.stride(from: first, through: last + stride - 1, by: stride).map { scaled(1, $0) }
    }
    let all = (first...last).flatMap { power in [1.0, 2, 5].map { scaled($0, power) } }
    let begin = all.lastIndex { $0 <= lower } ?? 0
    let end = all.firstIndex { $0 >= upper } ?? all.count - 1
    return Array(all[begin...max(begin + 1, end)])
  }

  /// A tick's label, with the decimals that all of them need.
  static func label(_ value: Double, among ticks: [Double]) -> String {
    let decimals = (0...12).first { decimals in
      ticks.allSatisfy { tick in
        let written = Double(Numerals.rounded(tick, decimals: decimals)) ?? tick
        return abs(written - tick) <= 1e-9 * max(abs(tick), 1e-12)
      }
    }
    let size = ticks.reduce(0) { max($0, abs($1)) }
    if size >= 1e13 || size > 0 && size < 1e-6 { return Numerals.significant(value, digits: 3) }
    return Numerals.grouped(value, decimals: decimals ?? 3).replacing("-", with: "−")
  }

  private static func step(_ raw: Double) -> (unit: Double, exponent: Int) {
    let exponent = exponent(of: raw)
    let mantissa = raw / scaled(1, exponent)
    for unit in [1.0, 2, 2.5, 5] where mantissa <= unit * 1.0001 { return (unit, exponent) }
    return (1, exponent + 1)
  }

  /// The power of ten of a number's first digit.
  private static func exponent(of value: Double) -> Int {
    Numerals.decimalDigits(value).point - 1
  }

  /// A number times a power of ten, exact where the power is.
  private static func scaled(_ number: Double, _ exponent: Int) -> Double {
    var power = 1.0
    for _ in 0..<abs(exponent) { power *= 10 }
    return exponent < 0 ? number / power : number * power
  }
}
