/// The least-squares lines of some series with nothing odd about them, and their ends.
///
/// Nothing odd: three values or more of normal status, in at least half of the years between the ends,
/// without a jump, the ends not rounded to hundred thousands. All others go the way of any series.
struct PlainLines: Sendable {
  /// A value and how it is written, of the year at a place.
  struct End: Sendable {
    let value: Double
    let year: UInt16
    let decimals: UInt8

    /// Whether a whole number has so many noughts that it may be rounded.
    fileprivate var seemsRounded: Bool {
      decimals == 0 && value >= 1e5 && (Int64(exactly: value).map { $0 % 100_000 == 0 } ?? true)
    }
  }

  /// A line with the ends of its series, in few bytes: a large file has very many.
  struct Ended: Sendable {
    private let slope, standardError, autocorrelation: Double
    private let firstValue, lastValue: Double
    private let (firstYear, lastYear, count): (UInt16, UInt16, UInt16)
    private let (firstDecimals, lastDecimals): (UInt8, UInt8)

    fileprivate init(_ line: LogLines.Line, first: End, last: End) {
      (slope, standardError) = (line.slope, line.standardError)
      autocorrelation = line.autocorrelation
      (firstValue, firstYear, firstDecimals) = (first.value, first.year, first.decimals)
      (lastValue, lastYear, lastDecimals) = (last.value, last.year, last.decimals)
      count = UInt16(line.count)
    }

    var line: LogLines.Line {
      LogLines.Line(
        slope: slope, standardError: standardError, autocorrelation: autocorrelation,
        count: Int(count), isSteady: true)
    }
    var first: End { End(value: firstValue, year: firstYear, decimals: firstDecimals) }
    var last: End { End(value: lastValue, year: lastYear, decimals: lastDecimals) }
  }

  /// The lines, by the places of their series.
  private(set) var lines: [Ended] = []
  /// The places of the other series.
  private(set) var others: [Int] = []

  /// Finds the lines of series.
  ///
  /// - Parameters:
  ///   - lines: those through logarithms at the years.
  ///   - values: of each series one for each year, not a number where there is none.
  ///   - decimals: how many each is written with.
  ///   - statuses: the places of the statuses; none where all are normal.
  ///   - isNormal: whether a status is.
  init(
    _ lines: LogLines, years: [Int], _ values: [Double], _ decimals: [UInt8],
    statuses: [UInt8] = [], isNormal: (UInt8) -> Bool = { _ in true }
  ) {
    let count = years.count
    let found = lines.map(values) { $0 }
    self.lines.reserveCapacity(found.count)
    values.withUnsafeBufferPointer { values in
      for (place, line) in found.enumerated() {
        let series = place * count..<(place + 1) * count
        guard line.state == .determined, line.count > 2, line.isSteady,
          let ends = Self.ends(values, series, years, observations: line.count),
          statuses.isEmpty || statuses[ends.first...ends.last].allSatisfy(isNormal)
        else {
          others.append(place)
          continue
        }
        func end(_ index: Int) -> End {
          End(
            value: values[index], year: UInt16(index - series.lowerBound),
            decimals: decimals[index])
        }
        let (first, last) = (end(ends.first), end(ends.last))
        if first.seemsRounded || last.seemsRounded {
          others.append(place)
        } else {
          self.lines.append(Ended(line, first: first, last: last))
        }
      }
    }
  }

  /// Where the first and the last value of a series are; nil where years are
  /// missing.
  private static func ends(
    _ values: UnsafeBufferPointer<Double>, _ series: Range<Int>, _ years: [Int],
    observations: Int
  ) -> (first: Int, last: Int)? {
    var (first, last) = (series.lowerBound, series.upperBound - 1)
    while values[first].isNaN { first += 1 }
    while values[last].isNaN { last -= 1 }
    let span = years[last - series.lowerBound] - years[first - series.lowerBound] + 1
    guard 2 * (span - observations) <= span else { return nil }
    return (first, last)
  }
}
