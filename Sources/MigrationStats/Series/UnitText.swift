/// Units as titles and headers state them.
enum UnitText {
  /// ‘Personal remittances, received (current US$)’ is a quantity and its unit.
  static func split(_ name: String) -> (quantity: String, unit: String?) {
    guard name.hasSuffix(")"), let open = name.lastIndex(of: "(") else { return (name, nil) }
    let unit = String(name[name.index(after: open)...].dropLast())
    guard isUnit(unit) else { return (name, nil) }
    return (trimmed(name[..<open]), withoutIn(unit))
  }

  /// The unit that a title states: `Unit: US$ million`, `Migrant stock (thousands)`, `In thousands of
  /// persons`; nil where it states none.
  static func stated(in title: String) -> String? {
    let text = trimmed(title[...])
    let lowered = text.lowercased()
    for label in ["unit:", "units:", "unit of measure:", "einheit:", "unité:", "unidad:"]
    where lowered.hasPrefix(label) {
      let unit = trimmed(text.dropFirst(label.count))
      return unit.isEmpty ? nil : unit
    }
    if let unit = split(text).unit { return unit == "percentage" ? "%" : withoutYears(unit) }
    let words = lowered.split(separator: " ")
    // ‘In thousands’, alone or behind a comma: ‘Migrants, in thousands’.
    let start: Substring? =
      lowered.hasPrefix("in ")
      ? text.dropFirst(3) : text.ranges(of: ", in ").first.map { text[$0.upperBound...] }
    guard words.count > 1, let unit = start.map({ withoutYears(trimmed($0)) }),
      Unit(unit).multiplier != nil
    else {
      return nil
    }
    return unit
  }

  /// Whether words in brackets are those of a unit.
  private static func isUnit(_ text: String) -> Bool {
    let lowered = text.lowercased()
    let bytes = Array(lowered.utf8)
    return lowered == "percentage"
      || bytes.indices.contains { place in marks.contains { bytes[place...].starts(with: $0) } }
      || lowered.split(separator: " ").contains { Unit.power(of: String($0)) != nil }
  }

  private static let marks = [
    "$", "€", "£", "%", "thousand", "million", "billion", "persons", "people", "number", "per ",
  ].map { Array($0.utf8) }

  /// The unit without the years that a title names behind it: `millions, 1990-2000`.
  ///
  /// Years of prices are a part of it: `US$ million of 2015`.
  private static func withoutYears(_ text: String) -> String {
    var tokens = text.split(separator: " ").map(String.init)
    var hasYears = false
    while tokens.count > 1, let last = tokens.last {
      let word = last.filter { !"(),.;:".contains($0) }.lowercased()
      let isYears =
        PeriodText.isPeriod(word) || hasYears && Self.aroundYears.contains(word)
      guard isYears else { break }
      hasYears = true
      tokens.removeLast()
    }
    guard hasYears, let last = tokens.last,
      !["of", "at", "prices", "price", "constant", "current"].contains(last.lowercased())
    else { return text }
    var unit = tokens.joined(separator: " ")
    while let mark = unit.last, ",;:".contains(mark) { unit.removeLast() }
    return unit.last.map { "$€£¥".contains($0) } == true ? text : unit
  }

  /// Words that join years, or lead to them.
  private static let aroundYears: Set<String> = ["-", "–", "—", "to", "and", "from", "in", "since"]

  private static func withoutIn(_ text: String) -> String {
    text.lowercased().hasPrefix("in ") ? trimmed(text.dropFirst(3)) : text
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text.drop { $0 == " " }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
