/// A sentence with what its words name, before its numbers are read as claims.
struct Sentence {
  /// Something named, with the tokens that name it.
  struct Place {
    let start: Int
    let end: Int
    let codes: [String]
  }

  /// A topic named; nil for something else that looks like one.
  struct Subject {
    let start: Int
    let end: Int
    let topic: Int?
    /// Whether it is the people of a place.
    var isPopulation = false
  }

  /// Two years that belong together; the last is nil for ‘since 1990’.
  struct Span {
    let start: Int
    let end: Int
    let first: Int
    let last: Int?
  }

  /// All tokens of the text.
  let tokens: [Token]
  /// The tokens of the sentence.
  let range: Range<Int>
  /// The tokens that name something.
  private(set) var named = Set<Int>()
  private(set) var places: [Place] = []
  private(set) var subjects: [Subject] = []
  private(set) var modifiers: [Subject] = []
  private(set) var publishers: [String] = []
  /// The single years, by token.
  private(set) var years: [(at: Int, year: Int)] = []
  private(set) var spans: [Span] = []
  /// Whether a word looks like the name of a place that is not known.
  private(set) var hasUnknownPlace = false
  /// Whether people are told by where they come from.
  private(set) var tellsOrigins = false

  init(_ tokens: [Token], _ range: Range<Int>, _ vocabulary: Vocabulary) {
    self.tokens = tokens
    self.range = range
    var index = range.lowerBound
    let slice = tokens[range]
    while index < range.upperBound {
      guard tokens[index].kind == .word,
        let (mention, end) = vocabulary.mention(at: index, in: slice)
      else {
        index += 1
        continue
      }
      if mention != .other { named.formUnion(index..<end) }
      switch mention {
      case .area(let codes):
        // ‘Canada, Australia and New Zealand’ are three, though two of them are a region's name.
        if let (single, next) = firstOfList(index, end, vocabulary, slice) {
          places.append(Place(start: index, end: next, codes: single))
          index = next
          continue
        }
        if isPartOfName(index, end) {
          hasUnknownPlace = true
        } else if isOrigin(index) || isBareBeforePeople(index, end, codes, vocabulary, slice) {
          tellsOrigins = true
        } else {
          places.append(Place(start: index, end: end, codes: codes))
        }
      case .people(let codes):
        // The Canadian migrant stock is Canada's; Canadian migrants may come from there.
        if has(["stock", "population", "community", "share"], in: end..<end + 4) {
          places.append(Place(start: index, end: end, codes: codes))
        } else if vocabulary.mention(at: end, in: slice) != nil {
          tellsOrigins = true
        } else {
          hasUnknownPlace = true
        }
      case .topic(let topic):
        subjects.append(
          Subject(
            start: index, end: end, topic: isOtherMigration(index) ? nil : topic,
            isPopulation: topic == vocabulary.population))
      case .modifier(let topic): modifiers.append(Subject(start: index, end: end, topic: topic))
      case .publisher(let name):
        publishers.append(name)
        // ‘OECD countries’ are a place.
        if ["countries", "states", "members", "economies"].contains(word(end)) {
          hasUnknownPlace = true
        }
      case .other: subjects.append(Subject(start: index, end: end, topic: nil))
      }
      index = end
    }
    findUnknownPlaces()
    findYears()
  }

  /// A word of the sentence; empty outside of it and for what is no word.
  func word(_ index: Int) -> String {
    range.contains(index) ? tokens[index].text : ""
  }

  /// Whether one of some words stands among tokens.
  func has(_ words: Set<String>, in span: Range<Int>) -> Bool {
    span.clamped(to: range).contains { tokens[$0].kind == .word && words.contains(tokens[$0].text) }
  }

  /// Whether words follow one another from a token on, ‘the’ passed over.
  func follows(_ words: [String], at index: Int) -> Bool {
    var index = index
    for word in words {
      if self.word(index) == "the", word != "the" { index += 1 }
      guard self.word(index) == word else { return false }
      index += 1
    }
    return true
  }

  // MARK: Names

