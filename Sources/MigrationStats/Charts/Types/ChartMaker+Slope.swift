extension ChartMaker {
  /// Two years, joined by a line a series.
  func slope() throws -> ChartDraft {
    let choice = try largest()
    let chosen = choice.maker
    let years = try chosen.slopeYears()
    let (ends, left) = try chosen.ends(of: years)
    let drawn = chosen.with(series: ends.map(\.series))
    if request.focus.isEmpty {
      try drawn.requireFew(12, of: "slope chart")
    } else {
      try drawn.requireFewBehind()
    }
    let plot = try drawn.slopePlot(ends, years)
    let crossed = ends.filter { !$0.breaks.isEmpty }
    let broken = crossed.map(\.name)
    let isAll = broken.count == ends.count
    let caveats = GatheredCaveats(
      ends.map { end in
        (
          end.name,
          end.breaks.map { Caveat("break", year: $0.year, "Break in \($0.year): \($0.text)") }
            + end.series.caveats.filter {
              $0.year.map { $0 == years.lowerBound || $0 == years.upperBound } ?? true
            }
        )
      }
    ).caveats
    return ChartDraft(
      title: drawn.title(
        subject, left.isEmpty ? choice.phrase : drawn.areasInWords,
        "\(years.lowerBound) and \(years.upperBound)"),
      subtitle: drawn.subtitle, data: drawn.slopeData(ends, years), body: .plots([plot]),
      notes: Self.estimateNote(ends.flatMap { [$0.first, $0.last] })
        + (broken.isEmpty
          ? []
          : [
            "Dotted, because a break lies between the two years"
              + (isAll ? "." : ": \(Self.few(broken)).")
          ])
        + left + choice.notes + Self.notes(of: plot), caveats: caveats, kind: "Slope chart",
      wishes: drawn.slopeWishes(ends),
      remarks: broken.isEmpty
        ? []
        : [
          "A break lies between the two years"
            + (isAll ? "." : ": \(Self.few(broken, 4)).")
        ])
  }

  /// A line from the one year to the other.
  private struct Slope {
    let series: Series
    let name: String
    let first: Observation
    let last: Observation
    /// The breaks between the two.
    let breaks: [Break]
    let ink: Layer.Ink
  }

  private func slopeYears() throws -> ClosedRange<Int> {
    let years = request.years ?? commonYears
    guard let years, years.lowerBound < years.upperBound else {
      throw ChartError(
        .misuse, "a slope runs from one year to another, and there is one only", at: place,
        remedy: "Give both: --years 1990-2019.")
    }
    return years
  }

  private func ends(of years: ClosedRange<Int>) throws -> (slopes: [Slope], notes: [String]) {
    let inks = try inks()
    let isColoured = series.count <= Palette.series.count
    var slopes: [Slope] = []
    var lacking: [String] = []
    for ((series, name), ink) in zip(zip(series, names.names), inks) {
      guard let first = point(of: series, in: years.lowerBound),
        let last = point(of: series, in: years.upperBound)
      else {
        let year =
          point(of: series, in: years.lowerBound) == nil ? years.lowerBound : years.upperBound
        let reason = series.suppressedYears.contains(year) ? "is suppressed" : "has no value"
        guard request.areas.isEmpty else {
          throw ChartError(
            .unfit,
            "\(name): \(year) \(reason); there are values for \(whole(series).yearsInWords)",
            at: place,
            remedy: "Choose two years that it has with --years, or leave the area out.")
        }
        lacking.append(name)
        continue
      }
      slopes.append(
        Slope(
          series: series, name: name, first: first, last: last,
          breaks: series.breaks.filter { first.year < $0.year && $0.year <= last.year },
          ink: isColoured || !request.focus.isEmpty ? ink : .series(0)))
    }
    guard !slopes.isEmpty else {
      throw ChartError(
        .empty, "no series has a value in both \(years.lowerBound) and \(years.upperBound)",
        at: place, remedy: "Choose other years with --years.")
    }
    return (
      slopes,
      lacking.isEmpty
        ? [] : ["Not drawn, because one of the two years has no value: \(Self.few(lacking))."]
    )
  }

  private func slopePlot(_ slopes: [Slope], _ years: ClosedRange<Int>) throws -> Plot {
    let values = slopes.flatMap { [$0.first.value, $0.last.value] }
    if request.isLogarithmic, let bad = values.first(where: { $0 <= 0 }) {
      throw ChartError(
        .unfit, "\(Numerals.grouped(bad)) has no place on a logarithmic axis", at: place,
        remedy: "Leave out --log, or choose years whose values are above zero.")
    }
    let axis = Axis.values(values, unit: unit, isLog: request.isLogarithmic)
    let labels = ValueLabels(
      slopes.filter { $0.ink != .context }.flatMap { [$0.first.value, $0.last.value] },
      divisor: axis.divisor)
    func vertex(_ point: Observation) -> Layer.Vertex {
      Layer.Vertex(x: Double(point.year), y: point.value)
    }
    // Those that matter lie over those that do not.
    let ordered =
      slopes.filter { $0.ink == .context } + slopes.filter { $0.ink != .context }
    let layers = ordered.flatMap { slope -> [Layer] in
      let stroke = slope.breaks.isEmpty ? Layer.Stroke.solid : .dotted
      var layers = [
        Layer(
          .line([vertex(slope.first), vertex(slope.last)], stroke), slope.ink, series: slope.name,
          meaning: slope.breaks.isEmpty ? nil : "across a break")
      ]
      for isHollow in [false, true] {
        let points = [slope.first, slope.last].filter { $0.isMade == isHollow }
        if !points.isEmpty {
          layers.append(
            Layer(
              .points(points.map(vertex), isHollow: isHollow), slope.ink, series: slope.name))
        }
      }
      guard slope.ink != .context else { return layers }
      return layers + [
        Layer(
          .labels([
            Layer.Label(
              text: "\(Self.shortened(slope.name)) \(labels.text(slope.first))",
              at: vertex(slope.first),
              side: .left),
            Layer.Label(
              text: "\(labels.text(slope.last)) \(Self.shortened(slope.name))",
              at: vertex(slope.last),
              side: .right),
          ]), slope.ink, series: slope.name)
      ]
    }
    return Plot(
      horizontal: .years(only: [years.lowerBound, years.upperBound]), vertical: axis,
      layers: layers)
  }

  /// A name that leaves room for its value.
  private static func shortened(_ name: String) -> String {
    name.count <= 36 ? name : name.prefix(35) + "…"
  }

  private func slopeData(_ slopes: [Slope], _ years: ClosedRange<Int>) -> Report {
    let head = ChartRows(self)
    let columns =
      head.columns + [
        Report.Column("year", .detail, isGrouped: false), Report.Column("value", .detail),
        Report.Column("unit", .identity), Report.Column("status", .detail),
        Report.Column("mark", .detail), Report.Column("line", .detail),
      ]
    let rows = slopes.flatMap { slope in
      [slope.first, slope.last].map { point -> [Report.Cell] in
        let isObserved = slope.series[point.year] != nil
        return head.cells(of: slope.series, slope.name) + [
          .integer(point.year), .number(point.value), .text(slope.series.unit.name),
          .text(point.status.rawValue),
          .text(!isObserved ? "interpolated" : point.isMade ? "estimate" : "value"),
          .text(slope.breaks.isEmpty ? "joined" : "across a break"),
        ]
      }
    }
    return Report(columns: columns, rows: rows)
  }

  private func slopeWishes(_ slopes: [Slope]) -> [FigureRequest] {
    let focused = slopes.filter { $0.ink == .focus }
    let told = focused.isEmpty ? slopes : focused
    let changes = told.prefix(6).map {
      wish($0.series, .changePercent, $0.first.year...$0.last.year)
    }
    return changes
      + told.prefix(3).map { wish($0.series, .level, $0.last.year...$0.last.year) }
  }
}
