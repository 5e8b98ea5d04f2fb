/// What all cells of the value columns show together, by which the meaning of each is decided.
struct ValueCensus {
  /// What speaks for the decimal mark.
  private(set) var decimalMark = DecimalMark()
  /// The letters beside numbers or words, and where each was first seen.
  private(set) var letters: [UInt8: (position: Position, count: Int)] = [:]
  /// The first hyphen in the place of a number, and how many there are.
  private(set) var hyphen: (position: Position, count: Int)?
  /// A word for a missing value other than the hyphen.
  private(set) var missingWord: String?
  /// Whether there is a number at all.
  private(set) var hasNumber = false
  /// Where a nought was written.
  private(set) var zero: Position?
  /// The first number in brackets.
  private(set) var bracketed: (text: String, position: Position)?
  /// The first number with a minus sign.
  private(set) var negative: (text: String, position: Position)?
  /// The first footnote mark, and how many cells have one.
  private(set) var marks: (text: String, position: Position, count: Int)?

  /// How commas part digits.
  private(set) var commaGroups = CommaGroups()
  /// Whether a number has the sign of a currency beside it.
  private(set) var hasCurrency = false

  /// The first number with a space or an apostrophe between digits.
  private var spaced: String?
  private var apostrophe: String?
  /// The first number with two marks or more, or with one that may group.
  private var marked: [UInt8: String] = [:]

  init() {}

  /// All that groups digits, and where each is seen.
  func groupings(decimalMark: UInt8) -> [(name: String, text: String)] {
    let isComma = decimalMark == UInt8(ascii: ",")
    let other = marked[isComma ? UInt8(ascii: ".") : UInt8(ascii: ",")]
    return [("space", spaced), ("apostrophe", apostrophe), (isComma ? "dot" : "comma", other)]
      .compactMap { name, text in text.map { (name: name, text: $0) } }
  }

  /// Takes all cells of some columns into account.
  init(_ table: Table, columns: [Int]) {
    for row in 0..<table.rowCount {
      for column in columns {
        let cell = table.bytes(row, column)
        if table.isNumber(row, column) {
          consider(number: cell, at: table.position(row, column))
        } else if !cell.isEmpty, !isKnown(cell) {
          consider(cell, at: table.position(row, column))
        }
      }
    }
  }

  /// Whether a cell is a plain number that tells nothing new: most cells of a table are such.
  private func isKnown(_ cell: ArraySlice<UInt8>) -> Bool {
    guard hasNumber, let first = cell.first, first > UInt8(ascii: "0"), first.isDigit else {
      return false
    }
    var dot: Int?
    for index in cell.indices where !cell[index].isDigit {
      guard cell[index] == UInt8(ascii: "."), dot == nil else { return false }
      dot = index
    }
    guard let dot else { return true }
    let mayGroup = dot - cell.startIndex <= 3 && cell.endIndex - dot == 4
    return marked[UInt8(ascii: ".")] != nil
      && (mayGroup ? decimalMark.eitherDot : decimalMark.dot) != nil
  }

  /// Takes a cell into account that is a number by its type, and so tells nothing of marks.
  private mutating func consider(
    number cell: ArraySlice<UInt8>, at position: @autoclosure () -> Position
  ) {
    hasNumber = true
    if zero == nil, cell.elementsEqual([UInt8(ascii: "0")]) { zero = position() }
    if negative == nil, cell.first == UInt8(ascii: "-") {
      negative = (Self.text(cell), position())
    }
  }

  /// Takes a cell into account, which stands in a number of rows.
  mutating func consider(
    _ cell: ArraySlice<UInt8>, times: Int = 1, at position: @autoclosure () -> Position
  ) {
    guard let first = cell.first else { return }
    if cell.allSatisfy(\.isDigit) {
      hasNumber = true
      if zero == nil, cell.allSatisfy({ $0 == UInt8(ascii: "0") }) { zero = position() }
      return
    }
    let parts = CellParts(cell)
    let core = parts.core
    guard core.contains(where: \.isDigit) else {
      return consider(parts, word: core, times, position())
    }
    hasNumber = true
    hasCurrency = hasCurrency || parts.currency != nil
    decimalMark.consider(core, at: position())
    noteGrouping(core)
    if core.contains(UInt8(ascii: ",")) { commaGroups.consider(core, at: position()) }
    if zero == nil, core.allSatisfy({ "0.,".utf8.contains($0) }) { zero = position() }
    let isNegative = first == UInt8(ascii: "-") || core.starts(with: Array("−".utf8))
    if negative == nil, isNegative { negative = (Self.text(core), position()) }
    if bracketed == nil, parts.isBracketed { bracketed = (Self.text(cell.trimmed), position()) }
    note(parts, times, position())
  }

  private mutating func consider(
    _ parts: CellParts, word: ArraySlice<UInt8>, _ times: Int,
    _ position: @autoclosure () -> Position
  ) {
    let text = Self.text(word)
    if text == "-" {
      hyphen = (hyphen?.position ?? position(), (hyphen?.count ?? 0) + times)
    } else if NumberText.usualMissingWords.contains(text) {
      if !text.isEmpty { missingWord = missingWord ?? text }
    } else if text != "*" {
      return
    }
    note(parts, times, position())
  }

  private mutating func noteGrouping(_ core: ArraySlice<UInt8>) {
    for byte in core {
      switch byte {
      case UInt8(ascii: " "), 0xA0, 0x89, 0xAF: spaced = spaced ?? Self.text(core)
      case UInt8(ascii: "'"), 0x99: apostrophe = apostrophe ?? Self.text(core)
      case UInt8(ascii: ","), UInt8(ascii: "."):
        if marked[byte] == nil { marked[byte] = Self.text(core) }
      default: continue
      }
    }
  }

  private mutating func note(
    _ parts: CellParts, _ times: Int, _ position: @autoclosure () -> Position
  ) {
    for letter in parts.letters {
      letters[letter] = (
        letters[letter]?.position ?? position(), (letters[letter]?.count ?? 0) + times
      )
    }
    if let mark = parts.marks.first {
      marks = (marks?.text ?? mark, marks?.position ?? position(), (marks?.count ?? 0) + times)
    }
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }
}
