extension BriefingLexer {
  mutating func skipFrontMatter() {
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
  mutating func skipBlock() -> Bool {
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
      // A footnote of stats cite: source and notes, to the end of its paragraph.
      end(.paragraphEnd)
      guard isFigureNote(first) else { return false }
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

  /// Whether a paragraph ends by naming the identity of a figure.
  func isFigureNote(_ start: Int) -> Bool {
    var index = start
    let name = Array("Figure stat:".utf8)
    while index + name.count < bytes.count {
      if bytes[index] == UInt8(ascii: "\n"), bytes[index + 1] == UInt8(ascii: "\n") { return false }
      if bytes[index] == name[0], bytes[index..<index + name.count].elementsEqual(name) {
        return true
      }
      index += 1
    }
    return false
  }

  mutating func skipFence(_ fence: UInt8) {
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

  mutating func nextLine() {
    while at < bytes.count, bytes[at] != UInt8(ascii: "\n") { at += 1 }
    at = min(at + 1, bytes.count)
  }

  /// Passes over what ends with a mark on the same paragraph; over the mark alone where it does not.
  mutating func skip(to mark: UInt8) {
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
  mutating func skipTag() {
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

  mutating func skipNotes() {
    end(.paragraphEnd)
    while at < bytes.count, !follows("<!--/stat-notes-->") { nextLine() }
    at = min(at + 18, bytes.count)
  }
}
