/// Recomputes claims from the series of the catalogue.
struct ClaimChecker: Sendable {
  let vocabulary: Vocabulary
  let index: SeriesIndex
  let panels: [String: Panel]

  init(_ holdings: Holdings) {
    let held = holdings.held.values.sorted { $0.name < $1.name }
    vocabulary = Vocabulary(held)
    index = SeriesIndex(held)
    panels = holdings.held.mapValues(\.panel)
  }

  /// What the catalogue says of a claim.
  func assess(_ claim: Claim) -> Assessment {
    var found = judged(claim)
    if let contradiction = ownNumbers(claim) {
      found.notes.insert(contradiction.note, at: 0)
      if !contradiction.agrees {
        found.verdict = .inconsistent
        found.value = contradiction.value ?? found.value
      }
    }
    if found.verdict == .stale, isOfNewestPair(claim, found) {
      found = found.but(isExact(claim, found.value ?? 0) ? .confirmed : .confirmedRounded)
    }
    if found.verdict == .off, let other = otherMeaning(claim) {
      found = found.but(.ambiguous).adding(other)
    }
    if found.verdict.isConfirmed, let note = mixedVintages(claim) {
      found.verdict = .inconsistent
      found.notes.insert(note, at: 0)
    }
    if let reservation = claim.reservation { found = found.reserved(reservation, claim) }
    if !claim.strangers.isEmpty, found.verdict.agrees {
      found = found.reserved(.strange(claim.strangers), claim)
    }
    if found.verdict.isConfirmed, !claim.inherited.isEmpty {
      found.notes.append(inheritedNote(claim))
    }
    return found
  }

  func inheritedNote(_ claim: Claim) -> String {
    claim.inherited == ["world"]
      ? "No place is named: taken for the world."
      : "Taken from the sentence before: \(claim.inherited.filter { $0 != "world" }.joined(separator: " and "))."
  }

  // MARK: The verdict

  func judged(_ claim: Claim) -> Assessment {
    if claim.isOfOther {
      return Assessment(.unsupported, "The catalogue has no series of what the number counts.")
    }
    if claim.topic == nil, !claim.isVague {
      return Assessment(
        .unsupported,
        "The catalogue has no series of what the number counts, as far as its words tell.")
    }
    guard claim.form != .unknown, let topic = claim.topic else {
      return Assessment(.ambiguous, "The text does not tell what the number counts.")
    }
    guard !claim.areas.isEmpty else {
      return Assessment(
        .ambiguous, "The text does not tell of which place, or of one that is not known.")
    }
    if claim.areas.count > 1, ![.sum, .difference, .ratio, .share].contains(claim.form) {
      return Assessment(.ambiguous, "Several places are named, and it is not clear which is meant.")
    }
    let lines = lines(claim, topic)
    guard !lines.isEmpty else {
      return Assessment(
        .unsupported,
        "The catalogue has no series of \(vocabulary.topics[topic].name) of that place"
          + (claim.publisher.map { " by \($0)" } ?? "") + ".")
    }
    if let wrong = unitProblem(claim, lines[0]) { return wrong }
    guard hasYears(claim) else { return withoutYears(claim, lines) }
    let candidates = lines.compactMap { candidate(claim, $0) }
    guard !candidates.isEmpty else { return outside(claim, lines) }
    return verdict(claim, candidates, topic)
  }

  /// The lines of the claim's first place; those of the publisher alone where one is named.
  func lines(_ claim: Claim, _ topic: Int) -> [Int] {
    let all = index.lines(vocabulary.topics[topic], in: claim.areas[0])
    guard let publisher = claim.publisher else { return all }
    let named = all.filter { index.lines[$0].publisher.contains(publisher) }
    return named.isEmpty ? all : named
  }

  func unitProblem(_ claim: Claim, _ line: Int) -> Assessment? {
    guard [.level, .change, .difference, .sum, .peak].contains(claim.form) else { return nil }
    let unit = index.lines[line].series.unit.name
    let isMoney = unit.contains("US$")
    if claim.isMoney == isMoney { return nil }
    return isMoney
      ? Assessment(.ambiguous, "The series is in \(unit), and the text gives no unit of money.")
      : Assessment(.unsupported, "The text speaks of money, and the series counts \(unit).")
  }

