extension NumberFinder {
  /// A number in words: `thirty-five`, `two and a half`, `one hundred and fifty`, `a quarter`.
  func inWords(_ start: Int) -> Item? {
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
    // ‘half a million’.
    if word == "half", sentence.word(start + 1) == "a",
      let scale = NumberWords.scales[sentence.word(start + 2)], scale >= 1e6,
      sentence.word(start + 2).utf8.count > 2
    {
      var item = continued(
        WrittenNumber(value: 0.5, unit: 0.1, isInWords: true), start, start + 2)
      item.isFraction = true
      return item
    }
    if word == "a", let scale = NumberWords.scales[sentence.word(start + 1)], scale >= 1e6,
      sentence.word(start + 1).utf8.count > 2
    {
      return continued(WrittenNumber(value: 1, unit: 1, isInWords: true), start, start + 1)
    }
    return nil
  }

  func fraction(_ value: Double, _ start: Int, _ end: Int) -> Item {
    Item(
      tokens: start..<end,
      number: WrittenNumber(value: 100 * value, unit: 12 * value, isInWords: true),
      kind: .percent, from: start, isFraction: true)
  }

  /// `one in 30`, `1 out of every 30 people`.
  func oneIn(_ written: WrittenNumber, _ start: Int, _ behind: Int) -> Item? {
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
        number: parts < 10
          ? WrittenNumber(value: value, unit: 0.12 * value)
          : WrittenNumber(value: value, unit: 2 * (100 / (parts - unit / 2) - value)),
        kind: .oneIn, from: start, isFraction: true)
    }
    return item(parts, unit, index)
  }

  /// `three in ten`, `seven out of ten`: a part in words.
  func fewIn(_ written: WrittenNumber, _ start: Int, _ behind: Int) -> Item? {
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

  func ratioWord(_ factor: Double, _ index: Int) -> Item? {
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
}
