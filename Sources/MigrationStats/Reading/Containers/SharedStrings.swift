/// The texts that the cells of a workbook share, joined in one array.
struct SharedStrings: XMLHandler {
  private(set) var text: [UInt8] = []
  private var ends: [Int] = []
  private var piece = RichText()

  /// The number of texts.
  var count: Int { ends.count }

  /// Where the bytes of a text lie in `text`; nil where there is none.
  func range(_ index: Int) -> Range<Int>? {
    guard ends.indices.contains(index) else { return nil }
    return (index == 0 ? 0 : ends[index - 1])..<ends[index]
  }

  mutating func begin(_ element: XMLElement) -> Bool {
    if element.isNamed("si") { piece = RichText() }
    piece.begin(element)
    return true
  }

  mutating func end(_ name: UnsafePointer<CChar>) -> Bool {
    piece.end(name)
    if XMLPass.equal(name, "si") {
      text += piece.plain
      ends.append(text.count)
    }
    return true
  }

  mutating func take(_ text: UnsafeBufferPointer<UInt8>) { piece.take(text) }
}

/// A text of several runs, of which only the letters count: no fonts, no phonetic guides.
struct RichText {
  private var bytes: [UInt8] = []
  private var isText = false
  private var isGuide = false

  mutating func begin(_ element: XMLElement) {
    if element.isNamed("t") { isText = true } else if element.isNamed("rPh") { isGuide = true }
  }

  mutating func end(_ name: UnsafePointer<CChar>) {
    if XMLPass.equal(name, "t") { isText = false }
    if XMLPass.equal(name, "rPh") { isGuide = false }
  }

  mutating func take(_ text: UnsafeBufferPointer<UInt8>) {
    if isText, !isGuide { bytes.append(contentsOf: text) }
  }

  /// The text as a cell of one line: `_x000D_` and line breaks are spaces, as a row of a sheet is
  /// one line however many its cells show.
  var plain: [UInt8] { Self.onOneLine(bytes) }

  static func onOneLine(_ bytes: [UInt8]) -> [UInt8] {
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    var rest = bytes[...]
    while let byte = rest.first {
      if byte == UInt8(ascii: "_"), let escaped = escape(rest) {
        plain += escaped.isASCII && escaped.value < 0x20 ? [0x20] : Array(String(escaped).utf8)
        rest = rest.dropFirst(7)
        continue
      }
      let isBreak = byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
      plain.append(isBreak ? UInt8(ascii: " ") : byte)
      rest = rest.dropFirst()
    }
    return plain
  }

  /// The character of an escape such as `_x000D_`, which stands for what XML cannot hold.
  private static func escape(_ rest: ArraySlice<UInt8>) -> Unicode.Scalar? {
    guard rest.starts(with: "_x".utf8), rest.count >= 7,
      rest[rest.startIndex + 6] == UInt8(ascii: "_"),
      let code = UInt32(String(decoding: rest.dropFirst(2).prefix(4), as: UTF8.self), radix: 16)
    else { return nil }
    return Unicode.Scalar(code)
  }
}
