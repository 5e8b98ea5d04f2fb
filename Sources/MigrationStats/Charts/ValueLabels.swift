/// How values are written beside their marks: in the axis's unit, with the digits that tell them
/// apart.
struct ValueLabels {
  private let divisor: Double
  private let decimals: Int

  /// - Parameters:
  ///   - values: all values that are written, in the data's unit.
  ///   - divisor: what the axis divides them by.
  ///   - decimals: those of all of them; as many as leave the largest three digits where nil.
  init(_ values: [Double], divisor: Double, decimals: Int? = nil) {
    self.divisor = divisor
    let scaled = values.map { abs($0 / divisor) }
    let largest = scaled.max() ?? 0
    let most = largest >= 1000 ? 0 : largest >= 100 ? 1 : 2
    // No more digits than the values have.
    let needed = (0..<most).first { decimals in
      scaled.allSatisfy { value in
        abs((Double(Numerals.rounded(value, decimals: decimals)) ?? value) - value)
          <= 1e-9 * value
      }
    }
    self.decimals = decimals ?? needed ?? most
  }

  /// A value as it is written: `50.66`, `0.0031` beside it, `−3.20`.
  func text(_ value: Double) -> String {
    let scaled = value / divisor
    let rounded = Numerals.grouped(scaled, decimals: decimals)
    // A value that rounding would make nothing of keeps two digits.
    let isLost = scaled != 0 && !rounded.contains { $0.isNumber && $0 != "0" }
    let text = isLost || abs(scaled) >= 1e12 ? Numerals.significant(scaled, digits: 2) : rounded
    return text.replacing("-", with: "−")
  }

  /// A value that may be a limit: `over 200`.
  func text(_ point: Observation) -> String {
    [point.bound.rawValue, text(point.value)].filter { !$0.isEmpty }.joined(separator: " ")
  }
}
