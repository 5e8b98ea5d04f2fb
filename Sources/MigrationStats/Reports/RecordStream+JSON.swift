extension RecordStream.Block {
  /// The records as JSON: an array of strings a line, each with the cells of one record.
  public var jsonLines: [UInt8] {
    var lines: [UInt8] = []
    for record in 0..<count {
      lines.append(UInt8(ascii: "["))
      for cell in 0..<width(of: record) {
        if cell > 0 { lines.append(UInt8(ascii: ",")) }
        JSONText.append(bytes(record, cell), to: &lines)
      }
      lines += [UInt8(ascii: "]"), UInt8(ascii: "\n")]
    }
    return lines
  }
}

extension RecordStream.Tally: CustomStringConvertible {
  /// What was read, written and set aside, in one sentence.
  public var description: String {
    let written = given.values.reduce(0, +)
    let widths = given.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
    var kinds = widths.prefix(3).map {
      "\(Self.number($0.value)) of \($0.key) \($0.key == 1 ? "cell" : "cells")"
    }
    let others = widths.dropFirst(3).map(\.value).reduce(0, +)
    if others > 0 { kinds.append("\(Self.number(others)) of other widths") }
    if blank > 0 { kinds.append("\(Self.number(blank)) of these blank") }
    var aside: [String] = []
    if hasSeparatorLine { aside.append("the separator line") }
    if comments > 0 {
      aside.append(comments == 1 ? "a line of comment" : "\(comments) lines of comment")
    }
    return "\(Self.number(read)) records read, \(Self.number(written)) written"
      + (kinds.isEmpty ? "" : " (\(kinds.joined(separator: ", ")))")
      + (aside.isEmpty ? "; none set aside" : "; set aside: \(aside.joined(separator: ", "))")
      + folding
  }

  private var folding: String {
    guard foldedLineBreaks > 0 else { return "" }
    let breaks = foldedLineBreaks == 1 ? "line break" : "line breaks"
    return "; \(Self.number(foldedLineBreaks)) \(breaks) within cells, CRLF or CR in the file, "
      + "given as LF"
  }

  private static func number(_ count: Int) -> String { Numerals.grouped(Double(count)) }
}

extension DialectFinding: CustomStringConvertible {
  /// How the text is written and how that is known, in one sentence.
  public var description: String {
    parts.filter { $0.basis != .usual || $0.name == "delimiter" || $0.name == "quote" }.map {
      part in
      let why = part.evidence.isEmpty ? "" : ": \(part.evidence)"
      return "\(part.name) \(part.value) (\(part.basis.rawValue)\(why))"
    }.joined(separator: "; ")
  }
}
