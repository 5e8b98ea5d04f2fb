/// The rows of a file that is read block by block, and need not be held.
struct RecordBlocks: Sendable {
  /// The rows that are complete in a block.
  struct Block: CellRows {
    let name: String
    fileprivate let records: Records
    fileprivate let rows: [Int]
    fileprivate let header: [String]
    /// The number of rows below the header before these.
    let firstRow: Int

    var rowCount: Int { rows.count }

    func bytes(_ row: Int, _ column: Int) -> ArraySlice<UInt8> {
      records.text[records.range(rows[row], column)]
    }

    func position(_ row: Int, _ column: Int?) -> Position {
      Position(
        file: name, line: line(row, column ?? 0),
        column: column.map { header[$0].isEmpty ? "\($0 + 1)" : header[$0] })
    }

    func line(_ row: Int, _ column: Int) -> Int { records.line(of: rows[row], cell: column) }

    func plainNumber(_ row: Int, _ column: Int, mark: UInt8) -> Double? {
      records.plainNumber(rows[row], column, mark: mark)
    }
  }

  /// The name of the file.
  var name: String { source.name }
  /// How it is written, and how that is known.
  let finding: DialectFinding
  /// How it is written.
  var dialect: Dialect { finding.dialect }
  /// The names of the columns.
  let header: [String]

  private let source: Source
  private let size: Int
  /// Which of the records is the header.
  private let headerRecord: Int
  private let textStart: Int

  /// Reads the head of a source: how it is written, and its header.
  ///
  /// - Parameter size: how many bytes are read at a time; the header has to lie in the first block.
  /// - Throws: `ReadingError`.
  init(
    _ source: Source, options: ReadingOptions, size: Int = 1 << 22
  ) throws(ReadingError) {
    (self.source, self.size) = (source, size)
    var head: (bytes: [UInt8], isWhole: Bool) = ([], true)
    try source.forEachBlock(of: size) { bytes, isLast in
      head = (bytes, isLast)
      return false
    }
    textStart = try Encoding.textStart(of: head.bytes, file: source.name)
    let text = head.bytes[textStart...]
    let finding = DialectFinder(text, options: options).finding
    self.finding = finding
    var parser = CSVParser(dialect: finding.dialect)
    parser.consume(text)
    let records = head.isWhole ? parser.finished() : parser.takeComplete()
    if let fault = parser.fault { throw fault.error(file: source.name) }
    let frame = try TableFrame(records, file: source.name, finding: finding)
    (header, headerRecord) = (frame.header, frame.headerRecord)
  }

  /// Gives the rows to a body, block by block, until it has enough.
  ///
  /// - Throws: `ReadingError` with the line of what cannot be read.
  /// - Complexity: O(n) in the bytes of the file; memory for a block.
  func forEach(_ body: (Block) -> Bool) throws(ReadingError) {
    var parser = CSVParser(dialect: dialect)
    var pass = Pass(header: headerRecord, columns: header.count)
    var offset = 0
    try source.forEachBlock(of: size) { bytes, isLast throws(ReadingError) in
      if offset > 0 {
        try Encoding.check(bytes, file: name, firstLine: parser.line, offset: offset)
      }
      parser.consume(bytes[(offset == 0 ? textStart : 0)...])
      offset += bytes.count
      let records = isLast ? parser.finished() : parser.takeComplete()
      if let fault = parser.fault { throw fault.error(file: name) }
      let firstRow = pass.rowCount
      let rows = try pass.rows(of: records, file: name, finding: finding)
      if isLast { try pass.end() }
      return body(
        Block(name: name, records: records, rows: rows, header: header, firstRow: firstRow))
    }
  }

  /// What is known of the records that went by.
  private struct Pass {
    let header: Int
    let columns: Int
    var rowCount = 0
    private var recordCount = 0
    private var isAfterBlank = false
    /// The first record that is no row; a footer unless a row follows.
    private var pending: (fault: ReadingError, isFooter: Bool)?

    init(header: Int, columns: Int) { (self.header, self.columns) = (header, columns) }

    /// The records that are rows.
    mutating func rows(
      of records: Records, file: String, finding: DialectFinding
    ) throws(ReadingError) -> [Int] {
      var rows: [Int] = []
      rows.reserveCapacity(records.count)
      for record in records.indices {
        recordCount += 1
        if recordCount <= header + 1 { continue }
        if records.isComment(record) { continue }
        if records.isBlank(record) {
          isAfterBlank = true
          continue
        }
        let fault = TableFrame.fault(
          records, record, columns: columns, file: file, finding: finding)
        if let fault {
          let isFooter = isAfterBlank || records.filledCells(of: record, upTo: 2) < 2
          pending = pending ?? (fault, isFooter)
        } else {
          if let pending { throw pending.fault }
          rows.append(record)
        }
        isAfterBlank = false
      }
      rowCount += rows.count
      return rows
    }

    /// Refuses a last row that is cut off rather than a footer.
    func end() throws(ReadingError) {
      if let pending, !pending.isFooter { throw pending.fault }
    }
  }
}
