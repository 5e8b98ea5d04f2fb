/// The numbers of a sentence, with their scale, unit and the word before them.
struct NumberFinder {
  /// What a number counts, as far as its nearest words tell.
  enum Kind: Sendable, Hashable {
    case plain, percent, points, dollars, otherMoney, years, oneIn, times, ratioWord, ordinal,
      superlative
  }

  /// A number with its words.
  struct Item {
    /// The tokens, the word before it not included.
    var tokens: Range<Int>
    var number: WrittenNumber
    var kind: Kind
    var threshold = Threshold.exactly
    /// The first token of the words before it.
    var from: Int
    /// Whether it has a scale word or thousands.
    var isScaled = false
    /// Whether the highest is meant, of a superlative.
    var isHighest = true
  }

  private let sentence: Sentence

  /// The numbers of a sentence in order.
  static func items(of sentence: Sentence) -> [Item] {
    let finder = NumberFinder(sentence: sentence)
    var items: [Item] = []
    var index = sentence.range.lowerBound
    while index < sentence.range.upperBound {
      guard var item = finder.item(at: index) else {
        index += 1
        continue
      }
      finder.addThreshold(&item, behind: items.last?.tokens.upperBound ?? sentence.range.lowerBound)
      let next = max(item.tokens.upperBound, index + 1)
      if finder.isClaim(item) { items.append(item) }
      index = next
    }
    finder.shareScales(&items)
    return items
  }

  /// The first number of a text that stands alone, whatever it may claim.
  static func first(in sentence: Sentence) -> Item? {
    let finder = NumberFinder(sentence: sentence)
    for index in sentence.range {
      if var item = finder.item(at: index) {
        finder.addThreshold(&item, behind: sentence.range.lowerBound)
        return item
      }
    }
    return nil
  }

  private func token(_ index: Int) -> Token? {
    sentence.range.contains(index) ? sentence.tokens[index] : nil
  }

  private func number(_ index: Int) -> WrittenNumber? {
    guard let token = token(index) else { return nil }
    if case .number(let number) = token.kind { return number }
    return nil
  }

  // MARK: One number

  private func item(at index: Int) -> Item? {
    guard let token = token(index) else { return nil }
    switch token.kind {
    case .number(let number): return continued(number, index, index + 1)
    case .ordinal(let place): return rank(place, index, index + 1)
    case .word:
      let word = token.text
      if let factor = NumberWords.ratios[word] { return ratioWord(factor, index) }
      if let place = NumberWords.ordinals[word], let item = rank(place, index, index + 1) {
        return item
      }
      if let found = inWords(index) { return found }
      return superlative(index)
    default: return nil
    }
  }

  /// A number in words: `thirty-five`, `two and a half`, `one hundred and fifty`, `a quarter`.
  private func inWords(_ start: Int) -> Item? {
    var index = start
    var value = 0.0
    var isFound = false
    while let word = token(index)?.text, let part = NumberWords.cardinals[word] {
      // Twenty-one, but not ‘one two’.
      if isFound, !(part < 10 && value.truncatingRemainder(dividingBy: 100) >= 20) { break }
      value += part
      isFound = true
      index += 1
    }
    if isFound, sentence.word(index) == "hundred" {
      value *= 100
      index += 1
      if sentence.word(index) == "and", let more = NumberWords.cardinals[sentence.word(index + 1)] {
        value += more
        index += 2
        if more >= 20, let last = NumberWords.cardinals[sentence.word(index)], last < 10 {
          value += last
          index += 1
        }
      }
    }
    if isFound {
      var unit = 1.0
      if sentence.follows(["and", "a", "half"], at: index) {
        (value, unit, index) = (value + 0.5, 0.5, index + 3)
      } else if sentence.follows(["and", "a", "quarter"], at: index) {
        (value, unit, index) = (value + 0.25, 0.25, index + 3)
      } else if value < 10, let part = NumberWords.fractions[sentence.word(index)],
        sentence.word(index).hasSuffix("s") || value == 1
      {
        // Two thirds of.
        guard sentence.word(index + 1) == "of" else { return nil }
        return fraction(value * part, start, index + 1)
      }
      return continued(WrittenNumber(value: value, unit: unit, isInWords: true), start, index)
    }
    let word = sentence.word(start)
    // ‘fell by more than a third’.
    if word == "a" || word == "half",
      let part = NumberWords.fractions[word == "half" ? word : sentence.word(start + 1)],
      ["by", "than", "nearly", "almost", "about", "over", "around", "roughly", "under"].contains(
        sentence.word(start - 1)),
      case let end = word == "half" ? start + 1 : start + 2,
      [
        "", "between", "in", "from", "over", "since", "to", "by", "during", ",", ")", ";",
        "compared", "on", "as",
      ]
      .contains(sentence.word(end)),
      sentence.range.contains(where: {
        $0 < start && start - $0 < 8 && NumberWords.directions[sentence.word($0)] != nil
      })
    {
      return fraction(part, start, end)
    }
    if word == "a" || word == "one", let part = NumberWords.fractions[sentence.word(start + 1)],
      sentence.word(start + 2) == "of"
    {
      return fraction(part, start, start + 2)
    }
    if word == "half", sentence.word(start + 1) == "of" || sentence.word(start + 1) == "the" {
      return fraction(0.5, start, start + 1)
    }
    if word == "a", let scale = NumberWords.scales[sentence.word(start + 1)], scale >= 1e6,
      sentence.word(start + 1).utf8.count > 2
    {
      return continued(WrittenNumber(value: 1, unit: 1, isInWords: true), start, start + 1)
    }
    return nil
  }

