/// A series in a few numbers.
///
/// ```swift
/// let description = world.described()
/// print(description.maximum?.year ?? 0, description.gaps)  // 2019 23
/// ```
public struct Description: Sendable {
  /// The series.
  public let series: Series
  /// The years between the first and the last that have no value.
  public let gaps: Int
  /// The mean of the values.
  public let mean: Double?
  /// The observation with the smallest value, the earliest of equals.
  public let minimum: Observation?
  /// The observation with the largest value, the earliest of equals.
  public let maximum: Observation?
  /// The annual rate of change (log) from the first to the last value, in per cent.
  public let logRate: Double?
  /// What a reader has to know of it.
  public let caveats: [Caveat]
}

extension Series {
  /// The series in a few numbers: count, range, mean, yearly growth.
  public func described() -> Description {
    let span = try? span(nil, interpolation: nil)
    let rate = span.flatMap { span in
      GrowthDefinition.log.rate(from: span.start.value, to: span.end.value, years: span.years)
    }
    let values = observations.map(\.value)
    return Description(
      series: self,
      gaps: (years.last ?? 0) - (years.first ?? 0) + (years.isEmpty ? 0 : 1) - years.count,
      mean: values.isEmpty ? nil : values.reduce(0, +) / Double(values.count),
      minimum: observations.min { $0.value < $1.value },
      maximum: observations.reduce(nil) { best, point in
        best.map { point.value > $0.value ? point : $0 } ?? point
      }, logRate: rate,
      caveats: span.map { caveats(of: $0, definition: nil) } ?? caveats)
  }
}
