/// A code page: a character for each byte from 128 on; those before are ASCII.
struct CodePage: Sendable {
  /// The characters of the bytes 128 to 255 in UTF-8; empty where the page has none.
  private let high: [[UInt8]]

  private init(_ characters: String) {
    high = characters.unicodeScalars.map { $0 == "\u{FFFD}" ? [] : Array(String($0).utf8) }
  }

  /// The offset of the first byte for which the page has no character; nil where it has all.
  func firstFault(in bytes: ArraySlice<UInt8>) -> Int? {
    bytes.firstIndex { $0 >= 0x80 && high[Int($0) - 0x80].isEmpty }
  }

  /// The bytes as text in UTF-8; a byte for which there is no character becomes U+FFFD.
  func decoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 16)
    for byte in bytes {
      if byte < 0x80 {
        text.append(byte)
      } else {
        let character = high[Int(byte) - 0x80]
        text.append(contentsOf: character.isEmpty ? [0xEF, 0xBF, 0xBD] : character)
      }
    }
    return text
  }

  /// The bytes as a string.
  func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: decoded(bytes), as: UTF8.self)
  }

  /// Windows-1252, which Excel writes in western Europe and America; it contains ISO 8859-1.
  ///
  /// Source: unicode.org/Public/MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1252.TXT.
  static let windows1252 = CodePage(
    "€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ"
      + "\u{A0}¡¢£¤¥¦§¨©ª«¬\u{AD}®¯°±²³´µ¶·¸¹º»¼½¾¿"
      + "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß"
      + "àáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ")

  /// Code page 850, which DOS and the console of Windows write in western Europe.
  ///
  /// Source: unicode.org/Public/MAPPINGS/VENDORS/MICSFT/PC/CP850.TXT.
  static let dos850 = CodePage(
    "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒ"
      + "áíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐"
      + "└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀"
      + "ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{AD}±‗¾¶§÷¸°¨·¹³²■\u{A0}")
}