  private func fraction(_ value: Double, _ start: Int, _ end: Int) -> Item {
    Item(
      tokens: start..<end, number: WrittenNumber(value: 100 * value, unit: 1, isInWords: true),
      kind: .percent, from: start)
  }

  /// A number with the scale and unit that follow it.
  private func continued(_ written: WrittenNumber, _ start: Int, _ behind: Int) -> Item {
    var (number, end) = (written, behind)
    var isScaled = abs(written.value) >= 1000 && isGrouped(start)
    if let item = oneIn(written, start, end) ?? fewIn(written, start, end) { return item }
    if let before = token(start - 1), before.kind == .mark, before.text == "-",
      before.end == token(start)?.start, token(start - 2).map({ $0.end < before.start }) ?? true
    {
      number.value = -number.value
    }
    while let scale = token(end)?.text, let factor = NumberWords.scales[scale],
      scale.utf8.count > 2 || token(end)?.start == token(end - 1)?.end || scale == "m"
        || scale == "bn" || scale == "mn"
    {
      number = number.scaled(by: factor)
      isScaled = true
      end += 1
    }
    if sentence.follows(["and", "a", "half"], at: end), isScaled == false {
      number = WrittenNumber(value: number.value + 0.5, unit: 0.5, isInWords: true)
      end += 3
    }
    var kind = Kind.plain
    let next = sentence.word(end)
    if next == "%" || next == "percent" || next == "pc" {
      (kind, end) = (.percent, end + 1)
    } else if next == "per", sentence.word(end + 1) == "cent" {
      (kind, end) = (.percent, end + 2)
    } else if next == "percentage", sentence.word(end + 1).hasPrefix("point") {
      (kind, end) = (.points, end + 2)
    } else if next == "pp" || next == "ppt" {
      (kind, end) = (.points, end + 1)
    } else if next == "times" || next == "fold" {
      (kind, end) = (.times, end + 1)
    } else if ["year", "years", "yr", "yrs"].contains(next) {
      (kind, end) = (.years, end + 1)
    } else if next == "decades" || next == "decade" {
      (kind, number, end) = (.years, number.scaled(by: 10), end + 1)
    }
    if kind == .plain, !isScaled, next == "points" || next == "point" {
      (kind, end) = (.points, end + 1)
    }
    if kind == .percent, sentence.word(end).hasPrefix("point") { (kind, end) = (.points, end + 1) }
    if kind == .percent, sentence.word(end) == "-", sentence.word(end + 1).hasPrefix("point") {
      (kind, end) = (.points, end + 2)
    }
    var from = start
    switch sentence.word(start - 1) {
    case "$":
      from = start - 1
      kind = .dollars
      if ["us", "u"].contains(sentence.word(start - 2)) { from = start - 2 }
    case "usd":
      (kind, from) = (.dollars, start - 1)
    case "£", "€", "eur", "gbp", "chf", "aud", "cad": (kind, from) = (.otherMoney, start - 1)
    case "by" where sentence.word(start - 2) == "multiplied": kind = .times
    case "of" where sentence.word(start - 2) == "factor": kind = .times
    default: break
    }
    if kind == .plain {
      if ["dollars", "dollar", "usd"].contains(sentence.word(end)) {
        (kind, end) = (.dollars, end + 1)
      } else if sentence.word(end) == "us", sentence.word(end + 1).hasPrefix("dollar") {
        (kind, end) = (.dollars, end + 2)
      } else if ["euros", "euro", "pounds", "francs", "rupees", "pesos", "yen"].contains(
        sentence.word(end))
      {
        kind = .otherMoney
      }
    }
    return Item(
      tokens: from..<end, number: number, kind: kind, from: from, isScaled: isScaled)
  }

