extension ClaimReader {
  // MARK: Years

  /// The year of each item as a level.
  func levelYears() -> [Int?] {
    let single = sentence.years
    var used = Set<Int>()
    var years: [Int?] = []
    if isRespective, single.count > 1 {
      // The first number is of the first year; where they do not pair, of none that is known.
      guard let paired = respective(single.map(\.year)) else { return items.map { _ in nil } }
      return paired
    }
    for index in items.indices {
      let (before, after) = (before(index), after(index))
      if let found = single.last(where: { before.contains($0.at) && !used.contains($0.at) }) {
        used.insert(found.at)
        years.append(found.year)
      } else if let found = single.first(where: { after.contains($0.at) }), !isComparison(found.at)
      {
        used.insert(found.at)
        years.append(found.year)
      } else {
        years.append(nil)
      }
    }
    for index in items.indices where years[index] == nil { years[index] = fallbackYear(index) }
    // ‘in 2019 and 1990’: one number for two years.
    for (position, (at, year)) in single.enumerated().dropFirst() {
      let before = single[position - 1]
      guard at == before.at + 2, sentence.word(at - 1) == "and" else { continue }
      years = years.map { $0 == year || $0 == before.year ? nil : $0 }
    }
    return years
  }

  /// ‘than in 1990’, ‘compared with 1990’: the year of something else.
  func isComparison(_ at: Int) -> Bool {
    let words = [sentence.word(at - 1), sentence.word(at - 2)]
    return words.contains("than") || words.contains("since")
      || words.contains("with") && sentence.word(at - 2) == "compared"
  }

  func fallbackYear(_ index: Int) -> Int? {
    let item = items[index]
    if let span = sentence.spans.first(where: { $0.last != nil }), let last = span.last {
      // Of ‘from 153 to 272 million between 1990 and 2019’ the first belongs to 1990.
      let previous = sentence.word(item.from - 1)
      if previous == "from" { return span.first }
      if ["to", "reached", "reaching", "at", "and"].contains(previous) || index > 0 { return last }
      return nil
    }
    let distinct = orderedUnique(sentence.years.filter { !isComparison($0.at) }.map(\.year))
    if distinct.count == 1 { return distinct[0] }
    if let before = sentence.years.last(where: { $0.at < item.from && !isComparison($0.at) }) {
      return before.year
    }
    return nil
  }

  /// The year in which a place is ranked.
  func yearOfRank(_ index: Int) -> Int? {
    let distinct = orderedUnique(sentence.years.map(\.year))
    return distinct.count == 1 ? distinct[0] : nil
  }

  /// The first and last year of a change.
  func yearPair(_ index: Int) -> (years: [Int], isOpen: Bool) {
    let closed = sentence.spans.filter { $0.last != nil }
    if Set(closed.map { [$0.first, $0.last ?? 0] }).count > 1 {
      guard let span = pairedSpan(index), let last = span.last else { return ([], false) }
      return ([span.first, last], false)
    }
    if let span = closed.first, let last = span.last { return ([span.first, last], false) }
    let single = sentence.years
    if let since = sentence.spans.first {
      let other = single.map(\.year).filter { $0 > since.first }.max()
      return other.map { ([since.first, $0], false) } ?? ([since.first], true)
    }
    let distinct = orderedUnique(single.map(\.year)).sorted()
    // Of more than two years those nearest to the number.
    if distinct.count == 2 { return (distinct, false) }
    if distinct.count > 2 {
      let near = single.filter { after(index).contains($0.at) }.map(\.year)
      if near.count == 2 { return (near.sorted(), false) }
      return ([], false)
    }
    guard let year = distinct.first, let at = single.first?.at else { return ([], false) }
    if form(index) == .ratio, isOfSomething(index) { return ([], false) }
    if isComparison(at) { return ([year], true) }
    // ‘fell by 10 per cent in 2024’: on the year before.
    if ["in", "during"].contains(sentence.word(at - 1)) { return ([year - 1, year], false) }
    return ([], false)
  }

  // MARK: Places

  /// The place of each item.
  func levelPlaces() -> [[[String]]] {
    var all = sentence.places
    let hasOthers = all.contains { $0.codes != ["WLD"] }
    // ‘the world's largest’ beside a country tells where one looks, not what is counted.
    if hasOthers {
      all.removeAll { place in
        place.codes == ["WLD"]
          && items.contains {
            $0.kind == .ordinal || $0.kind == .superlative || $0.kind == .percent
          }
      }
    }
    // ‘behind Germany’: what another place is measured by.
    if all.contains(where: { !isYardstick($0) }) { all.removeAll(where: isYardstick) }
    let distinct = orderedUnique(all.map(\.codes))
    if distinct.count <= 1 { return items.map { _ in distinct } }
    if isRespective {
      guard let paired = respective(all.map(\.codes)) else { return items.map { _ in [] } }
      return paired.map { $0.map { [$0] } ?? [] }
    }
    var used = Set<Int>()
    var places: [[[String]]] = []
    for index in items.indices {
      let (before, after) = (before(index), after(index))
      if let found = all.last(where: { before.contains($0.start) && !used.contains($0.start) }) {
        used.insert(found.start)
        places.append([found.codes])
      } else if let found = all.first(where: { place in
        after.contains(place.start)
          && (place.start - 3..<place.start).contains {
            ["in", "for", "of", "across", "to", "by"].contains(sentence.word($0))
          }
      }) {
        used.insert(found.start)
        places.append([found.codes])
      } else if let found = all.last(where: { $0.start < items[index].from }) {
        places.append([found.codes])
      } else if let found = all.first(where: { after.contains($0.start) }) {
        used.insert(found.start)
        places.append([found.codes])
      } else {
        places.append([])
      }
    }
    return places
  }

