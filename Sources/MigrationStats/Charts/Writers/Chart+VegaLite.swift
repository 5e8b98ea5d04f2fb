extension Chart {
  /// The picture as a document of Vega-Lite, version 5, with its data inline: the same marks at the same
  /// places as `svg(width:)` draws, which JupyterLab and other programs of that grammar show and change.
  ///
  /// ```swift
  /// print(try chart.vegaLite(width: 600).contains("vega-lite/v5"))  // true
  /// ```
  ///
  /// - Parameter width: of the whole picture in pixels, from 240 to 2,400.
  /// - Throws: `ChartError` for ribbons, for which Vega-Lite has no mark.
  public func vegaLite(width: Double = 720) throws(ChartError) -> String {
    guard case .plots(let plots) = body else {
      throw ChartError(
        .unfit, "Vega-Lite has no mark for a chart of type \(type.rawValue)", at: Position(),
        remedy: "Take the picture itself: --format svg, png, pdf or html.")
    }
    return VegaLiteDocument(self, plots, width: min(max(width, 240), 2400)).json.document
  }
}

/// A chart as a document of Vega-Lite.
struct VegaLiteDocument {
  private let chart: Chart
  private let plots: [Plot]
  /// The width inside the margins.
  private let width: Double

  init(_ chart: Chart, _ plots: [Plot], width: Double) {
    self.chart = chart
    self.plots = plots
    self.width = width - 2 * (width < 500 ? 12 : 16)
  }

  var json: OrderedJSON {
    let head = OrderedJSON.members([
      "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
      "description": .text(chart.words), "title": title,
    ])
    let tail: KeyValuePairs<String, OrderedJSON?> = ["config": config, "usermeta": chart.origins]
    if plots.count == 1 {
      let plot = VegaLitePlot(plots[0], width: width, type: chart.type)
      return head.adding(plot.members(adding: footer.isEmpty ? [] : [plot.footer(footer)]))
        .adding(tail)
    }
    let grid = PlotGrid(plots, width: width, type: chart.type)
    let views = plots.enumerated().map { index, plot in
      OrderedJSON.members(["title": plot.title.map { panelTitle($0, width: grid.each) }])
        .adding(VegaLitePlot(plot, in: grid, isFirst: index % grid.columns == 0).members())
    }
    let small: OrderedJSON = ["concat": .array(views), "columns": .integer(grid.columns)]
    let below: OrderedJSON = [
      "width": .number(width), "height": .number(15 * Double(footer.count)),
      "view": ["stroke": .null], "data": VegaLitePlot.single,
      "mark": VegaLitePlot.footerMark(footer),
      "encoding": ["x": ["value": 0], "y": ["value": 0]],
    ]
    return head.adding(["vconcat": .array(footer.isEmpty ? [small] : [small, below])]).adding(tail)
  }

  private func lines(_ text: String, size: Double, isBold: Bool = false) -> [String] {
    TextMetrics.wrapped(text, size: size, isBold: isBold, width: width)
  }

  private var title: OrderedJSON {
    // Small plots share their unit.
    let unit = plots.count > 1 ? plots.first?.vertical.unit ?? "" : ""
    let subtitle = [chart.subtitle, meanings, unit].flatMap { lines($0, size: 12.5) }
    return .members([
      "text": .texts(lines(chart.title, size: 18, isBold: true)),
      "subtitle": subtitle.isEmpty ? nil : .texts(subtitle),
    ])
  }

  private func panelTitle(_ text: String, width: Double) -> OrderedJSON {
    let lines = TextMetrics.wrapped(text, size: 12 * 1.12, width: width, lines: 2)
    return [
      "text": .texts(lines), "fontSize": 12, "anchor": "start", "frame": "group", "offset": 6,
    ]
  }

  /// What hollow marks, dashes and bands mean.
  private var meanings: String {
    orderedUnique(plots.flatMap(Legend.meanings)).joined(separator: "   ")
  }

  private var footer: [String] {
    (chart.notes + chart.pictured + chart.sources.map { "Source: \($0.text)" }).flatMap {
      lines($0, size: 11)
    }
  }

  private var config: OrderedJSON {
    let (ink, note) = (OrderedJSON.text(Palette.ink.text), OrderedJSON.text(Palette.note.text))
    let axis: OrderedJSON = [
      "labelFontSize": 12, "labelColor": note, "titleFontSize": 12, "titleColor": note,
      "titleFontWeight": "normal", "gridColor": .text(Palette.grid.text),
      "domainColor": .text(Palette.rule.text), "tickColor": .text(Palette.rule.text),
      "labelLimit": 240, "labelPadding": 6, "labelFlush": false,
    ]
    let title: OrderedJSON = [
      "anchor": "start", "fontSize": 18, "color": ink, "subtitleFontSize": 12.5,
      "subtitleColor": note, "offset": 12,
    ]
    return [
      "font": "sans-serif", "background": .text(Palette.ground.text), "padding": 16,
      "view": ["stroke": .null], "axis": axis, "title": title,
      "legend": ["labelFontSize": 12, "labelColor": note, "labelLimit": 300],
      "range": ["category": .texts(Palette.series.map(\.text))],
    ]
  }
}
