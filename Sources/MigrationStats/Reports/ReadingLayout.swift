/// A report arranged for reading: what all rows share is said once, caveats are numbered.
struct ReadingLayout {
  /// What all rows share, as a line.
  let heading: String
  /// The columns that are left, by their place in the report.
  let columns: [Int]
  /// The distinct caveats in order of appearance.
  let caveats: [Caveat]
  /// For each row, the numbers of its caveats, from 1, less those that all rows have.
  let references: [[Int]]
  /// How many caveats all rows have; they come first.
  let sharedCount: Int
  /// Whether every row has the same caveats.
  var sharesCaveats: Bool { references.allSatisfy(\.isEmpty) }

  /// The heading of the list of caveats, which says how many of them hold for every row.
  var caveatsHeading: String {
    if sharesCaveats || sharedCount == 0 { return "Caveats" }
    return sharedCount == 1
      ? "Caveats (the first one for every row)" : "Caveats (the first \(sharedCount) for every row)"
  }

  /// - Parameter isFlat: whether the rows are one table, so that what they share in numbers is said
  ///   above it too.
  init(_ report: Report, isFlat: Bool = true) {
    let count = report.rows.count
    // Rows without a result share nothing with the others but their name.
    let results = report.rows.filter { row in row.contains { $0.isResult } }
    let telling = results.isEmpty ? report.rows : results
    var shared: [String] = []
    var left: [Int] = []
    for (index, column) in report.columns.enumerated() {
      let cells = Set((column.role == .summary ? telling : report.rows).map { $0[index] })
      let isConstant = cells.count == 1 && count > 0
      switch column.role {
      case .identity where isConstant,
        .summary where isConstant && isFlat && count > 1 && cells.first?.isResult == false,
        .detail where isConstant && isFlat && count > 1 && cells.first?.isNumber == false:
        if let cell = cells.first, cell != .absent {
          let text = Self.text(cell, column)
          let isBare = column.role == .identity && text != Unit.notStated.name
          shared.append(isBare ? text : "\(column.heading) \(text)")
        }
      case .notes: continue
      default: left.append(index)
      }
    }
    heading = shared.joined(separator: " · ")
    columns = left

    let notes = report.columns.firstIndex { $0.role == .notes }
    let lists = report.rows.map { row -> [Caveat] in
      guard let notes, case .caveats(let caveats) = row[notes] else { return [] }
      return caveats
    }
    let counted = zip(report.rows, lists).filter { row, _ in
      results.isEmpty || row.contains { $0.isResult }
    }.map(\.1)
    let first = counted.first ?? []
    let all = counted.dropFirst().reduce(into: Set(first)) { $0.formIntersection($1) }
    let everyone = orderedUnique(first.filter(all.contains))
    let others = orderedUnique(lists.flatMap(\.self).filter { !all.contains($0) })
    caveats = everyone + others
    sharedCount = everyone.count
    let numbers = Dictionary(uniqueKeysWithValues: zip(caveats, 1...))
    references = lists.map { list in list.filter { !all.contains($0) }.compactMap { numbers[$0] } }
  }

  /// A cell for reading.
  static func text(_ cell: Report.Cell, _ column: Report.Column) -> String {
    switch cell {
    case .absent: return "–"
    case .text(let text): return text
    case .digits(let digits): return column.isGrouped ? Numerals.grouped(digits: digits) : digits
    case .integer(let number):
      return column.isGrouped ? Numerals.grouped(Double(number)) : "\(number)"
    case .number(let number):
      if let digits = column.significantDigits {
        return Numerals.significant(number, digits: digits)
      }
      // From ten thousand on decimals tell a reader nothing.
      return column.isGrouped
        ? Numerals.grouped(number, decimals: column.decimals ?? (abs(number) >= 10_000 ? 0 : nil))
        : column.decimals.map { Numerals.rounded(number, decimals: $0) } ?? Numerals.exact(number)
    case .integers(let numbers): return numbers.map { "\($0)" }.joined(separator: "–")
    case .caveats: return ""
    }
  }

  /// A caveat in one line: its flag, its year, its sentence.
  static func text(_ caveat: Caveat) -> String {
    "\(caveat.kind)\(caveat.year.map { " \($0)" } ?? ""): \(caveat.text)"
  }
}

extension Report.Cell {
  /// Whether the cell holds a measured or computed number, which a row without a result has not.
  var isResult: Bool {
    if case .number = self { return true }
    return false
  }

  /// Whether the cell is set to the right.
  var isNumber: Bool {
    switch self {
    case .integer, .number, .digits: true
    default: false
    }
  }
}
