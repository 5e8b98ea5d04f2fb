/// Reads the numbers of a table as claims: what stands above the table, at the head of the column and
/// at the head of the row tells of each what, where and when.
///
/// The words are put before the number as if they were one sentence, so that a table is read as
/// narrowly as a text: a word that is not understood keeps its numbers from being confirmed, and what
/// is not said there is not known.
struct TableReader {
  let vocabulary: Vocabulary
  /// All tokens of the text.
  let tokens: [Token]
  let table: TextTable

  /// The claims of the cells in their order.
  func claims() -> [Claim] {
    guard let head = table.rows.first, head.count > 1 else { return [] }
    let caption = caption()
    var claims: [Claim] = []
    for row in table.rows.dropFirst() {
      guard let first = row.first else { continue }
      for (column, cell) in row.enumerated().dropFirst() where column < head.count {
        guard isNumber(cell) else { continue }
        let heads = [caption, head[0], head[column], first].map { Array(tokens[$0]) }
        claims += claim(Array(tokens[cell]), below: heads)
      }
    }
    return claims
  }

  /// Whether a cell holds one number and nothing but its scale and unit.
  private func isNumber(_ cell: Range<Int>) -> Bool {
    let numbers = tokens[cell].count { token in
      if case .number = token.kind { return true }
      return false
    }
    return numbers == 1
      && tokens[cell].allSatisfy { token in
        switch token.kind {
        case .number, .sentenceEnd: true
        case .mark: ["%", "$", "us", "-", "~", "(", ")"].contains(token.text)
        case .word:
          Self.scale(token.text) != nil || ["per", "cent", "percent", "usd"].contains(token.text)
        default: false
        }
      }
  }

  /// The tokens of the paragraphs right above, from the one on that names what is measured; its last
  /// sentence, where it has several.
  private func caption() -> Range<Int> {
    var end = table.tokens.lowerBound
    let none = end..<end
    var begin = end
    for _ in 0..<3 {
      while end > 0, Self.isEnd(tokens[end - 1]) { end -= 1 }
      var start = end
      while start > 0, !Self.isEnd(tokens[start - 1]) { start -= 1 }
      guard start < end, end - start <= 60 else { break }
      begin = start
      let sentence = Sentence(tokens, start..<end, vocabulary)
      if !sentence.subjects.isEmpty || !sentence.modifiers.isEmpty {
        return begin..<table.tokens.lowerBound
      }
      end = start
    }
    return begin < none.lowerBound ? begin..<none.lowerBound : none
  }

  private static func isEnd(_ token: Token) -> Bool {
    token.kind == .sentenceEnd || token.kind == .paragraphEnd
  }

  /// The scale that a word of a head means: `millions`.
  private static func scale(_ word: String) -> String? {
    let single = word.hasSuffix("s") ? String(word.dropLast()) : word
    guard ["thousand", "million", "billion", "mn", "bn", "m"].contains(single) else { return nil }
    return single
  }

  private func claim(_ cell: [Token], below heads: [[Token]]) -> [Claim] {
    guard let first = cell.first, let last = cell.last(where: { $0.kind != .sentenceEnd }) else {
      return []
    }
    func made(_ kind: Token.Kind, _ text: String) -> Token {
      Token(kind: kind, text: text, start: last.end, end: last.end)
    }
    let number = cell.filter { !Self.isEnd($0) && !["(", ")"].contains($0.text) }
    let isScaled = number.contains { Self.scale($0.text) != nil }
    let isPercent = number.contains { ["%", "cent", "percent"].contains($0.text) }
    let isMoney = number.contains { ["$", "us", "usd"].contains($0.text) }
    var sentence: [Token] = []
    var (scale, money, percent) = ("", false, false)
    for head in heads {
      for (index, token) in head.enumerated() where !Self.isEnd(token) {
        let before = index > 0 ? head[index - 1] : nil
        let isAfterNumber =
          before.map {
            if case .number = $0.kind { return true }
            return false
          } ?? false
        if token.kind == .word, let found = Self.scale(token.text), !isAfterNumber {
          scale = found
        } else if token.text == "%" && !isAfterNumber || token.text == "percent" && !isAfterNumber {
          percent = true
        } else if token.text == "cent", before?.text == "per", sentence.last?.text == "per",
          !(index > 1 && Self.isNumber(head[index - 2]))
        {
          sentence.removeLast()
          percent = true
        } else if token.text == "$" || token.text == "usd"
          || token.kind == .mark && token.text == "us"
          || ["dollars", "dollar"].contains(token.text)
        {
          money = true
        } else {
          sentence.append(token)
        }
      }
      sentence.append(made(.mark, ","))
    }
    // ‘%’ and ‘(million)’ stand at the head, and are said of each number.
    let from = sentence.count
    sentence += number
    if !scale.isEmpty, !isScaled, !isPercent, !percent { sentence.append(made(.word, scale)) }
    if percent, !isPercent { sentence.append(made(.mark, "%")) }
    if money, !isMoney, !isPercent, !percent { sentence.append(made(.word, "dollars")) }
    return read(sentence, from, first.start, last.end)
  }

  private static func isNumber(_ token: Token) -> Bool {
    if case .number = token.kind { return true }
    return false
  }

  private func read(_ tokens: [Token], _ from: Int, _ start: Int, _ end: Int) -> [Claim] {
    let sentence = Sentence(tokens, 0..<tokens.count, vocabulary)
    let items = NumberFinder.items(of: sentence, inCellFrom: from)
    guard let index = items.lastIndex(where: { $0.tokens.upperBound > from }) else { return [] }
    let reader = ClaimReader(
      sentence: sentence, items: items, vocabulary: vocabulary, lastTopic: nil, lastPlaces: [],
      lastYear: nil, isAfterUnknown: true)
    let all = reader.claims()
    guard all.count == items.count else { return [] }
    var claim = all[index]
    (claim.start, claim.end, claim.isInTable) = (start, end, true)
    claim.strangers.removeAll { Self.labels.contains($0) }
    // ‘Change’, ‘growth’, ‘rank’ at a head: the number is no level.
    let measured = sentence.range.filter { index in
      tokens[index].kind == .word && Self.measures.contains(tokens[index].text)
    }
    if [.level, .share].contains(claim.form) {
      claim.strangers = orderedUnique(claim.strangers + measured.map { tokens[$0].text })
    }
    return [claim]
  }

  /// Words that tell only what a table is, or which places it has.
  private static let labels: Set = [
    "selected", "value", "values", "amount", "amounts", "main", "unit", "units", "host",
  ]

  /// Words at a head that make another measure of a number than a level or share.
  private static let measures: Set = [
    "rate", "rates", "growth", "increase", "increases", "rise", "rises", "average", "gain", "gains",
    "decline", "decrease", "drop", "change", "changes", "rank", "ranking", "index", "difference",
    "other", "others", "rest", "per", "annual", "yearly", "up", "down", "grew", "rose", "fell",
    "ratio", "points", "doubled", "doubling", "times", "fold",
  ]
}
