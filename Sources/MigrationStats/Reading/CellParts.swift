/// A cell of values taken apart: the number or word itself, and what stands beside it.
///
/// ```
/// 1234 b      1234, letter b
/// 12.5p       12.5, letter p
/// 1 234¹ *    1 234, marks ¹ and *
/// 5 %         5, per cent
/// (123)       123, in brackets
/// US$ 123     123, currency US$
/// : c         :, letter c
/// ```
struct CellParts {
  /// The number or the word.
  private(set) var core: ArraySlice<UInt8>
  /// The letters behind it, each a flag or a footnote.
  private(set) var letters: [UInt8] = []
  /// The letters as they stand together, such as `bn`.
  private(set) var words: [String] = []
  /// The footnote marks behind it, as they stand.
  private(set) var marks: [String] = []
  /// Whether a sign for per cent stands behind it.
  private(set) var isPercent = false
  /// Whether it stands in brackets.
  private(set) var isBracketed = false
  /// The sign of a currency before or behind it.
  private(set) var currency: String?

  /// Takes the bytes of a cell apart.
  init(_ cell: ArraySlice<UInt8>) {
    core = cell.trimmed
    while takeOne() {}
    takeCurrency()
    if core.count > 2, core.first == UInt8(ascii: "("), core.last == UInt8(ascii: ")") {
      var inner = self
      inner.core = core.dropFirst().dropLast().trimmed
      inner.takeCurrency()
      inner.isBracketed = true
      if inner.core.first?.isDigit == true { self = inner }
    }
  }

  /// The signs of currencies that are read beside numbers, longer ones first.
  static let currencySigns = ["US$", "$", "€", "£", "¥"]

  /// Whether anything stands beside the number or word.
  var isPlain: Bool {
    letters.isEmpty && marks.isEmpty && !isPercent && !isBracketed && currency == nil
  }

  /// Takes the sign of a currency off a number: `$5`, `-$5`, `$-5`, `5 €`.
  private mutating func takeCurrency() {
    guard currency == nil, let first = core.first, let last = core.last,
      first >= 0x80 || last >= 0x80 || last == UInt8(ascii: "$") || "$U-".utf8.contains(first)
    else { return }
    let minus = ["-", "−"].first { core.starts(with: $0.utf8) } ?? ""
    let size = core.dropFirst(minus.utf8.count)
    for sign in Self.currencySigns {
      var rest: ArraySlice<UInt8>
      if size.starts(with: sign.utf8) {
        rest = size.dropFirst(sign.utf8.count).trimmed
        let isNumber = rest.first.map { $0.isDigit || "-+(.,".utf8.contains($0) } == true
        guard isNumber || rest.starts(with: "−".utf8), rest.contains(where: \.isDigit) else {
          return
        }
        if !minus.isEmpty { rest = ArraySlice(minus.utf8 + rest) }
      } else if core.count > sign.utf8.count, core.suffix(sign.utf8.count).elementsEqual(sign.utf8)
      {
        rest = core.dropLast(sign.utf8.count).trimmedAtEnd
        guard rest.last?.isDigit == true || rest.last == UInt8(ascii: ")") else { return }
      } else {
        continue
      }
      (core, currency) = (rest, sign)
      return
    }
  }

  /// Takes what stands last off the core, unless it is the core itself.
  private mutating func takeOne() -> Bool {
    guard let last = core.last else { return false }
    switch last {
    case UInt8(ascii: "%") where !isPercent:
      return take(1) { $0.isPercent = true }
    case UInt8(ascii: "*"), UInt8(ascii: "|"):
      return take(1) { $0.marks.insert(String(UnicodeScalar(last)), at: 0) }
    case UInt8(ascii: ")"), UInt8(ascii: "]"):
      return takeBrackets(closedBy: last)
    case UInt8(ascii: "a")...UInt8(ascii: "z"):
      return takeLetters()
    case 0x80...:
      return takeMark()
    default: return false
    }
  }

