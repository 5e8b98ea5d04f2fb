/// A number as a text writes it: its value, and the place of its last digit.
struct WrittenNumber: Sendable, Hashable {
  /// The value, scale words included.
  var value: Double
  /// The place of the last digit written, scale included: 0.1 million for `99.8 million`.
  var unit: Double
  /// Whether it is written in words, as `two and a half`.
  var isInWords = false

  /// The same number in millions or the like.
  func scaled(by factor: Double) -> WrittenNumber {
    WrittenNumber(value: value * factor, unit: unit * factor, isInWords: isInWords)
  }

  /// The values that round to it at the last digit written.
  var range: ClosedRange<Double> { around(unit / 2) }

  /// The values that it may stand for where zeros at its end, or plain words, only hold the place:
  /// within half of the largest power of ten of at most a twentieth of the value.
  var coarseRange: ClosedRange<Double> {
    if isInWords { return around(max(unit / 2, 0.05 * abs(value))) }
    var place = unit
    while place * 10 <= 0.05 * abs(value), Self.isMultiple(value, of: place * 10) { place *= 10 }
    return around(place / 2)
  }

  private func around(_ reach: Double) -> ClosedRange<Double> {
    // What was computed may differ in its last bits.
    let slack = 1e-9 * reach
    return value - reach - slack...value + reach + slack
  }

  private static func isMultiple(_ value: Double, of place: Double) -> Bool {
    let parts = value / place
    return abs(parts - parts.rounded()) < 1e-6
  }
}

/// The word before a number that makes an interval of it.
enum Threshold: Sendable, Hashable {
  case exactly, about, over, atLeast, nearly, under, atMost

  /// The values that a number with this word may stand for; nil where a side is open.
  func interval(of number: WrittenNumber) -> (lower: Double?, upper: Double?) {
    let value = number.value
    let size = abs(value)
    switch self {
    case .exactly: return (number.coarseRange.lowerBound, number.coarseRange.upperBound)
    case .about:
      let reach = min(
        max(number.coarseRange.upperBound - value, 0.02 * size), max(0.05 * size, number.unit / 2))
      return (value - reach, value + reach)
    case .over, .atLeast: return (value, nil)
    case .nearly:
      var place = number.unit
      while place < 0.02 * size, Self.ends(value, at: place * 10) { place *= 10 }
      let reach = number.isInWords ? 0.05 : 0.02
      return (value - min(max(place, reach * size), 0.1 * size), value)
    case .under, .atMost: return (nil, value)
    }
  }

  private static func ends(_ value: Double, at place: Double) -> Bool {
    let parts = value / place
    return abs(parts - parts.rounded()) < 1e-6
  }
}
