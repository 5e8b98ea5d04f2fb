/// The values of a regression's columns.
struct ModelData: Sendable {
  /// The rows that were left out.
  struct Omission: Sendable {
    /// How many rows.
    fileprivate(set) var count = 0
    /// The lines of the first few.
    fileprivate(set) var lines: [Int] = []
    /// The columns in which something was missing, by first appearance.
    fileprivate(set) var columns: [String] = []

    /// Counts those of a further part of the file.
    mutating func add(_ other: Omission) {
      count += other.count
      lines = Array((lines + other.lines).prefix(5))
      columns = orderedUnique(columns + other.columns)
    }

    fileprivate mutating func add(line: Int, column: String) {
      count += 1
      if lines.count < 5 { lines.append(line) }
      if !columns.contains(column) { columns.append(column) }
    }
  }

  /// Words by number: each distinct one once, and its place in every row.
  struct Words: Sendable {
    fileprivate(set) var values: [String] = []
    var codes: [Int] = []
    fileprivate var known: [[UInt8]: Int] = [:]

    fileprivate mutating func code(of bytes: ArraySlice<UInt8>) -> Int {
      let key = Array(bytes)
      if let code = known[key] { return code }
      known[key] = values.count
      values.append(String(decoding: bytes, as: UTF8.self))
      return values.count - 1
    }
  }

  /// The name of the file.
  let file: String
  /// For each row, its number below the header, from 1, and its line.
  private(set) var rows: [Int] = []
  private(set) var lines: [Int] = []
  /// The columns of numbers.
  private(set) var numbers: [String: [Double]] = [:]
  /// The columns of words.
  private(set) var words: [String: Words] = [:]
  /// The rows in which a value of a column is missing.
  private var gaps: [(column: String, rows: [Int])] = []
  /// The rows that were left out for what is missing.
  private(set) var omission = Omission()

  /// The number of rows.
  var count: Int { rows.count }

  /// Reads the columns of rows of cells; what is missing stands as a zero or without a word.
  ///
  /// - Throws: `FittingError` (`notANumber`, `notFinite`) with the line and column.
  /// - Complexity: O(n) in the cells.
  init(
    _ cells: some CellRows, _ columns: [ModelColumns.Column], _ text: NumberText
  ) throws(FittingError) {
    let typed = text.ofNumbers()
    self = try Reading(cells: cells, columns: columns, text: text, typed: typed).data()
  }

  fileprivate init(file: String) { self.file = file }

  /// Where a row's cell stands.
  func position(_ row: Int, column: String? = nil) -> Position {
    Position(file: file, line: lines[row], column: column)
  }

  /// The rows in which nothing is missing.
  var complete: ModelData {
    guard !gaps.isEmpty else { return self }
    var missing = [String?](repeating: nil, count: count)
    for gap in gaps {
      for row in gap.rows where missing[row] == nil { missing[row] = gap.column }
    }
    var data = keeping(missing.map { $0 == nil })
    data.gaps = []
    for (row, column) in missing.enumerated() {
      if let column { data.omission.add(line: lines[row], column: column) }
    }
    return data
  }

  /// The rows in which none of some columns is missing, whatever is in the others.
  func present(_ columns: [String]) -> ModelData {
    var isKept = [Bool](repeating: true, count: count)
    for gap in gaps where columns.contains(gap.column) {
      for row in gap.rows { isKept[row] = false }
    }
    var data = ModelData(file: file)
    (data.rows, data.lines) = (rows, lines)
    data.numbers = numbers.filter { columns.contains($0.key) }
    return isKept.contains(false) ? data.keeping(isKept) : data
  }

  /// The rows for which something holds.
  func keeping(_ isKept: [Bool]) -> ModelData {
    func kept<Value>(_ values: [Value]) -> [Value] {
      zip(values, isKept).compactMap { $1 ? $0 : nil }
    }
    var data = self
    (data.rows, data.lines) = (kept(rows), kept(lines))
    data.numbers = numbers.mapValues(kept)
    data.words = words.mapValues { column in
      var column = column
      column.codes = kept(column.codes)
      return column
    }
    return data
  }

