/// Some of the series of a plain text, one after the other, with a place for each year.
struct PlainChunk {
  /// Which of all series they are.
  let series: Range<Int>
  /// The number of the part of the file; nil where they are from all over it.
  let part: Int?
  /// Which of them have their values here, by their places; nil where all have.
  let kept: [Int]?
  /// For each of these series a value for each year; not a number where there is none.
  let values: [Double]
  /// How many decimals each is written with.
  let decimals: [UInt8]
  /// The places of the statuses; none where all are normal.
  let statuses: [UInt8]
}

/// The values of the series of a plain text, in pieces of the file or sorted by series.
enum PlainValues: Sendable {
  /// The rows of a part of the file, a series each.
  struct Part: Sendable {
    let number: Int
    let series: Range<Int>
    /// The places of the series whose values are kept; nil where all are.
    let kept: [Int]?
    let values: [Double]
    let decimals: [UInt8]
  }

  /// The values one by one, sorted by series and year.
  struct Sorted: Sendable {
    /// Where the values of each series begin, and the end of the last.
    let starts: [Int]
    let years: [UInt16]
    let values: [Double]
    let decimals: [UInt8]
    /// The places of the statuses; none where all are normal.
    let statuses: [UInt8]
    /// The place of the normal status, which years without a row have.
    let normal: UInt8
  }

  case parts([Part])
  case sorted(Sorted)

  /// How many series a chunk has where they are sorted.
  private static let size = 256

  /// In how many chunks the series come.
  var chunkCount: Int {
    switch self {
    case .parts(let parts): parts.count
    case .sorted(let sorted): (sorted.starts.count - 1 + Self.size - 1) / Self.size
    }
  }

  /// A chunk of series.
  ///
  /// - Parameter years: the years that have a value, ascending.
  func chunk(_ number: Int, years: [Int]) -> PlainChunk {
    switch self {
    case .parts(let parts):
      let part = parts[number]
      return PlainChunk(
        series: part.series, part: part.number, kept: part.kept, values: part.values,
        decimals: part.decimals, statuses: [])
    case .sorted(let sorted):
      let first = number * Self.size
      return sorted.chunk(first..<min(first + Self.size, sorted.starts.count - 1), years)
    }
  }

  /// A chunk that has a series.
  func chunk(of series: Int, years: [Int]) -> PlainChunk {
    switch self {
    case .parts(let parts): chunk(Self.place(of: series, in: parts), years: years)
    case .sorted(let sorted): sorted.chunk(series..<series + 1, years)
    }
  }

  /// The value of a series in a year, where all are kept; not a number where there is none.
  ///
  /// - Parameters:
  ///   - place: that of the year among those that have a value.
  ///   - count: how many those are.
  func value(of series: Int, year: Int, at place: Int, of count: Int) -> Double {
    switch self {
    case .parts(let parts):
      let part = parts[Self.place(of: series, in: parts)]
      return part.values[(series - part.series.lowerBound) * count + place]
    case .sorted(let sorted):
      let found = (sorted.starts[series]..<sorted.starts[series + 1]).first {
        Int(sorted.years[$0]) == year
      }
      return found.map { sorted.values[$0] } ?? .nan
    }
  }

  /// Which of the parts has a series.
  private static func place(of series: Int, in parts: [Part]) -> Int {
    var (low, high) = (0, parts.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if parts[middle].series.lowerBound <= series { low = middle } else { high = middle - 1 }
    }
    return low
  }
}

extension PlainValues.Sorted {
  /// The values of some series, with a place for each year.
  fileprivate func chunk(_ series: Range<Int>, _ years: [Int]) -> PlainChunk {
    let first = series.lowerBound
    var values = [Double](repeating: .nan, count: series.count * years.count)
    var decimals = [UInt8](repeating: 0, count: values.count)
    var statuses = [UInt8](
      repeating: normal, count: self.statuses.isEmpty ? 0 : values.count)
    var placeOfYear = [Int](repeating: 0, count: (years.last ?? 0) + 1)
    for (place, year) in years.enumerated() { placeOfYear[year] = place }
    for one in series {
      for index in starts[one]..<starts[one + 1] {
        let place = (one - first) * years.count + placeOfYear[Int(self.years[index])]
        values[place] = self.values[index]
        decimals[place] = self.decimals[index]
        if !statuses.isEmpty { statuses[place] = self.statuses[index] }
      }
    }
    return PlainChunk(
      series: series, part: nil, kept: nil, values: values, decimals: decimals,
      statuses: statuses)
  }

  /// Sorts values by series and year; nil where a series has two of one year.
  ///
  /// - Parameters:
  ///   - isNormal: whether all statuses are.
  ///   - normal: the place of the normal status, behind those of the file.
  init?(_ total: PlainTotal, _ series: PlainSeries, isNormal: Bool, normal: Int) {
    guard let normal = UInt8(exactly: normal) else { return nil }
    let count = total.pieces.reduce(0) { $0 + $1.piece.rows }
    let seriesCount = series.all.count
    var starts = [Int](repeating: 0, count: seriesCount + 1)
    for (thread, piece) in total.pieces {
      let map = series.maps[thread]
      for number in piece.series { starts[Int(map[Int(number)]) + 1] += 1 }
    }
    for series in 0..<seriesCount { starts[series + 1] += starts[series] }
    var next = starts
    var years = [UInt16](repeating: 0, count: count)
    var values = [Double](repeating: 0, count: count)
    var decimals = [UInt8](repeating: 0, count: count)
    var statuses = [UInt8](repeating: 0, count: isNormal ? 0 : count)
    for (thread, piece) in total.pieces {
      let map = series.maps[thread]
      let statusMap =
        isNormal
        ? [] : total.words.maps.last?[thread].map { UInt8(truncatingIfNeeded: $0) } ?? []
      for row in 0..<piece.rows {
        let series = Int(map[Int(piece.series[row])])
        let place = next[series]
        next[series] += 1
        years[place] = piece.years[row]
        values[place] = piece.values[row]
        decimals[place] = piece.decimals[row]
        if !isNormal { statuses[place] = statusMap[Int(piece.statuses[row])] }
      }
    }
    for series in 0..<seriesCount {
      let range = starts[series]..<starts[series + 1]
      var isAscending = true
      for index in range.dropFirst() where years[index] <= years[index - 1] { isAscending = false }
      if isAscending { continue }
      let order = range.sorted { years[$0] < years[$1] }
      let sorted = order.map { (years[$0], values[$0], decimals[$0]) }
      let sortedStatuses = isNormal ? [] : order.map { statuses[$0] }
      for (place, index) in range.enumerated() {
        (years[index], values[index], decimals[index]) = sorted[place]
        if !isNormal { statuses[index] = sortedStatuses[place] }
        // A missing value in a year that has one too is a matter of rows.
        if place > 0, years[index] == years[index - 1] { return nil }
      }
    }
    (self.starts, self.years, self.values) = (starts, years, values)
    (self.decimals, self.statuses, self.normal) = (decimals, statuses, normal)
  }
}
