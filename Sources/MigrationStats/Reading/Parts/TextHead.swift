/// The head of a plain text: what its rows look like, and where they begin.
struct TextHead {
  /// How the rows are made up.
  let form: TextForm
  /// How the text is written, and how that is known.
  let finding: DialectFinding
  /// The records up to the header.
  let records: Records
  /// The cells of the first row.
  let row: [[UInt8]]
  /// Which of them is the header.
  let headerRecord: Int
  /// Where the first record behind the header begins, and its line.
  let (start, line): (Int, Int)

  /// Reads the head of a file; nil where it is anything but a plain text in UTF-8 with a header of one
  /// line, which only `Table` reads.
  ///
  /// - Parameters:
  ///   - bytes: the beginning of the file, up to the end of a line.
  ///   - isWhole: whether the file has no more.
  init?(_ bytes: [UInt8], isWhole: Bool, name: String, options: ReadingOptions) {
    guard !SourceContent.isPacked(bytes), Signature.ofBytes(bytes) == nil, options.sheet == nil,
      options.member == nil,
      let text = try? Encoding.decoded(
        bytes, told: options.encoding, at: Position(file: name)), text.encoding == .utf8,
      text.notes.isEmpty
    else { return nil }
    let finding = DialectFinder(bytes[text.start...], options: options).finding
    let dialect = finding.dialect
    guard dialect.escape == nil, dialect.comment == nil else { return nil }
    var parser = CSVParser(dialect: dialect)
    parser.consume(bytes[text.start...])
    let records = isWhole ? parser.finished() : parser.takeComplete()
    guard parser.fault == nil, PackedKeys(records) == nil,
      let frame = try? TableFrame(records, at: Position(file: name), finding: finding),
      frame.levels == nil, frame.tags == nil,
      let width = Self.commonestWidth(of: frame.rows, in: records),
      let start = Self.start(of: frame.headerRecord + 1, in: bytes, from: text.start, dialect),
      records.indices.contains(frame.headerRecord + 1)
    else { return nil }
    form = TextForm(dialect: dialect, header: frame.header, width: width)
    guard width >= form.columns, form.columns > 1,
      let row = frame.rows.first(where: {
        records.indices.contains($0) && records.width(of: $0) == width
      }),
      records.filledCells(of: row, upTo: 2) == 2
    else { return nil }
    let cells = { (record: Int) in
      (0..<records.width(of: record)).map { Array(records.text[records.range(record, $0)]) }
    }
    self.row = cells(row)
    var first = Records()
    for record in 0...frame.headerRecord {
      first.append(cells(record), begunOn: records.line(of: record))
    }
    (self.finding, self.records, headerRecord) = (finding, first, frame.headerRecord)
    (self.start, line) = (start, records.line(of: frame.headerRecord + 1))
  }

  private static func commonestWidth(of rows: [Int], in records: Records) -> Int? {
    let counts = rows.reduce(into: [Int: Int]()) { counts, row in
      if records.indices.contains(row) { counts[records.width(of: row), default: 0] += 1 }
    }
    return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
  }

  /// Where a record begins; nil where quotes stand in the way.
  private static func start(
    of record: Int, in bytes: [UInt8], from start: Int, _ dialect: Dialect
  ) -> Int? {
    // The parser says line by line where the records before it end.
    var (parser, next, done) = (CSVParser(dialect: dialect), start, 0)
    while done < record, next < bytes.count {
      let isBreak = { (byte: UInt8) in byte == 10 || byte == 13 }
      var end = bytes[next...].firstIndex(where: isBreak).map { $0 + 1 } ?? bytes.count
      if bytes[end - 1] == 13, end < bytes.count, bytes[end] == 10 { end += 1 }
      parser.consume(bytes[next..<end])
      done += parser.takeComplete().count
      next = end
    }
    return done == record ? next : nil
  }
}
