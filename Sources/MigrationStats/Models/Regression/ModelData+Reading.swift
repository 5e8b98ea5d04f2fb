extension Table {
  /// The reading of numbers in some columns, and a note where their decimal mark is a guess.
  func numberText(
    of columns: [ModelColumns.Column]
  ) throws(FittingError) -> (text: NumberText, note: Note?) {
    do throws(ReadingError) {
      let (mark, note) = try decimalMark(
        of: columns.map(\.index), told: options.decimalMark, delimiter: dialect.delimiter)
      let text = NumberText(
        decimalMark: mark, missingWords: options.missingWords, thousandsMark: options.thousandsMark)
      return (text, note)
    } catch {
      throw FittingError(.notANumber, error.summary, at: error.position, remedy: error.remedy)
    }
  }

  /// What the reader said, and what was set aside below the rows.
  var readingNotes: [Note] {
    notes
      + setAside.filter { $0.reason == "footer" }.map { part in
        let count = part.lines.count == 1 ? "line is" : "\(part.lines.count) lines are"
        return Note(
          "the last \(count) set aside as a footer: ‘\(part.text)’",
          at: place(line: part.lines.lowerBound))
      }
  }
}

extension ModelData {
  /// The weights of the rows, none negative and not all zero.
  ///
  /// - Throws: `FittingError` (`weights`) with the line.
  func weights(_ expression: FormulaExpression) throws(FittingError) -> [Double] {
    let weights = try nonnegativeWeights(expression)
    guard weights.contains(where: { $0 > 0 }) else { throw Self.allZero(expression, file) }
    return weights
  }

  /// All weights are zero.
  static func allZero(_ expression: FormulaExpression, _ file: String) -> FittingError {
    FittingError(
      .weights, "all weights \(expression.text) are zero", at: Position(file: file),
      remedy: "Weigh at least as many rows as there are coefficients, or leave --weights out.")
  }

  /// The weights of the rows, none negative.
  func nonnegativeWeights(_ expression: FormulaExpression) throws(FittingError) -> [Double] {
    let weights = try values(expression).map { Double($0) }
    if let row = weights.firstIndex(where: { $0 < 0 }) {
      throw FittingError(
        .weights, "the weight \(expression.text) is negative, \(Numerals.exact(weights[row]))",
        at: position(row), remedy: "Weights are inverse to variances, so zero or more.")
    }
    return weights
  }

  /// The groups that a column makes of the rows, numbered by first appearance.
  func groups(_ column: String) -> [Int] {
    func numbered<Label: Hashable>(_ labels: [Label]) -> [Int] {
      var numbers: [Label: Int] = [:]
      return labels.map { label in
        if let number = numbers[label] { return number }
        numbers[label] = numbers.count
        return numbers.count - 1
      }
    }
    return words[column].map { numbered($0.codes) } ?? numbered(numbers[column] ?? [])
  }

  /// There is no row without a missing value.
  func nothingLeft(_ formula: String) -> FittingError {
    let columns = omission.columns.map { "‘\($0)’" }.joined(separator: ", ")
    return FittingError(
      .tooFewValues, "no row has a value in every column of ‘\(formula)’",
      at: Position(file: file), remedy: "Values are missing in \(columns).")
  }
}

extension ModelData.Omission {
  /// How many rows were left out, why, and where the first are.
  var caveat: Caveat? {
    guard count > 0 else { return nil }
    let names = columns.prefix(5).map { "‘\($0)’" }.joined(separator: ", ")
    let lines = lines.map(String.init).joined(separator: ", ") + (count > lines.count ? ", …" : "")
    return Caveat(
      "omitted",
      count == 1
        ? "a row is left out, as a value is missing in \(names): line \(lines)"
        : "\(count) rows are left out, as values are missing in \(names): lines \(lines)")
  }
}
