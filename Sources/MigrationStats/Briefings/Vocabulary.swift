/// The words by which texts name places, what is measured, and who says so.
struct Vocabulary: Sendable {
  /// What a phrase names.
  enum Mention: Sendable, Hashable {
    /// A place, by its code; two groups may share a name.
    case area([String])
    /// The people of a place, by its code.
    case people([String])
    /// What is measured: the number of a topic.
    case topic(Int)
    /// What narrows another topic, as `women` does.
    case modifier(Int)
    /// A publisher, by the words found in the publishers' names.
    case publisher(String)
    /// Something that looks like a topic and is none that is held.
    case other
  }

  /// The series that a phrase may mean.
  struct Topic: Sendable, Hashable {
    /// A data set and the keys that its series then have.
    struct Target: Sendable, Hashable {
      let holding: String
      let keys: [String: String]
    }
    var targets: [Target]
    /// The words of the first phrase, for messages.
    let name: String
    /// Whether it counts people at a date rather than moves over a span.
    let isStock: Bool
  }

  private struct Node: Sendable {
    var next: [String: Int] = [:]
    var mention: Mention?
    /// Whether one word alone must begin with a capital, and whether all of it must be capitals.
    var needsCapital = false
    var needsAllCapitals = false
  }

  private var nodes = [Node()]
  private(set) var topics: [Topic] = []

  /// The topic of a country's people.
  private(set) var population: Int?

  init(_ holdings: [Holdings.Holding]) {
    addAreas(holdings)
    var byPhrase: [String: (targets: [Topic.Target], modifies: Bool, isStock: Bool)] = [:]
    var order: [String] = []
    for holding in holdings {
      let isStock = holding.package?.migrationstats.quantity?.kind == "stock"
      for term in holding.package?.migrationstats.terms ?? [] {
        let target = Topic.Target(holding: holding.name, keys: term.keys ?? [:])
        for phrase in term.words.map(Self.phrase) {
          if byPhrase[phrase] == nil { order.append(phrase) }
          byPhrase[phrase, default: ([], term.modifies == true, isStock)].targets.append(target)
        }
      }
    }
    var known: [[Topic.Target]: Int] = [:]
    for phrase in order {
      guard let found = byPhrase[phrase] else { continue }
      let index =
        known[found.targets]
        ?? {
          topics.append(Topic(targets: found.targets, name: phrase, isStock: found.isStock))
          known[found.targets] = topics.count - 1
          return topics.count - 1
        }()
      add(phrase, found.modifies ? .modifier(index) : .topic(index))
    }
    population = topics.firstIndex { $0.name == "population" }
    for phrase in Self.others { add(phrase, .other) }
    for (phrase, name) in Self.publishers { add(phrase, .publisher(name), needsCapital: true) }
    for phrase in ["world", "worldwide", "global", "globally", "around world", "on earth"] {
      add(phrase, .area(["WLD"]))
    }
  }

  /// The longest phrase that begins at a token: what it names, and the token behind it.
  func mention(at start: Int, in tokens: ArraySlice<Token>) -> (Mention, end: Int)? {
    var node = 0
    var index = start
    var best: (Mention, end: Int)?
    var hasCapital = false
    var isAllCapital = true
    while index < tokens.endIndex {
      let token = tokens[index]
      if index > start, token.kind == .word && token.text == "the" || token.text == "," {
        // ‘Bonaire, Sint Eustatius and Saba’, ‘Republic of the Congo’.
        guard !nodes[node].next.isEmpty else { break }
        index += 1
        continue
      }
      guard token.kind == .word, let next = nodes[node].next[token.text] else { break }
      hasCapital = hasCapital || token.isCapital
      isAllCapital = isAllCapital && token.isAllCapital
      node = next
      index += 1
      let found = nodes[node]
      if let mention = found.mention, !found.needsCapital || hasCapital,
        !found.needsAllCapitals || isAllCapital
      {
        best = (mention, index)
      }
    }
    return best
  }

  // MARK: Filling

  private mutating func addAreas(_ holdings: [Holdings.Holding]) {
    var codes: [String: [String]] = [:]
    var order: [String] = []
    func note(_ name: String, _ code: String) {
      let phrase = Concordance.folded(name)
      guard !phrase.isEmpty, phrase.contains(where: \.isLetter) else { return }
      if codes[phrase] == nil { order.append(phrase) }
      if codes[phrase]?.contains(code) != true { codes[phrase, default: []].append(code) }
    }
    for entry in Concordance.standard.entries where entry.kind != .residual {
      for name in [entry.name] + entry.otherNames where Self.isName(name) {
        note(name, entry.code)
        // ‘Bolivia (Plurinational State of)’ is seldom written with its brackets.
        if let bracket = name.firstIndex(of: "(") { note(String(name[..<bracket]), entry.code) }
      }
    }
    for holding in holdings {
      for series in holding.panel.allSeries where series.area.kind != .residual {
        note(series.area.name, series.area.code ?? series.area.name)
      }
    }
    for phrase in order {
      let isShort = !phrase.contains(" ")
      add(
        phrase, .area(codes[phrase] ?? []), needsCapital: isShort || phrase.utf8.count < 12,
        needsAllCapitals: isShort && phrase.utf8.count <= 3
          && phrase != "fiji" && !Self.shortNames.contains(phrase))
    }
    for pair in Self.peoples.split(separator: " ") {
      let parts = pair.split(separator: ":").map(String.init)
      add(parts[0], .people([parts[1]]), needsCapital: true)
    }
    // A name that two states bear names neither.
    add("congo", .other, needsCapital: true)
    add("korea", .other, needsCapital: true)
  }

