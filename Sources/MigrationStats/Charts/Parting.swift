/// What a total is taken apart into: the members of a group, areas that are named, or the values of a
/// further column.
struct Parting {
  let total: Series
  let parts: [Series]
  /// Whether the parts are meant to be all of the total.
  let isComplete: Bool

  init(_ maker: ChartMaker) throws {
    if let by = maker.request.by {
      (total, parts) = try Self.byKey(by, maker)
      isComplete = true
      return
    }
    let named = maker.series
    let chosen: Series?
    if maker.request.areas.isEmpty {
      chosen = named.first { $0.area.code == "WLD" }
    } else {
      chosen = named.first { $0.area.kind == .aggregate }
    }
    guard let total = chosen else {
      throw ChartError(
        .misuse, "a contribution is to the growth of a group, and none is given", at: maker.place,
        remedy: "Name the group first, then areas if not all of its countries are meant: "
          + "--area World --area Germany; or say which column holds the parts: --by sex.")
    }
    self.total = maker.whole(total)
    let others = named.filter { $0.area != total.area && $0.isSister(of: total) }
    if maker.request.areas.count > 1 {
      parts = others.map(maker.whole)
      isComplete = false
    } else {
      parts = maker.holding.panel.allSeries.filter { member in
        total.area.hasMember(member.area) && member.isSister(of: total)
      }
      isComplete = true
    }
    guard !parts.isEmpty else {
      throw ChartError(
        .unfit, "which countries belong to \(total.area.name) is not known", at: maker.place,
        remedy: "Name those to draw, all others will be one: --area '\(total.area.name)' "
          + "--area Germany.")
    }
  }

  /// The whole and the parts of one area by a further column, which is known to be there.
  private static func byKey(
    _ name: String, _ maker: ChartMaker
  ) throws -> (total: Series, parts: [Series]) {
    let areas = orderedUnique(maker.series.map(\.area))
    guard let area = areas.count == 1 ? areas[0] : areas.first(where: { $0.code == "WLD" }),
      maker.request.areas.count <= 1
    else {
      throw ChartError(
        .misuse, "the parts of \(areas.count) areas by \(name) are not those of one total",
        at: maker.place, remedy: "Choose one area with --area.")
    }
    func value(_ series: Series) -> String {
      series.keys.first { $0.name == name }?.value ?? ""
    }
    let own = maker.series.filter { $0.area == area }.map(maker.whole)
    guard let total = own.first(where: { Holdings.isWhole(value($0)) }) else {
      throw ChartError(
        .unfit, "‘\(name)’ has no value for all of them together, such as ‘both’ or ‘total’",
        at: maker.place, remedy: "Choose a column that has one, or a group with --area World.")
    }
    let parts = own.filter { part in
      !Holdings.isWhole(value(part)) && part.vintage == total.vintage && part.unit == total.unit
        && part.keys.filter { $0.name != name } == total.keys.filter { $0.name != name }
    }
    guard !parts.isEmpty else {
      throw ChartError(
        .unfit, "‘\(name)’ has no parts beside ‘\(value(total))’", at: maker.place,
        remedy: "Choose another column with --by.")
    }
    return (total, parts)
  }
}
