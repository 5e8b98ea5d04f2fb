/// A series as a line of small blocks, one a stretch of years, from its lowest value to its highest.
struct Sparkline {
  /// The blocks; a stretch without a value is a blank.
  let text: String

  private static let blocks = Array("▁▂▃▄▅▆▇█")

  /// - Parameter width: the most blocks; each stands for as many years as it takes.
  init(_ series: Series, width: Int = 12) {
    guard let first = series.years.first, let last = series.years.last, first < last else {
      text = series.years.isEmpty ? "" : String(Self.blocks[3])
      return
    }
    let steps = (Double(last - first) / Double(series.usualStep)).rounded()
    let count = min(width, Int(steps) + 1)
    let values = series.observations.map(\.value)
    let (low, high) = (values.min() ?? 0, values.max() ?? 0)
    var sums = [(sum: Double, count: Int)](repeating: (0, 0), count: count)
    for point in series.observations {
      let place = Double(point.year - first) / Double(last - first) * Double(count - 1)
      let index = Int(place.rounded())
      sums[index].sum += (point.value - low) / max(high - low, .leastNormalMagnitude)
      sums[index].count += 1
    }
    let line = sums.map { cell -> Character in
      guard cell.count > 0 else { return " " }
      if low == high { return Self.blocks[3] }
      let share = cell.sum / Double(cell.count)
      return Self.blocks[min(Self.blocks.count - 1, Int(share * Double(Self.blocks.count)))]
    }
    text = String(line)
  }
}
