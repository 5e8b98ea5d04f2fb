/// What a cell of a value column says.
struct ValueCell: Hashable {
  /// The number, or what stands in its place.
  enum Content: Hashable {
    /// A number.
    case number(Numeral)
    /// A number in brackets: negative to accountants, unreliable to statisticians.
    case bracketed(Numeral)
    /// A word for a value that is not there.
    case missing
    /// A hyphen: nil, or missing.
    case hyphen
    /// A mark for a value that is known and withheld.
    case suppressed
    /// Anything else.
    case other
  }

  /// The number, or what stands in its place.
  let content: Content
  /// The letters beside it, each a flag or a footnote.
  var letters: [UInt8] = []
  /// The letters as they stand together.
  var words: [String] = []
  /// The footnote marks beside it.
  var marks: [String] = []
  /// Whether it is followed by a sign for per cent.
  var isPercent = false
  /// The sign of a currency before or behind it.
  var currency: String?
}

extension NumberText {
  /// What a cell of a value column says, flags and footnotes apart from the number.
  func value(of cell: ArraySlice<UInt8>) -> ValueCell {
    if let told = toldWord(cell) { return told }
    switch content(of: cell) {
    case .number(let numeral): return ValueCell(content: .number(numeral))
    case .suppressed: return ValueCell(content: .suppressed)
    case .missing:
      let isHyphen = cell.trimmed.elementsEqual([UInt8(ascii: "-")])
      return ValueCell(content: isHyphen && !isToldMissing("-") ? .hyphen : .missing)
    case .other: return annotated(cell)
    }
  }

  private func annotated(_ cell: ArraySlice<UInt8>) -> ValueCell {
    // Eurostat's c alone: confidential.
    if cell.trimmed.elementsEqual([UInt8(ascii: "c")]) { return ValueCell(content: .suppressed) }
    let parts = CellParts(cell)
    guard !parts.isPlain else { return ValueCell(content: .other) }
    if let sign = parts.currency, !currencySigns.contains(sign) || parts.isPercent {
      return ValueCell(content: .other)
    }
    let content: ValueCell.Content
    switch self.content(of: parts.core) {
    case .number(let numeral): content = parts.isBracketed ? .bracketed(numeral) : .number(numeral)
    case .suppressed: content = .suppressed
    case .missing where parts.isPercent || parts.isBracketed: return ValueCell(content: .other)
    case .missing where parts.letters.contains(UInt8(ascii: "c")): content = .suppressed
    case .missing: content = parts.core.elementsEqual([UInt8(ascii: "-")]) ? .hyphen : .missing
    case .other: return ValueCell(content: .other)
    }
    return ValueCell(
      content: content, letters: parts.letters, words: parts.words, marks: parts.marks,
      isPercent: parts.isPercent, currency: parts.currency)
  }
}
