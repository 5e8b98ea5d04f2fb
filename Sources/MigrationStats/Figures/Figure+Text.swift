extension Figure {
  /// The form of a figure's text.
  public enum Form: String, Sendable, CaseIterable {
    /// For reading in a terminal of 80 columns.
    case text
    /// A sentence with a marker about the number, and a footnote.
    case markdown
    /// Everything, for programs: `schemas/figure.schema.json`.
    case json
    /// BibTeX.
    case bibtex
    /// The JSON of the Citation Style Language.
    case cslJSON = "csl-json"
    /// The tagged form that reference managers read.
    case ris
    /// A fragment of HTML.
    case html
  }

  /// The figure as text that ends in a line break.
  ///
  /// ```swift
  /// print(figure.text(as: .ris).prefix(10))  // TY  - DATA
  /// ```
  public func text(as form: Form) -> String {
    switch form {
    case .text: plainText
    case .markdown: markdown
    case .json: json
    case .bibtex: bibTeX
    case .cslJSON: cslJSON
    case .ris: ris
    case .html: html
    }
  }

  /// The sentence, the note under it, and all that it takes to make the number again.
  private var plainText: String {
    var blocks = [[sentence.text], note.map { "Note: \($0)" }]
    blocks.append(
      [
        "Definition: \(definition)",
        provenance.measures.map { "Measures: \($0)" },
        "Value: \(exactValue), \(roundingInWords)",
        intervalInWords.map { "Interval: \($0)" },
        "Status: \(status.name) (\(status.rawValue))",
      ].compactMap(\.self) + provenance.transforms.map { "Step: \($0)" })
    blocks.append(remarks.map { "About the data: \($0)" })
    blocks.append(
      provenance.sources.flatMap(Self.lines)
        + [rowsInWords.map { "Rows: \($0)" }].compactMap(\.self))
    blocks.append(["Identity: \(id)"])
    return blocks.filter { !$0.isEmpty }.map { block in
      block.flatMap { Report.wrapped($0, width: 80, hanging: $0 == sentence.text ? "" : "  ") }
        .joined(separator: "\n")
    }.joined(separator: "\n\n") + "\n"
  }

  private static func lines(_ source: Citation) -> [String] {
    let released = source.released.map { "released \($0)" } ?? "date of release not recorded"
    return [
      "Source: \(source.text)", source.vintage.map { "Vintage: \($0), \(released)" },
      "Data: \(source.data.name), \(source.data.digest)",
    ].compactMap(\.self)
  }

  /// The rows as places of files: `migrant-stock:239`; nil where there are none.
  var rowsInWords: String? {
    let places = orderedUnique(
      provenance.rows.flatMap { row in row.lines.map { "\(row.data):\($0)" } })
    guard !places.isEmpty else { return nil }
    if places.count <= 12 { return places.joined(separator: ", ") }
    return places.prefix(8).joined(separator: ", ") + ", … (\(places.count) rows)"
  }
}
