/// How the numbers of a sentence belong to one another and to its lists.
extension ClaimReader {
  /// Whether the sentence pairs its lists in their order.
  var isRespective: Bool { sentence.has(["respectively"], in: sentence.range) }

  /// A list paired with the numbers that stand alone, in their order; nil where there are not as
  /// many of the one as of the other, or only one.
  ///
  /// A ratio or rank of the sentence has no member of the list.
  func respective<Member>(_ list: [Member]) -> [Member?]? {
    let isListed = items.map { [.plain, .dollars, .percent].contains($0.kind) }
    if list.count == 1 { return items.map { _ in list[0] } }
    guard list.count == isListed.count(where: \.self) else { return nil }
    var rest = list[...]
    return isListed.map { $0 ? rest.popFirst() : nil }
  }

  /// ‘out of 83.1 million people’, ‘among 11.6 million people’: the population, of which another
  /// number is a part.
  func isOfPeople(_ index: Int) -> Bool {
    let item = items[index]
    let end = item.tokens.upperBound
    guard item.kind == .plain, items.count > 1, ["people", "persons"].contains(sentence.word(end)),
      !sentence.subjects.contains(where: { $0.start == end }),
      !sentence.modifiers.contains(where: { $0.start == end + 1 })
    else { return false }
    var before = item.from - 1
    while ["the", "its", "total"].contains(sentence.word(before)) { before -= 1 }
    let isOf =
      sentence.word(before) == "of"
      && (sentence.word(before - 1) == "out" || before == sentence.range.lowerBound)
    guard isOf || ["among", "amongst", "with"].contains(sentence.word(before)) else { return false }
    let next = sentence.word(end + 1)
    return ["", "in", "living", ",", "of", "and"].contains(next)
      || next == "who" && ["live", "lived", "resided"].contains(sentence.word(end + 2))
  }

  /// ‘17.1 per cent of its 69.2 million inhabitants’: the number is that of the whole itself.
  func isOfShare(_ index: Int) -> Bool {
    guard index > 0, items[index - 1].kind == .percent else { return false }
    let before = before(index)
    return sentence.word(before.lowerBound) == "of"
      && before.dropFirst().allSatisfy { position in
        ["the", "its", "their"].contains(sentence.word(position))
          || sentence.named.contains(position)
      }
  }

  /// ‘4.17 million of Canada’s 7.96 million migrants were women’: what is said behind the whole is
  /// said of the part before it.
  func isWholeOfNumber(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    let before = before(index)
    return sentence.word(before.lowerBound) == "of"
      && before.dropFirst().allSatisfy { position in
        sentence.word(position) == "the" || sentence.named.contains(position)
      }
  }

  /// ‘$137.7 billion …, twice the $67.6 billion credited to Mexico’: the number of which another
  /// one is a multiple; nil where the word has none.
  func multiplied(_ index: Int) -> Int? {
    guard items[index].kind == .ratioWord || items[index].kind == .times,
      index > 0, index + 1 < items.count,
      case let (first, second) = (items[index - 1], items[index + 1]),
      first.kind == second.kind, first.kind == .plain || first.kind == .dollars,
      (items[index].tokens.upperBound..<second.from).allSatisfy({
        ["the", "as", "many", "much"].contains(sentence.word($0))
      })
    else { return nil }
    return index - 1
  }

  /// Whether a multiple is of something that is named behind it, rather than of the year before:
  /// ‘twice the …’, ‘twice as many as …’, ‘three times that of …’.
  func isOfSomething(_ index: Int) -> Bool {
    let end = items[index].tokens.upperBound
    return ["the", "as", "that", "what", "those", "more", "larger", "higher", "its"].contains(
      sentence.word(end))
  }

