/// A plot in Vega-Lite: a layer for each of ours, with marks of the same form at the same places.
struct VegaLitePlot {
  private let plot: Plot
  private let frame: PlotFrame
  private let channels: (x: VegaLiteChannel, y: VegaLiteChannel)
  /// What is written at fixed places: names at the ends of lines, labels of rules.
  private let texts: [Lettering]
  /// Whether texts at marks are drawn, rather than told by names beside the plot.
  private let hasLabels: Bool
  /// Whether series are told apart by a legend.
  private let hasLegend: Bool
  /// Whether the vertical axis is drawn with its values.
  private let style: VegaLiteChannel.Style

  /// A plot by itself.
  init(_ plot: Plot, width: Double, type: ChartType) {
    self.plot = plot
    let laid = PlotDrawing(plot, width: width, type: type).laidOut(at: Pixel(x: 0, y: 0))
    frame = laid.frame
    channels = VegaLiteChannel.channels(of: laid.frame)
    texts = Self.texts(in: laid.shapes)
    hasLabels = Self.has("labels", laid.shapes)
    hasLegend =
      !EndLabels.names(of: plot).isEmpty && !Self.has("names", laid.shapes)
      && Self.has("legend", laid.shapes)
    style = type == .slope ? .bare : .full
  }

  /// One of several plots; the first of a row has the values of the axis.
  init(_ plot: Plot, in grid: PlotGrid, isFirst: Bool) {
    self.plot = plot
    let area = Box(left: 0, top: 0, right: grid.each, bottom: grid.height)
    frame = PlotFrame(plot, in: area)
    channels = VegaLiteChannel.channels(of: frame)
    texts = Self.texts(
      in: RuleLabels(plot, from: area.left, to: area.right).shapes(frame))
    hasLabels = true
    hasLegend = false
    style = isFirst ? .values : .lines
  }

  /// The members of a view: its size, what its layers share, and the layers.
  ///
  /// - Parameter further: layers that stand above ours.
  func members(adding further: [OrderedJSON] = []) -> KeyValuePairs<String, OrderedJSON?> {
    [
      "width": .number(frame.area.width.rounded()), "height": .number(frame.area.height.rounded()),
      "encoding": [
        "x": channels.x.encoding(unitAt: nil, style == .bare ? .bare : .full),
        "y": channels.y.encoding(unitAt: unitPlace, style),
      ],
      "layer": .array(plot.layers.flatMap(layers) + texts.map(text) + further),
    ]
  }

  /// A text of several lines below the axes, from the left edge of the picture.
  func footer(_ lines: [String]) -> OrderedJSON {
    let below = frame.area.height + (plot.horizontal.unit == nil ? 38 : 54)
    return [
      "data": Self.single, "mark": Self.footerMark(lines),
      "encoding": ["x": Self.place(-frame.area.left), "y": Self.place(below)],
    ]
  }

  static func footerMark(_ lines: [String]) -> OrderedJSON {
    [
      "type": "text", "text": .texts(lines), "align": "left", "baseline": "top", "fontSize": 11,
      "lineHeight": 15, "color": .text(Palette.note.text),
    ]
  }

  /// Data of one row, for marks that stand for themselves.
  static let single: OrderedJSON = ["values": [[:]]]

  // MARK: Layers

  private func layers(_ layer: Layer) -> [OrderedJSON] {
    let colour = Palette.colour(layer.ink)
    switch layer.form {
    case .line(let vertices, let stroke): return [line(layer, vertices, stroke, colour)]
    case .points(let vertices, let isHollow):
      let mark: OrderedJSON = [
        "type": "point", "filled": .boolean(!isHollow), "size": 33, "strokeWidth": 1.5,
        "opacity": 1,
      ]
      return byBand(vertices, \.self) { vertices, encoding in
        view(
          layer, vertices.map { datum(layer, $0) },
          mark.adding(
            isHollow
              ? ["fill": .text(Palette.ground.text), "stroke": .text(colour.text)]
              : ["color": .text(colour.text)]), encoding)
      }
    case .band(let extents):
      let mark: OrderedJSON = [
        "type": "area", "color": .text(colour.text),
        "opacity": layer.isFilled ? 1 : .number(MarkDrawing.bandOpacity),
      ]
      return [
        view(layer, extents.map { datum(layer, $0, "y") }, mark, ["y2": second(channels.y)])
      ]
    case .bars(let extents): return [bars(layer, extents, colour)]
    case .intervals(let extents):
      let mark: OrderedJSON = ["type": "rule", "color": .text(colour.text), "strokeWidth": 2]
      let isWide = extents.contains { $0.from.x != $0.to.x }
      let isHigh = extents.contains { $0.from.y != $0.to.y }
      return byBand(extents, \.from) { extents, encoding in
        view(
          layer, extents.map { datum(layer, $0, (isWide ? "x" : "") + (isHigh ? "y" : "")) }, mark,
          encoding.adding([
            "x2": isWide ? second(channels.x) : nil, "y2": isHigh ? second(channels.y) : nil,
          ]))
      }
    case .verticalRule(let x, _):
      return [
        rule(
          [channels.x.field: channels.x.datum(x)], ["y": Self.place(0), "y2": ["value": "height"]])
      ]
    case .horizontalRule(let y, _):
      return [
        rule(
          [channels.y.field: channels.y.datum(y)], ["x": Self.place(0), "x2": ["value": "width"]])
      ]
    case .labels(let labels):
      guard hasLabels else { return [] }
      return orderedUnique(labels.map(\.side)).flatMap { side in
        self.labels(layer, labels.filter { $0.side == side }, side)
      }
    }
  }

