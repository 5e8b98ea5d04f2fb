/// A table of a text in Markdown: the tokens of its cells.
struct TextTable: Sendable {
  /// The tokens of all of it.
  let tokens: Range<Int>
  /// The tokens of each cell, row by row; the first row is the head.
  let rows: [[Range<Int>]]
}

extension BriefingLexer {
  /// Reads a table that begins here: a row with bars, and one of hyphens below it.
  mutating func table() -> Bool {
    guard let head = line(at), head.contains(UInt8(ascii: "|")),
      let rule = line(head.endIndex + 1), Self.isRule(rule)
    else { return false }
    end(.paragraphEnd)
    let first = tokens.count
    var rows = [row(head)]
    var next = rule.endIndex + 1
    while let found = line(next), found.contains(UInt8(ascii: "|")) {
      rows.append(row(found))
      next = found.endIndex + 1
    }
    at = min(next, bytes.count)
    tables.append(TextTable(tokens: first..<tokens.count, rows: rows))
    end(.paragraphEnd)
    return true
  }

  /// The bytes of a line without its break; nil behind the last.
  private func line(_ start: Int) -> ArraySlice<UInt8>? {
    guard start < bytes.count else { return nil }
    return bytes[start..<(bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count)]
  }

  /// Whether a line holds only hyphens, colons and bars, as below the head of a table.
  private static func isRule(_ line: ArraySlice<UInt8>) -> Bool {
    line.contains(UInt8(ascii: "-")) && line.contains(UInt8(ascii: "|"))
      && line.allSatisfy { "|-: >\t\r".utf8.contains($0) }
  }

  /// The cells of a row; `\\|` parts none.
  private mutating func row(_ line: ArraySlice<UInt8>) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    at = line.startIndex
    while at < line.endIndex, [0x20, 0x09, UInt8(ascii: ">")].contains(bytes[at]) { at += 1 }
    if at < line.endIndex, bytes[at] == UInt8(ascii: "|") { at += 1 }
    var start = tokens.count
    var isOpen = false
    while at < line.endIndex {
      if bytes[at] == UInt8(ascii: "|") {
        cells.append(start..<tokens.count)
        (start, isOpen) = (tokens.count, false)
        at += 1
      } else if bytes[at] == UInt8(ascii: "\\"), byte(1) == UInt8(ascii: "|") {
        at += 2
      } else {
        isOpen = isOpen || bytes[at] > 0x20
        step()
      }
    }
    if isOpen { cells.append(start..<tokens.count) }
    return cells
  }
}
