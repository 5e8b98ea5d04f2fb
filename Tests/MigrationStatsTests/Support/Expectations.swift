import Testing

@testable import MigrationStats

/// The number of leading decimal digits in which a value agrees with another.
func agreeingDigits(_ value: Double, _ expected: Double) -> Double {
  if value == expected { return .infinity }
  guard value.isFinite, expected.isFinite, expected != 0 else { return 0 }
  let error = abs(value - expected) / abs(expected)
  return -Numerics.log(error) / Numerics.log(10)
}

/// Expects two numbers to agree to some significant digits.
func expectClose(
  _ value: Double?, _ expected: Double, digits: Double,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  guard let value else {
    Issue.record("There is no value; expected \(expected).", sourceLocation: sourceLocation)
    return
  }
  let found = agreeingDigits(value, expected)
  #expect(
    found >= digits, "\(value) agrees with \(expected) in \(found) digits",
    sourceLocation: sourceLocation)
}

/// Expects a problem to say what, where and how to mend it.
///
/// - Parameter remedy: a part of the sentence that matters.
func expectProblem(
  _ problem: some Problem, _ summary: String, file: String? = "stock.csv", line: Int? = nil,
  column: String? = nil, remedy: String? = nil, sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(problem.summary == summary, sourceLocation: sourceLocation)
  #expect(
    problem.position == Position(file: file, line: line, column: column),
    sourceLocation: sourceLocation)
  if let remedy {
    #expect(problem.remedy?.contains(remedy) == true, sourceLocation: sourceLocation)
  } else {
    #expect(problem.remedy == nil, sourceLocation: sourceLocation)
  }
}
