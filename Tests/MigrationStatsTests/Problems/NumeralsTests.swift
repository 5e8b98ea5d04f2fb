import Testing

@testable import MigrationStats

@Suite("Numbers as text")
struct NumeralsTests {
  @Test(
    "Exact text has every digit and no exponent for whole numbers",
    arguments: [
      (0, "0"), (-0.0, "0"), (1, "1"), (-1, "-1"), (99_800_000, "99800000"),
      (9_007_199_254_740_992, "9007199254740992"), (0.1, "0.1"), (1.5, "1.5"),
      (215_763_573.22, "215763573.22"), (1e-7, "1e-07"), (1.25e300, "1.25e+300"),
      (38891.00000000001, "38891.00000000001"),
    ])
  func exact(value: Double, text: String) {
    #expect(Numerals.exact(value) == text)
  }

  @Test(
    "Rounding is half away from zero on the printed digits",
    arguments: [
      (0.125, 2, "0.13"), (-0.125, 2, "-0.13"), (1.005, 2, "1.01"), (2.675, 2, "2.68"),
      (0.5, 0, "1"), (1.5, 0, "2"), (2.5, 0, "3"), (-2.5, 0, "-3"), (0.4, 0, "0"),
      (-0.4, 0, "0"), (9.995, 2, "10.00"), (99.95, 1, "100.0"), (0.0005, 3, "0.001"),
      (0.00049, 3, "0.000"), (-0.00049, 3, "0.000"), (1e21, 0, "1000000000000000000000"),
      (1.5e-10, 3, "0.000"), (1234.5, 3, "1234.500"), (0, 2, "0.00"), (0.06, 1, "0.1"),
    ])
  func rounded(value: Double, decimals: Int, text: String) {
    #expect(Numerals.rounded(value, decimals: decimals) == text)
  }

  @Test("What is not finite has no digits")
  func notFinite() {
    #expect(Numerals.rounded(.infinity, decimals: 2) == "∞")
    #expect(Numerals.rounded(-.infinity, decimals: 2) == "−∞")
    #expect(Numerals.rounded(.nan, decimals: 2) == "")
    #expect(Numerals.grouped(.infinity) == "∞")
    #expect(Numerals.grouped(-.infinity) == "−∞")
    #expect(Numerals.grouped(.nan) == "")
  }

  @Test(
    "Thousands are grouped by commas, decimals shown as far as they go, up to three",
    arguments: [
      (0, nil, "0"), (999, nil, "999"), (1000, nil, "1,000"), (99_800_000, nil, "99,800,000"),
      (-1234.5, nil, "-1,234.5"), (1234.56789, nil, "1,234.568"), (0.0001, nil, "0"),
      (-0.0001, nil, "0"), (1234.5, 2, "1,234.50"), (999_999.5, 0, "1,000,000"),
      (-100, nil, "-100"),
    ] as [(Double, Int?, String)])
  func grouped(value: Double, decimals: Int?, text: String) {
    #expect(Numerals.grouped(value, decimals: decimals) == text)
  }

  @Test(
    "Significant digits, grouped, with a power of ten far from 1",
    arguments: [
      (0.0134581, 3, "0.0135"), (98_321_456, 5, "98,321,456"), (2.3999e-11, 3, "2.40e-11"),
      (-1234.56, 5, "-1,234.6"), (9.9996, 4, "10.000"), (0, 3, "0"), (1, 3, "1.00"),
      (0.000123, 2, "0.00012"), (0.0000123, 2, "1.2e-5"), (1.5e20, 4, "1.5e20"),
      (-.infinity, 3, "−∞"), (100, 1, "100"), (2.5, 1, "3"),
    ] as [(Double, Int, String)])
  func significant(value: Double, digits: Int, text: String) {
    #expect(Numerals.significant(value, digits: digits) == text)
  }
}
