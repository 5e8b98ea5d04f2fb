extension ChartMaker {
  /// Parts of a whole as columns of a hundred per cent, one for each year in which all are known.
  func shares() throws -> ChartDraft {
    let stack = try ShareStack(self)
    let drawn = stack.years
    let breaks = shareBreaks(stack)
    var notes: [String] = []
    if !stack.omitted.isEmpty {
      let more = stack.omitted.count - 4
      notes.append(
        "Not drawn, because a part is not known: "
          + stack.omitted.prefix(4).joined(separator: ", ")
          + (more > 0 ? " and \(more) more." : "."))
    }
    let shown = stack.parts.compactMap(\.series)
    let points = shown.flatMap { series in drawn.compactMap { series[$0] } }
    if points.allSatisfy(\.isMade) { notes.append("All values are estimates, not counts.") }
    let by = request.by?.replacing("_", with: " ") ?? "area"
    let span = drawn.count == 1 ? "\(drawn[0])" : "\(drawn[0])–\(drawn[drawn.count - 1])"
    return ChartDraft(
      title: title(
        subject.hasSuffix(" by \(by)") ? subject : "\(subject) by \(by)",
        request.by == nil ? "" : areasInWords, span),
      subtitle: shareSubtitle(stack), data: shareData(stack),
      body: .plots([sharePlot(stack, breaks)]), notes: notes,
      caveats: breaks.map { known, names in
        let whose = names.isEmpty ? "" : " (\(Self.list(names)))"
        return Caveat("break", year: known.year, "Break in \(known.year)\(whose): \(known.text)")
      }
        + shown.flatMap { $0.caveats.filter { $0.year.map { drawn.contains($0) } ?? true } },
      kind: "Stacked columns of shares", wishes: shareWishes(stack),
      remarks: breaks.map { known, _ in
        "From \(known.year) on columns are not comparable with those before: new \(known.changed)."
      }
        + (stack.omitted.isEmpty ? [] : ["Years in which a part is not known are not drawn."]))
  }

  private func shareSubtitle(_ stack: ShareStack) -> String {
    var text = "per cent of what is shown"
    if let whole = stack.whole {
      text =
        request.by == nil
        ? "per cent of \(AreaPhrase(whole.area).text ?? "the whole")"
        : "per cent of the total"
    }
    text = ([text] + sharedInWords).joined(separator: "; ")
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  /// The breaks between years that are drawn, with those parts that have them; none for all.
  private func shareBreaks(_ stack: ShareStack) -> [(known: Break, names: [String])] {
    guard let first = stack.years.first, let last = stack.years.last else { return [] }
    let parts = stack.parts.filter { !$0.isRest }
    let found = parts.flatMap { part in
      (part.series?.breaks ?? []).filter { first < $0.year && $0.year <= last }
    }
    return orderedUnique(found).map { known in
      let names = parts.filter { $0.series?.breaks.contains(known) == true }.map(\.name)
      return (known, names.count == parts.count ? [] : names)
    }
  }

  private func sharePlot(_ stack: ShareStack, _ breaks: [(known: Break, names: [String])]) -> Plot {
    let steps = zip(stack.years, stack.years.dropFirst()).map { $1 - $0 }
    let step = Double(steps.min() ?? 1)
    var base = Dictionary(uniqueKeysWithValues: stack.years.map { ($0, 0.0) })
    var layers: [Layer] = []
    for part in stack.parts {
      let extents = stack.years.map { year -> Layer.Extent in
        let bottom = base[year] ?? 0
        let top = min(100, bottom + stack.share(part, year))
        base[year] = top
        return Layer.Extent(
          from: Layer.Vertex(x: Double(year), y: bottom), to: Layer.Vertex(x: Double(year), y: top))
      }
      layers.append(
        Layer(.bars(extents), part.ink, series: part.name, isNamed: true, isFilled: true))
    }
    // A rule stands between the last column before a break and the first after it.
    let rules = breaks.compactMap { known, names -> Layer? in
      guard let before = stack.years.last(where: { $0 < known.year }),
        let after = stack.years.first(where: { $0 >= known.year })
      else { return nil }
      let whose = names.isEmpty || names.count > 2 ? "" : " (\(names.joined(separator: ", ")))"
      return Layer(
        .verticalRule(Double(before + after) / 2, "\(known.year): new \(known.changed)\(whose)"),
        .plain)
    }
    return Plot(
      horizontal: .columns(stack.years, margin: 0.6 * step),
      vertical: .values([0, 100], unit: UnitPhrase("per cent"), needsZero: true),
      layers: layers + orderedUnique(rules))
  }

  private func shareData(_ stack: ShareStack) -> Report {
    let rows = stack.parts.flatMap { part in
      stack.years.map { year -> [Report.Cell] in
        let point = part.series?[year]
        return [
          .text(part.name), Report.Cell(part.series?.area.name),
          Report.Cell(part.series?.area.code), .integer(year),
          .number(stack.share(part, year)), Report.Cell(part.amounts[year]),
          Report.Cell(series.first?.unit.name), Report.Cell(point?.status.rawValue),
          .text(part.isRest ? "rest" : "part"),
        ]
      }
    }
    return Report(
      columns: [
        Report.Column("series", .identity), Report.Column("area", .identity),
        Report.Column("code", .identity), Report.Column("year", .detail, isGrouped: false),
        Report.Column("share_percent", .detail), Report.Column("value", .detail),
        Report.Column("unit", .identity), Report.Column("status", .detail),
        Report.Column("mark", .detail),
      ], rows: rows)
  }

  /// The shares of the last year and of the first, the largest part first; levels where the data have
  /// no whole.
  private func shareWishes(_ stack: ShareStack) -> [FigureRequest] {
    guard let first = stack.years.first, let last = stack.years.last else { return [] }
    let parts = stack.parts.sorted { stack.share($0, last) > stack.share($1, last) }
      .compactMap(\.series)
    return orderedUnique([last, first]).flatMap { year in
      parts.map { series in
        guard let whole = stack.whole else { return wish(series, .level, year...year) }
        var share = wish(series, .share, year...year)
        share.whole =
          request.by.flatMap { column in
            whole.keys.first { $0.name == column }.map { "\(column)=\($0.value)" }
          } ?? whole.area.code ?? whole.area.name
        return share
      }
    }
  }
}

extension Axis {
  /// Years with a column each, and room for half a column at both ends.
  static func columns(_ years: [Int], margin: Double) -> Axis {
    let span = (years.min() ?? 0)...(years.max() ?? 0)
    let plain = years.count <= 12 ? Axis.years(only: years) : Axis.years(span)
    // Ticks stand at columns only.
    let ticks = plain.ticks.filter { tick in years.contains { Double($0) == tick.value } }
    return Axis(
      scale: .linear, domain: Double(span.lowerBound) - margin...Double(span.upperBound) + margin,
      ticks: ticks, unit: nil, divisor: 1)
  }
}
