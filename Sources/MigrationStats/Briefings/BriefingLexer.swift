/// Cuts a text into words, numbers, years and marks, and finds where sentences end.
///
/// What is no prose of the text is passed over: code, addresses, comments, the front matter.
struct BriefingLexer {
  let bytes: [UInt8]
  var at = 0
  var tokens: [Token] = []
  /// The tables of the text, whose tokens stand among those of the text.
  var tables: [TextTable] = []
  /// Up to where a mark that ends something is known to be missing.
  var searched: [UInt8: Int] = [:]
  /// Up to where no footnote is one of a figure.
  var noteless = 0
  /// The elements of HTML that are known to have no end.
  var unclosed = Set<String>()
  /// Whether the block that is read is over at the end of its line, as a heading is.
  var endsAtLine = false

  /// All tokens of a text.
  static func tokens(of bytes: [UInt8]) -> [Token] { text(of: bytes).tokens }

  /// All tokens of a text, and its tables.
  static func text(of bytes: [UInt8]) -> (tokens: [Token], tables: [TextTable]) {
    var lexer = BriefingLexer(bytes: bytes)
    lexer.run()
    return (lexer.tokens, lexer.tables)
  }

  init(bytes: [UInt8]) {
    self.bytes = bytes
    tokens.reserveCapacity(bytes.count / 5)
  }

  func byte(_ offset: Int = 0) -> UInt8 {
    at + offset < bytes.count && at + offset >= 0 ? bytes[at + offset] : 0
  }

  func follows(_ text: StaticString, _ offset: Int = 0) -> Bool {
    guard at + offset + text.utf8CodeUnitCount <= bytes.count else { return false }
    for index in 0..<text.utf8CodeUnitCount
    where bytes[at + offset + index] != text.utf8Start[index] { return false }
    return true
  }

  mutating func run() {
    skipFrontMatter()
    var isLineStart = true
    while at < bytes.count {
      if isLineStart {
        isLineStart = false
        if endsAtLine { end(.paragraphEnd) }
        endsAtLine = false
        if table() || skipBlock() {
          isLineStart = true
          continue
        }
        guard at < bytes.count else { break }
      }
      if bytes[at] == UInt8(ascii: "\n") {
        at += 1
        isLineStart = true
      } else {
        step()
      }
    }
    end(.paragraphEnd)
  }

