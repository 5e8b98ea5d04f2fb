/// A number as it was written: its value and how far its digits go.
public struct Numeral: Sendable, Hashable {
  /// The value, the double nearest to the decimal text.
  public let value: Double
  /// Half a unit of the last digit written: 99.8 stands for 99.75 to 99.85.
  public let halfUnit: Double
  /// The digits as they were written, without grouping, where they are those of a whole number that no
  /// double holds, such as an identifier of 17 digits; else nil.
  public let exact: String?

  init(value: Double, halfUnit: Double, exact: String? = nil) {
    self.value = value
    self.halfUnit = halfUnit
    self.exact = exact
  }
}

/// The law by which the text of a cell becomes a number, or says that there is none.
///
/// ```swift
/// let law = NumberText(decimalMark: UInt8(ascii: ","))
/// if case .number(let numeral) = law.content(of: Array("1.234,5".utf8)[...]) {
///   print(numeral.value, numeral.halfUnit)  // 1234.5 0.05
/// }
/// ```
public struct NumberText: Sendable {
  /// What a cell of a value column holds.
  public enum Content: Sendable, Hashable {
    /// A number.
    case number(Numeral)
    /// A word for a value that is not there.
    case missing
    /// A mark for a value that is known and withheld.
    case suppressed
    /// Anything else.
    case other
  }

  /// The words that publishers write for a missing value.
  public static let usualMissingWords = [
    "", "..", "...", "…", "n/a", "N/A", "n.a.", "na", "NA", "NaN", "nan", "null", "NULL", "-", "–",
    "—", ":",
  ]

  /// The mark before decimals.
  public let decimalMark: UInt8
  /// The marks that group digits in threes.
  private let groupMarks: [[UInt8]]
  private let missing: Set<[UInt8]>
  /// Told words, which may look like numbers: -999.
  private var told: Set<[UInt8]>

  /// Whether commas may part digits by twos before the last three, as in India: 12,34,567.
  var groupsByTwos = false
  /// The signs of currencies that may stand beside a number.
  var currencySigns: Set<String> = []

  /// Words that are told to stand for a suppressed value, and for nil.
  private var suppressedWords: Set<[UInt8]> = []
  private var nilWords: Set<[UInt8]> = []

  /// The reading that is told with the options, with a decimal mark.
  init(_ options: ReadingOptions, decimalMark: UInt8) {
    self.init(
      decimalMark: decimalMark, missingWords: options.missingWords,
      thousandsMark: options.thousandsMark)
    suppressedWords = Set(options.suppressedWords.map { Array($0.utf8) })
    nilWords = Set(options.nilWords.map { Array($0.utf8) })
  }

  /// The reading of cells that are numbers by their type.
  ///
  /// A dot stands before decimals, and nothing groups digits. Told words are heeded, as they may be
  /// numbers.
  func ofNumbers() -> NumberText {
    var law = NumberText(thousandsMark: ThousandsMark.none)
    (law.told, law.suppressedWords, law.nilWords) = (told, suppressedWords, nilWords)
    return law
  }

  /// What a word says that is told to stand for a suppressed value or for nil.
  func toldWord(_ cell: ArraySlice<UInt8>) -> ValueCell? {
    if suppressedWords.isEmpty, nilWords.isEmpty { return nil }
    let text = Array(cell.trimmed)
    if suppressedWords.contains(text) { return ValueCell(content: .suppressed) }
    if nilWords.contains(text) {
      return ValueCell(content: .number(Numeral(value: 0, halfUnit: 0.5)))
    }
    return nil
  }

  /// Whether a word is told to stand for a missing value.
  func isToldMissing(_ word: String) -> Bool { told.contains(Array(word.utf8)) }

  /// The reading of numbers with a decimal mark, further words for a missing value, and the mark that
  /// groups digits; any that is usual where nil.
  public init(
    decimalMark: UInt8 = UInt8(ascii: "."), missingWords: [String] = [],
    thousandsMark: ThousandsMark? = nil
  ) {
    self.decimalMark = decimalMark
    let marks = (thousandsMark.map { [$0] } ?? ThousandsMark.allCases).flatMap(\.characters)
    groupMarks = marks.map { Array($0.utf8) }.filter { $0 != [decimalMark] }
    told = Set(missingWords.map { Array($0.utf8) })
    missing = Set(Self.usualMissingWords.map { Array($0.utf8) })
  }

  /// Whether plain digits are a number whatever they are: no such word is told for a missing value.
  var readsPlainNumbers: Bool { told.isEmpty && suppressedWords.isEmpty && nilWords.isEmpty }

  /// What the bytes of a cell say; white space around them does not count.
  ///
  /// Digits may be grouped in threes by a comma, dot, space, no-break space, thin space or
  /// apostrophe, one mark throughout; a sign and an exponent are read.
  public func content(of cell: ArraySlice<UInt8>) -> Content {
    let text = cell.trimmed
    if !told.isEmpty, told.contains(Array(text)) { return .missing }
    if let numeral = numeral(text) { return .number(numeral) }
    if missing.contains(Array(text)) { return .missing }
    return text.elementsEqual([UInt8(ascii: "*")]) ? .suppressed : .other
  }

  // MARK: Digits

  /// The digits of a number, as far as a machine word holds them.
  private struct Digits {
    var mantissa: UInt64 = 0
    var count = 0

    /// Takes the digits at the front.
    mutating func take(_ rest: inout ArraySlice<UInt8>) {
      var index = rest.startIndex
      while index < rest.endIndex, rest[index].isDigit {
        mantissa = mantissa &* 10 &+ UInt64(rest[index] &- UInt8(ascii: "0"))
        count += 1
        index += 1
      }
      rest = rest[index...]
    }
  }

