/// A sheet as the records that a delimited text would have given: a row a record, its number the
/// line.
struct Sheet {
  let records: Records
  let oddities: SheetOddities
  /// How many cells are filled, and how many of them with numbers.
  let (filled, numbers): (Int, Int)

  /// Whether it looks like a table of figures rather than a cover or notes.
  var isTable: Bool { filled >= 4 && numbers * 4 >= filled }

  /// The records of some cells.
  ///
  /// Merged cells are filled with what stands in the first: down, and to the right where the row has
  /// more than them, so that a title stays a title. A number is not multiplied.
  ///
  /// - Throws: `SheetFault` where the cells would fill the memory with nothing.
  init(_ cells: SheetCells) throws(SheetFault) {
    var oddities = cells.oddities
    let spread = Self.spread(cells, &oddities)
    let width = (cells.cells.map(\.column).max() ?? -1) + 1
    let all = (cells.cells + spread).sorted { ($0.row, $0.column) < ($1.row, $1.column) }
    let rows = all.reduce(into: (count: 0, last: -1)) { rows, cell in
      if cell.row != rows.last { rows = (rows.count + 1, cell.row) }
    }.count
    guard rows * width <= max(1 << 22, all.count * 64) else {
      throw SheetFault(
        summary: "its \(all.count) filled cells are strewn over \(rows) rows and \(width) columns",
        remedy: "Delete what stands far from the table.")
    }
    var records = Records()
    cells.text.withUnsafeBufferPointer { text in
      var (index, last) = (0, -1)
      while index < all.count {
        let row = all[index].row
        // A row without a cell is a blank record.
        for blank in (last + 1)..<row { records.endRecord(begunOn: blank + 1) }
        for column in 0..<width {
          if index < all.count, all[index].row == row, all[index].column == column {
            records.append(text[all[index].range])
            if all[index].isNumber { records.noteNumber() }
            index += 1
          }
          records.endCell()
        }
        records.endRecord(begunOn: row + 1)
        last = row
      }
    }
    self.records = records
    self.oddities = oddities
    filled = cells.cells.count
    numbers = cells.cells.count { $0.isNumber }
  }

  /// The cells that merged areas add.
  private static func spread(
    _ cells: SheetCells, _ oddities: inout SheetOddities
  ) -> [SheetCells.Cell] {
    guard !cells.merged.isEmpty else { return [] }
    let rows = Dictionary(grouping: cells.cells, by: \.row)
    let rowNumbers = rows.keys.sorted()
    var (added, taken) = ([SheetCells.Cell](), Set<[Int]>())
    for area in cells.merged {
      let (top, left) = (area.rows.lowerBound, area.columns.lowerBound)
      guard let row = rows[top], let first = row.first(where: { $0.column == left }) else {
        continue
      }
      let isTitle = row.allSatisfy { area.columns.contains($0.column) }
      guard !first.isNumber else {
        let text = cells.text[first.range]
        if !isTitle, YearText.year(in: text) == nil {
          oddities.mergedNumbers.add(row: top, column: left)
        }
        continue
      }
      let rightmost = isTitle ? left : min(area.columns.upperBound, left + 1000)
      let (start, count) = (rowNumbers.partitioningIndex { $0 >= top }, added.count)
      for number in rowNumbers[start...] {
        guard number <= area.rows.upperBound, added.count < 1 << 22 else { break }
        let occupied = Set((rows[number] ?? []).map(\.column))
        for column in left...rightmost
        where !occupied.contains(column) && taken.insert([number, column]).inserted {
          added.append(
            SheetCells.Cell(row: number, column: column, range: first.range, isNumber: false))
        }
      }
      if added.count > count { oddities.mergedTexts.add(row: top, column: left) }
    }
    return added
  }
}

/// What makes a sheet unreadable.
struct SheetFault: Error {
  let summary: String
  let remedy: String
}

extension [Int] {
  /// The place of the first number that meets a condition, which those behind it meet as well.
  fileprivate func partitioningIndex(_ isBehind: (Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
