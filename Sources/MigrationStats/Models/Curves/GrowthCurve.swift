/// A curve of growth towards a limit, with a year as its variable.
enum GrowthCurve: String, CaseIterable, Sendable {
  /// Growth that is fastest half-way (P.-F. Verhulst, “Notice sur la loi que la population suit dans
  /// son accroissement”, 1838).
  case logistic
  /// Growth that is fastest before half-way (B. Gompertz, 1825, doi:10.1098/rstl.1825.0026).
  case gompertz
  /// Growth with the place where it is fastest free: logistic for nu = 1, Gompertz's for nu to 0
  /// (F. J. Richards, “A flexible growth function for empirical use”, 1959,
  /// doi:10.1093/jxb/10.2.290).
  case richards
  /// Growth that slows from the first year on (E. A. Mitscherlich, 1909).
  case saturating

  /// The parameters, in order: the limit `K`, then the others.
  ///
  /// - Parameter origin: the first year, from which the saturating curve counts.
  func text(origin: Double) -> String {
    switch self {
    case .logistic: "K/(1 + exp(-r*(year - t0)))"
    case .gompertz: "K*exp(-exp(-r*(year - t0)))"
    case .richards: "K/(1 + nu*exp(-r*(year - t0)))^(1/nu)"
    case .saturating: "K - c*exp(-r*(year - \(Numerals.exact(origin))))"
    }
  }

  /// What to fit instead where the limit is not determined.
  var remedy: String {
    switch self {
    case .logistic, .gompertz:
      "The values do not yet bend towards a limit; an exponential curve says as much."
    case .richards: "Fit a logistic or an exponential curve, which have fewer parameters."
    case .saturating: "The values do not yet bend towards a limit; a straight line says as much."
    }
  }

  /// Fits the curve to values of years.
  ///
  /// - Parameters:
  ///   - start: the parameters of a fit to nearly the same values, in the order of the curve; the
  ///     limit is then not judged again.
  /// - Throws: `FittingError` of kind `notIdentified` where the values do not determine a parameter.
  func fit(
    years: [Double], values: [Double], weights: [Double]? = nil, start: [Double]? = nil
  ) throws(FittingError) -> CurveFit {
    let curve = try Curve(text(origin: years.first ?? 0)).bound(variables: ["year"])
    let data = try CurveData(curve, variables: ["year": years], response: values, weights: weights)
    if !values.isEmpty, values.allSatisfy({ $0 == values[0] }) {
      throw FittingError(
        .constant, "all values are \(Numerals.exact(values[0]))",
        remedy: "A curve needs values that change.")
    }
    let starts = start.map { [$0] } ?? starts(years: years, values: values)
    let fit: CurveFit
    do throws(FittingError) {
      fit = try CurveFit(curve, data, starts: starts, effort: start == nil ? .judged : .estimates)
    } catch {
      guard error.kind == .notIdentified else { throw error }
      throw FittingError(.notIdentified, error.summary, at: error.position, remedy: remedy)
    }
    if let error = fit.unidentifiedError(remedy: remedy) { throw error }
    return fit
  }

  /// Starts, the best first: for a limit assumed, the curve is a straight line on another scale.
  func starts(years: [Double], values: [Double]) -> [[Double]] {
    guard let first = years.first, let last = years.last, first != last else { return [] }
    let (top, bottom) = (values.max() ?? 0, values.min() ?? 0)
    let span = abs(last - first)
    var starts: [[Double]] = []
    switch self {
    case .saturating:
      for rate in [-3, -1, -0.3, 0.3, 1, 3, 10] {
        let decays = years.map { Numerics.exp(-rate / span * ($0 - first)) }
        let line = Line(decays, values)
        starts.append([line.intercept, -line.slope, rate / span])
      }
    case .logistic, .gompertz, .richards:
      for factor in [1.02, 1.1, 1.3, 2, 4, 10, 100] {
        let limit = top > 0 ? top * factor : max(abs(bottom), 1)
        for shape in self == .richards ? [0.3, 1, 3] : [1] {
          let points = zip(years, values).filter { $1 > 0 && $1 < limit }
          let line = Line(
            points.map(\.0), points.map { straightened($1, limit: limit, shape: shape) })
          guard line.slope != 0, line.slope.isFinite, line.intercept.isFinite else { continue }
          let (rate, place) = (-line.slope, -line.intercept / line.slope)
          starts.append(self == .richards ? [limit, shape, rate, place] : [limit, rate, place])
        }
      }
    }
    return sorted(starts, years, values)
  }

  /// −r·(year − t0), from a value of the curve.
  private func straightened(_ value: Double, limit: Double, shape: Double) -> Double {
    switch self {
    case .logistic: Numerics.log(limit / value - 1)
    case .gompertz: Numerics.log(Numerics.log(limit / value))
    case .richards: Numerics.log((Numerics.pow(limit / value, shape) - 1) / shape)
    case .saturating: value
    }
  }

  private func sorted(
    _ starts: [[Double]], _ years: [Double], _ values: [Double]
  ) -> [[Double]] {
    guard let curve = try? Curve(text(origin: years[0])).bound(variables: ["year"]) else {
      return []
    }
    let problem = CurveProblem(
      tape: curve.tape, variables: [years], response: values.map { DoubleDouble($0) },
      rootWeights: nil)
    let ranked = starts.compactMap { start in problem.sumOfSquares(start).map { ($0, start) } }
    return ranked.sorted { $0.0 < $1.0 }.prefix(3).map(\.1)
  }

  /// A straight line through points.
  private struct Line {
    let intercept: Double
    let slope: Double

    init(_ x: [Double], _ y: [Double]) {
      let count = Double(x.count)
      let (meanX, meanY) = (x.reduce(0, +) / count, y.reduce(0, +) / count)
      let (squares, products) = zip(x, y).reduce((0.0, 0.0)) { sums, point in
        let shift = point.0 - meanX
        return (sums.0 + shift * shift, sums.1 + shift * (point.1 - meanY))
      }
      slope = products / squares
      intercept = meanY - slope * meanX
    }
  }
}
