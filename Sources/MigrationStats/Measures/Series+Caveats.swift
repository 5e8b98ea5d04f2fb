extension Series {
  /// What a reader of a rate over the span has to know: what was found in the figures first, then
  /// what the catalogue knows of them.
  func caveats(of span: Span, definition: GrowthDefinition?) -> [Caveat] {
    var found = span.caveats
    found += breaks.filter { span.start.year < $0.year && $0.year <= span.end.year }.map { known in
      Caveat(
        "break", year: known.year,
        [known.text, known.effectText].compactMap(\.self).joined(separator: " "))
    }
    found += span.observations.dropFirst().filter { point in
      (point.status == .breakInSeries || point.status == .definitionDiffers)
        && !breaks.contains { $0.year == point.year }
    }.map { point in
      Caveat(
        "break", year: point.year,
        "The publisher marks \(point.year) as \(point.status.name) (\(point.status.rawValue)): the "
          + "rate runs across it.")
    }
    found += pointCaveats(span, definition)
    found += [span.start, span.end].filter { $0.value == 0 }.map { point in
      Caveat(
        "zero", year: point.year,
        "The value of \(point.year) is zero: make sure that it means none, and not that nothing was "
          + "recorded.")
    }
    found += precisionCaveats(span)
    found += roundingCaveats(span, definition)
    found += statusCaveats(span, definition)
    found += attributeCaveats(span)
    found += jumpCaveats(span)
    let years = span.start.year...span.end.year
    let withheld = suppressedYears.filter { years.contains($0) }
    if !withheld.isEmpty {
      found.append(
        Caveat(
          "suppressed",
          "The values of \(withheld.map { "\($0)" }.joined(separator: ", ")) are suppressed: known, "
            + "withheld, and neither missing nor zero."))
    }
    return found + caveats.filter { $0.year.map { years.contains($0) } ?? true }
  }

  private func pointCaveats(_ span: Span, _ definition: GrowthDefinition?) -> [Caveat] {
    guard span.observations.count == 2 else { return [] }
    if span.years == 1 {
      guard definition == .leastSquares else { return [] }
      let text = "A line through two points has no scatter about it: the rate has no interval."
      return [Caveat("two-points", text)]
    }
    return [
      Caveat(
        "two-points",
        "The rate rests on two points only, \(span.start.year) and \(span.end.year); nothing is "
          + "known of the path between them.")
    ]
  }

  private func precisionCaveats(_ span: Span) -> [Caveat] {
    [span.start, span.end].compactMap { point in
      point.exact.map { digits in
        Caveat(
          "precision", year: point.year,
          "The value of \(point.year) is \(digits), which has more digits than numbers are computed "
            + "with: it is taken as \(Numerals.exact(point.value)).")
      }
    }
  }

  private func roundingCaveats(_ span: Span, _ definition: GrowthDefinition?) -> [Caveat] {
    var found: [Caveat] = []
    if definition != .leastSquares { found += boundCaveats(span) }
    let zeros = [span.start, span.end].filter { $0.bound == .exact && $0.seemsRounded }
    if !zeros.isEmpty {
      let figures = zeros.map { "\(Numerals.grouped($0.value)) (\($0.year))" }
      found.append(
        Caveat(
          "rounding",
          "\(figures.joined(separator: " and ")) may be rounded, as the zeros suggest; the interval "
            + "takes every digit for known."))
    }
    // Half a hundredth of a point is what a rate printed with two decimals hides.
    let exact = [span.start, span.end].filter { $0.bound == .exact }
    let visible = exact.contains { point in
      point.value != 0 && 100 * point.halfUnit / abs(point.value) / span.years > 0.001
    }
    if visible, definition != .leastSquares {
      let ranges = exact.map { point in
        "\(Numerals.grouped(point.value)) (\(point.year)) stands for "
          + "\(Numerals.grouped(point.value - point.halfUnit)) to "
          + "\(Numerals.grouped(point.value + point.halfUnit))"
      }
      found.append(
        Caveat(
          "rounding",
          "The figures are taken as rounded to the last digit given: "
            + "\(ranges.joined(separator: "; ")). The interval of the rate is what this allows."))
    }
    return found
  }

  /// A bound at the end pushes the rate the same way, one at the start the other way.
  private func boundCaveats(_ span: Span) -> [Caveat] {
    func side(_ point: Observation) -> Int {
      point.bound == .over ? 1 : point.bound == .under ? -1 : 0
    }
    let directions = Set([-side(span.start), side(span.end)]).subtracting([0])
    let effect =
      switch directions {
      case [1]: "The rate and the ratio are lower bounds as well; their interval is open above."
      case [-1]: "The rate and the ratio are upper bounds as well; their interval is open below."
      default: "The bounds pull the rate both ways: it is no bound, and its interval is open."
      }
    return [span.start, span.end].filter { $0.bound != .exact }.map { point in
      let words =
        point.attributes["words"] ?? "\(point.bound.rawValue) \(Numerals.grouped(point.value))"
      let kind = point.bound == .over ? "lower" : "upper"
      return Caveat(
        "bound", year: point.year,
        "The figure for \(point.year), ‘\(words)’, is a \(kind) bound. \(effect)")
    }
  }

  private func statusCaveats(_ span: Span, _ definition: GrowthDefinition?) -> [Caveat] {
    var found: [Caveat] = []
    let marked: Set<Status> = [
      .missing, .cannotExist, .notCollected, .imputed, .forecast, .provisional, .lowReliability,
      .experimental,
    ]
    for point in [span.start, span.end] where marked.contains(point.status) {
      if span.caveats.contains(where: { $0.kind == "interpolated" && $0.year == point.year }) {
        continue
      }
      found.append(
        Caveat(
          "status", year: point.year,
          "The publisher marks the value of \(point.year) as \(point.status.name) "
            + "(\(point.status.rawValue))."))
    }
    let guesses = [span.start, span.end].filter { $0.status == .estimated }
    if definition != .leastSquares, !guesses.isEmpty {
      let years = guesses.map { "\($0.year)" }.joined(separator: " and ")
      found.append(
        Caveat(
          "status",
          "The publisher estimated the values of \(years) (E). The interval of an end-point rate is "
            + "that of the last digit and says nothing of the error of an estimate."))
    }
    let estimated = span.observations.count { $0.status == .estimated || $0.status == .imputed }
    if definition == .leastSquares, estimated > 0 {
      found.append(
        Caveat(
          "status",
          "\(estimated) of the \(span.observations.count) values are estimates, not observations: "
            + "the interval shows their scatter about the line, not how well they are known."))
    }
    return found
  }

  private func attributeCaveats(_ span: Span) -> [Caveat] {
    var found: [Caveat] = []
    let (first, last) = (span.start.attributes, span.end.attributes)
    let type = "type_of_data"
    if let before = first[type], let after = last[type], before != after {
      found.append(
        Caveat(
          "type-of-data", year: span.end.year,
          "The type of data changes from ‘\(before)’ (\(span.start.year)) to ‘\(after)’ (\(span.end.year))."
        ))
    }
    let noted = orderedUnique(
      ["note", "notes"].flatMap { [first[$0], last[$0]] }.compactMap(\.self))
    found += noted.map { Caveat("territory", "The publisher notes of \(area.name): \($0).") }
    return found
  }

  private func jumpCaveats(_ span: Span) -> [Caveat] {
    let pairs = zip(span.observations, span.observations.dropFirst()).filter { before, after in
      before.value > 0 && after.value > 0
        && !breaks.contains { before.year < $0.year && $0.year <= after.year }
    }
    func size(_ pair: (Observation, Observation)) -> Double {
      abs(Numerics.log(pair.1.value / pair.0.value))
    }
    // Three times as much, or a third, within seven years or so.
    let jumps = pairs.filter { pair in
      size(pair) >= Numerics.log(3) && size(pair) >= 0.15 * Double(pair.1.year - pair.0.year)
    }
    guard let (before, after) = jumps.max(by: { size($0) < size($1) }) else { return [] }
    let ratio = after.value / before.value
    let factor =
      ratio > 1
      ? "\(Numerals.rounded(ratio, decimals: 1)) times as much"
      : "one part in \(Numerals.rounded(1 / ratio, decimals: 1))"
    return [
      Caveat(
        "implausible", year: after.year,
        "From \(before.year) to \(after.year) the value goes from \(Numerals.grouped(before.value)) to "
          + "\(Numerals.grouped(after.value)), \(factor): check it for a break, a change of coverage or "
          + "a slip before citing.")
    ]
  }
}

extension Observation {
  /// Whether a whole number of six digits or more ends in five zeros or more, and nothing says that
  /// it is rounded.
  fileprivate var seemsRounded: Bool {
    halfUnit == 0.5 && abs(value) >= 1e5 && value.truncatingRemainder(dividingBy: 1e5) == 0
  }
}
