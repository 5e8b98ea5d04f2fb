extension NumberFinder {
  static let labels: Set = [
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
  static let months: Set = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep",
    "sept", "oct", "nov", "dec",
  ]
  static let counted: Set = [
    "countries", "country", "areas", "territories", "parliaments", "parliamentarians", "members",
    "governments", "regions", "cities", "delegates", "reports", "pages", "respondents", "nations",
    "states", "days", "weeks", "months", "hours", "minutes", "times", "interviews", "surveys",
    "indicators", "targets", "goals", "chapters", "recommendations", "questions", "experts",
    "organizations", "organisations", "studies", "km", "kilometres", "kilometers", "miles", "am",
    "witnesses", "submissions", "sessions", "articles", "vintages", "sources", "series", "tables",
  ]

  func isClaim(_ item: Item) -> Bool {
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
  func isDoublingTime(_ item: Item) -> Bool {
    let around = item.from - 12..<item.tokens.upperBound + 8
    return sentence.has(
      ["doubling", "double", "doubles", "halving", "halve", "halves"], in: around)
      && !["last", "past", "next", "previous", "every", "first"].contains(
        sentence.word(item.from - 1))
      || sentence.has(["doubling", "doubles", "double"], in: around)
        && sentence.word(item.from - 1) == "every"
  }
}
