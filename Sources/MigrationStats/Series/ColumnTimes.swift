/// The columns of a wide table that hold the values of a year or a period.
///
/// ```
/// 1990   2024e   1990-1995   1990-1995_(mf)   2015 Migrants   2015-Q1
/// ```
struct ColumnTimes {
  /// The columns.
  private(set) var columns: [Layout.YearColumn] = []
  /// The text of each column's period.
  private var texts: [String] = []

  /// Finds them.
  ///
  /// - Parameter readsLabels: whether a header may say more than the period.
  /// - Throws: `TidyingError` (`layout`) where two columns say the same, or a header may be a month and
  ///   a span of years alike.
  init(_ table: Table, readsLabels: Bool) throws(TidyingError) {
    var found: [(column: Int, parts: HeaderParts)] = []
    for column in table.header.indices {
      guard let text = table.time(ofColumn: column), let parts = HeaderParts(text),
        readsLabels || parts.isPeriod
      else { continue }
      found.append((column, parts))
    }
    let letters = Set(found.compactMap(\.parts.sexLetters))
    // An ‘f’ alone may be a forecast.
    let isBySex = letters.isSuperset(of: ["m", "f"])
    found = found.filter { isBySex || $0.parts.sexLetters == nil }
    let periods = try Self.periods(found.map { ($0.column, $0.parts.time) }, table)
    let labels = found.map { column, parts in
      [table.levels?.groups[column] ?? "", parts.label].filter { !$0.isEmpty }
        .joined(separator: ", ")
    }
    let groups = ColumnGroups(labels).groups
    let partName = found.compactMap { periods[$0.parts.time]?.part?.name }.first
    for ((column, parts), label) in zip(found, labels) {
      guard let period = periods[parts.time] else { continue }
      var group = groups[label]
      if let letters = parts.sexLetters {
        group = group ?? Layout.ColumnGroup(quantity: "")
        group?.sex = ["m": "male", "f": "female"][letters] ?? "both"
      }
      if let name = partName {
        group = group ?? Layout.ColumnGroup(quantity: "")
        group?.part = Series.Key(name, period.part?.value ?? "year")
      }
      let entry = Layout.YearColumn(
        year: period.year, column: column, group: group, span: period.span, status: parts.status)
      try refuseTwin(of: entry, parts.time, table)
      columns.append(entry)
      texts.append(parts.time)
    }
  }

  private static func periods(
    _ texts: [(column: Int, text: String)], _ table: Table
  ) throws(TidyingError) -> Periods {
    try Periods(reading: texts.map(\.text)) { text in
      let column = texts.first { $0.text == text }?.column ?? 0
      return table.place(line: table.headerLine, column: table.columnName(column))
    }
  }

  private func refuseTwin(
    of column: Layout.YearColumn, _ text: String, _ table: Table
  ) throws(TidyingError) {
    guard
      let place = columns.firstIndex(where: {
        $0.year == column.year && $0.group == column.group
      })
    else { return }
    let twin = columns[place]
    let isSame = twin.span == column.span
    throw TidyingError(
      .layout,
      isSame
        ? "two columns are headed \(column.span ?? "\(column.year)"): the "
          + "\(Numerals.ordinal(twin.column + 1)) and the \(Numerals.ordinal(column.column + 1))"
        : "‘\(texts[place])’ and ‘\(text)’ end in the same year and say nothing else",
      at: table.place(line: table.headerLine, column: table.header[column.column]),
      remedy:
        "Keep one of them, or say above them what each is of: a header of two levels has a "
        + "label over the first of its years, in a line of its own.")
  }
}

/// A header that begins with a period, taken apart.
struct HeaderParts: Hashable {
  /// The period as it is written.
  let time: String
  /// What is said behind it, such as what is measured.
  var label = ""
  /// `m`, `f` or `mf` in brackets behind it.
  var sexLetters: String?
  /// What a letter behind it says of the values.
  var status = Status.normal

  /// Whether the period is all there is, but for a letter that says a status.
  var isPeriod: Bool { label.isEmpty && sexLetters == nil }

  /// Nil where the text does not begin with a period.
  init?(_ text: String) {
    if PeriodText.isPeriod(text) {
      time = text
      return
    }
    guard let end = Self.end(of: text) else { return nil }
    time = Self.trimmed(text[..<end])
    var rest = Self.trimmed(text[end...])
    for letters in ["mf", "m", "f"] where rest.lowercased().hasSuffix("(\(letters))") {
      sexLetters = letters
      rest = Self.trimmed(rest.dropLast(letters.count + 2))
      break
    }
    let bare = rest.filter { !"()".contains($0) }
    if sexLetters == nil, bare.utf8.count == 1, let letter = bare.utf8.first {
      // ‘f’ in brackets may be of women: only behind the year itself is it a forecast.
      let isClear = bare == rest || bare != "f"
      guard let status = FlagLetters.status(letter), status != .cannotExist, isClear else {
        return nil
      }
      self.status = status
    } else {
      label = rest.replacing("_", with: " ")
    }
  }

  /// Where the longest period at the beginning ends; a letter may follow at once.
  private static func end(of text: String) -> String.Index? {
    let ends = text.indices.filter { index in
      "_ (,;:".contains(text[index])
        || text[index].isLowercase && text.index(after: index) == text.endIndex
    }
    return ends.last { index in PeriodText.isPeriod(trimmed(text[..<index])) }
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text.drop { "_ ,;:".contains($0) }
    while let last = text.last, "_ ,;:".contains(last) { text.removeLast() }
    return String(text)
  }
}
