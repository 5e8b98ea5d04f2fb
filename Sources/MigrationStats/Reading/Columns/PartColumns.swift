/// The columns of a plain text that is read in parts.
struct PartColumns {
  private let parts: TextParts
  private let options: ReadingOptions
  private let names: ColumnNames

  init(_ parts: TextParts, options: ReadingOptions) {
    (self.parts, self.options) = (parts, options)
    let head = parts.head
    names = ColumnNames(
      header: head.form.header,
      place: Position(file: parts.path, line: head.records.line(of: head.headerRecord)))
  }

  /// The columns; nil where the text turns out to be one that only `Table` reads.
  ///
  /// - Throws: `ReadingError`.
  func columns(
    named wanted: [String]?, threads: Int, progress: Columns.Progress?
  ) throws(ReadingError) -> Columns? {
    let columns = try names.columns(named: wanted)
    // Plain digits are not what they are where words are told, or where the comma is the decimal mark.
    let isTold =
      !(options.missingWords + options.suppressedWords + options.nilWords).isEmpty
      || options.decimalMark == UInt8(ascii: ",") || options.thousandsMark == .dot
    guard
      var reading = try read(
        columns, guesses: columns.map { _ in isTold ? .texts : .whole }, threads, progress)
    else { return nil }
    defer { reading.deallocate() }
    guard let frame = PartFrame(parts, reading.passed) else { return nil }
    // What was taken for numbers and is not, or may be read two ways, is read again as texts.
    let again = reading.guesses(parts.head.form.dialect.delimiter).map { $0 == .texts }
    let late = columns.indices.filter { again[$0] && !reading.areTexts($0) }
    if !late.isEmpty {
      guard
        try reading.replace(
          late,
          by: read(late.map { columns[$0] }, guesses: late.map { _ in .texts }, threads, progress))
      else { return nil }
    }
    guard var typed = try? reading.types(options, parts) else { return nil }
    // A mark in numbers that are written in another way has to be looked at with all decimals.
    let plain = columns.indices.filter { reading.areDecimals($0) }
    if typed.hasMarks, !plain.isEmpty {
      guard
        try reading.replace(
          plain,
          by: read(plain.map { columns[$0] }, guesses: plain.map { _ in .texts }, threads, progress)
        ),
        let all = try? reading.types(options, parts)
      else { return nil }
      typed = all
    }
    // A guess is told with the place it was seen at, which only a table knows.
    guard typed.note == nil else { return nil }
    let place = Position(file: parts.path)
    return Columns(
      name: parts.path, header: names.header,
      columns: reading.columns(columns.map { names.name($0) }, typed, options),
      rowCount: frame.account.kept, finding: parts.head.finding, setAside: frame.setAside,
      account: frame.account,
      notes: parts.head.finding.notes(at: place) + Columns.footers(frame.setAside, at: place))
  }

  private func read(
    _ columns: [Int], guesses: [ColumnReader.Guess], _ threads: Int,
    _ progress: Columns.Progress?
  ) throws(ReadingError) -> ColumnReading? {
    let read = try parts.forEach(threads: threads, progress: progress) {
      zip(columns, guesses).map { ColumnReader(column: $0, guess: $1) }
    } _: { readers, part, grid in
      for index in readers.indices { readers[index].read(grid, part: part) }
    }
    return read.map { ColumnReading(threads: $0.kept, passed: $0.passed) }
  }
}
