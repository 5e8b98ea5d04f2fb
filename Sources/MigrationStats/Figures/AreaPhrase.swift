/// An area's name as it stands in an English sentence: ‘the world’, ‘the United Kingdom’.
struct AreaPhrase {
  /// The name with its article, where it has one; nil for an area that the data do not name.
  let text: String?

  init(_ area: Area) {
    text = area == .unnamed ? nil : Self.text(area)
  }

  private static func text(_ area: Area) -> String {
    let name = area.name
    if area.code == "WLD" || name.lowercased() == "world" { return "the world" }
    if area.kind == .aggregate, let group = group(name) { return group }
    return hasArticle(name) ? "the \(name)" : name
  }

  /// A group that is described rather than named: ‘high-income countries’.
  private static func group(_ name: String) -> String? {
    let nouns = ["countries", "regions", "states", "situations", "members", "area"]
    let isAcronym = name.dropFirst().first?.isUppercase ?? false
    if nouns.contains(where: { name.lowercased().hasSuffix($0) }) {
      let phrase = isAcronym ? name : name.prefix(1).lowercased() + name.dropFirst()
      return name.hasSuffix("area") ? "the \(phrase)" : phrase
    }
    let labels = ["income", "IDA", "IBRD", "dividend", "countries (", "classification"]
    return labels.contains { name.contains($0) } ? "the group ‘\(name)’" : nil
  }

  private static func hasArticle(_ name: String) -> Bool {
    beginnings.contains { name.hasPrefix($0) } || whole.contains(name)
      || endings.contains { name.hasSuffix($0) }
  }

  private static let beginnings = [
    "United ", "Netherlands", "Russian Federation", "Republic of", "Democratic ",
    "Central African Republic", "Dominican Republic", "Syrian Arab Republic",
    "Lao People's Democratic Republic", "State of", "Isle of", "Falkland Islands",
    "Middle East", "Kingdom of", "Islamic Republic", "Czech Republic", "Soviet Union", "Former ",
    "Arab World", "Federated States",
  ]

  private static let whole: Set = [
    "Philippines", "Bahamas", "Gambia", "Maldives", "Comoros", "Congo", "Holy See", "Caribbean",
    "European Union", "USSR", "UK", "USA", "Pacific",
  ]

  private static let endings = [" Islands", " Emirates", " Republic"]
}