  func hasYears(_ claim: Claim) -> Bool {
    switch claim.form {
    case .level, .share, .rank, .peak, .difference, .sum: claim.years.count == 1
    case .ratio where claim.areas.count > 1: claim.years.count == 1
    default: claim.years.count == 2 || claim.years.count == 1 && claim.isOpenEnded
    }
  }

  /// Without a year nothing is confirmed; what would fit is told.
  func withoutYears(_ claim: Claim, _ lines: [Int]) -> Assessment {
    var fitting: [Int] = []
    var found = Assessment(.ambiguous)
    if [.level, .share, .peak].contains(claim.form) {
      var dated = claim
      for year in orderedUnique(lines.flatMap { index.lines[$0].years }).sorted() {
        dated.years = [year]
        let values = lines.compactMap { candidate(dated, $0) }.filter { !$0.isInterpolated }
        if let fit = values.first(where: { fits(claim, $0.value) }) {
          fitting.append(year)
          (found.value, found.line) = (fit.value, fit.line)
        }
      }
    }
    found.notes = [
      "The text does not say of which year"
        + (fitting.isEmpty
          ? "." : "; it would fit \(fitting.prefix(5).map { "\($0)" }.joined(separator: ", ")).")
    ]
    if fitting.isEmpty { found.value = nil }
    return found
  }

  func outside(_ claim: Claim, _ lines: [Int]) -> Assessment {
    let years = lines.flatMap { index.lines[$0].years }
    let span = years.min().map { "\($0) to \(years.max() ?? $0)" } ?? "no year"
    return Assessment(
      .unsupported,
      "The catalogue has no value for \(claim.years.map { "\($0)" }.joined(separator: " and ")) "
        + "there; it has \(span).")
  }

  /// Whether a value lies in the interval of the words.
  func fits(_ claim: Claim, _ value: Double) -> Bool {
    (claim.lower.map { value >= $0 } ?? true) && (claim.upper.map { value <= $0 } ?? true)
  }

  func verdict(_ claim: Claim, _ all: [Candidate], _ topic: Int) -> Assessment {
    let official = all.filter { !index.lines[$0.line].isClaim }
    let observed = official.filter { !$0.isInterpolated }
    let pool = observed.isEmpty ? official : observed
    let current = pool.filter { one in
      !pool.contains { other in
        index.isSuperseded(index.lines[one.line].vintage, by: index.lines[other.line].vintage)
      }
    }
    let leading = current.filter { isLeading($0.line) }
    let fitting = current.filter { fits(claim, $0.value) }
    if let best = fitting.first(where: { isLeading($0.line) }) ?? fitting.first {
      if leading.isEmpty
        ? fitting.count < current.count && !agree(claim, current) : !isLeading(best.line),
        claim.publisher == nil
      {
        return describe(claim, best, current, .ambiguous).adding(
          "Sources that nothing ranks disagree: \(list(current, claim)). Name the source.")
      }
      return fit(claim, best, others: current, topic)
    }
    let old = pool.filter { fits(claim, $0.value) }
    let now = leading.first ?? current.first
    if let was = old.first, let now {
      var found = describe(claim, was, current, observed.isEmpty ? .interpolated : .stale)
      if observed.isEmpty { return found }
      if claim.isFlow, vocabulary.topics[topic].isStock, claim.form == .level {
        found.verdict = .definition
        return found.adding("A stock of people is called a flow.")
      }
      found.notes.append(
        "True in \(index.lines[was.line].vintage); \(index.lines[now.line].vintage) has "
          + "\(text(now.value, claim, now.line)).")
      return found
    }
    if let said = all.first(where: { index.lines[$0.line].isClaim && fits(claim, $0.value) }) {
      let near = pool.isEmpty ? "" : " Official vintages have \(list(pool, claim))."
      return describe(claim, said, [], .unsupported).adding(
        "Found only as a claim, in \(index.lines[said.line].holding); no official vintage in the "
          + "catalogue supports it.\(near)"
      ).adding(breakNote(said, or: pool)).adding(flowNote(said))
    }
    guard let now else { return outside(claim, all.map(\.line)) }
    if claim.isFlow, vocabulary.topics[topic].isStock, claim.form == .level {
      return Assessment(
        .unsupported, "The words speak of a flow of people; the catalogue holds stocks of them.")
    }
    if let slip = definitionSlip(claim, now) { return slip }
    return off(claim, now, pool)
  }

