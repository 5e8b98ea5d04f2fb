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
  private var lastYear: Int?
  private var isAfterUnknown = false

  /// The claims of a text: those of its sentences in their order, then those of its tables.
  static func claims(
    in tokens: [Token], _ vocabulary: Vocabulary, tables: [TextTable] = []
  ) -> [Claim] {
    var grammar = ClaimGrammar(vocabulary: vocabulary, tokens: tokens)
    var start = 0
    var following = tables[...]
    for (index, token) in tokens.enumerated() {
      // The cells of a table are no sentences.
      if let table = following.first, index >= table.tokens.lowerBound {
        if index < table.tokens.upperBound {
          start = table.tokens.upperBound
          continue
        }
        following.removeFirst()
      }
      guard
        token.kind == .sentenceEnd || token.kind == .paragraphEnd || index - start >= Self.longest
      else { continue }
      if start < index { grammar.read(start..<index) }
      if token.kind == .paragraphEnd {
        grammar.lastTopic = nil
        grammar.lastPlaces = []
        grammar.lastYear = nil
        grammar.isAfterUnknown = false
      }
      let isEnd = token.kind == .sentenceEnd || token.kind == .paragraphEnd
      start = isEnd ? index + 1 : index
    }
    for table in tables {
      grammar.claims += TableReader(vocabulary: vocabulary, tokens: tokens, table: table).claims()
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
      }
      isAfterUnknown = sentence.hasStrangeName(items)
    }
    guard !items.isEmpty else {
      lastYear = nil
      return
    }
    let read = ClaimReader(
      sentence: sentence, items: items, vocabulary: vocabulary, lastTopic: lastTopic,
      lastPlaces: lastPlaces, lastYear: lastYear, isAfterUnknown: isAfterUnknown
    ).claims()
    claims += read
    let years = orderedUnique(read.map(\.years))
    let isOfOneYear =
      years.count == 1 && years[0].count == 1 && read.allSatisfy { $0.topic != nil }
      && sentence.spans.isEmpty
    lastYear = isOfOneYear ? years[0][0] : nil
  }
}
