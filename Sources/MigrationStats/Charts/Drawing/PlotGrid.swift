/// Small plots beside and below one another, all on the same axes: what they share is told once.
struct PlotGrid: Drawable {
  private let plots: [Plot]
  private let width: Double
  private let type: ChartType

  init(_ plots: [Plot], width: Double, type: ChartType) {
    self.plots = plots
    self.width = width
    self.type = type
  }

  private static let gap = 20.0
  private static let size = PlotDrawing.labelSize

  /// The values of the axis stand left of the first of a row.
  private var labelRoom: Double {
    let labels = plots.first?.vertical.ticks.map(\.label) ?? []
    return 8 + (labels.map { TextMetrics.width($0, size: Self.size) }.max() ?? 0)
  }

  /// How many plots stand in a row.
  var columns: Int { max(1, min(plots.count, Int((width - labelRoom) / 150))) }

  /// The width of the space for marks; all plots are as wide as one another.
  var each: Double {
    (width - labelRoom - Self.gap * Double(columns - 1)) / Double(columns)
  }

  /// The height of the space for marks.
  var height: Double { min(0.62 * each, 220) }

  func drawn(at corner: Pixel) -> (shapes: [Shape], height: Double) {
    guard let first = plots.first else { return ([], 0) }
    var shapes: [Shape] = []
    var top = corner.y
    // The legend of all of them, and the unit.
    let legend = Legend(
      Plot(
        horizontal: first.horizontal, vertical: first.vertical, layers: plots.flatMap(\.layers)),
      hasSeries: false, width: width)
    if !legend.isEmpty {
      let drawn = legend.drawn(at: Pixel(x: corner.x, y: top))
      shapes += drawn.shapes
      top += drawn.height
    }
    if let unit = first.vertical.unit {
      top += Self.size * 1.35
      shapes.append(
        .text(Lettering(text: unit, at: Pixel(x: corner.x, y: top - 3), colour: Palette.note)))
    }
    top += 8
    let (columns, each, height) = (columns, each, height)
    for row in stride(from: 0, to: plots.count, by: columns) {
      let panels = plots[row..<min(row + columns, plots.count)].enumerated().map { column, plot in
        PanelDrawing(
          plot, left: corner.x + labelRoom + Double(column) * (each + Self.gap), width: each,
          height: height, hasValues: column == 0)
      }
      let head = panels.map(\.headHeight).max() ?? 0
      for panel in panels { shapes.append(panel.drawn(top: top, head: head)) }
      top += head + height + PanelDrawing.foot + 10
    }
    return (shapes, top - corner.y)
  }
}