  /// Takes bytes off the end where something is left before them.
  private mutating func take(_ count: Int, _ note: (inout CellParts) -> Void) -> Bool {
    let rest = core.dropLast(count).trimmedAtEnd
    guard !rest.isEmpty else { return false }
    core = rest
    note(&self)
    return true
  }

  /// `(1)`, `[12]`, `(a)`, `(bp)`, `(*)` are marks or letters; more in brackets is not.
  private mutating func takeBrackets(closedBy close: UInt8) -> Bool {
    let open = close == UInt8(ascii: ")") ? UInt8(ascii: "(") : UInt8(ascii: "[")
    guard let start = core.lastIndex(of: open), start > core.startIndex else { return false }
    let inner = core[start...].dropFirst().dropLast()
    let written = String(decoding: core[start...], as: UTF8.self)
    let count = core.endIndex - start
    if (1...2).contains(inner.count), inner.allSatisfy(\.isDigit) || inner.elementsEqual([42]) {
      return take(count) { $0.marks.insert(written, at: 0) }
    }
    guard (1...3).contains(inner.count), inner.allSatisfy(\.isLowerLetter) else { return false }
    return take(count) { $0.note(inner) }
  }

  /// Letters behind a digit, a space or a word for a missing value.
  private mutating func takeLetters() -> Bool {
    let run = core.reversed().prefix { $0.isLowerLetter }
    guard run.count <= 3, run.count < core.count else { return false }
    let before = core[core.endIndex - run.count - 1]
    let isApart =
      before.isDigit || before.isSpace || before >= 0x80
      || [":", ".", "*", "%", ")", "]", ",", "-"].contains { $0.utf8.elementsEqual([before]) }
    guard isApart else { return false }
    let letters = Array(run.reversed())
    return take(run.count) { parts in
      parts.note(letters)
      // `b, p`: a comma parts letters, where a number stands before it all the same.
      if parts.core.last == UInt8(ascii: ",") { parts.core = parts.core.dropLast().trimmedAtEnd }
    }
  }

  private mutating func note(_ word: some Collection<UInt8>) {
    letters.insert(contentsOf: word, at: 0)
    words.insert(String(decoding: word, as: UTF8.self), at: 0)
  }

  /// Superscripts and daggers.
  private mutating func takeMark() -> Bool {
    let length = core.reversed().prefix { $0 & 0xC0 == 0x80 }.count + 1
    guard length <= core.count else { return false }
    let character = String(decoding: core.suffix(length), as: UTF8.self)
    guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1,
      Self.isMark(scalar)
    else { return false }
    return take(length) { parts in
      // Superscript digits that stand together are one mark.
      if let next = parts.marks.first, let first = next.unicodeScalars.first,
        Self.isSuperscript(first), Self.isSuperscript(scalar)
      {
        parts.marks[0] = character + next
      } else {
        parts.marks.insert(character, at: 0)
      }
    }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    isSuperscript(scalar) || "†‡§¶".unicodeScalars.contains(scalar)
  }

  private static func isSuperscript(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xB9, 0xB2, 0xB3, 0xAA, 0xBA, 0x2070...0x207F, 0x1D43...0x1D6A, 0x1D9B...0x1DBF,
      0x2B0...0x2B8:
      true
    default: false
    }
  }
}

extension UInt8 {
  /// Whether the byte is a letter from a to z.
  fileprivate var isLowerLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")) ~= self }
}

extension ArraySlice<UInt8> {
  /// The bytes without white space at their end, spaces that group digits among it.
  fileprivate var trimmedAtEnd: ArraySlice<UInt8> {
    var text = self
    while true {
      let trimmed = text.trimmed
      text = text[text.startIndex..<Swift.max(text.startIndex, trimmed.endIndex)]
      let wide = ["\u{202F}", "\u{2009}"].first { text.suffix(3).elementsEqual($0.utf8) }
      guard wide != nil else { return text }
      text = text.dropLast(3)
    }
  }
}
