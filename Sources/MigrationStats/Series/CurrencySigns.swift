/// The signs of currencies beside the values of a table: one for all values of a column, or none.
struct CurrencySigns {
  /// The signs that stand beside values.
  let signs: Set<String>
  /// What is said of each.
  let notes: [Note]

  /// Looks at all values.
  ///
  /// - Parameters:
  ///   - groups: columns whose values are of one kind.
  ///   - numbers: the law by which the values are read.
  /// - Throws: `TidyingError` (`notANumber`) where values have several signs, or some have none.
  init(_ table: Table, _ groups: [[Int]], _ numbers: NumberText) throws(TidyingError) {
    var law = numbers
    law.currencySigns = Set(CellParts.currencySigns)
    var (signs, notes) = (Set<String>(), [Note]())
    for columns in groups {
      var first: (sign: String?, text: String, position: Position)?
      for row in 0..<table.rowCount {
        for column in columns {
          let cell = law.value(of: table.bytes(row, column))
          switch cell.content {
          case .number, .bracketed: break
          case .missing, .hyphen, .suppressed, .other: continue
          }
          let place = table.position(row, column)
          guard let first else {
            first = (cell.currency, table.text(row, column), place)
            continue
          }
          guard first.sign != cell.currency else { continue }
          throw Self.error(
            (first.text, first.sign), (table.text(row, column), cell.currency), at: place)
        }
      }
      guard let first, let sign = first.sign, signs.insert(sign).inserted else { continue }
      notes.append(
        Note(
          "every value has the sign ‘\(sign)’, as ‘\(first.text)’: it is the unit where none is stated",
          at: first.position))
    }
    (self.signs, self.notes) = (signs, notes)
  }

  private static func error(
    _ first: (text: String, sign: String?), _ other: (text: String, sign: String?),
    at position: Position
  ) -> TidyingError {
    func words(_ sign: String?) -> String { sign.map { "the sign ‘\($0)’" } ?? "no such sign" }
    let isOne = first.sign == nil || other.sign == nil
    return TidyingError(
      .notANumber,
      other.sign == nil
        ? "‘\(other.text)’ has no sign of a currency, but ‘\(first.text)’ has \(words(first.sign))"
        : "‘\(other.text)’ has \(words(other.sign)), but ‘\(first.text)’ has \(words(first.sign))",
      at: position,
      remedy: isOne
        ? "Write all values with the sign, or none."
        : "Take the signs away, and name the currency of each row in a column headed ‘unit’.")
  }
}
