import Testing

@testable import MigrationStats

/// Growth models of short series against references.
///
/// The expected numbers were computed with 60 decimal digits from the formulas in the documentation
/// of each model, from the series' decimal text: ordinary least squares, Student's t, criteria with the
/// standard deviation counted and, for logarithms, the Jacobian; leave-one-out by fitting anew; and
/// checked against R.
@Suite("Growth models to twelve digits")
struct GrowthModelTests {
  /// A number that is expected: `stock-1990-2020,exponential,forecast,2025.lower,…`.
  private struct Expected {
    let rectangle: String
    let key: String
    let part: String
    let value: Double
    let text: String
  }

  private static let models: [String: any Model] = [
    "linear": .linear, "exponential": .exponential, "power": .power,
    "polynomial-2": .polynomial(2), "polynomial-3": .polynomial(3),
    "polynomial-4": .polynomial(4), "random-walk": .randomWalk, "logistic": .logistic,
    "gompertz": .gompertz, "saturating": .saturating,
  ]

  private static let cases: [(series: String, model: String)] = {
    guard let fixture = try? Fixture("growth-models/expected.csv") else { return [] }
    return orderedUnique(fixture.rows.map { "\($0[0]) \($0[1])" }).map { pair in
      let parts = pair.split(separator: " ").map(String.init)
      return (parts[0], parts[1])
    }
  }()

  private func values(_ name: String) throws -> Series {
    var values: [Int: Double] = [:]
    for row in try Fixture("growth-models/series.csv").rows where row[0] == name {
      let (year, value) = (try #require(Int(row[1])), try #require(Double(row[2])))
      values[year] = value
    }
    return series(values)
  }

  private func expected(_ series: String, _ model: String) throws -> [Expected] {
    try Fixture("growth-models/expected.csv").rows.filter { $0[0] == series && $0[1] == model }
      .map { row in
        let dot = row[3].lastIndex(of: ".") ?? row[3].endIndex
        return Expected(
          rectangle: row[2], key: String(row[3][..<dot]),
          part: String(row[3][dot...].dropFirst()), value: try #require(Double(row[4])),
          text: "\(row[2]) \(row[3])")
      }
  }

  @Test("The references are there")
  func references() { #expect(Self.cases.count >= 20) }

  @Test("Every number has twelve right digits", arguments: cases)
  func numbers(series name: String, model: String) throws {
    let series = try values(name)
    let chosen = try #require(Self.models[model])
    let fit = try series.fit(chosen)
    let last = try #require(series.years.last)
    let outlook = try fit.forecast(through: last + 15)
    let mean = try fit.forecast(through: last + 15, centre: .mean)
    for expected in try expected(name, model) {
      let found: Double? =
        switch expected.rectangle {
        case "coefficient": part(expected, of: fit.coefficients)
        case "meaning": part(expected, of: fit.meanings)
        case "quality": quality(expected.key, fit.quality)
        case "value": value(expected, fit)
        default: forecast(expected, outlook, mean)
        }
      #expect(
        agreeingDigits(found ?? .nan, expected.value) >= 12,
        "\(expected.text): \(found.map { "\($0)" } ?? "none") instead of \(expected.value)")
    }
  }

  private func part(_ expected: Expected, of coefficients: [Coefficient]) -> Double? {
    let term = expected.key.replacing(";", with: ",")
    guard let found = coefficients.first(where: { $0.term == term }) else { return nil }
    switch expected.part {
    case "estimate": return found.estimate
    case "std_error": return found.standardError
    case "statistic": return found.statistic
    case "p_value": return found.pValue
    case "lower": return found.interval?.lower
    default: return found.interval?.upper
    }
  }

  private func quality(_ key: String, _ quality: Quality) -> Double? {
    switch key {
    case "residual_sum_of_squares": quality.residualSumOfSquares
    case "sigma": quality.sigma
    case "r_squared": quality.rSquared
    case "adjusted_r_squared": quality.adjustedRSquared
    case "log_likelihood": quality.logLikelihood
    case "aic": quality.aic
    case "aicc": quality.aicc
    case "bic": quality.bic
    default: quality.leaveOneOutError
    }
  }

  private func value(_ expected: Expected, _ fit: Fit) -> Double? {
    let found = fit.values.first { "\($0.year)" == expected.key }
    return expected.part == "fitted" ? found?.fitted : found?.interval?.lower
  }

  private func forecast(_ expected: Expected, _ outlook: Forecast, _ mean: Forecast) -> Double? {
    let found = outlook.values.first { "\($0.year)" == expected.key }
    switch expected.part {
    case "value": return found?.value
    case "lower": return found?.interval.lower
    case "upper": return found?.interval.upper
    default: return mean.values.first { "\($0.year)" == expected.key }?.value
    }
  }
}
