/// Reads the numbers of one sentence.
struct ClaimReader {
  let sentence: Sentence
  let items: [NumberFinder.Item]
  let vocabulary: Vocabulary
  let lastTopic: Int?
  let lastPlaces: [[String]]
  /// The only year of the numbers of the sentence before; nil where it had none, or several.
  let lastYear: Int?
  /// Whether a sentence before names what is not known.
  let isAfterUnknown: Bool

  /// The tokens before an item, behind the one before it.
  func before(_ index: Int) -> Range<Int> {
    let start = index > 0 ? items[index - 1].tokens.upperBound : sentence.range.lowerBound
    return start..<max(start, items[index].from)
  }

  /// The tokens behind an item, before the next.
  func after(_ index: Int) -> Range<Int> {
    let end = index + 1 < items.count ? items[index + 1].from : sentence.range.upperBound
    return items[index].tokens.upperBound..<max(end, items[index].tokens.upperBound)
  }

  func claims() -> [Claim] {
    let years = levelYears()
    let places = levelPlaces()
    var claims = items.indices.map { index in claim(index, years[index], places[index]) }
    pairLevels(&claims)
    readMultiples(&claims)
    doubtPairs(&claims)
    // A superlative without a place or topic is a figure of speech.
    return zip(items, claims).filter { item, claim in
      item.kind != .superlative || claim.topic != nil && !claim.areas.isEmpty
    }.map(\.1)
  }

  // MARK: One claim

  func claim(_ index: Int, _ year: Int?, _ places: [[String]]) -> Claim {
    let item = items[index]
    var claim = Claim(
      form: form(index), start: sentence.tokens[item.from].start,
      end: sentence.tokens[item.tokens.upperBound - 1].end, number: item.number)
    claim.threshold = item.threshold
    guard item.number.value.isFinite else {
      claim.form = .unknown
      return claim
    }
    (claim.lower, claim.upper) = item.interval
    claim.isMoney = item.kind == .dollars
    claim.isHighest = item.isHighest
    if claim.form == .peak {
      claim.isHighest = !sentence.has(
        ["low", "lowest", "trough", "troughed", "bottomed"], in: sentence.range)
    }
    claim.publisher = sentence.publishers.first
    claim.direction = direction(index)
    claim.isFlow = isFlow(index)
    claim.isLikeForLike = !sentence.likeForLike.isEmpty
    claim.isVague = sentence.subjects.isEmpty && sentence.has(Self.vague, in: sentence.range)
    claim.areas = places
    claim.otherPlaces = orderedUnique(
      (isInferred(index) ? sentence.places.map(\.codes) : []) + [["WLD"]])
    claim.otherTopics = orderedUnique((sentence.subjects + sentence.modifiers).compactMap(\.topic))
    if let population = vocabulary.population, !claim.otherTopics.contains(population),
      sentence.has(["people", "persons", "citizens", "inhabitants"], in: sentence.range)
    {
      claim.otherTopics.append(population)
    }
    claim.reservation = sentence.reservation(of: item.from..<item.tokens.upperBound)
    claim.strangers = sentence.strangers(items, claim.form)
    claim.isReached = sentence.word(item.from - 1) == "to" && claim.direction != 0
    claim.near = item.near
    claim.topic = topic(index, &claim)
    if item.kind == .otherMoney { (claim.topic, claim.isOfOther) = (nil, true) }
    switch claim.form {
    case .level, .difference, .sum, .rank, .unknown, .peak:
      claim.years = year.map { [$0] } ?? []
      if claim.form == .rank { claim.years = [yearOfRank(index) ?? year].compactMap(\.self) }
    case .share:
      claim.years = year.map { [$0] } ?? []
      readShare(index, &claim)
      if sentence.has(["together", "combined", "jointly", "altogether"], in: sentence.range),
        distinctPlaces.count > 1
      {
        claim.areas = distinctPlaces
      }
    case .change, .changePercent, .ratio, .annualRate, .doublingTime, .percentagePoints:
      let pair = yearPair(index)
      claim.years = pair.years
      claim.isOpenEnded = pair.isOpen
      if claim.form == .percentagePoints || claim.form == .changePercent {
        claim.whole = shareWhole()
        if claim.whole != nil { claim.topic = shareTopic() ?? claim.topic }
      }
    }
    switch claim.form {
    case .sum: claim.areas = distinctPlaces
    case .difference: claim.areas = severalPlaces(index) ?? places
    case .rank:
      claim.behind = sentence.places.filter(isYardstick).map(\.codes)
      if isWithinRegion(places) { claim.reservation = claim.reservation ?? .subset }
    case .change:
      claim.isPerYear = isPerYear(index)
    case .level:
      if claim.topic.map({ vocabulary.topics[$0].isStock }) == true, isYearly || isReceived(index) {
        claim.isFlow = true
      }
      if ["more", "fewer", "less"].contains(sentence.word(item.tokens.upperBound)) {
        claim.reservation = claim.reservation ?? .subset
      }
    case .ratio where isBetweenPlaces(index):
      claim.areas = severalPlaces(index) ?? places
      claim.years = year.map { [$0] } ?? claim.years
    default: break
    }
    if places.count == 1, distinctPlaces.count < 2,
      sentence.has(["together", "combined", "jointly", "altogether"], in: sentence.range)
    {
      claim.reservation = claim.reservation ?? .subset
    }
    inherit(&claim)
    sign(&claim)
    return claim
  }