  /// Whether the claim fits all that there is.
  func agree(_ claim: Claim, _ candidates: [Candidate]) -> Bool {
    candidates.allSatisfy { fits(claim, $0.value) }
  }

  /// Whether a vintage is the newest of a row of revisions, or the only one of its data.
  func isLeading(_ line: Int) -> Bool {
    let vintage = index.lines[line].vintage
    return index.leading.contains(vintage)
  }

  /// What else the sentence names that the number would fit: then it is not known to be wrong.
  private func otherMeaning(_ claim: Claim) -> String? {
    guard claim.form == .level, claim.areas.count == 1 else { return nil }
    for topic in claim.otherTopics {
      for places in orderedUnique(claim.areas + claim.otherPlaces) {
        var other = claim
        (other.topic, other.areas, other.reservation) = (topic, [places], nil)
        (other.otherTopics, other.otherPlaces) = ([], [])
        guard topic != claim.topic || places != claim.areas[0] else { continue }
        let found = judged(other)
        guard found.verdict.agrees, let line = found.line else { continue }
        let series = index.lines[line].series
        return "It would fit \(vocabulary.topics[topic].name), \(series.area.name)."
      }
    }
    return nil
  }

  // MARK: It fits

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
    } else {
      found = found.adding(breakNote(best, or: []))
    }
    if let far = farFrom(claim, best) { found = found.adding(far).but(.ambiguous) }
    if claim.isReached, let before = before(best), (best.value - before) * claim.direction < 0 {
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

  /// The value before.
  private func before(_ best: Candidate) -> Double? {
    let line = index.lines[best.line]
    guard let year = best.years.last, let place = line.years.lastIndex(where: { $0 < year }) else {
      return nil
    }
    return line.values[place]
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
      claim.areas.count == 1, best.years.count == 2, !best.isInterpolated,
      let panel = panels[index.lines[best.line].holding]
    else { return nil }
    let series = index.lines[best.line].series
    guard let span = try? series.span(best.years[0]...best.years[1], interpolation: nil),
      let matched = panel.matched(to: series, over: span),
      let start = matched.series[best.years[0]], let end = matched.series[best.years[1]],
      let value = Self.change(claim.form, start.value, end.value, end.year - start.year)
    else { return nil }
    let neutral = claim.form == .ratio ? 1.0 : 0
    return LikeForLike(
      value: value,
      note: "Like for like it is \(text(value, claim, best.line)). \(matched.caveat.text)",
      changesSign: (value - neutral) * (best.value - neutral) < 0)
  }

  /// A form of change between two values; nil where it is not defined.
  static func change(_ form: Claim.Form, _ first: Double, _ last: Double, _ years: Int) -> Double? {
    switch form {
    case .change: return last - first
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

extension Assessment {
  func but(_ verdict: Verdict) -> Assessment {
    var found = self
    found.verdict = verdict
    return found
  }

  /// The assessment of a number that the sentence does not claim of the series held.
  func reserved(_ reservation: Reservation, _ claim: Claim) -> Assessment {
    if reservation == .projected, verdict == .interpolated { return self }
    // A doubling time is of what would come.
    if reservation == .projected, claim.form == .doublingTime { return self }
    if verdict == .inconsistent || verdict == .unsupported { return self }
    if verdict == .definition, reservation != .denied { return self }
    var found = self
    found.verdict =
      reservation == .origin || reservation == .subset ? .unsupported : .ambiguous
    found.notes.insert(reservation.note, at: 0)
    return found
  }

  func adding(_ note: String?) -> Assessment {
    guard let note, !note.isEmpty else { return self }
    var found = self
    found.notes.append(note)
    return found
  }
}
