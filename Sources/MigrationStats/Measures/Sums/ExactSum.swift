/// A sum of decimal numbers, exact: the same in whatever order and on however many threads it is taken.
struct ExactSum: Sendable, Hashable {
  /// The whole parts, and the decimals in units of 10⁻¹⁸.
  private(set) var whole: Int128 = 0
  private(set) var fraction: Int128 = 0
  /// How many numbers there are.
  private(set) var count = 0

  private static let unit = 1_000_000_000_000_000_000

  private static let powers: [Int64] = (0...18).map { exponent in
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }

  /// Adds a number, some times.
  @inline(__always)
  mutating func add(_ number: PlainDigits) {
    count &+= 1
    if number.decimals == 0 {
      whole &+= Int128(number.digits)
    } else {
      addDecimals(number, times: 1)
    }
  }

  /// Adds a number that often.
  mutating func add(_ number: PlainDigits, times: Int) {
    count += times
    addDecimals(number, times: times)
  }

  /// Adds a whole number of up to 28 digits that often; whether it is one.
  mutating func add(digits: String, times: Int) -> Bool {
    guard digits.utf8.count <= 28, let number = Int128(digits) else { return false }
    count += times
    whole &+= number &* Int128(times)
    return true
  }

  @inline(__always)
  private mutating func addDecimals(_ number: PlainDigits, times: Int) {
    let power = Self.powers[number.decimals]
    let (quotient, rest) = number.digits.quotientAndRemainder(dividingBy: power)
    whole &+= Int128(quotient) &* Int128(times)
    fraction &+= Int128(rest &* Self.powers[18 - number.decimals]) &* Int128(times)
  }

  static func += (sum: inout ExactSum, other: ExactSum) {
    sum.whole += other.whole
    sum.fraction += other.fraction
    sum.count += other.count
  }

  /// The sum in plain digits, such as `-12.5`.
  var text: String {
    // Both parts with the sign of the sum.
    var (high, low) = (whole + fraction / Int128(Self.unit), fraction % Int128(Self.unit))
    if high > 0, low < 0 { (high, low) = (high - 1, low + Int128(Self.unit)) }
    if high < 0, low > 0 { (high, low) = (high + 1, low - Int128(Self.unit)) }
    let sign = high < 0 || low < 0 ? "-" : ""
    guard low != 0 else { return "\(sign)\(high.magnitude)" }
    let digits = "\(low.magnitude)"
    var decimals = String(repeating: "0", count: 18 - digits.count) + digits
    while decimals.last == "0" { decimals.removeLast() }
    return "\(sign)\(high.magnitude).\(decimals)"
  }

  /// The double nearest to the sum.
  var value: Double { Double(text) ?? .nan }
}
