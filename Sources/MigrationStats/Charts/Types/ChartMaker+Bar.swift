extension ChartMaker {
  /// The values of one year, largest first, a bar a series.
  func bar() throws -> ChartDraft {
    try requireLinear("bars begin at zero")
    let (countries, groupNotes) = try withoutGroups()
    guard let year = countries.series.flatMap(\.years).max() else {
      throw ChartError(
        .empty, "no country or area has a value", at: place,
        remedy: "Name the groups to draw: --area World.")
    }
    let ranking = try countries.ranking(in: year)
    try requireRows(ranking.bars.count, of: "bars")
    let drawn = countries.with(series: ranking.bars.map(\.series))
    let isAll = ranking.bars.count == ranking.count
    let phrase =
      drawn.series.count <= 3 || !request.areas.isEmpty && isAll
      ? drawn.areasInWords
      : isAll
        ? "\(ranking.count) countries and areas"
        : Self.phrase(largest: request.top ?? ranking.count, of: ranking.count)
    return ChartDraft(
      title: title(subject, phrase, "\(year)"), subtitle: subtitle,
      data: countries.barData(ranking), body: .plots([countries.barPlot(ranking)]),
      notes: Self.estimateNote(ranking.bars.map(\.point)) + ranking.notes + groupNotes,
      caveats: countries.barCaveats(ranking), kind: "Bar chart",
      wishes: drawn.barWishes(ranking), remarks: ranking.remarks)
  }

  /// The bars of a year and what is to be said of those that are not drawn.
  private struct YearRanking {
    struct Bar {
      let series: Series
      let name: String
      let point: Observation
      /// The place among all with a value; the same for equal values.
      let rank: Int
      let ink: Layer.Ink
    }

    let year: Int
    let bars: [Bar]
    /// How many have a value.
    let count: Int
    /// Those whose value is withheld.
    let withheld: [(series: Series, name: String)]
    var notes: [String] = []
    var remarks: [String] = []
  }

  private func ranking(in year: Int) throws -> YearRanking {
    let focused = try focused()
    let all = Array(zip(series, names.names))
    let found = all.compactMap { series, name in series[year].map { (series, name, $0) } }
    let ordered = found.enumerated().sorted { one, other in
      let (first, second) = (one.element.2.value, other.element.2.value)
      return first == second ? one.offset < other.offset : first > second
    }.map(\.element)
    var rank = 0
    let bars = ordered.enumerated().map { index, item in
      if index == 0 || ordered[index - 1].2.value != item.2.value { rank = index + 1 }
      return YearRanking.Bar(
        series: item.0, name: item.1, point: item.2, rank: rank, ink: ink(of: item.0, focused))
    }
    let top = try topCount() ?? bars.count
    let beyond = bars.dropFirst(top).filter { focused.contains($0.series.area) }
    let withheld = all.filter { $0.0.suppressedYears.contains(year) }.map {
      (series: $0.0, name: $0.1)
    }
    var ranking = YearRanking(
      year: year, bars: bars.prefix(top) + beyond, count: bars.count, withheld: withheld)
    let lacking = all.filter { series, _ in
      series[year] == nil && !series.suppressedYears.contains(year)
    }
    if !lacking.isEmpty {
      let isNamed = !request.areas.isEmpty || lacking.count <= 3
      let whose = isNamed ? Self.few(lacking.map(\.1)) : "\(lacking.count) countries and areas"
      ranking.notes.append("No value in \(year): \(whose).")
    }
    if !withheld.isEmpty {
      ranking.notes.append(
        "Suppressed by the publisher, and not drawn: \(Self.few(withheld.map(\.name))).")
      ranking.remarks.append("Suppressed values are not drawn.")
    }
    if bars.count > top, bars[top - 1].point.value == bars[top].point.value {
      ranking.notes.append(
        "\(bars[top].name) has the same value as \(bars[top - 1].name), the last of the largest.")
    }
    if !beyond.isEmpty {
      ranking.notes.append(
        "Not among the \(top) largest: "
          + beyond.map { "\($0.name), \(Numerals.ordinal($0.rank)) of \(bars.count)" }
          .joined(separator: "; ") + ".")
    }
    return ranking
  }

  private func barPlot(_ ranking: YearRanking) -> Plot {
    let bars = ranking.bars
    let values = bars.map(\.point.value)
    let axis = Axis.values(values, unit: unit, needsZero: true)
    let labels = ValueLabels(values, divisor: axis.divisor)
    let isMixed = Set(bars.map(\.point.isMade)).count > 1
    let layers = orderedUnique(bars.map(\.ink)).flatMap { ink in
      [false, true].compactMap { isHollow -> Layer? in
        let chosen = bars.enumerated().filter {
          $1.ink == ink && (isMixed && $1.point.isMade) == isHollow
        }
        guard !chosen.isEmpty else { return nil }
        let extents = chosen.map { index, bar in
          let y = Double(index) + 0.5
          return Layer.Extent(
            from: Layer.Vertex(x: 0, y: y), to: Layer.Vertex(x: bar.point.value, y: y))
        }
        return Layer(.bars(extents), ink, isHollow: isHollow)
      }
    }
    let texts = bars.enumerated().map { index, bar in
      Layer.Label(
        text: labels.text(bar.point),
        at: Layer.Vertex(x: bar.point.value, y: Double(index) + 0.5),
        side: bar.point.value < 0 ? .left : .right)
    }
    return Plot(
      horizontal: axis, vertical: .categories(bars.map(\.name)),
      layers: layers + [Layer(.labels(texts), .plain)])
  }

  private func barData(_ ranking: YearRanking) -> Report {
    let head = ChartRows(self)
    let columns =
      [Report.Column("rank", .identity)] + head.columns + [
        Report.Column("year", .detail, isGrouped: false), Report.Column("value", .detail),
        Report.Column("unit", .identity), Report.Column("status", .detail),
        Report.Column("mark", .detail),
      ]
    let drawn = ranking.bars.map { bar -> [Report.Cell] in
      [.integer(bar.rank)] + head.cells(of: bar.series, bar.name) + [
        .integer(ranking.year), .number(bar.point.value), .text(bar.series.unit.name),
        .text(bar.point.status.rawValue), .text(bar.point.isMade ? "estimate" : "value"),
      ]
    }
    let withheld = ranking.withheld.map { series, name -> [Report.Cell] in
      [.absent] + head.cells(of: series, name) + [
        .integer(ranking.year), .absent, .text(series.unit.name),
        .text(Status.suppressed.rawValue), .text("none"),
      ]
    }
    return Report(columns: columns, rows: drawn + withheld)
  }

  private func barCaveats(_ ranking: YearRanking) -> [Caveat] {
    let year = ranking.year
    var found: [Caveat] = []
    let all = series.map(whole)
    let before =
      all.flatMap(\.years).filter { $0 < year }.max().map { last in
        (year: last, count: all.count { $0[last] != nil })
      }
    // So many fewer have reported than before that the order may be another once they have.
    if request.areas.isEmpty, let before, ranking.count * 10 < before.count * 9 {
      found.append(
        Caveat(
          "coverage", year: year,
          "\(ranking.count) countries and areas have a value in \(year), and \(before.count) had one "
            + "in \(before.year): those that lack may be among the largest."))
    }
    let bounded = ranking.bars.filter { $0.point.bound != .exact }
    found += bounded.map { bar in
      Caveat(
        "bound", year: year,
        "The value of \(bar.name) is \(bar.point.bound == .over ? "a lower" : "an upper") bound.")
    }
    return found
      + GatheredCaveats(
        ranking.bars.map { bar in
          (bar.name, bar.series.caveats.filter { $0.year == nil || $0.year == year })
        }
      ).caveats
  }

  private func barWishes(_ ranking: YearRanking) -> [FigureRequest] {
    let years = ranking.year...ranking.year
    let bars = ranking.bars
    guard let first = bars.first, let last = bars.last else { return [] }
    let focused = bars.filter { $0.ink == .focus }
    var wishes = [wish(first.series, .level, years)]
    wishes += focused.prefix(2).flatMap { bar in
      [wish(bar.series, .level, years), wish(bar.series, .rank, years)]
    }
    wishes.append(wish(last.series, .level, years))
    wishes += bars.dropFirst().prefix(3).map { wish($0.series, .level, years) }
    return orderedUnique(wishes)
  }
}
