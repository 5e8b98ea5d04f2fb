/// A plot as lines of characters, for a terminal.
///
/// It tells what a picture tells: values and estimates apart, lines broken where the series is, years
/// without a value left empty, a forecast with its interval.
struct TerminalPlot {
  /// The lines, without line breaks.
  let lines: [String]

  private static let height = 12

  /// - Parameters:
  ///   - plot: years on the horizontal axis, values on the vertical.
  ///   - title: what stands above it.
  ///   - width: the characters of a line.
  init(_ plot: Plot, title: String, width: Int) {
    let labels = plot.vertical.ticks.map(\.label)
    let margin = (labels.map(\.count).max() ?? 0) + 2
    var canvas = Canvas(plot, columns: max(20, width - margin), rows: Self.height)
    for layer in plot.layers { canvas.draw(layer) }
    var lines = Report.wrapped(title, width: width)
    if let unit = plot.vertical.unit { lines.append(unit) }
    let ticks = Dictionary(
      plot.vertical.ticks.map { (canvas.row($0.value), $0.label) }, uniquingKeysWith: { $1 })
    for (row, cells) in canvas.cells.enumerated() {
      let label = ticks[row] ?? ""
      let edge = ticks[row] == nil ? "│" : "┤"
      var line =
        String(repeating: " ", count: margin - 1 - label.count) + label + edge + String(cells)
      while line.last == " " { line.removeLast() }
      lines.append(line)
    }
    let indent = String(repeating: " ", count: margin - 1)
    lines.append(indent + "└" + String(repeating: "─", count: canvas.columns))
    lines.append(indent + " " + Self.years(plot.horizontal, canvas))
    let meanings = Self.meanings(of: plot)
    if !meanings.isEmpty { lines.append(indent + " " + meanings.joined(separator: "   ")) }
    self.lines = lines
  }

  /// The years under the plot, those that do not touch others.
  private static func years(_ axis: Axis, _ canvas: Canvas) -> String {
    var line = [Character](repeating: " ", count: canvas.columns)
    let ticks = axis.ticks
    let ordered = [ticks.first, ticks.last].compactMap(\.self) + ticks.dropFirst().dropLast()
    for tick in ordered {
      let label = Array(tick.label)
      let centre = canvas.column(tick.value)
      let begin = min(max(0, centre - label.count / 2), canvas.columns - label.count)
      guard begin >= 0 else { continue }
      let room = max(0, begin - 1)..<min(canvas.columns, begin + label.count + 1)
      guard line[room].allSatisfy({ $0 == " " }) else { continue }
      line.replaceSubrange(begin..<begin + label.count, with: label)
    }
    return String(line.reversed().drop { $0 == " " }.reversed())
  }

  private static func meanings(of plot: Plot) -> [String] {
    orderedUnique(
      plot.layers.compactMap { layer in
        switch layer.form {
        case .points(_, isHollow: true): "○ estimate"
        case .line(_, .dashed): "- forecast"
        case .line(_, .dotted): ": \(layer.meaning ?? "interpolated")"
        case .band: "░ \(layer.meaning ?? "interval")"
        case .verticalRule(_, let text): "┊ \(text)"
        default: nil
        }
      })
  }
}

/// The characters of a plot, by row from the top and column from the left.
private struct Canvas {
  private let plot: Plot
  let columns: Int
  private let rows: Int
  private(set) var cells: [[Character]]

  init(_ plot: Plot, columns: Int, rows: Int) {
    self.plot = plot
    self.columns = columns
    self.rows = rows
    cells = Array(repeating: Array(repeating: " ", count: columns), count: rows)
  }

  func column(_ x: Double) -> Int {
    Int((plot.horizontal.place(x) * Double(columns - 1)).rounded())
  }

  func row(_ y: Double) -> Int {
    rows - 1 - Int((plot.vertical.place(y) * Double(rows - 1)).rounded())
  }

  mutating func draw(_ layer: Layer) {
    switch layer.form {
    case .line(let vertices, let stroke):
      let sign: Character =
        switch stroke {
        case .solid: "•"
        case .dashed: "-"
        case .dotted: ":"
        }
      for (from, to) in zip(vertices, vertices.dropFirst()) { line(from, to, sign) }
    case .points(let vertices, let isHollow):
      for vertex in vertices { set(column(vertex.x), row(vertex.y), isHollow ? "○" : "●") }
    case .band(let extents):
      for (one, next) in zip(extents, extents.dropFirst()) { fill(one, next) }
    case .verticalRule(let x, _):
      for row in 0..<rows where cells[row][column(x)] == " " { set(column(x), row, "┊") }
    default: break
    }
  }

  private mutating func set(_ column: Int, _ row: Int, _ sign: Character) {
    guard cells.indices.contains(row), cells[row].indices.contains(column) else { return }
    cells[row][column] = sign
  }

  private mutating func line(_ from: Layer.Vertex, _ to: Layer.Vertex, _ sign: Character) {
    let (first, last) = (column(from.x), column(to.x))
    var before = row(from.y)
    for column in first...max(first, last) {
      let share = last == first ? 1 : Double(column - first) / Double(last - first)
      let row = row(from.y + share * (to.y - from.y))
      // A steep line goes through every row.
      let through = row > before ? before + 1...row : row < before ? row...before - 1 : row...row
      for row in through { set(column, row, sign) }
      before = row
    }
  }

  private mutating func fill(_ one: Layer.Extent, _ next: Layer.Extent) {
    let (first, last) = (column(one.from.x), column(next.from.x))
    for column in first...max(first, last) {
      let share = last == first ? 0 : Double(column - first) / Double(last - first)
      let low = row(one.from.y + share * (next.from.y - one.from.y))
      let high = row(one.to.y + share * (next.to.y - one.to.y))
      for row in min(low, high)...max(low, high) where cells.indices.contains(row) {
        set(column, row, "░")
      }
    }
  }
}