  /// The adjectives of countries.
  private static let peoples =
    "canadian:CAN australian:AUS british:GBR german:DEU french:FRA italian:ITA spanish:ESP "
    + "swedish:SWE norwegian:NOR danish:DNK finnish:FIN dutch:NLD belgian:BEL austrian:AUT "
    + "swiss:CHE irish:IRL polish:POL portuguese:PRT greek:GRC turkish:TUR russian:RUS "
    + "ukrainian:UKR indian:IND pakistani:PAK bangladeshi:BGD chinese:CHN japanese:JPN "
    + "mexican:MEX brazilian:BRA argentine:ARG colombian:COL chilean:CHL peruvian:PER "
    + "kenyan:KEN ugandan:UGA ethiopian:ETH egyptian:EGY moroccan:MAR nigerian:NGA "
    + "ghanaian:GHA jordanian:JOR lebanese:LBN saudi:SAU emirati:ARE israeli:ISR iranian:IRN "
    + "malaysian:MYS singaporean:SGP thai:THA filipino:PHL indonesian:IDN vietnamese:VNM "
    + "hungarian:HUN czech:CZE romanian:ROU bulgarian:BGR croatian:HRV serbian:SRB "
    + "kazakh:KAZ uzbek:UZB nepalese:NPL nepali:NPL zambian:ZMB zimbabwean:ZWE maltese:MLT "
    + "cypriot:CYP icelandic:ISL estonian:EST latvian:LVA lithuanian:LTU qatari:QAT kuwaiti:KWT"

  private static let shortNames: Set = ["uk"]

  /// A code of three letters is no word of prose, but for those in use.
  private static func isName(_ name: String) -> Bool {
    if name.utf8.count > 3 { return !name.hasPrefix("OWID") }
    return ["UK", "USA", "US", "UAE", "DRC", "CAR"].contains(name) || name.contains("U.S")
  }

  private static func phrase(_ words: String) -> String {
    Concordance.folded(words)
  }

  private mutating func add(
    _ phrase: String, _ mention: Mention, needsCapital: Bool = false, needsAllCapitals: Bool = false
  ) {
    var node = 0
    for word in phrase.split(separator: " ").map(String.init) {
      if let next = nodes[node].next[word] {
        node = next
      } else {
        nodes.append(Node())
        nodes[node].next[word] = nodes.count - 1
        node = nodes.count - 1
      }
    }
    nodes[node].mention = mention
    nodes[node].needsCapital = needsCapital
    nodes[node].needsAllCapitals = needsAllCapitals
  }

  /// Names under which publishers are cited, and what their vintages say.
  private static let publishers = [
    ("united nations", "UN DESA"), ("un", "UN DESA"), ("un desa", "UN DESA"),
    ("world bank", "World Bank"), ("world development indicators", "World Bank"),
    ("global bilateral migration database", "World Bank"), ("knomad", "KNOMAD"),
    ("unhcr", "UNHCR"), ("iom", "IOM"), ("oecd", "OECD"), ("eurostat", "Eurostat"),
    ("world health organization", "WHO"), ("united nations population division", "UN DESA"),
  ]

  /// What is named much like a topic and measures something else.
  private static let others = [
    "net migration", "global north", "global south", "developing world", "western world",
    "arab world", "rich world", "third world", "developed world", "free world", "population growth",
    "net international migration", "internal migration", "internal migrants",
    "labour migration", "labor migration", "migrant workers", "migrant worker", "return migration",
    "irregular migration", "irregular migrants", "undocumented migrants", "migration flows",
    "migration flow", "migrant deaths", "deaths of migrants", "migrant children", "child migrants",
    "child refugees", "refugee children", "refugee camps", "refugee camp", "refugee returns",
    "returned refugees", "resettled refugees", "refugees resettled", "student migration",
    "migrant remittances sent", "remittances sent", "remittance outflows", "remittances paid",
    "cost of remittances", "remittance costs", "remittance cost", "cost of sending remittances",
    "emigrants", "emigration", "immigration detention", "gdp", "unemployment", "visas", "visa",
    "work permits", "asylum applications", "asylum claims", "students", "population growth rate of",
    "climate migrants", "trafficking victims", "victims of trafficking", "households", "births",
    "deaths", "migrant households", "refugee status", "international students", "nurses", "doctors",
    "schools", "hospitals", "children", "migrant smuggling", "migration policy", "urban population",
    "rural population", "working age population", "population density", "migration governance",
    "working population", "prison population", "crimes", "jobs", "employment",
    "teachers",
    "foreign aid", "official development assistance", "foreign direct investment", "exports",
    "imports",
    "permanent residents", "permanent resident", "temporary residents", "naturalisations",
    "naturalizations", "citizenship grants", "border crossings", "deportations",
  ]
}
