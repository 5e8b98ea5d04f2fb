/// What a series is of, as the subject of an English sentence:
/// ‘the female international migrant stock of Canada’.
struct SubjectPhrase {
  /// What is measured, without the area: ‘international migrant stock’, ‘number of refugees’.
  let measure: String
  /// The whole subject, with its article and the area.
  let text: String
  /// Whether its verb is in the plural.
  let isPlural: Bool
  /// Whether the measure itself says that people are counted.
  let countsPeople: Bool
  /// Whether it is money over a span, which amounts to something rather than standing at it.
  let isMoney: Bool

  init(_ series: Series) {
    let name = series.quantity.name
    let isNamed = series.quantity.name != Quantity.notStated.name
    let isReceived = Self.lowered(name).hasSuffix(" received")
    let people = series.keys.first { $0.name == "population_type" }.map { Self.people($0.value) }
    let origin = series.keys.first {
      FurtherColumn($0.name) == .origin && !Holdings.isWhole($0.value)
    }
    let keys = series.keys.filter {
      !(Holdings.isWhole($0.value) || people != nil && $0.name == "population_type" || $0 == origin)
    }
    let sexes = keys.filter { Self.isSex($0) }.map { $0.value.lowercased() + " " }.joined()
    let others = keys.filter { !Self.isSex($0) }.map { "\($0.name) \($0.value)" }
    let suffix = others.isEmpty ? "" : " (\(others.joined(separator: ", ")))"
    measure =
      sexes
      + (people.map { "number of \($0)" }
        ?? (isNamed ? Self.measure(Self.lowered(name), origin) : "value"))
      + (origin.map { " from \(Self.place($0.value))" } ?? "") + suffix
    isPlural = isReceived
    countsPeople = people != nil
    isMoney = series.quantity.kind == .amount
    let preposition =
      people != nil || origin != nil ? "in" : isReceived ? "by" : isNamed ? "of" : "for"
    let place = AreaPhrase(series.area).text.map { " \(preposition) \($0)" } ?? ""
    text = (isReceived ? "" : "the ") + measure + place
  }

  /// One form for the plural, one for the singular.
  func plural(_ plural: String, _ singular: String) -> String { isPlural ? plural : singular }

  var past: String { plural("were", "was") }
  var pronoun: String { plural("they", "it") }
  var possessive: String { plural("their", "its") }

  /// ‘migrant stock by origin’ from one origin is ‘migrant stock’.
  private static func measure(_ name: String, _ origin: Series.Key?) -> String {
    guard let origin, name.lowercased().hasSuffix(" by \(origin.name.lowercased())") else {
      return name
    }
    return String(name.dropLast(4 + origin.name.count))
  }

  private static func place(_ name: String) -> String {
    AreaPhrase(Concordance.standard.area(name: name, code: nil)).text ?? name
  }

  private static func isSex(_ key: Series.Key) -> Bool {
    ["female", "male"].contains(key.value.lowercased())
  }

  private static func people(_ type: String) -> String {
    type == "idps" ? "internally displaced people" : type
  }

  /// A name without the unit in parentheses behind it: ‘Migrant stock (number of people)’.
  private static func withoutUnit(_ name: String) -> Substring {
    guard name.hasSuffix(")"), let open = name.lastIndex(of: "("), open > name.startIndex else {
      return name[...]
    }
    return name[..<name.index(before: open)]
  }

  /// A name in the midst of a sentence: ‘Migrant stock’ is ‘migrant stock’, ‘GDP’ is ‘GDP’.
  private static func lowered(_ name: String) -> String {
    let name = withoutUnit(name)
    let isAcronym = name.dropFirst().first.map { $0.isUppercase || $0.isNumber } ?? true
    return isAcronym ? String(name) : name.prefix(1).lowercased() + name.dropFirst()
  }
}