  /// Whether the digits of a number are in groups: more bytes than digits.
  private func isGrouped(_ index: Int) -> Bool {
    guard let token = token(index), case .number(let number) = token.kind else { return false }
    return token.end - token.start > Numerals.rounded(number.value, decimals: 0).utf8.count
  }

  /// `one in 30`, `1 out of every 30 people`.
  private func oneIn(_ written: WrittenNumber, _ start: Int, _ behind: Int) -> Item? {
    guard written.value == 1 else { return nil }
    var index = behind
    if ["person", "people", "resident", "inhabitant", "human"].contains(sentence.word(index)) {
      index += 1
    }
    guard ["in", "out", "of"].contains(sentence.word(index)) else { return nil }
    let isOf = sentence.word(index) == "of"
    index += 1
    if sentence.word(index) == "of" { index += 1 }
    let isEvery = sentence.word(index) == "every"
    if isEvery { index += 1 }
    guard !isOf || isEvery else { return nil }
    let parts: Double
    let unit: Double
    if let number = number(index) {
      (parts, unit) = (number.value, number.unit)
      index += 1
    } else if let word = NumberWords.cardinals[sentence.word(index)] {
      (parts, unit) = (word, 1)
      index += 1
      if word >= 20, let more = NumberWords.cardinals[sentence.word(index)], more < 10 {
        return item(word + more, 1, index + 1)
      }
    } else {
      return nil
    }
    func item(_ parts: Double, _ unit: Double, _ end: Int) -> Item? {
      guard parts >= 2 else { return nil }
      // 1 in 30 stands for 1 in 29.5 to 1 in 30.5.
      let value = 100 / parts
      return Item(
        tokens: start..<end,
        number: WrittenNumber(value: value, unit: 2 * (100 / (parts - unit / 2) - value)),
        kind: .oneIn, from: start)
    }
    return item(parts, unit, index)
  }

  /// `three in ten`, `seven out of ten`: a part in words.
  private func fewIn(_ written: WrittenNumber, _ start: Int, _ behind: Int) -> Item? {
    guard written.isInWords, written.value < 20,
      sentence.word(behind) == "in" || sentence.follows(["out", "of"], at: behind)
    else { return nil }
    let end = behind + (sentence.word(behind) == "in" ? 1 : 2)
    guard let parts = NumberWords.cardinals[sentence.word(end)], parts > written.value,
      [4, 5, 6, 7, 8, 9, 10, 20].contains(parts)
    else { return nil }
    return Item(
      tokens: start..<end + 1,
      number: WrittenNumber(value: 100 * written.value / parts, unit: 5, isInWords: true),
      kind: .oneIn, from: start)
  }

  private func ratioWord(_ factor: Double, _ index: Int) -> Item? {
    // Of doubling times the years are the claim.
    if ["double", "doubling", "doubles", "halving"].contains(sentence.word(index)),
      sentence.has(["years", "year", "time"], in: index + 1..<index + 6)
        || sentence.word(index + 1) == "time"
    {
      return nil
    }
    // ‘would take 35 years to double’.
    if sentence.word(index) == "double", sentence.word(index - 1) == "to",
      sentence.has(["years"], in: index - 8..<index)
    {
      return nil
    }
    if sentence.word(index - 1) == "a", sentence.word(index).hasSuffix("ing") { return nil }
    // ‘is set to double’, ‘will triple’: of the future.
    return Item(
      tokens: index..<index + 1, number: WrittenNumber(value: factor, unit: 0.1, isInWords: true),
      kind: .ratioWord, from: index)
  }

