/// What a curve is fitted to: numbers, checked.
struct CurveData: Sendable {
  /// The values of the curve's variables, a list a variable.
  let columns: [[Double]]
  /// The response, one a row.
  let response: [DoubleDouble]
  /// The weights, one a row; nil where all are 1.
  let weights: [Double]?

  /// Takes the columns that a curve names.
  ///
  /// - Precondition: all lists are of one length.
  init(
    _ curve: BoundCurve, variables: [String: [Double]], response: [Double]?, weights: [Double]?
  ) throws(FittingError) {
    columns = curve.variables.map { variables[$0] ?? [] }
    for (name, column) in zip(curve.variables, columns) {
      try Self.requireFinite(column, "the variable ‘\(name)’")
    }
    if let tape = curve.response {
      self.response = try Self.computed(tape, curve, columns)
    } else if let response {
      try Self.requireFinite(response, "the response")
      self.response = response.map { DoubleDouble($0) }
    } else {
      throw FittingError(
        .misuse, "the curve ‘\(curve.curve.text)’ has no response",
        remedy: "Write the response before it: ‘y ~ \(curve.curve.text)’.")
    }
    if let weights {
      if let row = weights.firstIndex(where: { !($0 >= 0) || $0.isInfinite }) {
        throw FittingError(
          .weights, "the weight of row \(row + 1) is \(Numerals.exact(weights[row]))",
          remedy: "Weights are numbers from 0 on.")
      }
      guard weights.contains(where: { $0 > 0 }) else {
        throw FittingError(.weights, "all weights are zero")
      }
    }
    self.weights = weights
    precondition(
      (columns + [weights ?? []]).allSatisfy { $0.isEmpty || $0.count == self.response.count })
  }

  /// The least-squares problem of the rows whose weight is not zero.
  func problem(_ curve: BoundCurve) throws(FittingError) -> CurveProblem {
    let rows = response.indices.filter { row in weights.map { $0[row] > 0 } ?? true }
    let count = curve.parameters.count
    guard rows.count >= count else {
      throw FittingError(
        .tooFewValues,
        "the curve ‘\(curve.curve.expression.text)’ has \(count) parameters, but there \(rows.count == 1 ? "is 1 value" : "are \(rows.count) values")",
        remedy:
          "A curve needs at least as many values as parameters, and more to say how sure it is.")
    }
    let used = columns.map { column in rows.map { column[$0] } }
    let names = Set(curve.curve.names)
    let moving = zip(curve.variables, used).filter { names.contains($0.0) }
    if moving.allSatisfy({ _, column in column.allSatisfy { $0 == column[0] } }) {
      let list = moving.map { "‘\($0.0)’" }.joined(separator: ", ")
      throw FittingError(.constant, "all values of \(list) are the same")
    }
    return CurveProblem(
      tape: curve.tape, variables: used, response: rows.map { response[$0] },
      rootWeights: weights.map { weights in rows.map { DoubleDouble(weights[$0]).squareRoot() } })
  }

  private static func requireFinite(_ values: [Double], _ what: String) throws(FittingError) {
    guard let row = values.firstIndex(where: { !$0.isFinite }) else { return }
    let value = values[row].isNaN ? "not a number" : "infinite"
    throw FittingError(.notFinite, "\(what) is \(value) in row \(row + 1)")
  }

  /// The response as the curve computes it from variables.
  private static func computed(
    _ tape: CurveTape, _ curve: BoundCurve, _ columns: [[Double]]
  ) throws(FittingError) -> [DoubleDouble] {
    var evaluator = CurveEvaluator<DoubleDouble>(tape, parameters: [], order: .value)
    var response: [DoubleDouble] = []
    for row in (columns.first ?? []).indices {
      evaluator.compute(row: row, of: columns)
      guard evaluator.value.high.isFinite else {
        let text = curve.curve.responseText ?? ""
        let place = evaluator.values.firstIndex { !$0.high.isFinite } ?? 0
        let operand = evaluator.values[tape.steps[place].first].high
        throw FittingError(
          operand <= 0 ? .notPositive : .notFinite,
          "the response ‘\(text)’ has no value in row \(row + 1)",
          remedy: operand <= 0 ? "Leave out rows with zeros or negative values." : nil)
      }
      response.append(evaluator.value)
    }
    return response
  }
}
