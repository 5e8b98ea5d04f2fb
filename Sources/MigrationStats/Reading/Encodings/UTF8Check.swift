/// What the bytes of a text say for and against their being UTF-8 (Unicode 15, table 3-7).
struct UTF8Check {
  /// The offset of the first byte that is NUL or breaks UTF-8; nil where there is none.
  private(set) var firstFault: Int?
  /// Whether a character of several bytes is there, sound or broken: such bytes are hardly anything
  /// but UTF-8, as in a code page an accented letter would stand before a sign.
  private(set) var hasSequences = false

  /// Looks at the bytes from a place on; behind the first fault only for sequences.
  init(_ bytes: [UInt8], from start: Int) {
    self = bytes.withUnsafeBufferPointer { Self($0, from: start) }
  }

  /// Looks at bytes that lie somewhere.
  init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int = 0) {
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        if byte == 0, firstFault == nil { firstFault = index }
        index += 1
        // ASCII without NUL needs no closer look.
        while index + 32 <= bytes.count, Self.isPlain(bytes, at: index),
          Self.isPlain(bytes, at: index + 8), Self.isPlain(bytes, at: index + 16),
          Self.isPlain(bytes, at: index + 24)
        {
          index += 32
        }
        while index + 8 <= bytes.count, Self.isPlain(bytes, at: index) { index += 8 }
        continue
      }
      let length = Self.sequence(in: bytes, at: index)
      if length == 0 {
        if firstFault == nil { firstFault = index }
        let isLast = index + 1 == bytes.count
        if byte >= 0xC0, isLast || bytes[index + 1] & 0xC0 == 0x80 { hasSequences = true }
        // What follows a broken lead belongs to it.
        index += 1
      } else {
        hasSequences = true
        index += length
      }
      if firstFault != nil, hasSequences { return }
    }
  }

  private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    let word = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: index, as: UInt64.self)
    return (word | word &- 0x0101_0101_0101_0101) & 0x8080_8080_8080_8080 == 0
  }

  /// How many bytes the character at an index takes; 0 where there is none.
  private static func sequence(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    var second: ClosedRange<UInt8> = 0x80...0xBF
    let length: Int
    switch bytes[index] {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return 0
    }
    guard index + length <= bytes.count, second ~= bytes[index + 1] else { return 0 }
    for offset in stride(from: 2, to: length, by: 1) where bytes[index + offset] & 0xC0 != 0x80 {
      return 0
    }
    return length
  }
}
