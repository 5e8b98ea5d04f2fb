import Testing

@testable import MigrationStats

@Suite("Laws of numbers as bytes")
struct CSVBytesLaws {
  private func text(_ append: (inout CSVBytes) -> Void) -> String {
    var bytes = CSVBytes()
    append(&bytes)
    return String(decoding: bytes.bytes, as: UTF8.self)
  }

  /// What a number is in a result: no decimals where it is whole, and else every digit that tells it.
  private func expected(_ number: Double) -> String {
    (Int64(exactly: number).map { $0.magnitude <= 1 << 53 ? "\($0)" : nil } ?? nil) ?? "\(number)"
  }

  @Test("A number that may have so few decimals is written as any other", arguments: 1...8)
  func perhaps(seed: Int) {
    var random = RepeatableGenerator(seed: UInt64(seed))
    var short = 0
    for _ in 0..<20_000 {
      let decimals = Int.random(in: 0...8, using: &random)
      let power = PlainDigits.powers[decimals]
      func value() -> Double {
        (abs(random.double(exponents: -6...12)) * power).rounded() / power
      }
      let change = value() - (Bool.random(using: &random) ? value() : 0)
      let written = text { $0.append(change, perhaps: UInt8(decimals)) }
      #expect(written == expected(change) + ",")
      short += change == (change * power).rounded() / power ? 1 : 0
    }
    // Both ways are gone.
    #expect((2_000...19_000).contains(short))
    #expect(text { $0.append(nil, perhaps: 3) } == ",")
  }

  @Test("Numbers at the edges of what the short way takes")
  func edges() {
    for number in [
      0, -0.0, 0.5, -0.25, 1e-4, 1e-5, 9.9e-5, 0.1 + 0.2, 999_999_999_999_999, 1e15, 1e16, 0x1p53,
      0x1p54, 1e22, 1e300, -1e-300, .leastNonzeroMagnitude, .greatestFiniteMagnitude,
      123_456_789_012_345.6, 99_999_999_999_999.95,
    ] {
      for decimals in UInt8(0)...15 {
        #expect(text { $0.append(number, perhaps: decimals) } == expected(number) + ",")
      }
    }
  }
}
