/// The cells of a sheet as its XML has them, in the order of rows and columns.
struct SheetCells: XMLHandler {
  /// A cell that is filled.
  struct Cell {
    /// The row and the column, from 0.
    let (row, column): (Int, Int)
    /// Where its text lies in `text`.
    let range: Range<Int>
    /// Whether it holds a number that stands for nothing but itself.
    let isNumber: Bool
  }

  /// A rectangle of cells that is shown as one.
  struct Area: Hashable {
    let rows: ClosedRange<Int>
    let columns: ClosedRange<Int>
  }

  /// The texts of the cells, joined.
  private(set) var text: [UInt8] = []
  private(set) var cells: [Cell] = []
  private(set) var merged: [Area] = []
  private(set) var oddities = SheetOddities()
  /// What makes the sheet no sheet.
  private(set) var fault: String?

  private let strings: SharedStrings
  private let formats: CellFormats
  private let dates: SheetDate

  // The cell that is being read.
  private var (row, column) = (-1, -1)
  private var type = CellType.number
  private var format = 0
  private var value: [UInt8] = []
  private var inline = RichText()
  private var (isValue, isInline, hasFormula, hasValue) = (false, false, false, false)

  private enum CellType { case number, shared, text, inline, truth, error, day }

  init(strings: SharedStrings, formats: CellFormats, dates: SheetDate) {
    (self.strings, self.formats, self.dates) = (strings, formats, dates)
  }

  // MARK: Elements

  mutating func begin(_ element: XMLElement) -> Bool {
    if isInline { inline.begin(element) }
    if element.isNamed("c") { return beginCell(element) }
    if element.isNamed("v") {
      (isValue, hasValue) = (true, true)
    } else if element.isNamed("f") {
      hasFormula = true
    } else if element.isNamed("is") {
      (isInline, inline) = (true, RichText())
    } else if element.isNamed("row") {
      return beginRow(element)
    } else if element.isNamed("mergeCell") {
      if let area = element.bytes("ref").flatMap(Self.area) { merged.append(area) }
    }
    return true
  }

  mutating func end(_ name: UnsafePointer<CChar>) -> Bool {
    if isInline { inline.end(name) }
    if XMLPass.equal(name, "v") {
      isValue = false
    } else if XMLPass.equal(name, "is") {
      isInline = false
      value = inline.plain
    } else if XMLPass.equal(name, "c") {
      endCell()
      return fault == nil
    }
    return true
  }

  mutating func take(_ text: UnsafeBufferPointer<UInt8>) {
    if isValue { value.append(contentsOf: text) } else if isInline { inline.take(text) }
  }

  private mutating func beginRow(_ element: XMLElement) -> Bool {
    var next = row + 1
    if let told = element.bytes("r").flatMap(Self.number) { next = told - 1 }
    guard next > row, next < Self.mostRows else {
      fault = "row \(next + 1) follows row \(row + 1)"
      return false
    }
    (row, column) = (next, -1)
    if let hidden = element.bytes("hidden"), hidden.elementsEqual("1".utf8) {
      oddities.hiddenRows.add(row: row)
    }
    return true
  }

  private mutating func beginCell(_ element: XMLElement) -> Bool {
    var next = (row: row, column: column + 1)
    if let told = element.bytes("r") {
      guard let place = Self.place(told) else {
        fault = "‘\(String(decoding: told, as: UTF8.self))’ is no place of a cell"
        return false
      }
      next = place
    }
    guard row >= 0, next.row == row, next.column > column, next.column < Self.mostColumns else {
      fault = "the cells are not in order in row \(row + 1)"
      return false
    }
    column = next.column
    type = element.bytes("t").map(Self.type) ?? .number
    format = element.bytes("s").flatMap(Self.number) ?? 0
    value.removeAll(keepingCapacity: true)
    (isValue, isInline, hasFormula, hasValue) = (false, false, false, false)
    return true
  }

  /// As many rows and columns as Excel has.
  private static let (mostRows, mostColumns) = (1_048_576, 16_384)