  private func line(
    _ layer: Layer, _ vertices: [Layer.Vertex], _ stroke: Layer.Stroke, _ colour: Colour
  ) -> OrderedJSON {
    let pen = MarkDrawing.pen(stroke, colour)
    let mark = OrderedJSON.members([
      "type": "line", "color": .text(colour.text),
      "strokeWidth": .number(layer.ink == .context ? 1.25 : pen.width),
      "strokeDash": pen.dashes.isEmpty ? nil : .numbers(pen.dashes),
    ])
    // Vega-Lite joins places from left to right unless an order is told.
    let isOrdered = zip(vertices, vertices.dropFirst()).allSatisfy { $0.x <= $1.x }
    guard !isOrdered else { return view(layer, vertices.map { datum(layer, $0) }, mark, [:]) }
    return view(
      layer,
      vertices.enumerated().map { datum(layer, $1).adding(["order": .integer($0)]) }, mark,
      ["order": ["field": "order", "type": "quantitative"]])
  }

  private func bars(_ layer: Layer, _ extents: [Layer.Extent], _ colour: Colour) -> OrderedJSON {
    let paint = OrderedJSON.text(colour.text)
    let mark: OrderedJSON =
      layer.isHollow
      ? [
        "type": "bar", "fill": .text(Palette.ground.text), "stroke": paint, "strokeWidth": 2,
      ]
      : layer.isFilled
        // Parts of a column are set apart by a hair.
        ? [
          "type": "bar", "color": paint, "stroke": .text(Palette.ground.text), "strokeWidth": 0.75,
        ] : ["type": "bar", "color": paint]
    let isAcross = channels.y.isCategorical
    // On an axis of years a bar has no band to fill.
    let width: OrderedJSON? =
      isAcross || channels.x.isCategorical
      ? nil : .number(MarkDrawing(plot, frame).barWidth)
    return view(
      layer, extents.map { datum(layer, $0, isAcross ? "x" : "y") }, mark.adding(["width": width]),
      isAcross ? ["x2": second(channels.x)] : ["y2": second(channels.y)])
  }

  private func rule(_ datum: OrderedJSON, _ encoding: OrderedJSON) -> OrderedJSON {
    [
      "data": ["values": [datum]],
      "mark": ["type": "rule", "color": .text(Palette.rule.text), "strokeDash": [2, 3]],
      "encoding": encoding,
    ]
  }

  private func labels(
    _ layer: Layer, _ labels: [Layer.Label], _ side: Layer.Label.Side
  ) -> [OrderedJSON] {
    let (dx, dy, align): (Double, Double, OrderedJSON) =
      switch side {
      case .right: (8, 4, "left")
      case .left: (-8, 4, "right")
      case .above: (0, -7, "center")
      case .below: (0, 16, "center")
      }
    let mark: OrderedJSON = [
      "type": "text", "align": align, "baseline": "alphabetic", "dx": .number(dx),
      "dy": .number(dy), "fontSize": .number(PlotDrawing.labelSize),
      "color": .text(Palette.ink.text),
    ]
    return byBand(labels, \.at) { labels, encoding in
      view(
        layer, labels.map { datum(layer, $0.at).adding(["label": .text($0.text)]) }, mark,
        encoding.adding(["text": ["field": "label"]]))
    }
  }

  private func text(_ lettering: Lettering) -> OrderedJSON {
    let align: OrderedJSON =
      switch lettering.anchor {
      case .start: "left"
      case .middle: "center"
      case .end: "right"
      }
    return [
      "data": Self.single,
      "mark": [
        "type": "text", "text": .text(lettering.text), "align": align, "baseline": "alphabetic",
        "fontSize": .number(lettering.size), "color": .text(lettering.colour.text),
      ],
      "encoding": [
        "x": Self.place(lettering.at.x - frame.area.left),
        "y": Self.place(lettering.at.y - frame.area.top),
      ],
    ]
  }

