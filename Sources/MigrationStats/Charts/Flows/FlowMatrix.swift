/// The values of one year from origins to destinations.
struct FlowMatrix {
  /// A pair of places that has a value.
  struct Cell {
    let origin: Area
    let destination: Area
    let value: Double
    let status: Status
    let series: Series
  }

  /// The year.
  let year: Int
  /// The pairs with a value above zero.
  let cells: [Cell]
  /// The pairs whose value is withheld.
  let withheld: [(origin: Area, destination: Area)]
  /// How many pairs have a value in other years but not in this.
  let absent: Int

  init(_ maker: ChartMaker) throws {
    guard let column = maker.request.by else {
      throw ChartError(
        .misuse, "it is not said which further column holds the origins", at: maker.place,
        remedy: "Name it: --by COLUMN.")
    }
    try Self.requireOthersAlike(column, maker)
    let year = maker.series.flatMap(\.years).max() ?? 0
    let isReversed = FurtherColumn(column) == .destination
    let pairs = Self.pairs(column, maker)
    // Totals are left out, and so are groups beside what they are made of.
    let isAsked = (
      areas: !maker.request.areas.isEmpty,
      keys: maker.request.keys.contains { $0.name.lowercased() == column.lowercased() }
    )
    let own = Set(
      try Partition(pairs.map(\.own), isAsked: isAsked.areas, at: maker.place).kept)
    let others = Set(
      try Partition(pairs.map(\.other), isAsked: isAsked.keys, at: maker.place).kept)
    var cells: [Cell] = []
    var withheld: [(Area, Area)] = []
    var absent = 0
    for pair in pairs where own.contains(pair.own) && others.contains(pair.other) {
      let (origin, destination) =
        isReversed ? (pair.own, pair.other) : (pair.other, pair.own)
      guard let point = pair.series[year] else {
        if pair.series.suppressedYears.contains(year) {
          withheld.append((origin, destination))
        } else {
          absent += 1
        }
        continue
      }
      guard point.value >= 0 else {
        throw ChartError(
          .unfit,
          "\(pair.series.title): \(Numerals.grouped(point.value)) in \(year) is below zero, and a "
            + "ribbon has no such width", at: maker.place,
          remedy: "Draw bars instead: --type bar.")
      }
      if point.value > 0 {
        cells.append(
          Cell(
            origin: origin, destination: destination, value: point.value, status: point.status,
            series: pair.series))
      }
    }
    guard !cells.isEmpty else {
      throw ChartError(
        .empty, "no pair of places has a value above zero in \(year)", at: maker.place,
        remedy: "Choose another year with --years.")
    }
    (self.year, self.cells, self.absent) = (year, cells, absent)
    self.withheld = withheld.map { (origin: $0.0, destination: $0.1) }
  }

  private struct Pair {
    let own: Area
    let other: Area
    let series: Series
  }

  /// The series with the area that their further column names: the data's own where it is one.
  private static func pairs(_ column: String, _ maker: ChartMaker) -> [Pair] {
    let areas = orderedUnique(maker.holding.panel.allSeries.map(\.area))
    var known: [String: Area] = [:]
    for area in areas.reversed() {
      known[Concordance.folded(area.name)] = area
      if let code = area.code { known[code] = area }
    }
    var found: [String: Area] = [:]
    return maker.series.compactMap { series in
      guard let value = series.keys.first(where: { $0.name == column })?.value,
        !Holdings.isWhole(value)
      else { return nil }
      let other =
        found[value] ?? known[value] ?? known[Concordance.folded(value)]
        ?? {
          let area = Concordance.standard.area(name: value, code: nil)
          return area.code.flatMap { known[$0] } ?? area
        }()
      found[value] = other
      return Pair(own: series.area, other: other, series: series)
    }
  }

  /// Refuses series of one pair that differ in another column.
  private static func requireOthersAlike(_ column: String, _ maker: ChartMaker) throws {
    let rest = Set(maker.series.map { $0.keys.filter { $0.name != column } })
    guard rest.count > 1 else { return }
    let names = maker.holding.panel.keyNames.filter { name in
      name != column
        && Set(maker.series.map { series in series.keys.first { $0.name == name }?.value }).count
          > 1
    }
    throw ChartError(
      .misuse, "the series of one pair of places differ in \(names.joined(separator: " and "))",
      at: maker.place, remedy: "Choose one value with --where \(names.first ?? "COLUMN")=VALUE.")
  }
}

extension Partition {
  /// The parts; the whole where it is all that there is.
  fileprivate var kept: [Area] { parts.isEmpty ? [whole].compactMap(\.self) : parts }
}
