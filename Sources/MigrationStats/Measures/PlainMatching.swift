/// Makes the groups of a plain panel like for like, whose members are looked for by codes and numbers.
struct PlainMatching: Sendable {
  private let panel: PlainPanel
  /// The series that differ in nothing but the area, in the order of the file.
  private let sisters: [[UInt32]: [Int]]
  /// For each area that is a group, which areas are its members.
  private let members: [Int: [Bool]]
  private let isCountry: [Bool]

  /// Nil where there are no groups.
  init?(_ panel: PlainPanel) {
    let areas = panel.areas
    guard panel.hasGroups else { return nil }
    self.panel = panel
    isCountry = areas.map { $0.kind == .country }
    members = Dictionary(
      uniqueKeysWithValues: areas.indices.filter { areas[$0].kind == .aggregate }.map { group in
        (group, areas.map { areas[group].hasMember($0) })
      })
    var sisters: [[UInt32]: [Int]] = [:]
    for series in 0..<panel.count {
      sisters[Self.subject(of: series, panel), default: []].append(series)
    }
    self.sisters = sisters
  }

  /// What a series is about besides the area, in codes.
  private static func subject(of series: Int, _ panel: PlainPanel) -> [UInt32] {
    [panel.identities.subjects[series]] + panel.identities.further.map { $0[series] }
  }

  /// A series of a group; nil where it is of none.
  func group(_ series: Int) -> Group? {
    guard let members = members[Int(panel.identities.places[series])] else { return nil }
    let sisters = sisters[Self.subject(of: series, panel)] ?? []
    return Group(panel: panel, sisters: sisters, isMember: members, isCountry: isCountry)
  }
}

extension PlainMatching {
  /// A series of a group among its sisters.
  struct Group: LikeForLike {
    fileprivate let panel: PlainPanel
    fileprivate let sisters: [Int]
    /// For each area of the panel.
    fileprivate let isMember, isCountry: [Bool]

    /// Those that have a value in a year: how many countries, and the sum of the members.
    private struct Reporters {
      var countries = 0
      var sum: Double?

      func addUp(to value: Double) -> Bool {
        // A little more than what is taken for a sum in the end.
        sum.map { abs($0 - value) <= 2e-6 * abs(value) } ?? false
      }
    }

    private func reporters(_ year: Int) -> Reporters {
      var reporters = Reporters()
      guard let place = panel.years.firstIndex(of: year) else { return reporters }
      for series in sisters {
        let area = Int(panel.identities.places[series])
        guard isMember[area] || isCountry[area] else { continue }
        let value = panel.values.value(of: series, year: year, at: place, of: panel.years.count)
        guard !value.isNaN else { continue }
        if isCountry[area] { reporters.countries += 1 }
        if isMember[area] { reporters.sum = (reporters.sum ?? 0) + value }
      }
      return reporters
    }

    /// Whether there may be anything to say of a series with such ends.
    func mayBeDistorted(_ first: (year: Int, value: Double), _ last: (year: Int, value: Double))
      -> Bool
    {
      let (from, to) = (reporters(first.year), reporters(last.year))
      return from.addUp(to: first.value) && to.addUp(to: last.value)
        || Matching.isUneven(from.countries, to.countries)
    }

    func matched(to series: Series, over span: Span) -> Matched? {
      guard reporters(span.start.year).addUp(to: span.start.value),
        reporters(span.end.year).addUp(to: span.end.value)
      else { return nil }
      let members = sisters.filter { isMember[Int(panel.identities.places[$0])] }
      return Matching(members.map(panel.series), for: [series]).matched(to: series, over: span)
    }

    func unevenCoverage(of series: Series, over span: Span) -> Caveat? {
      let first = reporters(span.start.year).countries
      let last = reporters(span.end.year).countries
      guard Matching.isUneven(first, last) else { return nil }
      return Matching.unevenCoverage(of: series.area, over: span, first: first, last: last)
    }
  }
}
