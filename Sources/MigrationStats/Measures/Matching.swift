/// A series made comparable over a span, and the sentence that says how.
struct Matched {
  let series: Series
  let caveat: Caveat
  /// Whether the figures were changed by an estimate, whose own error nobody knows.
  var isEstimated = false
}

/// What makes a series like for like, or says why nothing can.
protocol LikeForLike {
  /// The like-for-like form of a series over a span; nil where the figures are comparable as they
  /// are, or where nothing can be done about it.
  func matched(to series: Series, over span: Span) -> Matched?
  /// For a group whose members are not known, or that is not their sum: the warning that the
  /// number of countries with a value changes by more than a tenth from one end to the other.
  func unevenCoverage(of series: Series, over span: Span) -> Caveat?
}

extension Panel {
  /// The like-for-like form of a series over a span; nil where the figures are comparable as they
  /// are, or where nothing can be done about it.
  func matched(to series: Series, over span: Span) -> Matched? {
    Matching(allSeries, for: [series]).matched(to: series, over: span)
  }

  /// The warning that the number of countries with a value changes over a span; nil where it does not.
  func unevenCoverage(of series: Series, over span: Span) -> Caveat? {
    Matching(allSeries, for: [series]).unevenCoverage(of: series, over: span)
  }
}

/// Makes series of a file like for like: over a break by its effect or by the successors, and groups by
/// those of their members that report at both ends.
struct Matching: LikeForLike, Sendable {
  /// What a series is about besides the area.
  private struct Subject: Hashable, Sendable {
    let quantity: Quantity
    let unit: Unit
    let vintage: String?
    let keys: [Series.Key]

    init(_ series: Series) {
      (quantity, unit) = (series.quantity, series.unit)
      (vintage, keys) = (series.vintage, series.keys)
    }
  }

  /// The series of each subject, in the order of the file.
  private let sisters: [Subject: [Series]]
  /// The codes of areas that came of one.
  private let successions: [[String]]

  /// - Parameters:
  ///   - all: the series of the file.
  ///   - chosen: those that are to be made like for like.
  init(_ all: [Series], for chosen: [Series]) {
    let needing = chosen.filter { $0.area.kind == .aggregate || !$0.breaks.isEmpty }
    guard !needing.isEmpty else {
      (sisters, successions) = ([:], [])
      return
    }
    var sisters: [Subject: [Series]] = [:]
    if let one = needing.first, needing.count == 1 {
      sisters[Subject(one)] = all.filter { $0.isSister(of: one) }
    } else {
      for series in needing { sisters[Subject(series)] = [] }
      for series in all { sisters[Subject(series)]?.append(series) }
    }
    self.sisters = sisters
    successions = all.flatMap(\.breaks).map(\.successors).filter { $0.count > 1 }
  }

  private func sisters(of series: Series) -> [Series] { sisters[Subject(series)] ?? [] }

  func matched(to series: Series, over span: Span) -> Matched? {
    matchedAcrossBreak(series, span) ?? matchedByReporters(series, span)
  }

  // MARK: Breaks

  private func matchedAcrossBreak(_ series: Series, _ span: Span) -> Matched? {
    let inside = series.breaks.filter { span.start.year < $0.year && $0.year <= span.end.year }
    if let known = inside.first(where: { $0.effect != nil }), let effect = known.effect {
      let values = series.observations.map { point in
        point.year < known.year ? point : point.less(effect)
      }
      return Matched(
        series: series.with(observations: values),
        caveat: Caveat(
          "break", year: known.year,
          "Like for like, \(Numerals.grouped(effect)) \(series.unit) are taken out of the values from "
            + "\(known.year) on: the estimated effect of the break, held constant. It is an "
            + "approximation without an interval."), isEstimated: true)
    }
    guard let known = inside.first(where: { !$0.successors.isEmpty }) else { return nil }
    let parts = known.successors.compactMap { code in
      sisters(of: series).first { $0.area.code == code }
    }
    guard parts.count == known.successors.count else { return nil }
    let later = series.observations.filter { $0.year >= known.year }.compactMap { point in
      parts.allSatisfy { $0[point.year] != nil } ? Self.sum(parts, in: point.year) : nil
    }
    let values = series.observations.filter { $0.year < known.year } + later
    guard later.contains(where: { $0.year == span.end.year }) else { return nil }
    return Matched(
      series: series.with(observations: values),
      caveat: Caveat(
        "break", year: known.year,
        "Like for like is the same territory throughout: from \(known.year) on the sum of "
          + "\(parts.map(\.area.name).joined(separator: ", "))."))
  }

  // MARK: Reporters

