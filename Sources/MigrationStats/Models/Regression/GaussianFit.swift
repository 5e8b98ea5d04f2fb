/// The least-squares fit of a formula's terms.
struct GaussianFit {
  private let frame: ModelFrame
  private let formula: Formula
  private let options: Regression.Options
  private let matrix: Matrix
  private let solution: LeastSquares

  init(
    _ frame: ModelFrame, _ formula: Formula, _ options: Regression.Options
  ) throws(FittingError) {
    (self.frame, self.formula, self.options) = (frame, formula, options)
    matrix = ModelDesign.matrix(frame.columns)
    let largest = frame.response.reduce(0) { max($0, abs($1.high)) }
    guard largest == 0 || (1e-140...1e140).contains(largest) else {
      throw FittingError(
        .notFinite,
        "values of the response as \(largest > 1 ? "large" : "small") as \(Numerals.exact(largest)) have "
          + "squares beyond the range of numbers", at: Position(file: frame.data.file),
        remedy: "Change the unit, or take the logarithm of the response.")
    }
    do throws(LeastSquares.Failure) {
      solution = try LeastSquares(matrix, frame.response, weights: frame.weights)
    } catch {
      throw frame.error(error)
    }
  }

  /// The fit as a result.
  func regression() throws(FittingError) -> Regression {
    let errors = options.standardErrors
    let free = solution.degreesOfFreedom(errors.covariance(frame.groups))
    let standardErrors = try self.standardErrors(errors)
    let quality = self.quality(errors, free)
    return Regression(
      model: formula.description, family: .gaussian, errors: errors,
      coefficients: frame.design.names.indices.map { index in
        Coefficient(
          term: frame.design.names[index], estimate: estimate(index),
          standardError: standardErrors?[index], degreesOfFreedom: Double(free),
          level: options.level)
      }, quality: quality, rows: rows(quality.sigma), caveats: caveats(quality, free),
      notes: frame.notes)
  }

  /// A coefficient; zero where it adds to no fitted value what double-double could tell from zero.
  private func estimate(_ index: Int) -> Double {
    let estimate = solution.coefficients[index]
    let largest = frame.response.reduce(0) { max($0, abs($1.high)) }
    let reach = matrix.elements[matrix.range(ofColumn: index)].reduce(0) { max($0, abs($1)) }
    return abs(estimate) * reach <= 0x1p-90 * largest ? 0 : estimate
  }

  private func standardErrors(_ errors: StandardErrors) throws(FittingError) -> [Double]? {
    guard solution.degreesOfFreedom > 0 else { return nil }
    if errors == .classical { return solution.standardErrors }
    do throws(Covariance.Failure) {
      let covariance = try solution.covariance(errors.covariance(frame.groups))
      return (0..<covariance.columns).map { covariance[$0, $0].squareRoot() }
    } catch {
      throw errors.error(error, file: frame.data.file) { frame.data.lines[$0] }
    }
  }

  private func quality(_ errors: StandardErrors, _ free: Int) -> RegressionQuality {
    let slopes = FormulaArithmetic.logSlopes(of: formula.response, frame.data)
    var quality = RegressionQuality(
      observations: frame.data.count, omitted: frame.data.omission.count + frame.weightless,
      parameters: frame.design.names.count, scale: slopes?.column ?? formula.response.text,
      weights: options.weights)
    quality.errorsDegreesOfFreedom = free
    let total = frame.response.squares(frame.weights, aboutMean: frame.design.holdsConstant)
    quality.takeSquares(
      solution.residualSumOfSquares, total: total, holdsConstant: frame.design.holdsConstant,
      logWeights: frame.weights?.reduce(0) { $0 + Numerics.log($1) } ?? 0,
      logSlopes: slopes?.sum ?? 0)
    if errors != .classical { (quality.fStatistic, quality.fPValue) = (nil, nil) }
    if frame.weights == nil {
      quality.durbinWatson = RegressionQuality.durbinWatson(solution.residuals)
    }
    return quality
  }

  private func rows(_ sigma: Double?) -> [Regression.Row] {
    let leverages = solution.leverages
    let reach = sigma.map { sigma in
      sigma
        * StudentT.twoSidedQuantile(
          level: options.level, degreesOfFreedom: Double(solution.degreesOfFreedom))
    }
    return frame.response.indices.map { row in
      let residual = solution.residuals[row]
      let fitted = Double(frame.response[row] - residual)
      let weight = frame.weights?[row] ?? 1
      let interval = reach.map { reach in
        let half = reach * ((1 + leverages[row]) / weight).squareRoot()
        return Interval(
          lower: fitted - half, upper: fitted + half, kind: .confidence(level: options.level))
      }
      return Regression.Row(
        number: frame.data.rows[row], line: frame.data.lines[row], year: frame.years?[row],
        observed: Double(frame.response[row]), fitted: fitted, residual: residual,
        interval: interval, leverage: leverages[row])
    }
  }

  private func caveats(_ quality: RegressionQuality, _ free: Int) -> [Caveat] {
    let largest = frame.response.reduce(0) { max($0, abs($1.high)) }
    let condition = frame.conditionCaveat(
      matrix, solution.inverseGram, weights: frame.weights)
    return frame.caveats + (condition.map { [$0] } ?? [])
      + options.standardErrors.caveats(free, omitted: frame.data.omission.count)
      + quality.caveats(
        formula, holdsConstant: frame.design.holdsConstant,
        logSlopes: FormulaArithmetic.logSlopes(of: formula.response, frame.data)?.sum,
        isRounding: solution.residuals.allSatisfy { abs($0) <= 0x1p-48 * largest })
  }
}

extension StandardErrors {
  /// What has to be known of standard errors by groups and lags.
  func caveats(_ free: Int, omitted: Int) -> [Caveat] {
    switch self {
    case .cluster where free + 1 < 30:
      return [
        Caveat(
          "few-clusters",
          "\(free + 1) clusters are few: clustered errors tend to be too small below some 30 to 50")
      ]
    case .neweyWest where omitted > 0:
      return [
        Caveat(
          "order",
          "Newey–West errors take neighbouring rows for neighbours in time, and rows between were "
            + "left out")
      ]
    default: return []
    }
  }
}

extension [DoubleDouble] {
  /// The weighted squares of the values about their mean, or about zero.
  func squares(_ weights: [Double]?, aboutMean: Bool) -> DoubleDouble {
    var centre = DoubleDouble.zero
    if aboutMean, let first {
      var (sum, count) = (DoubleDouble.zero, DoubleDouble.zero)
      for (row, value) in enumerated() {
        sum += (value - first) * (weights?[row] ?? 1)
        count += weights?[row] ?? 1
      }
      centre = first + sum / count
    }
    var squares = DoubleDouble.zero
    for (row, value) in enumerated() {
      squares += (value - centre) * (value - centre) * (weights?[row] ?? 1)
    }
    return squares
  }
}
