/// The columns that the terms of a formula make of data, coded and named as R does.
///
/// Categories are coded by treatment contrasts: a column of ones and zeros for each but the first,
/// or for all of them where the intercept or the term without the variable is not in the formula
/// (J. M. Chambers and T. J. Hastie, Statistical Models in S, 1992, section 2.4).
struct ModelDesign: Sendable {
  /// A column of the design.
  enum Column: Sendable {
    /// Numbers of the data as they are.
    case plain([Double])
    /// Numbers made of the data.
    case exact([DoubleDouble])

    /// The numbers with all their digits.
    var exact: [DoubleDouble] {
      switch self {
      case .plain(let values): values.map { DoubleDouble($0) }
      case .exact(let values): values
      }
    }
  }

  /// A variable in a term, and whether it has a column for each category there.
  private struct Factor: Sendable {
    let variable: Int
    let isFull: Bool
  }

  /// Whether the first column is the intercept.
  let hasIntercept: Bool
  /// Whether the columns' span holds the constant, by an intercept or by all categories.
  let holdsConstant: Bool
  /// The names of the columns.
  let names: [String]
  private let variables: [CodedVariable]
  private let terms: [[Factor]]

  /// The design of terms over coded variables.
  init(_ formula: FormulaTerms, _ variables: [CodedVariable]) {
    hasIntercept = formula.hasIntercept
    self.variables = variables
    var terms: [[Factor]] = []
    // Without an intercept the first categories of all have their full columns.
    var takesConstant = !formula.hasIntercept
    for (index, term) in formula.terms.enumerated() {
      let earlier = formula.terms[..<index].map(Set.init)
      terms.append(
        term.map { variable in
          guard variables[variable].isCategorical else {
            return Factor(variable: variable, isFull: false)
          }
          let margin = Set(term.filter { $0 != variable })
          let hasMargin = margin.isEmpty || earlier.contains { $0.isSuperset(of: margin) }
          let isFull = takesConstant || !hasMargin
          takesConstant = false
          return Factor(variable: variable, isFull: isFull)
        })
    }
    self.terms = terms
    holdsConstant =
      formula.hasIntercept
      || terms.contains { term in
        term.allSatisfy { variables[$0.variable].isCategorical && $0.isFull }
      }
    names =
      (formula.hasIntercept ? ["(Intercept)"] : [])
      + terms.flatMap { term in
        term.reduce([""]) { names, factor in
          let parts = variables[factor.variable].names(isFull: factor.isFull)
          return parts.flatMap { part in names.map { $0.isEmpty ? part : "\($0):\(part)" } }
        }
      }
  }

  /// The columns over rows of data.
  ///
  /// - Throws: `FittingError` where a term has no value in a row.
  func columns(_ data: ModelData) throws(FittingError) -> [Column] {
    var made = [[Column]?](repeating: nil, count: variables.count)
    var columns: [Column] =
      hasIntercept ? [.plain([Double](repeating: 1, count: data.count))] : []
    for term in terms {
      var product: [Column] = []
      for factor in term {
        let variable = variables[factor.variable]
        let all: [Column]
        if let known = made[factor.variable] {
          all = known
        } else {
          all = try variable.columns(data)
          made[factor.variable] = all
        }
        let own = variable.isCategorical && !factor.isFull ? Array(all.dropFirst()) : all
        product =
          product.isEmpty
          ? own : own.flatMap { right in product.map { Self.product($0, right) } }
      }
      columns += product
    }
    return columns
  }

  /// The matrix of columns, exact where one of them is.
  static func matrix(_ columns: [Column]) -> Matrix {
    var plain: [[Double]] = []
    for column in columns {
      guard case .plain(let values) = column else {
        return Matrix(exactColumns: columns.map(\.exact))
      }
      plain.append(values)
    }
    return Matrix(columns: plain)
  }

  private static func product(_ left: Column, _ right: Column) -> Column {
    if case .plain(let first) = left, case .plain(let second) = right {
      return .exact(zip(first, second).map { DoubleDouble(product: $0, $1) })
    }
    return .exact(zip(left.exact, right.exact).map { $0 * $1 })
  }
}
