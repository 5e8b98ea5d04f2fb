/// The labels of vertical rules, above the plot in as many rows as keep them apart.
struct RuleLabels {
  private struct Placed {
    let text: String
    let x: Double
    let left: Double
    let row: Int
  }

  private let rules: [Placed]
  private let rows: Int
  private static let size = 11.0
  private static let lineHeight = 14.0

  init(_ plot: Plot, from left: Double, to right: Double) {
    var placed: [Placed] = []
    var ends: [Double] = []
    let found = plot.layers.compactMap { layer -> (Double, String)? in
      if case .verticalRule(let x, let text) = layer.form { (x, text) } else { nil }
    }
    for (value, text) in found.sorted(by: { $0.0 < $1.0 }) {
      let x = left + plot.horizontal.place(value) * (right - left)
      let width = TextMetrics.width(text, size: Self.size)
      let begin = max(left - 20, min(x, right - width))
      let row = ends.firstIndex { $0 + 8 <= begin } ?? ends.count
      if row == ends.count { ends.append(0) }
      ends[row] = begin + width
      placed.append(Placed(text: text, x: value, left: begin, row: row))
    }
    rules = placed
    rows = ends.count
  }

  /// The height that the labels take.
  var height: Double { rows == 0 ? 0 : Double(rows) * Self.lineHeight + 2 }

  func shapes(_ frame: PlotFrame) -> [Shape] {
    guard !rules.isEmpty else { return [] }
    let pen = Pen(colour: Palette.rule, width: 1, dashes: [2, 3])
    var (marks, labels): ([Shape], [Shape]) = ([], [])
    for rule in rules {
      let x = frame.x(rule.x)
      let base = frame.area.top - 8 - Double(rows - 1 - rule.row) * Self.lineHeight
      let top = Pixel(x: x, y: frame.area.top)
      marks.append(.line([top, Pixel(x: x, y: frame.area.bottom)], pen))
      // Up to its label.
      labels.append(.line([Pixel(x: x, y: base + 4), top], pen))
      labels.append(
        .text(
          Lettering(
            text: rule.text, at: Pixel(x: rule.left, y: base), size: Self.size,
            colour: Palette.note, hasRim: true)))
    }
    return [.group("mark rule", [], marks), .group("rule labels", [], labels)]
  }
}
