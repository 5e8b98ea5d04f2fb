/// Numbers of plain digits, such as `1234.5` or `-0.75`, read fast and rounded correctly.
enum PlainNumber {
  /// The value of a text of at most 18 digits, a sign and a decimal mark.
  ///
  /// Nil for anything else, and for the rare text that lies as near to the middle between two doubles
  /// as the arithmetic can tell.
  ///
  /// The digits as a whole number and the power of ten are exact as two doubles and one; their
  /// quotient, carried in two doubles, shows whether its first part is the nearest double.
  static func value(_ text: UnsafeBufferPointer<UInt8>, mark: UInt8) -> Double? {
    var index = 0
    let isNegative = text.count > 0 && text[0] == UInt8(ascii: "-")
    if isNegative { index = 1 }
    let first = index
    var (digits, decimals): (UInt64, Int) = (0, -1)
    while index < text.count {
      let digit = text[index] &- UInt8(ascii: "0")
      if digit < 10 {
        digits = digits &* 10 &+ UInt64(digit)
      } else if text[index] == mark, decimals < 0 {
        decimals = index
      } else {
        return nil
      }
      index += 1
    }
    let count = text.count - first - (decimals < 0 ? 0 : 1)
    guard (1...18).contains(count) else { return nil }
    let scale = decimals < 0 ? 0 : text.count - decimals - 1
    guard let size = quotient(digits, scale) else { return nil }
    return isNegative ? -size : size
  }

  /// A whole number below 10¹⁸ over a power of ten up to 18.
  private static func quotient(_ digits: UInt64, _ scale: Int) -> Double? {
    let high = Double(digits)
    if scale == 0 { return high }
    let power = powers[scale]
    // Both are exact, so that the one division rounds correctly.
    if digits < 1 << 53 { return high / power }
    let low = Double(Int64(digits) - Int64(high))
    let value = high / power
    let remainder = high.addingProduct(-value, power) + low
    let sum = DoubleDouble(sum: value, remainder / power)
    let half = sum.high.ulp / 2
    guard sum.high.significand != 1, half - abs(sum.low) > half * 0x1p-30 else { return nil }
    return sum.high
  }

  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
    1e18,
  ]
}
