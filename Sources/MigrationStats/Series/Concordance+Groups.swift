extension Concordance {
  /// Whether an area is a part of a group; nil where that is not known.
  ///
  /// ```swift
  /// let areas = Concordance.standard
  /// let region = areas.area(name: nil, code: "SSF")  // the World Bank's Sub-Saharan Africa
  /// print(areas.isPart(areas.area(name: "Kenya", code: nil), of: region) ?? false)  // true
  /// print(areas.areApart(areas.area(name: "Canada", code: nil), region))  // true
  /// ```
  ///
  /// The United Nations' groups are known by the subregions that they are made of, the World Bank's
  /// regions and income groups by their members of 2025.
  ///
  /// Source: United Nations, Standard country or area codes for statistical use (M49).
  public func isPart(_ area: Area, of group: Area) -> Bool? {
    guard let whole = group.code, area != group else { return nil }
    if whole == "WLD" { return area.kind != .unknown ? true : nil }
    guard let code = area.code else { return nil }
    if let parts = Self.subregions(of: whole), let own = Self.subregions(of: code) {
      return own.isStrictSubset(of: parts)
    }
    let groups = entry(code: code)?.groups ?? []
    if groups.contains(whole) { return true }
    // A country of another region of the same division.
    let isOther = Self.divisions.contains { division in
      division.contains(whole) && groups.contains { division.contains($0) }
    }
    return isOther ? false : nil
  }

  /// Whether nobody is counted in both of two areas; false as well where that is not known.
  public func areApart(_ one: Area, _ other: Area) -> Bool {
    guard one != other else { return false }
    switch (one.kind == .aggregate, other.kind == .aggregate) {
    case (false, false): return true
    case (true, false): return isPart(other, of: one) == false
    case (false, true): return isPart(one, of: other) == false
    case (true, true):
      guard let first = one.code, let second = other.code else { return false }
      if let own = Self.subregions(of: first), let others = Self.subregions(of: second) {
        return own.isDisjoint(with: others)
      }
      return Self.divisions.contains { $0.contains(first) && $0.contains(second) }
    }
  }

  /// The groups into which the world is divided by one principle.
  private static let divisions: [Set<String>] = [
    ["EAS", "ECS", "LCN", "MEA", "NAC", "SAS", "SSF"],
    ["HIC", "UMC", "LMC", "LIC", "INX"],
    ["1500", "1501", "1502", "1503", "1518"],
    ["901", "902"],
    ["OWID_AFR", "OWID_ASI", "OWID_EUR", "OWID_NAM", "OWID_OCE", "OWID_SAM"],
  ]

  /// The subregions of M49 that a group is made of: itself for a subregion, nil for other groups.
  private static func subregions(of code: String) -> Set<String>? {
    if let parts = composed[code] { return parts }
    return composed.values.contains { $0.contains(code) } ? [code] : nil
  }

  private static let composed: [String: Set<String>] = [
    "903": ["910", "911", "912", "913", "914"],
    "904": ["915", "916", "931"],
    "908": ["923", "924", "925", "926"],
    "909": ["927", "928", "954", "957"],
    "921": ["5500", "5501"],
    "935": ["906", "920", "922", "5500", "5501"],
    "947": ["910", "911", "913", "914"],
    "1829": ["905", "923", "924", "925", "926"],
    "1832": ["906", "920"],
    "1833": ["912", "922"],
  ]
}
