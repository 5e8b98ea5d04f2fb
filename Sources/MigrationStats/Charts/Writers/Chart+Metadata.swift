extension Chart {
  /// What is known of the chart, for programs and archives: see `schemas/chart-metadata.schema.json`.
  ///
  /// What is not known is null.
  public var metadata: String {
    OrderedJSON.members([
      "title": .text(title), "subtitle": .text(subtitle), "type": .text(type.rawValue),
      "units": .texts(units), "alternativeText": .text(words),
      "data": [
        "rows": .integer(data.rows.count), "columns": .array(data.columns.indices.map(column)),
      ],
      "figures": .array(figures.map(Self.figure)), "notes": .texts(notes),
    ]).adding(origins).document
  }

  /// Caveats and sources, which go with every form of the chart.
  var origins: OrderedJSON {
    [
      "caveats": .array(
        caveats.map { caveat in
          [
            "kind": .text(caveat.kind), "year": caveat.year.map { .integer($0) } ?? .null,
            "text": .text(caveat.text),
          ]
        }),
      "sources": .array(sources.map(Self.source)),
    ]
  }

  /// What the values count, as the rows say it.
  private var units: [String] {
    guard let column = data.columns.firstIndex(where: { $0.name == "unit" }) else { return [] }
    return orderedUnique(
      data.rows.compactMap { if case .text(let unit) = $0[column] { unit } else { nil } })
  }

  private func column(_ index: Int) -> OrderedJSON {
    let cells = data.rows.map { $0[index] }
    let type =
      cells.contains { if case .number = $0 { true } else { false } }
      ? "number"
      : cells.contains { if case .integer = $0 { true } else { false } } ? "integer" : "string"
    return ["name": .text(data.columns[index].name), "type": .text(type)]
  }

  private static func source(_ citation: Citation) -> OrderedJSON {
    [
      "citation": .text(citation.text), "title": .text(citation.title),
      "publisher": OrderedJSON(citation.publisher), "vintage": OrderedJSON(citation.vintage),
      "released": OrderedJSON(citation.released), "url": OrderedJSON(citation.url),
      "licence": OrderedJSON(citation.licence),
      "data": ["name": .text(citation.data.name), "digest": .text(citation.data.digest)],
    ]
  }

  private static func figure(_ figure: Figure) -> OrderedJSON {
    [
      "id": .text(figure.id), "value": .number(figure.value), "unit": .text(figure.unit),
      "display": .text(figure.display), "sentence": .text(figure.sentence.text),
    ]
  }
}
