extension BriefingLexer {
  /// The length of a space between groups of three digits; 0 where there is none.
  func groupSpace(_ index: Int) -> Int {
    guard index < bytes.count else { return 0 }
    switch bytes[index] {
    case UInt8(ascii: ","), UInt8(ascii: " "), UInt8(ascii: "'"): return 1
    case 0xC2 where index + 1 < bytes.count && bytes[index + 1] == 0xA0: return 2
    case 0xE2 where index + 2 < bytes.count && bytes[index + 1] == 0x80:
      return [0x89, 0xAF, 0x99].contains(bytes[index + 2]) ? 3 : 0
    default: return 0
    }
  }

  func digits(from index: Int) -> Int {
    var end = index
    while end < bytes.count, isDigit(bytes[end]) { end += 1 }
    return end - index
  }

  mutating func number() {
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
      // 1.2.3 is no number; 16.750.084 may be one of another country.
      if byte() == UInt8(ascii: "."), isDigit(byte(1)) {
        let isGrouped = leading <= 3 && decimals == 3 && digits(from: at + 1) == 3
        while at < bytes.count, isDigit(bytes[at]) || bytes[at] == UInt8(ascii: ".") { at += 1 }
        if isGrouped { unreadable(from: start) }
        return
      }
    }
    // 16,8 has a comma where a dot or three digits belong.
    if byte() == UInt8(ascii: ","), isDigit(byte(1)), digits(from: at + 1) != 3 {
      at += 1 + digits(from: at + 1)
      return unreadable(from: start)
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

  /// A number that can be read two ways, so that nothing is claimed of it.
  mutating func unreadable(from start: Int) {
    let number = WrittenNumber(value: .nan, unit: 1)
    tokens.append(Token(kind: .number(number), text: "", start: start, end: at))
  }

  func ordinalEnding() -> String? {
    for ending in ["st", "nd", "rd", "th"] where bytes[at...].starts(with: ending.utf8) {
      return isWordByte(byte(2)) ? nil : ending
    }
    return nil
  }

  mutating func year(_ number: Double, _ digits: Int, _ start: Int) -> Token? {
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
