extension ClaimReader {
  static let perYear: [[String]] = [
    ["a", "year"], ["per", "year"], ["annually"], ["per", "annum"], ["each", "year"],
    ["every", "year"], ["yearly"], ["p", "a"], ["a", "annum"],
  ]
  static let shareWords: Set = [
    "share", "proportion", "accounted", "accounts", "made", "make", "makes", "constituted",
    "constitute", "represented", "represent", "represents", "comprised", "comprise", "equal",
    "equivalent", "percentage", "accounting", "representing",
  ]

  func form(_ index: Int) -> Claim.Form {
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
    if isComparedPlaces(index) { return .difference }
    if isJoinedPlaces(index) { return .sum }
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
      || sentence.has(["record"], in: all)
      || sentence.has(["highest", "lowest"], in: all)
        && sentence.has(
          ["level", "ever", "since", "high", "low", "point", "figure", "number"], in: all)
    {
      return .peak
    }
    return .level
  }

  func isGrowthNoun(_ word: String) -> Bool {
    [
      "increase", "rise", "growth", "decrease", "decline", "fall", "drop", "gain", "reduction",
      "loss", "jump", "surge",
    ].contains(word)
  }

  func percentForm(_ index: Int) -> Claim.Form {
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
    // ‘The share rose from 2.9 per cent to 3.7 per cent’: two levels of it.
    if ["from", "to"].contains(sentence.word(item.from - 1)), !isOf, shareWhole() != nil {
      return .share
    }
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
    if isElliptic(index) { return .changePercent }
    let all = sentence.range
    if sentence.has(["share", "proportion"], in: all) || shareWhole() != nil { return .share }
    return .unknown
  }

  /// ‘rose by 30 per cent from 1990 to 2000 and by 27 per cent from 2000 to 2010’: the verb is that
  /// of the number before.
  private func isElliptic(_ index: Int) -> Bool {
    guard index > 0, items[index].kind == .percent, items[index - 1].kind == .percent,
      sentence.word(items[index].from - 1) == "by",
      sentence.word(items[index - 1].from - 1) == "by",
      !before(index).contains(where: { NumberWords.directions[sentence.word($0)] != nil })
    else { return false }
    return form(index - 1) == .changePercent
  }

  func isDirectionBefore(_ index: Int) -> Bool {
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

  func isDirectionAfter(_ index: Int) -> Bool {
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
    if index > 0, before.count <= 3 || isElliptic(index) { return direction(index - 1) }
    return 0
  }

  static let flowWords: Set = [
    "arrived", "arrivals", "immigrated", "moved", "migrated", "entered", "inflow",
    "inflows",
    "flow", "flows", "emigrated", "arrive", "moving", "arriving", "immigrating", "crossed",
    "fled", "relocated",
  ]

  func isFlow(_ index: Int) -> Bool {
    sentence.has(Self.flowWords, in: before(index).lowerBound..<after(index).upperBound)
  }
}
