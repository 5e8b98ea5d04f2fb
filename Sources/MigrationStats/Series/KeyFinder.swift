/// Which of a long table's further columns tell its series apart.
struct KeyFinder {
  let table: Table
  /// The column of years; nil where there is none.
  let year: Int?
  /// Candidates of numbers, which may be measured as the values are: an upper limit, a rank.
  var measures: Set<Int> = []

  /// Sorts the candidates into keys and attributes.
  ///
  /// Where area, year and the known columns already tell every row from every other, a further
  /// column is a key only if it has one value throughout each series; otherwise all columns that
  /// vary are keys. A column with the same text in every row is neither. Where every series has one row
  /// only, a column of numbers does not tell whether it would have one value throughout.
  func keys(base: Layout.SharedColumns, candidates: [Int]) -> (keys: [Int], attributes: [Int]) {
    let varying = candidates.compactMap { column -> (column: Int, text: TextColumn)? in
      let text = TextColumn(table, column)
      return text.values.count > 1 ? (column, text) : nil
    }
    guard !varying.isEmpty else { return ([], []) }
    let known = [base.area, base.code, base.quantity, base.unit, base.vintage].compactMap(\.self)
    let columns = (known + base.keys).map { TextColumn(table, $0) }
    let years = year.map { TextColumn(table, $0) }
    var series: [[Int]: Int] = [:]
    var seriesOfRow: [Int] = []
    var seen = Set<[Int]>()
    var unique = true
    for row in 0..<table.rowCount {
      let key = columns.map { $0.codes[row] }
      let number = series[key] ?? series.count
      series[key] = number
      seriesOfRow.append(number)
      if !seen.insert([number, years?.codes[row] ?? 0]).inserted { unique = false }
    }
    guard unique else {
      // Columns that leave every series with one row do not tell series apart: rows are repeated.
      let texts = varying.map(\.text)
      let full = Set(
        (0..<table.rowCount).map { row in [seriesOfRow[row]] + texts.map { $0.codes[row] } })
      let isTelling = full.count < table.rowCount || (years?.values.count ?? 1) == 1
      return isTelling ? (varying.map(\.column), []) : ([], varying.map(\.column))
    }
    let isOneEach = series.count == table.rowCount
    var (keys, attributes) = ([Int](), [Int]())
    for (column, text) in varying {
      if isOneEach, measures.contains(column) {
        attributes.append(column)
        continue
      }
      var valueOfSeries: [Int: Int] = [:]
      let constant = (0..<table.rowCount).allSatisfy { row in
        let value = valueOfSeries[seriesOfRow[row]] ?? text.codes[row]
        valueOfSeries[seriesOfRow[row]] = value
        return value == text.codes[row]
      }
      if constant { keys.append(column) } else { attributes.append(column) }
    }
    return (keys, attributes)
  }
}
