/// Least-squares lines through the logarithms of many series that share their years.
///
/// The values of a series are put in ratio to its first: nearly constant series keep their digits.
/// The slope is refined by what it leaves of the logarithms. Where doubles would cost the residuals
/// digits (hardly any residuals, or numbers near the ends of their range), logarithms and sums are in
/// double-double.
struct LogLines {
  /// The line of one series.
  struct Line {
    var slope = Double.nan
    var standardError = Double.nan
    /// The correlation of what the line leaves of each logarithm with what it leaves of the one
    /// before; not a number where it leaves nothing.
    var autocorrelation = Double.nan
    var count = 0
    var state = State.determined
    /// Whether it is certain that no value is three times the one before it, or a third.
    var isSteady = false
  }

  /// Less than a threefold change, by a margin.
  fileprivate static let steadyFactor = 2.99

  /// Whether a series has a line.
  enum State: UInt8 {
    case determined
    /// Fewer than two years with a value.
    case tooFewValues
    /// A value is zero or negative.
    case notPositive
    /// A value is infinite.
    case notFinite
  }

  /// The years from one that is the same for all series: what a line is shall not depend on the years
  /// in which others have values.
  private let times: [Double]
  private let count: Int

  /// Lines through values of the years given.
  init(years: [Int]) {
    count = years.count
    times = years.map { Double($0 - 2000) }
  }

  /// The line through values that all are there.
  func line(_ values: [Double]) -> Line { map(values) { $0 }.first ?? Line(state: .tooFewValues) }

  /// What a body makes of the lines of series that lie one after the other, a value a year; not a
  /// number where there is none.
  func map<Result>(_ values: [Double], _ body: @Sendable (Line) -> Result) -> [Result] {
    let series = count > 0 ? values.count / count : 0
    return [Result](unsafeUninitializedCapacity: series) { buffer, initialised in
      // Each part writes to results of its own.
      nonisolated(unsafe) let target = buffer.baseAddress
      _ = values.withUnsafeBufferPointer { values in
        nonisolated(unsafe) let start = values.baseAddress
        return Threads.map(series, least: 1024) { part in
          guard let start, let target else { return }
          let room = EightSeries(times: times)
          defer { room.deallocate() }
          for index in stride(from: part.lowerBound, to: part.upperBound, by: 8) {
            let few = min(8, part.upperBound - index)
            let values = start + index * count
            let lines = EightLines(values, series: few, next: values + few * count, room)
            for lane in 0..<few {
              let line = lines[lane] ?? exactLine(values + lane * count)
              (target + index + lane).initialize(to: body(line))
            }
          }
        }
      }
      initialised = series
    }
  }

  // MARK: Double-double

  /// The line by logarithms and sums in double-double.
  private func exactLine(_ values: UnsafePointer<Double>) -> Line {
    let present = (0..<count).filter { !values[$0].isNaN }
    if present.contains(where: { values[$0] <= 0 }) {
      return Line(count: present.count, state: .notPositive)
    }
    if present.contains(where: { values[$0].isInfinite }) {
      return Line(count: present.count, state: .notFinite)
    }
    let size = DoubleDouble(Double(present.count))
    let reference = DoubleDouble.log(DoubleDouble(values[present[0]]))
    let logs = present.map { DoubleDouble.log(DoubleDouble(values[$0])) - reference }
    let meanLog = logs.reduce(.zero, +) / size
    let meanTime = present.reduce(DoubleDouble.zero) { $0 + times[$1] } / size
    let deviations = present.map { -meanTime + times[$0] }
    let spread = deviations.reduce(DoubleDouble.zero) { $0 + $1 * $1 }
    guard spread > .zero else { return Line(count: present.count, state: .tooFewValues) }
    let products = zip(deviations, logs).reduce(DoubleDouble.zero) {
      $0 + $1.0 * ($1.1 - meanLog)
    }
    let slope = products / spread
    guard present.count > 2 else { return Line(slope: Double(slope), count: present.count) }
    let rests = zip(deviations, logs).map { $1 - meanLog - slope * $0 }
    let squares = rests.reduce(DoubleDouble.zero) { $0 + $1 * $1 }
    let variance = squares / (spread * Double(present.count - 2))
    let neighbours = zip(rests, rests.dropFirst()).reduce(DoubleDouble.zero) { $0 + $1.0 * $1.1 }
    return Line(
      slope: Double(slope), standardError: Double(variance.squareRoot()),
      autocorrelation: squares > .zero ? Double(neighbours / squares) : .nan, count: present.count)
  }
}

/// Lines through the logarithms of eight series, where doubles do.
private struct EightLines {
  private typealias Lanes = EightSeries.Lanes

  /// Residuals, of all squares, so small that logarithms in doubles cost them digits.
  private static let perfection = 1e-8

  private let slopes: Lanes
  private let errors: Lanes
  private let autocorrelations: Lanes
  private let counts: Lanes
  private let jumps: Lanes
  /// Whether all values are ones whose logarithms are right.
  private let areInRange: SIMDMask<Lanes.MaskStorage>
  private let haveSpread: SIMDMask<Lanes.MaskStorage>
  /// Whether enough is left of the logarithms for an error in doubles.
  private let haveRests: SIMDMask<Lanes.MaskStorage>

  /// Lines of one to eight series that lie one after the other.
  ///
  /// - Parameter next: where those lie whose lines are taken next.
  init(
    _ values: UnsafePointer<Double>, series: Int, next: UnsafePointer<Double>, _ room: EightSeries
  ) {
    let known = room.fill(values, series: series, factor: LogLines.steadyFactor)
    jumps = known.jumps
    areInRange =
      (known.least .>= EightSeries.range.lowerBound)
      .& (known.greatest .<= EightSeries.range.upperBound)
    room.takeLogarithms(ofRatiosTo: known.firsts, beforeFilling: next)
    let sums = room.sums()
    counts = sums.count
    let spreads = (counts * sums.timeSquares - sums.times * sums.times) / counts
    haveSpread = spreads .> 0
    let meanTimes = sums.times / counts
    let estimates = (sums.products - meanTimes * sums.numbers) / spreads
    let rests = room.rests(
      constants: sums.numbers / counts - estimates * meanTimes, slopes: estimates)
    let changes = (rests.products - meanTimes * rests.sum) / spreads
    slopes = estimates + changes
    let squares = rests.squares - rests.sum * rests.sum / counts - changes * changes * spreads
    haveRests = squares .>= Self.perfection * (slopes * slopes * spreads + squares)
    errors = (squares / ((counts - 2) * spreads)).squareRoot()
    autocorrelations = rests.neighbours / rests.squares
  }

  /// The line of a series; nil where it takes more than doubles.
  subscript(lane: Int) -> LogLines.Line? {
    guard areInRange[lane] else { return nil }
    let count = Int(counts[lane])
    guard haveSpread[lane] else { return LogLines.Line(count: count, state: .tooFewValues) }
    guard count > 2 else { return LogLines.Line(slope: slopes[lane], count: count) }
    guard haveRests[lane] else { return nil }
    return LogLines.Line(
      slope: slopes[lane], standardError: errors[lane], autocorrelation: autocorrelations[lane],
      count: count, isSteady: jumps[lane] == 0)
  }
}
