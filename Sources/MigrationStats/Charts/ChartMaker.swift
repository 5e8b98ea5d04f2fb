/// Makes the chart of some series: what all types share.
struct ChartMaker {
  let request: ChartRequest
  let holding: Holdings.Holding
  /// The series, with only the values of the years asked for.
  let series: [Series]

  var place: Position { Position(file: holding.name) }
  var names: SeriesNames { SeriesNames(series) }
  var unit: UnitPhrase { UnitPhrase(series.first?.unit.name ?? "") }

  /// The publications, each once.
  var sources: [Citation] {
    let data = holding.data
    return orderedUnique(series.map { Citation($0, in: holding, data) })
  }

  // MARK: Words

  /// What is measured, as a title begins: `International migrant stock`.
  var subject: String {
    let name =
      series.first.map { $0.quantity.name == Quantity.notStated.name ? "Values" : $0.quantity.name }
      ?? "Values"
    return name.prefix(1).uppercased() + name.dropFirst()
  }

  /// The areas in a title: all of them, or how many.
  var areasInWords: String {
    let areas = orderedUnique(series.map(\.area)).map {
      AreaPhrase($0).text ?? holding.name
    }
    switch areas.count {
    case 1...3: return Self.list(areas)
    default: return "\(areas.count) areas"
    }
  }

  /// What all series share besides the area, for the subtitle: `sex: female`, `revision un-2019`.
  var sharedInWords: [String] {
    guard let first = series.first else { return [] }
    let keys = first.keys.filter { key in
      !Holdings.isWhole(key.value) && series.allSatisfy { $0.keys.contains(key) }
    }.map { "\($0.name.replacing("_", with: " ")): \($0.value)" }
    let vintage = first.vintage.flatMap { vintage in
      series.allSatisfy { $0.vintage == vintage } ? "revision \(vintage)" : nil
    }
    return keys + [vintage].compactMap(\.self)
  }

  /// What stands under the title.
  var subtitle: String {
    let text = sharedInWords.joined(separator: "; ")
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  /// The years from the first to the last value: `1990–2019`.
  var yearsInWords: String {
    let years = series.flatMap(\.years)
    guard let first = years.min(), let last = years.max() else { return "" }
    return first == last ? "\(first)" : "\(first)–\(last)"
  }

  func title(_ parts: String...) -> String {
    parts.filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// `Canada, Australia and India`.
  static func list(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }

  // MARK: Choosing

  /// The colour of each series: its own, or one for those in focus and one for the rest.
  func inks() throws -> [Layer.Ink] {
    guard !request.focus.isEmpty else { return series.indices.map { .series($0) } }
    let focused = try focused()
    return series.map { focused.contains($0.area) ? .focus : .context }
  }

  /// Refuses more series than a reader can tell apart.
  func requireFew(_ count: Int = Palette.series.count, of what: String = "line chart") throws {
    guard series.count > count, request.focus.isEmpty else { return }
    throw ChartError(
      .tooMany,
      "\(series.count) series are too many for one \(what): up to \(count) can be told apart",
      at: place,
      remedy: "Choose with --area, let one stand out with --focus, or draw a small plot each with "
        + "--type multiples.")
  }

  /// A request for a figure of a series of the chart.
  func wish(
    _ series: Series, _ operation: Recipe.Operation, _ years: ClosedRange<Int>
  ) -> FigureRequest {
    FigureRequest(
      holding.name, area: series.area == .unnamed ? nil : series.area.code ?? series.area.name,
      vintage: series.vintage, keys: series.keys, of: operation, years: years,
      definition: request.definition, interpolation: request.interpolation)
  }
}
