/// The line of a series over the years: in stretches that may be joined, and the marks on them.
///
/// Nothing is joined in silence: not across a break, and not over years for which a value is lacking
/// unless interpolation is asked for, which is drawn otherwise.
struct Trace {
  /// Values next to one another in time and of one kind.
  let stretches: [[Observation]]
  /// Pairs of values between which the years were interpolated.
  let bridges: [(from: Observation, to: Observation)]
  /// Years that were made between two values.
  let made: [Observation]
  /// The first and last year that lacks a value between two others.
  let gaps: [ClosedRange<Int>]
  /// The breaks that lie between two values.
  let breaks: [Break]

  init(_ series: Series, interpolation: Interpolation?) {
    let points = series.observations
    let usual = series.usualStep
    var stretches: [[Observation]] = []
    var bridges: [(Observation, Observation)] = []
    var gaps: [ClosedRange<Int>] = []
    var breaks: [Break] = []
    for point in points {
      guard let last = stretches.last?.last else {
        stretches.append([point])
        continue
      }
      let crossed = series.breaks.filter { last.year < $0.year && $0.year <= point.year }
      if !crossed.isEmpty {
        breaks += crossed
        stretches.append([point])
      } else if point.year - last.year > usual {
        if interpolation != nil {
          bridges.append((last, point))
        } else {
          gaps.append(last.year + 1...point.year - 1)
        }
        stretches.append([point])
      } else {
        stretches[stretches.count - 1].append(point)
      }
    }
    self.stretches = stretches
    self.bridges = bridges.map { (from: $0.0, to: $0.1) }
    self.gaps = gaps
    self.breaks = breaks
    made =
      interpolation.map { method in
        bridges.flatMap { from, to in
          (from.year + 1..<to.year).compactMap { series.interpolated(at: $0, by: method) }
        }
      } ?? []
  }
}

extension Series {
  /// The years from one value to the next, as they mostly are; the longer of two that are as common.
  var usualStep: Int {
    var counts: [Int: Int] = [:]
    for (year, next) in zip(years, years.dropFirst()) { counts[next - year, default: 0] += 1 }
    return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 1
  }
}
