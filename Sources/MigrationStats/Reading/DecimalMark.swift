/// What the values of a file tell about their decimal mark, gathered over all of them.
///
/// `1,5` and `1.234,56` can only have a decimal comma, `0.5` and `1,234,567` only a decimal dot;
/// `1.234` may be either, and by a factor of a thousand.
struct DecimalMark {
  /// Where each kind of evidence was first seen.
  private(set) var dot: (text: String, position: Position)?
  private(set) var comma: (text: String, position: Position)?
  private(set) var eitherDot: (text: String, position: Position)?
  private(set) var eitherComma: (text: String, position: Position)?

  /// Takes one cell into account; cells that are not built like numbers say nothing.
  mutating func consider(_ cell: ArraySlice<UInt8>, at position: @autoclosure () -> Position) {
    let text = cell.trimmed
    guard text.contains(where: Self.marks.contains), text.contains(where: \.isDigit),
      text.allSatisfy(Self.isPartOfNumber)
    else {
      return
    }
    let marks = text.filter { Self.marks.contains($0) }
    guard let last = marks.last, let place = text.lastIndex(of: last) else { return }
    let seen = (String(decoding: text, as: UTF8.self), position())
    let isDot = last == UInt8(ascii: ".")
    if marks.count > 1 {
      // Repeated, the last mark groups digits and the other is the decimal mark.
      let repeated = marks.allSatisfy { $0 == last }
      if isDot != repeated { dot = dot ?? seen } else { comma = comma ?? seen }
      return
    }
    let before = text[..<place].drop { !$0.isDigit }
    let grouped =
      (1...3) ~= before.count && before.first != UInt8(ascii: "0")
      && before.allSatisfy(\.isDigit)
    if grouped, text.endIndex - place == 4 {
      if isDot { eitherDot = eitherDot ?? seen } else { eitherComma = eitherComma ?? seen }
    } else if isDot {
      dot = dot ?? seen
    } else {
      comma = comma ?? seen
    }
  }

  /// Digits, marks, signs, and the bytes of spaces and apostrophes that group digits.
  private static func isPartOfNumber(_ byte: UInt8) -> Bool {
    byte.isDigit || marks.contains(byte) || "+- '".utf8.contains(byte) || byte >= 0x80
  }

  private static let marks: Set<UInt8> = [UInt8(ascii: "."), UInt8(ascii: ",")]

  /// The mark that the evidence decides on, and a note where it is a guess.
  ///
  /// - Throws: `ReadingError` (`noTable`) for a file with semicolons whose numbers could be read
  ///   both ways; such files mostly, but not always, come with decimal commas.
  func decided(delimiter: UInt8) throws(ReadingError) -> (mark: UInt8, note: Note?) {
    let dotMark = UInt8(ascii: "."), commaMark = UInt8(ascii: ",")
    if let comma, let dot {
      throw ReadingError(
        .noTable, "‘\(comma.text)’ has a decimal comma, but ‘\(dot.text)’ has a decimal dot",
        at: comma.position,
        remedy: "Write all numbers one way, or say which mark stands before decimals: "
          + "--decimal-mark ',' or --decimal-mark '.'.")
    }
    if let comma {
      let text = "the comma is taken as the decimal mark, as in ‘\(comma.text)’ (a guess)"
      return (commaMark, Note(text, at: comma.position))
    }
    if dot != nil { return (dotMark, nil) }
    if delimiter == UInt8(ascii: ";"), let either = eitherDot ?? eitherComma {
      throw ReadingError(
        .noTable, "‘\(either.text)’ may have a decimal mark or a thousands mark in it",
        at: either.position,
        remedy: "Say which mark stands before decimals: --decimal-mark ',' or --decimal-mark '.'.")
    }
    if let eitherComma {
      let text =
        "the comma in ‘\(eitherComma.text)’ is taken as a thousands mark (a guess: pass "
        + "--decimal-mark ',' if it stands before decimals)"
      return (dotMark, Note(text, at: eitherComma.position))
    }
    return (dotMark, nil)
  }
}

extension CellRows {
  /// The decimal mark that is told, or that the cells of some columns decide on.
  ///
  /// - Throws: `ReadingError` (`noTable`) where they contradict one another or say nothing certain.
  func decimalMark(
    of columns: [Int], told: UInt8?, delimiter: UInt8
  ) throws(ReadingError) -> (mark: UInt8, note: Note?) {
    if let told { return (told, nil) }
    var evidence = DecimalMark()
    for row in 0..<rowCount {
      for column in columns where !isNumber(row, column) {
        evidence.consider(bytes(row, column), at: position(row, column))
      }
    }
    return try evidence.decided(delimiter: delimiter)
  }
}
