/// The values that a variable has, as far as its coding wants to know them.
struct VariableValues: Sendable {
  /// Whether the variable is a column of words.
  private(set) var isWords = false
  /// The words, of categories.
  private(set) var words: Set<String> = []
  /// The numbers and how often each occurs, of categories and orthogonal polynomials.
  private(set) var counts: [DoubleDouble: Double] = [:]

  /// More different values than polynomials are made over.
  private static let most = 1_000_000

  private let variable: FormulaVariable

  /// Whether the coding wants to know the values before it makes columns.
  var isWanted: Bool {
    switch variable.kind {
    case .value, .polynomial(_, isRaw: true): false
    case .column: isWords
    case .categories, .polynomial: true
    }
  }

  /// No values yet.
  init(_ variable: FormulaVariable) { self.variable = variable }

  /// Takes the values of rows.
  ///
  /// - Parameters:
  ///   - data: the rows that are fitted, whose categories count.
  ///   - whole: all rows, over which polynomials are made.
  mutating func add(_ data: ModelData, _ whole: ModelData) throws(FittingError) {
    switch variable.kind {
    case .value, .polynomial(_, isRaw: true): return
    case .column(let name):
      guard let column = data.words[name] else { return }
      take(column)
    case .categories:
      if case .name(let name) = variable.expression.form, let column = data.words[name] {
        take(column)
      } else {
        for value in try data.values(variable.expression) { counts[value] = 1 }
      }
    case .polynomial:
      let present = whole.present(variable.expression.names.map(\.name))
      for value in try present.values(variable.expression) { counts[value, default: 0] += 1 }
      guard counts.count <= Self.most else {
        throw FittingError(
          .misuse,
          "\(variable.name) has more than \(Self.most) different values to be made "
            + "orthogonal over", remedy: "Take poly(x, degree, raw = TRUE), or round the values.")
      }
    }
  }

  private mutating func take(_ column: ModelData.Words) {
    isWords = true
    for code in Set(column.codes) { words.insert(column.values[code]) }
  }
}
