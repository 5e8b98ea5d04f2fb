/// A series prepared for tests of breaks in its trend: years centred, values in a unit near one.
struct BreakSeries: Sendable {
  /// The years, ascending.
  let years: [Double]
  /// The years from a middle one on, so that products of them lose no digits.
  let times: [Double]
  /// The values, or their logarithms, divided by a power of two.
  let response: [Double]
  /// That power.
  let unit: Int
  /// The residual sums of squares of lines through every run of years, in the divided unit.
  let squares: SegmentSquares
  /// The level of confidence of intervals.
  let level: Double

  /// The coefficients of a line.
  static let coefficients = 2
  /// The least number of values a side: one more than a line has coefficients.
  static let fewest = coefficients + 1

  var count: Int { years.count }

  /// Prepares a series of at least as many different finite years as a line has coefficients.
  ///
  /// - Parameter resolution: the size of residuals that is mere rounding of the values.
  init(
    years: [Double], response: [Double], resolution: Double, level: Double
  ) throws(LeastSquares.Failure) {
    guard let unit = response.exponentOfLength else { throw .notFinite }
    self.years = years
    self.unit = unit
    self.level = level
    let middle = years.isEmpty ? 0 : years[years.count / 2]
    times = years.map { $0 - middle }
    self.response = response.map { $0.scaled(byPowerOfTwo: -unit) }
    squares = try SegmentSquares(
      Matrix(columns: [times.map { _ in 1 }, times]), self.response,
      resolution: resolution.scaled(byPowerOfTwo: -unit))
  }

  /// The line through a run of values.
  func line(_ rows: Range<Int>) throws(LeastSquares.Failure) -> LeastSquares {
    let times = Array(times[rows])
    return try LeastSquares(Matrix(columns: [times.map { _ in 1 }, times]), Array(response[rows]))
  }

  /// A sum of squares in the values' own unit.
  func inUnit(squares: Double) -> Double { squares.scaled(byPowerOfTwo: 2 * unit) }

  /// A slope in the values' own unit, with the error of the lines' common variance.
  func slope(
    _ term: String, _ estimate: Double, variance: Double, inverse: Double, degreesOfFreedom: Int
  ) -> Coefficient {
    let error = (variance * inverse).squareRoot().scaled(byPowerOfTwo: unit)
    return Coefficient(
      term: term, estimate: estimate.scaled(byPowerOfTwo: unit),
      standardError: degreesOfFreedom > 0 ? error : nil,
      degreesOfFreedom: Double(degreesOfFreedom), level: level)
  }

  /// The slopes of the lines before and after a row, each fitted by itself.
  func slopes(
    splitAt row: Int
  ) throws(LeastSquares.Failure) -> (before: Coefficient, after: Coefficient) {
    let (before, after) = (try line(0..<row), try line(row..<count))
    let freedom = count - 2 * Self.coefficients
    let variance = squares.split(row) / Double(max(1, freedom))
    return (
      slope(
        "slope before", before.coefficients[1], variance: variance,
        inverse: before.inverseGram[1, 1], degreesOfFreedom: freedom),
      slope(
        "slope after", after.coefficients[1], variance: variance, inverse: after.inverseGram[1, 1],
        degreesOfFreedom: freedom)
    )
  }

  /// The error of too few values a side.
  static func tooFew(_ test: BreakTest.Kind, _ detail: String) -> FittingError {
    FittingError(
      .tooFewValues, "\(test.rawValue) needs \(fewest) values on either side of a break; \(detail)",
      remedy: "Take a longer span of years.")
  }
}

extension FittingError {
  /// The error of a fit of a line to a run of years.
  init(_ failure: LeastSquares.Failure) {
    switch failure {
    case .tooFewRows:
      self.init(.tooFewValues, "there are fewer values than coefficients")
    case .invalidWeight, .zeroWeights:
      self.init(.weights, "a weight is not a number above zero")
    case .notFinite:
      self.init(.notFinite, "a value is infinite or not a number")
    case .rankDeficient:
      self.init(.collinear, "the years are too close together to tell a slope")
    }
  }
}
