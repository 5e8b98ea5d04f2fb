extension BriefingLexer {
  mutating func skipFrontMatter() {
    if let matter = FrontMatter(bytes) { at = matter.range.upperBound }
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
    case UInt8(ascii: ">"): return quotation(first)
    case UInt8(ascii: "#"), UInt8(ascii: "|"), UInt8(ascii: "+"):
      end(.paragraphEnd)
      endsAtLine = bytes[first] == UInt8(ascii: "#")
      while first < bytes.count, "#+|".utf8.contains(bytes[first]) { first += 1 }
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

  /// A line of a quotation, which goes on with the line before where that is one too.
  private mutating func quotation(_ first: Int) -> Bool {
    if !isBehindQuotation() { end(.paragraphEnd) }
    var index = first
    while index < bytes.count,
      bytes[index] == UInt8(ascii: ">") || bytes[index] == UInt8(ascii: " ")
    { index += 1 }
    at = index
    return table() || skipBlock()
  }

  /// Whether the line before is one of a quotation.
  private func isBehindQuotation() -> Bool {
    guard at >= 2 else { return false }
    var start = at - 1
    while start > 0, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    while start < at, bytes[start] == UInt8(ascii: " ") { start += 1 }
    return bytes[start] == UInt8(ascii: ">")
  }

  /// Whether a paragraph ends by naming the identity of a figure.
  mutating func isFigureNote(_ start: Int) -> Bool {
    guard start >= noteless else { return false }
    var index = start
    let name = Array("Figure stat:".utf8)
    while index + name.count < bytes.count {
      if bytes[index] == UInt8(ascii: "\n"), bytes[index + 1] == UInt8(ascii: "\n") { break }
      if bytes[index] == name[0], bytes[index..<index + name.count].elementsEqual(name) {
        return true
      }
      index += 1
    }
    // What begins further down in the same paragraph has none either.
    noteless = index
    return false
  }

  mutating func skipFence(_ fence: UInt8) {
    func isFence(_ index: Int) -> Bool {
      var index = index
      while index < bytes.count,
        bytes[index] == UInt8(ascii: " ") || bytes[index] == UInt8(ascii: ">")
      { index += 1 }
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
    // What was searched in vain is not searched again: a text of open marks takes no longer.
    var index = max(at + 1, searched[mark] ?? 0)
    while index < bytes.count, bytes[index] != mark, index - at <= 10_000 {
      if bytes[index] == UInt8(ascii: "\n"), index + 1 < bytes.count,
        bytes[index + 1] == UInt8(ascii: "\n")
      {
        break
      }
      index += 1
    }
    if index < bytes.count, bytes[index] == mark {
      at = index + 1
    } else {
      searched[mark] = index
      at += 1
    }
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
    if isLetter(next) || next == UInt8(ascii: "/") { return skipElement() }
    mark("<", 1)
  }

  /// Passes over a tag of HTML.
  ///
  /// Where it begins or ends a block a paragraph ends; style sheets and references above the line are
  /// no text.
  private mutating func skipElement() {
    let isEnd = byte(1) == UInt8(ascii: "/")
    let start = at + (isEnd ? 2 : 1)
    let name = String(
      decoding: bytes[start...].prefix(12).prefix { isWordByte($0) }, as: UTF8.self
    ).lowercased()
    if Self.blocks.contains(name) { end(.paragraphEnd) }
    guard !isEnd, ["head", "style", "script", "sup"].contains(name), !unclosed.contains(name) else {
      return skip(to: UInt8(ascii: ">"))
    }
    let close = Array("</\(name)>".utf8)
    // A reference is short; a head ends somewhere.
    let limit = name == "sup" ? min(at + 400, bytes.count) : bytes.count
    var index = at
    while index + close.count <= limit {
      if bytes[index] == close[0], bytes[index..<index + close.count].elementsEqual(close) {
        at = index + close.count
        return
      }
      index += 1
    }
    if name != "sup" { unclosed.insert(name) }
    skip(to: UInt8(ascii: ">"))
  }

  /// The elements of HTML that are paragraphs or parts of a table.
  private static let blocks: Set = [
    "p", "div", "section", "article", "main", "header", "footer", "h1", "h2", "h3", "h4", "h5",
    "h6", "ul", "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tr", "td", "th",
    "blockquote", "pre", "figure", "figcaption", "hr", "body", "html", "aside", "nav", "caption",
  ]

  mutating func skipNotes() {
    end(.paragraphEnd)
    while at < bytes.count, bytes[at] != UInt8(ascii: "<") || !follows("<!--/stat-notes-->") {
      at += 1
    }
    at = min(at + 18, bytes.count)
  }
}
