/// A column of text, each distinct text once and a number for it in every row.
struct TextColumn {
  /// The distinct texts by first appearance.
  private(set) var values: [String] = []
  /// For each row, the place of its text in `values`.
  private(set) var codes: [Int] = []

  /// The column of a table.
  ///
  /// - Complexity: O(n) in the rows; a `String` is made for each distinct text only.
  init(_ table: Table, _ column: Int) {
    var known: [ByteText: Int] = [:]
    var last: ArraySlice<UInt8> = []
    codes.reserveCapacity(table.rowCount)
    for row in 0..<table.rowCount {
      let text = table.bytes(row, column).trimmed
      // Neighbours mostly say the same; then nothing has to be looked up.
      if row > 0, text.elementsEqual(last) {
        codes.append(codes[row - 1])
        continue
      }
      last = text
      let key = ByteText(bytes: text)
      if let code = known[key] {
        codes.append(code)
      } else {
        known[key] = values.count
        codes.append(values.count)
        values.append(String(decoding: text, as: UTF8.self))
      }
    }
  }

  /// The text of a row.
  subscript(row: Int) -> String { values[codes[row]] }
}
