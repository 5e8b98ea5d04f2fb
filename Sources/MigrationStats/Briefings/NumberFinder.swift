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
    /// Whether it is a part in words, or one in so many.
    var isFraction = false
    /// The upper end of ‘between 7 and 8 million’.
    var last: WrittenNumber?

    /// The values that the words stand for.
    var interval: (lower: Double?, upper: Double?) {
      if let last { return (number.range.lowerBound, last.range.upperBound) }
      if isFraction, threshold == .about, kind == .oneIn || kind == .percent {
        // ‘about one in five’: one in 4.5 to one in 5.5, and never further off than a tenth.
        let value = number.value
        let parts = 100 / value
        let reach = value > 50 ? number.unit / 2 : value * 0.1
        return (
          max(value - reach, 100 / (parts + 0.5)), min(value + reach, 100 / max(parts - 0.5, 1))
        )
      }
      // ‘more than halved’ is less than half.
      if kind == .ratioWord, number.value < 1 {
        switch threshold {
        case .over, .atLeast: return (nil, number.value)
        case .nearly: return (number.value, number.value * 1.1)
        case .under, .atMost: return (number.value, nil)
        default: break
        }
      }
      return threshold.interval(of: number)
    }

    /// The values so near to loose words that these are not plainly wrong: within a tenth of ‘a
    /// fifth’, ‘halved’, ‘one in five’, and a little more below ‘nearly’; nil of other numbers.
    var near: ClosedRange<Double>? {
      guard kind == .ratioWord || isFraction, number.value > 0 else { return nil }
      switch threshold {
      case .exactly, .about: return number.value * 0.9...number.value * 1.1
      case .nearly: return number.value * (number.value < 1 ? 0.9 : 0.85)...number.value * 1.1
      default: return nil
      }
    }
  }

  let sentence: Sentence

  /// The numbers of a sentence in order.
  ///
  /// - Parameters:
  ///   - sentence: the sentence.
  ///   - cell: where a cell of a table begins: its number is one whatever stands about it.
  static func items(of sentence: Sentence, inCellFrom cell: Int? = nil) -> [Item] {
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
      items.append(item)
      index = next
    }
    finder.shareScales(&items)
    return finder.joinRanges(items).filter { item in
      cell.map { item.tokens.upperBound > $0 } ?? false || finder.isClaim(item)
    }
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

  func token(_ index: Int) -> Token? {
    sentence.range.contains(index) ? sentence.tokens[index] : nil
  }

  func number(_ index: Int) -> WrittenNumber? {
    guard let token = token(index) else { return nil }
    if case .number(let number) = token.kind { return number }
    return nil
  }

  // MARK: One number

  func item(at index: Int) -> Item? {
    guard let token = token(index) else { return nil }
    switch token.kind {
    case .number(let number): return continued(number, index, index + 1)
    case .ordinal(let place): return rank(place, index, index + 1)
    case .word:
      let word = token.text
      if let factor = NumberWords.ratio(word) { return ratioWord(factor, index) }
      if let place = NumberWords.ordinals[word], let item = rank(place, index, index + 1) {
        return item
      }
      if let found = inWords(index) { return found }
      return superlative(index)
    default: return nil
    }
  }

  /// A number with the scale and unit that follow it.
  func continued(_ written: WrittenNumber, _ start: Int, _ behind: Int) -> Item {
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
      // Sixteen million is 16 million.
      if number.unit != 0.5 * factor { number.isInWords = false }
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
  func isGrouped(_ index: Int) -> Bool {
    guard let token = token(index), case .number(let number) = token.kind else { return false }
    return token.end - token.start > Numerals.rounded(number.value, decimals: 0).utf8.count
  }

  // MARK: The words before it

  static let thresholds: [([String], Threshold)] = [
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

  func addThreshold(_ item: inout Item, behind last: Int) {
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

  /// ‘from 153 to 272 million’, ‘4.3, 5.5 and 7.0 million’: the scale is that of all, and so is
  /// ‘per cent’.
  func shareScales(_ items: inout [Item]) {
    var isList = sentence.has(["respectively"], in: sentence.range)
    var factor = 1.0
    for index in items.indices.dropLast().reversed() {
      let (item, next) = (items[index], items[index + 1])
      if !isList { factor = 1 }
      let joint = sentence.word(item.tokens.upperBound)
      guard item.kind == .plain, !item.isScaled, next.isScaled || next.kind == .percent,
        ["to", "and", "–", "-", "or"].contains(joint) || joint == "," && isList,
        next.from - item.tokens.upperBound <= 2, !item.number.isInWords
      else {
        isList = sentence.has(["respectively"], in: sentence.range)
        factor = 1
        continue
      }
      if scale(of: next) != 1 { factor = scale(of: next) }
      items[index].number = item.number.scaled(by: factor)
      items[index].isScaled = next.isScaled
      items[index].kind = next.kind
      isList = true
    }
  }

  /// ‘between 7 and 8 million’, ‘7–8 million’: one claim with two ends; ‘± 0.5’ is none.
  func joinRanges(_ items: [Item]) -> [Item] {
    var joined: [Item] = []
    for item in items {
      let joint = joined.last.map { sentence.word($0.tokens.upperBound) } ?? ""
      if sentence.word(item.from - 1) == "±" { continue }
      if var first = joined.last, first.kind == item.kind, first.tokens.upperBound == item.from - 1,
        joint == "–" || joint == "-" || joint == "and" && sentence.word(first.from - 1) == "between"
          || joint == "to" && sentence.word(first.from - 1) != "from"
            && NumberWords.directions[sentence.word(first.from - 1)] == nil,
        first.number.value < item.number.value, first.threshold == .exactly, first.kind != .years
      {
        first.last = item.number
        first.tokens = first.tokens.lowerBound..<item.tokens.upperBound
        joined[joined.count - 1] = first
      } else {
        joined.append(item)
      }
    }
    return joined
  }

  func scale(of item: Item) -> Double {
    item.tokens.reduce(1) { $0 * (NumberWords.scales[sentence.word($1)] ?? 1) }
  }
}
