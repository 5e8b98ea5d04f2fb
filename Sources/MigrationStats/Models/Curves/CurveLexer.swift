/// The text of a curve cut into its smallest pieces.
struct CurveLexer {
  /// A piece of the text.
  enum Token: Hashable {
    case number(Double)
    case name(String, isQuoted: Bool)
    case plus, minus, times, over, power
    case open, close, tilde
    case end
  }

  /// The longest text that is read as a curve, in characters.
  static let longest = 10_000

  /// The pieces with the places of their first characters; the last is the end.
  private(set) var tokens: [(token: Token, place: Int)] = []
  private let characters: [Character]

  init(_ text: String) throws(FittingError) {
    characters = Array(text)
    guard characters.count <= Self.longest else {
      throw FittingError(
        .syntax,
        "the curve has \(characters.count) characters, more than the \(Self.longest) allowed",
        remedy: "Write a shorter curve.")
    }
    var place = 0
    while place < characters.count {
      let start = place
      if characters[place].isWhitespace {
        place += 1
        continue
      }
      tokens.append((try token(at: &place), start))
    }
    tokens.append((.end, characters.count))
  }

  /// The error that something is wrong at a place, which it marks below the text.
  func failure(_ summary: String, at place: Int, remedy: String? = nil) -> FittingError {
    // A window of the text, so that the mark stays near what it marks.
    let start = max(0, min(place - 40, characters.count - 60))
    let end = min(characters.count, start + 80)
    let head = start > 0 ? "…" : ""
    let shown = characters[start..<end].map { $0.isWhitespace ? " " : String($0) }.joined()
    let mark = String(repeating: " ", count: head.count + place - start) + "^"
    return FittingError(
      .syntax,
      "\(summary)\n  \(head)\(shown)\(end < characters.count ? "…" : "")\n  \(mark)",
      remedy: remedy)
  }

  /// Whether a name is read as one without backquotes.
  static func isPlainName(_ name: String) -> Bool {
    guard let first = name.first, isNameStart(first) || first == "." else { return false }
    let rest = name.dropFirst()
    return (first != "." || rest.first.map { !isDigit($0) } ?? false) && rest.allSatisfy(isNamePart)
  }

  // MARK: Pieces

  private func token(at place: inout Int) throws(FittingError) -> Token {
    let character = characters[place]
    if Self.isDigit(character) || (character == "." && digit(at: place + 1)) {
      return try number(at: &place)
    }
    if Self.isNameStart(character) || character == "." {
      let start = place
      while place < characters.count, Self.isNamePart(characters[place]) { place += 1 }
      return .name(String(characters[start..<place]), isQuoted: false)
    }
    if character == "`" { return try quotedName(at: &place) }
    place += 1
    switch character {
    case "+": return .plus
    case "-", "−": return .minus
    case "*" where place < characters.count && characters[place] == "*":
      place += 1
      return .power
    case "*", "·", "×": return .times
    case "/": return .over
    case "^": return .power
    case "(": return .open
    case ")": return .close
    case "~": return .tilde
    case "=":
      throw failure(
        "‘=’ has no place in a curve", at: place - 1, remedy: "Write ‘~’ after the response.")
    case ",":
      throw failure(
        "the functions of a curve take one argument, not several", at: place - 1,
        remedy: "Write ‘.’ before decimals, ‘x^2’ for a power, ‘log(x)/log(3)’ for another base.")
    default:
      throw failure("‘\(character)’ has no place in a curve", at: place - 1)
    }
  }

  private func number(at place: inout Int) throws(FittingError) -> Token {
    let start = place
    func skipDigits() { while digit(at: place) { place += 1 } }
    skipDigits()
    if place < characters.count, characters[place] == "." {
      place += 1
      skipDigits()
    }
    if place < characters.count, characters[place] == "e" || characters[place] == "E" {
      let sign = place + 1 < characters.count && "+-".contains(characters[place + 1])
      let exponent = place + (sign ? 2 : 1)
      if digit(at: exponent) {
        place = exponent
        skipDigits()
      }
    }
    let text = String(characters[start..<place])
    guard let value = Double(text.hasSuffix(".") ? text + "0" : text), value.isFinite else {
      throw failure("‘\(text)’ is too large a number", at: start)
    }
    return .number(value)
  }

  private func quotedName(at place: inout Int) throws(FittingError) -> Token {
    let start = place
    guard let end = characters[(start + 1)...].firstIndex(of: "`") else {
      throw failure("a backquote is not closed", at: start)
    }
    guard end > start + 1 else {
      throw failure("there is no name between the backquotes", at: start)
    }
    place = end + 1
    return .name(String(characters[start + 1..<end]), isQuoted: true)
  }

  private func digit(at place: Int) -> Bool {
    place < characters.count && Self.isDigit(characters[place])
  }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
  private static func isNameStart(_ character: Character) -> Bool { character.isLetter }
  private static func isNamePart(_ character: Character) -> Bool {
    character.isLetter || isDigit(character) || character == "_" || character == "."
  }
}
