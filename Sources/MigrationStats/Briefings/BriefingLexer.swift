/// Cuts a text into words, numbers, years and marks, and finds where sentences end.
///
/// What is no prose of the text is passed over: code, addresses, comments, the front matter.
struct BriefingLexer {
  private let bytes: [UInt8]
  private var at = 0
  private(set) var tokens: [Token] = []

  /// All tokens of a text.
  static func tokens(of bytes: [UInt8]) -> [Token] {
    var lexer = BriefingLexer(bytes: bytes)
    lexer.run()
    return lexer.tokens
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
    tokens.reserveCapacity(bytes.count / 5)
  }

  private func byte(_ offset: Int = 0) -> UInt8 {
    at + offset < bytes.count && at + offset >= 0 ? bytes[at + offset] : 0
  }

  private func follows(_ text: StaticString, _ offset: Int = 0) -> Bool {
    guard at + offset + text.utf8CodeUnitCount <= bytes.count else { return false }
    for index in 0..<text.utf8CodeUnitCount
    where bytes[at + offset + index] != text.utf8Start[index] { return false }
    return true
  }

  private mutating func run() {
    skipFrontMatter()
    var isLineStart = true
    while at < bytes.count {
      if isLineStart {
        isLineStart = false
        if skipBlock() {
          isLineStart = true
          continue
        }
      }
      let byte = bytes[at]
      switch byte {
      case UInt8(ascii: "\n"):
        at += 1
        isLineStart = true
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): at += 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"): number()
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): word()
      case UInt8(ascii: "`"): skip(to: UInt8(ascii: "`"))
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
    end(.paragraphEnd)
  }

  // MARK: Blocks

  private mutating func skipFrontMatter() {
    guard follows("---\n") else { return }
    var index = 4
    while index < bytes.count {
      let line = index
      while index < bytes.count, bytes[index] != UInt8(ascii: "\n") { index += 1 }
      index += 1
      if bytes[line..<min(index, bytes.count)].elementsEqual("---\n".utf8) {
        at = index
        return
      }
    }
  }

