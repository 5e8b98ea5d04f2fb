extension Table {
  /// The series of the table.
  ///
  /// ```swift
  /// let world = try Table(contentsOf: url).tidied().series(of: "World")
  /// print(world.years.count)  // 7
  /// ```
  ///
  /// - Throws: `TidyingError` with the line and column; a number that can be read two ways is
  ///   refused as well.
  /// - Complexity: O(n) in the cells.
  public func tidied(_ options: TidyingOptions = TidyingOptions()) throws(TidyingError) -> Panel {
    try refuseDeletions()
    let layout = try Layout.detected(in: self, options: options)
    try refuseTruncation()
    if case .wideByYear(let years, _) = layout { try refuseSecondHeader(years) }
    var tidying = try Tidying(table: self, layout: layout, options: options)
    switch layout {
    case .long(let columns): try tidying.readLong(columns)
    case .wideByYear(let years, let others): try tidying.readWide(years, others)
    case .wideByArea(let year, let areas): try tidying.readWideByArea(year, areas)
    case .matrix(let matrix): try tidying.readMatrix(matrix)
    }
    return try tidying.panel()
  }

  /// A last line that holds an area, or without a line break the beginning of one, is a row cut off
  /// rather than a footer.
  private func refuseTruncation() throws(TidyingError) {
    for part in setAside where part.reason == "footer" {
      let isOpen = endsWithoutLineBreak && Concordance.standard.isBeginning(part.text)
      guard isOpen || Concordance.standard.knows(part.text) else { continue }
      throw TidyingError(
        .truncated, "the row ends after ‘\(part.text)’",
        at: Position(file: name, line: part.lines.lowerBound),
        remedy: "The download was probably cut off: download it again, or delete the line.")
    }
  }
}
