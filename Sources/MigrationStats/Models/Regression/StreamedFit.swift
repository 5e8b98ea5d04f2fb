/// The least-squares fit of a formula to rows that go by in passes.
struct StreamedFit {
  /// The condition from which on a pass more gains digits: doubles then lose the thirteenth.
  private static let lossOfDigits = 28.0

  private let rows: StreamedRows
  private let formula: Formula
  private let options: Regression.Options
  private let design: ModelDesign
  private var fit: StreamedLeastSquares.Fit
  private var covariance: Matrix?
  private var passed = Passed()

  /// What is counted of the rows in the first pass.
  private struct Passed {
    var omission = ModelData.Omission()
    var weightless = 0
    var count = 0
    var logWeights = DoubleDouble.zero
    /// The column on whose scale a likelihood is, and the logarithms of the response's slopes over it.
    var slopes: (column: String, sum: Double)?
    var hasSlopes = true
    var largest = 0.0
    var file = ""

    /// Takes what a block's slopes add up to.
    mutating func take(_ more: (column: String, sum: Double)?) {
      hasSlopes = hasSlopes && more != nil
      if let more { slopes = (more.column, (slopes?.sum ?? 0) + more.sum) }
    }
  }

  init(
    _ rows: StreamedRows, _ formula: Formula, _ options: Regression.Options
  ) throws {
    (self.rows, self.formula, self.options) = (rows, formula, options)
    design = ModelDesign(rows.terms, try Self.coded(rows))
    guard !design.names.isEmpty else { throw Regression.noTerm(formula) }
    var solver = StreamedLeastSquares(columns: design.names.count)
    var passed = Passed()
    let design = design
    try rows.forEach { part throws(FittingError) in
      passed.file = part.data.file
      passed.omission.add(part.data.omission)
      passed.weightless += part.weightless
      guard part.data.count > 0 else { return true }
      let response = try part.data.values(formula.response).map(\.high)
      let matrix = ModelDesign.matrix(try design.columns(part.data))
      do throws(LeastSquares.Failure) {
        try solver.add(design: matrix, response: response, weights: part.weights)
      } catch {
        throw error.told(design.names, rows: response.count, file: passed.file)
      }
      for weight in part.weights ?? [] { passed.logWeights += Numerics.log(weight) }
      passed.largest = response.reduce(passed.largest) { max($0, abs($1)) }
      passed.take(FormulaArithmetic.logSlopes(of: formula.response, part.data))
      passed.count += response.count
      return true
    }
    self.passed = passed
    do throws(LeastSquares.Failure) {
      fit = try solver.finished()
    } catch {
      throw error.told(design.names, rows: passed.count, file: passed.file)
    }
    try visitAgain()
  }

  /// The variables with their levels and polynomials, which take a pass where there are some.
  private static func coded(_ rows: StreamedRows) throws -> [CodedVariable] {
    var values = rows.request.variables.map { VariableValues($0) }
    try rows.forEach { part throws(FittingError) in
      for index in values.indices { try values[index].add(part.data, part.whole) }
      return values.contains(where: \.isWanted)
    }
    var variables: [CodedVariable] = []
    for (variable, values) in zip(rows.request.variables, values) {
      variables.append(try CodedVariable(variable, values))
    }
    return variables
  }

  /// Refines the fit, and gathers robust errors, where either is called for.
  private mutating func visitAgain() throws {
    let errors = options.standardErrors
    let condition = fit.inverseFactor.norm * Double(design.names.count).squareRoot()
    if condition > Self.lossOfDigits {
      let pass = try secondPass(.classical)
      do throws(LeastSquares.Failure) {
        if let pass { fit = try pass.refined() }
      } catch {
        throw error.told(design.names, rows: fit.rows, file: passed.file)
      }
    }
    guard errors != .classical, fit.degreesOfFreedom > 0,
      let pass = try secondPass(errors.covariance([]))
    else { return }
    do throws(Covariance.Failure) {
      covariance = try pass.covariance()
    } catch {
      throw errors.error(error, file: passed.file) { _ in nil }
    }
  }

  private func secondPass(_ kind: Covariance) throws -> StreamedResiduals? {
    guard var pass = StreamedResiduals(fit, kind) else { return nil }
    try rows.forEach { part throws(FittingError) in
      guard part.data.count > 0 else { return true }
      let response = try part.data.values(formula.response).map(\.high)
      let matrix = ModelDesign.matrix(try design.columns(part.data))
      do throws(LeastSquares.Failure) {
        try pass.add(design: matrix, response: response, weights: part.weights)
      } catch {
        throw error.told(design.names, rows: response.count, file: passed.file)
      }
      return true
    }
    return pass
  }

  // MARK: The result

  /// The fit as a result.
  func regression() -> Regression {
    let errors =
      covariance.map { covariance in
        (0..<covariance.columns).map { covariance[$0, $0].squareRoot() }
      } ?? fit.standardErrors
    let quality = quality
    return Regression(
      model: formula.description, family: .gaussian, errors: options.standardErrors,
      coefficients: design.names.indices.map { index in
        Coefficient(
          term: design.names[index], estimate: fit.coefficients[index],
          standardError: errors?[index], degreesOfFreedom: Double(fit.degreesOfFreedom),
          level: options.level)
      }, quality: quality, rows: nil, caveats: caveats(quality), notes: rows.notes)
  }

  private var quality: RegressionQuality {
    let slopes = passed.hasSlopes ? passed.slopes : nil
    var quality = RegressionQuality(
      observations: fit.rows, omitted: passed.omission.count + passed.weightless,
      parameters: design.names.count, scale: slopes?.column ?? formula.response.text,
      weights: options.weights)
    quality.errorsDegreesOfFreedom = fit.degreesOfFreedom
    let squares = fit.responseSquares
    quality.takeSquares(
      fit.residualSumOfSquares,
      total: DoubleDouble(design.holdsConstant ? squares.aboutMean : squares.aboutZero),
      holdsConstant: design.holdsConstant, logWeights: Double(passed.logWeights),
      logSlopes: slopes?.sum ?? 0)
    if options.standardErrors != .classical { (quality.fStatistic, quality.fPValue) = (nil, nil) }
    return quality
  }

  private func caveats(_ quality: RegressionQuality) -> [Caveat] {
    let slopes = passed.hasSlopes ? passed.slopes?.sum : nil
    let deviation = (fit.residualSumOfSquares / Double(max(1, fit.rows))).squareRoot()
    return rows.request.caveats
      + [passed.omission.caveat, ModelRows.caveat(weightless: passed.weightless)].compactMap(\.self)
      + quality.caveats(
        formula, holdsConstant: design.holdsConstant, logSlopes: slopes,
        isRounding: deviation <= 0x1p-48 * passed.largest)
      + [
        Caveat(
          "streamed",
          "the file is read in passes and its rows are not held: there are no observations and no "
            + "Durbin–Watson statistic")
      ]
  }
}
