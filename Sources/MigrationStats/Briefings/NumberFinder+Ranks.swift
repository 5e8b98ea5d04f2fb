extension NumberFinder {
  static let sizes: [String: Bool] = [
    "largest": true, "biggest": true, "highest": true, "greatest": true, "top": true, "most": true,
    "smallest": false, "lowest": false, "fewest": false,
  ]

  func rank(_ place: Int, _ start: Int, _ end: Int) -> Item? {
    let next = sentence.word(end)
    let isRanked =
      sentence.has(
        ["ranked", "ranks", "rank", "ranking", "came", "placed", "place"], in: start - 4..<end + 2)
    guard Self.sizes[next] != nil || isRanked || isRankedBefore(start), place < 300 else {
      return nil
    }
    let stop = Self.sizes[next] != nil ? end + 1 : end
    return Item(
      tokens: start..<stop, number: WrittenNumber(value: Double(place), unit: 1), kind: .ordinal,
      from: start, isHighest: Self.sizes[next] ?? true)
  }

  /// ‘Germany came second and Saudi Arabia third’: the verb is that of the place before.
  private func isRankedBefore(_ start: Int) -> Bool {
    guard
      let before = (start - 6..<start).last(where: {
        NumberWords.ordinals[sentence.word($0)] != nil
      }), ["and", ","].contains(sentence.word(before + 1)),
      sentence.places.contains(where: { $0.start > before && $0.end == start })
    else { return false }
    return sentence.has(["ranked", "came", "placed"], in: before - 4..<before)
  }

  /// `the largest number of migrants`, `more refugees than any other country`.
  func superlative(_ index: Int) -> Item? {
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
}
