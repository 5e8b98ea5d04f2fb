/// The command that reads a file as it was read, with every guess told.
struct TellingCommand {
  private var words: [[String]] = []

  /// The command for a table and the panel made of it.
  init(_ table: Table, _ panel: Panel, told: TidyingOptions) {
    words = [["stats", "tidy", table.name == Source.standardInput.name ? "-" : table.name]]
    tellContainer(of: table)
    if table.origin.encoding != nil { tellDialect(table.finding) }
    tellNumbers(table.options, panel.writing)
    tellLayout(table, panel.layout, told)
    tellUnit(panel, told)
  }

  /// One line.
  var text: String { words.joined().map(ShellText.quoted).joined(separator: " ") }

  /// Lines of the shell, an option each.
  var lines: [String] {
    words.indices.map { place in
      (place == 0 ? "" : "  ") + words[place].map(ShellText.quoted).joined(separator: " ")
        + (place == words.count - 1 ? "" : " \\")
    }
  }

  private mutating func tell(_ option: String, _ value: String) {
    words.append(["--\(option)", value])
  }

  private mutating func tellContainer(of table: Table) {
    let steps = table.origin.steps
    // Of an archive in an archive, the members are one path.
    let members = steps.filter { $0.container == ArchiveChoice.container }.compactMap(\.chosen)
    if !members.isEmpty { tell("member", members.joined(separator: "/")) }
    let sheet = steps.last { $0.container == SheetChoice.container }?.chosen
    if let sheet { tell("sheet", sheet) }
    guard let encoding = table.origin.encoding else { return }
    if table.options.encoding != nil || encoding == .windows1252 {
      tell("encoding", encoding.rawValue)
    }
  }

  private mutating func tellDialect(_ finding: DialectFinding) {
    let dialect = finding.dialect
    for part in finding.parts where part.basis == .guessed || part.basis == .told {
      switch part.name {
      case "delimiter":
        tell(
          "delimiter",
          dialect.delimiter == UInt8(ascii: "\t") ? "tab" : Self.text(dialect.delimiter))
      case "quote": tell("quote", dialect.quote.map(Self.text) ?? "none")
      case "escape": tell("escape", dialect.escape.map(Self.text) ?? "none")
      case "comment": tell("comment", dialect.comment.map(Self.text) ?? "none")
      default: continue
      }
    }
  }

  private mutating func tellNumbers(_ options: ReadingOptions, _ writing: [DialectFinding.Part]) {
    for word in options.missingWords { tell("missing", word) }
    for word in options.suppressedWords { tell("suppressed", word) }
    for word in options.nilWords { tell("nil", word) }
    for part in writing where part.basis == .guessed || part.basis == .told {
      switch part.name {
      case "decimal mark": tell("decimal-mark", part.value == "comma" ? "," : ".")
      case "thousands mark":
        // Of several marks only one could be told.
        if ThousandsMark(rawValue: part.value) != nil { tell("thousands-mark", part.value) }
      case "letters", "brackets": tell(part.name, part.value)
      case "hyphen":
        if !(options.missingWords + options.nilWords).contains("-") { tell(part.value, "-") }
      default: continue
      }
    }
  }

  private mutating func tellLayout(_ table: Table, _ layout: Layout, _ told: TidyingOptions) {
    tell("layout", layout.name)
    func isKnown(_ column: Int) -> Bool {
      let role = table.tags.flatMap { ColumnRole(tag: $0[column]) }
      return role != nil || ColumnRole(header: table.header[column]) != nil
    }
    func tellColumn(_ option: String, _ column: Int?, isTold: Bool, _ words: inout [[String]]) {
      guard let column, isTold || !isKnown(column) else { return }
      words.append(["--\(option)", table.columnName(column)])
    }
    let shared: Layout.SharedColumns?
    switch layout {
    case .long(let columns):
      shared = columns.series
      if !LabelColumns(table).isLabelled {
        tellColumn("area-column", shared?.area, isTold: told.areaColumn != nil, &words)
      }
      tellColumn("year-column", columns.year, isTold: told.yearColumn != nil, &words)
      for column in columns.values {
        tellColumn(
          "value-column", column, isTold: !told.valueColumns.isEmpty || columns.values.count > 1,
          &words)
      }
      if columns.year == nil, let year = told.year { tell("year", "\(year)") }
    case .wideByYear(_, let others):
      shared = others
      tellColumn("area-column", others.area, isTold: told.areaColumn != nil, &words)
    case .wideByArea(let year, _):
      shared = nil
      tellColumn("year-column", year, isTold: told.yearColumn != nil, &words)
    case .matrix(let matrix):
      shared = matrix.series
      tellColumn("area-column", matrix.series.area, isTold: told.areaColumn != nil, &words)
      if matrix.year == nil, let year = told.year { tell("year", "\(year)") }
      tell("rows", matrix.rows.rawValue)
    }
    let keys = shared?.keys ?? []
    guard !told.keyColumns.isEmpty || !keys.allSatisfy(isKnown) else { return }
    for column in keys { tell("key-column", table.columnName(column)) }
  }

  private mutating func tellUnit(_ panel: Panel, _ told: TidyingOptions) {
    if let quantity = told.quantity { tell("quantity", quantity.name) }
    let units = orderedUnique(panel.series.map(\.unit))
    let isGuessed = panel.writing.contains { $0.name == "unit" && $0.basis == .guessed }
    if let unit = told.unit {
      tell("unit", unit.name)
    } else if isGuessed, units.count == 1, !told.isScaled {
      tell("unit", units[0].name)
    }
    if told.isScaled { words.append(["--multiply-out"]) }
  }

  private static func text(_ byte: UInt8) -> String { String(UnicodeScalar(byte)) }
}
