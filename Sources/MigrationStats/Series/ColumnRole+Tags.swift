extension ColumnRole {
  /// The role that a tag of the Humanitarian Exchange Language names, or nil.
  ///
  /// Source: HXL 1.1, Final, Hashtags and attributes.
  init?(tag: String) {
    let parts = tag.lowercased().split(separator: "+").map { $0.filter { $0 != " " } }
    guard let base = parts.first else { return nil }
    let attributes = Set(parts.dropFirst())
    switch base {
    case "#date":
      guard attributes.isEmpty || attributes.contains("year") else { return nil }
      self = .year
    case "#country", "#region", "#geo", "#adm1", "#adm2", "#adm3":
      if attributes.contains("origin") {
        self = .dimension
      } else {
        self = attributes.contains("code") || attributes.contains("iso3") ? .code : .area
      }
    case "#affected", "#inneed", "#targeted", "#reached", "#population", "#value": self = .value
    case "#indicator":
      if attributes.contains("name") {
        self = .quantity
      } else {
        self = attributes.contains("code") ? .quantityCode : .value
      }
    case "#meta": self = .attribute
    case "#sector", "#subsector", "#crisis", "#cause", "#event", "#group": self = .dimension
    default: return nil
    }
  }
}

extension Unit {
  /// The unit that a tag of the Humanitarian Exchange Language names, or nil.
  init?(tag: String) {
    let parts = Set(tag.lowercased().split(separator: "+").map(String.init))
    if parts.contains("ind") {
      self = .persons
    } else if parts.contains("hh") {
      self = Unit("households")
    } else if parts.contains("usd") {
      self = .usDollars
    } else {
      return nil
    }
  }
}
