extension ClaimChecker {
  /// The value that a series gives for a claim; nil where it has none.
  func candidate(_ claim: Claim, _ line: Int) -> Candidate? {
    let own = index.lines[line]
    switch claim.form {
    case .level, .peak:
      guard let year = claim.years.first else { return nil }
      return one(line, [year]) { own.interpolated($0) }
    case .sum:
      let parts = claim.areas.map { places in sister(of: line, in: places) }
      return combined(line, claim.years, parts) { $0.reduce(0, +) }
    case .difference:
      guard claim.areas.count == 2 else { return nil }
      let parts = claim.areas.prefix(2).map { places in sister(of: line, in: places) }
      return combined(line, claim.years, parts) { values in
        claim.direction < 0 ? values[1] - values[0] : values[0] - values[1]
      }
    case .ratio where claim.areas.count > 1:
      let parts = claim.areas.prefix(2).map { places in sister(of: line, in: places) }
      return combined(line, claim.years, parts) { $0[1] > 0 ? $0[0] / $0[1] : nil }
    case .share:
      guard let year = claim.years.first else { return nil }
      return share(claim, line, year).map {
        Candidate(line: line, value: $0.value, isInterpolated: $0.isInterpolated, years: [year])
      }
    case .rank:
      guard let year = claim.years.first, let value = own.value(year),
        own.series.area.kind == .country
      else { return nil }
      var ahead = 0
      for other in index.countries(beside: line) {
        guard let size = index.lines[other].value(year) else { continue }
        if claim.isHighest ? size > value : size < value { ahead += 1 }
      }
      return Candidate(line: line, value: Double(1 + ahead), isInterpolated: false, years: [year])
    case .percentagePoints:
      guard let pair = pair(claim, own) else { return nil }
      guard let first = share(claim, line, pair[0]), let last = share(claim, line, pair[1]) else {
        return nil
      }
      return Candidate(
        line: line, value: last.value - first.value,
        isInterpolated: first.isInterpolated || last.isInterpolated, years: pair)
    case .changePercent where claim.whole != nil:
      // Of a share, where the sentence speaks of one.
      guard let pair = pair(claim, own), let first = share(claim, line, pair[0]),
        let last = share(claim, line, pair[1]), first.value > 0
      else { return nil }
      return Candidate(
        line: line, value: 100 * (last.value / first.value - 1),
        isInterpolated: first.isInterpolated || last.isInterpolated, years: pair)
    case .change, .changePercent, .ratio, .annualRate, .doublingTime:
      guard let pair = pair(claim, own), var first = own.interpolated(pair[0]),
        var last = own.interpolated(pair[1])
      else { return nil }
      let isInterpolated = own.value(pair[0]) == nil || own.value(pair[1]) == nil
      if claim.isLikeForLike, claim.areas.count == 1, let matched = matched(line, pair) {
        (first, last) = (matched.first, matched.last)
      }
      guard let value = Self.change(claim.form, first, last, pair[1] - pair[0]) else { return nil }
      var chosen = claim.isPerYear ? value / Double(pair[1] - pair[0]) : value
      if claim.form == .annualRate, !fits(claim, value) {
        // The compound rate counts as well.
        let years = Double(pair[1] - pair[0])
        let compound = GrowthDefinition.compound.rate(from: first, to: last, years: years) ?? value
        if fits(claim, compound) { chosen = compound }
      }
      return Candidate(line: line, value: chosen, isInterpolated: isInterpolated, years: pair)
    case .unknown: return nil
    }
  }

  /// The first and the last year; the latest of the series where the text goes to ‘now’.
  private func pair(_ claim: Claim, _ line: SeriesIndex.Line) -> [Int]? {
    if claim.years.count == 2 { return claim.years }
    guard let first = claim.years.first, claim.isOpenEnded, let last = line.years.last, last > first
    else { return nil }
    return [first, last]
  }

  private func one(_ line: Int, _ years: [Int], _ value: (Int) -> Double?) -> Candidate? {
    value(years[0]).map { found in
      Candidate(
        line: line, value: found, isInterpolated: index.lines[line].value(years[0]) == nil,
        years: years)
    }
  }

  /// The series of another place that differs in nothing else.
  func sister(of line: Int, in places: [String]) -> Int? {
    let own = index.lines[line]
    if places.contains(own.series.area.code ?? own.series.area.name) { return line }
    return index.lines(named: places).first { other in
      index.lines[other].holding == own.holding && index.lines[other].vintage == own.vintage
        && index.lines[other].series.keys == own.series.keys
    }
  }

  private func combined(
    _ line: Int, _ years: [Int], _ parts: [Int?], _ combine: ([Double]) -> Double?
  ) -> Candidate? {
    guard let year = years.first else { return nil }
    var values: [Double] = []
    var isInterpolated = false
    for part in parts {
      guard let part, let value = index.lines[part].interpolated(year) else { return nil }
      isInterpolated = isInterpolated || index.lines[part].value(year) == nil
      values.append(value)
    }
    return combine(values).map {
      Candidate(line: line, value: $0, isInterpolated: isInterpolated, years: [year])
    }
  }

  // MARK: Shares

