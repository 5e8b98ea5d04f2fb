extension Regression {
  /// Fits a formula by least squares to a file that is read in passes and never held.
  ///
  /// ```swift
  /// let formula = try Formula("log(value) ~ year")
  /// let fit = try Regression(formula, streaming: .file("examples/my.csv"))
  /// print(fit.coefficients[1].estimate, fit.rows == nil)  // 0.0208… true
  /// ```
  ///
  /// One pass is enough for numbers; categories and orthogonal polynomials take one before it, terms
  /// that nearly depend on one another, and errors HC0 to HC3, one after it. Whether a column holds
  /// numbers or words is told by the first rows. The observations are not held.
  ///
  /// - Parameters:
  ///   - formula: the response and its terms.
  ///   - source: the file; standard input cannot be read twice.
  ///   - reading: what is told of how the file is written.
  ///   - options: weights, standard errors and level.
  ///   - size: how many bytes are read at a time.
  /// - Throws: `FittingError` or `ReadingError`; `FittingError` (`misuse`) for what needs the rows
  ///   together: `poisson`, clusters, Newey–West.
  /// - Complexity: O(n k²) for n rows and k coefficients; memory for a block of rows.
  public init(
    _ formula: Formula, streaming source: Source, reading: ReadingOptions = ReadingOptions(),
    _ options: Options = Options(), size: Int = 1 << 22
  ) throws {
    guard options.isStreamable else {
      throw FittingError(
        .misuse,
        "\(options.standardErrors.name) errors and --family \(options.family.rawValue) take "
          + "the rows together", remedy: "Fit by least squares with classical errors or HC0 to HC3."
      )
    }
    let blocks = try RecordBlocks(source, options: reading, size: size)
    let rows = try StreamedRows(blocks, formula, reading, options)
    self = try StreamedFit(rows, formula, options).regression()
  }
}

extension Regression.Options {
  /// Whether a fit with these options can be made of rows that go by.
  public var isStreamable: Bool {
    switch standardErrors {
    case .classical, .hc0, .hc1, .hc2, .hc3: family == .gaussian
    case .cluster, .neweyWest: false
    }
  }
}

/// The rows of a file, block by block, as a formula wants them.
struct StreamedRows {
  /// The rows of a block that are fitted, all of its rows, and the weights of the former.
  struct Part {
    let data: ModelData
    let whole: ModelData
    let weights: [Double]?
    let weightless: Int
  }

  let request: ModelRequest
  let terms: FormulaTerms
  let notes: [Note]
  private let blocks: RecordBlocks
  private let columns: [ModelColumns.Column]
  private let text: NumberText

  init(
    _ blocks: RecordBlocks, _ formula: Formula, _ reading: ReadingOptions,
    _ options: Regression.Options
  ) throws {
    self.blocks = blocks
    terms = try FormulaTerms(formula, columns: blocks.header.filter { !$0.isEmpty })
    request = try ModelRequest(formula, terms, options, header: blocks.header)
    var head: RecordBlocks.Block?
    try blocks.forEach { block in
      head = block
      return false
    }
    guard let head else { throw Self.noRows(blocks.place) }
    let (mark, note) = try head.decimalMark(
      of: request.columns.map(\.index), told: reading.decimalMark,
      delimiter: blocks.dialect.delimiter)
    let text = NumberText(
      decimalMark: mark, missingWords: reading.missingWords,
      thousandsMark: reading.thousandsMark)
    let first = try ModelData(head, request.columns, text)
    self.text = text
    notes = blocks.notes + (note.map { [$0] } ?? [])
    columns = request.columns.map { column in
      var column = column
      column.use = first.words[column.name] == nil ? .numbers : .words
      return column
    }
  }

  /// There is no row at all.
  private static func noRows(_ place: Position) -> FittingError {
    FittingError(
      .tooFewValues, "there is no row", at: place, remedy: "Look at the file.")
  }

  /// Gives the rows to a body, block by block, until it has enough.
  func forEach(_ body: (Part) throws(FittingError) -> Bool) throws {
    var failure: FittingError?
    try blocks.forEach { block in
      do throws(FittingError) {
        return try body(try part(block))
      } catch {
        failure = error
        return false
      }
    }
    if let failure { throw failure }
  }

  private func part(_ block: RecordBlocks.Block) throws(FittingError) -> Part {
    let whole = try ModelData(block, columns, text)
    let data = whole.complete
    guard let expression = request.weights else {
      return Part(data: data, whole: whole, weights: nil, weightless: 0)
    }
    let weights = try data.nonnegativeWeights(expression)
    let weightless = weights.count { $0 == 0 }
    return Part(
      data: weightless > 0 ? data.keeping(weights.map { $0 > 0 }) : data, whole: whole,
      weights: weights.filter { $0 > 0 }, weightless: weightless)
  }
}
