import Testing

@testable import MigrationStats

/// The table of a text.
func table(
  _ text: String, name: String = "stock.csv", options: ReadingOptions = ReadingOptions()
) throws -> Table {
  try Table(.bytes(Array(text.utf8), name: name), options: options)
}

/// The table of bytes.
func table(
  _ bytes: [UInt8], name: String = "stock.csv", options: ReadingOptions = ReadingOptions()
) throws -> Table {
  try Table(.bytes(bytes, name: name), options: options)
}

/// The series of a text.
func panel(
  _ text: String, reading: ReadingOptions = ReadingOptions(),
  _ options: TidyingOptions = TidyingOptions()
) throws -> Panel {
  try table(text, options: reading).tidied(options)
}

/// The catalogue of the project.
func catalog() throws -> Catalog { try Catalog(folder: Project.datasets) }

/// A series of values by year.
func series(
  _ values: [Int: Double], halfUnit: Double = 0, area: String = "Canada",
  status: [Int: Status] = [:], suppressed: [Int] = [], breaks: [Break] = [],
  caveats: [Caveat] = []
) -> Series {
  Series(
    area: Concordance.standard.area(name: area, code: nil),
    observations: values.map { year, value in
      Observation(
        year: year, value: value, halfUnit: halfUnit, status: status[year] ?? .normal,
        lines: [year - 1900])
    }, suppressedYears: suppressed, source: "stock.csv", breaks: breaks, caveats: caveats)
}

extension Panel {
  /// A panel of series made by hand.
  init(_ series: [Series]) {
    self.init(
      source: "stock.csv", layout: .wideByArea(year: 0, areas: []), keyNames: [], series: series)
  }
}

extension Table {
  /// The cells of all rows.
  var cells: [[String]] {
    (0..<rowCount).map { row in header.indices.map { text(row, $0) } }
  }
}
