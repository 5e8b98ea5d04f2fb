/// The types of columns, decided over the distinct texts of each.
struct ColumnTypes {
  /// What each text of each column says; nil for a column of texts.
  let cells: [[TypedCell]?]
  /// What is a guess.
  let note: Note?

  /// Whether any mark stands in a column of numbers, so that all have to be looked at together.
  let hasMarks: Bool

  /// Decides.
  ///
  /// All columns of numbers have one decimal mark, which all their texts tell together.
  ///
  /// - Parameters:
  ///   - texts: the distinct texts of each column.
  ///   - areNumbers: whether each is a number by its type, which has no mark; nil where none is.
  ///   - position: where a text of a column first stands.
  /// - Throws: `ReadingError` (`noTable`) where the marks contradict one another or may be read two ways.
  init(
    _ texts: [[ArraySlice<UInt8>]], areNumbers: [[Bool]]? = nil, options: ReadingOptions,
    delimiter: UInt8,
    position: (_ column: Int, _ text: Int) -> Position
  ) throws(ReadingError) {
    let implied: UInt8? =
      switch options.thousandsMark {
      case .comma: UInt8(ascii: ".")
      case .dot: UInt8(ascii: ",")
      default: nil
      }
    let told = options.decimalMark ?? implied
    let marks = told.map { [$0] } ?? [UInt8(ascii: "."), UInt8(ascii: ",")]
    let laws = marks.map { NumberText(options, decimalMark: $0) }
    let typed = laws[0].ofNumbers()
    func isTyped(_ column: Int, _ text: Int) -> Bool { areNumbers?[column][text] == true }
    var (evidence, hasMarks) = (DecimalMark(), false)
    var candidates: [Bool] = []
    for column in texts.indices {
      let isNumeric = Self.areNumbers(
        texts[column].indices.lazy.map { text in
          (isTyped(column, text) ? [typed] : laws).map { TypedCell(texts[column][text], $0) }
        })
      candidates.append(isNumeric)
      guard isNumeric else { continue }
      for text in texts[column].indices {
        let cell = texts[column][text]
        if isTyped(column, text) || cell.allSatisfy(\.isDigit) { continue }
        hasMarks = hasMarks || cell.contains { ".,".utf8.contains($0) }
        evidence.consider(cell, at: position(column, text))
      }
    }
    self.hasMarks = hasMarks
    let mark: UInt8
    if let told {
      (mark, note) = (told, nil)
    } else {
      (mark, note) = try evidence.decided(delimiter: delimiter)
    }
    let law = NumberText(options, decimalMark: mark)
    cells = texts.indices.map { column in
      guard candidates[column] else { return nil }
      return Self.numbers(
        texts[column].indices.map { text in
          TypedCell(texts[column][text], isTyped(column, text) ? typed : law)
        })
    }
  }

  /// Whether every text is a number by one of some laws, or a word for none, and one is a number.
  ///
  /// - Parameter readings: for each text, what it says by each law.
  private static func areNumbers(_ readings: some Sequence<[TypedCell]>) -> Bool {
    var hasNumber = false
    for cells in readings {
      if cells.allSatisfy({ $0 == .text }) { return false }
      hasNumber = hasNumber || cells.contains { $0.isNumber }
    }
    return hasNumber
  }

  /// The cells, where all are numbers; whole ones among decimals only where a double holds them.
  private static func numbers(_ cells: [TypedCell]) -> [TypedCell]? {
    guard !cells.contains(.text), cells.contains(where: \.isNumber) else { return nil }
    let hasDecimals = cells.contains { if case .decimal = $0 { true } else { false } }
    if hasDecimals, !cells.allSatisfy(\.fitsDouble) { return nil }
    return cells
  }

  /// The statuses of texts: only what is empty or told to be missing has no value.
  static func statuses(
    _ texts: [ArraySlice<UInt8>], _ options: ReadingOptions
  ) -> [Column.Status] {
    let missing = Set(options.missingWords.map { Array($0.utf8) })
    let suppressed = Set(options.suppressedWords.map { Array($0.utf8) })
    return texts.map { text in
      if text.isEmpty || missing.contains(Array(text)) { return .missing }
      return suppressed.contains(Array(text)) ? .suppressed : .present
    }
  }
}

extension TypedCell {
  /// Whether the cell is a number.
  var isNumber: Bool {
    switch self {
    case .whole, .decimal: true
    case .missing, .suppressed, .text: false
    }
  }

  /// Whether a double holds it, if it is a whole number.
  var fitsDouble: Bool {
    guard case .whole(let number) = self else { return true }
    return Int64(exactly: Double(number)) == number
  }
}

extension Column.Piece {
  /// The values of rows whose texts say what they are.
  ///
  /// - Parameters:
  ///   - cells: what each text says.
  ///   - codes: for each row, the place of its text.
  init(_ cells: [TypedCell], codes: some Collection<Int>, asDecimals: Bool) {
    var gaps: [Gap] = []
    var (whole, decimals) = ([Int64](), [Double]())
    for (row, code) in codes.enumerated() {
      var (number, value) = (Int64(0), 0.0)
      switch cells[code] {
      case .whole(let found): (number, value) = (found, Double(found))
      case .decimal(let found): value = found
      case .missing: gaps.append(Gap(row: UInt32(row), isSuppressed: false))
      case .suppressed: gaps.append(Gap(row: UInt32(row), isSuppressed: true))
      case .text: continue
      }
      if asDecimals { decimals.append(value) } else { whole.append(number) }
    }
    self.init(values: asDecimals ? .decimals(decimals) : .whole(whole), gaps: gaps)
  }
}
