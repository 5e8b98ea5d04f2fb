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
      if !contradiction.agrees, found.verdict != .definition {
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
    if found.verdict == .off, let note = looseness(claim, found) {
      found = found.but(.ambiguous).adding(note)
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
    // What stands behind the number at once is what it counts.
    for topic in claim.isBound ? [claim.topic].compactMap(\.self) : claim.otherTopics {
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
}
