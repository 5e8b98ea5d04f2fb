/// The two observations between which growth is computed, and how they were found.
struct Span {
  let start: Observation
  let end: Observation
  /// The observations from start to end, interpolated points not counted.
  let observations: [Observation]
  let caveats: [Caveat]

  /// The number of years from start to end.
  var years: Double { Double(end.year - start.year) }
}

extension Series {
  /// The span that the series supports inside the years asked for.
  ///
  /// A year between two observations is interpolated if that is asked for; otherwise the nearest
  /// observation inside the span takes its place, with a caveat. A year outside the observations
  /// is refused: nothing is extrapolated.
  ///
  /// - Throws: `MeasureError`: `noValue`, `outside` or `onePoint`, saying what there is.
  func span(_ asked: ClosedRange<Int>?, interpolation: Interpolation?) throws(MeasureError) -> Span
  {
    let place = Position(file: source)
    guard let first = observations.first, let last = observations.last else {
      let withheld = suppressedYears.isEmpty ? "" : "; \(suppressedYears.count) are suppressed"
      throw MeasureError(.noValue, of: title, "there is no value\(withheld)", at: place)
    }
    if observations.count == 1 {
      throw MeasureError(
        .onePoint, of: title, "there is one value (\(first.year)); growth needs two", at: place,
        remedy: "Find a second year, or read the level alone.")
    }
    let years = asked ?? first.year...max(first.year, last.year)
    for year in [years.lowerBound, years.upperBound]
    where year < first.year || year > last.year {
      throw MeasureError(
        .outside, of: title, "there is no value for \(year); there are values for \(yearsInWords)",
        at: place,
        remedy: "Choose years that it has, such as --years \(first.year)-\(last.year).")
    }
    var caveats: [Caveat] = []
    let start = end(at: years.lowerBound, towards: years.upperBound, interpolation, &caveats)
    let end = end(at: years.upperBound, towards: years.lowerBound, interpolation, &caveats)
    guard let start, let end, start.year < end.year else {
      let inside = observations.filter { years.contains($0.year) }.map { "\($0.year)" }
      throw MeasureError(
        .onePoint, of: title,
        "there is \(inside.isEmpty ? "no value" : "one value (\(inside[0]))") from "
          + "\(years.lowerBound) to \(years.upperBound); growth needs two", at: place,
        remedy: "There are values for \(yearsInWords). Choose a wider span"
          + (interpolation == nil ? ", or pass --interpolate linear." : "."))
    }
    return Span(
      start: start, end: end,
      observations: observations.filter { (start.year...end.year).contains($0.year) },
      caveats: caveats)
  }

  private func end(
    at year: Int, towards other: Int, _ interpolation: Interpolation?, _ caveats: inout [Caveat]
  ) -> Observation? {
    if let observed = self[year] { return observed }
    let before = observations.last { $0.year < year }
    let after = observations.first { $0.year > year }
    let reason = suppressedYears.contains(year) ? "is suppressed" : "has no value"
    let neighbours = [before, after].compactMap { $0.map { "\($0.year)" } }.joined(
      separator: " and ")
    if let interpolation, let made = interpolated(at: year, by: interpolation) {
      caveats.append(
        Caveat(
          "interpolated", year: year,
          "\(year) \(reason); it is interpolated (\(interpolation.rawValue)) between \(neighbours) "
            + "and is not an observation."))
      return made
    }
    let moved = year < other ? after : before
    if let moved {
      caveats.append(
        Caveat(
          "span", year: year,
          "\(year) \(reason) (\(neighbours) do); the span \(year < other ? "begins" : "ends") "
            + "at \(moved.year) instead."))
    }
    return moved
  }

  /// The years that have a value: a range where none is lacking, a list where it is short.
  var yearsInWords: String {
    guard let first = years.first, let last = years.last else { return "none" }
    if years.count == 1 { return "\(first) only" }
    if years.count == last - first + 1 { return "every year from \(first) to \(last)" }
    if years.count <= 10 { return years.map { "\($0)" }.joined(separator: ", ") }
    return "\(years.count) years from \(first) to \(last)"
  }
}
