/// A curve fitted to data by least squares.
struct CurveFit: Sendable {
  /// What is done besides finding the optimum from given starts.
  enum Effort {
    /// Nothing: for fits that only differ a little from one that was judged.
    case estimates
    /// Parameters whose interval has no end are found out.
    case judged
    /// And other starts are searched for where those given lead to no optimum.
    case full
  }

  let curve: BoundCurve
  /// The parameters, in order of appearance.
  let estimates: [Double]
  /// Their standard errors; nil without degrees of freedom.
  let standardErrors: [Double]?
  /// σ²(JᵀWJ)⁻¹ for the slopes J; nil without degrees of freedom.
  let covariance: Matrix?
  /// The curve's values, one a row.
  let fitted: [Double]
  /// Response less fit, one a row.
  let residuals: [Double]
  /// The sum of the weighted squares of the residuals.
  let residualSumOfSquares: Double
  /// Rows whose weight is not zero, less parameters.
  let degreesOfFreedom: Int
  /// How many steps the search took from its start.
  let steps: Int
  /// Whether the starting values were found, not given.
  let isStartFound: Bool
  /// The parameters whose interval has no end: no number should be printed for them.
  let unidentified: [String]

  /// The names of the parameters.
  var parameters: [String] { curve.parameters }

  /// Fits a curve.
  ///
  /// - Parameters:
  ///   - variables: the columns that the curve and its response may name, all of one length.
  ///   - response: what the curve is fitted to, where it has no response of its own.
  ///   - weights: the weights of the rows; rows of weight zero take no part.
  ///   - start: starting values; those of parameters left out are found.
  init(
    _ curve: Curve, variables: [String: [Double]], response: [Double]? = nil,
    weights: [Double]? = nil, start: [String: Double] = [:]
  ) throws(FittingError) {
    let bound = try curve.bound(variables: variables.keys.sorted())
    let data = try CurveData(bound, variables: variables, response: response, weights: weights)
    try self.init(bound, data, given: start)
  }

  /// Fits a curve from the first of some starts that leads to an optimum.
  ///
  /// - Parameters:
  ///   - starts: complete starts, tried before any is searched for.
  ///   - given: starting values of some parameters, or all.
  ///   - effort: what is done besides finding the optimum.
  init(
    _ curve: BoundCurve, _ data: CurveData, starts: [[Double]] = [], given: [String: Double] = [:],
    effort: Effort = .full
  ) throws(FittingError) {
    let problem = try data.problem(curve)
    let message = CurveMessage(curve, data, problem)
    if let unknown = given.keys.sorted().first(where: { !curve.parameters.contains($0) }) {
      throw message.unknownStart(unknown)
    }
    var known: [Int: Double] = [:]
    for (index, name) in curve.parameters.enumerated() { known[index] = given[name] }
    if let value = known.values.first(where: { !$0.isFinite }) {
      throw FittingError(.notFinite, "a starting value is \(Numerals.exact(value))")
    }
    let complete = curve.parameters.compactMap { given[$0] }
    let isComplete = complete.count == curve.parameters.count
    if isComplete, problem.linearised(complete) == nil {
      throw message.undefined(at: complete)
    }
    let (solution, isFound) = try Self.solution(
      problem, starts: isComplete ? [complete] : starts, given: isComplete ? [:] : known,
      searching: effort == .full, message)
    self.curve = curve
    estimates = solution.parameters.map(\.high)
    steps = solution.steps
    isStartFound = isFound
    residualSumOfSquares = solution.sumOfSquares.high
    degreesOfFreedom = problem.rowCount - problem.parameterCount
    unidentified =
      effort == .estimates ? [] : solution.unbounded(problem).map { curve.parameters[$0] }
    if degreesOfFreedom > 0 {
      let variance = residualSumOfSquares / Double(degreesOfFreedom)
      let inverse = solution.inverseGram
      let indices = curve.parameters.indices
      covariance = Matrix(
        columns: indices.map { column in indices.map { variance * inverse[$0, column] } })
      standardErrors = indices.map { (variance * inverse[$0, $0]).squareRoot() }
    } else {
      (covariance, standardErrors) = (nil, nil)
    }
    var evaluator = CurveEvaluator(curve.tape, parameters: solution.parameters, order: .value)
    var (fitted, residuals) = ([Double](), [Double]())
    for row in data.response.indices {
      evaluator.compute(row: row, of: data.columns)
      fitted.append(evaluator.value.high)
      residuals.append(
        residualSumOfSquares == 0 ? 0 : Double(data.response[row] - evaluator.value))
    }
    (self.fitted, self.residuals) = (fitted, residuals)
  }

  /// The optimum from the first start that leads to one, or from starts that are searched for.
  private static func solution(
    _ problem: CurveProblem, starts: [[Double]], given: [Int: Double], searching: Bool,
    _ message: CurveMessage
  ) throws(FittingError) -> (NonlinearLeastSquares, isFound: Bool) {
    var failure: NonlinearLeastSquares.Failure?
    var best: NonlinearLeastSquares?
    func tryStart(_ start: [Double]) {
      do throws(NonlinearLeastSquares.Failure) {
        let found = try NonlinearLeastSquares(problem, start: start)
        if found.sumOfSquares.high < best?.sumOfSquares.high ?? .infinity { best = found }
      } catch {
        failure = failure.map { $0.sumOfSquares <= error.sumOfSquares ? $0 : error } ?? error
      }
    }
    for start in starts {
      tryStart(start)
      if let best { return (best, false) }
      if case .unbounded = failure, !searching { break }
    }
    if searching {
      let search = CurveSearch(problem, given: given)
      let dependent = search.dependentEverywhere()
      guard dependent.isEmpty else { throw message.dependent(dependent) }
      for start in search.starts(limit: 3) { tryStart(start) }
    }
    // An optimum counts only where no other start led further down.
    if let best, best.sumOfSquares.high <= failure?.sumOfSquares ?? .infinity {
      return (best, true)
    }
    throw message.failure(failure ?? .undefinedAtStart)
  }

  /// The error that parameters are not determined; nil where all are.
  func unidentifiedError(remedy: String? = nil) -> FittingError? {
    unidentified.isEmpty ? nil : CurveMessage.unbounded(unidentified, remedy: remedy)
  }

  /// The curve at values of the variables and its slopes by the parameters; nil where it is not
  /// defined there.
  func prediction(at variables: [String: Double]) -> (value: Double, gradient: [Double])? {
    let columns = curve.variables.map { [variables[$0] ?? .nan] }
    var evaluator = CurveEvaluator(curve.tape, parameters: estimates, order: .gradient)
    evaluator.compute(row: 0, of: columns)
    let gradient = estimates.indices.map { evaluator.gradient($0) }
    guard evaluator.value.isFinite, gradient.allSatisfy(\.isFinite) else { return nil }
    return (evaluator.value, gradient)
  }
}
