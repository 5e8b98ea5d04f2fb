/// Parts of a whole in the years in which all of them are known.
struct ShareStack {
  /// A part, or the rest.
  struct Part {
    let name: String
    /// Nil for the rest, which is made of several or of what the whole has besides.
    let series: Series?
    let ink: Layer.Ink
    /// The amounts by year, in the data's unit.
    let amounts: [Int: Double]
    /// The area's kind says so, or it was left over.
    var isRest: Bool { series == nil }
  }

  /// The parts from the bottom to the top.
  let parts: [Part]
  /// The years that are drawn.
  let years: [Int]
  /// The series of the whole; nil where the whole is the sum of the parts.
  let whole: Series?
  /// What the parts add up to, by year.
  let totals: [Int: Double]
  /// Why other years are not drawn, a reason each.
  let omitted: [String]

  static let restName = "Other"
  /// How far parts may exceed the whole by rounding.
  private static let tolerance = 0.005

  init(_ maker: ChartMaker) throws {
    let found = try maker.request.by.map { try Self.byColumn($0, maker) } ?? Self.byArea(maker)
    let place = maker.place
    if let negative = found.parts.flatMap(\.observations).first(where: { $0.value < 0 }) {
      throw ChartError(
        .unfit,
        "\(Numerals.grouped(negative.value)) in \(negative.year) is below zero, and parts of a whole "
          + "are not", at: place, remedy: "Draw lines instead: --type line.")
    }
    let all = Palette.series.count
    let limit = max(1, min(maker.request.top ?? all, all))
    let ranked = found.isRanked || found.parts.count > limit
    let ordered = ranked ? Self.ranked(found.parts) : found.parts
    let shown = Array(ordered.prefix(limit))
    let rest = Array(ordered.dropFirst(limit))
    let names = found.name
    let sums = Sums(shown: shown, rest: rest, whole: found.whole)
    guard shown.count + rest.count > 1 || found.whole != nil else {
      throw ChartError(
        .unfit,
        "there is one part only, ‘\(shown.first.map(names) ?? "")’, and nothing that it is of",
        at: place, remedy: "Choose several areas with --area, or a column of parts with --by.")
    }
    if let year = sums.years.first(where: { sums.excess($0) > Self.tolerance }) {
      let percent = Numerals.grouped(100 * (1 + sums.excess(year)), decimals: 1)
      throw ChartError(
        .unfit,
        "in \(year) the parts add up to \(percent) per cent of \(found.whole?.title ?? "the whole")",
        at: place,
        remedy: "Parts must not overlap, nor belong to another whole: choose others with --area.")
    }
    guard !sums.years.isEmpty else {
      throw ChartError(
        .empty,
        "there is no year in which all parts have a value"
          + (sums.omitted(names).first.map { ": \($0)" } ?? ""), at: place,
        remedy: "Choose parts that have values in the same years with --area or --where.")
    }
    var parts = shown.enumerated().map { index, series in
      Part(
        name: names(series), series: series, ink: .series(index),
        amounts: Dictionary(uniqueKeysWithValues: sums.years.map { ($0, series[$0]?.value ?? 0) }))
    }
    // A rest that no picture could show is rounding.
    if sums.years.contains(where: { sums.rest($0) > 0.0005 * sums.total($0) }) {
      parts.append(
        Part(
          name: Self.restName, series: nil, ink: .context,
          amounts: Dictionary(uniqueKeysWithValues: sums.years.map { ($0, sums.rest($0)) })))
    }
    self.parts = parts
    years = sums.years
    whole = found.whole
    totals = Dictionary(uniqueKeysWithValues: sums.years.map { ($0, sums.total($0)) })
    omitted = sums.omitted(names)
  }

  /// The share of a part in a year, in per cent.
  func share(_ part: Part, _ year: Int) -> Double {
    guard let total = totals[year], total > 0 else { return 0 }
    return 100 * (part.amounts[year] ?? 0) / total
  }

  // MARK: Finding the parts

  private struct Found {
    let parts: [Series]
    let whole: Series?
    let isRanked: Bool
    let name: (Series) -> String
  }

  private static func byColumn(_ column: String, _ maker: ChartMaker) throws -> Found {
    func value(_ series: Series) -> String? { series.keys.first { $0.name == column }?.value }
    func others(_ series: Series) -> [Series.Key] { series.keys.filter { $0.name != column } }
    let areas = orderedUnique(maker.series.map(\.area))
    guard areas.count == 1 else {
      throw ChartError(
        .misuse, "parts by \(column) are of one area, and there are \(areas.count)",
        at: maker.place, remedy: "Choose it with --area, such as --area '\(areas[0].name)'.")
    }
    guard Set(maker.series.map(others)).count == 1, let first = maker.series.first else {
      let names = maker.holding.panel.keyNames.filter { $0 != column }
      throw ChartError(
        .misuse, "the parts differ in more than \(column)", at: maker.place,
        remedy: "Choose one value of \(names.joined(separator: ", ")) with --where.")
    }
    let whole = maker.holding.panel.allSeries.first {
      $0.area == first.area && $0.vintage == first.vintage && $0.unit == first.unit
        && others($0) == others(first) && value($0).map(Holdings.isWhole) == true
    }
    let parts = maker.series.filter { value($0).map(Holdings.isWhole) != true }
    let order = maker.request.keys.filter { $0.name.lowercased() == column.lowercased() }
    return Found(
      parts: parts, whole: whole, isRanked: order.isEmpty, name: { value($0) ?? $0.title })
  }

