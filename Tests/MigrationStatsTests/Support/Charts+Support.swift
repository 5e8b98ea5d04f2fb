@testable import MigrationStats

/// The chart of a request, on the data sets of the catalogue.
func draw(_ request: ChartRequest) throws -> Chart {
  var holdings = Holdings(try catalog())
  return try holdings.chart(request)
}

/// The chart of a request, on a small table of its own named `table.csv`.
func draw(_ text: String, _ request: ChartRequest) throws -> Chart {
  var holdings = Holdings(try catalog())
  try holdings.file(.bytes(Array(text.utf8), name: "table.csv"))
  return try holdings.chart(request)
}

/// A table with a value a year of one area.
func yearly(_ values: KeyValuePairs<Int, String>, area: String = "Canada") -> String {
  "area,year,value\n" + values.map { "\(area),\($0.key),\($0.value)\n" }.joined()
}

extension Chart {
  /// The lines of its first plot, each as its years.
  var lineYears: [[Int]] {
    (plots.first?.layers ?? []).compactMap { layer in
      if case .line(let vertices, .solid) = layer.form { vertices.map { Int($0.x) } } else { nil }
    }
  }

  /// The labels of the rules of its first plot.
  var ruleLabels: [String] {
    (plots.first?.layers ?? []).compactMap { layer in
      if case .verticalRule(_, let label) = layer.form { label } else { nil }
    }
  }

  /// Texts of the picture that lie on one another or reach beyond its edge; none in a good one.
  func collisions(width: Double) -> [String] {
    let drawing = drawing(width: width)
    let texts = drawing.letterings.filter { !$0.text.isEmpty }
    let page = Box(left: 0, top: 0, right: drawing.width, bottom: drawing.height)
    var found = texts.filter { text in
      text.box.left < page.left - 0.5 || text.box.right > page.right + 0.5
        || text.box.top < page.top || text.box.bottom > page.bottom
    }.map { "‘\($0.text)’ reaches beyond the picture" }
    for (index, text) in texts.enumerated() {
      for other in texts[(index + 1)...] where text.box.overlaps(other.box) {
        found.append("‘\(text.text)’ lies on ‘\(other.text)’")
      }
    }
    return found
  }
}

extension Chart {
  /// The cells of a column of its data, as text; absent ones are empty.
  func column(_ name: String) -> [String] {
    guard let index = data.columns.firstIndex(where: { $0.name == name }) else { return [] }
    return data.rows.map { row in
      switch row[index] {
      case .text(let text): text
      case .integer(let number): "\(number)"
      case .number(let number): Numerals.exact(number)
      default: ""
      }
    }
  }

  /// The numbers of a column of its data; absent ones are left out.
  func numbers(_ name: String) -> [Double] { column(name).compactMap(Double.init) }

  /// The names of its first plot's bands, from top to bottom.
  var bands: [String] { plots.first?.vertical.ticks.map(\.label) ?? [] }

  /// The ends of the bars of its first plot by the place of their band.
  var barEnds: [Int: Double] {
    var ends: [Int: Double] = [:]
    for layer in plots.first?.layers ?? [] {
      guard case .bars(let extents) = layer.form else { continue }
      for extent in extents { ends[Int(extent.to.y)] = extent.to.x }
    }
    return ends
  }

  /// The texts at places of its first plot.
  var placedLabels: [String] {
    (plots.first?.layers ?? []).flatMap { layer -> [String] in
      if case .labels(let labels) = layer.form { labels.map(\.text) } else { [] }
    }
  }
}

/// A table of areas with a value for each of some years.
func areas(_ values: KeyValuePairs<String, [Int: String]>) -> String {
  "area,year,value\n"
    + values.flatMap { area, years in
      years.sorted { $0.key < $1.key }.map { "\"\(area)\",\($0.key),\($0.value)\n" }
    }.joined()
}

/// A table of so many areas, the first the largest, in 2000 and in 2010.
func many(_ count: Int) -> String {
  "area,year,value\n"
    + (0..<count).flatMap { index in
      ["Area \(index),2000,\(1000 - index)\n", "Area \(index),2010,\(2000 - 3 * index)\n"]
    }.joined()
}
