/// Cells set in columns of equal width, numbers to the right.
struct Grid {
  /// The width of the widest name unless it has to give way; longer ones are cut with an ellipsis.
  static let widestName = 22

  private var columns: [(heading: String, cells: [String], isNumeric: Bool)] = []
  /// The column that is set in the width that is left, and how narrow it may get.
  private var prose: Int?
  private var narrowest = 20

  init(
    _ report: Report, _ rows: [Int], _ shown: [Int], references: [[Int]]? = nil,
    widestName: Int = widestName
  ) {
    for column in shown {
      let specification = report.columns[column]
      let cells = rows.map { ReadingLayout.text(report.rows[$0][column], specification) }
      let isNumeric = rows.allSatisfy { row in
        report.rows[row][column].isNumber || report.rows[row][column] == .absent
      }
      if specification.role == .prose { prose = columns.count }
      let isCut = !isNumeric && specification.role != .prose
      columns.append(
        (specification.heading, isCut ? cells.map { Self.cut($0, widestName) } : cells, isNumeric))
    }
    if let references {
      let cells = references.map { $0.isEmpty ? "" : "[" + Self.ranges($0) + "]" }
      if prose == nil { (prose, narrowest) = (columns.count, 8) }
      columns.append(("notes", cells, false))
    }
  }

  /// The width of the lines; prose takes what is left and counts as its heading only.
  var width: Int {
    columns.indices.map { widthOfColumn($0) }.reduce(0, +) + 2 * max(0, columns.count - 1)
  }

  /// The heading and the rows.
  var lines: [String] {
    let count = columns.first?.cells.count ?? 0
    let heading = line { columns[$0].heading }
    return heading + (0..<count).flatMap { row in line { columns[$0].cells[row] } }
  }

  private func widthOfColumn(_ column: Int) -> Int {
    if column == prose {
      let widest = columns[column].cells.map(\.count).max() ?? 0
      return max(columns[column].heading.count, min(narrowest, widest))
    }
    return max(columns[column].heading.count, columns[column].cells.map(\.count).max() ?? 0)
  }

  private func line(_ cell: (Int) -> String) -> [String] {
    var text = ""
    var rest: [String] = []
    for column in columns.indices {
      let gap = column == 0 ? "" : "  "
      if column == prose {
        let indent = text.count + gap.count
        let parts = cell(column).split(separator: "\n").flatMap {
          Report.wrapped(String($0), width: max(narrowest, Report.width - indent))
        }
        text += gap + (parts.first ?? "")
        rest = parts.dropFirst().map { String(repeating: " ", count: indent) + $0 }
        continue
      }
      let content = cell(column)
      let padding = String(repeating: " ", count: max(0, widthOfColumn(column) - content.count))
      text += gap + (columns[column].isNumeric ? padding + content : content + padding)
    }
    while text.last == " " { text.removeLast() }
    return [text] + rest
  }

  private static func cut(_ text: String, _ widestName: Int) -> String {
    text.count > widestName ? text.prefix(widestName - 1) + "…" : text
  }

  /// Ascending numbers with runs joined: `1–4, 7`.
  private static func ranges(_ numbers: [Int]) -> String {
    var runs: [ClosedRange<Int>] = []
    for number in Set(numbers).sorted() {
      if let last = runs.last, last.upperBound + 1 == number {
        runs[runs.count - 1] = last.lowerBound...number
      } else {
        runs.append(number...number)
      }
    }
    return runs.map { run in
      run.count == 1 ? "\(run.lowerBound)" : "\(run.lowerBound)–\(run.upperBound)"
    }.joined(separator: ", ")
  }
}