  /// ‘1.7 million a year’, but not ‘a year later’.
  func isPerYear(_ index: Int) -> Bool {
    let end = items[index].tokens.upperBound
    return Self.perYear.contains { words in
      sentence.follows(words, at: end)
        && !["later", "earlier", "before", "after", "ago"].contains(
          sentence.word(end + words.count))
    }
  }

  /// Whether no place stands beside the number, so that its place is taken from elsewhere in the
  /// sentence.
  func isInferred(_ index: Int) -> Bool {
    !sentence.places.contains { place in
      before(index).contains(place.start) || after(index).contains(place.start)
    } || sentence.has(["behind", "unlike", "than", "against"], in: sentence.range)
  }

  /// ‘every year’: so many come in each.
  var isYearly: Bool {
    items.allSatisfy { $0.kind != .percent }
      && sentence.range.contains { index in
        ["every", "each", "per", "a"].contains(sentence.word(index))
          && sentence.word(index + 1) == "year"
          && !["later", "earlier", "before", "after", "ago"].contains(sentence.word(index + 2))
      }
  }

  /// ‘received 2 million refugees’: who comes, not who lives there.
  func isReceived(_ index: Int) -> Bool {
    let from = items[index].from
    return sentence.has(
      ["received", "receives", "receive", "took", "takes", "take", "receiving", "taking"],
      in: from - 3..<from)
  }

  /// ‘second in Europe’: ranked among some places only.
  func isWithinRegion(_ places: [[String]]) -> Bool {
    sentence.places.contains { place in
      !places.contains(place.codes) && place.codes != ["WLD"]
        && ["in", "within", "of", "among", "across"].contains(
          sentence.word(sentence.word(place.start - 1) == "the" ? place.start - 2 : place.start - 1)
        )
    }
  }

  /// A decline makes the number negative.
  func sign(_ claim: inout Claim) {
    guard [.change, .changePercent, .annualRate, .percentagePoints].contains(claim.form),
      claim.direction < 0, claim.number.value > 0
    else { return }
    claim.number.value = -claim.number.value
    (claim.lower, claim.upper) = (claim.upper.map { -$0 }, claim.lower.map { -$0 })
  }

  func inherit(_ claim: inout Claim) {
    if claim.topic == nil, sentence.subjects.isEmpty, let lastTopic, claim.form != .unknown,
      sentence.modifiers.isEmpty
    {
      claim.topic = lastTopic
      claim.inherited.append("what is measured")
    }
    if claim.years.isEmpty, let lastYear, isOfLastYear(claim) {
      claim.years = [lastYear]
      claim.inherited.append("the year")
    }
    guard claim.areas.isEmpty, sentence.places.isEmpty, !sentence.hasUnknownPlace else { return }
    guard !isAfterUnknown else { return }
    if lastPlaces.count == 1 {
      claim.areas = lastPlaces
      claim.inherited.append("the place")
    } else if lastPlaces.isEmpty, claim.topic != nil, claim.form != .rank,
      !sentence.has(Self.pointers, in: sentence.range),
      !["it", "its"].contains(sentence.word(sentence.range.lowerBound))
    {
      claim.areas = [["WLD"]]
      claim.inherited.append("world")
    }
  }

