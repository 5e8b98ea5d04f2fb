extension Report {
  /// A row a data set.
  public init(_ datasets: [Dataset]) {
    self.init(
      columns: [
        Column("id", .identity, widest: 40), Column("kind", .detail, dropped: 1),
        Column("vintages", .detail, isGrouped: false), Column("title", .prose),
      ],
      rows: datasets.map { dataset in
        let package = dataset.package
        return [
          .text(dataset.id),
          .text(package.migrationstats.claim == true ? "claim" : package.migrationstats.kind),
          .integer(package.migrationstats.vintages.count), .text(package.title),
        ]
      })
  }

  /// One data set in full: what it is, where it comes from, how to cite it, what to know.
  public init(_ dataset: Dataset, panel: Panel?) {
    let package = dataset.package
    let known = package.migrationstats
    var rows: [(String, String)] = [
      ("id", dataset.id), ("title", package.title), ("description", package.description),
    ]
    if let quantity = known.quantity {
      rows.append(("quantity", "\(quantity.name) (\(quantity.kind)): \(quantity.definition)"))
    }
    for vintage in known.vintages {
      rows.append(
        ("vintage \(vintage.id)", "\(vintage.title). \(vintage.publisher), \(vintage.released)."))
      rows.append(("cite \(vintage.id)", vintage.citation))
    }
    if let panel {
      let years = panel.series.flatMap(\.years)
      let values = panel.series.map(\.observations.count).reduce(0, +)
      if let first = years.min(), let last = years.max() {
        rows.append(
          (
            "holds",
            "\(panel.series.count) series, \(Numerals.grouped(Double(values))) values, \(first) to \(last)"
          ))
      }
      let units = orderedUnique(panel.series.map(\.unit.name)).joined(separator: ", ")
      rows.append(("unit", units))
      for key in panel.keyNames {
        let values = orderedUnique(
          panel.series.flatMap(\.keys).filter { $0.name == key }.map(\.value))
        rows.append(("key \(key)", values.joined(separator: ", ")))
      }
    }
    rows += (known.breaks ?? []).map { known in
      let areas = known.areas.map { " (" + $0.joined(separator: ", ") + ")" } ?? ""
      return ("break \(known.year)", "\(known.text)\(areas)")
    }
    rows += (known.caveats ?? []).map { ("caveat \($0.kind)", $0.text) }
    rows += package.sources.map { source in
      (
        "source",
        [source.title, source.version, source.path].compactMap(\.self).joined(separator: "; ")
      )
    }
    rows += package.licenses.map { licence in
      (
        "licence",
        [licence.name, licence.title, licence.path].compactMap(\.self).joined(separator: "; ")
      )
    }
    rows += package.resources.map {
      ("file", "\(dataset.id)/\($0.path), \($0.bytes) bytes, \($0.hash)")
    }
    self.init(properties: rows)
  }

  /// Properties and their values, in words.
  init(properties: [(String, String)]) {
    self.init(
      columns: [Column("property", .detail), Column("value", .prose)],
      rows: properties.map { [.text($0.0), .text($0.1)] })
  }
}
