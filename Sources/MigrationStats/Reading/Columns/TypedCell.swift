/// What the cell of a column says, before its column decides on a type.
enum TypedCell: Hashable, Sendable {
  /// A whole number.
  case whole(Int64)
  /// A number with decimals or an exponent.
  case decimal(Double)
  /// A word for a value that is not there.
  case missing
  /// A mark for a value that is known and withheld.
  case suppressed
  /// A text, or digits that no number keeps as they are: with a leading nought, or too many.
  case text

  /// What a cell says by a law for numbers.
  init(_ cell: ArraySlice<UInt8>, _ numbers: NumberText) {
    if let told = numbers.toldWord(cell) {
      self = told.content == .suppressed ? .suppressed : .whole(0)
      return
    }
    switch numbers.content(of: cell) {
    case .missing: self = .missing
    case .suppressed: self = .suppressed
    case .other: self = .text
    case .number(let numeral): self = Self.number(numeral, cell.trimmed, numbers.decimalMark)
    }
  }

  private static func number(
    _ numeral: Numeral, _ text: ArraySlice<UInt8>, _ mark: UInt8
  ) -> TypedCell {
    let digits = text.drop { !$0.isDigit }
    let isNegative = text.first == UInt8(ascii: "-") || text.first == 0xE2
    guard let first = digits.first else { return .text }
    let lead = text[..<digits.startIndex].last
    if first == UInt8(ascii: "0"), digits.dropFirst().first?.isDigit == true, lead != mark {
      return .text
    }
    let isWhole = !text.contains { $0 == mark || $0 | 0x20 == UInt8(ascii: "e") }
    guard isWhole else { return numeral.exact == nil ? .decimal(numeral.value) : .text }
    if isNegative, numeral.value == 0 { return .decimal(-0.0) }
    let plain = String(decoding: text.filter(\.isDigit), as: UTF8.self)
    return Int64((isNegative ? "-" : "") + plain).map { .whole($0) } ?? .text
  }
}
