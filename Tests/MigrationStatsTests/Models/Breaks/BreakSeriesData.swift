import Testing

@testable import MigrationStats

/// Series that the tests of breaks share.
enum BreakSeriesData {
  /// The world's migrant stock, millions, every five years 1990–2020.
  static let world: [Int: Double] = [
    1990: 153, 1995: 161.3, 2000: 173.6, 2005: 191.4, 2010: 221, 2015: 247.9, 2020: 280.6,
  ]

  /// The same from 1960 on.
  static let worldSince1960 = world.merging(
    [1960: 75.9, 1965: 78.4, 1970: 81.5, 1975: 88.9, 1980: 99.8, 1985: 113.2, 1990: 154]
  ) { $1 }

  /// A line with a slope of 2 until 1996.4, of 7 from then on, and noise.
  static let kinked: [Int: Double] = Dictionary(
    uniqueKeysWithValues: zip(
      1980...2009,
      [
        102.1, 101.3, 106.8, 105.3, 111.5, 103.7, 113.4, 109.8, 119.5, 120.1, 116.5, 127.6, 117.7,
        130.9, 134.3, 127.9, 133.4, 134.9, 149.6, 148.2, 162.2, 163.6, 176.2, 176.2, 188.1, 190.9,
        205.6, 204.9, 215.4, 216.1,
      ]))

  /// The Nile's flow at Aswan, 10⁸ m³ a year, 1871–1970, as in R's `datasets`.
  static func nile() throws -> [Int: Double] {
    let fixture = try Fixture("nile.csv")
    return Dictionary(
      uniqueKeysWithValues: zip(try fixture.numbers(0).map { Int($0) }, try fixture.numbers(1)))
  }
}

extension BreakTests {
  /// The tests of a series by year.
  init(
    _ values: [Int: Double], isLogarithmic: Bool = false, known: [Double] = [],
    trimming: Double = 0.15
  ) throws(FittingError) {
    let years = values.keys.sorted()
    try self.init(
      years: years.map(Double.init), values: years.compactMap { values[$0] },
      isLogarithmic: isLogarithmic, known: known, trimming: trimming)
  }

  /// The only test of a kind.
  func only(_ kind: BreakTest.Kind) throws -> BreakTest {
    let found = tests.filter { $0.kind == kind }
    try #require(found.count == 1, "\(found.count) tests of the kind \(kind)")
    return found[0]
  }

  /// The breaks of the model with some number of them.
  func breaks(_ number: Int) -> [BreakTest] {
    tests.filter { $0.kind == .baiPerron && $0.breaks == number }
  }
}
