/// What a formula and its options ask of a file: its columns, and the variables made of them.
struct ModelRequest: Sendable {
  /// The columns to be read.
  let columns: [ModelColumns.Column]
  /// The variables of the terms.
  let variables: [FormulaVariable]
  /// The weights.
  let weights: FormulaExpression?
  /// The column of years that the formula uses.
  let yearColumn: String?
  /// What the formula says otherwise than it may have been meant.
  let caveats: [Caveat]

  /// Looks a formula's names up in a header.
  ///
  /// - Throws: `FittingError` (`syntax`, `unknownName`) with the place marked.
  init(
    _ formula: Formula, _ terms: FormulaTerms, _ options: Regression.Options, header: [String]
  ) throws(FittingError) {
    var columns = ModelColumns(header: header)
    try columns.take(formula.response, in: formula.text)
    var variables: [FormulaVariable] = []
    for expression in terms.variables {
      let variable = try FormulaVariable(expression, in: formula.text)
      let use: ModelColumns.Use =
        switch variable.kind {
        case .column: .either
        case .categories: if case .name = variable.expression.form { .labels } else { .numbers }
        case .value, .polynomial: .numbers
        }
      try columns.take(variable.expression, for: use, in: formula.text)
      variables.append(variable)
    }
    yearColumn = Self.yearColumn(columns)
    weights = try Self.takeOptions(options, header, &columns)
    self.columns = columns.columns
    self.variables = variables
    caveats = terms.idlePowers.map { power in
      Caveat(
        "formula",
        "\(power) is no more than its base, as ‘^’ crosses terms in a formula: I(\(power)) has the "
          + "values raised")
    }
  }

  /// Looks a curve's variables up in a header.
  init(
    _ curve: BoundCurve, _ options: Regression.Options, header: [String]
  ) throws(FittingError) {
    var columns = ModelColumns(header: header)
    for name in curve.variables {
      try columns.take(name, for: .numbers, in: curve.curve.text, at: 0)
    }
    yearColumn = Self.yearColumn(columns)
    weights = try Self.takeOptions(options, header, &columns)
    self.columns = columns.columns
    (variables, caveats) = ([], [])
  }

  /// The column of years among those of the terms.
  private static func yearColumn(_ columns: ModelColumns) -> String? {
    columns.columns.map(\.name).first { ColumnRole(header: $0) == .year }
  }

  /// Takes the columns of weights and groups, and returns the weights.
  private static func takeOptions(
    _ options: Regression.Options, _ header: [String], _ columns: inout ModelColumns
  ) throws(FittingError) -> FormulaExpression? {
    let errors = options.standardErrors
    for name in errors.columns {
      let text = errors.name
      let place = text.firstRange(of: name).map {
        text.distance(from: text.startIndex, to: $0.lowerBound)
      }
      try columns.take(name, for: .labels, in: text, at: place ?? 0)
    }
    guard let text = options.weights else { return nil }
    let expression = try Self.weights(text, header)
    try columns.take(expression, in: text)
    return expression
  }

  /// A column of that very name, or an expression.
  private static func weights(
    _ text: String, _ header: [String]
  ) throws(FittingError) -> FormulaExpression {
    if header.contains(text) { return FormulaExpression(form: .name(text), place: 0) }
    let expression = try FormulaParser.expression(text)
    try FormulaArithmetic.check(expression, in: text)
    return expression
  }
}
