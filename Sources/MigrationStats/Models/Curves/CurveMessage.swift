/// What is said where a curve cannot be fitted.
struct CurveMessage {
  private let curve: BoundCurve
  private let data: CurveData
  private let problem: CurveProblem

  init(_ curve: BoundCurve, _ data: CurveData, _ problem: CurveProblem) {
    (self.curve, self.data, self.problem) = (curve, data, problem)
  }

  func unknownStart(_ name: String) -> FittingError {
    let list = curve.parameters.map { "‘\($0)’" }.joined(separator: ", ")
    return FittingError(
      .unknownName, "a starting value is given for ‘\(name)’, which is no parameter of the curve",
      remedy: Suggestion.didYouMean(name, among: curve.parameters) ?? "The parameters are \(list).")
  }

  /// Names the first row and the part of the curve that has no value there.
  func undefined(at parameters: [Double]) -> FittingError {
    let point = point(parameters)
    let remedy = "Give other starting values, or none: they are found where that is possible."
    var evaluator = CurveEvaluator(curve.tape, parameters: parameters, order: .gradient)
    for row in problem.response.indices {
      evaluator.compute(row: row, of: problem.variables)
      for (index, step) in curve.tape.steps.enumerated() {
        let slopes = step.support.map { evaluator.gradient($0, of: index) }
        let hasValue = evaluator.values[index].isFinite
        guard !hasValue || !slopes.allSatisfy(\.isFinite) else { continue }
        let part = curve.texts[step.origin]
        let values = curve.curve.names.filter { curve.variables.contains($0) }.map { name in
          let column = curve.variables.firstIndex(of: name) ?? 0
          return "\(name) = \(Numerals.exact(problem.variables[column][row]))"
        }
        return FittingError(
          .undefinedAtStart,
          "‘\(part)’ has no \(hasValue ? "slope" : "value") at the start \(point) where \(values.joined(separator: ", "))",
          remedy: remedy)
      }
    }
    return FittingError(
      .undefinedAtStart, "the curve is too large for a number at the start \(point)", remedy: remedy
    )
  }

  func failure(_ failure: NonlinearLeastSquares.Failure) -> FittingError {
    let text = curve.curve.expression.text
    switch failure {
    case .undefinedAtStart:
      return FittingError(
        .undefinedAtStart,
        "no starting values were found at which ‘\(text)’ has a value at all rows",
        remedy: "Give them.")
    case .dependent(let parameters, _): return dependent(parameters)
    case .unbounded(let parameters, _):
      return Self.unbounded(parameters.map { curve.parameters[$0] })
    case .notConverged(let progress):
      let change = Numerals.rounded(progress.change * 100, decimals: progress.change < 0.01 ? 6 : 1)
      return FittingError(
        .notConverged,
        "the search for the parameters of ‘\(text)’ did not end in \(progress.steps) steps: the sum of squares is \(progress.sumOfSquares) at \(point(progress.parameters)), and the last step changed a parameter by \(change) %",
        remedy: "Give other starting values, or fit a curve with fewer parameters.")
    }
  }

  /// The error that parameters are not told apart.
  func dependent(_ parameters: [Int]) -> FittingError {
    let text = curve.curve.expression.text
    let list = names(parameters)
    guard parameters.count > 1 else {
      return FittingError(
        .notIdentified, "the data do not determine \(list): it changes ‘\(text)’ at no row",
        remedy: "Leave it out.")
    }
    return FittingError(
      .notIdentified,
      "the data do not determine \(list): they can change together without changing ‘\(text)’",
      remedy: "Leave one of them out, or write a number for it.")
  }

  /// The error that parameters have no end.
  static func unbounded(_ names: [String], remedy: String? = nil) -> FittingError {
    let list = list(names)
    return FittingError(
      .notIdentified,
      "the data do not determine \(list): \(names.count == 1 ? "it" : "they") could be of any size",
      remedy: remedy
        ?? "Write a number for \(names.count == 1 ? "it" : "one of them"), or fit a curve with fewer parameters."
    )
  }

  private func names(_ parameters: [Int]) -> String {
    Self.list(parameters.map { curve.parameters[$0] })
  }

  private static func list(_ names: [String]) -> String {
    let quoted = names.map { "‘\($0)’" }
    guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "" }
    return quoted.dropLast().joined(separator: ", ") + " and " + last
  }

  private func point(_ parameters: [Double]) -> String {
    zip(curve.parameters, parameters).map { "\($0) = \(Numerals.exact($1))" }
      .joined(separator: ", ")
  }
}
