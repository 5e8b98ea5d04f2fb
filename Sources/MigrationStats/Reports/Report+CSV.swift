extension Report {
  /// Writes RFC 4180 with LF: full precision, absent cells empty, caveats as `kind (year): text`
  /// joined by ` | `.
  func writeCSV(to output: inout some TextOutputStream) {
    output.write(columns.map { Self.quoted($0.name) }.joined(separator: ",") + "\n")
    for row in rows { output.write(Self.csvLine(row)) }
  }

  /// A row with its line break.
  static func csvLine(_ row: [Cell]) -> String {
    row.map(Self.csv).joined(separator: ",") + "\n"
  }

  static func csv(_ cell: Cell) -> String {
    switch cell {
    case .absent: ""
    case .text(let text): quoted(text)
    case .integer(let number): "\(number)"
    case .digits(let digits): digits
    case .number(let number): Numerals.exact(number)
    case .integers(let numbers): numbers.map { "\($0)" }.joined(separator: "-")
    case .caveats(let caveats):
      quoted(
        caveats.map { caveat in
          "\(caveat.kind)\(caveat.year.map { " (\($0))" } ?? ""): \(caveat.text)"
        }.joined(separator: " | "))
    }
  }

  static func quoted(_ text: String) -> String {
    var bytes: [UInt8] = []
    appendQuoted(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends a text, between quotes where it has to be.
  static func appendQuoted(_ text: String, to bytes: inout [UInt8]) {
    let quote = UInt8(ascii: "\"")
    let isSpecial = text.utf8.contains { byte in
      byte == UInt8(ascii: ",") || byte == quote || byte == 10 || byte == 13
    }
    let edges = text.first?.isWhitespace == true || text.last?.isWhitespace == true
    guard isSpecial || edges else { return bytes.append(contentsOf: text.utf8) }
    bytes.append(quote)
    for byte in text.utf8 {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }
}
