/// The series that a chart is of: those asked for, each once.
struct ChartSelection {
  /// The series, in the order in which they were asked for.
  let series: [Series]

  init(_ request: ChartRequest, in holding: Holdings.Holding) throws {
    let panel = try holding.panel.selecting(
      areas: request.areas, vintages: request.vintages, keys: request.keys)
    let told = Set(
      request.keys.map { $0.name.lowercased() } + [request.by?.lowercased()].compactMap(\.self))
    var chosen = panel.series
    for name in panel.keyNames where !told.contains(name.lowercased()) {
      let whole = chosen.filter { series in
        series.keys.contains { $0.name == name && Holdings.isWhole($0.value) }
      }
      if !whole.isEmpty { chosen = whole }
    }
    if let years = request.years { chosen = chosen.map { $0.limited(to: years) } }
    let filled = chosen.filter { !$0.observations.isEmpty }
    let place = Position(file: holding.name)
    guard let first = filled.first else {
      throw ChartError(
        .empty,
        request.years.map { "no value lies from \($0.lowerBound) to \($0.upperBound)" }
          ?? "no series has a value", at: place,
        remedy: "See which years there are: stats describe \(holding.name).")
    }
    let vintages = orderedUnique(filled.compactMap(\.vintage))
    if request.vintages.isEmpty, vintages.count > 1 {
      throw ChartError(
        .misuse,
        "the series are of \(vintages.count) vintages, which are not comparable with one another",
        at: place,
        remedy: "Choose with --vintage \(vintages[0]), or draw several beside each other: "
          + vintages.prefix(2).map { "--vintage \($0)" }.joined(separator: " ") + ".")
    }
    let units = orderedUnique(filled.map(\.unit))
    guard units.count == 1 else {
      throw ChartError(
        .unfit,
        "the series are in \(units.count) units (\(units.prefix(3).map(\.name).joined(separator: ", ")))",
        at: place, remedy: "One axis has one unit: choose series of one with --where.")
    }
    _ = first
    series = chosen.filter { !$0.observations.isEmpty || !$0.suppressedYears.isEmpty }
  }
}
