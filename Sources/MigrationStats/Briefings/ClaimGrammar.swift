/// Reads the numbers of sentences as claims: which form, of what, where and when.
///
/// The grammar is narrow: what it does not understand becomes a claim of unknown form or without a
/// place, topic or year, and is never confirmed.
struct ClaimGrammar {
  /// The tokens after which a text without full stops is cut: no sentence is so long.
  private static let longest = 400

  private let vocabulary: Vocabulary
  private let tokens: [Token]
  private(set) var claims: [Claim] = []
  // What the sentences of a paragraph hand on.
  private var lastTopic: Int?
  private var lastPlaces: [[String]] = []

  /// The claims of a text in their order.
  static func claims(in tokens: [Token], _ vocabulary: Vocabulary) -> [Claim] {
    var grammar = ClaimGrammar(vocabulary: vocabulary, tokens: tokens)
    var start = 0
    for (index, token) in tokens.enumerated()
    where token.kind == .sentenceEnd || token.kind == .paragraphEnd || index - start >= Self.longest
    {
      if start < index { grammar.read(start..<index) }
      if token.kind == .paragraphEnd {
        grammar.lastTopic = nil
        grammar.lastPlaces = []
      }
      let isEnd = token.kind == .sentenceEnd || token.kind == .paragraphEnd
      start = isEnd ? index + 1 : index
    }
    return grammar.claims
  }

  private init(vocabulary: Vocabulary, tokens: [Token]) {
    self.vocabulary = vocabulary
    self.tokens = tokens
  }

  private mutating func read(_ range: Range<Int>) {
    let sentence = Sentence(tokens, range, vocabulary)
    let items = NumberFinder.items(of: sentence)
    let topics = orderedUnique(sentence.subjects.compactMap(\.topic))
    defer {
      if let topic = topics.first { lastTopic = topic }
      if !sentence.places.isEmpty {
        lastPlaces = orderedUnique(sentence.places.map(\.codes))
      } else if sentence.hasUnknownPlace {
        lastPlaces = []
      }
    }
    guard !items.isEmpty else { return }
    claims += ClaimReader(
      sentence: sentence, items: items, vocabulary: vocabulary, lastTopic: lastTopic,
      lastPlaces: lastPlaces
    ).claims()
  }
}

