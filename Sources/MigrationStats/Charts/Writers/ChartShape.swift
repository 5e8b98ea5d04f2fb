/// How the rows of a chart are laid out as CSV.
public enum ChartShape: String, Sendable, Hashable, CaseIterable {
  /// A row a mark, with all that is known of it.
  case tidy
  /// The years or the names first, then a column a series, as Datawrapper and Flourish take them.
  case wide
  /// A row a ribbon: from, to and how much, as Flourish takes flows.
  case sourceTargetValue = "source-target-value"
}

extension Chart {
  /// The rows that are drawn, as CSV (RFC 4180) with every digit.
  ///
  /// ```swift
  /// print(try chart.csv(.wide).split(whereSeparator: \.isNewline)[1])  // 1990,4333318
  /// ```
  ///
  /// A text that a spreadsheet would take for a formula, because it begins with `=`, `+`, `-`, `@`, a tab
  /// or a carriage return, gets an apostrophe in front; numbers stay as they are.
  ///
  /// - Throws: `ChartError` where the shape does not go with the type of chart, or would hide a value.
  public func csv(_ shape: ChartShape = .tidy) throws(ChartError) -> String {
    switch shape {
    case .tidy: data.harmless.text(.csv)
    case .wide: try WideTable(self).report.harmless.text(.csv)
    case .sourceTargetValue: try flowTable().harmless.text(.csv)
    }
  }

  private func flowTable() throws(ChartError) -> Report {
    guard case .flows(let flows) = body else {
      throw ChartError(
        .misuse, "a chart of type \(type.rawValue) has no source and target", at: Position(),
        remedy: "Take --shape tidy or --shape wide; chord and sankey are of flows.")
    }
    return Report(
      columns: [
        Report.Column("source", .identity), Report.Column("target", .identity),
        Report.Column("value", .detail),
      ],
      rows: flows.ribbons.map { ribbon in
        [
          .text(flows.names[ribbon.origin]), .text(flows.names[ribbon.destination]),
          .number(ribbon.value),
        ]
      })
  }
}

extension Report {
  /// The same rows with no text that a spreadsheet would run.
  var harmless: Report {
    Report(
      columns: columns.map { Column(Self.harmless($0.name), $0.role) },
      rows: rows.map { row in
        row.map { cell in
          if case .text(let text) = cell { .text(Self.harmless(text)) } else { cell }
        }
      })
  }

  /// Those that begin a formula, in the widths that East Asian spreadsheets take alike.
  private static let risky: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "\t", "\r", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}",
  ]

  private static func harmless(_ text: String) -> String {
    text.unicodeScalars.first.map(risky.contains) == true ? "'" + text : text
  }
}