  private func numeral(_ text: ArraySlice<UInt8>) -> Numeral? {
    guard let first = text.first, first.isDigit || first < UInt8(ascii: "0") || first >= 0x80 else {
      return nil
    }
    var rest = text
    let negative = Self.takeSign(&rest)
    var digits = Digits()
    guard takeWhole(&rest, into: &digits) else { return nil }
    var scale = 0
    if rest.first == decimalMark {
      rest.removeFirst()
      let whole = digits.count
      digits.take(&rest)
      scale = whole - digits.count
    }
    guard digits.count > 0, let exponent = Self.takeExponent(&rest), rest.isEmpty else {
      return nil
    }
    let size: Double?
    if digits.count <= 15, abs(scale + exponent) <= 22 {
      // Both factors are exact, so that the one operation rounds correctly (Clinger 1990).
      let whole = Double(digits.mantissa)
      let power = Self.power(abs(scale + exponent))
      size = scale + exponent < 0 ? whole / power : whole * power
    } else {
      size = exactly(text, exponent: exponent)
    }
    guard let size, size.isFinite else { return nil }
    let unit = scale + exponent
    return Numeral(
      value: negative ? -size : size,
      halfUnit: unit < 0 ? 0.5 / Self.power(-unit) : 0.5 * Self.power(unit),
      exact: size >= 0x1p53 && unit == 0 && !text.contains { $0 | 0x20 == UInt8(ascii: "e") }
        ? Self.exactDigits(text, size, negative: negative) : nil)
  }

  /// The digits of a whole number, where the double nearest to it is another number.
  private static func exactDigits(
    _ text: ArraySlice<UInt8>, _ size: Double, negative: Bool
  ) -> String? {
    let digits = text.filter(\.isDigit).drop { $0 == UInt8(ascii: "0") }
    let written = String(decoding: digits, as: UTF8.self)
    // Up to 19 digits an integer tells; longer ones are kept as they are.
    if let whole = UInt64(written), size < 0x1p64, UInt64(size) == whole { return nil }
    return (negative ? "-" : "") + written
  }

  /// The size of a number of many digits, as the standard library rounds it.
  private func exactly(_ text: ArraySlice<UInt8>, exponent: Int) -> Double? {
    let mantissa = text.prefix { $0 | 0x20 != UInt8(ascii: "e") }
    var plain = ""
    for byte in mantissa where byte.isDigit || byte == decimalMark {
      plain.unicodeScalars.append(byte == decimalMark ? "." : Unicode.Scalar(byte))
    }
    return Double(plain + "e\(exponent)")
  }

  private static func takeSign(_ rest: inout ArraySlice<UInt8>) -> Bool {
    if rest.first == UInt8(ascii: "+") {
      rest.removeFirst()
    } else if rest.first == UInt8(ascii: "-") {
      rest.removeFirst()
      return true
    } else if rest.starts(with: [0xE2, 0x88, 0x92]) {  // the minus sign, U+2212
      rest.removeFirst(3)
      return true
    }
    return false
  }

  /// The digits before the decimal mark, grouped in threes or not; none at all is well.
  private func takeWhole(_ rest: inout ArraySlice<UInt8>, into digits: inout Digits) -> Bool {
    let leading = rest.first
    digits.take(&rest)
    guard !rest.isEmpty, (1...3) ~= digits.count, leading != UInt8(ascii: "0"),
      let mark = groupMark(at: rest)
    else { return true }
    while rest.starts(with: mark) {
      rest = rest.dropFirst(mark.count)
      let before = digits.count
      digits.take(&rest)
      let isInner = groupsByTwos && mark == [UInt8(ascii: ",")] && rest.starts(with: mark)
      guard digits.count == before + (isInner ? 2 : 3) else { return false }
    }
    return true
  }

  private func groupMark(at rest: ArraySlice<UInt8>) -> [UInt8]? {
    groupMarks.first { rest.starts(with: $0) }
  }

  private static func takeExponent(_ rest: inout ArraySlice<UInt8>) -> Int? {
    guard let letter = rest.first, letter | 0x20 == UInt8(ascii: "e") else { return 0 }
    rest.removeFirst()
    let negative = takeSign(&rest)
    let digits = rest.prefix(while: \.isDigit)
    guard (1...4) ~= digits.count else { return nil }
    rest = rest.dropFirst(digits.count)
    let size = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    return negative ? -size : size
  }

  private static func power(_ exponent: Int) -> Double {
    exponent < powers.count ? powers[exponent] : Double("1e\(exponent)") ?? .infinity
  }

  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
    1e18, 1e19, 1e20, 1e21, 1e22,
  ]
}

extension ArraySlice<UInt8> {
  /// The bytes without the white space around them (ASCII and no-break space), and without a byte order
  /// mark before them, which files that were put together have amid the text.
  var trimmed: ArraySlice<UInt8> {
    var (start, end) = (startIndex, endIndex)
    while start < end {
      if self[start].isSpace {
        start += 1
      } else if self[start] == 0xC2, start + 1 < end, self[start + 1] == 0xA0 {
        start += 2
      } else if self[start] == 0xEF, self[start..<end].starts(with: Encoding.byteOrderMark) {
        start += 3
      } else {
        break
      }
    }
    while start < end {
      if self[end - 1].isSpace {
        end -= 1
      } else if self[end - 1] == 0xA0, end - 2 >= start, self[end - 2] == 0xC2 {
        end -= 2
      } else {
        break
      }
    }
    return self[start..<end]
  }
}

extension UInt8 {
  /// Whether the byte is a decimal digit.
  var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")) ~= self }
}
