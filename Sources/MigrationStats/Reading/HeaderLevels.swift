/// A header of two lines: periods under what they are of, what they are of under periods, or names
/// under what they all are.
///
/// ```
/// Area   Code   Stock (both sexes)         Stock (male)
///               1990          2000         1990          2000
///
/// Year   Area   Country of origin
///               Afghanistan   Albania      Algeria
/// ```
struct HeaderLevels: Sendable, Hashable {
  /// The names of the columns, those of periods with what they are of: `Stock (male), 2000`.
  let names: [String]
  /// The periods of the columns as they are written; nil where a column has none.
  let times: [String?]
  /// What the columns of periods are of; empty for the others.
  let groups: [String]
  /// What all names in the lower line are, such as `Country of origin`; nil where they are parts of
  /// the header otherwise.
  private(set) var caption: String?

  /// Reads two lines; nil where the lower is a row rather than a part of the header.
  ///
  /// A label that stands over several columns stands in the first of them, or in all where cells are
  /// merged. Without such a label the lower line is a row, and so it is with a number in it that is no
  /// year.
  init?(upper: [String], lower: [String]) {
    let width = max(upper.count, lower.count)
    let upper = upper + Array(repeating: "", count: width - upper.count)
    let lower = lower + Array(repeating: "", count: width - lower.count)
    if let caption = Self.caption(upper, lower) {
      self.caption = caption.text
      times = Array(repeating: nil, count: width)
      groups = Array(repeating: "", count: width)
      names = Array(upper[..<caption.first] + lower[caption.first...])
      return
    }
    guard let (times, groups) = Self.under(upper, lower) ?? Self.over(upper, lower) else {
      return nil
    }
    (self.times, self.groups) = (times, groups)
    names = (0..<width).map { column in
      if let time = times[column] {
        return groups[column].isEmpty ? time : "\(groups[column]), \(time)"
      }
      let (above, below) = (upper[column], lower[column])
      if below.isEmpty || above == below { return above }
      let label = groups[column].isEmpty ? above : groups[column]
      return label.isEmpty ? below : "\(label), \(below)"
    }
  }

  /// Names in the lower line where the upper has none, and one label over them.
  ///
  /// The first columns have their names in the upper line and nothing below.
  private static func caption(
    _ upper: [String], _ lower: [String]
  ) -> (text: String, first: Int)? {
    guard let first = lower.firstIndex(where: { !$0.isEmpty }), first > 0,
      upper[..<first].allSatisfy({ !$0.isEmpty }), lower[first...].count > 2,
      lower[first...].allSatisfy({ isWord($0) && !PeriodText.isPeriod($0) })
    else { return nil }
    let labels = Set(upper[first...].filter { !$0.isEmpty })
    guard labels.count == 1, let label = labels.first, !PeriodText.isPeriod(label) else {
      return nil
    }
    return (label, first)
  }

  /// Periods in the lower line, labels over them.
  private static func under(
    _ upper: [String], _ lower: [String]
  ) -> (times: [String?], groups: [String])? {
    let times = lower.map { PeriodText.isPeriod($0) ? $0 : nil }
    let columns = times.indices.filter { times[$0] != nil }
    guard columns.count > 1, let first = columns.first, !upper[first].isEmpty,
      columns.allSatisfy({ !PeriodText.isPeriod(upper[$0]) }),
      columns.contains(where: { spans(upper, $0, from: first) }),
      isWords(lower.indices.filter { times[$0] == nil }.map { lower[$0] })
    else { return nil }
    var (groups, label) = (Array(repeating: "", count: upper.count), "")
    for column in first..<upper.count {
      if !upper[column].isEmpty { label = upper[column] }
      if !lower[column].isEmpty, lower[column] != upper[column] { groups[column] = label }
    }
    return (times, groups)
  }

  /// Periods in the upper line, labels under them, the same under each.
  private static func over(
    _ upper: [String], _ lower: [String]
  ) -> (times: [String?], groups: [String])? {
    var (times, time) = ([String?](repeating: nil, count: upper.count), String?.none)
    for column in upper.indices {
      if !upper[column].isEmpty { time = PeriodText.isPeriod(upper[column]) ? upper[column] : nil }
      if !lower[column].isEmpty { times[column] = time }
    }
    let columns = times.indices.filter { times[$0] != nil }
    guard let first = columns.first, columns.contains(where: { spans(upper, $0, from: first) }),
      isWords(lower), columns.allSatisfy({ isWord(lower[$0]) }),
      columns.allSatisfy({ !PeriodText.isPeriod(lower[$0]) })
    else { return nil }
    let labels = Dictionary(grouping: columns) { times[$0] }.values.map { $0.map { lower[$0] } }
    guard let some = labels.first, Set(some).count == some.count,
      labels.allSatisfy({ Set($0) == Set(some) && $0.count == some.count })
    else { return nil }
    return (times, upper.indices.map { times[$0] == nil ? "" : lower[$0] })
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
