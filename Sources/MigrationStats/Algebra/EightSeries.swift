internal import CVectors

/// Eight series side by side, a lane each, for logarithms and sums with the vectors of the processor.
///
/// Lanes do not mix, and what a lane holds has the same bits on any processor.
struct EightSeries {
  typealias Lanes = SIMD8<Double>

  /// What is known of the values of each series; a lane without values has a first that is not a
  /// number, and the infinities for its least and greatest.
  struct Values {
    let firsts: Lanes
    let least: Lanes
    let greatest: Lanes
    /// One where a number, or the one before it, is a number of times the other at least.
    let jumps: Lanes
  }

  /// Sums over the numbers of each series.
  struct Sums {
    let count: Lanes
    let times: Lanes
    let timeSquares: Lanes
    let numbers: Lanes
    let products: Lanes
  }

  /// Sums over what lines leave of the numbers of each series.
  struct Rests {
    let sum: Lanes
    let products: Lanes
    let squares: Lanes
    /// Over the products of each with the one before it.
    let neighbours: Lanes
  }

  /// The numbers whose logarithms are right.
  static let range = 0x1p-500...0x1p500

  private static let width = Lanes.scalarCount
  private let count: Int
  private let times: UnsafeMutablePointer<Double>
  private let rows: UnsafeMutablePointer<Double>
  /// Five rows to pass what goes in and comes out.
  private let exchange: UnsafeMutablePointer<Double>

  /// Room for series with a number at each of the times; to be deallocated.
  init(times: [Double]) {
    count = times.count
    let room = UnsafeMutableRawPointer.allocate(
      byteCount: MemoryLayout<Double>.stride * (Self.width * (count + 5) + count),
      alignment: MemoryLayout<Lanes>.alignment)
    rows = room.initializeMemory(
      as: Double.self, repeating: 0, count: Self.width * (count + 5) + count)
    exchange = rows + Self.width * count
    self.times = exchange + Self.width * 5
    for (index, time) in times.enumerated() { self.times[index] = time }
  }

  func deallocate() { UnsafeMutableRawPointer(rows).deallocate() }

  /// Takes in one to eight series that lie one after the other, NaN where there is no value; the
  /// last fills the lanes that are left.
  ///
  /// - Parameter factor: how many times the other a number is at a jump.
  func fill(_ values: UnsafePointer<Double>, series: Int, factor: Double) -> Values {
    cvectors_rows(
      values, series, count, factor, rows, exchange, place(1), place(2), place(3))
    return Values(firsts: row(0), least: row(1), greatest: row(2), jumps: row(3))
  }

  /// Replaces the values by the natural logarithms of their ratios to a number for each series.
  ///
  /// Less than one unit in the last place for ratios to a power of two, two for others.
  ///
  /// - Parameter next: the series that are taken in next, which come into the cache meanwhile.
  func takeLogarithms(ofRatiosTo references: Lanes, beforeFilling next: UnsafePointer<Double>) {
    set(0, references)
    cvectors_log_ratios(rows, count, exchange, next)
  }

  /// The number of each series at one of the times.
  func numbers(at index: Int) -> Lanes {
    UnsafeRawPointer(rows + Self.width * index).load(as: Lanes.self)
  }

  /// Sums over the numbers of each series.
  func sums() -> Sums {
    cvectors_sums(rows, times, count, exchange)
    return Sums(
      count: row(0), times: row(1), timeSquares: row(2), numbers: row(3), products: row(4))
  }

  /// Sums over what a line for each series leaves.
  func rests(constants: Lanes, slopes: Lanes) -> Rests {
    set(3, constants)
    set(4, slopes)
    cvectors_rests(rows, times, count, place(3), place(4), exchange)
    return Rests(sum: row(0), products: row(1), squares: row(2), neighbours: row(3))
  }

  private func place(_ index: Int) -> UnsafeMutablePointer<Double> {
    exchange + Self.width * index
  }

  private func row(_ index: Int) -> Lanes {
    UnsafeRawPointer(place(index)).load(as: Lanes.self)
  }

  private func set(_ index: Int, _ lanes: Lanes) {
    UnsafeMutableRawPointer(place(index)).storeBytes(of: lanes, as: Lanes.self)
  }
}
