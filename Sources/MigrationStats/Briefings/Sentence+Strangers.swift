extension Sentence {
  /// The words of the sentence that the grammar does not understand: neither names nor numbers nor
  /// words of the short list that change nothing in what a number says.
  ///
  /// A number is confirmed only where there are none: lists of words that forbid can never be
  /// complete.
  ///
  /// - Parameters:
  ///   - items: the numbers of the sentence.
  ///   - form: the form of the claim; what is ranked, and what peaks, is told by few words.
  func strangers(_ items: [NumberFinder.Item], _ form: Claim.Form) -> [String] {
    var known = named
    for item in items { known.formUnion(item.from..<item.tokens.upperBound) }
    for span in spans { known.formUnion(span.start..<span.end) }
    if [.change, .changePercent, .ratio, .annualRate].contains(form) {
      for words in likeForLike { known.formUnion(words) }
    }
    for phrase in Self.phrases {
      for index in range where follows(phrase, at: index) {
        known.formUnion(index..<index + phrase.count)
      }
    }
    var strangers: [String] = []
    for index in range where !known.contains(index) {
      let token = tokens[index]
      if token.text == "?" || token.text == "±" { strangers.append(token.text) }
      guard token.kind == .word else { continue }
      // A rate is grown at, or else itself grows.
      if token.text == "rate" || token.text == "rates", !isPlainRate(index, items) {
        strangers.append(token.text)
      }
      if Self.harmless.contains(token.text), !(form == .rank && Self.measures.contains(token.text))
      {
        continue
      }
      if form == .peak, Self.peakWords.contains(token.text) { continue }
      if isPoliteness(index) || token.text == "decade" { continue }
      if isOfPlace(index, items) { continue }
      if isOfWhole(index) { continue }
      // ‘we were told’, and days such as 4 March.
      if token.text == "us", !token.isAllCapital { continue }
      if isDay(index) { continue }
      strangers.append(token.text)
    }
    return orderedUnique(strangers)
  }

  /// Where the sentence says ‘like for like’ or ‘like-for-like basis’.
  var likeForLike: [Range<Int>] {
    range.compactMap { index in
      var end = index + 1
      if word(index) != "like-for-like" {
        guard word(index) == "like" else { return nil }
        let rest = (end..<max(end, range.upperBound)).filter { tokens[$0].text != "-" }.prefix(2)
        guard rest.map({ word($0) }) == ["for", "like"], let last = rest.last else { return nil }
        end = last + 1
      }
      return index..<(word(end) == "basis" ? end + 1 : end)
    }
  }

  /// ‘second after Germany’: the place that is ahead.
  private func isOfPlace(_ index: Int, _ items: [NumberFinder.Item]) -> Bool {
    word(index) == "after"
      && places.contains {
        $0.start == index + 1 || $0.start == index + 2 && word(index + 1) == "the"
      }
      && items.contains { $0.kind == .ordinal || $0.kind == .superlative }
  }

  /// ‘a population of 56.4 million, of whom 992,536 were migrants’.
  private func isOfWhole(_ index: Int) -> Bool {
    word(index) == "whom" && word(index - 1) == "of"
      && subjects.first.map { $0.end <= index && $0.isPopulation } ?? false
  }

  /// ‘at a rate of 2 per cent’, ‘log rate’: not a rate that itself changes.
  private func isPlainRate(_ index: Int, _ items: [NumberFinder.Item]) -> Bool {
    if ["log", "compound", "exponential", "geometric", "continuous"].contains(word(index - 1)) {
      return true
    }
    return word(index + 1) == "of"
      && (items.contains { (index + 2...index + 4).contains($0.from) }
        || [index + 2, index + 3].contains { range.contains($0) && isYear($0) })
      || word(index + 1) == "was" || word(index + 1) == "is"
  }

  private func isYear(_ index: Int) -> Bool {
    switch tokens[index].kind {
    case .year, .years: true
    default: false
    }
  }

  /// Whether a month stands beside the number of a day.
  private func isDay(_ index: Int) -> Bool {
    guard NumberFinder.months.contains(word(index)) else { return false }
    return [index - 1, index + 1].contains { beside in
      guard range.contains(beside), case .number(let number) = tokens[beside].kind else {
        return false
      }
      return number.value >= 1 && number.value <= 31
    }
  }

  /// Whether a word with a capital is no name that is known.
  func hasStrangeName(_ items: [NumberFinder.Item]) -> Bool {
    hasUnknownPlace
      || range.contains { index in
        let token = tokens[index]
        return token.kind == .word && token.isCapital && !named.contains(index)
          && !Self.harmless.contains(token.text) && !NumberFinder.months.contains(token.text)
          && !items.contains { ($0.from..<$0.tokens.upperBound).contains(index) }
      }
  }

  /// Words that change nothing where they stand together.
  private static let phrases = [
    ["at", "no", "time"], ["minority", "report"], ["between", "them"], ["what", "it", "was"],
    ["what", "they", "were"],
  ]

  /// Words that tell that something else than the number is ranked.
  private static let measures: Set = [
    "share", "shares", "proportion", "rate", "rates", "growth", "increase", "increases", "rise",
    "average", "percentage", "level", "gain", "gains", "per", "decline", "decrease", "drop",
    "change",
  ]

  /// Words of peaks and troughs.
  private static let peakWords: Set = [
    "peaked", "peak", "peaking", "trough", "troughed", "bottomed", "record", "ever", "high", "low",
    "point",
  ]

  private static let harmless: Set<String> = Set(
    ("a about above according account accounted accounting accounts across added adding again "
      + "all almost already also altogether among amongst amounted amounts an and annex annual "
      + "annually any approaching approximately are area areas around as assured at attained "
      + "average be bears became been beginning being below better between biggest billion "
      + "both but by came cent change circa climb climbed close combined comes committee conference communique parliamentarians "
      + "compared comparison compound compounded comprise comprised confirmed constitute "
      + "constituted continuous continuously count counted countries country counts credited "
      + "currently data date decade decades decline declined declines declining decrease "
      + "decreased decreases definition department destination destinations dollar dollars "
      + "double doubled doubles doubling down draft drop dropped drops during each eight end "
      + "equal equivalent estimate estimated estimates even every exceed exceeded exceeding "
      + "exceeds excess expanded factor fall fallen falling falls fell fewer fewest fifty "
      + "figure figures five fold for forty four from further gain gained gains globe go goes "
      + "going greater greatest grew grow growing grown grows growth had halfway halved "
      + "halving has have having he heard held higher highest hold holds home homes honourable "
      + "host hosted hosting hosts hundred in increase increased increases increasing index "
      + "international is it its jointly just larger largest latest least less level levels "
      + "little live lived lives living log lower lowest made make makes mandate mean member "
      + "members mere mid million minister more most multiplied multiply nation nearly nine "
      + "north note noted notes now number numbered numbers numerous of official on once one "
      + "only or other our out over pace page paragraph passed pc people per percent "
      + "percentage period person persons place placed places point points proportion put puts "
      + "quadrupled question rank ranked ranking ranks rate rates reach reached reaches "
      + "reaching recall receive received receives receiving recipient recipients recorded "
      + "regards registered remain remained remains repeating reply represent represented "
      + "represents reside resided resides respect respectively rise risen rises rising rose "
      + "roughly rounds said say says set sets seven shade share shares she sheltered "
      + "sheltering shelters show showed shown shows shrank shrunk shy since six smaller "
      + "smallest so some span stand stands start statistics still stock stocks stood sum "
      + "surpassed surpassing sustain swollen table taken takes tempo ten territories "
      + "territory than that the their then there these they thirty this those thousand three "
      + "through throughout time times to today together told took top topped total totaled "
      + "totalled totalling totals trebled tripled twenty twice two under up upwards was way "
      + "we went were when where whereas which while whole wish with within witnesses worth "
      + "year yearly years "
      + "oft earlier many much large small big did do does would take taking see seen stated states against lost later given gave cited quoted "
      + "precise precisely part paper behind ahead revised derives derived bank report reports publication publications being waiting decision bilateral settled century quarter overall roughly broadly globally")
      .split(separator: " ").map(String.init))
}
