/// A curve whose names are told apart: the variables that are given, and the parameters sought.
struct BoundCurve: Sendable {
  let curve: Curve
  /// The parameters, in order of appearance.
  let parameters: [String]
  /// The variables of the curve and its response, in order of appearance.
  let variables: [String]
  let tape: CurveTape
  /// How the response is computed from variables; nil where the curve has none.
  let response: CurveTape?
  /// The curve's steps as they may be written.
  var texts: [String] { curve.expression.texts() }
}

extension Curve {
  /// Tells parameters from variables.
  ///
  /// - Parameter variables: the names of what is given, such as a table's columns.
  /// - Throws: `FittingError` where the curve names no variable or no parameter, or its response
  ///   something that is not given.
  func bound(variables: [String]) throws(FittingError) -> BoundCurve {
    let given = Set(variables)
    let parameters = names.filter { !given.contains($0) }
    let used = names.filter(given.contains)
    let known = variables.prefix(8).map { "‘\($0)’" }.joined(separator: ", ")
    let remedy = "There are \(known)\(variables.count > 8 ? ", …" : "")."
    if let missing = responseNames.first(where: { !given.contains($0) }) {
      throw FittingError(
        .unknownName, "the curve's response names ‘\(missing)’, which there is not",
        remedy: Suggestion.didYouMean(missing, among: variables) ?? remedy)
    }
    guard !used.isEmpty else {
      let near = names.lazy.filter { $0.count > 1 }.compactMap {
        Suggestion.didYouMean($0, among: variables)
      }.first
      throw FittingError(
        .unknownName, "the curve ‘\(expression.text)’ names no variable", remedy: near ?? remedy)
    }
    guard !parameters.isEmpty else {
      throw FittingError(
        .misuse, "the curve ‘\(expression.text)’ has no parameter to be found",
        remedy: "Give a parameter a name that no column has: ‘a*exp(b*x)’.")
    }
    let all = used + responseNames.filter { !used.contains($0) }
    return BoundCurve(
      curve: self, parameters: parameters, variables: all,
      tape: CurveTape(expression, parameters: parameters, variables: all),
      response: response.map { CurveTape($0, parameters: [], variables: all) })
  }
}
