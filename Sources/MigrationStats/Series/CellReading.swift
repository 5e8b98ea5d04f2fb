/// A value cell as the rules of its file read it.
struct CellReading {
  /// A number, or a value that is withheld.
  enum Value { case number(Numeral), suppressed }

  /// Why a cell cannot be read.
  enum Fault: Error {
    /// It is no number and no word for a missing one.
    case notANumber
    /// Letters behind the number may multiply it.
    case multiplier(String)
    /// Brackets around the number have two meanings.
    case brackets
  }

  /// The number, or that it is withheld.
  let value: Value
  /// The status that the flags beside it mean.
  var status = Status.normal
  /// Footnotes, and flags that the status does not tell.
  var attributes: [String: String] = [:]
  /// Whether a sign for per cent follows.
  var isPercent = false
  /// The sign of a currency beside it.
  var currency: String?

  /// What a cell says; nil for a missing value.
  static func reading(_ cell: ValueCell, by rules: ValueRules) -> Result<CellReading?, Fault> {
    var reading: CellReading
    switch cell.content {
    case .number(let numeral): reading = CellReading(value: .number(numeral))
    case .bracketed(let numeral):
      switch rules.brackets {
      case .negative:
        reading = CellReading(
          value: .number(
            Numeral(
              value: -numeral.value, halfUnit: numeral.halfUnit,
              exact: numeral.exact.map { "-\($0)" })))
      case .unreliable:
        reading = CellReading(value: .number(numeral), status: .lowReliability)
      case nil: return .failure(.brackets)
      }
    case .hyphen where rules.isHyphenNil:
      reading = CellReading(value: .number(Numeral(value: 0, halfUnit: 0.5)))
    case .missing, .hyphen: return .success(nil)
    case .suppressed: reading = CellReading(value: .suppressed)
    case .other: return .failure(.notANumber)
    }
    (reading.isPercent, reading.currency) = (cell.isPercent, cell.currency)
    if cell.letters.isEmpty, cell.marks.isEmpty { return .success(reading) }
    if case .number = reading.value, let word = multiplier(in: cell, rules.letters) {
      return .failure(.multiplier(word))
    }
    var notes = cell.marks
    switch rules.letters {
    case .flags:
      let flags = FlagLetters.read(cell.letters)
      if !flags.further.isEmpty { reading.attributes[furtherFlags] = flags.further }
      reading.status = FlagLetters.worst(of: reading.status, flags.status, &reading.attributes)
    case .notes:
      notes = cell.letters.map { String(UnicodeScalar($0)) } + notes
    }
    if !notes.isEmpty { reading.attributes[footnotes] = notes.joined(separator: " ") }
    return .success(reading)
  }

  /// The attribute that holds footnote marks.
  static let footnotes = "footnotes"
  /// The attribute that holds flags which the status does not tell.
  static let furtherFlags = "further flags"

  /// Letters that may stand for thousands, millions, billions or percentage points, and so make the
  /// number another.
  ///
  /// Eurostat's m and z say that there is no value, so that beside one they are no flags.
  private static func multiplier(in cell: ValueCell, _ meaning: LetterMeaning) -> String? {
    cell.words.first { word in
      switch meaning {
      case .flags:
        ["k", "t", "bn", "pp", "pc"].contains(word) || word.contains { "mz".contains($0) }
      case .notes: word.count > 1 || ["k", "m", "t"].contains(word)
      }
    }
  }
}

extension CellReading.Fault {
  /// Whether marks part digits in such a way that no mark, if told, makes a number of them.
  private static func hasOddGroups(_ text: String) -> Bool {
    let core = CellParts(ArraySlice(text.utf8)).core
    return core.allSatisfy { $0.isDigit || "+-., '".utf8.contains($0) }
      && core.contains(where: \.isDigit) && core.contains { ".,".utf8.contains($0) }
      && ".,".utf8.allSatisfy { mark in
        NumberText(decimalMark: mark).content(of: core) == .other
      }
  }

  /// What is wrong with a cell.
  func summary(of text: String) -> String {
    switch self {
    case .notANumber: "‘\(text)’ is not a number"
    case .multiplier(let word):
      "‘\(text)’ is not a number alone: ‘\(word)’ may be a flag, or multiply it"
    case .brackets:
      "‘\(text)’ may be a negative number, or one that is not reliable"
    }
  }

  /// How to mend it.
  func remedy(for text: String) -> String {
    switch self {
    case .notANumber where CellParts(ArraySlice(text.utf8)).currency != nil:
      "Take the sign of the currency away, and name the unit in a column or with --unit."
    case .notANumber where Self.hasOddGroups(text):
      "Group its digits by threes with one mark throughout, such as 1,234,567, or not at all."
    case .notANumber:
      text.contains(where: \.isNumber)
        ? "Flags and footnotes are read behind a number, such as 12 b, 12(1) or 12*: keep the number "
          + "alone, or pass --decimal-mark or --thousands-mark if it is written otherwise."
        : "Pass --missing '\(text)' if it stands for a missing value, or --suppressed '\(text)' if the "
          + "value is withheld."
    case .multiplier: "Write the number out, and the flag in a column of its own."
    case .brackets:
      "Say which: --brackets negative, or --brackets unreliable."
    }
  }
}
