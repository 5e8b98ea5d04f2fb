/// A line whose slope changes at one point: α + βt + δ·(t − ψ)₊, fitted with its point ψ.
///
/// For ψ between two neighbouring times the residual sum of squares is that of a line before and one
/// after, plus g(ψ)²/v(ψ), g their gap at ψ and v(ψ) the variance of it: its least value lies where the
/// lines meet, or at one of the two times. So the least of all of these is the least there is (D. J.
/// Hudson, “Fitting segmented curves whose join points have to be estimated”, Journal of the American
/// Statistical Association 61, 1966, doi:10.1080/01621459.1966.10482198).
struct Kink: Sendable {
  /// The point, in the series' centred times.
  let point: Double
  /// The residual sum of squares.
  let squares: Double
  /// The slopes before and after.
  let slopes: (before: Double, after: Double)
  /// Whether the point is one of the times, where the sum of squares has an edge.
  let isAtValue: Bool
  /// The pieces of the sum of squares, one for each pair of neighbouring times between which the point
  /// may lie.
  let pieces: [KinkPiece]

  /// Fits the line; the point leaves `fewest` times on either side, itself counted.
  ///
  /// - Precondition: there are at least 2·`fewest` values.
  init(_ series: BreakSeries, fewest: Int) throws(LeastSquares.Failure) {
    let (times, count) = (series.times, series.count)
    var pieces: [KinkPiece] = []
    for row in fewest...count - fewest { pieces.append(try KinkPiece(series, splitAt: row)) }
    var best: (point: Double, squares: Double, before: Double, after: Double, isAtValue: Bool)?
    for piece in pieces {
      guard let point = piece.meeting, best.map({ piece.squares < $0.squares }) ?? true else {
        continue
      }
      best = (point, piece.squares, piece.before.slope, piece.after.slope, false)
    }
    for row in fewest - 1...count - fewest {
      let design = Matrix(
        columns: [
          times.map { _ in 1 }, times, times.map { max(0, $0 - times[row]) },
        ])
      let fit = try LeastSquares(design, series.response)
      guard best.map({ fit.residualSumOfSquares < $0.squares }) ?? true else { continue }
      let slope = fit.coefficients[1]
      best = (
        times[row], fit.residualSumOfSquares, slope, slope + fit.coefficients[2], true
      )
    }
    guard let best else { throw .tooFewRows }
    point = best.point
    squares = best.squares
    slopes = (best.before, best.after)
    isAtValue = best.isAtValue
    self.pieces = pieces
  }

  /// The points whose sum of squares does not exceed a bound, as intervals in order.
  func points(within bound: Double) -> [ClosedRange<Double>] {
    pieces.reduce(into: []) { ranges, piece in
      for range in piece.points(within: bound) {
        if let last = ranges.last, last.upperBound == range.lowerBound {
          ranges[ranges.count - 1] = last.lowerBound...range.upperBound
        } else {
          ranges.append(range)
        }
      }
    }
  }
}

/// The sum of squares of a kink between two neighbouring times.
struct KinkPiece: Sendable {
  /// A line, with what its coefficients' variances are multiples of.
  struct Line: Sendable {
    let intercept: Double
    let slope: Double
    let inverseGram: Matrix
  }

  /// The times between which the kink lies.
  let range: ClosedRange<Double>
  let before: Line
  let after: Line
  /// The sum of squares about both lines.
  let squares: Double

  init(_ series: BreakSeries, splitAt row: Int) throws(LeastSquares.Failure) {
    func line(_ rows: Range<Int>) throws(LeastSquares.Failure) -> Line {
      let fit = try series.line(rows)
      return Line(
        intercept: fit.coefficients[0], slope: fit.coefficients[1], inverseGram: fit.inverseGram)
    }
    range = series.times[row - 1]...series.times[row]
    before = try line(0..<row)
    after = try line(row..<series.count)
    squares = series.squares.split(row)
  }

  private var gap: (constant: Double, slope: Double) {
    (after.intercept - before.intercept, after.slope - before.slope)
  }

  /// Where the lines meet, if it is between the times.
  var meeting: Double? {
    let point = -gap.constant / gap.slope
    return range.lowerBound < point && point < range.upperBound ? point : nil
  }

  /// The points between the times whose sum of squares does not exceed a bound.
  ///
  /// They satisfy g² ≤ (bound − squares)·v, a quadratic inequality.
  func points(within bound: Double) -> [ClosedRange<Double>] {
    let rest = bound - squares
    guard rest >= 0 else { return [] }
    func variance(_ row: Int, _ column: Int) -> Double {
      before.inverseGram[row, column] + after.inverseGram[row, column]
    }
    let a = gap.slope * gap.slope - rest * variance(1, 1)
    let b = gap.slope * gap.constant - rest * variance(0, 1)
    let c = gap.constant * gap.constant - rest * variance(0, 0)
    let roots = Self.roots(a, b, c).filter { range.contains($0) }.sorted()
    let ends = [range.lowerBound] + roots + [range.upperBound]
    return zip(ends, ends.dropFirst()).filter { lower, upper in
      let middle = (lower + upper) / 2
      return lower < upper && (a * middle + 2 * b) * middle + c <= 0
    }.map { $0...$1 }
  }

  /// The real roots of ax² + 2bx + c, without cancellation.
  private static func roots(_ a: Double, _ b: Double, _ c: Double) -> [Double] {
    let discriminant = DoubleDouble(product: b, b) - DoubleDouble(product: a, c)
    guard discriminant.high >= 0 else { return [] }
    let sum = -(b + (b < 0 ? -1 : 1) * discriminant.high.squareRoot())
    return [sum / a, c / sum].filter(\.isFinite)
  }
}
