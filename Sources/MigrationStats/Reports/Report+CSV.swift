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
    let isSpecial = text.utf8.contains { byte in
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 10 || byte == 13
    }
    let edges = text.first?.isWhitespace == true || text.last?.isWhitespace == true
    guard isSpecial || edges else { return text }
    var escaped = ""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { escaped += "\"\"" } else { escaped.unicodeScalars.append(scalar) }
    }
    return "\"\(escaped)\""
  }
}
