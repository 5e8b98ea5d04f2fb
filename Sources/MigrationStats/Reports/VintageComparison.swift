/// Whether the world of a panel moves as any vintage in the catalogue does.
///
/// A table whose years are in the wrong order has a world that falls where every publisher's rises.
struct VintageComparison {
  /// The data set that holds the world in every vintage.
  static let dataset = "world-migrant-stock"

  private let vintages: [Series]
  private let place: Position

  /// The vintages in a catalogue; nil where it does not hold them.
  init?(_ catalog: Catalog, at place: Position) {
    guard catalog.ids.contains(Self.dataset),
      let panel = try? catalog.dataset(Self.dataset).panel()
    else { return nil }
    vintages = panel.series
    self.place = place
  }

  /// The years in which the panel's world moves against every vintage.
  func oddities(of panel: Panel) -> [Note] {
    guard let (name, world) = Self.world(of: panel) else { return [] }
    let years = world.keys.sorted()
    let like = vintages.filter { isLike($0, world) }
    let against = zip(years, years.dropFirst()).filter { first, last in
      guard let start = world[first], let end = world[last] else { return false }
      let changes = like.compactMap { series -> Double? in
        guard let one = series[first], let other = series[last] else { return nil }
        return other.value - one.value
      }
      let isFall = end < start
      return !changes.isEmpty && end != start
        && changes.allSatisfy { isFall ? $0 > 0 : $0 < 0 }
    }
    guard let (first, last) = against.first, let start = world[first], let end = world[last],
      let vintage = like.first(where: { $0[first] != nil && $0[last] != nil })
    else { return [] }
    let verb = end < start ? "falls" : "rises"
    let more = against.count > 1 ? " (and in \(against.count - 1) more spans)" : ""
    return [
      Note(
        "\(name) \(verb) from \(Numerals.grouped(start)) in \(first) to \(Numerals.grouped(end)) in "
          + "\(last)\(more), against every vintage in the catalogue, such as \(vintage.vintage ?? ""), "
          + "from \(Numerals.grouped(vintage[first]?.value ?? 0)) to "
          + "\(Numerals.grouped(vintage[last]?.value ?? 0)): the columns of years may be in the wrong "
          + "order", at: place)
    ]
  }

  /// Whether the figures are of the same size: half of the years within a factor of two.
  private func isLike(_ series: Series, _ world: [Int: Double]) -> Bool {
    let ratios = series.observations.compactMap { point in
      world[point.year].map { $0 / point.value }
    }
    let near = ratios.filter { (0.5...2).contains($0) }
    return ratios.count > 1 && 2 * near.count >= ratios.count
  }

  /// The values of the world in persons: as the panel has it, else the sum of its many areas.
  private static func world(of panel: Panel) -> (name: String, values: [Int: Double])? {
    let counted = panel.series.filter {
      [Unit.persons, .notStated].contains($0.unit) && PanelTotals.isAdditive($0)
    }
    let quantities = Set(counted.map(\.quantity))
    guard quantities.count == 1 else { return nil }
    func whole(_ series: [Series]) -> [Series] {
      var chosen = series
      for name in panel.keyNames {
        let wholes = chosen.filter { series in
          series.keys.contains { $0.name == name && Holdings.isWhole($0.value) }
        }
        if !wholes.isEmpty { chosen = wholes }
      }
      return chosen
    }
    let world = whole(counted.filter { $0.area.code == "WLD" })
    if world.count == 1 {
      let values = world[0].observations.map { ($0.year, $0.value) }
      return (world[0].area.name, Dictionary(values) { first, _ in first })
    }
    guard world.isEmpty else { return nil }
    let countries = whole(counted.filter { $0.area.kind != .aggregate })
    guard Set(countries.map(\.area)).count >= 100 else { return nil }
    var sums: [Int: Double] = [:]
    for point in countries.flatMap(\.observations) { sums[point.year, default: 0] += point.value }
    return ("The sum of all areas", sums)
  }
}
