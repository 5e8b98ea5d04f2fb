/// How the cells of a workbook show their numbers, as far as it says what the numbers are.
struct CellFormats: XMLHandler {
  /// What a number stands for.
  enum Kind: Sendable, Hashable {
    /// A number.
    case plain
    /// A number that is shown a hundred times as large.
    case percent
    /// A day, counted from the beginning of the calendar.
    case date
    /// A day of which the month and the year are shown.
    case month
    /// A day of which the year is shown.
    case year
  }

  private var codes: [Int: String] = [:]
  private var kinds: [Kind] = []
  private var isInCellFormats = false

  /// What the numbers of a cell with a format stand for.
  func kind(_ format: Int) -> Kind { kinds.indices.contains(format) ? kinds[format] : .plain }

  mutating func begin(_ element: XMLElement) -> Bool {
    if element.isNamed("numFmt") {
      if let id = element["numFmtId"].flatMap({ Int($0) }) { codes[id] = element["formatCode"] }
    } else if element.isNamed("cellXfs") {
      isInCellFormats = true
    } else if isInCellFormats, element.isNamed("xf") {
      let id = element["numFmtId"].flatMap { Int($0) } ?? 0
      kinds.append(codes[id].map(Self.kind(ofCode:)) ?? Self.kind(ofBuiltIn: id))
    }
    return true
  }

  mutating func end(_ name: UnsafePointer<CChar>) -> Bool {
    if XMLPass.equal(name, "cellXfs") { isInCellFormats = false }
    return true
  }

  mutating func take(_ text: UnsafeBufferPointer<UInt8>) {}

  /// The formats that every workbook has (ECMA-376, part 1, 18.8.30).
  static func kind(ofBuiltIn id: Int) -> Kind {
    switch id {
    case 9, 10: .percent
    case 17: .month
    case 14...16, 22, 27...31, 36, 50...54, 57, 58: .date
    default: .plain
    }
  }

  /// What a format that somebody wrote shows: `#,##0`, `yyyy`, `[$-409]d mmm yyyy;@`, `0.0%`.
  static func kind(ofCode code: String) -> Kind {
    var letters = ""
    var rest = Substring(code)
    // Only what is shown for positive numbers counts.
    while let character = rest.popFirst(), character != ";" {
      switch character {
      case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
      case "\\", "_", "*": rest = rest.dropFirst()
      case "[": rest = rest.drop { $0 != "]" }.dropFirst()
      default: letters += character.lowercased()
      }
    }
    let shown = { (letter: Character) in letters.contains(letter) }
    if shown("%") { return .percent }
    if letters.hasPrefix("general") || shown("0") || shown("#") || !shown("y") {
      return !shown("y") && shown("d") && shown("m") && !shown("0") ? .date : .plain
    }
    return shown("d") ? .date : shown("m") ? .month : .year
  }
}
