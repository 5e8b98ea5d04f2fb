/// A place in a file: its name, the line and the column, each as far as it is known.
///
/// ```swift
/// print(Position(file: "stock.csv", line: 14, column: "2015"))  // stock.csv:14, column ‘2015’
/// ```
public struct Position: Sendable, Hashable, CustomStringConvertible {
  /// The file's name as the user gave it.
  public var file: String?
  /// The sheet of a workbook, whose rows are the lines.
  public var sheet: String?
  /// The line, counted from 1.
  public var line: Int?
  /// The column's header, or its number where it has none.
  public var column: String?

  /// A place; what is not known is left out.
  public init(
    file: String? = nil, sheet: String? = nil, line: Int? = nil, column: String? = nil
  ) {
    self.file = file
    self.sheet = sheet
    self.line = line
    self.column = column
  }

  /// The place as it is printed: `file:line, column ‘header’`, or `file:sheet!row, column ‘header’`.
  public var description: String {
    var text = file ?? ""
    if let sheet { text += text.isEmpty ? sheet : ":\(sheet)" }
    if let line {
      text += text.isEmpty ? "line \(line)" : sheet == nil ? ":\(line)" : "!\(line)"
    }
    if let column {
      text += text.isEmpty ? "column ‘\(column)’" : ", column ‘\(column)’"
    }
    return text
  }
}
