extension Table {
  /// The table of those rows of a plain text that tell something: it is laid out, and its areas, units
  /// and notes are, as those of the whole file.
  ///
  /// - Parameters:
  ///   - rows: the cells of the rows, and their lines.
  ///   - frame: what became of all records.
  init(
    _ rows: [(cells: [[UInt8]], line: Int)], of parts: TextParts, _ frame: PartFrame,
    options: ReadingOptions
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
    let phantoms = [[UInt8]](repeating: [], count: form.width - form.columns)
    for row in rows { records.append(row.cells + phantoms, begunOn: row.line) }
    self.init(
      name: parts.path, records, rows: Array(above..<records.count), header: form.header,
      headerLine: head.records.line(of: head.headerRecord), finding: head.finding,
      options: options, setAside: frame.setAside, account: frame.account, titles: frame.titles,
      endsWithoutLineBreak: parts.endsWithoutLineBreak)
  }
}
