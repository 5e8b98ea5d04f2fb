extension Figure {
  /// What stands under the sentence wherever it is printed: what distorts the figure, and the figure
  /// like for like where there is one.
  public var note: [String] {
    let grave = caveats.filter(isGrave).map(\.text)
    // How the like-for-like figure is made stands beside it.
    let basis = grave.filter { $0.hasPrefix("Like for like") }
    var note = grave.filter { !$0.hasPrefix("Like for like") } + basis
    if let matched { note.append("Like for like: \(signed(matched)).") }
    return orderedUnique(note)
  }

  /// What else a reader of the data has to know.
  public var remarks: [String] {
    let note = Set(note)
    return orderedUnique(caveats.map(\.text)).filter { !note.contains($0) }
  }

  /// Whether a caveat concerns this number rather than the data as a whole.
  private func isGrave(_ caveat: Caveat) -> Bool {
    switch caveat.kind {
    case "break", "interpolated", "estimated", "span", "bound", "implausible", "ties", "status",
      "suppressed",
      "horizon", "extrapolation", "constant", "single-year", "claim":
      true
    case "coverage":
      caveat.year != nil
        || series.aggregation == .sumOfReporters && series.area.kind == .aggregate
          && !caveats.contains { $0.kind == "coverage" && $0.year != nil }
    case "zero", "territory", "provisional", "definition": caveat.year != nil
    default: false
    }
  }

  /// What the number is, in words.
  public var definition: String {
    switch recipe.operation {
    case .level: "level: \(provenance.formula)"
    case .change: "change from the first year to the last: \(provenance.formula)"
    case .changePercent: "change as a percentage of the first value: \(provenance.formula)"
    case .ratio: "ratio of the last value to the first: \(provenance.formula)"
    case .annualRate:
      "average annual rate of growth (\(recipe.definition ?? "")): \(provenance.formula)"
    case .doublingTime:
      "doubling time at the log rate, below zero where the series halves: \(provenance.formula)"
    case .index: "index: \(provenance.formula)"
    case .share: "share in per cent: \(provenance.formula)"
    case .rank: "rank, the largest first: \(provenance.formula)"
    case .forecast: "forecast by the \(recipe.model ?? "") model: \(provenance.formula)"
    }
  }

  /// The value with every digit.
  public var exactValue: String { "\(Numerals.exact(value))\(unitInWords)" }

  /// How the printed number came from the value.
  public var roundingInWords: String {
    isPrintedInFull ? "printed in full" : "printed as \(display), \(rounding.rule)"
  }

  /// The interval and what it allows for; nil where there is none.
  public var intervalInWords: String? {
    guard let interval else { return nil }
    // As many digits as it takes to tell the ends apart, up to nine.
    let digits = [6, 9].first { digits in
      Set(
        [interval.lower, interval.upper].map { $0.map { Numerals.significant($0, digits: digits) } }
      )
      .count == 2
    }
    func end(_ value: Double) -> String { Numerals.significant(value, digits: digits ?? 9) }
    let ends: String
    switch (interval.lower, interval.upper) {
    case (nil, nil): return nil
    case (let lower?, nil): ends = "\(end(lower))\(unitInWords) or more"
    case (nil, let upper?): ends = "\(end(upper))\(unitInWords) or less"
    case (.some, .some) where digits == nil: ends = "narrower than nine digits show"
    case (let lower?, let upper?): ends = "\(end(lower)) to \(end(upper))\(unitInWords)"
    }
    switch interval.kind {
    case .rounding: return "\(ends): what the rounding of the data allows"
    case .confidence(let level):
      let name = recipe.operation == .forecast ? "prediction" : "confidence"
      return "\(ends): \(name) interval of \(Numerals.grouped(100 * level)) per cent"
    }
  }

  private var unitInWords: String {
    switch unit {
    case "not stated", "rank": ""
    case _ where recipe.operation == .index: ""
    default: " \(unit)"
    }
  }

  /// A value of the figure's unit with its unit, and with its sign where it is a change.
  private func signed(_ value: Double) -> String {
    let sign = value > 0 && recipe.operation.isChange ? "+" : ""
    if unit == "per cent a year" { return "\(sign)\(rounding.text(value)) \(unit)" }
    return sign + text(of: value) + (["persons", "times"].contains(unit) ? " \(unit)" : "")
  }

  private var isPrintedInFull: Bool {
    let digits = Numerals.grouped(value, decimals: rounding.decimals).filter { $0 != "," }
    return rounding.scale == .one && Double(digits) == value
  }
}
