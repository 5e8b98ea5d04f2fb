/// How a value between two observations is made.
public enum Interpolation: String, Sendable, Hashable, CaseIterable {
  /// Along a straight line.
  case linear
  /// At a constant rate: along a straight line in the logarithm.
  case log
}

extension Series {
  /// The value of a year between two observations, as an observation with status I (imputed), or
  /// the observation itself.
  ///
  /// Nil outside the observed years, and for `log` where a neighbour is not positive.
  func interpolated(at year: Int, by method: Interpolation) -> Observation? {
    if let observed = self[year] { return observed }
    guard let before = observations.last(where: { $0.year < year }),
      let after = observations.first(where: { $0.year > year })
    else { return nil }
    let share = Double(year - before.year) / Double(after.year - before.year)
    let value: Double
    switch method {
    case .linear:
      value = before.value + share * (after.value - before.value)
    case .log:
      guard before.value > 0, after.value > 0 else { return nil }
      value = before.value * Numerics.exp(share * Numerics.log(after.value / before.value))
    }
    return Observation(
      year: year, value: value, halfUnit: max(before.halfUnit, after.halfUnit), status: .imputed,
      lines: before.lines + after.lines)
  }
}

extension Series {
  /// Between which years a year lies, and that their values are estimates where they are.
  func neighbours(of year: Int) -> String {
    let points = [observations.last { $0.year < year }, observations.first { $0.year > year }]
      .compactMap(\.self)
    let years = points.map { "\($0.year)" }.joined(separator: " and ")
    let marks = orderedUnique(points.map(\.status).filter { $0 != .normal })
      .map { "\($0.name) (\($0.rawValue))" }
    return "between \(years)"
      + (marks.isEmpty ? "" : ", which are marked as \(marks.joined(separator: " or ")),")
  }
}
