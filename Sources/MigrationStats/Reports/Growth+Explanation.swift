extension Growth {
  /// Paragraphs that say how the rates came about: the definitions, the rows of the data that were
  /// used, and what was assumed.
  ///
  /// ```swift
  /// let growth = try world.growth(.log, over: 1990...2019)
  /// print(Growth.explanation(of: [growth])[0])  // How these numbers came about
  /// ```
  public static func explanation(of growths: [Growth]) -> [String] {
    var paragraphs: [String] = ["How these numbers came about"]
    let definitions = orderedUnique(growths.map(\.definition))
    paragraphs.append(
      "Definitions, from year t₁ with P₁ to year t₂ with P₂, n = t₂ − t₁\n"
        + definitions.map { "  \($0.rawValue): \($0.formula). \($0.source)." }.joined(
          separator: "\n")
        + "\n  doubling time: ln 2 / r with r the log rate (of the regression for least-squares); "
        + "negative where the series halves."
        + "\n  lower and upper: for end-point rates what the rounding of the two figures allows; "
        + "for least-squares the confidence interval of the slope (Student’s t), which takes the "
        + "deviations from the line for independent, of equal variance and normal.")
    var seen = Set<String>()
    for growth in growths {
      guard let start = growth.start, let end = growth.end else { continue }
      let name = "\(growth.series.title), \(growth.basis.rawValue)"
      guard seen.insert(name).inserted else { continue }
      paragraphs.append(
        "\(name): n = \(end.year - start.year)\n"
          + growth.working(start, "P₁") + "\n" + growth.working(end, "P₂"))
    }
    let quantities = orderedUnique(
      growths.compactMap { growth in
        growth.series.quantity.definition.map { "\(growth.series.quantity.name): \($0)" }
      })
    if !quantities.isEmpty {
      paragraphs.append("What is measured\n" + quantities.map { "  \($0)" }.joined(separator: "\n"))
    }
    return paragraphs
  }

  /// One end of the span, with the rows that it came from.
  private func working(_ point: Observation, _ name: String) -> String {
    let rows = point.lines.count == 1 ? "row" : "rows"
    let lines = Self.runs(point.lines.sorted())
    let words =
      (point.attributes["words"].map { " (‘\($0)’)" } ?? "")
      + (point.attributes["derivation"].map { " (\($0))" } ?? "")
    let source = point.attributes["source"].map { "; \($0)" } ?? ""
    return "  \(name) = \(Numerals.grouped(point.value)) in \(point.year)\(words): \(rows) "
      + "\(series.source):\(lines), status \(point.status.rawValue) \(point.status.name)\(source)"
  }

  private static func runs(_ lines: [Int]) -> String {
    if lines.count <= 8 { return lines.map(String.init).joined(separator: ", ") }
    return lines.prefix(6).map(String.init).joined(separator: ", ") + ", … (\(lines.count) lines)"
  }
}
