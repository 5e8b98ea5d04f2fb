extension ChartRequest {
  /// The request with the further column that its type needs, where there is one answer only.
  ///
  /// - Throws: `ChartError` (`misuse`) for a column that the data do not have.
  func completed(for holding: Holdings.Holding) throws(ChartError) -> ChartRequest {
    let names = holding.panel.keyNames
    var completed = self
    if let asked = by {
      guard let known = names.first(where: { $0.lowercased() == asked.lowercased() }) else {
        throw ChartError(
          .misuse, "there is no further column ‘\(asked)’", at: Position(file: holding.name),
          remedy: Suggestion.didYouMean(asked, among: names)
            ?? (names.isEmpty
              ? "The data have none." : "There are \(names.joined(separator: ", ")).")
        )
      }
      completed.by = known
      return completed
    }
    switch type {
    case .chord, .sankey:
      let fitting = names.filter { FurtherColumn($0) != nil }
      completed.by = fitting.count == 1 ? fitting[0] : nil
      guard completed.by == nil else { break }
      throw ChartError(
        names.isEmpty ? .unfit : .misuse,
        names.isEmpty
          ? "ribbons run from origins to destinations, and the data have areas alone"
          : "it is not clear which further column holds the origins",
        at: Position(file: holding.name),
        remedy: names.isEmpty
          ? "Use data with a column of origins beside the area, such as migrant-stock-by-origin."
          : "Name it: --by \(fitting.first ?? names[0]).")
    case .shares:
      let told = Set(keys.map { $0.name.lowercased() })
      let open = names.filter { !told.contains($0.lowercased()) }
      let areaCount =
        areas.isEmpty ? Set(holding.panel.series.map(\.area)).count : areas.count
      if areaCount == 1, open.count == 1 { completed.by = open[0] }
    default: break
    }
    return completed
  }
}