/// Reads the numbers of one sentence.
struct ClaimReader {
  let sentence: Sentence
  let items: [NumberFinder.Item]
  let vocabulary: Vocabulary
  let lastTopic: Int?
  let lastPlaces: [[String]]

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
    // A superlative without a place or topic is a figure of speech.
    return zip(items, claims).filter { item, claim in
      item.kind != .superlative || claim.topic != nil && !claim.areas.isEmpty
    }.map(\.1)
  }

  // MARK: One claim

  private func claim(_ index: Int, _ year: Int?, _ places: [[String]]) -> Claim {
    let item = items[index]
    var claim = Claim(
      form: form(index), start: sentence.tokens[item.from].start,
      end: sentence.tokens[item.tokens.upperBound - 1].end, number: item.number)
    claim.threshold = item.threshold
    (claim.lower, claim.upper) = item.threshold.interval(of: item.number)
    claim.isMoney = item.kind == .dollars
    claim.isHighest = item.isHighest
    claim.publisher = sentence.publishers.first
    claim.direction = direction(index)
    claim.isFlow = isFlow(index)
    claim.isVague = sentence.subjects.isEmpty && sentence.has(Self.vague, in: sentence.range)
    claim.areas = places
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
    case .sum, .difference: claim.areas = severalPlaces(index) ?? places
    case .ratio where isBetweenPlaces(index):
      claim.areas = severalPlaces(index) ?? places
      claim.years = year.map { [$0] } ?? claim.years
    default: break
    }
    inherit(&claim)
    sign(&claim)
    return claim
  }

  /// A decline makes the number negative.
  private func sign(_ claim: inout Claim) {
    guard [.change, .changePercent, .annualRate, .percentagePoints].contains(claim.form),
      claim.direction < 0, claim.number.value > 0
    else { return }
    claim.number.value = -claim.number.value
    (claim.lower, claim.upper) = (claim.upper.map { -$0 }, claim.lower.map { -$0 })
  }

  private func inherit(_ claim: inout Claim) {
    if claim.topic == nil, sentence.subjects.isEmpty, let lastTopic, claim.form != .unknown,
      sentence.modifiers.isEmpty
    {
      claim.topic = lastTopic
      claim.inherited.append("what is measured")
    }
    guard claim.areas.isEmpty, sentence.places.isEmpty, !sentence.hasUnknownPlace else { return }
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
  private static let pointers: Set = [
    "country", "here", "region", "continent", "state", "province", "city",
    "territory", "island", "district", "town", "our", "local", "national",
  ]

  /// Words that stand for what is counted without naming it.
  private static let vague: Set = [
    "it", "its", "their", "they", "them", "figure", "figures", "number", "numbers", "total", "this",
    "that", "share", "these", "those", "count", "level",
  ]

  // MARK: The form

  private static let perYear: [[String]] = [
    ["a", "year"], ["per", "year"], ["annually"], ["per", "annum"], ["each", "year"],
    ["every", "year"], ["yearly"], ["p", "a"], ["a", "annum"],
  ]
  private static let shareWords: Set = [
    "share", "proportion", "accounted", "accounts", "made", "make", "makes", "constituted",
    "constitute", "represented", "represent", "represents", "comprised", "comprise", "equal",
    "equivalent", "percentage", "accounting", "representing",
  ]

  private func form(_ index: Int) -> Claim.Form {
    let item = items[index]
    let (before, after) = (before(index), after(index))
    switch item.kind {
    case .years: return .doublingTime
    case .oneIn: return .share
    case .times, .ratioWord: return .ratio
    case .ordinal, .superlative: return .rank
    case .points: return .percentagePoints
    case .otherMoney: return .unknown
    case .percent: return percentForm(index)
    case .plain, .dollars: break
    }
    let next = sentence.word(item.tokens.upperBound)
    let previous = sentence.word(item.from - 1)
    if hasTwoPlaces, isComparedPlaces(index) { return .difference }
    if hasTwoPlaces,
      sentence.has(
        ["together", "combined", "jointly", "altogether"], in: before.lowerBound..<after.upperBound)
        || sentence.has(["sum"], in: before)
    {
      return .sum
    }
    let isBy =
      previous == "by" || previous == "of" && isGrowthNoun(sentence.word(item.from - 2))
      || previous == "of" && sentence.word(item.from - 2) == "rise"
    if isBy, direction(index) != 0 { return .change }
    if ["added", "gained", "lost", "shed"].contains(previous) { return .change }
    let tail = sentence.word(item.tokens.upperBound + 1)
    let isMore = { (word: String) in
      ["more", "fewer", "less", "higher", "lower", "extra", "additional"].contains(word)
    }
    if isMore(next) || (isMore(tail) && next != "and"),
      sentence.has(["than"], in: after) || isMore(next) && ["extra", "additional"].contains(next)
    {
      return .change
    }
    let all = before.lowerBound..<after.upperBound
    if sentence.has(["peaked", "peak", "peaking", "trough", "troughed", "bottomed"], in: all)
      || sentence.has(["record", "highest", "lowest"], in: all)
        && sentence.has(
          ["level", "ever", "since", "high", "low", "point", "figure", "number"], in: all)
    {
      return .peak
    }
    return .level
  }

  private func isGrowthNoun(_ word: String) -> Bool {
    [
      "increase", "rise", "growth", "decrease", "decline", "fall", "drop", "gain", "reduction",
      "loss", "jump", "surge",
    ].contains(word)
  }

  private func percentForm(_ index: Int) -> Claim.Form {
    let item = items[index]
    let (before, after) = (before(index), after(index))
    let end = item.tokens.upperBound
    if (0...3).contains(where: { offset in
      offset <= after.count && Self.perYear.contains { sentence.follows($0, at: end + offset) }
    }) {
      return .annualRate
    }
    if sentence.has(["annual", "annually", "yearly"], in: before)
      || sentence.has(
        ["annual", "annually", "yearly"], in: after.prefix(3).isEmpty ? end..<end : end..<end + 6)
        && direction(index) != 0
    {
      return .annualRate
    }
    if sentence.has(["rate"], in: before),
      sentence.has(["average", "mean", "log", "compound"], in: before)
    {
      return .annualRate
    }
    let isOf = sentence.word(end) == "of"
    if isOf, !isDirectionBefore(index) { return .share }
    if isOf, sentence.word(item.from - 1) != "by" { return .share }
    if isDirectionBefore(index) || isDirectionAfter(index) { return .changePercent }
    if sentence.has(Self.shareWords, in: before)
      || sentence.has(["share", "proportion"], in: after)
    {
      return .share
    }
    if direction(index) != 0, sentence.word(item.from - 1) == "by" { return .changePercent }
    if direction(index) != 0 { return .changePercent }
    let all = sentence.range
    if sentence.has(["share", "proportion"], in: all) || shareWhole() != nil { return .share }
    return .unknown
  }

  private func isDirectionBefore(_ index: Int) -> Bool {
    let item = items[index]
    var last = item.from - 1
    while ["only", "just", "a", "an", "as", "much", "average", "further", "full", "mere"].contains(
      sentence.word(last)), last > before(index).lowerBound
    { last -= 1 }
    let span = max(before(index).lowerBound, last - 4)..<max(last + 1, before(index).lowerBound)
    return span.contains { NumberWords.directions[sentence.word($0)] != nil }
      && ["by", "of", "up", "down"].contains(sentence.word(last))
      || NumberWords.directions[sentence.word(last)] != nil
  }

  private func isDirectionAfter(_ index: Int) -> Bool {
    let end = items[index].tokens.upperBound
    return [
      "higher", "lower", "more", "fewer", "less", "greater", "increase", "rise", "growth",
      "decrease", "decline", "fall", "drop", "up", "down", "larger", "smaller", "gain", "reduction",
      "jump", "surge",
    ].contains(sentence.word(end))
  }

  /// 1 for growth, −1 for decline: the nearest word that says so, of the same clause.
  func direction(_ index: Int) -> Double {
    let item = items[index]
    let end = item.tokens.upperBound
    for offset in 0..<3 {
      if let sign = NumberWords.directions[sentence.word(end + offset)],
        isDirectionAfter(index) || sentence.has(["than"], in: after(index))
      {
        return sign
      }
    }
    let before = before(index)
    for position in before.reversed().prefix(12) {
      // The words ‘more than’ of a threshold are no growth.
      if sentence.word(position + 1) == "than" { continue }
      if let sign = NumberWords.directions[sentence.word(position)] { return sign }
    }
    // ‘grew from 153 million to 272 million’: the verb stands before the first number.
    if index > 0, before.count <= 3 { return direction(index - 1) }
    return 0
  }

  private static let flowWords: Set = [
    "arrived", "arrivals", "immigrated", "moved", "migrated", "entered", "inflow",
    "inflows",
    "flow", "flows", "emigrated", "arrive", "moving", "arriving", "immigrating", "crossed",
    "fled", "relocated",
  ]

  private func isFlow(_ index: Int) -> Bool {
    sentence.has(Self.flowWords, in: before(index).lowerBound..<after(index).upperBound)
  }

  // MARK: What is measured

  private func topic(_ index: Int, _ claim: inout Claim) -> Int? {
    let item = items[index]
    let (before, after) = (before(index), after(index))
    var best: (distance: Int, topic: Int?)?
    for subject in sentence.subjects {
      let distance: Int
      if subject.start >= item.tokens.upperBound {
        // What follows at once is what is counted; what follows far off seldom is.
        distance =
          2 * (subject.start - item.tokens.upperBound) + (subject.start < after.upperBound ? 0 : 14)
      } else {
        distance = 3 + (item.from - subject.end) + (subject.start >= before.lowerBound ? 0 : 4)
      }
      if best.map({ distance < $0.distance }) ?? true { best = (distance, subject.topic) }
    }
    if let best {
      claim.isOfOther = best.topic == nil
      return withModifier(best.topic)
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

  /// ‘migrants … women’: the narrower topic where the word stands beside the topic.
  private func withModifier(_ topic: Int?) -> Int? {
    guard let topic, let subject = sentence.subjects.first(where: { $0.topic == topic }) else {
      return topic
    }
    let beside = sentence.modifiers.first { modifier in
      modifier.end == subject.start || modifier.start == subject.end
        || abs(modifier.start - subject.end) <= 2 && sentence.word(modifier.start - 1) == "were"
    }
    return beside?.topic ?? topic
  }

  // MARK: Shares

  /// The words with which the phrase of a whole is over.
  private static let phraseEnds: Set = [
    "were", "was", "are", "is", "lived", "live", "lives", "came", "had", "has", "have", "reside",
    "resided", "being", "who", ",", ";", "by", "and", "compared", "which", "against", "up",
    "settled", "found",
  ]

  /// The whole of ‘… per cent of the world's population’, and what is then the part.
  private func readShare(_ index: Int, _ claim: inout Claim) {
    let item = items[index]
    let end = item.tokens.upperBound
    let population = vocabulary.topics.firstIndex { $0.name == "population" }
    // The ‘of’ phrase, or for ‘one in 30 people’ what follows.
    var start: Int?
    if item.kind == .oneIn {
      start = end
    } else if sentence.word(end) == "of" {
      start = end + 1
    } else if let of = after(index).first(where: { sentence.word($0) == "of" }), of - end < 6 {
      start = of + 1
    }
    guard let start else {
      claim.whole = shareWhole() ?? population.map { .topic($0) }
      if claim.whole == population.map({ .topic($0) }), claim.topic == population {
        claim.topic = sentence.subjects.compactMap(\.topic).first { $0 != population }
      }
      return
    }
    let limit = max(start, min(start + 12, after(index).upperBound))
    let verb = (start..<limit).first { Self.phraseEnds.contains(sentence.word($0)) }
    let phrase = start..<(verb ?? limit)
    let inside = sentence.subjects.first { phrase.contains($0.start) }
    let outside = sentence.subjects.filter { !phrase.contains($0.start) && $0.topic != nil }
    let placeInside = sentence.places.first { phrase.contains($0.start) }
    let placesOutside = sentence.places.filter { !phrase.contains($0.start) }
    let people = sentence.has(
      ["people", "population", "inhabitants", "residents", "persons", "humanity", "everyone"],
      in: phrase)
    if let inside, inside.topic == nil {
      claim.topic = nil
      return
    }
    // Women among migrants.
    let modifier = sentence.modifiers.first { !phrase.contains($0.start) }
    if let whole = inside?.topic, whole != population, let modifier, let part = modifier.topic {
      (claim.topic, claim.whole) = (part, .topic(whole))
      if let placeInside { claim.areas = [placeInside.codes] }
      return
    }
    if let whole = inside?.topic, whole != population {
      let part = outside.first { $0.topic != whole }?.topic
      if let place = placeInside, let own = placesOutside.last(where: { $0.codes != place.codes }) {
        // Germany's share of the world's migrants.
        (claim.topic, claim.whole, claim.areas) = (whole, .area(place.codes), [own.codes])
      } else if let part, part != population {
        (claim.topic, claim.whole) = (part, .topic(whole))
        if let placeInside, placesOutside.isEmpty { claim.areas = [placeInside.codes] }
      } else if placeInside == nil, let own = placesOutside.last, own.codes != ["WLD"] {
        // Of all international migrants, with one place named.
        (claim.topic, claim.whole, claim.areas) = (whole, .area(["WLD"]), [own.codes])
      } else {
        claim.topic = nil
      }
      return
    }
    // Of a population.
    if inside?.topic == population || people || inside == nil && placeInside != nil {
      claim.topic = withModifier(outside.first { $0.topic != population }?.topic)
      if claim.topic == nil, sentence.subjects.allSatisfy({ $0.topic == population }),
        let lastTopic,
        lastTopic != population
      {
        claim.topic = lastTopic
        claim.inherited.append("what is measured")
      }
      claim.whole = population.map { .topic($0) }
      if let placeInside, placesOutside.isEmpty { claim.areas = [placeInside.codes] }
      if let placeInside, let own = placesOutside.last, own.codes != placeInside.codes {
        // Canada's migrants as a share of the world's people is nobody's measure.
        claim.areas = [own.codes]
        if placeInside.codes == ["WLD"] { claim.topic = nil }
      }
      return
    }
    claim.topic = nil
  }

  /// Whether the sentence speaks of a share of the population.
  private func shareWhole() -> Claim.Whole? {
    let population = vocabulary.topics.firstIndex { $0.name == "population" }
    let isOther = sentence.subjects.contains { $0.topic != nil && $0.topic != population }
    guard let population, isOther || lastTopic != nil,
      sentence.subjects.contains(where: { $0.topic == population })
        || sentence.has(["share", "proportion"], in: sentence.range)
    else { return nil }
    return .topic(population)
  }

  /// What a share that is spoken of is a share of the population of.
  private func shareTopic() -> Int? {
    let population = vocabulary.topics.firstIndex { $0.name == "population" }
    return sentence.subjects.first { $0.topic != nil && $0.topic != population }?.topic
      ?? (lastTopic == population ? nil : lastTopic)
  }

  // MARK: Several places

  private var distinctPlaces: [[String]] {
    orderedUnique(sentence.places.map(\.codes)).filter { $0 != ["WLD"] }
  }

  private var hasTwoPlaces: Bool { distinctPlaces.count >= 2 }

  /// ‘more migrants than France’, ‘as many as in France’.
  private func isComparedPlaces(_ index: Int) -> Bool {
    let after = after(index)
    guard let than = after.first(where: { sentence.word($0) == "than" }),
      sentence.places.contains(where: { $0.start > than && $0.start - than <= 4 }),
      sentence.has(
        ["more", "fewer", "less", "higher", "lower", "larger", "smaller"],
        in: after.lowerBound..<than)
    else { return false }
    return true
  }

  private func isBetweenPlaces(_ index: Int) -> Bool {
    let after = after(index)
    guard hasTwoPlaces,
      let joint = after.first(where: {
        sentence.word($0) == "as" && sentence.word($0 + 1) != "many"
          && sentence.word($0 - 1) != "times"
          || sentence.word($0) == "than" || sentence.word($0) == "of"
      })
    else { return false }
    return sentence.places.contains { $0.start > joint && $0.start - joint <= 5 }
      && sentence.places.contains { $0.start < items[index].from }
  }

  private func severalPlaces(_ index: Int) -> [[String]]? {
    let places = distinctPlaces
    guard places.count >= 2 else { return nil }
    if items[index].kind == .plain || items[index].kind == .dollars, isSum(index) { return places }
    let (before, after) = (items[index].from, items[index].tokens.upperBound)
    guard let first = sentence.places.last(where: { $0.start < before && $0.codes != ["WLD"] }),
      let second = sentence.places.first(where: { $0.start >= after && $0.codes != ["WLD"] })
    else { return nil }
    return [first.codes, second.codes]
  }

  private func isSum(_ index: Int) -> Bool { form(index) == .sum }
}
