/// What the cells of a column are.
extension LayoutFinder {
  /// Whether most of the filled cells begin as numbers do: a column with a flag in one cell is a
  /// column of numbers still.
  func looksNumeric(_ column: Int) -> Bool {
    var (filled, numbers) = (0, 0)
    for row in 0..<table.rowCount {
      let cell = table.bytes(row, column).trimmed
      guard Self.anyNumber.content(of: cell) != .missing, let first = cell.first else { continue }
      filled += 1
      let second = cell.dropFirst().first
      let isSigned = "+-(.−".utf8.contains(first) && second.map { $0.isDigit || $0 > 0x7F } == true
      let mayBeAmount = first > 0x7F || "$U-".utf8.contains(first)
      if first.isDigit || isSigned || mayBeAmount && CellParts(cell).currency != nil {
        numbers += 1
      }
    }
    return numbers > 0 && 2 * numbers >= filled
  }

  /// Whether most of the column's texts are names or codes of areas.
  func holdsAreas(_ column: Int) -> Bool {
    let texts = TextColumn(table, column).values
      .filter { !$0.isEmpty && !$0.allSatisfy(\.isNumber) }
    let known = texts.count { Concordance.standard.knows($0) }
    return !texts.isEmpty && known * 5 >= texts.count * 3
  }

  /// Whether every cell is a year, a span of years or a part of a year.
  func holdsPeriods(_ column: Int) -> Bool {
    (0..<table.rowCount).allSatisfy { PeriodText.isPeriod(table.text($0, column)) }
  }

  /// Whether a column is the one in which the long form gives the spans that values are of.
  func isPeriodOfValues(_ column: Int) -> Bool {
    table.header[column] == Observation.period
      && (0..<table.rowCount).allSatisfy { row in
        let text = table.text(row, column)
        return text.isEmpty || PeriodText.isPeriod(text)
      }
  }

  /// Whether a column holds numbers, of which none begins with a nought as codes do: `0012`.
  func holdsMeasures(_ column: Int) -> Bool {
    isNumeric(column)
      && (0..<table.rowCount).allSatisfy { row in
        let cell = table.bytes(row, column).trimmed
        return cell.first != UInt8(ascii: "0") || cell.dropFirst().first?.isDigit != true
      }
  }

  /// Whether every cell holds the same text, which is no number.
  func holdsOneWord(_ column: Int) -> Bool {
    let texts = TextColumn(table, column).values
    return texts.count == 1 && texts != [""] && !isNumeric(column)
  }

  /// The first column without a known name that holds years only.
  var yearsByContent: Int? {
    table.header.indices.first { roles[$0] == nil && isYears($0) }
  }

  /// Whether every cell is a year.
  func isYears(_ column: Int) -> Bool {
    (0..<table.rowCount).allSatisfy { YearText.year(in: table.bytes($0, column)) != nil }
  }

  /// Whether every cell is a number or a word for a missing one, and at least one is a number.
  func isNumeric(_ column: Int) -> Bool {
    var found = false
    for row in 0..<table.rowCount {
      switch Self.anyNumber.content(of: table.bytes(row, column)) {
      case .number: found = true
      case .missing, .suppressed: continue
      case .other where Self.commaNumber.content(of: table.bytes(row, column)) != .other:
        found = true
      case .other:
        let parts = CellParts(table.bytes(row, column))
        guard parts.currency != nil,
          Self.anyNumber.content(of: parts.core) != .other
            || Self.commaNumber.content(of: parts.core) != .other
        else { return false }
        found = true
      }
    }
    return found
  }

  private static let anyNumber = {
    var numbers = NumberText()
    numbers.groupsByTwos = true
    return numbers
  }()
  private static let commaNumber = NumberText(decimalMark: UInt8(ascii: ","))
}
