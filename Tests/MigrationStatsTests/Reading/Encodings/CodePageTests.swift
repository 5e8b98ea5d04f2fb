import Testing

@testable import MigrationStats

@Suite("Code pages")
struct CodePageTests {
  @Test("ASCII is itself in every page")
  func ascii() {
    let bytes = [UInt8](0..<128)
    #expect(CodePage.windows1252.decoded(bytes[...]) == bytes)
    #expect(CodePage.dos850.decoded(bytes[...]) == bytes)
  }

  @Test("ISO 8859-1 is within Windows-1252, whose five gaps are known")
  func windows1252() {
    for byte in UInt8(0xA0)...0xFF {
      #expect(CodePage.windows1252.text([byte]) == String(UnicodeScalar(byte)))
    }
    let gaps = (UInt8(0x80)...0xFF).filter { CodePage.windows1252.firstFault(in: [$0]) != nil }
    #expect(gaps == [0x81, 0x8D, 0x8F, 0x90, 0x9D])
    #expect(CodePage.windows1252.text([0x80, 0x8A, 0x93, 0x99, 0x9F]) == "€Š“™Ÿ")
  }

  @Test("Code page 850 has a character for every byte, each once")
  func dos850() {
    let bytes = [UInt8](0x80...0xFF)
    #expect(CodePage.dos850.firstFault(in: bytes[...]) == nil)
    #expect(Set(CodePage.dos850.text(bytes[...]).unicodeScalars).count == 128)
    #expect(
      CodePage.dos850.text([0x80, 0x81, 0x82, 0x93, 0xA4, 0xD0, 0xE1]) == "ÇüéôñðßÏ".dropLast())
    #expect(CodePage.dos850.text([0xFF]) == "\u{A0}")
  }
}
