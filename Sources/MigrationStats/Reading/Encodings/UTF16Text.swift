/// UTF-16: how it is told, and its text in UTF-8.
enum UTF16Text {
  /// What a NUL in every second byte of the head says: text in UTF-16, most of it ASCII.
  static func order(byNULsOf bytes: ArraySlice<UInt8>) -> TextEncoding? {
    let head = Array(bytes.prefix(512))
    guard head.count >= 4 else { return nil }
    let (even, odd) = (nuls(in: head, from: 0), nuls(in: head, from: 1))
    // Half a unit of another script may be zero as well; a table of digits alone is mostly ASCII.
    let (most, few) = (head.count / 2 * 7 / 10, head.count / 20)
    if odd > most, even <= few { return .utf16LittleEndian }
    if even > most, odd <= few { return .utf16BigEndian }
    return nil
  }

  private static func nuls(in head: [UInt8], from parity: Int) -> Int {
    stride(from: parity, to: head.count, by: 2).count { head[$0] == 0 }
  }

  /// What is wrong with a text, and how many bytes of it are sound.
  struct Fault: Error {
    let summary: String
    /// The text before the fault, in UTF-8.
    let before: [UInt8]
  }

  /// The text in UTF-8.
  ///
  /// - Throws: `Fault` for half a pair of surrogates, half a unit and NUL.
  /// - Complexity: O(n) in the bytes.
  static func decoded(
    _ bytes: ArraySlice<UInt8>, _ encoding: TextEncoding
  ) throws(Fault) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    let low = encoding == .utf16LittleEndian ? 0 : 1
    func unit(at index: Int) -> UInt32? {
      index + 1 < bytes.endIndex
        ? UInt32(bytes[index + low]) | UInt32(bytes[index + 1 - low]) << 8 : nil
    }
    while index < bytes.endIndex {
      guard var value = unit(at: index) else {
        throw Fault(summary: "the text ends in the middle of a character", before: text)
      }
      index += 2
      if (0xD800...0xDBFF).contains(value), let next = unit(at: index),
        (0xDC00...0xDFFF).contains(next)
      {
        value = 0x10000 + (value - 0xD800) << 10 + (next - 0xDC00)
        index += 2
      }
      guard let scalar = Unicode.Scalar(value) else {
        throw Fault(summary: "a surrogate stands alone", before: text)
      }
      guard value != 0 else { throw Fault(summary: "a character is NUL", before: text) }
      if value < 0x80 {
        text.append(UInt8(value))
      } else {
        text.append(contentsOf: String(Character(scalar)).utf8)
      }
    }
    return text
  }
}