  /// Reads what begins with a byte that ends no line.
  mutating func step() {
    let byte = bytes[at]
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): at += 1
    case UInt8(ascii: "0")...UInt8(ascii: "9"): number()
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): word()
    case UInt8(ascii: "`"): skip(to: UInt8(ascii: "`"))
    case UInt8(ascii: "&") where entityLength() > 0: at += entityLength()
    case UInt8(ascii: "<"): skipTag()
    case UInt8(ascii: "]") where self.byte(1) == UInt8(ascii: "("):
      at += 1
      skip(to: UInt8(ascii: ")"))
    case UInt8(ascii: "["):
      if self.byte(1) == UInt8(ascii: "^") { skip(to: UInt8(ascii: "]")) } else { at += 1 }
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "]"), UInt8(ascii: "\\"): at += 1
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): stop()
    case UInt8(ascii: "-") where isDigit(self.byte(1)) && !isWordByte(self.byte(-1)):
      mark("-", 1)
    case UInt8(ascii: "-"): at += 1
    case 0x80...: special()
    default: mark(String(UnicodeScalar(byte)), 1)
    }
  }

  /// The length of `&nbsp;` and the like; 0 where there is none.
  func entityLength() -> Int {
    var index = at + 1
    while index < bytes.count, isWordByte(bytes[index]) || bytes[index] == UInt8(ascii: "#"),
      index - at < 10
    { index += 1 }
    return index > at + 1 && index < bytes.count && bytes[index] == UInt8(ascii: ";")
      ? index + 1 - at : 0
  }

  // MARK: Marks

  mutating func mark(_ text: String, _ length: Int) {
    tokens.append(Token(kind: .mark, text: text, start: at, end: at + length))
    at += length
  }

  mutating func end(_ kind: Token.Kind) {
    if let last = tokens.last?.kind {
      if last == .paragraphEnd || last == kind { return }
      if last == .sentenceEnd { tokens.removeLast() }
      tokens.append(Token(kind: kind, text: "", start: at, end: at))
    }
  }

  /// A full stop ends a sentence where a space and no lower case follow, and no abbreviation stands
  /// before it.
  mutating func stop() {
    let isFullStop = bytes[at] == UInt8(ascii: ".")
    if bytes[at] == UInt8(ascii: "?") {
      tokens.append(Token(kind: .mark, text: "?", start: at, end: at + 1))
    }
    at += 1
    var next = at
    while next < bytes.count, "\"')]*_".utf8.contains(bytes[next]) { next += 1 }
    if next + 2 < bytes.count, bytes[next] == 0xE2, bytes[next + 1] == 0x80 { next += 3 }
    guard
      next >= bytes.count || bytes[next] <= 0x20 || bytes[next] == UInt8(ascii: "[")
        || bytes[next] == UInt8(ascii: "<")
    else { return }
    while next < bytes.count, bytes[next] <= 0x20 { next += 1 }
    let isLower =
      next < bytes.count && (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(bytes[next])
    if isFullStop {
      if isLower { return }
      if let last = tokens.last, last.end == at - 1, last.kind == .word,
        Self.abbreviations.contains(last.text) || last.text.utf8.count == 1 && last.isCapital
      {
        return
      }
    }
    end(.sentenceEnd)
  }

  static let abbreviations: Set = [
    "c", "ca", "approx", "no", "nos", "st", "dr", "mr", "mrs", "ms", "prof", "eg", "ie", "cf", "vs",
    "rev", "fig", "para", "paras", "p", "pp", "art", "vol", "ed", "eds", "al", "e.g", "i.e",
  ]

  mutating func special() {
    let second = byte(1)
    let third = byte(2)
    switch (bytes[at], second, third) {
    case (0xC2, 0xA0, _): at += 2
    case (0xC2, 0xA3, _): mark("£", 2)
    case (0xC2, 0xB1, _): mark("±", 2)
    case (0xC2, 0xBD, _): fraction(0.5)
    case (0xC2, 0xBC, _): fraction(0.25)
    case (0xC2, 0xBE, _): fraction(0.75)
    case (0xC2, _, _): at += 2
    case (0xE2, 0x82, 0xAC): mark("€", 3)
    case (0xE2, 0x88, 0x92): mark("-", 3)
    case (0xE2, 0x80, 0x93), (0xE2, 0x80, 0x94): mark("–", 3)
    case (0xE2, 0x89, 0x88): mark("~", 3)
    case (0xE2, _, _): at += 3
    case (0xC3..., _, _) where bytes[at] < 0xE0 || bytes[at] >= 0xE1: word()
    default: at += 1
    }
  }

  /// `½`, alone or behind a number.
  mutating func fraction(_ value: Double) {
    let start = at
    if let last = tokens.last, last.end == at, case .number(let number) = last.kind {
      tokens.removeLast()
      tokens.append(
        Token(
          kind: .number(WrittenNumber(value: number.value + value, unit: 0.1)), text: "",
          start: last.start, end: at + 2))
    } else {
      tokens.append(
        Token(
          kind: .number(WrittenNumber(value: value, unit: 0.1)), text: "", start: start, end: at + 2
        )
      )
    }
    at += 2
  }

  // MARK: Words

  func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  func isWordByte(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }

  mutating func word() {
    let start = at
    var isPlain = true
    var letters: [UInt8] = []
    var capitals = 0
    while at < bytes.count {
      let byte = bytes[at]
      if isLetter(byte) {
        if byte & 0x20 == 0 { capitals += 1 }
        letters.append(byte | 0x20)
      } else if isDigit(byte) {
        letters.append(byte)
      } else if byte == UInt8(ascii: "'") && isLetter(self.byte(1)) {
        letters.append(UInt8(ascii: "'"))
      } else if byte == 0xE2, self.byte(1) == 0x80, self.byte(2) == 0x99 {
        at += 2
        if isLetter(self.byte(1)) { letters.append(UInt8(ascii: "'")) }
      } else if byte == UInt8(ascii: "."), isLetter(self.byte(1)), at > start,
        self.byte(2) == UInt8(ascii: "."), letters.count <= 4
      {
        // U.S., e.g.
      } else if byte == UInt8(ascii: "."), at - start >= 3, bytes[at - 2] == UInt8(ascii: ".") {
        // The last stop of U.S. belongs to it where a small letter goes on.
        var next = at + 1
        while next < bytes.count, bytes[next] <= 0x20 { next += 1 }
        guard next < bytes.count, isLetter(bytes[next]), bytes[next] & 0x20 != 0 else { break }
      } else if byte >= 0xC3, byte < 0xE0, at + 1 < bytes.count {
        isPlain = false
        at += 1
      } else if byte >= 0xE1, at + 2 < bytes.count, byte < 0xF0, byte != 0xE2 {
        isPlain = false
        at += 2
      } else {
        break
      }
      at += 1
    }
    if at == start { at += 1 }
    var text: String
    if isPlain {
      if letters.count > 2, letters[letters.count - 2] == UInt8(ascii: "'"),
        letters[letters.count - 1] == UInt8(ascii: "s")
      {
        letters.removeLast(2)
      }
      letters.removeAll { $0 == UInt8(ascii: "'") }
      text = String(decoding: letters, as: UTF8.self)
    } else {
      text = Concordance.folded(
        String(decoding: bytes[start..<at], as: UTF8.self).replacing("’", with: "'"))
      if text.hasSuffix(" s") { text.removeLast(2) }
    }
    let first = bytes[start]
    let isCapital =
      first < 0x80
      ? first & 0x20 == 0
      : String(decoding: bytes[start..<min(start + 2, at)], as: UTF8.self).first?.isUppercase
        ?? false
    // The US of US$ is a currency's, not a place.
    if text == "us" || text == "u", byte() == UInt8(ascii: "$") {
      tokens.append(Token(kind: .mark, text: "us", start: start, end: at))
      return
    }
    tokens.append(
      Token(
        kind: .word, text: text, start: start, end: at, isCapital: isCapital,
        isAllCapital: capitals == letters.count && capitals > 0))
  }
}
