extension Report {
  /// Writes an array of objects (RFC 8259), one a line, keys in the columns' order.
  func writeJSON(to output: inout some TextOutputStream) {
    output.write("[")
    for (index, row) in rows.enumerated() {
      let members = zip(columns, row).map { "\(Self.string($0.name)): \(Self.json($1))" }
      output.write((index == 0 ? "\n" : ",\n") + "  {\(members.joined(separator: ", "))}")
    }
    output.write(rows.isEmpty ? "]\n" : "\n]\n")
  }

  private static func json(_ cell: Cell) -> String {
    switch cell {
    case .absent: "null"
    case .text(let text): string(text)
    case .integer(let number): "\(number)"
    case .digits(let digits): digits
    case .number(let number): number.isFinite ? Numerals.exact(number) : "null"
    case .integers(let numbers): "[\(numbers.map { "\($0)" }.joined(separator: ", "))]"
    case .caveats(let caveats):
      "["
        + caveats.map { caveat in
          "{\"kind\": \(string(caveat.kind)), \"year\": \(caveat.year.map(String.init) ?? "null"), "
            + "\"text\": \(string(caveat.text))}"
        }.joined(separator: ", ") + "]"
    }
  }

  /// A text as JSON.
  static func string(_ text: String) -> String {
    var quoted: [UInt8] = []
    JSONText.append(text.utf8, to: &quoted)
    return String(decoding: quoted, as: UTF8.self)
  }
}