  // MARK: Ranks

  private static let sizes: [String: Bool] = [
    "largest": true, "biggest": true, "highest": true, "greatest": true, "top": true, "most": true,
    "smallest": false, "lowest": false, "fewest": false,
  ]

  private func rank(_ place: Int, _ start: Int, _ end: Int) -> Item? {
    let next = sentence.word(end)
    let isRanked =
      sentence.has(
        ["ranked", "ranks", "rank", "ranking", "came", "placed", "place"], in: start - 4..<end + 2)
    guard Self.sizes[next] != nil || isRanked, place < 300 else { return nil }
    let stop = Self.sizes[next] != nil ? end + 1 : end
    return Item(
      tokens: start..<stop, number: WrittenNumber(value: Double(place), unit: 1), kind: .ordinal,
      from: start, isHighest: Self.sizes[next] ?? true)
  }

  /// `the largest number of migrants`, `more refugees than any other country`.
  private func superlative(_ index: Int) -> Item? {
    let word = sentence.word(index)
    if let isHighest = Self.sizes[word] {
      guard word != "most" || sentence.subjects.contains(where: { $0.start == index + 1 }),
        word != "top" || sentence.word(index + 1).hasPrefix("host")
          || sentence.word(index + 1) == "destination"
          || sentence.word(index + 1) == "recipient",
        !["at", "level", "ever", "point", "in", "on"].contains(sentence.word(index + 1)),
        !["at", "their", "its"].contains(sentence.word(index - 1))
      else { return nil }
      return Item(
        tokens: index..<index + 1, number: WrittenNumber(value: 1, unit: 1), kind: .superlative,
        from: index, isHighest: isHighest)
    }
    if word == "more" || word == "fewer",
      let than = (index..<index + 7).first(where: {
        sentence.word($0) == "than" && sentence.word($0 + 1) == "any"
      })
    {
      return Item(
        tokens: index..<than + 2, number: WrittenNumber(value: 1, unit: 1), kind: .superlative,
        from: index, isHighest: word == "more")
    }
    return nil
  }

  // MARK: The words before it

  private static let thresholds: [([String], Threshold)] = [
    (["in", "excess", "of"], .over), (["no", "fewer", "than"], .atLeast),
    (["not", "less", "than"], .atLeast), (["no", "less", "than"], .atLeast),
    (["no", "more", "than"], .atMost), (["not", "more", "than"], .atMost),
    (["more", "than"], .over), (["greater", "than"], .over), (["at", "least"], .atLeast),
    (["at", "most"], .atMost), (["just", "over"], .over), (["better", "than"], .over),
    (["upwards", "of"], .over),
    (["north", "of"], .over), (["shy", "of"], .nearly), (["little", "under"], .nearly),
    (["little", "over"], .over), (["shade", "over"], .over), (["region", "of"], .about),
    (["just", "under"], .nearly),
    (["just", "below"], .nearly), (["well", "over"], .over), (["fewer", "than"], .under),
    (["less", "than"], .under), (["close", "to"], .nearly), (["up", "to"], .atMost),
    (["more", "or", "less"], .about), (["an", "estimated"], .exactly),
    (["over"], .over), (["above"], .over), (["exceeding"], .over), (["exceeded"], .over),
    (["exceeds"], .over), (["topped"], .over), (["surpassed"], .over), (["surpassing"], .over),
    (["passed"], .over), (["nearly"], .nearly), (["almost"], .nearly), (["approaching"], .nearly),
    (["under"], .under), (["below"], .under), (["about"], .about), (["around"], .about),
    (["roughly"], .about), (["approximately"], .about), (["some"], .about), (["circa"], .about),
    (["c"], .about), (["ca"], .about), (["approx"], .about), (["~"], .about),
    (["minimum", "of"], .atLeast), (["maximum", "of"], .atMost),
  ]

  private func addThreshold(_ item: inout Item, behind last: Int) {
    guard ![.superlative, .ordinal].contains(item.kind) else { return }
    var index = item.from - 1
    while ["a", "an", "the", "than", "-"].contains(sentence.word(index)) && index > last,
      !(sentence.word(index) == "than")
    { index -= 1 }
    for (words, threshold) in Self.thresholds {
      let start = index - words.count + 1
      guard start >= last, sentence.follows(words, at: start) else { continue }
      // ‘over the years’, and ‘more than in 1990’ behind a number, are none.
      item.threshold = threshold
      item.from = start
      return
    }
  }

