extension Table {
  /// The table of those rows of a plain text that tell something: it is laid out, and its areas, units
  /// and notes are, as those of the whole file.
  ///
  /// - Parameters:
  ///   - rows: the rows as they stand, and their lines.
  ///   - frame: what became of all records.
  ///   - valueColumns: the columns of values, of which only those cells are taken that tell something.
  /// - Returns: nil where a row is not as it was when it was read.
  init?(
    _ rows: [(bytes: [UInt8], line: Int)], of parts: TextParts, _ frame: PartFrame,
    options: ReadingOptions, valueColumns: [Int]
  ) {
    let (head, form) = (parts.head, parts.head.form)
    var records = Records()
    for record in 0...head.headerRecord {
      records.append(
        (0..<head.records.width(of: record)).map {
          head.records.text[head.records.range(record, $0)]
        },
        begunOn: head.records.line(of: record))
    }
    let above = records.count
    var isValue = [Bool](repeating: false, count: form.width)
    for column in valueColumns { isValue[column] = true }
    for row in rows {
      var parser = CSVParser(dialect: form.dialect)
      parser.consume(row.bytes[...])
      let read = parser.finished()
      guard read.count == 1, read.width(of: 0) == form.width else { return nil }
      var seen = Set<PlainTally.Way>()
      records.append(
        (0..<form.width).map { column in
          let cell = read.text[read.range(0, column)]
          guard isValue[column] else { return cell }
          let isNew = PlainTally.Way(cell).map { seen.insert($0).inserted } ?? false
          return isNew ? cell : []
        },
        begunOn: row.line)
    }
    self.init(
      name: parts.path, records, rows: Array(above..<records.count), header: form.header,
      headerLine: head.records.line(of: head.headerRecord), finding: head.finding,
      options: options, setAside: frame.setAside, account: frame.account, titles: frame.titles,
      endsWithoutLineBreak: parts.endsWithoutLineBreak)
  }
}
