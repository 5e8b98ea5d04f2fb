import Testing

@testable import MigrationStats

/// Years, sums of squares, criteria and intervals of R's strucchange 1.5: `breakpoints(y ~ x, h = …)`,
/// `summary` and `confint` of it, with the year centred.
@Suite("Several breaks at unknown years")
struct BaiPerronTests {
  private func expect(
    _ tests: BreakTests, squares: [Double], criteria: [Double], digits: Double = 11,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    for (breaks, (squares, bic)) in zip(squares, criteria).enumerated() {
      let model = try #require(tests.breaks(breaks).first, sourceLocation: sourceLocation)
      expectClose(
        model.residualSumOfSquares, squares, digits: digits, sourceLocation: sourceLocation)
      expectClose(model.bic, bic, digits: digits, sourceLocation: sourceLocation)
    }
    #expect(tests.breaks(squares.count).isEmpty, sourceLocation: sourceLocation)
  }

  @Test("The Nile: one break, after 1898, found among up to five")
  func nile() throws {
    let tests = try BreakTests(BreakSeriesData.nile())
    try expect(
      tests,
      squares: [
        2221263.647926786914, 1580175.076426984742, 1483851.71150935371, 1441761.233519258443,
        1404578.838366273791, 1381505.78137889295,
      ],
      criteria: [
        1298.444878868818, 1278.206329831013, 1285.73239700179, 1296.670330577323,
        1307.873046496278, 1320.03221220922,
      ], digits: 13)
    let years: [[Double]] = [
      [], [1898], [1898, 1953], [1898, 1938, 1953], [1898, 1918, 1938, 1953],
      [1891, 1907, 1923, 1938, 1953],
    ]
    // Values 26–31, and so on: R counts them from 1.
    let intervals: [[ClosedRange<Double>]] = [
      [], [26...31], [26...31, 66...84], [25...31, 57...72, 70...84],
      [24...30, 40...61, 65...71, 70...84], [14...22, 35...43, 48...62, 66...72, 70...84],
    ]
    for breaks in 1...5 {
      let found = tests.breaks(breaks)
      #expect(found.map(\.year) == years[breaks])
      #expect(found.map(\.nextYear) == years[breaks].map { $0 + 1 })
      #expect(found.map { $0.interval?.lower } == intervals[breaks].map { $0.lowerBound + 1870 })
      #expect(found.map { $0.interval?.upper } == intervals[breaks].map { $0.upperBound + 1870 })
    }
    #expect(tests.tests.filter(\.isChosen) == tests.breaks(1))
  }

  @Test("The Nile's mean without a trend, a design of one column")
  func mean() throws {
    let flow = try Fixture("nile.csv").numbers(1)
    let squares = try SegmentSquares(
      Matrix(columns: [flow.map { _ in 1 }]), flow, resolution: 0)
    let partitions = BaiPerron(squares, shortest: 15, most: 5).partitions
    #expect(
      partitions.map(\.rows) == [
        [], [28], [28, 83], [28, 68, 83], [28, 45, 68, 83], [15, 30, 45, 68, 83],
      ])
    for (partition, expected) in zip(
      partitions,
      [
        2835156.75, 1597457.194444444496, 1552923.615775401238, 1538096.512745098211,
        1507888.475916453637, 1659993.500426257495,
      ])
    {
      expectClose(partition.residualSumOfSquares, expected, digits: 14)
    }
  }

  @Test("Thirteen values of the world's stock, with three breaks that the criterion overrates")
  func world() throws {
    let tests = try BreakTests(BreakSeriesData.worldSince1960, isLogarithmic: true)
    // R fits the short segments by recursive residuals, to ten digits and fewer.
    try expect(
      tests,
      squares: [
        0.05112867401284386, 0.01402221704701941, 0.006736090048552884, 3.186716938266905e-04,
      ],
      criteria: [
        -27.41141916159487835, -36.53470321758602779, -38.370978806943398354, -70.34008654942247,
      ], digits: 10)
    #expect(tests.breaks(3).map(\.year) == [1970, 1985, 2000])
    #expect(tests.breaks(3).map { $0.interval?.lower } == [1965, 1980, 1995])
    #expect(tests.breaks(3).map { $0.interval?.upper } == [1975, 1990, 2005])
    #expect(tests.tests.filter(\.isChosen) == tests.breaks(3))
    #expect(tests.breaks(3).allSatisfy { $0.notes.contains { $0.contains("misleads") } })
    #expect(tests.breaks(1).allSatisfy { $0.notes.isEmpty })
    // One side of the second of two breaks scatters too much more than the other.
    #expect(tests.breaks(2).map { $0.interval?.lower } == [1965, nil])
    #expect(tests.breaks(2)[1].notes.contains { $0.contains("no interval") })
  }

  @Test("An interval that reaches beyond the series is open there")
  func open() throws {
    // R: values 0 to 6 for the first of five breaks.
    let found = try BreakTests(BreakSeriesData.kinked).breaks(5)
    #expect(found.map(\.year) == [1984, 1988, 1992, 1997, 2005])
    let first = try #require(found.first)
    #expect(first.interval?.lower == nil)
    #expect(first.interval?.upper == 1985)
    #expect(first.notes.contains("the interval reaches beyond the series"))
  }

  @Test("The distribution of a break's error is symmetric between equal sides")
  func distribution() {
    expectClose(BreakDateInterval.tail(0, ratio: 1), 0.5, digits: 14)
    expectClose(BreakDateInterval.tail(0, ratio: 3), 0.75, digits: 14)
    // R's strucchange 1.5, pargmaxV, of which one side's tail is 1 less.
    expectClose(BreakDateInterval.tail(7.687, ratio: 1), 0.05000299887052673, digits: 12)
    expectClose(BreakDateInterval.tail(11.033, ratio: 1), 0.02500145032907675, digits: 12)
    expectClose(BreakDateInterval.tail(19.767, ratio: 1), 0.004999590562655643, digits: 12)
  }

  @Test("Unequal sides have unequal tails")
  func unequal() {
    // R: pargmaxV(∓3, xi = 2, phi1 = 1, phi2 = 0.7); to the right the unit is φ/ξ² = 0.98/4.
    expectClose(BreakDateInterval.tail(3, ratio: 1 / 0.49), 0.1838499646126159, digits: 12)
    expectClose(BreakDateInterval.tail(12 / 0.98, ratio: 0.49), 0.01546804008804581, digits: 12)
  }
}
