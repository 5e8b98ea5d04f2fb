/// Small plots beside and below one another.
struct PlotGrid: Drawable {
  private let plots: [Plot]
  private let width: Double
  private let type: ChartType

  init(_ plots: [Plot], width: Double, type: ChartType) {
    self.plots = plots
    self.width = width
    self.type = type
  }

  func drawn(at corner: Pixel) -> (shapes: [Shape], height: Double) {
    let columns = max(1, min(plots.count, Int(width / 165)))
    let gap = 18.0
    let each = (width - gap * Double(columns - 1)) / Double(columns)
    var shapes: [Shape] = []
    var top = corner.y
    for row in stride(from: 0, to: plots.count, by: columns) {
      var tallest = 0.0
      for (column, plot) in plots[row..<min(row + columns, plots.count)].enumerated() {
        let place = Pixel(x: corner.x + Double(column) * (each + gap), y: top)
        let drawn = PlotDrawing(
          plot, width: each, type: type, plotHeight: 0.6 * each, isNaming: false
        ).drawn(at: place)
        shapes += drawn.shapes
        tallest = max(tallest, drawn.height)
      }
      top += tallest + 8
    }
    return (shapes, top - corner.y)
  }
}
