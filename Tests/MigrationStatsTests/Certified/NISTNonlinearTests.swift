import Testing

@testable import MigrationStats

/// The nonlinear problems of NIST's Statistical Reference Datasets (StRD, doi:10.18434/T43G6C).
///
/// Certified values have eleven digits. What doubles allow is told by the solutions for the data
/// rounded to doubles, computed with 60 decimal digits.
@Suite("NIST's certified nonlinear regressions")
struct NISTNonlinearTests {
  private static let names = [
    "Bennett5", "BoxBOD", "Chwirut1", "Chwirut2", "DanWood", "ENSO", "Eckerle4", "Gauss1", "Gauss2",
    "Gauss3", "Hahn1", "Kirby2", "Lanczos1", "Lanczos2", "Lanczos3", "MGH09", "MGH10", "MGH17",
    "Misra1a", "Misra1b", "Misra1c", "Misra1d", "Nelson", "Rat42", "Rat43", "Roszman1", "Thurber",
  ]

  /// A problem as the fixtures hold it.
  private struct Reference {
    let curve: Curve
    let degreesOfFreedom: Int
    let sumOfSquares: Double
    let variables: [String: [Double]]
    let parameters: [String]
    let starts: [[Double]]
    let estimates: [Double]
    let standardErrors: [Double]
    let exact: [Double]

    init(_ name: String) throws {
      let problem = try #require(
        Fixture("nist-nonlinear/problems.csv").rows.first { $0[0] == name })
      curve = try Curve(problem[1])
      degreesOfFreedom = try #require(Int(problem[2]))
      sumOfSquares = try #require(Double(problem[3]))
      let data = try Fixture("nist-nonlinear/\(name).csv")
      variables = try Dictionary(
        uniqueKeysWithValues: data.header.enumerated().map { ($1, try data.numbers($0)) })
      let rows = try Fixture("nist-nonlinear/certified.csv").rows.filter { $0[0] == name }
      func column(_ index: Int) throws -> [Double] {
        try rows.map { try #require(Double($0[index])) }
      }
      parameters = rows.map { $0[1] }
      starts = [try column(2), try column(3)]
      estimates = try column(4)
      standardErrors = try column(5)
      exact = try column(6)
    }

    func fit(start: Int?) throws -> CurveFit {
      let values = start.map { Dictionary(uniqueKeysWithValues: zip(parameters, starts[$0])) }
      return try CurveFit(curve, variables: variables, start: values ?? [:])
    }
  }

  @Test("Every estimate has all certified digits from both starts", arguments: names)
  func estimates(name: String) throws {
    let reference = try Reference(name)
    // The residuals of Lanczos1 are its data's rounding to doubles, which caps what they tell.
    let errorDigits = name == "Lanczos1" ? 3.3 : 10.3
    for start in 0...1 {
      let fit = try reference.fit(start: start)
      let errors = try #require(fit.standardErrors)
      #expect(fit.unidentified.isEmpty, "from start \(start + 1)")
      #expect(!fit.isStartFound)
      #expect(fit.degreesOfFreedom == reference.degreesOfFreedom)
      for (index, parameter) in reference.parameters.enumerated() {
        let found = try #require(fit.parameters.firstIndex(of: parameter))
        // Certified values are rounded to eleven digits: half a unit of a first digit of 1.
        expectClose(fit.estimates[found], reference.estimates[index], digits: 10.3)
        expectClose(fit.estimates[found], reference.exact[index], digits: 15.5)
        expectClose(errors[found], reference.standardErrors[index], digits: errorDigits)
      }
      expectClose(fit.residualSumOfSquares, reference.sumOfSquares, digits: errorDigits - 0.3)
    }
  }

  @Test("All problems are solved with no start", arguments: names)
  func noStart(name: String) throws {
    let reference = try Reference(name)
    let fit = try reference.fit(start: nil)
    #expect(fit.isStartFound)
    for (index, parameter) in reference.parameters.enumerated() {
      let found = try #require(fit.parameters.firstIndex(of: parameter))
      expectClose(fit.estimates[found], reference.exact[index], digits: 15.5)
    }
  }
}
