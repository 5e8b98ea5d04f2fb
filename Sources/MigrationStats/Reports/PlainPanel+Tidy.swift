extension PlainPanel {
  /// Writes the series in the long form as CSV, byte for byte what `Report(tidy:)` gives.
  ///
  /// - Parameter write: is given bytes one after the other, from one thread at a time.
  public func writeTidy(to write: @Sendable (UnsafeRawBufferPointer) throws -> Void) throws {
    let panel = Panel(source: source, layout: layout, keyNames: keyNames, series: [])
    var header = CSVBytes()
    header.append(Report(tidy: panel).text(.csv))
    try write(header.bytes)
    let cells = IdentityCells(self)
    try Threads.inOrder(
      values.chunkCount, room: { CSVBytes() }, make: { writeTidy($0, cells, to: &$1) },
      use: { try write($0.bytes) })
  }

  /// Writes the rows of a chunk's series.
  private func writeTidy(_ number: Int, _ cells: IdentityCells, to text: inout CSVBytes) {
    let chunk = values.chunk(number, years: years)
    text.removeAll()
    var cell = 0
    for one in chunk.series {
      let (place, subject) = cells.numbers(of: one)
      for year in years.indices {
        defer { cell += 1 }
        let value = chunk.values[cell]
        let status = chunk.statuses.isEmpty ? nil : Int(chunk.statuses[cell])
        if value.isNaN, status.map({ statuses[$0] != .suppressed }) ?? true { continue }
        text.append(cells.areas, place)
        text.append(cells.codes, place)
        text.append(cells.years, year)
        if value.isNaN {
          text.appendAbsent()
        } else {
          text.append(value, decimals: chunk.decimals[cell])
        }
        text.append(cells.units, subject)
        text.append(cells.statuses, status ?? cells.normal)
        if hasVintage { text.append(cells.further[0], further: 0, of: one, in: self) }
        if let key = cells.quantityKeys { text.append(key, subject) }
        for column in cells.keyColumns {
          text.append(cells.further[column], further: column, of: one, in: self)
        }
        text.endRow()
      }
    }
  }
}

/// The cells of what series are of.
struct IdentityCells: Sendable {
  let areas: CSVCells
  let codes: CSVCells
  let quantities: CSVCells
  let units: CSVCells
  let years: CSVCells
  /// The statuses by their places, the normal one behind those of the file.
  let statuses: CSVCells
  let normal: Int
  /// The values of the key ‘quantity’ by what is measured; nil where there is no such key.
  let quantityKeys: CSVCells?
  /// The texts of the vintage, where there is such a column, and of the keys.
  let further: [CSVCells]
  /// Which of them are keys.
  let keyColumns: Range<Int>
  private let identities: PlainTally.Identities

  init(_ panel: PlainPanel) {
    areas = CSVCells(panel.areas.map(\.name))
    codes = CSVCells(panel.areas.map { $0.code ?? "" })
    quantities = CSVCells(panel.subjects.map(\.quantity.name))
    units = CSVCells(panel.subjects.map(\.unit.name))
    let keys = panel.subjects.compactMap(\.key)
    quantityKeys = keys.isEmpty ? nil : CSVCells(keys)
    years = CSVCells(panel.years.map { "\($0)" })
    further = panel.further.map { CSVCells($0) }
    keyColumns = (panel.hasVintage ? 1 : 0)..<panel.further.count
    statuses = CSVCells(panel.statuses.map(\.rawValue))
    normal = panel.statuses.count - 1
    identities = panel.identities
  }

  /// The area of a series, and what it measures.
  func numbers(of series: Int) -> (place: Int, subject: Int) {
    (Int(identities.places[series]), Int(identities.subjects[series]))
  }
}

extension CSVBytes {
  /// Appends the text of a series in a further column.
  mutating func append(
    _ cells: CSVCells, further column: Int, of series: Int, in panel: PlainPanel
  ) {
    append(cells, Int(panel.identities.further[column][series]))
  }
}