  /// For a group whose members report unevenly: the sum of the members that report at both ends.
  private func matchedByReporters(_ series: Series, _ span: Span) -> Matched? {
    guard series.area.kind == .aggregate, series.aggregation != .estimated else { return nil }
    let (from, to) = (span.start.year, span.end.year)
    let members = sisters(of: series).filter { series.area.hasMember($0.area) }
    let (first, last) = (members.filter { $0[from] != nil }, members.filter { $0[to] != nil })
    // Only a group that is the sum of its members can be taken apart.
    guard !first.isEmpty, Self.sum(first, in: from).map({ $0.agrees(with: span.start) }) == true,
      Self.sum(last, in: to).map({ $0.agrees(with: span.end) }) == true
    else { return nil }
    let blocs = blocs(of: members)
    let both = blocs.filter { bloc in
      bloc.contains { $0[from] != nil } && bloc.contains { $0[to] != nil }
    }
    let gone = blocs.filter { bloc in bloc.contains { $0[from] != nil } }.count - both.count
    let come = blocs.filter { bloc in bloc.contains { $0[to] != nil } }.count - both.count
    guard !both.isEmpty, gone + come > 0 else { return nil }
    let chosen = both.flatMap(\.self)
    let values = series.observations.map(\.year).compactMap { year -> Observation? in
      let complete = both.allSatisfy { bloc in bloc.contains { $0[year] != nil } }
      return complete ? Self.sum(chosen, in: year) : nil
    }
    return Matched(
      series: series.with(observations: values),
      caveat: Caveat(
        "coverage", year: to,
        "\(first.count) countries and areas have a value in \(from) and \(last.count) in \(to), and "
          + "\(series.area.name) is the sum of those that have one. Like for like is the sum of the "
          + "\(both.count) that have one in both years."))
  }

  func unevenCoverage(of series: Series, over span: Span) -> Caveat? {
    guard series.area.kind == .aggregate, series.aggregation != .estimated else { return nil }
    let countries = sisters(of: series).filter { $0.area.kind == .country }
    let first = countries.count { $0[span.start.year] != nil }
    let last = countries.count { $0[span.end.year] != nil }
    guard Self.isUneven(first, last) else { return nil }
    return Self.unevenCoverage(of: series.area, over: span, first: first, last: last)
  }

  /// Whether the numbers of countries that report at both ends differ by more than a tenth.
  static func isUneven(_ first: Int, _ last: Int) -> Bool {
    first > 0 && last > 0 && abs(first - last) * 10 > max(first, last)
  }

  /// The warning that so many countries report at the one end of a span, and so many at the other.
  static func unevenCoverage(of area: Area, over span: Span, first: Int, last: Int) -> Caveat {
    Caveat(
      "coverage", year: span.end.year,
      "In the file \(first) countries have a value in \(span.start.year) and \(last) in "
        + "\(span.end.year). Which of them belong to \(area.name) is not known, or it is not "
        + "their sum, so that no like-for-like rate can be made; the rate may be due to coverage.")
  }

  /// The members, those that split or merged within the span of the data held together.
  private func blocs(of members: [Series]) -> [[Series]] {
    var blocs: [[Series]] = []
    var placed = Set<String>()
    for member in members {
      let code = member.area.code ?? member.area.name
      guard !placed.contains(code) else { continue }
      let codes = successions.first { $0.contains(code) } ?? [code]
      let bloc = members.filter { codes.contains($0.area.code ?? $0.area.name) }
      placed.formUnion(codes)
      blocs.append(bloc)
    }
    return blocs
  }

  private static func sum(_ parts: [Series], in year: Int) -> Observation? {
    let points = parts.compactMap { $0[year] }
    guard !points.isEmpty else { return nil }
    return Observation(
      year: year, value: points.map(\.value).reduce(0, +),
      halfUnit: points.map(\.halfUnit).reduce(0, +), status: Status.worst(of: points.map(\.status)),
      lines: points.flatMap(\.lines),
      attributes: points.count > 1 ? ["derivation": "sum of \(points.count) values"] : [:])
  }
}

extension Series {
  /// Whether two series differ in nothing but the area.
  func isSister(of other: Series) -> Bool {
    keys == other.keys && unit == other.unit && vintage == other.vintage
      && quantity == other.quantity
  }
}

extension Observation {
  /// The observation without the effect of a break.
  ///
  /// What is left is neither the figure of the row nor a bound, and says how it came about.
  fileprivate func less(_ effect: Double) -> Observation {
    let derivation = "\(Numerals.grouped(value)) − \(Numerals.grouped(effect))"
    return Observation(
      year: year, value: value - effect, halfUnit: halfUnit, status: status, lines: lines,
      attributes: attributes.filter { $0.key != "words" }.merging(["derivation": derivation]) { $1 }
    )
  }

  /// Whether two sums of the same figures agree, to a millionth.
  fileprivate func agrees(with other: Observation) -> Bool {
    abs(value - other.value) <= 1e-6 * abs(other.value)
  }
}

extension Area {
  /// Whether this is a group that an area belongs to, as far as is known.
  func hasMember(_ area: Area) -> Bool {
    guard let code, area.kind != .aggregate else { return false }
    return Concordance.standard.isMember(area, of: code)
  }
}

extension Concordance {
  /// Whether a country belongs to a group, as far as is known: to the world, or to a World Bank
  /// region or income group.
  fileprivate func isMember(_ area: Area, of group: String) -> Bool {
    if group == "WLD" { return true }
    guard let groups = area.code.flatMap({ entry(code: $0) })?.groups else { return false }
    let wider = ["MIC": ["LMC", "UMC"], "LMY": ["LIC", "LMC", "UMC"]]
    return (wider[group] ?? [group]).contains { groups.contains($0) }
  }
}