  /// Words that point at a place named elsewhere.
  static let pointers: Set = [
    "country", "here", "region", "continent", "state", "province", "city",
    "territory", "island", "district", "town", "our", "local", "national",
  ]

  /// Words that stand for what is counted without naming it.
  static let vague: Set = [
    "it", "its", "their", "they", "them", "figure", "figures", "number", "numbers", "total", "this",
    "that", "share", "these", "those", "count", "level",
  ]

  // MARK: What is measured

  func topic(_ index: Int, _ claim: inout Claim) -> Int? {
    let item = items[index]
    let (before, after) = (before(index), after(index))
    let named = sentence.subjects.compactMap(\.topic)
    if isRespective, Set(named).count > 1 {
      guard let paired = respective(named)?[index] else {
        claim.isVague = true
        return nil
      }
      return paired
    }
    if isOfPeople(index) {
      claim.isBound = true
      return vocabulary.population
    }
    var best: (distance: Int, subject: Sentence.Subject)?
    let hasOwn = sentence.subjects.contains { before.contains($0.start) }
    for subject in sentence.subjects {
      let distance: Int
      let end = item.tokens.upperBound
      // The whole of a share is not what another number counts.
      if item.kind != .percent, isWhole(subject), !(subject.start == end && isOfShare(index)) {
        continue
      }
      if subject.start >= end {
        // What follows at once is what is counted; what follows far off seldom is, and behind a
        // comma it belongs to what comes next where something stands before.
        let isNext =
          hasOwn && (end..<subject.start).contains { Self.clauseEnds.contains(sentence.word($0)) }
        distance =
          2 * (subject.start - end) + (subject.start < after.upperBound && !isNext ? 0 : 14)
      } else {
        distance = 3 + (item.from - subject.end) + (subject.start >= before.lowerBound ? 0 : 4)
      }
      if best.map({ distance < $0.distance }) ?? true { best = (distance, subject) }
    }
    if !isWholeOfNumber(index),
      let modifier = sentence.modifiers.first(where: { modifier in
        [item.tokens.upperBound + 1, item.tokens.upperBound + 2].contains(modifier.start)
          && ["were", "are"].contains(sentence.word(modifier.start - 1))
      })
    {
      // ‘4.17 million were women’, with the topic anywhere.
      if item.kind == .plain, best != nil { return modifier.topic }
    }
    if let best {
      claim.isOfOther = best.subject.topic == nil
      claim.isBound = best.subject.start == item.tokens.upperBound
      claim.reservation = claim.reservation ?? sentence.reservation(of: best.subject)
      return isWholeOfNumber(index) ? best.subject.topic : withModifier(best.subject.topic)
    }
    // People who moved are called what is held as a stock: only a definition can come of it.
    if claim.isFlow,
      sentence.has(["people", "persons", "immigrated", "migrated"], in: sentence.range)
    {
      return vocabulary.topics.firstIndex { $0.name == "international migrant stock" }
    }
    // ‘Women were 48 per cent’: of what the sentence before spoke of.
    return nil
  }

  static let clauseEnds: Set = [",", ";", "and", "while", "whereas", "but", "against", ")"]

  /// Whether a topic stands in ‘… per cent of the population’.
  func isWhole(_ subject: Sentence.Subject) -> Bool {
    (max(sentence.range.lowerBound, subject.start - 5)..<subject.start).contains { index in
      sentence.word(index) == "of"
        && items.contains { $0.kind == .percent && $0.tokens.upperBound == index }
    }
  }

  /// ‘migrants … women’: the narrower topic where the word stands beside the topic.
  func withModifier(_ topic: Int?) -> Int? {
    guard let topic, let subject = sentence.subjects.first(where: { $0.topic == topic }) else {
      return topic
    }
    let beside = sentence.modifiers.first { modifier in
      modifier.end == subject.start || modifier.start == subject.end
        || abs(modifier.start - subject.end) <= 2 && sentence.word(modifier.start - 1) == "were"
    }
    return beside?.topic ?? topic
  }
}
