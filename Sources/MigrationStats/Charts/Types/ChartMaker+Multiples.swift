extension ChartMaker {
  /// A small plot a series, all on the same axes.
  func multiples() throws -> ChartDraft {
    let choice = try largest()
    let chosen = choice.maker
    let drawn = chosen.with(series: chosen.series.filter { !$0.observations.isEmpty })
    try requireRows(drawn.series.count, of: "small plots", atMost: 48)
    let focused = try chosen.focused()
    let years = drawn.series.flatMap(\.years)
    let values = drawn.series.flatMap { $0.observations.map(\.value) }
    let vertical = Axis.values(values, unit: unit, isLog: request.isLogarithmic, count: 4)
    let plots = try zip(drawn.series, drawn.names.names).map { series, name in
      let only = drawn.with(series: [series])
      let ink = request.focus.isEmpty || focused.contains(series.area) ? Layer.Ink.focus : .context
      // A grey line on its own would be lost: what is not in focus is plain.
      return try only.linePlot(
        [series], [name], [ink == .context ? .plain : ink], title: name, vertical: vertical,
        years: (years.min() ?? 0)...(years.max() ?? 0))
    }
    let remarks = LineRemarks(chosen)
    return ChartDraft(
      title: drawn.title(subject, choice.phrase, drawn.yearsInWords),
      subtitle: chosen.subtitle, data: chosen.lineData(), body: .plots(plots),
      notes: ["All plots have the same axes."] + remarks.notes + choice.notes
        + (plots.first.map(Self.notes(of:)) ?? []),
      caveats: remarks.caveats, kind: "Small multiples", wishes: drawn.multiplesWishes(),
      remarks: remarks.sentences)
  }

  /// The change of those in focus, or of those that grew most and least; then the largest value.
  private func multiplesWishes() -> [FigureRequest] {
    let changes = series.compactMap { series -> (series: Series, ratio: Double)? in
      guard let first = series.observations.first, let last = series.observations.last,
        first.year < last.year, first.value > 0
      else { return nil }
      return (series, last.value / first.value)
    }.sorted { $0.ratio > $1.ratio }.map(\.series)
    let ends = [changes.first, changes.last].compactMap(\.self)
    let told = request.focus.isEmpty ? orderedUnique(ends) : Array(inFocus.prefix(3))
    let year = series.flatMap(\.years).max() ?? 0
    let largest = series.filter { $0[year] != nil }
      .max { ($0[year]?.value ?? 0) < ($1[year]?.value ?? 0) }
    return told.compactMap { series in
      guard let first = series.years.first, let last = series.years.last, first < last else {
        return nil
      }
      return wish(series, .changePercent, first...last)
    } + [largest].compactMap(\.self).map { wish($0, .level, year...year) }
  }
}