  /// ‘net’, ‘internal’ and the like before ‘migration’ make something else of it.
  private func isOtherMigration(_ index: Int) -> Bool {
    if ["migration", "immigration"].contains(word(index)) || word(index + 1) == "migration" {
      let end = word(index + 1) == "migration" ? index + 2 : index + 1
      if ["to", "from", "into"].contains(word(end)) { return true }
    }
    return [
      "net", "internal", "labour", "labor", "irregular", "return", "student", "forced", "new",
      "family", "seasonal", "temporary", "skilled", "undocumented", "illegal", "highly", "annual",
    ]
    .contains(word(index - 1))
  }

  /// ‘Northern’ before ‘Ireland’, ‘Peterson’ behind ‘Jordan’: part of another name.
  private func isPartOfName(_ start: Int, _ end: Int) -> Bool {
    func isName(_ index: Int) -> Bool {
      guard range.contains(index), tokens[index].kind == .word, tokens[index].isCapital,
        !tokens[index].isAllCapital || tokens[index].text.utf8.count > 4
      else { return false }
      return !Self.plain.contains(tokens[index].text)
    }
    if tokens[start].text == "world" || tokens[start].text.hasPrefix("global") { return false }
    return isName(start - 1) && start - 1 > range.lowerBound
      || start - 1 == range.lowerBound && isName(start - 1)
        && [
          "northern", "southern", "eastern", "western", "west", "east", "north", "south", "new",
          "greater", "central", "inner", "upper", "lower",
        ].contains(word(start - 1))
  }

  /// The first place of a list whose last two bear the name of a region together; nil elsewhere.
  private func firstOfList(
    _ start: Int, _ end: Int, _ vocabulary: Vocabulary, _ slice: ArraySlice<Token>
  ) -> (codes: [String], end: Int)? {
    guard word(start - 1) == ",", places.last?.end == start - 1,
      let joint = (start..<end).first(where: { word($0) == "and" }),
      case (.area(let codes), let next)? = vocabulary.mention(at: start, in: slice[..<joint]),
      case (.area, _)? = vocabulary.mention(at: joint + 1, in: slice)
    else { return nil }
    return (codes, next)
  }

  /// ‘Palestine refugees’ come from there, ‘Jordan's refugees’ live there.
  private func isBareBeforePeople(
    _ start: Int, _ end: Int, _ codes: [String], _ vocabulary: Vocabulary,
    _ slice: ArraySlice<Token>
  ) -> Bool {
    guard codes != ["WLD"], case (.topic, let behind)? = vocabulary.mention(at: end, in: slice),
      !["stock", "population", "community"].contains(word(behind - 1))
    else { return false }
    // ‘In Jordan migrants made up …’.
    if ["in", "within", "across", "throughout"].contains(word(start - 1)) { return false }
    let last = tokens[end - 1]
    return last.end - last.start == last.text.utf8.count
  }

  /// ‘from Mexico’, ‘born in Mexico’: where people come from.
  private func isOrigin(_ start: Int) -> Bool {
    let index = word(start - 1) == "the" ? start - 1 : start
    let before = word(index - 1)
    return ["from", "leaving", "left", "fleeing"].contains(before)
      || ["born", "originating", "originated"].contains(word(index - 2))
        && ["in", "from"].contains(before)
      || ["nationals", "citizens", "natives", "emigrants"].contains(word(index - 2))
        && before == "of"
  }

  private mutating func findUnknownPlaces() {
    if range.contains(where: { word($0) == "there" && word($0 - 1) == "from" }) {
      tellsOrigins = true
    }
    for index in range where tokens[index].kind == .word && tokens[index].isCapital {
      guard !named.contains(index), !Self.plain.contains(tokens[index].text),
        !tokens[index].isAllCapital || tokens[index].text.utf8.count > 4
      else { continue }
      if index == range.lowerBound {
        if Self.hostVerbs.contains(word(index + 1)) { hasUnknownPlace = true }
      } else {
        hasUnknownPlace = true
      }
    }
  }

  private static let hostVerbs: Set = [
    "hosted", "hosts", "had", "has", "received", "receives", "took", "saw", "counted", "counts",
    "recorded", "registered", "sheltered", "shelters", "harboured", "is", "was", "remained",
  ]

