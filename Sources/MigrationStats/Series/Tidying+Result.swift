extension Tidying {
  /// The series, with what was done and seen on the way.
  ///
  /// - Throws: `TidyingError` (`noValue`, `duplicate`).
  func panel() throws(TidyingError) -> Panel {
    guard drafts.contains(where: { !$0.observations.isEmpty || !$0.suppressed.isEmpty }) else {
      throw TidyingError(
        .noValue, "there is not one number in the values", at: table.place(),
        remedy:
          "Every cell is empty or a word for a missing value. Check the publisher's selection.")
    }
    var closing: [Note] = []
    // A row of words that is neither an area nor has a value is a footnote in the table's width.
    let filled = Set(drafts.filter { !$0.years.isEmpty }.map(\.area))
    let isFootnote = { (draft: SeriesDraft) in
      draft.area.kind == .unknown && draft.years.isEmpty
        && (draft.area == .unnamed || !filled.contains(draft.area))
    }
    let words = drafts.filter { isFootnote($0) && $0.area != .unnamed }
    let footnotes = orderedUnique(words.map(\.area.name) + wordRows)
    let wordCount = words.map(\.rowCount).reduce(wordRows.count, +)
    if let first = footnotes.first {
      let more = footnotes.count > 1 ? " and \(footnotes.count - 1) more" : ""
      closing.append(
        Note("rows of words alone are set aside: ‘\(first)’\(more)", at: table.place())
      )
    }
    let kept = drafts.filter { !isFootnote($0) }
    let merged = try SeriesDraft.merged(kept, &closing, at: table.place())
    var scaling = UnitScaling(options, table, layout, drafts: merged.drafts)
    let finished = try merged.drafts.map { draft throws(TidyingError) in
      try scaling.applied(to: draft.withPercentSigns())
    }
    closing += scaling.notes
    let series = finished.map { draft in
      Series(
        area: draft.area, quantity: draft.quantity, unit: draft.unit, vintage: draft.vintage,
        keys: draft.keys, observations: draft.observations,
        suppressedYears: draft.suppressed.map(\.year).sorted(), source: table.name,
        caveats: draft.caveats)
    }
    return Panel(
      source: table.name, layout: layout,
      keyNames: leadingKeys + (hasManyQuantities ? ["quantity"] : [])
        + keyColumns.map { table.columnName($0) } + trailingKeys,
      series: series, notes: orderedUnique(notes + rules.notes + closing + closingNotes(series)),
      missingCount: missingCount,
      writing: writing + rules.parts + [scaling.guess].compactMap(\.self),

      account: table.account.moving(wordCount, to: "words alone")
        .moving(merged.repeatedRows, to: "said twice"))
  }

  /// Columns of numbers that make no series, and keys that were guessed, are said.
  private func unusedColumns() -> [Note] {
    let place = table.place(line: table.headerLine)
    switch layout {
    case .wideByYear(let years, let others):
      let used = Set(
        years.map(\.column) + others.keys + others.attributes
          + [others.area, others.code, others.quantity, others.unit, others.vintage]
          .compactMap(\.self))
      let unused = table.header.indices.filter { column in
        !used.contains(column) && ColumnRole(header: table.header[column]) == nil
          && (0..<table.rowCount).contains { row in
            if case .number = numbers.content(of: table.bytes(row, column)) { return true }
            return table.isNumber(row, column)
          }
      }
      guard !unused.isEmpty else { return [] }
      let names = unused.map { "‘\(table.columnName($0))’" }.joined(separator: ", ")
      return [Note("left out, as neither years nor words: \(names)", at: place)]
    case .long(let columns):
      func names(_ columns: [Int]) -> String {
        columns.map { "‘\(table.columnName($0))’" }.joined(separator: ", ")
      }
      var notes: [Note] = []
      let unused = table.leftOut(of: columns, options)
      if !unused.isEmpty {
        notes.append(
          Note(
            "left out, as neither values nor keys (told with --value-column or --key-column): "
              + names(unused), at: place))
      }
      let guessed = columns.series.keys.filter { ColumnRole(header: table.header[$0]) == nil }
      if options.keyColumns.isEmpty, !guessed.isEmpty {
        notes.append(
          Note(
            "taken to tell series apart (a guess; told with --key-column): \(names(guessed))",
            at: place))
      }
      return notes
    case .wideByArea, .matrix: return []
    }
  }

  private func closingNotes(_ series: [Series]) -> [Note] {
    var closing =
      table.notes + table.finding.notes(at: table.place()) + table.repairNotes + unusedColumns()
    for part in table.setAside where part.reason == "footer" {
      let count = part.lines.count == 1 ? "line is" : "\(part.lines.count) lines are"
      closing.append(
        Note(
          "the last \(count) set aside as a footer: ‘\(part.text)’",
          at: table.place(line: part.lines.lowerBound)))
    }
    if let first = contradictions.first {
      let more = contradictions.count > 1 ? " (and \(contradictions.count - 1) more like it)" : ""
      closing.append(Note("\(first.text)\(more): the name decides", at: first.position))
    }
    let unknown = orderedUnique(
      series.filter { $0.area.kind == .unknown && $0.area != .unnamed }.map(\.area.name))
    if !unknown.isEmpty {
      let list = unknown.prefix(5).map { "‘\($0)’" }.joined(separator: ", ")
      let more = unknown.count > 5 ? " and \(unknown.count - 5) more" : ""
      closing.append(
        Note(
          "not in the concordance, so not known as country or group: \(list)\(more)",
          at: table.place()))
    }
    return closing
  }
}
