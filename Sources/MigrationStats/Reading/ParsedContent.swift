/// What a source holds as records, and how they were written.
struct ParsedContent {
  /// The records.
  let records: Records
  /// How they were written, and how that is known.
  let finding: DialectFinding
  /// Whether keys were packed into the first cell, as only Eurostat packs them.
  let hasPackedKeys: Bool
  /// Whether the text ended in the middle of a line.
  let endsWithoutLineBreak: Bool

  /// Parses a text, or takes the records of a sheet.
  ///
  /// - Throws: `ReadingError` (`quoting`).
  init(_ content: SourceContent, options: ReadingOptions) throws(ReadingError) {
    switch content.body {
    case .sheet(let sheet):
      (records, finding, hasPackedKeys) = (sheet.records, .ofSheet, false)
      endsWithoutLineBreak = false
    case .text(let decoded):
      let text = decoded.bytes[decoded.start...]
      var finding = DialectFinder(text, options: options).finding
      var parser = CSVParser(dialect: finding.dialect)
      parser.consume(text)
      var records = parser.finished()
      if let fault = parser.fault { throw fault.error(at: content.place) }
      let keys = PackedKeys(records)
      if let keys {
        records = try keys.unpacked(records, at: content.place)
        finding.parts.append(keys.part)
      } else if let labels = LabelledCells(records) {
        records = labels.unpacked(records)
        finding.parts.append(labels.part)
      }
      (self.records, self.finding, hasPackedKeys) = (records, finding, keys != nil)
      endsWithoutLineBreak = text.last != UInt8(ascii: "\n") && text.last != UInt8(ascii: "\r")
    }
  }
}

extension CSVParser.Fault {
  /// The error that it is.
  func error(at place: Position) -> ReadingError {
    if neverClosed {
      return ReadingError(
        .quoting, "a quote opens a cell here and is never closed", at: place.on(line: openedOn),
        remedy: "Close the quote, or double it (\"\") if it is part of the text.")
    }
    return ReadingError(
      .quoting, "text follows a closing quote; the cell was opened on line \(openedOn)",
      at: place.on(line: line),
      remedy: "Double a quote that is part of the text (\"\"), or put the whole cell in quotes.")
  }
}
