#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A chart as one HTML page that needs nothing else: no script, no style sheet, no network.
struct ChartPage {
  private let chart: Chart
  private let files: [ChartBundle.File]
  private let width: Double

  /// The width of the picture on small screens.
  private static let small = 360.0

  /// - Parameter files: what can be downloaded from the page.
  init(_ chart: Chart, files: [ChartBundle.File], width: Double) {
    self.chart = chart
    self.files = files
    self.width = min(max(width, 240), 2400)
  }

  var text: String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
    style-src 'unsafe-inline'; img-src data:">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(Drawing.escaped(chart.title))</title>
    <style>
    \(style)
    </style>
    </head>
    <body>
    <main>
    <h1 class="heard" dir="auto">\(Drawing.escaped(chart.title))</h1>
    <figure>
    \(pictures)</figure>
    <h2>In words</h2>
    <p>\(Drawing.escaped(chart.words))</p>
    <h2 id="data">Data</h2>
    <p>\(rows). Numbers are rounded here; the CSV file has every digit.</p>
    \(table)
    \(notes)<h2>\(chart.sources.count == 1 ? "Source" : "Sources")</h2>
    <ul>
    \(sources)
    </ul>
    \(figures)<h2>Downloads</h2>
    <ul>
    \(downloads)
    </ul>
    </main>
    </body>
    </html>

