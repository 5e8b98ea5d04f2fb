/// The line `sep=;` that spreadsheets write before a table to say what parts its cells.
enum SeparatorLine {
  /// The delimiter that the first line of a text states, or nil.
  static func delimiter(in text: ArraySlice<UInt8>) -> UInt8? {
    var line = text.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    if line.first == UInt8(ascii: "\""), line.count > 1, line.last == UInt8(ascii: "\"") {
      line = line.dropFirst().dropLast()
    }
    let isStated =
      line.count == 5
      && zip(line, "sep=".utf8).allSatisfy { $0 | 0x20 == $1 | 0x20 }
    guard isStated, let delimiter = line.last, delimiter < 0x80 else { return nil }
    return delimiter
  }

  /// Whether the cells of a record are such a line, whatever its delimiter made of it.
  static func isRecord(_ cells: [String]) -> Bool {
    guard cells.count <= 2, let first = cells.first?.lowercased(), first.hasPrefix("sep=") else {
      return false
    }
    return first.utf8.count <= 5 && cells.dropFirst().allSatisfy(\.isEmpty)
  }
}