  func isYardstick(_ place: Sentence.Place) -> Bool {
    let before = sentence.word(place.start - 1)
    return ["behind", "unlike"].contains(before)
      || before == "after" && items.contains { $0.kind == .ordinal || $0.kind == .superlative }
  }

  // MARK: Several places

  var distinctPlaces: [[String]] {
    orderedUnique(sentence.places.map(\.codes)).filter { $0 != ["WLD"] }
  }

  var hasTwoPlaces: Bool { distinctPlaces.count >= 2 }

  /// ‘2.7 million more migrants than France’: the words follow at once, and a place on each side.
  func isComparedPlaces(_ index: Int) -> Bool {
    let (end, after) = (items[index].tokens.upperBound, after(index))
    guard hasTwoPlaces, severalPlaces(index)?.count == 2,
      let more = (end..<end + 2).first(where: {
        ["more", "fewer", "less", "higher", "lower", "larger", "smaller"].contains(
          sentence.word($0))
      }), (end..<more).allSatisfy({ sentence.named.contains($0) || sentence.word($0) == "people" }),
      let than = after.first(where: { sentence.word($0) == "than" && $0 > more })
    else { return false }
    return sentence.places.contains { $0.start > than && $0.start - than <= 4 }
  }

  /// ‘Germany, France and Canada had 25.6 million migrants’: one number for several places.
  func isJoinedPlaces(_ index: Int) -> Bool {
    let places = sentence.places
    guard items.count == 1, places.count > 1, distinctPlaces.count == places.count,
      items[index].kind == .plain || items[index].kind == .dollars,
      places.allSatisfy({ $0.codes != ["WLD"] })
    else { return false }
    let joints = zip(places, places.dropFirst()).map { first, second in
      (first.end..<second.start).map { sentence.word($0) }.filter { $0 != "the" }
    }
    return joints.allSatisfy { [[","], ["and"], [",", "and"], ["with"]].contains($0) }
      && joints.last != [","]
  }

  func isBetweenPlaces(_ index: Int) -> Bool {
    let after = after(index)
    guard hasTwoPlaces,
      let joint = after.first(where: {
        sentence.word($0) == "as" && sentence.word($0 + 1) != "many"
          && sentence.word($0 - 1) != "times"
          || sentence.word($0) == "than" || sentence.word($0) == "of"
      })
    else { return false }
    return sentence.places.contains { $0.start > joint && $0.start - joint <= 5 }
      && sentence.places.contains { $0.start < items[index].from }
  }

  func severalPlaces(_ index: Int) -> [[String]]? {
    guard distinctPlaces.count >= 2 else { return nil }
    let (before, after) = (items[index].from, items[index].tokens.upperBound)
    guard let first = sentence.places.last(where: { $0.start < before && $0.codes != ["WLD"] }),
      let second = sentence.places.first(where: { $0.start >= after && $0.codes != ["WLD"] })
    else { return nil }
    return [first.codes, second.codes]
  }

  // MARK: From one level to another

  /// ‘from 99.8 million to over 200 million’: what the sentence says of its change must follow.
  func pairLevels(_ claims: inout [Claim]) {
    for index in items.indices.dropLast() {
      let (first, second) = (items[index], items[index + 1])
      let isShare = claims[index].form == .share && claims[index + 1].form == .share
      guard first.kind == .plain || first.kind == .dollars || isShare, second.kind == first.kind,
        sentence.word(first.from - 1) == "from",
        sentence.word(second.from - 1) == "to" || sentence.word(second.from - 1) == "–",
        isShare || claims[index].form == .level || claims[index].form == .peak
          || claims[index + 1].form == .level
      else { continue }
      if !isShare {
        claims[index].form = .level
        claims[index + 1].form = .level
      }
      let pair = (first: first.number, last: second.number)
      let own = [claims[index].years.first, claims[index + 1].years.first].compactMap(\.self)
      for other in claims.indices where other != index && other != index + 1 {
        guard
          [.ratio, .changePercent, .change, .annualRate, .doublingTime].contains(claims[other].form)
            && !isShare || isShare && claims[other].form == .percentagePoints
        else { continue }
        claims[other].ends = pair
        if claims[other].years.count != 2, own.count == 2, own[0] < own[1] {
          claims[other].years = own
        }
      }
      if own.count == 2 {
        claims[index].pairYears = own
        claims[index + 1].pairYears = own
      }
      claims[index].ends = pair
      claims[index].direction = direction(index)
      claims[index + 1].ends = pair
      claims[index + 1].direction = direction(index)
    }
  }
}
