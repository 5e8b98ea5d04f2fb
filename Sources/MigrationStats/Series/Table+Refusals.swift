extension Table {
  /// A row that repeats the names of the header beside years of its own is the header of another table,
  /// whose values are of those years.
  ///
  /// - Throws: `TidyingError` (`layout`) with the line.
  func refuseSecondHeader(_ years: [Layout.YearColumn]) throws(TidyingError) {
    let columns = years.map(\.column)
    let names = header.indices.filter { !columns.contains($0) && !header[$0].isEmpty }
    guard let first = columns.first, !names.isEmpty else { return }
    for row in 0..<rowCount {
      // Most rows end here: their first value looks like no year.
      guard mayBeYear(row, first), columns.allSatisfy({ mayBeYear(row, $0) }),
        names.allSatisfy({ repeatsName(row, $0) })
      else { continue }
      let texts = columns.map { text(row, $0) }.filter { !$0.isEmpty }
      guard !texts.isEmpty else { continue }
      let list = texts.prefix(4).joined(separator: ", ") + (texts.count > 4 ? ", …" : "")
      throw TidyingError(
        .layout,
        "the line is a second header, with years of its own (\(list)): the file holds two tables",
        at: position(row), remedy: "Put each table, with its header, in a file of its own.")
    }
  }

  /// Whether a cell is a year or empty.
  private func mayBeYear(_ row: Int, _ column: Int) -> Bool {
    let cell = bytes(row, column)
    return cell.isEmpty || YearText.year(in: cell) != nil || cell.allSatisfy(\.isSpace)
  }

  /// Whether a cell says what its column's header says, or another name for the same.
  private func repeatsName(_ row: Int, _ column: Int) -> Bool {
    let (text, name) = (text(row, column), header[column])
    if text.lowercased() == name.lowercased() { return true }
    guard let role = ColumnRole(header: name) else { return false }
    return ColumnRole(header: text) == role
  }

  /// A row of SDMX that deletes a value says that the file holds changes, which make no data without
  /// what they change.
  ///
  /// Source: SDMX-CSV 2.0, the column ACTION.
  ///
  /// - Throws: `TidyingError` (`layout`) with the first such row.
  func refuseDeletions() throws(TidyingError) {
    guard let column = LabelColumns(self).action else { return }
    let texts = TextColumn(self, column)
    let deleting = texts.values.map { ["D", "DELETE"].contains($0.uppercased()) }
    guard let row = texts.codes.firstIndex(where: { deleting[$0] }) else { return }
    let count = texts.codes.count { deleting[$0] }
    let more = count > 1 ? ", as do \(count - 1) more" : ""
    throw TidyingError(
      .layout, "the row deletes a value (‘\(texts[row])’)\(more): the file holds changes, not data",
      at: position(row, column),
      remedy:
        "Download the data themselves, or take out these rows and those of the values that they delete."
    )
  }
}