  /// Words that are capitals for other reasons than being a place.
  private static let plain: Set = [
    "in", "on", "at", "by", "from", "for", "and", "but", "the", "a", "an", "of", "to", "between",
    "since", "while", "as", "of", "according", "over", "during", "after", "before", "with", "today",
    "some", "about", "around", "nearly", "almost", "more", "globally", "worldwide", "both", "all",
    "meanwhile", "however", "moreover", "there", "this", "that", "it", "its", "their", "they", "he",
    "she", "we", "i", "if", "when", "where", "women", "men", "people", "january", "february",
    "march",
    "april", "may", "june", "july", "august", "september", "october", "november", "december",
    "international", "migrant", "migrants", "migration", "refugees", "remittances", "population",
    "parliament", "parliamentary", "committee", "minister", "government", "member", "members",
    "state", "states", "commonwealth", "article", "chapter", "section", "table", "figure", "annex",
    "resolution", "covid", "revision", "division", "report", "compact", "assembly", "council",
    "department", "house", "committee's", "organization", "organisation", "one", "two", "three",
    "every", "each", "only", "just", "even", "still", "by", "under", "against", "like", "unlike",
    "compared", "not", "no", "yet", "so", "then", "here", "what", "which", "who", "many", "most",
    "together", "among", "up", "down", "at", "estimates", "data", "figures", "statistics", "rev",
    "conference", "communique", "ministers", "parliamentarians", "delegates", "participants",
    "library", "chair", "speaker", "personal", "index", "stock", "total", "hosting", "home", "had",
    "did", "does", "has", "have",
  ]

  // MARK: Years

  /// ‘the 2019 report’, ‘Act of 2019’: the year of a publication, not of a number.
  private func isOfPublication(_ at: Int) -> Bool {
    let names: Set = [
      "report", "edition", "act", "revision", "publication", "compact", "budget", "survey",
      "conference",
      "summit", "round", "paper", "study", "communique", "resolution", "review", "census",
      "election",
    ]
    return names.contains(word(at + 1)) || word(at - 1) == "of" && names.contains(word(at - 2))
  }

  private mutating func findYears() {
    for index in range {
      switch tokens[index].kind {
      case .years(let first, let last):
        spans.append(Span(start: index, end: index + 1, first: first, last: last))
      case .year(let year): years.append((index, year))
      default: break
      }
    }
    var used = Set<Int>()
    for (position, (at, year)) in years.enumerated() {
      let before = word(at - 1)
      if before == "since" {
        let later = years.dropFirst(position + 1).first { $0.year > year }
        let joins =
          later.map {
            has(["and", "to", "until", "through", "by"], in: at + 1..<$0.at) && $0.at - at <= 3
          } ?? false
        spans.append(Span(start: at - 1, end: at + 1, first: year, last: joins ? later?.year : nil))
        used.insert(at)
        if joins, let later { used.insert(later.at) }
        continue
      }
      guard
        ["between", "from", "of", "over", "period", "years", "the"].contains(before)
          || before == "",
        position + 1 < years.count
      else { continue }
      let next = years[position + 1]
      let joint = next.at - at == 2 ? word(at + 1) : ""
      let isPair =
        before == "between" && joint == "and"
        || before != "between" && ["to", "through", "until", "till", "–", "-"].contains(joint)
      if isPair, year < next.year {
        spans.append(Span(start: at - 1, end: next.at + 1, first: year, last: next.year))
        used.formUnion([at, next.at])
      }
    }
    // ‘in the three decades to 2020’.
    for (at, year) in years
    where ["to", "before", "until", "ending", "through"].contains(word(at - 1)) {
      let noun = word(at - 2)
      guard let length = ["decades": 10, "decade": 10, "years": 1][noun] else { continue }
      let count: Double?
      switch range.contains(at - 3) ? tokens[at - 3].kind : .mark {
      case .number(let number): count = number.value
      case .word: count = noun == "decade" ? 1 : NumberWords.cardinals[word(at - 3)]
      default: count = nil
      }
      if let count, count >= 1, count <= 200 {
        spans.append(
          Span(start: at - 3, end: at + 1, first: year - Int(count) * length, last: year))
        used.insert(at)
      }
    }
    years = years.filter { !used.contains($0.at) && !isOfPublication($0.at) }
  }
}
