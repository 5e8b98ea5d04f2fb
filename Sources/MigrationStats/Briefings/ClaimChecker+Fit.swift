extension ClaimChecker {
  func fit(
    _ claim: Claim, _ best: Candidate, others: [Candidate], _ topic: Int
  ) -> Assessment {
    var found = describe(
      claim, best, others, isExact(claim, best.value) ? .confirmed : .confirmedRounded)
    if best.isInterpolated {
      found.verdict = .interpolated
      found.notes.append(
        "No vintage has a value for that year; between its neighbours \(list(others, claim)).")
    }
    if claim.isFlow, vocabulary.topics[topic].isStock, claim.form == .level {
      found.verdict = .definition
      return found.adding(
        "The number is a stock, the people living there, and the words call it a flow, people who moved."
      )
    }
    if let ahead = notAhead(claim, best) { found = found.adding(ahead).but(.ambiguous) }
    if claim.form == .level, let newer = revision(claim, best) { found = found.adding(newer) }
    if claim.form == .peak, let higher = beyond(claim, best) {
      found.verdict = .off
      return found.adding(
        "\(higher.year) has \(Numerals.grouped(higher.value)): that is \(claim.isHighest ? "higher" : "lower")."
      )
    }
    if let other = likeForLike(claim, best) {
      found.notes.append(other.note)
      if other.changesSign {
        found.verdict = .off
        found.value = other.value
      }
    } else if claim.isLikeForLike, let matched = matched(best.line, best.years) {
      found.notes.append(matched.caveat)
    } else {
      found = found.adding(breakNote(best, or: []))
    }
    if let far = farFrom(claim, best) { found = found.adding(far).but(.ambiguous) }
    if claim.isReached, claim.ends == nil, let before = before(claim, best),
      (best.value - before) * claim.direction < 0
    {
      found = found.adding(
        "Before it stood at \(text(before, claim, best.line)): it did not \(claim.direction > 0 ? "rise" : "fall") to it."
      ).but(.off)
    }
    if claim.form == .share, let known = laterTerritory(best) {
      found = found.adding("The two figures may not refer to the same territory: \(known.text)")
        .but(.ambiguous)
    }
    let dated = index.lines[best.line].series.caveats.filter { $0.year == best.years.last }
    for caveat in dated where claim.form == .level || claim.form == .peak {
      found.notes.append(caveat.text)
    }
    if claim.form == .level, let coverage = coverage(best) { found.notes.append(coverage) }
    return found
  }

  /// Of ‘second, behind Germany’: the note where Germany is not ahead, or has no value.
  private func notAhead(_ claim: Claim, _ best: Candidate) -> String? {
    guard claim.form == .rank, let year = best.years.first else { return nil }
    let own = index.lines[best.line].value(year)
    for places in claim.behind where !claim.areas.contains(places) {
      let other = sister(of: best.line, in: places).flatMap { index.lines[$0].value(year) }
      guard let own, let other, claim.isHighest ? other > own : other < own else {
        let name =
          places.first.flatMap { Concordance.standard.entry(code: $0)?.name } ?? "The other"
        return "\(name) is not known to be ahead."
      }
    }
    return nil
  }

  /// What a newer vintage without a value for the year makes likely, where that is another.
  private func revision(_ claim: Claim, _ best: Candidate) -> String? {
    guard let topic = claim.topic, let year = best.years.first, !best.isInterpolated else {
      return nil
    }
    let vintage = index.lines[best.line].vintage
    for line in lines(claim, topic) where index.isSuperseded(vintage, by: index.lines[line].vintage)
    {
      guard index.lines[line].value(year) == nil, let value = index.lines[line].interpolated(year),
        abs(value - best.value) > 0.1 * best.value, !fits(claim, value)
      else { continue }
      return
        "\(index.lines[line].vintage), which revises it, has no value for \(year); between its "
        + "neighbours it would be \(text(value, claim, line))."
    }
    return nil
  }

  /// ‘at least 100,000’ of eight million: true, and says something else.
  private func farFrom(_ claim: Claim, _ best: Candidate) -> String? {
    if claim.form == .level, let lower = claim.lower, let upper = claim.upper, lower > 0,
      upper > 1.5 * lower
    {
      return "True of so wide a range, which says little."
    }
    if claim.upper == nil, let lower = claim.lower, lower > 0, best.value > 1.5 * lower {
      return "True, and far above: \(text(best.value, claim, best.line))."
    }
    if claim.lower == nil, let upper = claim.upper, upper > 0, best.value < upper / 1.5 {
      return "True, and far below: \(text(best.value, claim, best.line))."
    }
    return nil
  }

  /// The value before, of the claim's form.
  private func before(_ claim: Claim, _ best: Candidate) -> Double? {
    let line = index.lines[best.line]
    guard let year = best.years.last, let place = line.years.lastIndex(where: { $0 < year }) else {
      return nil
    }
    guard claim.form == .share else { return line.values[place] }
    var former = claim
    former.years = [line.years[place]]
    return candidate(former, best.line)?.value
  }

  /// A change of territory after the year: the people of then may be counted within other borders
  /// than the stock.
  private func laterTerritory(_ best: Candidate) -> Break? {
    guard let year = best.years.last else { return nil }
    return index.lines[best.line].series.breaks.first { $0.kind == "territory" && $0.year > year }
  }

  /// For a group that is the sum of those that report: the warning that fewer do than the year before.
  private func coverage(_ best: Candidate) -> String? {
    let series = index.lines[best.line].series
    guard let panel = panels[index.lines[best.line].holding], let year = best.years.last,
      let before = series.years.last(where: { $0 < year }),
      let span = try? series.span(before...year, interpolation: nil)
    else { return nil }
    return panel.matched(to: series, over: span)?.caveat.text
  }

  /// Whether the number is the value to the last digit written.
  func isExact(_ claim: Claim, _ value: Double) -> Bool {
    guard claim.threshold == .exactly, !claim.number.isInWords, claim.number.range.contains(value)
    else { return false }
    switch claim.form {
    case .level, .change, .difference, .sum, .peak: return claim.number.unit <= 1
    default: return true
    }
  }

  /// A value of the series beyond a peak, or below a trough.
  func beyond(_ claim: Claim, _ best: Candidate) -> (year: Int, value: Double)? {
    // Later years may stand in a newer vintage.
    let own = index.lines[best.line]
    let lines = lines(claim, claim.topic ?? 0).map { index.lines[$0] }.filter { line in
      line.vintage == own.vintage || index.isSuperseded(own.vintage, by: line.vintage)
    }
    return lines.flatMap { zip($0.years, $0.values) }.first { _, value in
      claim.isHighest ? value > best.value : value < best.value
    }.map { (year: $0.0, value: $0.1) }
  }

  struct LikeForLike {
    let value: Double
    let note: String
    let changesSign: Bool
  }

  /// The change like for like, where an uneven coverage or a break distorts the published one.
  func likeForLike(_ claim: Claim, _ best: Candidate) -> LikeForLike? {
    guard [.change, .changePercent, .ratio, .annualRate].contains(claim.form),
      !claim.isLikeForLike, claim.areas.count == 1, !best.isInterpolated,
      let matched = matched(best.line, best.years),
      let value = Self.change(
        claim.form, matched.first, matched.last, best.years[1] - best.years[0])
    else { return nil }
    let neutral = claim.form == .ratio ? 1.0 : 0
    return LikeForLike(
      value: value,
      note: "Like for like it is \(text(value, claim, best.line)). \(matched.caveat)",
      changesSign: (value - neutral) * (best.value - neutral) < 0)
  }

  /// The values of two years like for like, and why they differ from those published; nil where
  /// nothing distorts the change, or where the figures do not allow it.
  func matched(_ line: Int, _ years: [Int]) -> (first: Double, last: Double, caveat: String)? {
    let series = index.lines[line].series
    guard years.count == 2, years[0] < years[1], let panel = panels[index.lines[line].holding],
      let span = try? series.span(years[0]...years[1], interpolation: nil),
      let matched = panel.matched(to: series, over: span),
      let start = matched.series[years[0]], let end = matched.series[years[1]]
    else { return nil }
    return (start.value, end.value, matched.caveat.text)
  }

  /// A form of change between two values; nil where it is not defined.
  static func change(_ form: Claim.Form, _ first: Double, _ last: Double, _ years: Int) -> Double? {
    switch form {
    case .change, .percentagePoints: return last - first
    case .changePercent: return first > 0 ? 100 * (last - first) / first : nil
    case .ratio: return first > 0 ? last / first : nil
    case .annualRate:
      return first > 0 && last > 0 && years > 0
        ? 100 * GrowthDefinition.logRatio(first, last) / Double(years) : nil
    case .doublingTime:
      guard first > 0, last > 0, first != last, years > 0 else { return nil }
      return Double(years) * Numerics.log(2) / GrowthDefinition.logRatio(first, last)
    default: return nil
    }
  }
}
