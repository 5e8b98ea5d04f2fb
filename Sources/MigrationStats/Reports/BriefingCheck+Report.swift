extension Report {
  /// A row a number of the text, with every column, for programs.
  public init(_ check: BriefingCheck) {
    self.init(
      columns: [
        Column("line", .detail, isGrouped: false), Column("column", .detail, isGrouped: false),
        Column("text", .detail), Column("form", .detail), Column("verdict", .detail),
        Column("claimed_lower", .detail), Column("claimed_upper", .detail),
        Column("value", .detail), Column("unit", .detail), Column("area", .detail),
        Column("years", .detail), Column("dataset", .detail), Column("vintage", .detail),
        Column("figure", .detail), Column("fits_by_chance", .detail), Column("note", .prose),
        Column("citation", .prose),
      ],
      rows: check.findings.map { finding in
        [
          .integer(finding.line), .integer(finding.column), .text(finding.text),
          .text(finding.form), .text(finding.verdict.rawValue), Cell(finding.lower),
          Cell(finding.upper), Cell(finding.value), Cell(finding.unit), Cell(finding.area),
          .integers(finding.years), Cell(finding.dataset), Cell(finding.vintage),
          Cell(finding.figure), Cell(finding.fitsByChance), .text(finding.note),
          Cell(finding.citation),
        ]
      })
  }

  /// A row a number of the text, with what is to be said of it below, for people.
  public init(reading check: BriefingCheck) {
    self.init(
      columns: [
        Column("place", .detail), Column("text", .detail, widest: 30), Column("verdict", .detail),
        Column("found", .detail, widest: 26), Column("of", .detail, dropped: 2, widest: 40),
        Column("by chance", .detail, dropped: 1), Column("note", .notes),
      ],
      rows: check.findings.map { finding in
        let of = [
          finding.area, finding.years.map { "\($0)" }.joined(separator: "–"), finding.vintage,
        ].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: ", ")
        return [
          .text("\(finding.line):\(finding.column)"), .text(finding.text),
          .text(finding.verdict.rawValue),
          finding.value.map { .text(Self.shown($0, finding.unit ?? "")) } ?? .absent,
          of.isEmpty ? .absent : .text(of), Cell(finding.fitsByChance),
          finding.note.isEmpty
            ? .caveats([]) : .caveats([Caveat(finding.verdict.rawValue, finding.note)]),
        ]
      })
    title = ["\(check.source): \(check.summary)"]
    sources = orderedUnique(check.findings.compactMap(\.citation))
  }

  private static func shown(_ value: Double, _ unit: String) -> String {
    switch unit {
    case "per cent", "per cent a year", "percentage points":
      Numerals.rounded(value, decimals: 2) + (unit == "percentage points" ? " pp" : " %")
    case "times": "×" + Numerals.rounded(value, decimals: 3)
    case "years": Numerals.rounded(value, decimals: 1) + " years"
    case "rank": "\(Int(value))"
    default: (unit.contains("US$") ? "US$" : "") + Numerals.grouped(value, decimals: 0)
    }
  }
}