  /// Gives each multiple the places or years of the two numbers that it compares.
  func readMultiples(_ claims: inout [Claim]) {
    for index in items.indices {
      guard let first = multiplied(index) else { continue }
      let (own, other) = (claims[first], claims[index + 1])
      claims[index].ends = (first: other.number, last: own.number)
      claims[index].areas = []
      guard own.areas.count == 1, other.areas.count == 1, own.years.count == 1,
        other.years.count == 1, own.topic == other.topic
      else { continue }
      claims[index].topic = own.topic
      if own.areas != other.areas, own.years == other.years {
        (claims[index].areas, claims[index].years) = (own.areas + other.areas, own.years)
      } else if own.areas == other.areas, own.years[0] > other.years[0],
        distinctPlaces.count == 1
      {
        (claims[index].areas, claims[index].years) = (own.areas, other.years + own.years)
      }
    }
  }

  /// Marks levels as unclear where one topic takes several numbers and another that is named has
  /// none: one of them may be its.
  func doubtPairs(_ claims: inout [Claim]) {
    let topics = Set(sentence.subjects.compactMap(\.topic))
    guard topics.count > 1, !isRespective else { return }
    let levels = claims.indices.filter { claims[$0].form == .level && claims[$0].topic != nil }
    let taken = Set(claims.compactMap(\.topic)).union(
      claims.compactMap { claim in
        if case .topic(let whole)? = claim.whole { return whole }
        return nil
      })
    guard levels.count > 1, !topics.isSubset(of: taken) else { return }
    for index in levels where !claims[index].isBound {
      guard levels.contains(where: { $0 != index && claims[$0].topic == claims[index].topic })
      else { continue }
      claims[index].reservation = claims[index].reservation ?? .unclear
    }
  }

  /// The span of each change, where as many spans are named as changes; nil where they are not.
  func pairedSpan(_ index: Int) -> Sentence.Span? {
    let closed = sentence.spans.filter { $0.last != nil }
    let changes = items.indices.filter { isChange(form($0)) }
    if closed.count == changes.count, let place = changes.firstIndex(of: index) {
      return closed[place]
    }
    let own = closed.filter { before(index).contains($0.start) }
    return own.count == 1 ? own[0] : nil
  }

  private func isChange(_ form: Claim.Form) -> Bool {
    switch form {
    case .change, .changePercent, .ratio, .annualRate, .doublingTime, .percentagePoints: true
    default: false
    }
  }

  // MARK: From the sentence before

  /// Whether a claim without a year is of the year that the sentence before speaks of: nothing in
  /// its own sentence tells of a time, and its verb is in the past.
  func isOfLastYear(_ claim: Claim) -> Bool {
    let isOfOneYear: Bool
    switch claim.form {
    case .level, .share, .rank, .sum, .difference: isOfOneYear = true
    case .ratio: isOfOneYear = claim.areas.count == 2
    default: isOfOneYear = false
    }
    return isOfOneYear && sentence.has(Self.pastVerbs, in: sentence.range)
      && !sentence.has(Self.times, in: sentence.range)
      && !sentence.range.contains { index in
        switch sentence.tokens[index].kind {
        case .year, .years: true
        default: false
        }
      }
  }

  private static let pastVerbs: Set = [
    "had", "hosted", "came", "was", "were", "counted", "received", "numbered", "stood",
    "sheltered", "held", "ranked", "recorded", "registered", "made", "accounted", "lived",
  ]

  /// Words of another time than that spoken of before.
  private static let times: Set = [
    "is", "are", "has", "have", "hosts", "holds", "counts", "receives", "stands", "shelters",
    "ranks", "makes", "lives", "live", "today", "now", "currently", "still", "then", "later",
    "earlier", "before", "after", "since", "ago", "until", "till", "by", "last", "next",
    "previous", "previously", "formerly", "once", "decade", "decades", "century", "year", "years",
    "month", "months", "rose", "fell", "grew", "reached", "climbed", "dropped", "increased",
    "decreased", "declined", "become", "became", "been", "will", "would", "recently", "during",
    "when", "while", "already", "previous", "following", "subsequently", "eventually", "soon",
    "peak", "peaked", "first", "initially", "originally", "starting", "beginning", "end", "ended",
  ]
}
