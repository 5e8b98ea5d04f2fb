/// The distribution of a break's estimated row about the true one.
///
/// J. Bai, “Estimation of a change point in multiple regression models”, Review of Economics and
/// Statistics 79, 1997, doi:10.1162/003465397557132: the error is that of the highest point of a
/// Brownian motion with a drift away from the break, which may differ on either side of it.
struct BreakDateInterval: Sendable {
  /// What lies on one side of a break.
  struct Side: Sendable {
    /// The variance of the residuals, their squares over the number of rows.
    let variance: Double
    /// The mean square of the change in the fit.
    let change: Double
  }

  /// How many rows the true break may lie before and after the estimated one.
  let reach: (before: Int, after: Int)

  /// The interval of a level; nil where one side scatters so much more than the other, or so little
  /// at all, that there is none.
  init?(before: Side, after: Side, level: Double) {
    let tail = (1 - level) / 2
    let share = before.variance / (before.variance + after.variance)
    guard before.variance > 0, after.variance > 0, before.change > 0, after.change > 0,
      share > tail, share < 1 - tail
    else { return nil }
    // The estimate lies too late where the highest point does: the sides change.
    let late = Self.quantile(tail, ratio: after.variance / before.variance)
    let early = Self.quantile(tail, ratio: before.variance / after.variance)
    let rows = (
      before: (late * after.variance / after.change).rounded(.up),
      after: (early * before.variance / before.change).rounded(.up)
    )
    // Further than that no series goes.
    guard rows.before < 1e9, rows.after < 1e9 else { return nil }
    reach = (Int(rows.before), Int(rows.after))
  }

  /// The probability that the highest point lies on one side, further out than y.
  ///
  /// In units in which the variance over the squared drift there is one; `ratio` is that of the
  /// variances of this side and the other.
  static func tail(_ y: Double, ratio: Double) -> Double {
    let root = y.squareRoot()
    let first = (1 + 2 * ratio) / (ratio * (1 + ratio))
    let second = first * (1 + 2 * ratio)
    let sum =
      (y / 2 - 2 + second) * Normal.millsRatio(root / 2)
      - first * Normal.millsRatio((0.5 + ratio) * root) - root
    return sum * Numerics.exp(-y / 8) / (2 * Double.pi).squareRoot()
  }

  /// The y of a tail, by bisection.
  private static func quantile(_ probability: Double, ratio: Double) -> Double {
    var (low, high) = (0.0, 1.0)
    while tail(high, ratio: ratio) > probability { (low, high) = (high, 2 * high) }
    while true {
      let middle = (low + high) / 2
      guard low < middle, middle < high else { return high }
      if tail(middle, ratio: ratio) > probability { low = middle } else { high = middle }
    }
  }
}

extension BreakTest {
  /// Takes the interval of a break between two others, or the ends of the series.
  mutating func takeInterval(
    ofBreakAt row: Int, between start: Int, and end: Int, in series: BreakSeries
  ) {
    guard let reach = series.interval(ofBreakAt: row, between: start, and: end)?.reach else {
      notes.append("the year has no interval: the scatter is too unequal, or there is none")
      return
    }
    let (first, last) = (row - 1 - reach.before, row - 1 + reach.after)
    let (lower, upper) = (
      first >= 0 ? series.years[first] : nil, last < series.count ? series.years[last] : nil
    )
    interval = Interval(lower: lower, upper: upper, kind: .confidence(level: series.level))
    if lower == nil || upper == nil { notes.append("the interval reaches beyond the series") }
  }
}

extension BreakSeries {
  fileprivate func interval(
    ofBreakAt row: Int, between start: Int, and end: Int
  ) -> BreakDateInterval? {
    guard let before = try? line(start..<row), let after = try? line(row..<end) else { return nil }
    let change = zip(after.coefficients, before.coefficients).map { $0 - $1 }
    func side(_ rows: Range<Int>) -> BreakDateInterval.Side {
      let changes = times[rows].reduce(0) { sum, time in
        let change = change[0] + change[1] * time
        return sum + change * change
      }
      return BreakDateInterval.Side(
        variance: squares[rows] / Double(rows.count), change: changes / Double(rows.count))
    }
    return BreakDateInterval(before: side(start..<row), after: side(row..<end), level: level)
  }
}