  // MARK: Values

  private mutating func endCell() {
    let start = text.count
    var isNumber = false
    switch type {
    case .shared:
      guard let index = value.withUnsafeBufferPointer(Self.number), let range = strings.range(index)
      else {
        fault = "\(place) names a text that the workbook does not have"
        return
      }
      text += strings.text[range]
    case .text, .inline, .day: text += type == .inline ? value : RichText.onOneLine(value)
    case .truth: text += Array((value.first == UInt8(ascii: "1") ? "TRUE" : "FALSE").utf8)
    case .error: oddities.errors.add(row: row, column: column, text: value)
    case .number: isNumber = appendNumber()
    }
    if hasFormula, !hasValue || (value.isEmpty && type == .number) {
      oddities.uncomputed.add(row: row, column: column)
    }
    guard text[start...].contains(where: { !$0.isSpace }) else {
      text.removeLast(text.count - start)
      return
    }
    cells.append(Cell(row: row, column: column, range: start..<text.count, isNumber: isNumber))
  }

  /// Writes a number as a person would; a day as a date, where it is shown as one.
  private mutating func appendNumber() -> Bool {
    let digits = value.first == UInt8(ascii: "-") ? value.dropFirst() : value[...]
    // Digits stay as they are, more of them than a double holds among them.
    let isWhole = !digits.isEmpty && digits.count <= 300 && digits.allSatisfy(\.isDigit)
    let kind = formats.kind(format)
    if isWhole, kind == .plain, digits.count == value.count || digits.count > 15 {
      text += value
      return true
    }
    guard let number = Double(String(decoding: value, as: UTF8.self)), number.isFinite else {
      text += value
      return false
    }
    let plain = isWhole && digits.count > 15 ? value : Array(Numerals.exact(number).utf8)
    switch kind {
    case .plain, .percent:
      if kind == .percent { oddities.percentages.add(row: row, column: column) }
      text += plain
      return true
    case .date, .month, .year:
      guard let day = dates.text(number, showing: kind) else {
        oddities.impossibleDays.add(row: row, column: column)
        text += plain
        return true
      }
      text += Array(day.utf8)
      return false
    }
  }

  private var place: String { SheetOddities.name(row: row, column: column) }

  // MARK: References

  private static func type(_ name: UnsafeBufferPointer<UInt8>) -> CellType {
    func matches(_ other: StaticString) -> Bool {
      name.elementsEqual(
        UnsafeBufferPointer(start: other.utf8Start, count: other.utf8CodeUnitCount))
    }
    if matches("s") { return .shared }
    if matches("str") { return .text }
    if matches("inlineStr") { return .inline }
    if matches("b") { return .truth }
    if matches("e") { return .error }
    return matches("d") ? .day : .number
  }

  private static func number(_ digits: UnsafeBufferPointer<UInt8>) -> Int? {
    guard (1...9).contains(digits.count), digits.allSatisfy(\.isDigit) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  /// The row and column of `F15`, from 0.
  private static func place(_ reference: UnsafeBufferPointer<UInt8>) -> (row: Int, column: Int)? {
    var (index, column) = (0, 0)
    while index < reference.count, index < 3,
      (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(reference[index])
    {
      column = column * 26 + Int(reference[index] - UInt8(ascii: "A")) + 1
      index += 1
    }
    guard column > 0, let row = number(UnsafeBufferPointer(rebasing: reference[index...])), row > 0
    else { return nil }
    return (row - 1, column - 1)
  }

  /// The cells of `F15:L15`.
  private static func area(_ reference: UnsafeBufferPointer<UInt8>) -> Area? {
    guard let colon = reference.firstIndex(of: UInt8(ascii: ":")),
      let first = place(UnsafeBufferPointer(rebasing: reference[..<colon])),
      let last = place(UnsafeBufferPointer(rebasing: reference[(colon + 1)...])),
      first.row <= last.row, first.column <= last.column
    else { return nil }
    return Area(rows: first.row...last.row, columns: first.column...last.column)
  }
}
