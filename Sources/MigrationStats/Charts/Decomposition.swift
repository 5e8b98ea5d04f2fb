/// The growth of a total between two years, taken apart: 100·ΔPᵢ/P, in percentage points of the
/// total's growth, which the parts add up to.
struct Decomposition {
  /// A part of the change.
  struct Bar {
    /// What a part is.
    enum Kind: String {
      /// An area, areas that followed one another, or a value of a key.
      case part
      /// All parts that are not drawn on their own.
      case others = "all others"
      /// Areas with a value in one of the two years only.
      case entered = "in one year only"
      /// What the parts do not add up to.
      case remainder
    }

    let name: String
    let code: String?
    let kind: Kind
    let series: [Series]
    let start: Double?
    let end: Double?
    let change: Double
    /// The contribution, in percentage points.
    let points: Double
    let status: Status?
    let ink: Layer.Ink
  }

  let total: Series
  let from: Observation
  let to: Observation
  /// The total's growth, in per cent.
  let percent: Double
  /// The parts, the largest contribution first, and what is left of the change last.
  let bars: [Bar]
  let notes: [String]
  let caveats: [Caveat]

  /// By how much the parts may miss the total, as a share of it.
  static let tolerance = 0.01

  init(_ maker: ChartMaker) throws {
    let parting = try Parting(maker)
    total = parting.total
    guard let years = maker.request.years ?? maker.with(series: [total]).commonYears,
      years.lowerBound < years.upperBound
    else {
      throw ChartError(
        .misuse, "growth runs from one year to another, and there is one only", at: maker.place,
        remedy: "Give both: --years 1990-2019.")
    }
    (from, to) = try Self.ends(of: total, years, maker)
    guard from.value > 0 else {
      throw ChartError(
        .unfit,
        "\(total.title): the value of \(from.year) is \(Numerals.grouped(from.value)), and a "
          + "contribution is a share of it", at: maker.place,
        remedy: "Choose a first year whose value is above zero.")
    }
    percent = 100 * (to.value - from.value) / from.value
    let groups = Self.groups(parting.parts, total, years)
    if parting.isComplete { try Self.requireSum(groups, total, from, to, maker) }
    let made = try Self.bars(groups, parting, from, to, maker)
    bars = made.bars
    notes = made.notes
    caveats = Self.caveats(made.bars.filter { $0.kind == .part }.map(\.series), total, years)
  }

  // MARK: Values

  /// Series that are one part: an area, or those that followed one another within the span.
  struct Group {
    let name: String
    let series: [Series]

    func value(in year: Int) -> Double? {
      let points = series.compactMap { $0[year]?.value }
      return points.isEmpty ? nil : points.reduce(0, +)
    }

    func isSuppressed(in year: Int) -> Bool {
      series.contains { $0[year] == nil && $0.suppressedYears.contains(year) }
    }
  }

  private static func ends(
    of total: Series, _ years: ClosedRange<Int>, _ maker: ChartMaker
  ) throws -> (Observation, Observation) {
    func end(_ year: Int) throws -> Observation {
      if let point = total[year] { return point }
      let reason = total.suppressedYears.contains(year) ? "is suppressed" : "has no value"
      throw ChartError(
        .unfit, "\(total.title): \(year) \(reason); there are values for \(total.yearsInWords)",
        at: maker.place, remedy: "Choose two years that it has with --years.")
    }
    return (try end(years.lowerBound), try end(years.upperBound))
  }

  /// The parts, those that split or merged between the two years held together.
  private static func groups(
    _ parts: [Series], _ total: Series, _ years: ClosedRange<Int>
  ) -> [Group] {
    let successions = parts.flatMap { part in
      part.breaks.filter { years.lowerBound < $0.year && $0.year <= years.upperBound }
        .map { [part.area.code ?? part.area.name] + $0.successors }
    }.filter { $0.count > 1 }
    let names = SeriesNames(parts + [total]).names
    var groups: [Group] = []
    var placed = Set<Int>()
    for (index, part) in parts.enumerated() where !placed.contains(index) {
      let code = part.area.code ?? part.area.name
      let codes = successions.first { $0.contains(code) } ?? [code]
      let members = parts.indices.filter { other in
        other == index
          || codes.count > 1 && parts[other].keys == part.keys
            && codes.contains(parts[other].area.code ?? parts[other].area.name)
      }
      placed.formUnion(members)
      groups.append(
        Group(name: ChartMaker.list(members.map { names[$0] }), series: members.map { parts[$0] }))
    }
    return groups
  }

  /// Refuses parts that are not those of the total.
  private static func requireSum(
    _ groups: [Group], _ total: Series, _ from: Observation, _ to: Observation,
    _ maker: ChartMaker
  ) throws {
    for point in [from, to] {
      let sum = groups.compactMap { $0.value(in: point.year) }.reduce(0, +)
      let isWithheld = groups.contains { $0.isSuppressed(in: point.year) }
      let miss = point.value - sum
      guard abs(miss) > tolerance * abs(point.value), !(isWithheld && miss > 0) else { continue }
      throw ChartError(
        .unfit,
        "the parts add up to \(Numerals.grouped(sum)) in \(point.year), and \(total.area.name) is "
          + "\(Numerals.grouped(point.value))", at: maker.place,
        remedy:
          "Parts that are not the whole are drawn where they are named, with all others as one: "
          + "--area '\(total.area.name)' --area '\(groups.first?.name ?? "")'.")
    }
  }

  private static func caveats(
    _ groups: [[Series]], _ total: Series, _ years: ClosedRange<Int>
  ) -> [Caveat] {
    func caveats(_ series: Series) -> [Caveat] {
      series.breaks.filter { years.lowerBound < $0.year && $0.year <= years.upperBound }.map {
        Caveat("break", year: $0.year, "Break in \($0.year): \($0.text)")
      } + series.caveats.filter { $0.year.map { years.contains($0) } ?? true }
    }
    let all = [total] + groups.flatMap(\.self)
    let names = SeriesNames(all).names
    return GatheredCaveats(zip(names, all).map { ($0, caveats($1)) }).caveats
  }
}
