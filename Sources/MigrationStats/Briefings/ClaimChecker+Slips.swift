extension ClaimChecker {
  func off(_ claim: Claim, _ now: Candidate, _ pool: [Candidate]) -> Assessment {
    var found = describe(claim, now, pool, .off)
    let value = now.value
    let target = claim.number.value
    let isTooLow = claim.upper.map { value > $0 } ?? false
    found.notes.append(
      "The catalogue has \(list(pool, claim)): the text is \(isTooLow ? "too low" : "too high") by "
        + "\(distance(abs(target - value), claim, now.line))"
        + ([.level, .change, .sum, .difference].contains(claim.form) && value != 0
          ? " (\(Numerals.rounded(100 * abs(target - value) / abs(value), decimals: 1)) %)." : "."))
    for (factor, words) in [(1e3, "a thousand"), (1e6, "a million")] {
      for turned in [target * factor, target / factor] where value != 0 {
        if abs(turned / value - 1) < 0.03 {
          found.notes.append(
            "It is \(words) times too \(turned > target ? "small" : "large"): was million or billion mistaken?"
          )
        }
      }
    }
    if let other = likeForLike(claim, now) {
      found.notes.append(other.note)
    } else {
      found = found.adding(breakNote(now, or: []))
    }
    let years = now.years
    if claim.ends != nil, years.count == 2, claim.form != .level {
      found.notes.append(
        "No single vintage has both ends as the sentence gives them: do two vintages meet in it "
          + "(mixed-vintage)?")
    }
    return found
  }

  /// How far two values of the claim's form lie apart: percentages by points.
  func distance(_ value: Double, _ claim: Claim, _ line: Int) -> String {
    switch claim.form {
    case .share, .changePercent, .annualRate:
      Numerals.rounded(value, decimals: 2) + " percentage points"
    case .rank: value == 1 ? "one place" : "\(Int(value)) places"
    default: text(value, claim, line)
    }
  }

  /// A number that is right of something else than it is called.
  func definitionSlip(_ claim: Claim, _ now: Candidate) -> Assessment? {
    if claim.form == .change, now.years.count == 2,
      let level = index.lines[now.line].value(now.years[1]),
      fits(claim, level)
        || claim.lower.map({ -level >= $0 && -level <= claim.upper ?? -level }) ?? false
    {
      return describe(claim, now, [], .definition).adding(
        "\(text(level, claim, now.line)) is the level of \(now.years[1]); the change is "
          + "\(text(now.value, claim, now.line)).")
    }
    if claim.form == .changePercent, claim.whole != nil {
      var points = claim
      points.form = .percentagePoints
      if let value = candidate(points, now.line), fits(claim, value.value) {
        return describe(points, value, [], .definition).adding(
          "The share moved by \(Numerals.rounded(value.value, decimals: 2)) percentage points; in "
            + "per cent that is another number.")
      }
    }
    if claim.form == .percentagePoints {
      var percent = claim
      percent.form = .changePercent
      if let value = candidate(percent, now.line), fits(claim, value.value) {
        return describe(percent, value, [], .definition).adding(
          "That is the change in per cent; in percentage points the share moved by "
            + "\(Numerals.rounded(now.value, decimals: 2)).")
      }
    }
    return nil
  }
}
