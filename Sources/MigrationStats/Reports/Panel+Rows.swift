/// The rows of selected series as a table to regress on, with what has to be known of them.
///
/// ```swift
/// let formula = "log(value) ~ year"
/// let rows = try panel.rows(regressedOn: formula)
/// let fit = try Regression(Formula(formula), rows.table)
/// print(rows.table.rowCount, fit.coefficients[1].estimate)  // 7 0.0208…
/// ```
public struct PanelRows: Sendable {
  /// The long form of the series: `area,code,year,value,unit,status` and the further keys.
  public let table: Table
  /// What a reader has to know of any number from these rows.
  public let caveats: [Caveat]
  /// Where the figures come from, in the publishers' recommended form.
  public let sources: [String]
}

extension Panel {
  /// The rows of the selected series as a table.
  ///
  /// - Parameter text: the formula or curve; a column that it names tells rows apart.
  /// - Throws: `MeasureError` (`mixedVintage`) where rows of several vintages would be taken for
  ///   observations of one thing; `ReadingError`.
  public func rows(regressedOn text: String) throws -> PanelRows {
    func isNamed(_ column: String) -> Bool {
      text.split { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == ".") }.contains {
        $0 == column
      }
    }
    let filled = series.filter { !$0.observations.isEmpty }
    let vintages = orderedUnique(filled.compactMap(\.vintage))
    if vintages.count > 1, !isNamed("vintage") {
      throw MeasureError(
        .mixedVintage, of: "the selection",
        "the rows are of \(vintages.count) vintages (\(vintages.prefix(3).joined(separator: ", ")), …), "
          + "which are not comparable with one another", at: Position(file: source),
        remedy: "Choose one: --vintage \(vintages[0]). Or name the column in the formula.")
    }
    let shared = filled.dropFirst().reduce(filled.first?.caveats ?? []) { common, series in
      common.filter(series.caveats.contains)
    }
    return PanelRows(
      table: try Table(
        .bytes(Array(Report(tidy: with(series: filled)).text(.csv).utf8), name: source),
        options: ReadingOptions(delimiter: UInt8(ascii: ","), decimalMark: UInt8(ascii: "."))),
      caveats: nested(filled) + overlapping(filled, isNamed) + estimated(filled) + shared,
      sources: orderedUnique(filled.compactMap(\.citation)))
  }

  /// Groups beside the countries that they hold.
  private func nested(_ series: [Series]) -> [Caveat] {
    let groups = orderedUnique(series.map(\.area)).filter { $0.kind == .aggregate }
    let others = Set(series.map(\.area)).count - groups.count
    guard !groups.isEmpty, others > 0 || groups.count > 1 else { return [] }
    let names = groups.prefix(3).map(\.name).joined(separator: ", ")
    return [
      Caveat(
        "aggregate",
        "\(groups.count) of the \(groups.count + others) areas are groups (\(names)"
          + "\(groups.count > 3 ? ", …" : "")): their people are in other rows too, and rows are no "
          + "independent observations. --countries leaves groups out.")
    ]
  }

  /// Further columns whose values the formula does not tell apart.
  private func overlapping(_ series: [Series], _ isNamed: (String) -> Bool) -> [Caveat] {
    keyNames.filter { !isNamed($0) }.compactMap { name in
      let values = orderedUnique(
        series.flatMap(\.keys).filter { $0.name == name }.map(\.value))
      guard values.count > 1 else { return nil }
      return Caveat(
        "mixed",
        "Rows of every ‘\(name)’ (\(values.prefix(4).joined(separator: ", "))"
          + "\(values.count > 4 ? ", …" : "")) are fitted together: choose one with --where "
          + "\(name)=\(values[0]), or name it in the formula.")
    }
  }

  private func estimated(_ series: [Series]) -> [Caveat] {
    let points = series.flatMap(\.observations)
    let made = points.count(where: \.isMade)
    guard made > 0 else { return [] }
    return [
      Caveat(
        "estimated",
        "\(made) of the \(points.count) rows are estimated, imputed or forecast, not observed: "
          + "standard errors say how they scatter, not how well they are known.")
    ]
  }
}
