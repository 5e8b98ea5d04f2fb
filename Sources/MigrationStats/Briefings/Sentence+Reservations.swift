/// What keeps a sentence from claiming its numbers of the series held.
enum Reservation: Sendable, Hashable {
  /// The sentence denies or doubts them.
  case denied
  /// The sentence speaks of what is to come, or might.
  case projected
  /// The people are told by where they come from; the series held count them where they live.
  case origin
  /// Only some of the people are meant.
  case subset
  /// Several things are named, and it is not clear which the number counts.
  case unclear
  /// Some of its words are not understood.
  case strange([String])

  /// Why nothing is confirmed.
  var note: String {
    switch self {
    case .denied: "The sentence denies or doubts something; what it claims itself is not clear."
    case .projected:
      "The sentence speaks of what is to come or might be; the catalogue holds no projections."
    case .origin:
      "The words tell people by where they come from; the catalogue counts them where they live."
    case .unclear: "Several things are named, and it is not clear which of them the number counts."
    case .subset: "The words mean only some of the people that the series counts."
    case .strange(let words):
      "Not understood: \(words.prefix(4).map { "‘\($0)’" }.joined(separator: ", ")). The number fits if "
        + "they change nothing."
    }
  }
}

extension Sentence {
  /// What keeps a number of the sentence from being claimed; nil where nothing is seen.
  ///
  /// - Parameter tokens: those of the number.
  func reservation(of number: Range<Int>) -> Reservation? {
    if tellsOrigins { return .origin }
    for index in range where tokens[index].kind == .word {
      let text = tokens[index].text
      if Self.falsehoods.contains(text) { return .denied }
      if Self.denials.contains(text) || text == "far" && word(index + 1) == "from",
        !isPartOfThreshold(index), reaches(number, from: index)
      {
        return .denied
      }
      if Self.projections.contains(text), !tokens[index].isCapital, !isPoliteness(index) {
        return .projected
      }
      if text == "set", word(index + 1) == "to" { return .projected }
    }
    return nil
  }

  /// Whether a ‘not’ stands before a number, or behind it in the same clause.
  private func reaches(_ number: Range<Int>, from index: Int) -> Bool {
    index < number.lowerBound
      || !(number.upperBound..<index).contains { [",", ";", "which", "but"].contains(word($0)) }
  }

  /// ‘Members will wish to note’.
  func isPoliteness(_ index: Int) -> Bool {
    ["wish", "note", "recall", "know", "see", "find", "remember", "be"].contains(word(index + 1))
      && (word(index) == "will" && word(index + 1) != "be" || word(index) == "may")
  }

  /// What keeps a topic from being the series held; nil where nothing is seen.
  func reservation(of subject: Subject) -> Reservation? {
    if subjects.contains(where: { other in
      ["and", "or"].contains(word(min(other.end, subject.end)))
        && (other.start == subject.end + 1 || subject.start == other.end + 1)
    }) {
      return .subset
    }
    if Self.subsets.contains(word(subject.start - 1)) || word(subject.start - 1) == "with" {
      return .subset
    }
    // ‘remittances of migrants’: one topic is told by another.
    if subjects.contains(where: { tells($0, subject) || tells(subject, $0) }) { return .subset }
    for index in subject.end..<subject.end + 4 {
      if Self.followers.contains(word(index)) { return .subset }
      if word(index) == "per", !["cent", "annum", "year"].contains(word(index + 1)) {
        return .subset
      }
      // ‘over 65’, but not ‘over 1990–2015’; ‘who lived in’ narrows nothing.
      if ["under", "over"].contains(word(index)), isAge(index + 1) { return .subset }
      if word(index) == "who", !["live", "lived", "resided"].contains(word(index + 1)) {
        return .subset
      }
    }
    return nil
  }

  /// Whether one topic follows another as ‘of migrants’ follows ‘remittances’.
  private func tells(_ first: Subject, _ second: Subject) -> Bool {
    guard first.topic != second.topic, ["of", "for", "among", "by"].contains(word(first.end)) else {
      return false
    }
    return second.start == first.end + 1
      || second.start == first.end + 2 && ["the", "all"].contains(word(first.end + 1))
  }

  private func isAge(_ index: Int) -> Bool {
    guard range.contains(index), case .number(let number) = tokens[index].kind else { return false }
    return number.value < 110
  }

  /// ‘not less than’, ‘not only’.
  private func isPartOfThreshold(_ index: Int) -> Bool {
    word(index) == "not" && ["less", "fewer", "only", "just"].contains(word(index + 1))
  }

  /// Words that reach as far as their clause.
  private static let denials: Set = [
    "not", "never", "neither", "nor", "hardly", "cannot", "didnt", "doesnt", "isnt", "wasnt",
    "werent", "hasnt", "havent", "hadnt", "arent", "dont", "wont", "wouldnt", "couldnt", "denied",
    "denies", "disputed", "disputes", "rejected", "unlikely",
  ]

  /// Words that tell that something said is false, wherever they stand.
  private static let falsehoods: Set = [
    "myth", "wrong", "wrongly", "false", "falsely", "incorrect", "incorrectly", "untrue",
    "misleading", "mistaken", "mistakenly", "erroneous", "erroneously", "exaggerated", "fake",
  ]

  private static let projections: Set = [
    "will", "shall", "projected", "projection", "projections", "forecast", "forecasts", "expected",
    "predicted", "predicts", "would", "could", "might", "may", "scenario", "scenarios", "hoped",
    "planned", "anticipated", "likely",
  ]

  /// Words before a topic that narrow it.
  private static let subsets: Set = [
    "skilled", "unskilled", "young", "younger", "older", "elderly", "adult", "child", "working",
    "employed", "unemployed", "muslim", "christian", "recent", "new", "temporary", "permanent",
    "climate", "environmental", "economic", "urban", "rural", "educated", "registered", "resettled",
    "unaccompanied", "lgbt", "disabled", "poor", "age", "aged", "returning", "domestic", "seasonal",
    "naturalised", "naturalized", "stranded", "detained", "vulnerable", "african", "asian",
    "european", "latin", "american", "arab", "eu", "non", "intra", "south", "north", "documented",
    "legal", "regular", "potential", "aspiring", "former",
  ]

  /// Words behind a topic that narrow it.
  private static let followers: Set = [
    "aged", "with", "whose", "employed", "working", "unemployed", "detained", "drowned", "died",
    "naturalised", "naturalized", "younger", "older", "crossing", "returned",
    "returning", "resettled", "seeking", "awaiting", "camps",
  ]
}
