import Testing

@testable import MigrationStats

/// Short series against least squares computed with 60 decimal digits.
@Suite("Growth curves")
struct GrowthCurveTests {
  /// The population of the United States in millions, 1790 to 1910.
  ///
  /// R. Pearl and L. J. Reed fitted the logistic curve to it (1920, doi:10.1073/pnas.6.6.275).
  private let censuses = (
    years: (0...12).map { 1790 + 10 * Double($0) },
    values: [
      3.929, 5.308, 7.240, 9.638, 12.866, 17.069, 23.192, 31.443, 38.558, 50.156, 62.948, 75.995,
      91.972,
    ]
  )
  private let bend = (
    years: [1990.0, 1995, 2000, 2005, 2010, 2015, 2020, 2025],
    values: [22.5, 46.0, 85.1, 140.3, 198.4, 239.5, 268.1, 285.0]
  )
  private let slowing = (
    years: (2000...2009).map(Double.init),
    values: [12.1, 19.8, 25.9, 30.2, 33.8, 36.1, 38.2, 39.3, 40.4, 40.9]
  )
  private let world = (
    years: [1960.0, 1970, 1980, 1990, 2000, 2010, 2020],
    values: [75.9, 81.5, 99.8, 154.0, 174.9, 221.0, 280.6]
  )

  private func expect(
    _ fit: CurveFit, _ estimates: [Double], _ standardErrors: [Double], sumOfSquares: Double,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    #expect(fit.estimates.count == estimates.count, sourceLocation: sourceLocation)
    for (found, expected) in zip(fit.estimates, estimates) {
      expectClose(found, expected, digits: 15, sourceLocation: sourceLocation)
    }
    let found = try #require(fit.standardErrors, sourceLocation: sourceLocation)
    for (found, expected) in zip(found, standardErrors) {
      expectClose(found, expected, digits: 15, sourceLocation: sourceLocation)
    }
    expectClose(
      fit.residualSumOfSquares, sumOfSquares, digits: 15, sourceLocation: sourceLocation)
  }

  @Test("Logistic")
  func logistic() throws {
    try expect(
      GrowthCurve.logistic.fit(years: censuses.years, values: censuses.values),
      [196.2452911056684118872, 0.0313527708443183452829, 1914.190998659087160064],
      [10.4388444682055678742, 0.0006260330638834777090034, 3.082600987856595994741],
      sumOfSquares: 2.587419862076305889695)
    try expect(
      GrowthCurve.logistic.fit(years: bend.years, values: bend.values),
      [297.2520837699029816073, 0.1578748620777359092774, 2005.737718342586623927],
      [1.688568399632999196651, 0.002207556435424575188317, 0.1184234199301889657325],
      sumOfSquares: 8.730522459400033494013)
  }

  @Test("Gompertz")
  func gompertz() throws {
    try expect(
      GrowthCurve.gompertz.fit(years: bend.years, values: bend.values),
      [334.9025573052883357314, 0.08729753868897416522792, 2003.039719439897061442],
      [13.87594082369695790664, 0.006890504831863797431853, 0.6506056623272430118909],
      sumOfSquares: 162.5268333378672598811)
  }

  @Test("Richards")
  func richards() throws {
    try expect(
      GrowthCurve.richards.fit(years: bend.years, values: bend.values),
      [
        299.8155145636475736396, 0.8735353870990354905544, 0.1490519633007919865815,
        2005.480932242355199295,
      ],
      [
        2.920015569094198179485, 0.1097971474658749354517, 0.007912496181239171387674,
        0.2604495885688201828469,
      ],
      sumOfSquares: 6.584245872468025742419)
  }

  @Test("Saturating exponential")
  func saturating() throws {
    try expect(
      GrowthCurve.saturating.fit(years: slowing.years, values: slowing.values),
      [43.34555441924462277271, 31.35757465613594387303, 0.293424153286942098376],
      [0.207599325454002192369, 0.2070823070089233781565, 0.005425694909311102887106],
      sumOfSquares: 0.1902496773832090694826)
  }

  @Test("Weights")
  func weights() throws {
    try expect(
      GrowthCurve.logistic.fit(
        years: bend.years, values: bend.values, weights: [1, 2, 1, 3, 1, 2, 1, 1]),
      [297.0547066428203923852, 0.1574312412238895222908, 2005.734775948349164031],
      [1.838757490900645557273, 0.002195891773779729198566, 0.1164850683148733377026],
      sumOfSquares: 11.74785982176124102744)
  }

  @Test(
    "The world's stock does not determine a limit",
    arguments: [GrowthCurve.logistic, .gompertz, .richards])
  func noLimit(curve: GrowthCurve) {
    let earlier = [77.1, 84.5, 101.9, 152.9, 173.2, 220.8, 280.6]
    let other = [75.9, 81.5, 99.8, 153.0, 173.6, 221.0, 280.6]
    // The last is an exponential curve to the last digit: a limit of infinity fits perfectly.
    for values in [world.values, earlier, other, [1, 2, 4, 8, 16, 32, 64]] {
      let error = #expect(throws: FittingError.self) {
        try curve.fit(years: world.years, values: values)
      }
      #expect(error?.kind == .notIdentified)
      #expect(error?.summary.hasPrefix("the data do not determine ‘K’") == true)
      #expect(error?.remedy == curve.remedy)
    }
  }

  @Test("What falls has a limit too")
  func falling() throws {
    let fit = try GrowthCurve.logistic.fit(
      years: bend.years, values: bend.values.reversed())
    let rising = try GrowthCurve.logistic.fit(years: bend.years, values: bend.values)
    expectClose(fit.estimates[0], rising.estimates[0], digits: 15)
    expectClose(fit.estimates[1], -rising.estimates[1], digits: 15)
  }

  @Test("A fit from the parameters of another is the same", arguments: GrowthCurve.allCases)
  func refit(curve: GrowthCurve) throws {
    let data = curve == .saturating ? slowing : bend
    let fit = try curve.fit(years: data.years, values: data.values)
    let again = try curve.fit(
      years: data.years, values: data.values, start: fit.estimates.map { $0 * 1.001 })
    #expect(again.estimates == fit.estimates)
    #expect(again.standardErrors == fit.standardErrors)
  }

  @Test("Few and equal values", arguments: GrowthCurve.allCases)
  func edges(curve: GrowthCurve) {
    func kind(_ years: [Double], _ values: [Double]) -> FittingError.Kind? {
      do throws(FittingError) {
        _ = try curve.fit(years: years, values: values)
        return nil
      } catch {
        return error.kind
      }
    }
    #expect(kind([], []) == .tooFewValues)
    #expect(kind([2000], [1]) == .constant)
    #expect(kind([2000, 2010], [1, 2]) == .tooFewValues)
    #expect(kind([2000, 2005, 2010, 2020, 2025], [5, 5, 5, 5, 5]) == .constant)
    #expect(kind([2000, 2000, 2000, 2000, 2000], [1, 2, 3, 4, 5]) == .constant)
    #expect(kind([2000, 2005, 2010, 2020, 2025], [1, 2, .nan, 3, 4]) == .notFinite)
    #expect(kind([2000, 2005, .infinity, 2020, 2025], [1, 2, 3, 3, 4]) == .notFinite)
  }
}
