extension Table {
  /// The table of those rows of a plain text that tell something: it is laid out, and its areas, units
  /// and notes are, as those of the whole file.
  ///
  /// - Parameters:
  ///   - records: those up to the header, and the rows as wide as the text, with their lines.
  ///   - frame: what became of all records.
  init(
    _ records: Records, of parts: TextParts, _ frame: PartFrame,
    options: ReadingOptions
  ) {
    let (head, form) = (parts.head, parts.head.form)
    self.init(
      name: parts.path, records, rows: Array(head.records.count..<records.count),
      header: form.header,
      headerLine: head.records.line(of: head.headerRecord), finding: head.finding,
      options: options, setAside: frame.setAside, account: frame.account, titles: frame.titles,
      endsWithoutLineBreak: parts.endsWithoutLineBreak)
  }
}
