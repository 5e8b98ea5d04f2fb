/// A variable of a formula with what the data made known: its levels, or its polynomials.
struct CodedVariable: Sendable {
  private enum Coding: Sendable {
    case value
    case powers(Int)
    case orthogonal(OrthogonalPolynomial, degree: Int)
    /// Levels that are words, by their place among the file's words.
    case words(column: String, levels: [String])
    /// Levels that are numbers, in ascending order.
    case numbers([DoubleDouble])
  }

  private let variable: FormulaVariable
  private let coding: Coding

  /// Whether the variable has categories.
  var isCategorical: Bool {
    switch coding {
    case .words, .numbers: true
    case .value, .powers, .orthogonal: false
    }
  }

  /// Codes a variable over the rows that are fitted.
  ///
  /// Orthogonal polynomials are made over all rows that have a value there, as in R, whatever is
  /// missing in other columns.
  ///
  /// - Throws: `FittingError` (`constant`, `misuse`) where there are too few different values, and
  ///   where the variable has no value in a row.
  init(
    _ variable: FormulaVariable, _ data: ModelData, _ whole: ModelData
  ) throws(FittingError) {
    var values = VariableValues(variable)
    try values.add(data, whole)
    try self.init(variable, values)
  }

  /// Codes a variable of which it is known what values it has.
  init(_ variable: FormulaVariable, _ values: VariableValues) throws(FittingError) {
    self.variable = variable
    switch (variable.kind, values.isWords) {
    case (.value, _), (.column, false): coding = .value
    case (.column(let name), true):
      coding = .words(column: name, levels: try Self.levels(values, variable))
    case (.categories, true):
      let column = variable.expression.names.first?.name ?? ""
      coding = .words(column: column, levels: try Self.levels(values, variable))
    case (.categories, false):
      let levels = values.counts.keys.sorted()
      try Self.check(levels.count, variable)
      coding = .numbers(levels)
    case (.polynomial(let degree, true), _): coding = .powers(degree)
    case (.polynomial(let degree, false), _):
      let points = values.counts.sorted { $0.key < $1.key }
      guard
        let polynomial = OrthogonalPolynomial(
          over: points.map(\.key), counts: points.map(\.value), degree: degree)
      else {
        throw FittingError(
          .constant, "\(variable.name) needs more than \(degree) different values",
          remedy: "Lower the degree.")
      }
      coding = .orthogonal(polynomial, degree: degree)
    }
  }

  private static func levels(
    _ values: VariableValues, _ variable: FormulaVariable
  ) throws(FittingError) -> [String] {
    try check(values.words.count, variable)
    return values.words.sorted { precedes($0, $1) }
  }

  /// Letters in the order of their code points, whatever the machine's language.
  private static func precedes(_ first: String, _ second: String) -> Bool {
    first.unicodeScalars.lexicographicallyPrecedes(second.unicodeScalars)
  }

  private static func check(_ levels: Int, _ variable: FormulaVariable) throws(FittingError) {
    guard levels == 1 else { return }
    throw FittingError(
      .constant, "\(variable.name) has one category only, which tells rows apart from none",
      remedy: "Leave it out of the formula.")
  }

  /// The names of the columns; of all categories, or all but the first.
  func names(isFull: Bool) -> [String] {
    let name = variable.name
    switch coding {
    case .value: return [name]
    case .powers(let degree), .orthogonal(_, let degree):
      return degree == 1 ? [name] : (1...degree).map { "\(name)\($0)" }
    case .words(_, let levels):
      return levels.dropFirst(isFull ? 0 : 1).map { name + $0 }
    case .numbers(let levels):
      return levels.dropFirst(isFull ? 0 : 1).map { name + Numerals.inR($0.high) }
    }
  }

  /// The columns over rows of data, one for each category.
  func columns(_ data: ModelData) throws(FittingError) -> [ModelDesign.Column] {
    switch coding {
    case .value:
      if case .name(let name) = variable.expression.form, let values = data.numbers[name] {
        return [.plain(values)]
      }
      return [.exact(try data.values(variable.expression))]
    case .powers(let degree):
      let values = try data.values(variable.expression)
      return (1...degree).map { power in .exact(values.map { $0.raised(to: power) }) }
    case .orthogonal(let polynomial, _):
      return polynomial.columns(at: try data.values(variable.expression)).map { .exact($0) }
    case .words(let column, let levels):
      guard let words = data.words[column] else { return [] }
      let places = Dictionary(uniqueKeysWithValues: zip(levels, levels.indices))
      let level = words.values.map { places[$0] }
      return Self.indicators(words.codes.map { level[$0] }, count: levels.count)
    case .numbers(let levels):
      let places = Dictionary(uniqueKeysWithValues: zip(levels, levels.indices))
      return Self.indicators(
        try data.values(variable.expression).map { places[$0] }, count: levels.count)
    }
  }

  private static func indicators(_ places: [Int?], count: Int) -> [ModelDesign.Column] {
    var columns = [[Double]](
      repeating: [Double](repeating: 0, count: places.count), count: count)
    for (row, place) in places.enumerated() {
      if let place { columns[place][row] = 1 }
    }
    return columns.map { .plain($0) }
  }
}

extension ModelData {
  /// The values of an expression of columns of numbers.
  ///
  /// - Throws: `FittingError` (`notPositive`, `notFinite`) with the line in which it has none.
  func values(_ expression: FormulaExpression) throws(FittingError) -> [DoubleDouble] {
    do throws(FormulaArithmetic.Undefined) {
      return try FormulaArithmetic.values(expression, rows: count) { numbers[$0] ?? [] }
    } catch {
      let names = orderedUnique(error.expression.names.map(\.name))
      let known = names.compactMap { name in
        numbers[name].map { "\(name) is \(Numerals.exact($0[error.row]))" }
      }
      let given = known.isEmpty ? "" : " where " + known.joined(separator: " and ")
      throw FittingError(
        error.wantsPositive ? .notPositive : .notFinite,
        "\(error.expression.text) has no finite value\(given)", at: position(error.row),
        remedy: error.wantsPositive
          ? "Leave out the rows of zero and less; where it is the response, --family poisson takes zeros."
          : "Look at the row; the result may be too large for a number, or a division by zero.")
    }
  }
}
