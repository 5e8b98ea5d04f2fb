extension PlainPanel {
  /// Writes the series in the long form as CSV, byte for byte what `Report(tidy:)` gives.
  ///
  /// - Parameter write: is given bytes one after the other, from one thread at a time.
  public func writeTidy(to write: @Sendable ([UInt8]) throws -> Void) throws {
    let panel = Panel(source: source, layout: layout, keyNames: keyNames, series: [])
    try write(Array(Report(tidy: panel).text(.csv).utf8))
    let cells = IdentityCells(self)
    try Threads.inOrder(values.chunkCount, make: { tidyRows($0, cells) }, use: write)
  }

  /// The rows of a chunk's series.
  private func tidyRows(_ number: Int, _ cells: IdentityCells) -> [UInt8] {
    let chunk = values.chunk(number, years: years)
    var text = CSVBytes(capacity: 48 * chunk.values.count)
    var cell = 0
    for one in chunk.series {
      let identity = identities[one]
      let (area, code) = (cells.areas[identity.place], cells.codes[identity.place])
      let unit = cells.units[identity.subject]
      let further = cells.further(identity)
      for year in years.indices {
        defer { cell += 1 }
        let value = chunk.values[cell]
        let status = chunk.statuses.isEmpty ? nil : statuses[Int(chunk.statuses[cell])]
        if value.isNaN, status != .suppressed { continue }
        text.append(area)
        text.append(code)
        text.append(cells.years[year])
        if value.isNaN {
          text.appendAbsent()
        } else {
          text.append(value, decimals: chunk.decimals[cell])
        }
        text.append(unit)
        text.append(cells.statuses[status ?? .normal] ?? [])
        text.append(further)
        text.endRow()
      }
    }
    return text.bytes
  }
}

/// The cells of what series are of, as bytes with the comma behind them.
struct IdentityCells: Sendable {
  let areas: [[UInt8]]
  let codes: [[UInt8]]
  let quantities: [[UInt8]]
  let units: [[UInt8]]
  let years: [[UInt8]]
  let statuses: [Status: [UInt8]]
  private let quantityKeys: [[UInt8]]
  private let texts: [[[UInt8]]]
  private let hasVintage: Bool

  init(_ panel: PlainPanel) {
    areas = panel.areas.map { CSVBytes.cell($0.name) }
    codes = panel.areas.map { CSVBytes.cell($0.code ?? "") }
    quantities = panel.subjects.map { CSVBytes.cell($0.quantity.name) }
    units = panel.subjects.map { CSVBytes.cell($0.unit.name) }
    quantityKeys = panel.subjects.map { $0.key.map(CSVBytes.cell) ?? [] }
    years = panel.years.map { CSVBytes.cell("\($0)") }
    texts = panel.further.map { $0.map(CSVBytes.cell) }
    hasVintage = panel.hasVintage
    statuses = Dictionary(
      uniqueKeysWithValues: Status.allCases.map { ($0, CSVBytes.cell($0.rawValue)) })
  }

  /// The cell of the vintage; none where the file has no such column.
  func vintage(_ identity: PlainTotal.Identity) -> [UInt8] {
    hasVintage ? texts[0][identity.further[0]] : []
  }

  /// The cells of the keys, but for the quantity.
  func keys(_ identity: PlainTotal.Identity) -> [UInt8] {
    let first = hasVintage ? 1 : 0
    return (first..<texts.count).flatMap { texts[$0][identity.further[$0]] }
  }

  /// The cells of the vintage and of all keys.
  func further(_ identity: PlainTotal.Identity) -> [UInt8] {
    vintage(identity) + quantityKeys[identity.subject] + keys(identity)
  }
}
