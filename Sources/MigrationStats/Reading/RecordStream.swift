/// The records of a delimited text exactly as they are parsed.
///
/// Nothing is repaired, taken for a header or made of any type; line breaks within cells are LF. Text in
/// UTF-8 is read block by block and never held as a whole.
///
/// ```swift
/// let tally = try RecordStream(.file("examples/my.csv")).forEach { block in
///   print(block.count, block.line(of: 0))  // 8 1
/// }
/// print(tally.read)  // 8
/// ```
public struct RecordStream: Sendable {
  /// The records that are complete in a block.
  ///
  /// ```swift
  /// _ = try RecordStream(.file("examples/my.csv")).forEach { block in
  ///   print(block.width(of: 1), String(decoding: block.bytes(1, 0), as: UTF8.self))  // 4 World
  /// }
  /// ```
  public struct Block: Sendable {
    fileprivate let records: Records
    fileprivate let kept: [Int]

    /// The number of records.
    public var count: Int { kept.count }

    /// The number of cells of a record.
    public func width(of record: Int) -> Int { records.width(of: kept[record]) }

    /// The bytes of a cell, unquoted, in UTF-8.
    public func bytes(_ record: Int, _ cell: Int) -> ArraySlice<UInt8> {
      records.text[records.range(kept[record], cell)]
    }

    /// The line on which a record begins.
    public func line(of record: Int) -> Int { records.line(of: kept[record]) }
  }

  /// What went by.
  public struct Tally: Sendable, Hashable {
    /// How many records there were, lines of comment and the separator line among them.
    public internal(set) var read = 0
    /// How many records were given to the body, by their number of cells.
    public internal(set) var given: [Int: Int] = [:]
    /// How many of those that were given have nothing in them.
    public internal(set) var blank = 0
    /// How many lines of comment were left out.
    public internal(set) var comments = 0
    /// Whether the first line said what parts the cells, and was left out.
    public internal(set) var hasSeparatorLine = false
    /// How many line breaks within cells are CRLF or CR in the text; all are given as LF.
    public internal(set) var foldedLineBreaks = 0
    /// How the text is written, and how that is known.
    public internal(set) var finding: DialectFinding?
    /// What was done or seen on the way, such as cells of a sheet that are empty for an error.
    public internal(set) var notes: [Note] = []

    /// Nothing yet.
    public init() {}
  }

  private let source: Source
  private let options: ReadingOptions
  private let size: Int

  /// The records of a source.
  public init(_ source: Source, options: ReadingOptions = ReadingOptions()) {
    self.init(source, options: options, size: 1 << 18)
  }

  init(_ source: Source, options: ReadingOptions, size: Int) {
    (self.source, self.options, self.size) = (source, options, size)
  }

  /// Gives the records to a body, block by block.
  ///
  /// - Parameters:
  ///   - progress: is told how far the reading of a file is, in bytes.
  ///   - body: is given a block.
  /// - Throws: `ReadingError` with the line of what cannot be parsed; what the body throws.
  /// - Complexity: O(n) in the bytes of the text; memory for a block.
  public func forEach(
    progress: Columns.Progress? = nil, _ body: (Block) throws -> Void
  ) throws -> Tally {
    let (name, size) = (source.name, source.size)
    var (tally, failure, offset, isASCII) = (Tally(), (any Error)?.none, 0, true)
    var parser: CSVParser?
    /// What is packed, or not written in UTF-8, is held as a whole.
    var held: [UInt8]?
    func give(_ records: Records, before line: Int) -> Bool {
      let kept = Self.kept(of: records, before: line, &tally)
      do {
        try body(Block(records: records, kept: kept))
      } catch {
        failure = error
      }
      return failure == nil
    }
    // A pipe is read as a file is, block by block, and but once.
    var (origin, isPipe) = (source, false)
    if case .standardInput = source { (origin, isPipe) = (.file("/dev/stdin"), true) }
    try origin.forEachBlock(of: self.size) { bytes, isLast throws(ReadingError) in
      if held != nil {
        held? += bytes
        return true
      }
      var start = 0
      if parser == nil {
        let place = Position(file: name)
        let isPlain = !SourceContent.isPacked(bytes) && Signature.ofBytes(bytes) == nil
        let text = try isPlain ? Encoding.decoded(bytes, told: options.encoding, at: place) : nil
        guard let text, text.encoding == .utf8, options.sheet == nil, options.member == nil else {
          held = bytes
          return true
        }
        start = text.start
        isASCII = !UTF8Check(bytes, from: start).hasSequences
        // Where the head does not tell, the text is looked through before the first record is given.
        if isASCII, !isLast, !isPipe, start == 0, options.encoding == nil,
          try Encoding.isPaged(source)
        {
          held = bytes
          return true
        }
        let finding = DialectFinder(bytes[start...], options: options).finding
        tally.finding = finding
        parser = CSVParser(dialect: finding.dialect)
      } else {
        try Encoding.check(
          bytes, at: Position(file: name), firstLine: parser?.line ?? 1, offset: offset,
          isASCII: &isASCII)
      }
      parser?.consume(bytes[start...])
      offset += bytes.count
      if let size { progress?(min(offset, size), size) }
      let records = (isLast ? parser?.finished() : parser?.takeComplete()) ?? Records()
      tally.foldedLineBreaks = parser?.foldedLineBreaks ?? 0
      // What was parsed before a fault is given.
      let fault = parser?.fault
      guard give(records, before: fault?.openedOn ?? .max) else { return false }
      if let fault { throw fault.error(at: Position(file: name)) }
      return true
    }
    if let held {
      let content = try SourceContent(held, name: name, options: options)
      tally.notes = content.notes
      switch content.body {
      case .sheet(let sheet):
        tally.notes += [sheet.oddities.mergedNote(at: content.place)].compactMap(\.self)
        _ = give(sheet.records, before: .max)
      case .text(let decoded):
        let text = decoded.bytes[decoded.start...]
        let finding = DialectFinder(text, options: options).finding
        tally.finding = finding
        var parser = CSVParser(dialect: finding.dialect)
        parser.consume(text)
        let records = parser.finished()
        tally.foldedLineBreaks = parser.foldedLineBreaks
        guard give(records, before: parser.fault?.openedOn ?? .max) else { break }
        if let fault = parser.fault { throw fault.error(at: content.place) }
      }
    }
    if let failure { throw failure }
    return tally
  }

  private static func kept(of records: Records, before line: Int, _ tally: inout Tally) -> [Int] {
    var kept: [Int] = []
    kept.reserveCapacity(records.count)
    for record in records.indices where records.line(of: record) < line {
      tally.read += 1
      if records.isComment(record) {
        tally.comments += 1
      } else if tally.read == 1, records.width(of: record) <= 2,
        SeparatorLine.isRecord(records.texts(of: record))
      {
        tally.hasSeparatorLine = true
      } else {
        tally.given[records.width(of: record), default: 0] += 1
        if records.isBlank(record) { tally.blank += 1 }
        kept.append(record)
      }
    }
    return kept
  }
}
