extension Decomposition {
  /// The bars, and what is to be said of them.
  static func bars(
    _ groups: [Group], _ parting: Parting, _ from: Observation, _ to: Observation,
    _ maker: ChartMaker
  ) throws -> (bars: [Bar], notes: [String]) {
    var notes = ChartMaker.estimateNote(
      [from, to]
        + groups.flatMap(\.series).flatMap { [$0[from.year], $0[to.year]] }
        .compactMap(\.self))
    let focused = try maker.focused(among: parting.parts)
    func bar(
      _ name: String, _ kind: Bar.Kind, _ groups: [Group], change: Double? = nil
    ) -> Bar {
      let series = groups.flatMap(\.series)
      let (start, end) = (
        groups.compactMap { $0.value(in: from.year) }.reduce(0, +),
        groups.compactMap { $0.value(in: to.year) }.reduce(0, +)
      )
      let change = change ?? end - start
      let isPart = kind == .part
      let points = series.flatMap { [$0[from.year], $0[to.year]] }.compactMap(\.self)
      let isFocus = series.contains { focused.contains($0.area) }
      return Bar(
        name: name, code: isPart && series.count == 1 ? series[0].area.code : nil, kind: kind,
        series: series, start: kind == .remainder || kind == .others ? nil : start,
        end: kind == .remainder || kind == .others ? nil : end, change: change,
        points: 100 * change / from.value,
        status: points.isEmpty ? nil : Status.worst(of: points.map(\.status)),
        ink: !isPart ? .plain : focused.isEmpty ? .series(0) : isFocus ? .focus : .context)
    }
    let withheld = groups.filter {
      $0.isSuppressed(in: from.year) || $0.isSuppressed(in: to.year)
    }
    let open = groups.filter { group in !withheld.contains { $0.series == group.series } }
    let both = open.filter { $0.value(in: from.year) != nil && $0.value(in: to.year) != nil }
    let oneSided = open.filter {
      ($0.value(in: from.year) != nil) != ($0.value(in: to.year) != nil)
    }
    guard !both.isEmpty else {
      throw ChartError(
        .empty, "no part has a value in both \(from.year) and \(to.year)", at: maker.place,
        remedy: "Choose other years with --years.")
    }
    let parts = both.map { bar($0.name, .part, [$0]) }
    let order = parts.enumerated().sorted {
      (abs($1.element.points), $0.offset) < (abs($0.element.points), $1.offset)
    }.map(\.element)
    let top = try maker.topCount() ?? order.count
    let shown =
      order.prefix(top) + order.dropFirst(top).filter { $0.ink == .focus }
    let sorted = shown.enumerated().sorted {
      ($1.element.points, $0.offset) < ($0.element.points, $1.offset)
    }.map(\.element)
    var bars = sorted
    let names = ChartMaker.few(oneSided.map(\.name), 6)
    if !oneSided.isEmpty, parting.isComplete {
      bars.append(
        bar(
          oneSided.count <= 2 ? names : "\(oneSided.count) areas in one year only", .entered,
          oneSided))
      notes.append(
        "A value in one of the two years only, which adds to the total without growth: \(names).")
    } else if !oneSided.isEmpty {
      notes.append("Among all others, because one of the two years has no value: \(names).")
    }
    // What is left of the total's change, whatever it is made of.
    let left = to.value - from.value - bars.map(\.change).reduce(0, +)
    let hidden = order.count - shown.count
    let isRounding = abs(left) <= 1e-9 * max(abs(from.value), abs(to.value))
    if hidden > 0 || !parting.isComplete || !withheld.isEmpty {
      if !withheld.isEmpty {
        notes.append(
          "Suppressed by the publisher, and not drawn on their own: "
            + "\(ChartMaker.few(withheld.map(\.name))).")
        guard hidden > 0 || !parting.isComplete else {
          throw ChartError(
            .unfit,
            "what is left of the total would give away \(ChartMaker.few(withheld.map(\.name))), "
              + "which the publisher suppresses", at: maker.place,
            remedy: "Let others stand with it as one: --top \(max(1, order.count - 2)).")
        }
      }
      if !(isRounding && hidden == 0) { bars.append(bar("All others", .others, [], change: left)) }
      if hidden > 0 {
        let more =
          isSum(left, order, Array(shown)) ? "" : " and what the parts do not add up to"
        notes.append("All others are \(hidden) part\(hidden > 1 ? "s" : "")\(more).")
      }
    } else if !isRounding {
      bars.append(bar("Not in any part", .remainder, [], change: left))
      notes.append(
        "The parts do not add up to the total to the last digit; what is left is a bar of its own.")
    }
    return (bars, notes)
  }

  /// Whether what is left is what the parts that are not shown come to.
  private static func isSum(_ left: Double, _ order: [Bar], _ shown: [Bar]) -> Bool {
    let all = order.map(\.change).reduce(0, +)
    let drawn = shown.map(\.change).reduce(0, +)
    return abs(left - (all - drawn)) <= 1e-6 * max(abs(left), abs(all))
  }
}
