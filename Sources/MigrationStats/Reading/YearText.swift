/// Calendar years as publishers write them: `1990`, `YR1990`, `1990 [YR1990]`.
enum YearText {
  /// The years taken for calendar years.
  static let range = 1500...2300

  /// The year that the text is, or nil.
  static func year(in text: String) -> Int? { year(in: ArraySlice(text.utf8)) }

  /// The year that the bytes are, or nil; white space around them does not count.
  static func year(in cell: ArraySlice<UInt8>) -> Int? {
    var text = cell.trimmed
    if text.count == 13, text.dropFirst(4).starts(with: Array(" [YR".utf8)),
      text.last == UInt8(ascii: "]")
    {
      guard text.dropFirst(8).prefix(4) == text.prefix(4) else { return nil }
      text = text.prefix(4)
    } else if text.count == 6, text.starts(with: Array("YR".utf8)) {
      text = text.dropFirst(2)
    }
    guard text.count == 4, text.allSatisfy(\.isDigit) else { return nil }
    let year = text.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    return range.contains(year) ? year : nil
  }
}
