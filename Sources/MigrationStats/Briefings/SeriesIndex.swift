/// The series of the holdings, found by topic and place, and all values in order of size.
struct SeriesIndex: Sendable {
  /// A series with its years and values beside each other.
  struct Line: Sendable {
    let series: Series
    let holding: String
    let isClaim: Bool
    let vintage: String
    let publisher: String
    let years: [Int]
    let values: [Double]

    /// The value of a year; nil where there is none.
    func value(_ year: Int) -> Double? {
      var (low, high) = (0, years.count - 1)
      while low <= high {
        let middle = (low + high) / 2
        if years[middle] == year { return values[middle] }
        if years[middle] < year { low = middle + 1 } else { high = middle - 1 }
      }
      return nil
    }

    /// The value of a year, on the straight line between its neighbours where it has none.
    func interpolated(_ year: Int) -> Double? {
      if let value = value(year) { return value }
      guard let after = years.firstIndex(where: { $0 > year }), after > 0 else { return nil }
      let (first, last) = (years[after - 1], years[after])
      let share = Double(year - first) / Double(last - first)
      return values[after - 1] + share * (values[after] - values[after - 1])
    }
  }

  /// All series.
  let lines: [Line]
  /// The lines of a place, by its code.
  private let byArea: [String: [Int]]
  /// The lines of all countries, by holding, keys and vintage.
  private let sisters: [Sisters: [Int]]
  /// All values of a unit by size.
  private let sorted: [String: [Double]]
  /// The vintages that took the place of others, and those of data with no other vintage.
  let leading: Set<String>
  /// Each vintage and those that took its place, theirs included.
  private let successors: [String: Set<String>]

  private struct Sisters: Hashable {
    let holding: String
    let keys: [Series.Key]
    let vintage: String
  }

  init(_ holdings: [Holdings.Holding]) {
    var lines: [Line] = []
    var direct: [String: Set<String>] = [:]
    for holding in holdings {
      let known = holding.package?.migrationstats
      for vintage in known?.vintages ?? [] {
        direct[vintage.id, default: []].formUnion(vintage.supersededBy ?? [])
      }
      let publishers = Dictionary(
        (known?.vintages ?? []).map { ($0.id, $0.publisher) },
        uniquingKeysWith: { first, _ in first })
      for series in holding.panel.allSeries {
        let vintage = series.vintage ?? holding.name
        lines.append(
          Line(
            series: series, holding: holding.name, isClaim: known?.claim == true, vintage: vintage,
            publisher: publishers[vintage] ?? "", years: series.observations.map(\.year),
            values: series.observations.map(\.value)))
      }
    }
    self.lines = lines
    var byArea: [String: [Int]] = [:]
    var sisters: [Sisters: [Int]] = [:]
    var sorted: [String: [Double]] = [:]
    for (index, line) in lines.enumerated() {
      byArea[line.series.area.code ?? line.series.area.name, default: []].append(index)
      if line.series.area.kind == .country {
        sisters[Self.sisters(line), default: []].append(index)
      }
      if !line.isClaim { sorted[line.series.unit.name, default: []] += line.values }
    }
    self.byArea = byArea
    self.sisters = sisters
    self.sorted = sorted.mapValues { $0.sorted() }
    var closed = direct
    for _ in 0..<direct.count {
      for (vintage, later) in closed {
        closed[vintage] = later.union(later.flatMap { closed[$0] ?? [] })
      }
    }
    successors = closed
    let later = Set(closed.values.flatMap(\.self))
    let alone = holdings.compactMap { holding in
      let vintages = holding.package?.migrationstats.vintages ?? []
      return vintages.count == 1 ? vintages[0].id : vintages.isEmpty ? holding.name : nil
    }
    leading = later.union(alone)
  }

  private static func sisters(_ line: Line) -> Sisters {
    Sisters(holding: line.holding, keys: line.series.keys, vintage: line.vintage)
  }

  /// The lines of a topic in a place.
  func lines(_ topic: Vocabulary.Topic, in codes: [String]) -> [Int] {
    codes.flatMap { byArea[$0] ?? [] }.filter { index in
      let line = lines[index]
      return topic.targets.contains { target in
        target.holding == line.holding
          && target.keys.allSatisfy { key in
            line.series.keys.contains { $0.name == key.key && $0.value == key.value }
          }
      }
    }
  }

  /// The lines of places, whatever they measure.
  func lines(named codes: [String]) -> [Int] { codes.flatMap { byArea[$0] ?? [] } }

  /// The countries beside a line: of the same data, keys and vintage.
  func countries(beside line: Int) -> [Int] { sisters[Self.sisters(lines[line])] ?? [] }

  /// A series of the same place and quantity in a vintage that took the place of another, with
  /// values for some years.
  func newer(than vintage: String, _ series: Series, _ years: [Int]) -> Int? {
    lines(named: [series.area.code ?? series.area.name]).first { index in
      let line = lines[index]
      return isSuperseded(vintage, by: line.vintage) && line.series.unit == series.unit
        && line.series.quantity.name == series.quantity.name
        && (line.series.keys == series.keys
          || series.keys.allSatisfy { Holdings.isWhole($0.value) } && line.series.keys.isEmpty)
        && years.allSatisfy { line.value($0) != nil }
    }
  }

  /// Whether another vintage took the place of one.
  func isSuperseded(_ vintage: String, by other: String) -> Bool {
    successors[vintage]?.contains(other) == true
  }

  /// How many values of a unit lie in an interval.
  func count(_ unit: String, from lower: Double?, to upper: Double?) -> Int {
    guard let values = sorted[unit] else { return 0 }
    func first(_ isBeyond: (Double) -> Bool) -> Int {
      var (low, high) = (0, values.count)
      while low < high {
        let middle = (low + high) / 2
        if isBeyond(values[middle]) { high = middle } else { low = middle + 1 }
      }
      return low
    }
    let from = lower.map { lower in first { $0 >= lower } } ?? 0
    let to = upper.map { upper in first { $0 > upper } } ?? values.count
    return max(0, to - from)
  }
}