  /// At the start of a line: ends the paragraph where one ends, and passes over fenced code.
  private mutating func skipBlock() -> Bool {
    var first = at
    while first < bytes.count,
      bytes[first] == UInt8(ascii: " ") || bytes[first] == 0x09 || bytes[first] == 0x0D
    { first += 1 }
    guard first < bytes.count else {
      at = first
      return false
    }
    switch bytes[first] {
    case UInt8(ascii: "\n"):
      end(.paragraphEnd)
      at = first + 1
      return true
    case UInt8(ascii: "[") where first + 1 < bytes.count && bytes[first + 1] == UInt8(ascii: "^"):
      // A footnote: sources and notes, to the end of its paragraph.
      end(.paragraphEnd)
      at = first
      while at < bytes.count, bytes[at] != UInt8(ascii: "\n") { nextLine() }
      return true
    case UInt8(ascii: "`"), UInt8(ascii: "~"):
      let fence = bytes[first]
      guard first + 2 < bytes.count, bytes[first + 1] == fence, bytes[first + 2] == fence else {
        return false
      }
      end(.paragraphEnd)
      at = first
      skipFence(fence)
      return true
    case UInt8(ascii: "#"), UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "+"):
      end(.paragraphEnd)
      while first < bytes.count, "#>+|".utf8.contains(bytes[first]) { first += 1 }
      at = first
    case UInt8(ascii: "-"), UInt8(ascii: "*"):
      if first + 1 < bytes.count,
        bytes[first + 1] == UInt8(ascii: " ") || bytes[first + 1] == bytes[first]
      {
        end(.paragraphEnd)
        at = first + 1
      }
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      // ‘1. ’ or ‘1) ’ begins an item of a list.
      var index = first
      while index < bytes.count, isDigit(bytes[index]), index - first < 4 { index += 1 }
      if index + 1 < bytes.count,
        bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ")"),
        bytes[index + 1] == UInt8(ascii: " "),
        tokens.last.map({ $0.kind == .paragraphEnd || $0.kind == .sentenceEnd }) ?? true
      {
        end(.paragraphEnd)
        at = index + 1
      }
    default: break
    }
    return false
  }

  private mutating func skipFence(_ fence: UInt8) {
    func isFence(_ index: Int) -> Bool {
      var index = index
      while index < bytes.count, bytes[index] == UInt8(ascii: " ") { index += 1 }
      return index + 2 < bytes.count && bytes[index] == fence && bytes[index + 1] == fence
        && bytes[index + 2] == fence
    }
    nextLine()
    while at < bytes.count, !isFence(at) { nextLine() }
    nextLine()
  }

  private mutating func nextLine() {
    while at < bytes.count, bytes[at] != UInt8(ascii: "\n") { at += 1 }
    at = min(at + 1, bytes.count)
  }

  /// Passes over what ends with a mark on the same paragraph; over the mark alone where it does not.
  private mutating func skip(to mark: UInt8) {
    var index = at + 1
    while index < bytes.count, bytes[index] != mark {
      if bytes[index] == UInt8(ascii: "\n"), index + 1 < bytes.count,
        bytes[index + 1] == UInt8(ascii: "\n")
      {
        at += 1
        return
      }
      if index - at > 10_000 { break }
      index += 1
    }
    at = index < bytes.count && bytes[index] == mark ? index + 1 : at + 1
  }

  /// Passes over a comment or a tag; its text stays.
  private mutating func skipTag() {
    // What stats brief writes below a text are notes, not claims of it.
    if follows("<!--stat-notes-->") { return skipNotes() }
    if follows("<!--") {
      var index = at + 4
      while index + 2 < bytes.count,
        !(bytes[index] == UInt8(ascii: "-") && bytes[index + 1] == UInt8(ascii: "-")
          && bytes[index + 2] == UInt8(ascii: ">"))
      { index += 1 }
      at = min(index + 3, bytes.count)
      return
    }
    let next = byte(1)
    if isLetter(next) || next == UInt8(ascii: "/") { return skip(to: UInt8(ascii: ">")) }
    mark("<", 1)
  }

  private mutating func skipNotes() {
    end(.paragraphEnd)
    while at < bytes.count, !follows("<!--/stat-notes-->") { nextLine() }
    at = min(at + 18, bytes.count)
  }

  // MARK: Marks

  private mutating func mark(_ text: String, _ length: Int) {
    tokens.append(Token(kind: .mark, text: text, start: at, end: at + length))
    at += length
  }

  private mutating func end(_ kind: Token.Kind) {
    if let last = tokens.last?.kind {
      if last == .paragraphEnd || last == kind { return }
      if last == .sentenceEnd { tokens.removeLast() }
      tokens.append(Token(kind: kind, text: "", start: at, end: at))
    }
  }

  /// A full stop ends a sentence where a space and no lower case follow, and no abbreviation stands
  /// before it.
  private mutating func stop() {
    let isFullStop = bytes[at] == UInt8(ascii: ".")
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

  private static let abbreviations: Set = [
    "c", "ca", "approx", "no", "nos", "st", "dr", "mr", "mrs", "ms", "prof", "eg", "ie", "cf", "vs",
    "rev", "fig", "para", "paras", "p", "pp", "art", "vol", "ed", "eds", "al", "e.g", "i.e",
  ]

  private mutating func special() {
    let second = byte(1)
    let third = byte(2)
    switch (bytes[at], second, third) {
    case (0xC2, 0xA0, _): at += 2
    case (0xC2, 0xA3, _): mark("£", 2)
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
  private mutating func fraction(_ value: Double) {
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

  private func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private func isWordByte(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }

  private mutating func word() {
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
    tokens.append(
      Token(
        kind: .word, text: text, start: start, end: at, isCapital: isCapital,
        isAllCapital: capitals == letters.count && capitals > 0))
  }

  // MARK: Numbers

  /// The length of a space between groups of three digits; 0 where there is none.
  private func groupSpace(_ index: Int) -> Int {
    guard index < bytes.count else { return 0 }
    switch bytes[index] {
    case UInt8(ascii: ","), UInt8(ascii: " "), UInt8(ascii: "'"): return 1
    case 0xC2 where index + 1 < bytes.count && bytes[index + 1] == 0xA0: return 2
    case 0xE2 where index + 2 < bytes.count && bytes[index + 1] == 0x80:
      return [0x89, 0xAF, 0x99].contains(bytes[index + 2]) ? 3 : 0
    default: return 0
    }
  }

  private func digits(from index: Int) -> Int {
    var end = index
    while end < bytes.count, isDigit(bytes[end]) { end += 1 }
    return end - index
  }

  private mutating func number() {
    let start = at
    var whole = digits(from: at)
    let leading = whole
    var value: [UInt8] = Array(bytes[at..<at + min(whole, 18)])
    at += whole
    var isGrouped = false
    if leading <= 3 {
      while case let space = groupSpace(at), space > 0, digits(from: at + space) == 3 {
        let mark = bytes[at]
        // ‘In 30 200 people’: a plain space joins only digits that look like one number.
        if mark == UInt8(ascii: " "), value.first == UInt8(ascii: "0") { break }
        value += bytes[at + space..<at + space + 3]
        at += space + 3
        whole += 3
        isGrouped = true
        if value.count > 18 { break }
      }
    }
    var decimals = 0
    let dot =
      byte() == UInt8(ascii: ".") ? 1 : byte() == 0xC2 && byte(1) == 0xB7 ? 2 : 0
    if dot > 0, case let count = digits(from: at + dot), count > 0 {
      decimals = count
      value += [UInt8(ascii: ".")] + bytes[at + dot..<at + dot + min(count, 17)]
      at += dot + count
      // 1.2.3 is no number.
      if byte() == UInt8(ascii: "."), isDigit(byte(1)) {
        while at < bytes.count, isDigit(bytes[at]) || bytes[at] == UInt8(ascii: ".") { at += 1 }
        return
      }
    }
    let number = Double(String(decoding: value, as: UTF8.self)) ?? 0
    var unit = 1.0
    for _ in 0..<decimals { unit /= 10 }
    if !isGrouped, decimals == 0, let token = year(number, leading, start) {
      tokens.append(token)
      return
    }
    if !isGrouped, decimals == 0, let ordinal = ordinalEnding(), number < 10_000 {
      at += 2
      tokens.append(
        Token(kind: .ordinal(Int(number)), text: ordinal, start: start, end: at))
      return
    }
    // Letters that hang on a number and are no scale make it a name: 4G, 2b, 10x.
    var end = at
    while end < bytes.count, isLetter(bytes[end]) { end += 1 }
    if end > at {
      let suffix = String(decoding: bytes[at..<end], as: UTF8.self).lowercased()
      guard NumberWords.scales[suffix] != nil || suffix == "pp" else {
        at = end
        return
      }
    }
    tokens.append(
      Token(
        kind: .number(WrittenNumber(value: number, unit: unit)), text: "", start: start, end: at))
  }

  private func ordinalEnding() -> String? {
    for ending in ["st", "nd", "rd", "th"] where bytes[at...].starts(with: ending.utf8) {
      return isWordByte(byte(2)) ? nil : ending
    }
    return nil
  }

  private mutating func year(_ number: Double, _ digits: Int, _ start: Int) -> Token? {
    guard digits == 4, number >= 1800, number < 2101 else { return nil }
    let first = Int(number)
    // 1990s is a decade, 2019/20 a school year.
    if byte() == UInt8(ascii: "s"), !isWordByte(byte(1)) {
      at += 1
      return Token(kind: .word, text: "decade", start: start, end: at)
    }
    if isLetter(byte()) || byte() == UInt8(ascii: "%") { return nil }
    let dash =
      byte() == UInt8(ascii: "-") || byte() == UInt8(ascii: "/")
      ? 1 : follows("\u{2013}") || follows("\u{2014}") || follows("\u{2212}") ? 3 : 0
    if dash > 0 {
      let count = self.digits(from: at + dash)
      let text = String(decoding: bytes[at + dash..<at + dash + min(count, 4)], as: UTF8.self)
      if count == 4, let last = Int(text), last > first, last < 2101 {
        at += dash + 4
        return Token(kind: .years(first, last), text: "", start: start, end: at)
      }
      if count == 2, let last = Int(text), first / 100 * 100 + last > first {
        at += dash + 2
        return Token(
          kind: .years(first, first / 100 * 100 + last), text: "", start: start, end: at)
      }
    }
    return Token(kind: .year(first), text: "", start: start, end: at)
  }
}
