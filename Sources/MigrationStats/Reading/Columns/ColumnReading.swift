/// What the threads read of columns, put together.
struct ColumnReading {
  /// For each column, what each thread read of it.
  private var columns: [[ColumnReader]]
  /// What went by besides rows.
  let passed: TextParts.Passed

  init(threads: [[ColumnReader]], passed: TextParts.Passed) {
    let count = threads.first?.count ?? 0
    columns = (0..<count).map { column in threads.map { $0[column] } }
    self.passed = passed
  }

  func deallocate() { for reader in columns.joined() { reader.deallocate() } }

  /// Puts what was read again in the place of what was there before; whether there is such.
  mutating func replace(_ places: [Int], by other: ColumnReading?) -> Bool {
    guard let other else { return false }
    for (index, place) in places.enumerated() {
      for reader in columns[place] { reader.deallocate() }
      columns[place] = other.columns[index]
    }
    return true
  }

  /// What each column has to be, as far as its parts tell.
  ///
  /// A column without a number is one of texts, where NA is a code and no missing value. With
  /// semicolons between cells a dot may group digits, so that a closer look is needed.
  func guesses(_ delimiter: UInt8) -> [ColumnReader.Guess] {
    columns.indices.map { column in
      let read = pieces(of: column).map(\.piece)
      guard read.contains(where: { $0.gaps.count < $0.values.count }) else { return .texts }
      let kinds = read.map(\.values)
      if kinds.contains(where: \.areCodes) { return .texts }
      guard kinds.contains(where: \.areDecimals) else { return .whole }
      let fits = kinds.allSatisfy { $0.fitDoubles }
      return fits && delimiter != UInt8(ascii: ";") ? .decimals : .texts
    }
  }

  /// Whether all parts of a column were read as texts.
  func areTexts(_ column: Int) -> Bool { pieces(of: column).allSatisfy(\.piece.values.areCodes) }

  /// Whether a column is one of decimals.
  func areDecimals(_ column: Int) -> Bool {
    pieces(of: column).contains(where: \.piece.values.areDecimals)
  }

  private func pieces(of column: Int) -> [ColumnReader.Piece] {
    columns[column].flatMap(\.pieces).sorted { $0.part < $1.part }
  }

  // MARK: Texts

  /// The distinct texts of a column of texts by first appearance, and for each thread what takes its
  /// codes to their places.
  private func texts(of column: Int) -> (texts: [ArraySlice<UInt8>], maps: [[UInt32]]) {
    CellDictionary.merged(columns[column].map(\.dictionary))
  }

  /// What the texts of columns are together.
  ///
  /// - Throws: `ReadingError`.
  func types(_ options: ReadingOptions, _ parts: TextParts) throws(ReadingError) -> ColumnTypes {
    let place = Position(file: parts.path)
    return try ColumnTypes(
      columns.indices.map { areTexts($0) ? texts(of: $0).texts : [] }, options: options,
      delimiter: parts.head.form.delimiter
    ) { _, _ in place }
  }

  /// The columns, of the types decided on.
  func columns(
    _ names: [String], _ types: ColumnTypes, _ options: ReadingOptions
  ) -> [Column] {
    columns.indices.map { column in
      let pieces = pieces(of: column)
      guard areTexts(column) else {
        let hasDecimals = areDecimals(column)
        return Column(
          names[column], hasDecimals ? .decimals : .wholeNumbers,
          pieces.map { hasDecimals ? $0.piece.asDecimals : $0.piece })
      }
      let (texts, maps) = texts(of: column)
      var threads: [Int: Int] = [:]
      for (thread, reader) in columns[column].enumerated() {
        for piece in reader.pieces { threads[piece.part] = thread }
      }
      if let cells = types.cells[column] {
        let hasDecimals = cells.contains { if case .decimal = $0 { true } else { false } }
        return Column(
          names[column], hasDecimals ? .decimals : .wholeNumbers,
          pieces.map { piece in
            guard case .codes(let codes, _) = piece.piece.values else { return piece.piece }
            let map = maps[threads[piece.part] ?? 0]
            return Column.Piece(
              cells, codes: codes.map { Int(map[Int($0)]) }, asDecimals: hasDecimals)
          })
      }
      return Column(
        names[column],
        pieces.map { piece in
          guard case .codes(let codes, _) = piece.piece.values else { return piece.piece }
          return Column.Piece(values: .codes(codes, map: threads[piece.part] ?? 0), gaps: [])
        },
        texts: texts.map { String(decoding: $0, as: UTF8.self) }, maps: maps,
        statuses: ColumnTypes.statuses(texts, options))
    }
  }
}

extension Column.Piece {
  /// The same with decimals in the place of whole numbers, each of which a double holds.
  fileprivate var asDecimals: Column.Piece {
    let decimals: [Double] =
      switch values {
      case .narrow(let values): values.map { Double($0) }
      case .whole(let values): values.map { Double($0) }
      case .decimals(let values): values
      case .codes: []
      }
    return Column.Piece(values: .decimals(decimals), gaps: gaps)
  }
}

extension Column.Piece.Values {
  fileprivate var areCodes: Bool { if case .codes = self { true } else { false } }
  fileprivate var areDecimals: Bool { if case .decimals = self { true } else { false } }
  /// Whether doubles hold all whole numbers.
  fileprivate var fitDoubles: Bool {
    guard case .whole(let values) = self else { return true }
    return values.allSatisfy { Int64(exactly: Double($0)) == $0 }
  }
}
