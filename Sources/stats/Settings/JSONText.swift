import MigrationStats

/// JSON of which the line of every value is known.
struct JSONText {
  /// A value and the line on which it begins.
  struct Item {
    let value: Value
    let line: Int
  }

  /// A name of an object, the line on which it stands, and its value.
  struct Member {
    let name: String
    let line: Int
    let item: Item
  }

  enum Value {
    case text(String)
    /// A number as it is written.
    case number(String)
    case flag(Bool)
    case null
    case list([Item])
    case object([Member])
  }

  private let name: String
  private let scalars: [Unicode.Scalar]
  private var place = 0
  private var line = 1

  private init(_ text: String, name: String) {
    self.name = name
    scalars = Array(text.unicodeScalars)
  }

  /// The value that a text holds.
  ///
  /// - Throws: `SettingsError` where it is not JSON, or has a name twice.
  static func value(of text: String, name: String) throws(SettingsError) -> Item {
    var text = JSONText(text, name: name)
    let item = try text.item(depth: 0)
    text.skipBlanks()
    if let next = text.next { throw text.error("‘\(next)’ stands after the end of the JSON") }
    return item
  }

  private var next: Unicode.Scalar? { place < scalars.count ? scalars[place] : nil }

  private func error(_ summary: String, line: Int? = nil) -> SettingsError {
    SettingsError(
      summary, at: Position(file: name, line: line ?? self.line),
      remedy: "Mend the JSON; or run with --no-config, which reads no stats.json.")
  }

  private mutating func skipBlanks() {
    while let scalar = next, [" ", "\t", "\r", "\n"].contains(scalar) {
      if scalar == "\n" { line += 1 }
      place += 1
    }
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    place += 1
    return true
  }

  private mutating func item(depth: Int) throws(SettingsError) -> Item {
    skipBlanks()
    let line = line
    guard depth < 32 else { throw error("the JSON is nested too deeply") }
    switch next {
    case "{": return Item(value: .object(try members(depth: depth)), line: line)
    case "[": return Item(value: .list(try items(depth: depth)), line: line)
    case "\"": return Item(value: .text(try string()), line: line)
    default: return Item(value: try word(), line: line)
    }
  }

  private mutating func members(depth: Int) throws(SettingsError) -> [Member] {
    place += 1
    var members: [Member] = []
    skipBlanks()
    if take("}") { return members }
    while true {
      skipBlanks()
      let line = line
      guard next == "\"" else { throw unexpected("a name in quotation marks") }
      let name = try string()
      if members.contains(where: { $0.name == name }) {
        throw error("‘\(name)’ is there twice", line: line)
      }
      skipBlanks()
      guard take(":") else { throw unexpected("a colon after ‘\(name)’") }
      members.append(Member(name: name, line: line, item: try item(depth: depth + 1)))
      skipBlanks()
      if take("}") { return members }
      guard take(",") else { throw unexpected("a comma or }") }
    }
  }

  private mutating func items(depth: Int) throws(SettingsError) -> [Item] {
    place += 1
    var items: [Item] = []
    skipBlanks()
    if take("]") { return items }
    while true {
      items.append(try item(depth: depth + 1))
      skipBlanks()
      if take("]") { return items }
      guard take(",") else { throw unexpected("a comma or ]") }
    }
  }

  private mutating func string() throws(SettingsError) -> String {
    place += 1
    var text = String.UnicodeScalarView()
    while let scalar = next {
      place += 1
      switch scalar {
      case "\"": return String(text)
      case "\\": text.append(try escaped())
      case "\n": throw error("a text does not end on its line")
      default: text.append(scalar)
      }
    }
    throw error("a text does not end")
  }

  private mutating func escaped() throws(SettingsError) -> Unicode.Scalar {
    let scalar = next
    place += 1
    switch scalar {
    case "\"", "\\", "/": return scalar ?? "/"
    case "b": return "\u{8}"
    case "f": return "\u{C}"
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "u":
      let unit = try hexadecimal()
      guard (0xD800..<0xDC00).contains(unit) else {
        guard let found = Unicode.Scalar(unit) else { throw error("\\u has no second half") }
        return found
      }
      guard take("\\"), take("u") else { throw error("\\u has no second half") }
      let second = try hexadecimal()
      guard (0xDC00..<0xE000).contains(second),
        let found = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (second - 0xDC00))
      else { throw error("\\u has no second half") }
      return found
    default: throw error("a backslash stands before what it cannot escape")
    }
  }

  private mutating func hexadecimal() throws(SettingsError) -> UInt32 {
    let digits = scalars[place..<min(place + 4, scalars.count)]
    guard digits.count == 4, digits.allSatisfy({ Character($0).isHexDigit }),
      let unit = UInt32(String(String.UnicodeScalarView(digits)), radix: 16)
    else { throw error("\\u wants four hexadecimal digits") }
    place += 4
    return unit
  }

  /// `true`, `false`, `null` or a number.
  private mutating func word() throws(SettingsError) -> Value {
    let ends: Set<Unicode.Scalar> = [",", "}", "]", ":", " ", "\t", "\r", "\n"]
    let rest = scalars[place...].prefix { !ends.contains($0) }
    let word = String(String.UnicodeScalarView(rest))
    guard !word.isEmpty else { throw unexpected("a value") }
    place += rest.count
    switch word {
    case "true": return .flag(true)
    case "false": return .flag(false)
    case "null": return .null
    default:
      guard word.allSatisfy({ "0123456789+-.eE".contains($0) }), word.first != "+",
        word.first != ".", word.last != ".", Double(word) != nil
      else { throw error("‘\(word)’ is no value of JSON") }
      return .number(word)
    }
  }

  private func unexpected(_ wanted: String) -> SettingsError {
    guard let next else { return error("the file ends where \(wanted) should stand") }
    return error("‘\(next)’ stands where \(wanted) should")
  }
}