  // MARK: What is no claim

  private static let labels: Set = [
    "page", "pages", "p", "pp", "chapter", "chapters", "section", "sections", "article", "articles",
    "paragraph", "paragraphs", "para", "paras", "figure", "figures", "table", "tables", "annex",
    "appendix", "box", "no", "nos", "number", "resolution", "goal", "goals", "target", "sdg",
    "note",
    "footnote", "part", "volume", "vol", "session", "item", "question", "covid", "clause",
    "schedule",
    "line", "lines", "row", "rows", "step", "room", "phone", "tel", "telephone", "ext", "version",
    "aged", "age", "ages", "isbn", "issn", "doi", "rev", "indicator", "bill", "act", "call",
    "extension",
  ]
  private static let months: Set = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep",
    "sept", "oct", "nov", "dec",
  ]
  private static let counted: Set = [
    "countries", "country", "areas", "territories", "parliaments", "parliamentarians", "members",
    "governments", "regions", "cities", "delegates", "reports", "pages", "respondents", "nations",
    "states", "days", "weeks", "months", "hours", "minutes", "times", "interviews", "surveys",
    "indicators", "targets", "goals", "chapters", "recommendations", "questions", "experts",
    "organizations", "organisations", "studies", "km", "kilometres", "kilometers", "miles", "am",
    "witnesses", "submissions", "sessions", "articles", "vintages", "sources", "series", "tables",
  ]

  private func isClaim(_ item: Item) -> Bool {
    let before = sentence.word(item.from - 1)
    let after = sentence.word(item.tokens.upperBound)
    if item.kind == .times || item.kind == .ratioWord || item.kind == .ordinal
      || item.kind == .superlative || item.kind == .oneIn
    {
      return true
    }
    if item.kind == .years { return isDoublingTime(item) }
    if Self.labels.contains(before), !item.isScaled || item.kind == .plain { return false }
    if before == "#" || before == "/" || after == "/" || before == "+" { return false }
    if item.kind != .plain { return true }
    if Self.months.contains(before) || Self.months.contains(after) { return false }
    if Self.counted.contains(after)
      || Self.counted.contains(sentence.word(item.tokens.upperBound + 1)),
      !item.isScaled || abs(item.number.value) < 10_000
    {
      return false
    }
    if item.isScaled { return true }
    // A small bare number counts only where people or a topic follow at once.
    if item.number.isInWords { return false }
    let near = item.tokens.upperBound..<item.tokens.upperBound + 3
    return sentence.has(["people", "persons", "migrants", "refugees"], in: near)
      || sentence.subjects.contains { $0.topic != nil && near.contains($0.start) }
  }

  /// ‘doubles in 35 years’, ‘a doubling time of 28 years’.
  private func isDoublingTime(_ item: Item) -> Bool {
    let around = item.from - 12..<item.tokens.upperBound + 8
    return sentence.has(
      ["doubling", "double", "doubles", "halving", "halve", "halves"], in: around)
      && !["last", "past", "next", "previous", "every", "first"].contains(
        sentence.word(item.from - 1))
      || sentence.has(["doubling", "doubles", "double"], in: around)
        && sentence.word(item.from - 1) == "every"
  }

  /// ‘from 153 to 272 million’: the scale is both's.
  private func shareScales(_ items: inout [Item]) {
    for index in items.indices.dropLast() {
      let next = items[index + 1]
      let joint = sentence.word(items[index].tokens.upperBound)
      guard items[index].kind == .plain, !items[index].isScaled, next.isScaled,
        ["to", "and", "–", "-", "or"].contains(joint),
        next.from - items[index].tokens.upperBound <= 2
      else { continue }
      let factor = scale(of: next)
      items[index].number = items[index].number.scaled(by: factor)
      items[index].isScaled = true
      items[index].kind = next.kind
    }
  }

  private func scale(of item: Item) -> Double {
    item.tokens.reduce(1) { $0 * (NumberWords.scales[sentence.word($1)] ?? 1) }
  }
}
