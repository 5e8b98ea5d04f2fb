/// A number of plain digits, such as `1234.5` or `-7`: its digits as a whole number, and how many of
/// them are decimals.
///
/// Sixteen bytes are read at a time: eight digits become a number by three multiplications.
struct PlainDigits {
  /// The digits, with their sign.
  let digits: Int64
  /// The number of decimals, from 0 to 18.
  let decimals: Int

  /// Nought.
  static let zero = PlainDigits(digits: 0, decimals: 0)

  @inline(__always)
  private init(digits: Int64, decimals: Int) { (self.digits, self.decimals) = (digits, decimals) }

  /// Reads a text of at most 18 digits, a minus sign and a dot; nil for any other, for one that begins
  /// with a nought before another digit, and for a negative nought, which no whole number is.
  ///
  /// - Parameter text: 16 bytes can be read from here on, however short the text is.
  @inline(__always)
  init?(_ text: UnsafeRawPointer, _ count: Int) {
    guard count > 0 else { return nil }
    let first = text.load(as: UInt8.self)
    let isNegative = first == UInt8(ascii: "-")
    let (start, length) = isNegative ? (text + 1, count - 1) : (text, count)
    let lead = isNegative ? start.load(as: UInt8.self) : first
    if lead == UInt8(ascii: "0"), length > 1,
      start.load(fromByteOffset: 1, as: UInt8.self) &- UInt8(ascii: "0") < 10
    {
      return nil
    }
    let size: UInt64
    if length <= 8 {
      guard length > 0 else { return nil }
      var word = Self.word(start) &<< UInt64(truncatingIfNeeded: 64 - 8 * length)
      var (filled, scale) = (length, 0)
      if let point = Self.point(in: word) {
        scale = 7 - point
        word = Self.removing(point, of: word)
        filled -= 1
      }
      word |= Self.noughts(behind: filled)
      guard filled > 0, Self.areDigits(word) else { return nil }
      (size, decimals) = (Self.value(of: word), scale)
    } else if length <= 16 {
      var high = Self.word(start) &<< UInt64(truncatingIfNeeded: 64 - 8 * (length - 8))
      if length == 16 { high = Self.word(start) }
      var low = Self.word(start + (length - 8))
      var (filled, scale) = (length - 8, 0)
      if let point = Self.point(in: low) {
        scale = 7 - point
        low = Self.removing(point, of: low) | high >> 56
        high <<= 8
        filled -= 1
      } else if let point = Self.point(in: high) {
        scale = 15 - point
        high = Self.removing(point, of: high)
        filled -= 1
      }
      high |= Self.noughts(behind: filled)
      guard Self.areDigits(low), Self.areDigits(high) else { return nil }
      (size, decimals) = (Self.value(of: high) &* 100_000_000 &+ Self.value(of: low), scale)
    } else {
      guard let long = Self.long(start, length) else { return nil }
      (size, decimals) = long
    }
    if isNegative, size == 0 { return nil }
    digits = isNegative ? 0 &- Int64(truncatingIfNeeded: size) : Int64(truncatingIfNeeded: size)
  }

  /// Reads a text that is at hand.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    let read = (bytes + [UInt8](repeating: 0, count: 16)).withUnsafeBytes { buffer in
      buffer.baseAddress.flatMap { PlainDigits($0, bytes.count) }
    }
    guard let read else { return nil }
    self = read
  }

  /// The double nearest to the number; nil where it takes a closer look.
  @inline(__always)
  var value: Double? {
    // Both are exact, so that the one division rounds correctly.
    let isExact = digits.magnitude < 1 << 53
    return isExact ? Double(digits) / Self.powers[decimals] : nil
  }

  // MARK: Eight bytes, the first of them lowest

  @inline(__always)
  private static func word(_ bytes: UnsafeRawPointer) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self))
  }

  /// The place of the first dot, or nil; a second one is no digit.
  @inline(__always)
  private static func point(in word: UInt64) -> Int? {
    let dots = word ^ 0x2E2E_2E2E_2E2E_2E2E
    let found =
      ~((dots & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7F7F_7F7F_7F7F_7F7F | dots)
      & 0x8080_8080_8080_8080
    return found == 0 ? nil : found.trailingZeroBitCount >> 3
  }

  /// The bytes before a place moved up onto it.
  @inline(__always)
  private static func removing(_ place: Int, of word: UInt64) -> UInt64 {
    let before = (UInt64(1) &<< UInt64(truncatingIfNeeded: 8 * place)) &- 1
    return word & ~before << 8 | (word & before) << 8
  }

  /// Noughts in the places that are not filled, which are the lowest.
  @inline(__always)
  private static func noughts(behind filled: Int) -> UInt64 {
    0x3030_3030_3030_3030 >> UInt64(truncatingIfNeeded: 8 * filled)
  }

  @inline(__always)
  private static func areDigits(_ word: UInt64) -> Bool {
    let above = word &+ 0x4646_4646_4646_4646
    let below = word &- 0x3030_3030_3030_3030
    return (above | below | word) & 0x8080_8080_8080_8080 == 0
  }

  @inline(__always)
  private static func value(of word: UInt64) -> UInt64 {
    var value = ((word & 0x0F0F_0F0F_0F0F_0F0F) &* 2561) >> 8
    value = ((value & 0x00FF_00FF_00FF_00FF) &* 6_553_601) >> 16
    return ((value & 0x0000_FFFF_0000_FFFF) &* 42_949_672_960_001) >> 32
  }

  /// A text of 17 to 19 bytes.
  private static func long(_ text: UnsafeRawPointer, _ count: Int) -> (UInt64, Int)? {
    guard count <= 19 else { return nil }
    var (size, decimals): (UInt64, Int?) = (0, nil)
    for offset in 0..<count {
      let byte = text.load(fromByteOffset: offset, as: UInt8.self)
      let digit = byte &- UInt8(ascii: "0")
      if digit < 10 {
        size = size &* 10 &+ UInt64(digit)
        decimals = decimals.map { $0 + 1 }
      } else if byte == UInt8(ascii: "."), decimals == nil {
        decimals = 0
      } else {
        return nil
      }
    }
    return count - (decimals == nil ? 0 : 1) > 18 ? nil : (size, decimals ?? 0)
  }

  /// The powers of ten that a double holds exactly.
  static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
    1e18,
  ]
}
