/// An axis as a channel of Vega-Lite: the same domain, the same ticks with the same labels.
struct VegaLiteChannel {
  /// `x` or `y`.
  let name: String
  /// What the channel's values are called in the data.
  let field: String
  private let axis: Axis
  private let ticks: [Axis.Tick]
  /// Names, each once, since a domain holds each of them once only.
  private let categories: [String]

  /// How much of an axis is drawn.
  enum Style {
    /// Lines at the ticks, with their values and the unit.
    case full
    /// Lines and values, the unit being said elsewhere.
    case values
    /// Lines alone.
    case lines
    /// Neither, where marks say their values themselves.
    case bare
  }

  /// What a bar leaves free of its band, as the drawing does.
  private static let padding = 0.32

  private init(_ name: String, _ field: String, _ axis: Axis, ticks: [Axis.Tick]) {
    self.name = name
    self.field = field
    self.axis = axis
    self.ticks = ticks
    categories = axis.categoryNames
  }

  /// Both channels of a plot.
  static func channels(of frame: PlotFrame) -> (x: VegaLiteChannel, y: VegaLiteChannel) {
    let (across, up) = (frame.plot.horizontal, frame.plot.vertical)
    let isTwofold = across.fieldName == up.fieldName
    return (
      VegaLiteChannel(
        "x", isTwofold ? "x" : across.fieldName, across, ticks: frame.shown(across.ticks)),
      VegaLiteChannel("y", isTwofold ? "y" : up.fieldName, up, ticks: up.ticks)
    )
  }

  var isCategorical: Bool { !categories.isEmpty }

  /// A value as it stands in the data.
  func datum(_ value: Double) -> OrderedJSON {
    guard isCategorical else { return .number(value) }
    return .text(categories[min(max(Int(value.rounded(.down)), 0), categories.count - 1)])
  }

  /// Where in its band a value lies, where that is not the middle.
  func bandPosition(_ value: Double) -> Double? {
    guard isCategorical else { return nil }
    let within = value - value.rounded(.down)
    guard abs(within - 0.5) > 1e-9 else { return nil }
    return min(max((within - Self.padding / 2) / (1 - Self.padding), 0), 1)
  }

  /// What a channel's marks share.
  ///
  /// - Parameter place: where the axis says its unit: pixels from the upper left of the plot.
  func encoding(unitAt place: Pixel?, _ style: Style) -> OrderedJSON {
    [
      "field": .text(field), "type": isCategorical ? "nominal" : "quantitative",
      "scale": scale, "axis": axisProperties(place, style),
    ]
  }

  private var scale: OrderedJSON {
    if isCategorical {
      return [
        "type": "band", "domain": .texts(categories), "paddingInner": .number(Self.padding),
        "paddingOuter": .number(Self.padding / 2),
      ]
    }
    let domain = OrderedJSON.numbers([axis.domain.lowerBound, axis.domain.upperBound])
    // Without padding, which bars would be given.
    return axis.scale == .log
      ? ["type": "log", "domain": domain, "nice": false, "padding": 0]
      : ["domain": domain, "nice": false, "padding": 0, "zero": false]
  }

  private func axisProperties(_ place: Pixel?, _ style: Style) -> OrderedJSON {
    let saysUnit = style == .full || style == .bare
    let hasLabels = style == .full || style == .values || !axis.isMeasure
    let title: OrderedJSON =
      if let unit = axis.unit, saysUnit, let place {
        [
          "title": .text(unit), "titleAngle": 0, "titleAlign": "left", "titleAnchor": "start",
          "titleBaseline": "bottom", "titleX": .number(place.x.rounded()),
          "titleY": .number(place.y.rounded()),
        ]
      } else {
        ["title": saysUnit ? OrderedJSON(axis.unit) : .null]
      }
    if isCategorical { return title.adding(["ticks": false, "domain": false, "grid": false]) }
    let zero: OrderedJSON = ["test": "datum.value === 0", "value": .text(Palette.rule.text)]
    let isMeasure = axis.isMeasure
    let hasGrid = isMeasure && style != .bare
    return title.adding([
      "values": .numbers(ticks.map(\.value)), "labelExpr": .text(labels),
      "labels": hasLabels ? nil : false,
      "grid": .boolean(hasGrid),
      "ticks": .boolean(!isMeasure), "domain": .boolean(!isMeasure && style != .bare),
      "gridColor": hasGrid ? ["condition": zero, "value": .text(Palette.grid.text)] : nil,
    ])
  }

  /// The expression that writes the ticks' labels as the drawing has them.
  private var labels: String {
    guard axis.isMeasure, axis.scale == .linear else {
      if ticks.allSatisfy({ $0.label == Numerals.exact($0.value) }) { return "datum.value" }
      return lookup
    }
    let divided =
      axis.divisor == 1 ? "datum.value" : "datum.value / \(Numerals.exact(axis.divisor))"
    let decimals = (0...12).first { decimals in
      ticks.allSatisfy { tick in
        tick.label
          == Numerals.grouped(tick.value / axis.divisor, decimals: decimals)
          .replacing("-", with: "−")
      }
    }
    return decimals.map { "format(\(divided), ',.\($0)f')" } ?? lookup
  }

  /// The labels by their values, where no format of numbers gives them.
  private var lookup: String {
    let values = OrderedJSON.numbers(ticks.map(\.value)).line
    let labels = OrderedJSON.texts(ticks.map(\.label)).line
    return "\(labels)[indexof(\(values), datum.value)]"
  }
}

extension Axis {
  /// The names of the bands, told apart by a number where two are the same; none on other axes.
  fileprivate var categoryNames: [String] {
    guard case .categories(let names) = scale else { return [] }
    var seen: [String: Int] = [:]
    return names.map { name in
      seen[name, default: 0] += 1
      return seen[name] == 1 ? name : "\(name) (\(seen[name] ?? 0))"
    }
  }

  fileprivate var fieldName: String {
    if case .categories = scale { return "name" }
    return isMeasure ? "value" : "year"
  }
}
