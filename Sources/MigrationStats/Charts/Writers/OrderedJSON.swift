/// A JSON document (RFC 8259) whose members keep the order in which they are written, so that the same
/// chart is the same bytes on any machine.
///
/// `<` is written as an escape, so that the text can stand within a page's script as it is.
enum OrderedJSON: Sendable {
  case null
  case boolean(Bool)
  case number(Double)
  case text(String)
  case array([OrderedJSON])
  case object([Member])

  /// A name and its value.
  struct Member: Sendable {
    let name: String
    let value: OrderedJSON
  }

  /// An object without the members that have no value.
  static func members(_ members: KeyValuePairs<String, OrderedJSON?>) -> OrderedJSON {
    .object(members.compactMap { name, value in value.map { Member(name: name, value: $0) } })
  }

  static func texts(_ texts: [String]) -> OrderedJSON { .array(texts.map { .text($0) }) }

  static func numbers(_ numbers: [Double]) -> OrderedJSON { .array(numbers.map { .number($0) }) }

  static func integer(_ number: Int) -> OrderedJSON { .number(Double(number)) }

  /// A text, or null.
  init(_ text: String?) { self = text.map { .text($0) } ?? .null }

  /// An object with further members at its end.
  func adding(_ members: KeyValuePairs<String, OrderedJSON?>) -> OrderedJSON {
    adding(Self.members(members))
  }

  /// An object with the members of another at its end.
  func adding(_ other: OrderedJSON) -> OrderedJSON {
    guard case .object(let own) = self, case .object(let further) = other else { return self }
    return .object(own + further)
  }

  /// The document, ending in a line break.
  var document: String { rendered(indent: 0) + "\n" }

  /// The document on one line.
  var line: String { rendered(indent: .min / 2) }

  // MARK: Text

  private static let width = 100

  /// The text: on one line where it fits, otherwise an element a line.
  private func rendered(indent: Int) -> String {
    switch self {
    case .null: return "null"
    case .boolean(let value): return value ? "true" : "false"
    case .number(let value): return value.isFinite ? Numerals.exact(value) : "null"
    case .text(let text): return Self.quoted(text)
    case .array(let elements):
      return Self.bracketed(
        "[", elements.map { $0.rendered(indent: indent + 2) }, "]", indent: indent)
    case .object(let members):
      return Self.bracketed(
        "{",
        members.map { "\(Self.quoted($0.name)): \($0.value.rendered(indent: indent + 2))" }, "}",
        indent: indent)
    }
  }

  private static func bracketed(
    _ open: String, _ parts: [String], _ close: String, indent: Int
  ) -> String {
    let length = parts.reduce(indent + 2) { $0 + $1.utf8.count + 2 }
    if length <= width, !parts.contains(where: { $0.utf8.contains(UInt8(ascii: "\n")) }) {
      return open + parts.joined(separator: ", ") + close
    }
    let margin = String(repeating: " ", count: indent)
    return "\(open)\n\(margin)  " + parts.joined(separator: ",\n\(margin)  ")
      + "\n\(margin)\(close)"
  }

  private static func quoted(_ text: String) -> String {
    var escaped = "\""
    escaped.reserveCapacity(text.utf8.count + 2)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": escaped += "\\\""
      case "\\": escaped += "\\\\"
      case "\n": escaped += "\\n"
      case "\r": escaped += "\\r"
      case "\t": escaped += "\\t"
      // The last two end a line in a script, though not in JSON.
      case "<", "\u{0}"..<"\u{20}", "\u{7F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        escaped += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped + "\""
  }
}

extension OrderedJSON: ExpressibleByStringInterpolation, ExpressibleByBooleanLiteral,
  ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  init(stringLiteral text: String) { self = .text(text) }
  init(booleanLiteral value: Bool) { self = .boolean(value) }
  init(floatLiteral value: Double) { self = .number(value) }
  init(integerLiteral value: Int) { self = .number(Double(value)) }
  init(arrayLiteral elements: OrderedJSON...) { self = .array(elements) }
  init(dictionaryLiteral members: (String, OrderedJSON)...) {
    self = .object(members.map { Member(name: $0.0, value: $0.1) })
  }
}
