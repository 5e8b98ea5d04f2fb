extension ClaimReader {
  /// The words with which the phrase of a whole is over.
  static let phraseEnds: Set = [
    "were", "was", "are", "is", "lived", "live", "lives", "came", "had", "has", "have", "reside",
    "resided", "being", "who", ",", ";", "by", "and", "compared", "which", "against", "up",
    "settled", "found",
  ]

  /// The whole of ‘… per cent of the world's population’, and what is then the part.
  func readShare(_ index: Int, _ claim: inout Claim) {
    let item = items[index]
    let end = item.tokens.upperBound
    let population = vocabulary.population
    // The ‘of’ phrase, or for ‘one in 30 people’ what follows.
    var start: Int?
    if item.kind == .oneIn {
      start = end
    } else if sentence.word(end) == "of" {
      start = end + 1
    } else if let of = after(index).first(where: { sentence.word($0) == "of" }), of - end < 6,
      !(end..<of).contains(where: { sentence.word($0) == "," })
    {
      start = of + 1
    }
    // ‘Of the migrants in Nepal, seven in ten were women’.
    if let part = sentence.modifiers.first(where: { $0.start >= end }),
      let whole = sentence.subjects.first(where: { $0.start < item.from && $0.topic != nil })?
        .topic,
      sentence.word(sentence.range.lowerBound) == "of"
    {
      (claim.topic, claim.whole) = (part.topic, .topic(whole))
      return
    }
    if start == nil, readShareElsewhere(&claim) { return }
    guard let start else {
      claim.whole = shareWhole() ?? population.map { .topic($0) }
      if claim.whole == population.map({ .topic($0) }), claim.topic == population {
        claim.topic = sentence.subjects.compactMap(\.topic).first { $0 != population }
      }
      return
    }
    var limit = max(start, min(start + 12, after(index).upperBound))
    // ‘… per cent of its 69.2 million inhabitants’.
    if index + 1 < items.count, items[index + 1].kind == .plain, items[index + 1].from <= start + 3,
      sentence.word(end) == "of"
    {
      limit = max(start, min(start + 12, after(index + 1).upperBound))
    }
    let verb = (start..<limit).first { Self.phraseEnds.contains(sentence.word($0)) }
    let phrase = start..<(verb ?? limit)
    let inside = sentence.subjects.first { phrase.contains($0.start) }
    let outside = sentence.subjects.filter { !phrase.contains($0.start) && $0.topic != nil }
    let placeInside = sentence.places.first { phrase.contains($0.start) }
    let placesOutside = sentence.places.filter { !phrase.contains($0.start) }
    let people = sentence.has(
      ["people", "population", "inhabitants", "residents", "persons", "humanity", "everyone"],
      in: phrase)
    if let inside, inside.topic == nil {
      claim.topic = nil
      return
    }
    // Women among migrants.
    let modifier = sentence.modifiers.first { !phrase.contains($0.start) }
    if let whole = inside?.topic, whole != population, let modifier, let part = modifier.topic {
      (claim.topic, claim.whole) = (part, .topic(whole))
      if let placeInside { claim.areas = [placeInside.codes] }
      return
    }
    if let whole = inside?.topic, whole != population {
      let part = outside.first { $0.topic != whole }?.topic
      if let place = placeInside, let own = placesOutside.last(where: { $0.codes != place.codes }) {
        // Germany's share of the world's migrants.
        (claim.topic, claim.whole, claim.areas) = (whole, .area(place.codes), [own.codes])
      } else if let part, part != population {
        (claim.topic, claim.whole) = (part, .topic(whole))
        if let placeInside, placesOutside.isEmpty { claim.areas = [placeInside.codes] }
      } else if placeInside == nil, let own = placesOutside.last, own.codes != ["WLD"] {
        // Of all international migrants, with one place named.
        (claim.topic, claim.whole, claim.areas) = (whole, .area(["WLD"]), [own.codes])
      } else {
        claim.topic = nil
      }
      return
    }
    // Of a population.
    if inside?.topic == population || people || inside == nil && placeInside != nil {
      claim.topic = withModifier(outside.first { $0.topic != population }?.topic)
      if claim.topic == nil, sentence.subjects.allSatisfy({ $0.topic == population }),
        let lastTopic,
        lastTopic != population
      {
        claim.topic = lastTopic
        claim.inherited.append("what is measured")
      }
      claim.whole = population.map { .topic($0) }
      if let placeInside, placesOutside.isEmpty { claim.areas = [placeInside.codes] }
      if let placeInside, let own = placesOutside.last, own.codes != placeInside.codes {
        // Canada's migrants as a share of the world's people is nobody's measure.
        claim.areas = [own.codes]
        if placeInside.codes == ["WLD"] { claim.topic = nil }
      }
      return
    }
    claim.topic = nil
  }

  /// Reads a share whose whole does not stand behind the number: ‘France’s share of the world’s
  /// migrants fell from …’, ‘the share of women among migrants was …’.
  ///
  /// - Returns: whether the sentence tells of another whole than the population.
  private func readShareElsewhere(_ claim: inout Claim) -> Bool {
    let population = vocabulary.population
    let isOfPopulation = sentence.subjects.contains { $0.topic == population }
    // Some of them among all of them.
    if let part = sentence.modifiers.first {
      let whole = sentence.subjects.first { $0.start > part.end && $0.topic != nil }
      claim.topic = nil
      if let whole, !isOfPopulation, sentence.modifiers.count == 1,
        ["among", "amongst", "of", "in"].contains(
          sentence.word(sentence.word(whole.start - 1) == "the" ? whole.start - 2 : whole.start - 1)
        )
      {
        (claim.topic, claim.whole) = (part.topic, whole.topic.map { .topic($0) })
      }
      return true
    }
    guard !isOfPopulation else { return false }
    let whole = sentence.places.first { place in
      place.codes == ["WLD"]
        && sentence.subjects.contains { [place.end, place.end + 1].contains($0.start) }
    }
    let others = orderedUnique(sentence.places.map(\.codes)).filter { $0 != whole?.codes }
    guard let whole else {
      // ‘Canada’s share of Europe’s migrants’: not known of what.
      if others.count > 1 { claim.topic = nil }
      return others.count > 1
    }
    claim.topic = sentence.subjects.first { [whole.end, whole.end + 1].contains($0.start) }?.topic
    claim.whole = .area(whole.codes)
    claim.areas = others.count == 1 ? others : []
    return true
  }

  /// Whether the sentence speaks of a share of the population.
  func shareWhole() -> Claim.Whole? {
    let population = vocabulary.population
    let isOther = sentence.subjects.contains { $0.topic != nil && $0.topic != population }
    let isNamed = sentence.has(["share", "proportion"], in: sentence.range)
    // A sentence that names nothing but the population counts it, whatever was spoken of before.
    guard let population, isOther || isNamed && lastTopic != nil && lastTopic != population,
      isNamed || sentence.subjects.contains(where: { $0.topic == population })
    else { return nil }
    return .topic(population)
  }

  /// What a share that is spoken of is a share of the population of.
  func shareTopic() -> Int? {
    let population = vocabulary.population
    return sentence.subjects.first { $0.topic != nil && $0.topic != population }?.topic
      ?? (lastTopic == population ? nil : lastTopic)
  }
}
