/// The rows of a file that is read block by block, and need not be held.
struct RecordBlocks: Sendable {
  /// The rows that are complete in a block.
  struct Block: CellRows {
    fileprivate let place: Position
    fileprivate let records: Records
    fileprivate let rows: [Int]
    fileprivate let header: [String]
    /// The number of rows below the header before these.
    let firstRow: Int

    var label: String { place.description }
    var rowCount: Int { rows.count }

    func bytes(_ row: Int, _ column: Int) -> ArraySlice<UInt8> {
      records.text[records.range(rows[row], column)]
    }

    func position(_ row: Int, _ column: Int?) -> Position {
      Position(
        file: place.file, sheet: place.sheet, line: line(row, column ?? 0),
        column: column.map { header[$0].isEmpty ? "\($0 + 1)" : header[$0] })
    }

    func line(_ row: Int, _ column: Int) -> Int { records.line(of: rows[row], cell: column) }

    func isNumber(_ row: Int, _ column: Int) -> Bool { records.isNumber(rows[row], column) }

    func plainNumber(_ row: Int, _ column: Int, mark: UInt8) -> Double? {
      records.plainNumber(rows[row], column, mark: mark)
    }
  }

  /// The file, and the member or sheet in it.
  let place: Position
  /// How it is written, and how that is known.
  let finding: DialectFinding
  /// How it is written.
  var dialect: Dialect { finding.dialect }
  /// The names of the columns.
  let header: [String]
  /// What its reader ought to know.
  let notes: [Note]

  private let size: Int
  private let text: Text
  /// Which of the records is the header.
  private let headerRecord: Int

  /// Where the records come from.
  private enum Text {
    /// A text in UTF-8 that begins at an offset.
    case source(Source, start: Int)
    /// The cells of a sheet.
    case sheet(Records)
  }

  /// Reads the head of a source: how it is written, and its header.
  ///
  /// What is packed, or not written in UTF-8, is held as a whole.
  ///
  /// - Parameter size: how many bytes are read at a time; the header has to lie in the first block.
  /// - Throws: `ReadingError`.
  init(
    _ source: Source, options: ReadingOptions, size: Int = 1 << 22
  ) throws(ReadingError) {
    self.size = size
    var head: (bytes: [UInt8], isWhole: Bool) = ([], true)
    try source.forEachBlock(of: size) { bytes, isLast in
      head = (bytes, isLast)
      return false
    }
    let isPlain = head.isWhole ? false : try Self.isPlain(head.bytes, source, options)
    let content = try SourceContent(
      isPlain || head.isWhole ? head.bytes : try source.load(), name: source.name, options: options)
    (place, notes) = (content.place, content.notes)
    let finding: DialectFinding
    let records: Records
    switch content.body {
    case .sheet(let sheet):
      (finding, records, text) = (.ofSheet, sheet.records, .sheet(sheet.records))
    case .text(let decoded):
      let bytes = decoded.bytes[decoded.start...]
      finding = DialectFinder(bytes, options: options).finding
      text =
        isPlain
        ? .source(source, start: decoded.start)
        : .source(.bytes(decoded.bytes, name: source.name), start: decoded.start)
      var parser = CSVParser(dialect: finding.dialect)
      let beginning = isPlain ? bytes : bytes.prefix(size)
      parser.consume(beginning)
      let isAll = !isPlain && beginning.count == bytes.count
      records = isAll ? parser.finished() : parser.takeComplete()
      if let fault = parser.fault { throw fault.error(at: content.place) }
    }
    self.finding = finding
    let frame = try TableFrame(records, at: content.place, finding: finding)
    (header, headerRecord) = (frame.header, frame.headerRecord)
  }

  /// Whether a file can be read block by block: a text in UTF-8, as far as its head tells.
  private static func isPlain(
    _ head: [UInt8], _ source: Source, _ options: ReadingOptions
  ) throws(ReadingError) -> Bool {
    guard !SourceContent.isPacked(head), Signature.ofBytes(head) == nil else { return false }
    let text = try Encoding.decoded(
      head, told: options.encoding, at: Position(file: source.name))
    return text.encoding == .utf8
  }

  /// Gives the rows to a body, block by block, until it has enough.
  ///
  /// - Throws: `ReadingError` with the line of what cannot be read.
  /// - Complexity: O(n) in the bytes of the file; memory for a block.
  func forEach(_ body: (Block) -> Bool) throws(ReadingError) {
    var pass = Pass(header: headerRecord, columns: header.count)
    guard case .source(let source, let start) = text else {
      if case .sheet(let records) = text {
        let rows = try pass.rows(of: records, at: place, finding: finding)
        try pass.end()
        _ = body(Block(place: place, records: records, rows: rows, header: header, firstRow: 0))
      }
      return
    }
    var parser = CSVParser(dialect: dialect)
    var (offset, isASCII) = (0, true)
    try source.forEachBlock(of: size) { bytes, isLast throws(ReadingError) in
      if offset > 0 {
        try Encoding.check(
          bytes, at: place, firstLine: parser.line, offset: offset, isASCII: &isASCII)
      } else {
        isASCII = !UTF8Check(bytes, from: start).hasSequences
      }
      parser.consume(bytes[(offset == 0 ? start : 0)...])
      offset += bytes.count
      let records = isLast ? parser.finished() : parser.takeComplete()
      if let fault = parser.fault { throw fault.error(at: place) }
      let firstRow = pass.rowCount
      let rows = try pass.rows(of: records, at: place, finding: finding)
      if isLast { try pass.end() }
      return body(
        Block(place: place, records: records, rows: rows, header: header, firstRow: firstRow))
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
      of records: Records, at place: Position, finding: DialectFinding
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
          records, record, columns: columns, at: place, finding: finding)
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
