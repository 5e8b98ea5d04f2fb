/// What in a sheet its reader ought to know, each with where it was first seen and how often.
struct SheetOddities {
  /// One kind of oddity.
  struct Kind {
    private(set) var count = 0
    private(set) var first: (row: Int, column: Int?)?
    private(set) var text = ""

    mutating func add(row: Int, column: Int? = nil, text: [UInt8] = []) {
      count += 1
      guard first == nil else { return }
      first = (row, column)
      self.text = String(decoding: text, as: UTF8.self)
    }

    /// The first cell by its name, and how many there are besides.
    fileprivate var cells: String {
      guard let first else { return "" }
      let more = count > 1 ? " and \(count - 1) more" : ""
      return SheetOddities.name(row: first.row, column: first.column ?? 0) + more
    }
  }

  /// Errors of formulas, such as #N/A.
  var errors = Kind()
  /// Formulas whose results are not in the file.
  var uncomputed = Kind()
  /// Numbers shown as per cent.
  var percentages = Kind()
  /// Numbers shown as days that there are not.
  var impossibleDays = Kind()
  /// Rows that are not shown.
  var hiddenRows = Kind()
  /// Merged cells with a number for several.
  var mergedNumbers = Kind()
  /// Merged cells whose text stands for several.
  var mergedTexts = Kind()

  /// Whether cells were emptied that hold something.
  var holdsLost: Bool { errors.count + uncomputed.count > 0 }

  /// The notes, at places of a sheet.
  func notes(_ place: (_ line: Int?) -> Position) -> [Note] {
    func note(_ kind: Kind, _ text: String) -> Note? {
      kind.first.map { Note(text, at: place($0.row + 1)) }
    }
    return [
      note(errors, "the error ‘\(errors.text)’ is taken as missing: \(errors.cells)"),
      note(
        uncomputed,
        "a formula has no result in the file and is taken as missing: \(uncomputed.cells); open the "
          + "workbook in a spreadsheet and save it to have them computed"),
      note(
        percentages,
        "shown as per cent, read as the fraction that the cell holds: \(percentages.cells)"),
      note(
        impossibleDays,
        "shown as a date that there is not, read as a number: \(impossibleDays.cells)"),
      note(
        mergedNumbers,
        "merged cells hold one number for several; only the first is read: \(mergedNumbers.cells)"),
      note(
        hiddenRows,
        hiddenRows.count == 1
          ? "a hidden row is read as the others are"
          : "\(hiddenRows.count) hidden rows are read as the others are"),
    ].compactMap(\.self)
  }

  /// The note on merged cells for a reader of records, which are not as the file has them.
  func mergedNote(at place: Position) -> Note? {
    mergedTexts.first.map {
      Note(
        "the text of merged cells stands in each cell that they cover: \(mergedTexts.cells)",
        at: place.on(line: $0.row + 1))
    }
  }

  /// The name of a cell: `F15` for row 14 and column 5.
  static func name(row: Int, column: Int) -> String {
    var (letters, rest) = ("", column + 1)
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(ascii: "A") + UInt8((rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return "\(letters)\(row + 1)"
  }
}