    """
  }

  // MARK: Picture and words

  /// The picture, and on small screens one that is drawn for them.
  private var pictures: String {
    guard width > Self.small else { return chart.svg(width: width) }
    return "<div class=\"large\">\n\(chart.svg(width: width))</div>\n"
      + "<div class=\"small\">\n\(chart.svg(width: Self.small))</div>\n"
  }

  /// The sentences of the words and what they could not hold, each with its identity.
  private var figures: String {
    let items = chart.figures.map { figure in
      "<li>\(Drawing.escaped(figure.sentence.text)) <code>\(Drawing.escaped(figure.id))</code></li>\n"
    }
    return items.isEmpty ? "" : "<h2>Figures</h2>\n<ul>\n\(items.joined())</ul>\n"
  }

  private var notes: String {
    let items = orderedUnique(chart.notes + chart.caveats.map(\.text)).map {
      "<li>\(Drawing.escaped($0))</li>\n"
    }
    guard !items.isEmpty else { return "" }
    return "<h2>Notes and caveats</h2>\n<ul>\n\(items.joined())</ul>\n"
  }

  // MARK: Table

  private var rows: String {
    chart.data.rows.count == 1 ? "1 row" : "\(chart.data.rows.count) rows"
  }

  /// The rows that are drawn, in a region of its own that scrolls; what all of them share is its
  /// caption.
  private var table: String {
    let data = chart.data
    let layout = ReadingLayout(data)
    let shown = layout.columns.filter { column in
      data.rows.contains { $0[column] != .absent } && !isRepeated(column)
    }
    let head = shown.map { column in
      "<th scope=\"col\">\(Drawing.escaped(data.columns[column].heading.replacing("_", with: " ")))</th>"
    }
    var body = ""
    for row in data.rows {
      let cells = shown.enumerated().map { place, column in
        cell(row[column], data.columns[column], isHead: place == 0)
      }
      body += "<tr>\(cells.joined())</tr>\n"
    }
    let caption = layout.heading.isEmpty ? "What is drawn" : layout.heading
    return """
      <div class="table" role="region" aria-labelledby="data" tabindex="0">
      <table>
      <caption>\(Drawing.escaped(caption))</caption>
      <thead><tr>\(head.joined())</tr></thead>
      <tbody>
      \(body)</tbody>
      </table>
      </div>
      """
  }

  /// Whether a column only says again what the names of the series say.
  private func isRepeated(_ column: Int) -> Bool {
    guard chart.data.columns[column].name == "area",
      let series = chart.data.columns.firstIndex(where: { $0.name == "series" })
    else { return false }
    return chart.data.rows.allSatisfy { $0[series] == $0[column] }
  }

  private func cell(_ cell: Report.Cell, _ column: Report.Column, isHead: Bool) -> String {
    var text = ReadingLayout.text(cell, column)
    if column.name == "status", let status = Status(rawValue: text) { text = status.name }
    text = Drawing.escaped(text)
    if isHead { return "<th scope=\"row\">\(text)</th>" }
    guard cell.isNumber else { return "<td>\(text)</td>" }
    guard case .number(let value) = cell else { return "<td class=\"number\">\(text)</td>" }
    return "<td class=\"number\"><data value=\"\(Numerals.exact(value))\">\(text)</data></td>"
  }

  // MARK: Sources and downloads

  private var sources: String {
    chart.sources.map { source in
      let text = Drawing.escaped(source.text)
      let linked = source.url.map { "<a href=\"\(Drawing.escaped($0))\">\(text)</a>" } ?? text
      let facts = [
        source.vintage.map { "vintage \($0)" }, source.released.map { "released \($0)" },
        source.licence.map { "licence: \($0)" },
      ].compactMap(\.self)
      let told =
        facts.isEmpty ? "" : " \(Drawing.escaped(facts.joined(separator: "; ").capitalisedFirst))."
      return
        "<li><cite>\(linked)</cite>\(told) <code>\(Drawing.escaped(source.data.digest))</code></li>"
    }.joined(separator: "\n")
  }

  private var downloads: String {
    files.map { file in
      let data = Data(file.text.utf8).base64EncodedString()
      let (type, words) =
        switch file.part {
        case .csv: ("text/csv", "Data (CSV)")
        case .metadata: ("application/json", "Metadata (JSON)")
        case .vegaLite: ("application/json", "Picture for programs (Vega-Lite)")
        case .svg: ("image/svg+xml", "Picture (SVG)")
        case .html: ("text/html", "This page (HTML)")
        case .alternativeText: ("text/plain", "Alternative text")
        }
      return "<li><a download=\"\(file.part.fileName)\" "
        + "href=\"data:\(type);charset=utf-8;base64,\(data)\">\(words)</a></li>"
    }.joined(separator: "\n")
  }

  private var style: String {
    """
    body { margin: 0 auto; padding: 0.5rem; max-width: \(Int(max(width, 720)) + 16)px;
      color: #1a1a1a; background: #fff; font: 1rem/1.5 system-ui, sans-serif;
      overflow-wrap: break-word; }
    figure { margin: 0; }
    svg { display: block; max-width: 100%; height: auto; }
    .small { display: none; }
    .heard { position: absolute; width: 1px; height: 1px; overflow: hidden;
      clip-path: inset(50%); white-space: nowrap; }
    h2 { font-size: 1.15rem; margin: 1.5em 0 0.4em; }
    ul { padding-left: 1.25rem; margin: 0.4em 0; }
    a { color: #0b4a8f; }
    code { font-size: 0.85rem; color: #3d3d3d; }
    .table { overflow: auto; max-height: 24rem; border: 1px solid #767676; }
    .table:focus-visible { outline: 3px solid #12436d; outline-offset: 2px; }
    table { border-collapse: collapse; font-size: 0.9rem; }
    caption { text-align: left; padding: 0.4rem 0.6rem; }
    th, td { padding: 0.25rem 0.6rem; border-bottom: 1px solid #bbb; text-align: left;
      vertical-align: top; }
    thead th { position: sticky; top: 0; background: #fff; }
    .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
    @media (max-width: 640px) {
      \(width > Self.small ? ".large { display: none; }\n  .small { display: block; }" : "")
    }
    @media print {
      .large { display: block; }
      .small { display: none; }
      .table { overflow: visible; max-height: none; border: none; }
      body { max-width: none; padding: 0; font-size: 10pt; }
      tr, li { break-inside: avoid; }
    }
    """
  }
}

extension String {
  fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
