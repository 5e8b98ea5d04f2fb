extension Figure {
  /// What stands under the sentence wherever it is printed: what distorts the figure, and the figure
  /// like for like where there is one.
  public var note: [String] {
    var note = caveats.filter { Self.isGrave($0) }.map(\.text)
    if let matched, !(matched.isNaN) {
      note.append("Like for like: \(signed(matched)).")
    }
    return orderedUnique(note)
  }

  /// What else a reader of the data has to know.
  public var remarks: [String] {
    let note = Set(note)
    return orderedUnique(caveats.map(\.text)).filter { !note.contains($0) }
  }

  /// Whether a caveat concerns this number rather than the data as a whole.
  private static func isGrave(_ caveat: Caveat) -> Bool {
    switch caveat.kind {
    case "break", "interpolated", "span", "bound", "implausible", "ties", "status", "suppressed",
      "zero", "horizon", "extrapolation", "constant", "single-year", "claim":
      true
    case "coverage", "territory", "provisional", "definition": caveat.year != nil
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
    let ends: String
    switch (interval.lower, interval.upper) {
    case (nil, nil): return nil
    case (let lower?, nil): ends = "\(end(lower)) or more"
    case (nil, let upper?): ends = "\(end(upper)) or less"
    case (let lower?, let upper?): ends = "\(end(lower)) to \(end(upper))"
    }
    switch interval.kind {
    case .rounding: return "\(ends)\(unitInWords): what the rounding of the data allows"
    case .confidence(let level):
      let name = recipe.operation == .forecast ? "prediction" : "confidence"
      return "\(ends)\(unitInWords): \(name) interval of \(Numerals.grouped(100 * level)) per cent"
    }
  }

  private var unitInWords: String {
    switch unit {
    case "not stated", "rank": ""
    default: " \(unit)"
    }
  }

  private func end(_ value: Double) -> String { Numerals.significant(value, digits: 6) }

  /// A value of the figure's unit with its sign and its unit.
  private func signed(_ value: Double) -> String {
    if unit == "per cent a year" { return "\(rounding.text(value)) per cent a year" }
    return text(of: value) + (unit == "persons" ? " persons" : unit == "times" ? " times" : "")
  }

  private var isPrintedInFull: Bool {
    let digits = Numerals.grouped(value, decimals: rounding.decimals).filter { $0 != "," }
    return rounding.scale == .one && Double(digits) == value
  }
}
