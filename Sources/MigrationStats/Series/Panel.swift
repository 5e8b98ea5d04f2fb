/// The series of one file, in the file's order.
///
/// ```swift
/// let canada = try panel.series(of: "CAN")
/// let pair = try panel.selecting(areas: ["Canada", "India"]).limited(to: 1990...2000)
/// print(canada.area.name, pair.series.count)  // Canada 2
/// ```
public struct Panel: Sendable {
  /// The name of the file or data set.
  public let source: String
  /// How the file was laid out.
  public let layout: Layout
  /// The names of the further columns that tell the series apart.
  public let keyNames: [String]
  /// The series that are selected.
  public let series: [Series]
  /// All series of the file, whatever is selected: a group's members are among them.
  public let allSeries: [Series]
  /// What was done and seen on the way.
  public let notes: [Note]
  /// How many cells of the values held a word for a missing value.
  public let missingCount: Int
  /// How the numbers of its file are written, and how that is known; empty for a data set.
  public let writing: [DialectFinding.Part]
  /// What became of the records of its file; nil where it is made from no file.
  public let account: RowAccount?

  /// The one series of an area.
  ///
  /// - Throws: `TidyingError` (`notFound`) where there is none, or more than one.
  public func series(of area: String) throws(TidyingError) -> Series {
    let found = try selecting(areas: [area]).series
    guard found.count == 1 else {
      throw TidyingError(
        .notFound,
        "‘\(area)’ has \(found.count) series: \(found.prefix(4).map(\.title).joined(separator: "; "))",
        at: Position(file: source), remedy: "Select by vintage or key first.")
    }
    return found[0]
  }

  /// The panel with only the series asked for; nothing asked for selects all.
  ///
  /// - Parameters:
  ///   - areas: names or codes, in the order in which the series shall come.
  ///   - vintages: ids of vintages; `all` selects all of them.
  ///   - keys: values that further columns must have; of several for one column, any.
  /// - Throws: `TidyingError` (`notFound`) with the names that are spelt alike.
  public func selecting(
    areas: [String] = [], vintages: [String] = [], keys: [Series.Key] = []
  ) throws(TidyingError) -> Panel {
    var chosen = series
    if !areas.isEmpty {
      var picked: [Series] = []
      for area in areas {
        let matches = try self.matches(area, in: chosen)
        picked += matches.filter { match in
          !picked.contains {
            $0.area == match.area && $0.keys == match.keys && $0.vintage == match.vintage
          }
        }
      }
      chosen = picked
    }
    if !vintages.isEmpty, !vintages.contains("all") {
      let known = orderedUnique(chosen.compactMap(\.vintage))
      for vintage in vintages where !known.contains(vintage) {
        throw notFound("vintage", vintage, among: known)
      }
      chosen = chosen.filter { vintages.contains($0.vintage ?? "") }
    }
    for name in orderedUnique(keys.map { $0.name.lowercased() }) {
      let wanted = keys.filter { $0.name.lowercased() == name }
      guard let column = keyNames.first(where: { $0.lowercased() == name }) else {
        throw notFound("further column", wanted[0].name, among: keyNames)
      }
      let values = orderedUnique(
        chosen.flatMap(\.keys).filter { $0.name == column }.map(\.value))
      var picked: [String] = []
      for value in wanted.map(\.value) {
        let matches = values.filter { $0.lowercased() == value.lowercased() }
        guard !matches.isEmpty else { throw notFound(column, value, among: values) }
        picked += matches.contains(value) ? [value] : matches
      }
      chosen = chosen.filter { series in
        series.keys.contains { $0.name == column && picked.contains($0.value) }
      }
    }
    return with(series: chosen)
  }

  private func matches(_ area: String, in series: [Series]) throws(TidyingError) -> [Series] {
    let exact = series.filter { $0.area.name == area || $0.area.code == area }
    if !exact.isEmpty { return exact }
    let folded = Concordance.folded(area)
    let loose = series.filter { Concordance.folded($0.area.name) == folded }
    if !loose.isEmpty { return loose }
    // ‘Congo’ beside ‘Congo, Rep.’ and ‘Congo, Dem. Rep.’ may mean either.
    let containing = orderedUnique(series.map(\.area.name)).filter { name in
      Concordance.folded(name).split(separator: " ").contains { $0 == folded }
    }
    if containing.count > 1 {
      throw TidyingError(
        .notFound,
        "‘\(area)’ may be any of \(containing.map { "‘\($0)’" }.joined(separator: ", "))",
        at: Position(file: source), remedy: "Give the whole name, or the code.")
    }
    if let code =
      (Concordance.standard.entry(named: area)
      ?? Concordance.standard.entry(code: area.uppercased()))?.code
    {
      let byCode = series.filter { $0.area.code == code }
      if !byCode.isEmpty { return byCode }
    }
    let names = orderedUnique(series.map(\.area.name))
    var problem = notFound("area", area, among: names)
    if names.isEmpty || series.allSatisfy({ $0.area == .unnamed }) {
      problem = TidyingError(
        .notFound, "the file names no areas, so ‘\(area)’ cannot be selected",
        at: Position(file: source), remedy: "Leave out --area, or name the column: --area-column.")
    }
    throw problem
  }

  private func notFound(_ what: String, _ name: String, among known: [String]) -> TidyingError {
    let list = known.prefix(8).map { "‘\($0)’" }.joined(separator: ", ")
    let all =
      known.isEmpty
      ? "The data have none; areas and vintages are chosen with --area and --vintage."
      : "There are \(list)" + (known.count > 8 ? " and \(known.count - 8) more." : ".")
    return TidyingError(
      .notFound, "there is no \(what) ‘\(name)’", at: Position(file: source),
      remedy: Suggestion.didYouMean(name, among: known) ?? all)
  }

  init(
    source: String, layout: Layout, keyNames: [String], series: [Series],
    allSeries: [Series]? = nil, notes: [Note] = [], missingCount: Int = 0,
    writing: [DialectFinding.Part] = [], account: RowAccount? = nil
  ) {
    self.source = source
    self.layout = layout
    self.keyNames = keyNames
    self.series = series
    self.allSeries = allSeries ?? series
    self.notes = notes
    self.missingCount = missingCount
    self.writing = writing
    self.account = account
  }

  /// The panel with only the values of some years.
  public func limited(to years: ClosedRange<Int>) -> Panel {
    with(series: series.map { $0.limited(to: years) })
  }

  /// The panel without the series of groups of areas.
  public var countries: Panel { with(series: series.filter { $0.area.kind != .aggregate }) }

  /// The same panel with fewer series selected.
  func with(series: [Series]) -> Panel {
    Panel(
      source: source, layout: layout, keyNames: keyNames, series: series, allSeries: allSeries,
      notes: notes, missingCount: missingCount, writing: writing, account: account)
  }

  /// The same panel with every series changed.
  func mapped(source: String, _ change: (Series) -> Series) -> Panel {
    Panel(
      source: source, layout: layout, keyNames: keyNames, series: series.map(change), notes: notes,
      missingCount: missingCount, writing: writing, account: account)
  }
}

/// The values in their order, each once.
func orderedUnique<Value: Hashable>(_ values: [Value]) -> [Value] {
  var seen = Set<Value>()
  return values.filter { seen.insert($0).inserted }
}
