/// Rows of cells below a header: a table, or a block of a file too large to be held.
protocol CellRows {
  /// The file, and the member or sheet in it, for messages.
  var label: String { get }
  /// The number of rows.
  var rowCount: Int { get }
  /// The bytes of a cell, unquoted.
  func bytes(_ row: Int, _ column: Int) -> ArraySlice<UInt8>
  /// Whether a cell is a number by its type, as in a workbook, and no text: marks are not its matter.
  func isNumber(_ row: Int, _ column: Int) -> Bool
  /// The number of a cell of plain digits; nil where it takes a closer look.
  func plainNumber(_ row: Int, _ column: Int, mark: UInt8) -> Double?
  /// Where a cell stands.
  func position(_ row: Int, _ column: Int?) -> Position
  /// The line on which a cell begins.
  func line(_ row: Int, _ column: Int) -> Int
}

extension Table: CellRows {}
