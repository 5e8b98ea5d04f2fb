extension LeastSquares {
  /// Each row's weight in its own fit, hᵢ = wᵢxᵢᵀ(XᵀWX)⁻¹xᵢ; 0 where the weight is 0.
  var leverages: [Double] {
    let influences = influences.rows
    return influences.placed(influences.leverageComplements.map { Double(-$0 + 1) })
  }

  /// The degrees of freedom of a statistic that a covariance's standard errors divide.
  ///
  /// Rows less columns; with clusters their number less 1, the smaller of two (A. C. Cameron and
  /// D. L. Miller, Journal of Human Resources 50, 2015, doi:10.3368/jhr.50.2.317).
  func degreesOfFreedom(_ kind: Covariance) -> Int {
    guard case .cluster(let codings) = kind else { return degreesOfFreedom }
    let groups = codings.map { Set(weighting.selected($0)).count }
    return (groups.min() ?? 1) - 1
  }

  /// The covariance of the coefficients, estimated as the kind says.
  ///
  /// - Complexity: O(n k²) for n rows and k columns.
  func covariance(_ kind: Covariance) throws(Covariance.Failure) -> Matrix {
    guard degreesOfFreedom > 0 else { throw .noDegreesOfFreedom }
    let free = DoubleDouble(Double(degreesOfFreedom))
    let n = free + Double(coefficients.count)
    let (influences, scaling) = influences
    switch kind {
    case .classical:
      return inverseGram.multiplied(by: residualSumOfSquares / Double(degreesOfFreedom))
    case .hc0:
      return scaling.unscaled(influences.products().outerProducts())
    case .hc1:
      return scaling.unscaled(influences.products().outerProducts(), times: n / free)
    case .hc2:
      let complements = try influences.divisors().map { $0.squareRoot() }
      return scaling.unscaled(
        influences.products { DoubleDouble(1) / complements[$0] }.outerProducts())
    case .hc3:
      let complements = try influences.divisors()
      return scaling.unscaled(
        influences.products { DoubleDouble(1) / complements[$0] }.outerProducts())
    case .cluster(let codings):
      return try scaling.unscaled(influences.clustered(codings, (n - 1) / free))
    case .neweyWest(let lag):
      guard (0..<influences.count).contains(lag) else { throw .lag(rows: influences.count) }
      // Σ over lags with Bartlett's weights is the sum over all windows of lag + 1 rows of the
      // outer product of the window's sum, over lag + 1: of no negative variance.
      let sums = influences.windowSums(of: influences.products(), length: lag + 1)
      return scaling.unscaled(
        sums.outerProducts(), times: DoubleDouble(1) / DoubleDouble(Double(lag + 1)))
    }
  }
}

extension Influences {
  /// The covariance of scaled columns' coefficients, clustered one way or two.
  fileprivate func clustered(
    _ codings: [[Int]], _ factor: DoubleDouble
  ) throws(Covariance.Failure) -> [[DoubleDouble]] {
    guard (1...2).contains(codings.count),
      codings.allSatisfy({ $0.count == count && $0.allSatisfy { $0 >= 0 } })
    else { throw .codings }
    let products = products()
    func part(_ coding: Grouping) -> [[DoubleDouble]] {
      let groups = DoubleDouble(Double(coding.count))
      let size = groups / (groups - 1) * factor
      return sums(of: products, by: coding.groups, groups: coding.count)
        .outerProducts().map { $0.map { $0 * size } }
    }
    let groupings = codings.map { Grouping(weighting.selected($0)) }
    if let coding = groupings.firstIndex(where: { $0.count < 2 }) {
      throw .tooFewClusters(coding: coding)
    }
    var sum = part(groupings[0])
    if groupings.count == 2 {
      let (other, both) = (part(groupings[1]), part(Grouping(groupings[0], groupings[1])))
      for column in sum.indices {
        for row in sum.indices { sum[column][row] += other[column][row] - both[column][row] }
        guard sum[column][column].high >= 0 else { throw .negativeVariance(column: column) }
      }
    }
    return sum
  }

  /// What leverages leave of 1, none of them nothing.
  fileprivate func divisors() throws(Covariance.Failure) -> [DoubleDouble] {
    if let row = leverageComplements.firstIndex(where: { $0.high <= leverageRounding }) {
      throw .leverageOne(row: weighting.rows?[row] ?? row)
    }
    return leverageComplements
  }

  /// Values of the rows that count among zeros for the others.
  fileprivate func placed(_ values: [Double]) -> [Double] {
    guard let rows = weighting.rows else { return values }
    var placed = [Double](repeating: 0, count: count)
    for (row, value) in zip(rows, values) { placed[row] = value }
    return placed
  }
}

/// Rows in groups that are numbered without gaps.
private struct Grouping {
  let groups: [Int]
  let count: Int

  init<Label: Hashable>(_ labels: [Label]) {
    var numbers: [Label: Int] = [:]
    groups = labels.map { label in
      if let number = numbers[label] { return number }
      let number = numbers.count
      numbers[label] = number
      return number
    }
    count = numbers.count
  }

  /// The groups that two groupings cut from one another.
  init(_ a: Grouping, _ b: Grouping) {
    self.init(zip(a.groups, b.groups).map { $0 * b.count + $1 })
  }
}

extension [[DoubleDouble]] {
  /// The sum over all rows of the outer product of the row with itself, for columns of values.
  fileprivate func outerProducts() -> [[DoubleDouble]] {
    var sums = map { _ in [DoubleDouble](repeating: .zero, count: count) }
    for column in indices {
      for other in 0...column {
        let sum = zip(self[column], self[other]).reduce(DoubleDouble.zero) { $0 + $1.0 * $1.1 }
        (sums[column][other], sums[other][column]) = (sum, sum)
      }
    }
    return sums
  }
}