  /// A layer of our own with its data.
  private func view(
    _ layer: Layer, _ data: [OrderedJSON], _ mark: OrderedJSON, _ encoding: OrderedJSON
  ) -> OrderedJSON {
    let legend = layer.isNamed && hasLegend ? layer.series.map(colourByName) : nil
    let encoding = encoding.adding(["color": legend])
    let hasEncoding = if case .object(let members) = encoding { !members.isEmpty } else { false }
    return .members([
      "data": ["values": .array(data)], "mark": mark, "encoding": hasEncoding ? encoding : nil,
    ])
  }

  /// The colour of a series, by the name that a legend shows.
  private func colourByName(_ name: String) -> OrderedJSON {
    let named = plot.layers.filter(\.isNamed)
    let names = EndLabels.names(of: plot)
    let colours = names.map { name in
      named.first { $0.series == name }.map { Palette.colour($0.ink).text } ?? Palette.rule.text
    }
    return [
      "field": "series", "type": "nominal",
      "scale": ["domain": .texts(names), "range": .texts(colours)],
      "legend": ["orient": "top", "title": .null, "columns": 4],
    ]
  }

  // MARK: Data

  private func datum(_ layer: Layer, _ vertex: Layer.Vertex) -> OrderedJSON {
    .members([
      "series": layer.series.map { .text($0) }, channels.x.field: channels.x.datum(vertex.x),
      channels.y.field: channels.y.datum(vertex.y),
    ])
  }

  /// - Parameter along: the channels along which extents reach.
  private func datum(_ layer: Layer, _ extent: Layer.Extent, _ along: String) -> OrderedJSON {
    datum(layer, extent.from).adding([
      channels.x.field + "2": along.contains("x") ? channels.x.datum(extent.to.x) : nil,
      channels.y.field + "2": along.contains("y") ? channels.y.datum(extent.to.y) : nil,
    ])
  }

  private func second(_ channel: VegaLiteChannel) -> OrderedJSON {
    ["field": .text(channel.field + "2")]
  }

  /// A layer for the marks of each place in their bands: one where all are in the middle.
  private func byBand<Mark>(
    _ marks: [Mark], _ vertex: (Mark) -> Layer.Vertex,
    _ make: ([Mark], OrderedJSON) -> OrderedJSON
  ) -> [OrderedJSON] {
    func places(_ mark: Mark) -> [Double?] {
      [channels.x.bandPosition(vertex(mark).x), channels.y.bandPosition(vertex(mark).y)]
    }
    return orderedUnique(marks.map(places)).map { place in
      let chosen = marks.filter { places($0) == place }
      return make(chosen, chosen.first.map { position(of: vertex($0)) } ?? [:])
    }
  }

  /// What says where in its band a mark lies; nothing for the middle.
  private func position(of vertex: Layer.Vertex) -> OrderedJSON {
    func channel(_ channel: VegaLiteChannel, _ value: Double) -> OrderedJSON? {
      channel.bandPosition(value).map {
        ["field": .text(channel.field), "bandPosition": .number($0)]
      }
    }
    return .members(["x": channel(channels.x, vertex.x), "y": channel(channels.y, vertex.y)])
  }

  private static func place(_ pixels: Double) -> OrderedJSON {
    ["value": .number((pixels * 100).rounded() / 100)]
  }

  // MARK: What the drawing wrote

  /// Where the vertical axis says its unit: at the left edge, above the labels of rules.
  private var unitPlace: Pixel {
    let top = texts.map { $0.at.y - frame.area.top }.filter { $0 < 0 }.min()
    return Pixel(x: -frame.area.left, y: top.map { $0 - 14 } ?? -8)
  }

  /// Whether there is a group of a name.
  private static func has(_ group: String, _ shapes: [Shape]) -> Bool {
    shapes.contains { shape in
      guard case .group(let name, _, let inner) = shape else { return false }
      return name == group || has(group, inner)
    }
  }

  /// The texts of the groups that no layer of ours stands for.
  private static func texts(in shapes: [Shape], isKept: Bool = false) -> [Lettering] {
    shapes.flatMap { shape -> [Lettering] in
      switch shape {
      case .group(let name, _, let inner):
        texts(in: inner, isKept: ["names", "rule labels", "mark rule"].contains(name))
      case .text(let lettering): isKept ? [lettering] : []
      default: []
      }
    }
  }
}
