/// What a regression is fitted to: the response, the design, the weights and the groups, over the
/// rows in which nothing is missing.
struct ModelFrame: Sendable {
  let data: ModelData
  let design: ModelDesign
  let columns: [ModelDesign.Column]
  let response: [DoubleDouble]
  let weights: [Double]?
  /// The groups of rows, a coding a column that was asked for.
  let groups: [[Int]]
  /// The years of the rows, where the formula has a column of years.
  let years: [Double]?
  let caveats: [Caveat]
  let notes: [Note]
  /// The rows left out for a weight of zero.
  let weightless: Int

  /// Reads the columns of a table that a formula and its options name.
  ///
  /// - Throws: `FittingError`.
  init(_ formula: Formula, _ table: Table, _ options: Regression.Options) throws(FittingError) {
    let terms = try FormulaTerms(formula, columns: table.header.filter { !$0.isEmpty })
    let request = try ModelRequest(formula, terms, options, header: table.header)
    let (text, note) = try table.numberText(of: request.columns)
    let whole = try ModelData(table, request.columns, text)
    let rows = try ModelRows(whole, request, formula.text)
    data = rows.data
    response = try data.values(formula.response)
    var variables: [CodedVariable] = []
    for variable in request.variables { variables.append(try CodedVariable(variable, data, whole)) }
    design = ModelDesign(terms, variables)
    columns = try design.columns(data)
    groups = options.standardErrors.columns.map { rows.data.groups($0) }
    years = request.yearColumn.flatMap { rows.data.numbers[$0] }
    notes = table.readingNotes + (note.map { [$0] } ?? [])
    (weights, caveats, weightless) = (rows.weights, rows.caveats, rows.weightless)
  }
}

/// The rows that are fitted: those in which nothing is missing and whose weight is not zero.
struct ModelRows {
  let data: ModelData
  let weights: [Double]?
  /// What was left out, and what the request says otherwise than it may have been meant.
  let caveats: [Caveat]
  /// The rows left out for a weight of zero.
  let weightless: Int

  init(_ whole: ModelData, _ request: ModelRequest, _ text: String) throws(FittingError) {
    let data = whole.complete
    var caveats = request.caveats
    if let caveat = data.omission.caveat { caveats.append(caveat) }
    guard data.count > 0 else { throw data.nothingLeft(text) }
    guard let expression = request.weights else {
      (self.data, weights, self.caveats, weightless) = (data, nil, caveats, 0)
      return
    }
    let all = try data.weights(expression)
    weightless = all.count { $0 == 0 }
    if let caveat = Self.caveat(weightless: weightless) { caveats.append(caveat) }
    self.data = data.keeping(all.map { $0 > 0 })
    weights = all.filter { $0 > 0 }
    self.caveats = caveats
  }

  /// The caveat of rows left out for a weight of zero.
  static func caveat(weightless: Int) -> Caveat? {
    guard weightless > 0 else { return nil }
    return Caveat(
      "weights",
      weightless == 1
        ? "a row of weight zero counts for nothing and is left out"
        : "\(weightless) rows of weight zero count for nothing and are left out")
  }
}
