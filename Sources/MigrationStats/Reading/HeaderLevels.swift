/// A header of two lines: years under what they are of, or what they are of under years.
///
/// ```
/// Area   Code   Stock (both sexes)         Stock (male)
///               1990          2000         1990          2000
/// ```
struct HeaderLevels: Sendable, Hashable {
  /// The names of the columns, those of years with what they are of: `Stock (male), 2000`.
  let names: [String]
  /// The years of the columns; nil where a column has none.
  let years: [Int?]
  /// What the columns of years are of; empty for the others.
  let groups: [String]

  /// Reads two lines; nil where the lower is a row rather than a part of the header.
  ///
  /// A label that stands over several columns stands in the first of them, or in all where cells are
  /// merged. Without such a label the lower line is a row, and so it is with a number in it that is no
  /// year.
  init?(upper: [String], lower: [String]) {
    let width = max(upper.count, lower.count)
    let upper = upper + Array(repeating: "", count: width - upper.count)
    let lower = lower + Array(repeating: "", count: width - lower.count)
    guard let (years, groups) = Self.under(upper, lower) ?? Self.over(upper, lower) else {
      return nil
    }
    (self.years, self.groups) = (years, groups)
    names = (0..<width).map { column in
      if let year = years[column] {
        return groups[column].isEmpty ? "\(year)" : "\(groups[column]), \(year)"
      }
      let (above, below) = (upper[column], lower[column])
      if below.isEmpty || above == below { return above }
      let label = groups[column].isEmpty ? above : groups[column]
      return label.isEmpty ? below : "\(label), \(below)"
    }
  }

  /// Years in the lower line, labels over them.
  private static func under(
    _ upper: [String], _ lower: [String]
  ) -> (years: [Int?], groups: [String])? {
    let years = lower.map { YearText.year(in: $0) }
    let columns = years.indices.filter { years[$0] != nil }
    guard columns.count > 1, let first = columns.first, !upper[first].isEmpty,
      columns.allSatisfy({ YearText.year(in: upper[$0]) == nil }),
      columns.contains(where: { spans(upper, $0, from: first) }),
      isWords(lower.indices.filter { years[$0] == nil }.map { lower[$0] })
    else { return nil }
    var (groups, label) = (Array(repeating: "", count: upper.count), "")
    for column in first..<upper.count {
      if !upper[column].isEmpty { label = upper[column] }
      if !lower[column].isEmpty, lower[column] != upper[column] { groups[column] = label }
    }
    return (years, groups)
  }

  /// Years in the upper line, labels under them, the same under each year.
  private static func over(
    _ upper: [String], _ lower: [String]
  ) -> (years: [Int?], groups: [String])? {
    var (years, year) = ([Int?](repeating: nil, count: upper.count), Int?.none)
    for column in upper.indices {
      if !upper[column].isEmpty { year = YearText.year(in: upper[column]) }
      if !lower[column].isEmpty { years[column] = year }
    }
    let columns = years.indices.filter { years[$0] != nil }
    guard let first = columns.first, columns.contains(where: { spans(upper, $0, from: first) }),
      isWords(lower), columns.allSatisfy({ isWord(lower[$0]) }),
      columns.allSatisfy({ YearText.year(in: lower[$0]) == nil })
    else { return nil }
    let labels = Dictionary(grouping: columns) { years[$0] }.values.map { $0.map { lower[$0] } }
    guard let some = labels.first, Set(some).count == some.count,
      labels.allSatisfy({ Set($0) == Set(some) && $0.count == some.count })
    else { return nil }
    return (years, upper.indices.map { years[$0] == nil ? "" : lower[$0] })
  }

  /// Whether the label over a column is that of the column before.
  private static func spans(_ upper: [String], _ column: Int, from first: Int) -> Bool {
    column > first && (upper[column].isEmpty || upper[column] == upper[column - 1])
  }

  private static func isWords(_ cells: [String]) -> Bool {
    cells.allSatisfy { $0.isEmpty || isWord($0) }
  }

  /// Whether a cell is neither a number nor a mark for one that is not there.
  private static func isWord(_ cell: String) -> Bool {
    NumberText().content(of: ArraySlice(cell.utf8)) == .other
  }
}
