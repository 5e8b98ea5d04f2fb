extension ChartMaker {
  /// The model that is asked for.
  ///
  /// - Throws: `ChartError` (`misuse`) with the names that there are.
  func model() throws(ChartError) -> any Model {
    if let model = Ranking.usualModels.first(where: { $0.name == request.model }) { return model }
    let names = Ranking.usualModels.map(\.name)
    throw ChartError(
      .misuse, "there is no model ‘\(request.model)’", at: place,
      remedy: Suggestion.didYouMean(request.model, among: names)
        ?? "There are \(names.joined(separator: ", ")).")
  }

  /// Refuses a level of confidence that is none.
  func requireLevel() throws(ChartError) {
    guard request.level > 0, request.level < 1 else {
      throw ChartError(
        .misuse, "a level of confidence of \(Numerals.exact(request.level)) is not possible",
        at: place, remedy: "Give a share between 0 and 1, such as --level 0.95.")
    }
  }

  /// Refuses values that a logarithmic axis has no place for.
  func requirePositive(_ values: [Double]) throws(ChartError) {
    guard request.isLogarithmic, let bad = values.first(where: { $0 <= 0 }) else { return }
    throw ChartError(
      .unfit, "\(Numerals.grouped(bad)) has no place on a logarithmic axis", at: place,
      remedy: "Leave out --log, or choose a model of logarithms, such as --model exponential.")
  }

  /// A level as readers know it: `95 %`, `99.5 %`.
  static func percent(_ level: Double) -> String {
    "\(Numerals.grouped((10_000 * level).rounded() / 100)) %"
  }

  /// A level in the name of a column: `95`, `99.5`.
  static func levelName(_ level: Double) -> String {
    Numerals.grouped((10_000 * level).rounded() / 100)
  }
}

extension Layer {
  /// The space between the ends of intervals, one a year.
  static func band(
    _ intervals: [(year: Int, interval: Interval)], _ ink: Ink, series: String, meaning: String
  ) -> Layer? {
    let extents = intervals.compactMap { year, interval -> Extent? in
      guard let lower = interval.lower, let upper = interval.upper else { return nil }
      return Extent(
        from: Vertex(x: Double(year), y: lower), to: Vertex(x: Double(year), y: upper))
    }
    guard !extents.isEmpty else { return nil }
    return Layer(.band(extents), ink, series: series, meaning: meaning)
  }
}
