/// Cells set in columns of equal width, numbers to the right.
struct Grid {
  private struct Column {
    let name: String
    let heading: String
    var cells: [String]
    /// The widest of the heading and the cells.
    var width: Int
    let isNumeric: Bool
    /// Whether the cells are set in the width that is left, and how narrow that may get.
    var narrowest: Int?
    /// What is left out first where the width does not do; 0 never is.
    let dropped: Int
    /// The characters from which on texts are cut.
    let widest: Int
  }

  private var columns: [Column] = []
  /// The width that there is.
  private let room: Int
  /// The characters from which on names are cut: more where there is more room than usual.
  private var widestName: Int

  /// The cells of some rows and columns of a report, and beside them the numbers of caveats.
  init(_ report: Report, _ rows: [Int], _ shown: [Int], references: [[Int]]? = nil) {
    room = report.width
    widestName = max(22, 22 + (room - 80) / 2)
    for index in shown {
      let column = report.columns[index]
      append(
        column.name, column.heading,
        rows.map { ReadingLayout.text(report.rows[$0][index], column) },
        isNumeric: rows.allSatisfy { row in
          report.rows[row][index].isNumber || report.rows[row][index] == .absent
        }, narrowest: column.role == .prose ? 20 : nil, dropped: column.dropped,
        widest: column.widest)
    }
    if let references {
      let hasProse = columns.contains { $0.narrowest != nil }
      append(
        "notes", "notes", references.map { $0.isEmpty ? "" : "[" + Self.ranges($0) + "]" },
        isNumeric: false, narrowest: hasProse ? nil : 8, dropped: 0, widest: 22)
    }
    cutNames(to: widestName)
  }

  private mutating func append(
    _ name: String, _ heading: String, _ cells: [String], isNumeric: Bool, narrowest: Int?,
    dropped: Int, widest: Int
  ) {
    let longest = cells.map(\.count).max() ?? 0
    columns.append(
      Column(
        name: name, heading: heading, cells: cells,
        width: max(heading.count, min(longest, narrowest ?? .max)), isNumeric: isNumeric,
        narrowest: narrowest, dropped: dropped, widest: widest))
  }

  // MARK: Fitting

  /// The width of the lines; prose takes what is left and counts as it is at its narrowest.
  private var width: Int { columns.map(\.width).reduce(0, +) + 2 * max(0, columns.count - 1) }

  /// Makes the columns that matter least give way until the lines fit, and returns their names.
  mutating func fit() -> [String] {
    var left: [String] = []
    while width > room, widestName > 22 {
      widestName -= 1
      cutNames(to: widestName)
    }
    while width > room, let least = columns.map(\.dropped).max(), least > 0 {
      // Years are worth more than the last letters of a name.
      if least == 1, widestName > 14 {
        widestName -= 1
        cutNames(to: widestName)
        continue
      }
      // Columns of one weight, such as the two ends of an interval, go together.
      left += columns.filter { $0.dropped == least }.map(\.name)
      columns.removeAll { $0.dropped == least }
    }
    while width > room, widestName > 8 {
      widestName -= 1
      cutNames(to: widestName)
    }
    return left
  }

  /// Cuts texts that are longer, with an ellipsis; less where a column may be wider.
  private mutating func cutNames(to usual: Int) {
    for index in columns.indices {
      let column = columns[index]
      let widest = max(usual, usual + column.widest - 22)
      guard !column.isNumeric, column.narrowest == nil, column.width > widest else { continue }
      columns[index].cells = column.cells.map { cell in
        cell.count > widest ? cell.prefix(widest - 1).filter { $0 != "…" } + "…" : cell
      }
      columns[index].width = max(
        column.heading.count, columns[index].cells.map(\.count).max() ?? 0)
    }
  }

  // MARK: Setting

  /// The heading, if there is one, and the rows.
  var lines: [String] {
    let count = columns.first?.cells.count ?? 0
    let heading = columns.allSatisfy { $0.heading.isEmpty } ? [] : line(\.heading)
    return heading + (0..<count).flatMap { row in line { $0.cells[row] } }
  }

  private func line(_ cell: (Column) -> String) -> [String] {
    var text = ""
    var length = 0
    var rest: [String] = []
    for (index, column) in columns.enumerated() {
      let gap = index == 0 ? 0 : 2
      text += String(repeating: " ", count: gap)
      length += gap
      let content = cell(column)
      if let narrowest = column.narrowest {
        let parts = content.split(separator: "\n").flatMap {
          Report.wrapped(String($0), width: max(narrowest, room - length))
        }
        text += parts.first ?? ""
        rest = parts.dropFirst().map { String(repeating: " ", count: length) + $0 }
        continue
      }
      let padding = String(repeating: " ", count: max(0, column.width - content.count))
      text += column.isNumeric ? padding + content : content + padding
      length += column.width
    }
    while text.last == " " { text.removeLast() }
    return [text] + rest
  }

  /// Ascending numbers with runs joined: `1–4, 7`.
  static func ranges(_ numbers: [Int]) -> String {
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