  private static func byArea(_ maker: ChartMaker) throws -> Found {
    let areas = maker.series.map(\.area)
    guard Set(areas).count == areas.count, let first = maker.series.first else {
      let names = maker.holding.panel.keyNames
      throw ChartError(
        .misuse, "there are several series of one area", at: maker.place,
        remedy: "Choose with --where, or draw them as parts of one area: --area "
          + "'\(areas.first?.name ?? "")' --by \(names.first ?? "COLUMN").")
    }
    let partition = try Partition(
      areas, isAsked: !maker.request.areas.isEmpty, at: maker.place)
    let parts = partition.parts.compactMap { area in maker.series.first { $0.area == area } }
    let whole = maker.holding.panel.allSeries.first { series in
      let isWhole = partition.whole.map { series.area == $0 } ?? (series.area.code == "WLD")
      return isWhole && series.keys == first.keys && series.vintage == first.vintage
        && series.unit == first.unit
    }
    return Found(
      parts: parts, whole: whole, isRanked: maker.request.areas.isEmpty, name: { $0.area.name })
  }

  /// The series by the value of the last year that most of them have, the largest first.
  private static func ranked(_ series: [Series]) -> [Series] {
    var counts: [Int: Int] = [:]
    for year in series.flatMap(\.years) { counts[year, default: 0] += 1 }
    let most = counts.values.max() ?? 0
    guard let year = counts.filter({ 2 * $0.value > most }).keys.max() else { return series }
    return series.enumerated().sorted { one, other in
      let (first, second) = (one.element[year]?.value ?? -1, other.element[year]?.value ?? -1)
      return first == second ? one.offset < other.offset : first > second
    }.map(\.element)
  }
}

/// What parts, rest and whole come to, year by year.
private struct Sums {
  let shown: [Series]
  let grouped: [Series]
  let whole: Series?
  /// The years in which everything that is drawn is known and something is there.
  let years: [Int]
  private let all: [Int]
  private let shownSums: [Int: Double]
  private let groupedSums: [Int: Double]
  private let wholes: [Int: Double]

  init(shown: [Series], rest: [Series], whole: Series?) {
    self.shown = shown
    grouped = rest
    self.whole = whole
    func sums(_ series: [Series]) -> [Int: Double] {
      var found: [Int: (sum: Double, count: Int)] = [:]
      for point in series.flatMap(\.observations) {
        let before = found[point.year] ?? (0, 0)
        found[point.year] = (before.sum + point.value, before.count + 1)
      }
      return found.filter { $0.value.count == series.count }.mapValues(\.sum)
    }
    let own = sums(shown)
    let others = sums(rest)
    let wholes = Dictionary(
      (whole?.observations ?? []).map { ($0.year, $0.value) }, uniquingKeysWith: { $1 })
    all = Set(shown.flatMap { $0.years + $0.suppressedYears }).sorted()
    years = all.filter { year in
      guard let sum = own[year] else { return false }
      if whole != nil { return (wholes[year] ?? 0) > 0 }
      return (rest.isEmpty || others[year] != nil) && sum + (others[year] ?? 0) > 0
    }
    (shownSums, groupedSums, self.wholes) = (own, others, wholes)
  }

  /// How much larger than the whole the parts are, as a share of it.
  func excess(_ year: Int) -> Double {
    guard let whole = wholes[year], whole > 0 else { return 0 }
    return ((shownSums[year] ?? 0) - whole) / whole
  }

  /// What is not among the parts that are shown.
  func rest(_ year: Int) -> Double {
    guard whole != nil else { return groupedSums[year] ?? 0 }
    return max(0, (wholes[year] ?? 0) - (shownSums[year] ?? 0))
  }

  func total(_ year: Int) -> Double { (shownSums[year] ?? 0) + rest(year) }

  /// The years that are left out, and why: `1951–1992 (no value: asylum-seekers)`.
  func omitted(_ name: (Series) -> String) -> [String] {
    let parts = whole == nil ? shown + grouped : shown
    let missing = Set(all).subtracting(years).sorted().map { year -> (year: Int, reason: String) in
      let withheld = parts.filter { $0.suppressedYears.contains(year) }.map(name)
      if !withheld.isEmpty { return (year, "suppressed: \(Self.list(withheld))") }
      let absent = parts.filter { $0[year] == nil }.map(name)
      if !absent.isEmpty { return (year, "no value: \(Self.list(absent))") }
      return (year, "the whole has no value above zero")
    }
    // Neighbours of one reason are told as one.
    var spans: [(first: Int, last: Int, reason: String)] = []
    for (year, reason) in missing {
      let before = all.last { $0 < year }
      if let last = spans.last, last.reason == reason, last.last == before {
        spans[spans.count - 1].last = year
      } else {
        spans.append((year, year, reason))
      }
    }
    return spans.map { span in
      (span.first == span.last ? "\(span.first)" : "\(span.first)–\(span.last)")
        + " (\(span.reason))"
    }
  }

  private static func list(_ names: [String]) -> String {
    names.prefix(3).joined(separator: ", ")
      + (names.count > 3 ? " and \(names.count - 3) more" : "")
  }
}
