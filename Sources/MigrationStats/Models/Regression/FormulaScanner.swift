/// A formula's text cut into tokens.
struct FormulaScanner {
  /// What a token is.
  enum Kind: Hashable {
    case number(Double)
    /// A name, and whether it stood in backquotes.
    case name(String, isQuoted: Bool)
    case text(String)
    /// An operator, a bracket or a comma.
    case sign(String)
    case end
  }

  /// A token and where it begins, in characters.
  struct Token {
    let kind: Kind
    let place: Int
  }

  private let text: String
  private let characters: [Character]
  private var place = 0

  private init(_ text: String) {
    self.text = text
    characters = Array(text)
  }

  /// The tokens of a text, the end of it the last.
  ///
  /// - Throws: `FittingError` (`syntax`) with the place marked.
  static func tokens(of text: String) throws(FittingError) -> [Token] {
    var scanner = FormulaScanner(text)
    var tokens: [Token] = []
    while true {
      let token = try scanner.next()
      tokens.append(token)
      if token.kind == .end { return tokens }
    }
  }

  private mutating func next() throws(FittingError) -> Token {
    while place < characters.count, characters[place].isWhitespace { place += 1 }
    let start = place
    guard start < characters.count else { return Token(kind: .end, place: start) }
    let character = characters[start]
    switch character {
    case "0"..."9": return Token(kind: .number(try number()), place: start)
    case "." where start + 1 < characters.count && ("0"..."9").contains(characters[start + 1]):
      return Token(kind: .number(try number()), place: start)
    case "`":
      return Token(kind: .name(try quoted("`"), isQuoted: true), place: start)
    case "\"", "'":
      return Token(kind: .text(try quoted(character)), place: start)
    case "*" where start + 1 < characters.count && characters[start + 1] == "*":
      place += 2
      return Token(kind: .sign("^"), place: start)
    case "%":
      return Token(kind: .sign(try named()), place: start)
    case "+", "-", "*", "/", "^", ":", "(", ")", ",", "=", "~":
      place += 1
      return Token(kind: .sign(String(character)), place: start)
    default:
      guard character.isLetter || character == "." || character == "_" else {
        throw .syntax(
          "‘\(character)’ means nothing in a formula", in: text, at: start,
          remedy: "Put a column's name that holds it in backquotes: `net migration (%)`.")
      }
      while place < characters.count, Self.isOfName(characters[place]) { place += 1 }
      return Token(
        kind: .name(String(characters[start..<place]), isQuoted: false), place: start)
    }
  }

  private static func isOfName(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "." || character == "_"
  }

  private mutating func number() throws(FittingError) -> Double {
    let start = place
    func skipDigits(_ place: inout Int) {
      while place < characters.count, ("0"..."9").contains(characters[place]) { place += 1 }
    }
    skipDigits(&place)
    if place < characters.count, characters[place] == "." {
      place += 1
      skipDigits(&place)
    }
    if place < characters.count, characters[place] == "e" || characters[place] == "E" {
      var rest = place + 1
      if rest < characters.count, characters[rest] == "+" || characters[rest] == "-" { rest += 1 }
      let digits = rest
      skipDigits(&rest)
      if rest > digits { place = rest }
    }
    let written = String(characters[start..<place])
    // R writes whole numbers with an L.
    if place < characters.count, characters[place] == "L" { place += 1 }
    guard let value = Double(written), value.isFinite,
      place == characters.count || !Self.isOfName(characters[place])
    else {
      throw .syntax(
        "‘\(written)’ does not begin a number or a name", in: text, at: start,
        remedy: "Put a column's name that begins with a digit in backquotes: `1990`.")
    }
    return value
  }

  /// A text between two marks; a backslash takes the next character as it is.
  private mutating func quoted(_ mark: Character) throws(FittingError) -> String {
    let start = place
    var content = ""
    place += 1
    while place < characters.count, characters[place] != mark {
      if characters[place] == "\\", place + 1 < characters.count { place += 1 }
      content.append(characters[place])
      place += 1
    }
    guard place < characters.count else {
      throw .syntax(
        "the ‘\(mark)’ is never closed", in: text, at: start, remedy: "Close it with another.")
    }
    place += 1
    guard !content.isEmpty else {
      throw .syntax(
        "there is nothing between the two ‘\(mark)’", in: text, at: start,
        remedy: "Write a name between them.")
    }
    return content
  }

  /// An operator between per cent signs.
  private mutating func named() throws(FittingError) -> String {
    let rest = String(characters[place...])
    guard rest.hasPrefix("%in%") else {
      throw .syntax(
        "‘%’ begins no operator", in: text, at: place,
        remedy: "Put a column's name that holds it in backquotes: `growth %`.")
    }
    place += 4
    return "%in%"
  }
}

extension FittingError {
  /// A fault of a formula: what is wrong, the formula, and a caret under the place.
  static func syntax(
    _ summary: String, in text: String, at place: Int, kind: Kind = .syntax, remedy: String? = nil
  ) -> FittingError {
    // The line's breaks and tabs would part the caret from what it points to.
    let line = String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
    let caret = String(repeating: " ", count: min(place, line.count)) + "^"
    return FittingError(kind, "\(summary)\n  \(line)\n  \(caret)", remedy: remedy)
  }
}
