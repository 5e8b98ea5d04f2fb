/// How a plain text is made up of rows, as its head tells.
struct TextForm: Sendable {
  /// How it is written.
  let dialect: Dialect
  /// The names of the columns.
  let header: [String]
  /// The number of cells of a record, those beyond the columns among them, which are empty.
  let width: Int
  /// The byte around cells; NUL, which no text holds, where there is none.
  let quote: UInt8
  /// The first eight bytes of the header's first cell, and which of them there are.
  let (headerWord, headerMask): (UInt64, UInt64)

  /// The byte between cells.
  var delimiter: UInt8 { dialect.delimiter }
  /// The number of columns.
  let columns: Int

  init(dialect: Dialect, header: [String], width: Int) {
    (self.dialect, self.header, self.width) = (dialect, header, width)
    (quote, columns) = (dialect.quote ?? 0, header.count)
    var (word, mask): (UInt64, UInt64) = (0, 0)
    for (place, byte) in (header.first ?? "").utf8.prefix(8).enumerated() {
      word |= UInt64(byte) << UInt64(8 * place)
      mask |= UInt64(0xFF) << UInt64(8 * place)
    }
    (headerWord, headerMask) = (UInt64(littleEndian: word), UInt64(littleEndian: mask))
  }
}
