/// Numbers as text, the same on every machine.
///
/// ```swift
/// print(Numerals.grouped(99_800_000), Numerals.grouped(1.5, decimals: 2))  // 99,800,000 1.50
/// ```
public enum Numerals {
  /// The number with every digit that it takes to read the same double back, never an exponent
  /// for whole numbers up to 2^53.
  ///
  /// ```swift
  /// print(Numerals.exact(99_800_000), Numerals.exact(0.1))  // 99800000 0.1
  /// ```
  public static func exact(_ value: Double) -> String {
    if value == value.rounded(), abs(value) <= 9_007_199_254_740_992 {
      return value == 0 ? "0" : "\(Int64(value))"
    }
    return "\(value)"
  }

  /// The number rounded half away from zero to some decimals, as one rounds the printed digits.
  ///
  /// ```swift
  /// print(Numerals.rounded(2.675, decimals: 2))  // 2.68
  /// ```
  public static func rounded(_ value: Double, decimals: Int) -> String {
    guard value.isFinite else { return value.isNaN ? "" : value < 0 ? "−∞" : "∞" }
    var (digits, point) = decimalDigits(abs(value))
    let kept = point + decimals
    if kept < digits.count {
      let up = kept >= 0 && digits[kept] >= 5
      digits = kept > 0 ? Array(digits[..<kept]) : []
      if up { increment(&digits, &point) }
    }
    let whole =
      point > 0 ? digits.prefix(point) + repeatElement(0, count: max(0, point - digits.count)) : [0]
    var fraction = point < 0 ? [Int](repeating: 0, count: min(-point, decimals)) : []
    fraction += point >= 0 ? digits.dropFirst(point) : digits[...]
    fraction = Array(fraction.prefix(decimals))
    fraction += repeatElement(0, count: decimals - fraction.count)
    let text =
      whole.map(String.init).joined()
      + (decimals > 0 ? "." + fraction.map(String.init).joined() : "")
    return value < 0 && text.contains { $0 != "0" && $0 != "." } ? "-" + text : text
  }

  /// `1st`, `2nd`, `23rd`, `11th`.
  static func ordinal(_ number: Int) -> String {
    let ending =
      switch (number % 10, number % 100) {
      case (_, 11), (_, 12), (_, 13): "th"
      case (1, _): "st"
      case (2, _): "nd"
      case (3, _): "rd"
      default: "th"
      }
    return "\(number)\(ending)"
  }

  /// The number with commas between thousands, rounded to some decimals: `99,800,000`.
  ///
  /// - Parameters:
  ///   - value: the number.
  ///   - decimals: how many; as many as the number has, up to three, where nil, and none from a
  ///     million on.
  public static func grouped(_ value: Double, decimals: Int? = nil) -> String {
    var text = rounded(value, decimals: decimals ?? (abs(value) >= 1e6 ? 0 : 3))
    if decimals == nil, text.contains(".") {
      while text.last == "0" { text.removeLast() }
      if text.last == "." { text.removeLast() }
    }
    let sign = text.hasPrefix("-") ? "-" : ""
    let parts = text.drop { $0 == "-" }.split(separator: ".", maxSplits: 1)
    guard let whole = parts.first, whole.allSatisfy(\.isNumber) else { return text }
    return sign + groupedDigits(String(whole)) + (parts.count > 1 ? "." + parts[1] : "")
  }

  /// A whole number that is written out, with its digits in threes.
  static func grouped(digits: String) -> String {
    digits.hasPrefix("-")
      ? "-" + groupedDigits(String(digits.dropFirst())) : groupedDigits(digits)
  }

  private static func groupedDigits(_ whole: String) -> String {
    var grouped = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { grouped += "," }
      grouped.append(digit)
    }
    return grouped
  }

  /// The number rounded to some significant digits: `2.108`, `1,234,568`, `6.45e-7`.
  ///
  /// ```swift
  /// print(Numerals.significant(2.10791, digits: 4), Numerals.significant(6.45e-7, digits: 3))
  /// // 2.108 6.45e-7
  /// ```
  ///
  /// From 0.0001 to a thousand million it is written out, whole digits never rounded away; others
  /// have a power of ten.
  public static func significant(_ value: Double, digits: Int) -> String {
    guard value != 0, value.isFinite else { return grouped(value, decimals: 0) }
    let (found, point) = decimalDigits(abs(value))
    guard (-3...9).contains(point) else {
      var (mantissa, exponent) = (Array(found.prefix(digits)), point - 1)
      if found.count > digits, found[digits] >= 5 {
        var place = digits
        increment(&mantissa, &place)
        exponent += place - digits
      }
      mantissa = Array(mantissa.prefix(digits))
      let rest = mantissa.dropFirst().map(String.init).joined()
      return (value < 0 ? "-" : "") + "\(mantissa[0])" + (rest.isEmpty ? "" : ".\(rest)")
        + "e\(exponent)"
    }
    return grouped(value, decimals: max(0, digits - point))
  }

  /// The shortest decimal digits of a number and where its point stands among them.
  static func decimalDigits(_ value: Double) -> (digits: [Int], point: Int) {
    let text = Array("\(value)".utf8)
    let mantissa = text.prefix { $0 != UInt8(ascii: "e") }
    let exponent = text.dropFirst(mantissa.count + 1)
    var digits = mantissa.map { Int($0) - 48 }.filter((0...9).contains)
    var point = mantissa.firstIndex(of: UInt8(ascii: ".")) ?? mantissa.count
    if !exponent.isEmpty { point += Int(String(decoding: exponent, as: UTF8.self)) ?? 0 }
    while digits.first == 0 {
      digits.removeFirst()
      point -= 1
    }
    return digits.isEmpty ? ([0], 1) : (digits, point)
  }

  static func increment(_ digits: inout [Int], _ point: inout Int) {
    var index = digits.count - 1
    while index >= 0, digits[index] == 9 {
      digits[index] = 0
      index -= 1
    }
    if index >= 0 {
      digits[index] += 1
    } else {
      digits.insert(1, at: 0)
      point += 1
    }
  }
}
