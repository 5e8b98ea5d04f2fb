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
    var count = 0
    var state = State.determined
  }

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

  private typealias Lanes = RatioLogarithm.Lanes

  /// Residuals, of all squares, so small that logarithms in doubles cost them digits.
  private static let perfection = 1e-8

  /// The years from their middle, and zeros for the lanes beyond the last.
  private let times: [Double]
  private let count: Int

  /// Lines through values of the years given.
  init(years: [Int]) {
    count = years.count
    let (first, last) = (years.min() ?? 0, years.max() ?? 0)
    let middle = (Double(first) + Double(last)) / 2
    let rest = (Lanes.scalarCount - count % Lanes.scalarCount) % Lanes.scalarCount
    times = years.map { Double($0) - middle } + [Double](repeating: 0, count: rest)
  }

  /// The lines of series that lie one after the other, a value a year; not a number where there is
  /// none.
  func lines(_ values: [Double]) -> [Line] {
    let series = count > 0 ? values.count / count : 0
    return [Line](unsafeUninitializedCapacity: series) { buffer, initialised in
      // Each part writes to lines of its own.
      nonisolated(unsafe) let target = buffer.baseAddress
      _ = values.withUnsafeBufferPointer { values in
        nonisolated(unsafe) let start = values.baseAddress
        return Threads.map(series, least: 1024) { part in
          guard let start, let target else { return }
          let room = Room(times)
          defer { room.deallocate() }
          for index in part {
            (target + index).initialize(to: line(start + index * count, room))
          }
        }
      }
      initialised = series
    }
  }

  private func line(_ values: UnsafePointer<Double>, _ room: Room) -> Line {
    guard let first = (0..<count).first(where: { !values[$0].isNaN }) else {
      return Line(state: .tooFewValues)
    }
    guard RatioLogarithm.range.contains(values[first]) else { return exactLine(values) }
    guard let sums = sums(values, reference: values[first], room) else { return exactLine(values) }
    let spread = (sums.count * sums.timeSquares - sums.times * sums.times) / sums.count
    guard spread > 0 else { return Line(count: Int(sums.count), state: .tooFewValues) }
    let meanTime = sums.times / sums.count
    let estimate = (sums.products - meanTime * sums.logs) / spread
    let constant = sums.logs / sums.count - estimate * meanTime
    let rest = residualSums(slope: estimate, constant: constant, room)
    let change = (rest.products - meanTime * rest.sum) / spread
    let slope = estimate + change
    guard sums.count > 2 else { return Line(slope: slope, count: Int(sums.count)) }
    let squares = max(
      0, rest.squares - rest.sum * rest.sum / sums.count - change * change * spread)
    let all = slope * slope * spread + squares
    guard squares >= Self.perfection * all else { return exactLine(values) }
    let error = (squares / ((sums.count - 2) * spread)).squareRoot()
    return Line(slope: slope, standardError: error, count: Int(sums.count))
  }

  // MARK: Sums

  private struct Sums {
    var count = 0.0
    var times = 0.0
    var timeSquares = 0.0
    var logs = 0.0
    var products = 0.0
  }

  /// Takes the logarithms of a series; nil where a value is not one that the fast way takes.
  private func sums(
    _ values: UnsafePointer<Double>, reference: Double, _ room: Room
  ) -> Sums? {
    let logarithm = RatioLogarithm(to: reference)
    let (least, greatest) = (RatioLogarithm.range.lowerBound, RatioLogarithm.range.upperBound)
    var odd = SIMDMask<SIMD4<Int64>>(repeating: false)
    var (count, times, squares) = (Lanes.zero, Lanes.zero, Lanes.zero)
    var (logs, products) = (Lanes.zero, Lanes.zero)
    for index in stride(from: 0, to: self.count, by: Lanes.scalarCount) {
      let value = Lanes(values + index, self.count - index, filling: .nan)
      let isIn = (value .>= least) .& (value .<= greatest)
      odd = odd .| ((value .== value) .^ isIn)
      let log = logarithm(Lanes(repeating: reference).replacing(with: value, where: isIn))
      let weight = Lanes.zero.replacing(with: 1, where: isIn)
      let time = Lanes(room.times + index)
      let counted = time * weight
      log.store(room.logs + index)
      weight.store(room.weights + index)
      count += weight
      times += counted
      squares += counted * time
      logs += log
      products += log * time
    }
    guard !any(odd) else { return nil }
    return Sums(
      count: count.sum(), times: times.sum(), timeSquares: squares.sum(), logs: logs.sum(),
      products: products.sum())
  }

  private func residualSums(
    slope: Double, constant: Double, _ room: Room
  ) -> (sum: Double, products: Double, squares: Double) {
    var (sum, products, squares) = (Lanes.zero, Lanes.zero, Lanes.zero)
    for index in stride(from: 0, to: count, by: Lanes.scalarCount) {
      let time = Lanes(room.times + index)
      let rest = (Lanes(room.logs + index) - constant - time * slope) * Lanes(room.weights + index)
      sum += rest
      products += rest * time
      squares += rest * rest
    }
    return (sum.sum(), products.sum(), squares.sum())
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
    return Line(
      slope: Double(slope), standardError: Double(variance.squareRoot()), count: present.count)
  }
}

/// Room for the logarithms of a series.
private struct Room {
  let times: UnsafeMutablePointer<Double>
  let logs: UnsafeMutablePointer<Double>
  let weights: UnsafeMutablePointer<Double>

  init(_ values: [Double]) {
    times = .allocate(capacity: 3 * values.count)
    times.initialize(repeating: 0, count: 3 * values.count)
    for (index, value) in values.enumerated() { times[index] = value }
    (logs, weights) = (times + values.count, times + 2 * values.count)
  }

  func deallocate() { times.deallocate() }
}
