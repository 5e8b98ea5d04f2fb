/// The best break rows for each number of breaks.
///
/// Found by dynamic programming over all runs of rows (J. Bai and P. Perron, “Computation and analysis
/// of multiple structural change models”, Journal of Applied Econometrics 18, 2003,
/// doi:10.1002/jae.659).
struct BaiPerron: Sendable {
  /// The best partition into one segment more than there are breaks.
  struct Partition: Sendable {
    /// The first row of each segment but the first.
    let rows: [Int]
    let residualSumOfSquares: Double
  }

  /// The partitions, that without a break first.
  let partitions: [Partition]

  /// Finds the best partitions into segments of at least `shortest` rows.
  ///
  /// - Precondition: `shortest` lies between 1 and the number of rows.
  /// - Complexity: O(m n²) for m breaks and n rows.
  init(_ squares: SegmentSquares, shortest: Int, most: Int) {
    let count = squares.count
    // The least sum of the first n rows at n, and where its last segment begins.
    var least = (0...count).map { $0 < shortest ? .infinity : squares[0..<$0] }
    var starts: [[Int]] = []
    var partitions = [Partition(rows: [], residualSumOfSquares: squares.whole)]
    for breaks in stride(from: 1, through: most, by: 1) {
      var sums = [Double](repeating: .infinity, count: count + 1)
      var start = [Int](repeating: 0, count: count + 1)
      for end in stride(from: (breaks + 1) * shortest, through: count, by: 1) {
        for row in breaks * shortest...end - shortest {
          let sum = least[row] + squares[row..<end]
          if sum < sums[end] { (sums[end], start[end]) = (sum, row) }
        }
      }
      guard sums[count].isFinite else { break }
      least = sums
      starts.append(start)
      var (rows, end) = ([Int](), count)
      for start in starts.reversed() {
        end = start[end]
        rows.insert(end, at: 0)
      }
      partitions.append(Partition(rows: rows, residualSumOfSquares: sums[count]))
    }
    self.partitions = partitions
  }
}

extension BreakSeries {
  /// The greatest number of breaks that is looked for.
  private static let most = 5

  /// Each number of breaks with its best years, their intervals and Schwarz's criterion: a test a
  /// break, and one for none.
  ///
  /// - Parameter trimming: the least share of the values between two breaks.
  func baiPerron(trimming: Double) throws(FittingError) -> [BreakTest] {
    let shortest = max(Int(trimming * Double(count)), Self.fewest)
    guard count >= 2 * shortest else {
      throw Self.tooFew(.baiPerron, "there are \(count) in all")
    }
    // One segment fewer than there is room for: as many as have been fitted need some choice.
    let room = max(1, (count + shortest - 1) / shortest - 2)
    let partitions = BaiPerron(squares, shortest: shortest, most: min(room, Self.most)).partitions
    let criteria = partitions.enumerated().map { breaks, partition in
      bic(partition.residualSumOfSquares, breaks: breaks)
    }
    let chosen =
      partitions.firstIndex { $0.residualSumOfSquares == 0 }
      ?? criteria.indices.min { criteria[$0] < criteria[$1] }
    return partitions.enumerated().flatMap { breaks, partition -> [BreakTest] in
      var model = BreakTest(.baiPerron, breaks: breaks)
      model.residualSumOfSquares = inUnit(squares: partition.residualSumOfSquares)
      model.bic = criteria[breaks].isFinite ? criteria[breaks] : nil
      model.isChosen = breaks == chosen
      if partition.residualSumOfSquares == 0 { model.notes.append("the lines fit perfectly") }
      if 2 * parameters(breaks) > count {
        model.notes.append("more than half as many parameters as values: the criterion misleads")
      }
      if partition.rows.isEmpty { return [model] }
      return partition.rows.indices.map { index in
        var test = model
        let row = partition.rows[index]
        test.year = years[row - 1]
        test.nextYear = years[row]
        let start = index > 0 ? partition.rows[index - 1] : 0
        let end = index + 1 < partition.rows.count ? partition.rows[index + 1] : count
        test.takeInterval(ofBreakAt: row, between: start, and: end, in: self)
        return test
      }
    }
  }

  /// The coefficients, variances and break years of a model.
  private func parameters(_ breaks: Int) -> Int { (Self.coefficients + 1) * (breaks + 1) }

  /// Schwarz's criterion, of the values' own unit; minus infinity for a perfect fit.
  func bic(_ residualSumOfSquares: Double, breaks: Int) -> Double {
    let n = Double(count)
    let logarithm =
      Numerics.log(residualSumOfSquares / n) + 2 * Double(unit) * Numerics.log(2)
      + Numerics.log(2 * .pi)
    return n * (logarithm + 1) + Numerics.log(n) * Double(parameters(breaks))
  }
}
