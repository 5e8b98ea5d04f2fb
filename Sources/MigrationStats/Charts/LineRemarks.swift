extension Break {
  /// What is new from its year on.
  var changed: String {
    switch kind {
    case "territory": "borders"
    default: kind
    }
  }
}

/// What has to be said of lines: gaps, breaks, suppressed values, estimates.
struct LineRemarks {
  /// Below the picture.
  private(set) var notes: [String] = []
  /// In its words.
  private(set) var sentences: [String] = []
  private(set) var caveats: [Caveat] = []

  init(_ maker: ChartMaker) {
    let isOne = maker.series.count == 1
    var gaps: [String] = []
    var withheld: [String] = []
    var breaks: [(known: Break, name: String)] = []
    for (series, name) in zip(maker.series, maker.names.names) {
      let trace = Trace(series, interpolation: maker.request.interpolation)
      let of = isOne ? "" : "\(name) "
      gaps += trace.gaps.map {
        of + ($0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)")
      }
      withheld += series.suppressedYears.map { "\(of)\($0)" }
      for known in trace.breaks { breaks.append((known, name)) }
    }
    for known in orderedUnique(breaks.map(\.known)) {
      let names = breaks.filter { $0.known == known }.map(\.name)
      let whose = names.count == maker.series.count ? "" : " (\(Self.list(names)))"
      caveats.append(
        Caveat("break", year: known.year, "Break in \(known.year)\(whose): \(known.text)"))
      sentences.append(
        "\(isOne ? "The line is" : "Lines are") broken in \(known.year)\(whose): new "
          + "\(known.changed).")
    }
    let points = maker.series.flatMap(\.observations)
    let made = points.count(where: \.isMade)
    if made == points.count, made > 0 {
      notes.append("All values are estimates, not counts.")
    }
    if !gaps.isEmpty {
      notes.append("No value, and the line interrupted: \(Self.list(gaps)).")
      sentences.append("Lines are interrupted where years have no value.")
    }
    if !withheld.isEmpty {
      notes.append("Suppressed by the publisher, and not drawn: \(Self.list(withheld)).")
      sentences.append("Suppressed values are not drawn.")
    }
    for series in maker.series {
      let years = Set(series.years)
      caveats += series.caveats.filter { $0.year.map { years.contains($0) } ?? true }
    }
    sentences = orderedUnique(sentences)
  }

  private static func list(_ items: [String]) -> String {
    items.prefix(8).joined(separator: ", ")
      + (items.count > 8 ? " and \(items.count - 8) more" : "")
  }
}