  private func share(
    _ claim: Claim, _ line: Int, _ year: Int
  ) -> (value: Double, isInterpolated: Bool)? {
    guard let whole = whole(claim, line, year), let all = index.lines[whole].interpolated(year),
      all > 0
    else { return nil }
    var part = 0.0
    var isInterpolated = index.lines[whole].value(year) == nil
    for own in claim.areas.count > 1 ? claim.areas.map({ sister(of: line, in: $0) }) : [line] {
      guard let own, let value = index.lines[own].interpolated(year) else { return nil }
      part += value
      isInterpolated = isInterpolated || index.lines[own].value(year) == nil
    }
    return (100 * part / all, isInterpolated)
  }

  /// The series that the claim's share of a year is a share of: of the same vintage where it counts
  /// the same, otherwise the newest that has the year.
  func whole(_ claim: Claim, _ line: Int, _ year: Int) -> Int? {
    let own = index.lines[line]
    switch claim.whole {
    case .area(let places): return sister(of: line, in: places)
    case .topic(let topic):
      let code = own.series.area.code ?? own.series.area.name
      let others = index.lines(vocabulary.topics[topic], in: [code]).filter {
        index.lines[$0].series.unit == own.series.unit && !index.lines[$0].isClaim
      }
      if let same = others.first(where: {
        index.lines[$0].vintage == own.vintage && index.lines[$0].holding == own.holding
      }) ?? others.first(where: { index.lines[$0].vintage == own.vintage }) {
        return same
      }
      let foreign = others.filter { !sharesTopic($0, line) }
      let dated = foreign.filter { index.lines[$0].value(year) != nil }
      let pool = dated.isEmpty ? foreign : dated
      return pool.first { one in
        !pool.contains { index.isSuperseded(index.lines[one].vintage, by: index.lines[$0].vintage) }
      }
    case nil: return nil
    }
  }

  /// Whether two series count the same, so that a share across their vintages would mix them.
  private func sharesTopic(_ first: Int, _ second: Int) -> Bool {
    index.lines[first].series.quantity.name == index.lines[second].series.quantity.name
  }

  // MARK: Words

  /// A value of the claim's form in words.
  func text(_ value: Double, _ claim: Claim, _ line: Int) -> String {
    switch claim.form {
    case .level, .change, .difference, .sum, .peak, .unknown:
      let unit = index.lines[line].series.unit.name
      let digits = Numerals.grouped(value, decimals: 0)
      return unit.contains("US$") ? "US$\(digits)" : digits
    case .changePercent, .share: return Numerals.rounded(value, decimals: 2) + " %"
    case .annualRate: return Numerals.rounded(value, decimals: 3) + " % a year"
    case .ratio: return "×" + Numerals.rounded(value, decimals: 3)
    case .doublingTime: return Numerals.rounded(value, decimals: 1) + " years"
    case .rank: return "rank \(Int(value))"
    case .percentagePoints: return Numerals.rounded(value, decimals: 2) + " percentage points"
    }
  }

  /// The values of candidates with their vintages: `271,642,105 (un-2019)`.
  func list(_ candidates: [Candidate], _ claim: Claim) -> String {
    orderedUnique(
      candidates.map { one in
        "\(text(one.value, claim, one.line)) (\(index.lines[one.line].vintage)"
          + (one.isInterpolated ? ", interpolated)" : ")")
      }
    ).prefix(6).joined(separator: ", ")
  }

  /// What is known of a break between the years.
  func breakNote(_ candidate: Candidate, or others: [Candidate]) -> String? {
    let all = [candidate] + others
    for one in all where one.years.count == 2 {
      let series = index.lines[one.line].series
      if let known = series.breaks.first(where: {
        one.years[0] < $0.year && $0.year <= one.years[1]
      }) {
        return "Break \(known.year): \(known.text)"
          + (known.effectText.map { " \($0)" } ?? "")
      }
    }
    return nil
  }

  /// What the data set says of stocks and flows.
  func flowNote(_ candidate: Candidate) -> String? {
    index.lines[candidate.line].series.caveats.first { $0.kind == "stock-not-flow" }.map {
      "Definition: \($0.text)"
    }
  }

  /// An assessment from a value, with how many others would have fitted.
  func describe(
    _ claim: Claim, _ candidate: Candidate, _ others: [Candidate], _ verdict: Verdict
  ) -> Assessment {
    var found = Assessment(verdict)
    found.value = candidate.value
    found.line = candidate.line
    found.years = candidate.years
    let unit = index.lines[candidate.line].series.unit.name
    found.unit =
      switch claim.form {
      case .level, .change, .difference, .sum, .peak, .unknown: unit
      case .changePercent, .share: "per cent"
      case .annualRate: "per cent a year"
      case .ratio: "times"
      case .doublingTime: "years"
      case .rank: "rank"
      case .percentagePoints: "percentage points"
      }
    found.fitsByChance = chance(claim, candidate, unit)
    return found
  }

  private func chance(_ claim: Claim, _ candidate: Candidate, _ unit: String) -> Int {
    let isOwn = fits(claim, candidate.value) ? 1 : 0
    switch claim.form {
    case .level, .peak:
      return max(0, index.count(unit, from: claim.lower, to: claim.upper) - isOwn)
    case .rank, .sum, .difference, .unknown: return 0
    default:
      var single = claim
      single.areas = [[]]
      var dated = single
      dated.years = candidate.years
      let fitting = index.countries(beside: candidate.line).count { other in
        other != candidate.line
          && self.candidate(dated, other).map { fits(claim, $0.value) } ?? false
      }
      return fitting
    }
  }
}