  // MARK: Reading

  private struct Reading<Cells: CellRows> {
    let cells: Cells
    let columns: [ModelColumns.Column]
    let text: NumberText
    /// The reading of cells that are numbers by their type.
    let typed: NumberText

    /// What a cell says.
    private func content(_ row: Int, _ column: ModelColumns.Column) -> NumberText.Content {
      (cells.isNumber(row, column.index) ? typed : text).content(
        of: cells.bytes(row, column.index))
    }

    func data() throws(FittingError) -> ModelData {
      var data = ModelData(file: cells.label)
      data.rows = Array(1...max(1, cells.rowCount))
      data.lines = (0..<cells.rowCount).map { cells.line($0, 0) }
      for column in columns {
        var missing: [Int] = []
        if try holdsWords(column) {
          data.words[column.name] = words(column, &missing)
        } else {
          var numbers = [Double](repeating: 0, count: cells.rowCount)
          for row in 0..<cells.rowCount {
            if text.readsPlainNumbers,
              let value = cells.plainNumber(row, column.index, mark: text.decimalMark)
            {
              numbers[row] = value
            } else if let value = try number(row, column) {
              numbers[row] = value
            } else {
              missing.append(row)
            }
          }
          data.numbers[column.name] = numbers
        }
        if !missing.isEmpty { data.gaps.append((column.name, missing)) }
      }
      return data
    }

    private func words(_ column: ModelColumns.Column, _ missing: inout [Int]) -> Words {
      var words = Words()
      words.codes.reserveCapacity(cells.rowCount)
      for row in 0..<cells.rowCount {
        let bytes = cells.bytes(row, column.index).trimmed
        let isMissing = content(row, column) == .missing
        if isMissing { missing.append(row) }
        words.codes.append(isMissing ? -1 : words.code(of: bytes))
      }
      return words
    }

    /// Whether a column is taken as words.
    ///
    /// A column of categories is one of numbers where all its cells are; any other may not mix.
    private func holdsWords(_ column: ModelColumns.Column) throws(FittingError) -> Bool {
      if column.use == .numbers || column.use == .words { return column.use == .words }
      var hasNumber = false
      var firstOther: Int?
      for row in 0..<cells.rowCount {
        switch content(row, column) {
        case .number: hasNumber = true
        case .missing: continue
        case .suppressed, .other:
          if YearText.year(in: cells.bytes(row, column.index)) == nil {
            firstOther = firstOther ?? row
          } else {
            hasNumber = true
          }
        }
        if hasNumber, let row = firstOther {
          if column.use == .labels { return true }
          throw notANumber(row, column)
        }
      }
      return firstOther != nil
    }

    private func number(_ row: Int, _ column: ModelColumns.Column) throws(FittingError) -> Double? {
      switch content(row, column) {
      case .number(let numeral): return numeral.value
      case .missing, .suppressed: return nil
      case .other:
        if let year = YearText.year(in: cells.bytes(row, column.index)) { return Double(year) }
        throw notANumber(row, column)
      }
    }

    private func notANumber(_ row: Int, _ column: ModelColumns.Column) -> FittingError {
      let cell = String(decoding: cells.bytes(row, column.index).trimmed, as: UTF8.self)
      let place = Position(
        file: cells.label, line: cells.line(row, column.index), column: column.name)
      let bare = cell.lowercased().drop { "+-−".contains($0) }
      if ["inf", "infinity", "∞"].contains(bare) {
        return FittingError(
          .notFinite, "‘\(cell)’ is no finite number", at: place,
          remedy: "Delete the row, or pass --missing '\(cell)' if it stands for a missing value.")
      }
      let categories =
        column.use == .either
        ? " If the column holds categories, write factor(\(FormulaExpression.quoted(column.name)))."
        : ""
      return FittingError(
        .notANumber, "‘\(cell)’ is not a number", at: place,
        remedy: "Pass --missing '\(cell)' if it stands for a missing value." + categories)
    }
  }
}
