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

extension Report {
  /// A row a figure of a lock: what it was, what it is, why it moved, where the text has it.
  public init(_ movements: [Movement], places: [String: [String]], source: String) {
    self.init(
      columns: [
        Column("figure", .detail), Column("places", .detail, widest: 20),
        Column("was", .detail, widest: 20), Column("now", .detail, widest: 20),
        Column("reason", .detail), Column("was_value", .detail, dropped: 2),
        Column("now_value", .detail, dropped: 1), Column("note", .notes),
      ],
      rows: movements.map { movement in
        let entry = movement.entry
        let now = movement.figure.map { $0.rounded(entry.rounding).display }
        return [
          .text(movement.id), .text(places[movement.id]?.joined(separator: " ") ?? "–"),
          .text(entry.display), Cell(now), .text(movement.reason.rawValue), .number(entry.value),
          Cell(movement.figure?.value),
          .caveats(movement.problem.map { [Caveat(movement.reason.rawValue, $0)] } ?? []),
        ]
      })
    let moved = movements.count { $0.reason != .unchanged }
    title = ["\(source): \(movements.count) figures, \(moved) moved"]
  }

  /// A row a change of a text.
  public init(_ edits: [BriefingChecker.Edit], isProposal: Bool) {
    self.init(
      columns: [
        Column("line", .detail, isGrouped: false), Column("column", .detail, isGrouped: false),
        Column("text", .detail, widest: 24), Column("becomes", .detail, widest: 60),
      ],
      rows: edits.map { edit in
        [.integer(edit.line), .integer(edit.column), .text(edit.before), .text(edit.after)]
      })
    title = [
      edits.isEmpty
        ? "Nothing to change" : "\(edits.count) \(isProposal ? "proposed" : "written")"
    ]
  }
}

extension [Marker] {
  /// The places of each id in a text, as `line:column`.
  public func places(in bytes: [UInt8]) -> [String: [String]] {
    var places = TextPlaces(bytes)
    return reduce(into: [:]) { found, marker in
      let (line, column) = places.place(of: marker.content.lowerBound)
      found[marker.id, default: []].append("\(line):\(column)")
    }
  }
}
