/// How the numbers of the value columns are written, and how that is known.
struct NumberStyle {
  /// The mark before decimals.
  let decimalMark: UInt8
  /// The law by which cells are read.
  let numbers: NumberText
  /// The decimal mark and the thousands mark, for people.
  let parts: [DialectFinding.Part]
  /// What is a guess, or unusual.
  let notes: [Note]

  /// Decides over all cells; what is told decides alone.
  ///
  /// - Throws: `ReadingError` (`noTable`) where the cells contradict one another or say nothing certain.
  init(_ census: ValueCensus, of table: Table) throws(ReadingError) {
    let options = table.options
    let implied: UInt8? =
      switch options.thousandsMark {
      case .comma: UInt8(ascii: ".")
      case .dot: UInt8(ascii: ",")
      default: nil
      }
    let evidence = census.decimalMark
    var notes: [Note] = []
    let told = options.decimalMark ?? implied
    if let told {
      decimalMark = told
    } else {
      let (mark, note) = try evidence.decided(delimiter: table.dialect.delimiter)
      decimalMark = mark
      notes += [note].compactMap(\.self)
      // What is told to group digits is no dot, so that the dot can only be the decimal mark.
      if mark == UInt8(ascii: "."), options.thousandsMark == nil {
        notes += [Self.note(onDot: evidence)].compactMap(\.self)
      }
    }
    let isComma = decimalMark == UInt8(ascii: ",")
    let seen = isComma ? evidence.comma : evidence.dot ?? evidence.eitherDot
    let groupings = census.groupings(decimalMark: decimalMark)
    // A thousands mark that is told says which mark stands before decimals; several are not told.
    let isGuessed = isComma || !notes.isEmpty && groupings.count != 1
    var numbers = NumberText(options, decimalMark: decimalMark)
    if let twos = try Self.twos(census, options, isComma: isComma) {
      numbers.groupsByTwos = true
      notes.append(
        Note(
          "digits are grouped by twos before the last three, as in ‘\(twos.text)’",
          at: twos.position))
    }
    self.numbers = numbers
    self.notes = notes
    parts = [
      DialectFinding.Part(
        name: "decimal mark", value: isComma ? "comma" : "dot",
        basis: told != nil ? .told : isGuessed ? .guessed : .usual,
        evidence: seen.map { "as in ‘\($0.text)’" } ?? ""),
      DialectFinding.Part(
        name: "thousands mark",
        value: options.thousandsMark?.rawValue
          ?? (groupings.isEmpty ? "none" : groupings.map(\.name).joined(separator: " and ")),
        basis: options.thousandsMark != nil ? .told : groupings.isEmpty ? .usual : .guessed,
        evidence: groupings.isEmpty
          ? "" : "as in " + groupings.map { "‘\($0.text)’" }.joined(separator: ", ")),
    ]
  }

  /// What is to be said where every dot may as well group digits.
  private static func note(onDot evidence: DecimalMark) -> Note? {
    guard evidence.dot == nil, evidence.comma == nil, let either = evidence.eitherDot else {
      return nil
    }
    return Note(
      "the dot in ‘\(either.text)’ is taken as the decimal mark (a guess: pass --thousands-mark dot "
        + "if it groups digits, --decimal-mark . if not)", at: either.position)
  }

  /// A number whose digits a comma groups by twos, where commas group digits so.
  ///
  /// - Throws: `ReadingError` (`noTable`) where others are grouped by threes.
  private static func twos(
    _ census: ValueCensus, _ options: ReadingOptions, isComma: Bool
  ) throws(ReadingError) -> CommaGroups.Seen? {
    guard !isComma, options.thousandsMark == nil || options.thousandsMark == .comma,
      let twos = census.commaGroups.twos
    else { return nil }
    if let threes = census.commaGroups.threes {
      throw ReadingError(
        .noTable,
        "the digits of ‘\(twos.text)’ are grouped by twos, those of ‘\(threes.text)’ by threes",
        at: twos.position, remedy: "Write all numbers one way, or without commas.")
    }
    return twos
  }
}

/// Into how many digits commas part numbers: by threes, or by twos before the last three as in India.
///
/// ```
/// 1,234,567    threes
/// 12,34,567    twos
/// 12,345       either
/// ```
struct CommaGroups {
  /// A number and its place.
  typealias Seen = (text: String, position: Position)

  /// The first number that is grouped by twos for certain, and by threes.
  private(set) var (twos, threes): (Seen?, Seen?)

  /// Takes a number with a comma in it into account.
  mutating func consider(_ number: ArraySlice<UInt8>, at position: @autoclosure () -> Position) {
    let comma = UInt8(ascii: ",")
    let whole = number.drop { !$0.isDigit }.prefix { $0.isDigit || $0 == comma }
    let groups = whole.split(separator: comma, omittingEmptySubsequences: false).map(\.count)
    guard groups.count > 1, groups.last == 3 else { return }
    let inner = groups.dropFirst().dropLast()
    func seen() -> Seen { (String(decoding: number, as: UTF8.self), position()) }
    if !inner.isEmpty, inner.allSatisfy({ $0 == 2 }), (1...2).contains(groups[0]) {
      if twos == nil { twos = seen() }
    } else if groups[0] == 3 || !inner.isEmpty, inner.allSatisfy({ $0 == 3 }) {
      if threes == nil { threes = seen() }
    }
  }
}
