/// What a source holds as records, and how they were written.
struct ParsedContent {
  /// The records.
  let records: Records
  /// How they were written; the usual for a sheet, which has no delimiters.
  let dialect: Dialect
  /// What each delimiter made of the head; empty where none was tried.
  let evidence: [Dialect.Evidence]
  /// Whether the text ended in the middle of a line.
  let endsWithoutLineBreak: Bool

  /// Parses a text, or takes the records of a sheet.
  ///
  /// - Throws: `ReadingError` (`quoting`).
  init(_ content: SourceContent, options: ReadingOptions) throws(ReadingError) {
    switch content.body {
    case .sheet(let sheet):
      (records, dialect, evidence) = (sheet.records, Dialect(), [])
      endsWithoutLineBreak = false
    case .text(let decoded):
      let text = decoded.bytes[decoded.start...]
      if let delimiter = options.delimiter {
        (dialect, evidence) = (Dialect(delimiter: delimiter), [])
      } else {
        (dialect, evidence) = Dialect.detected(in: text)
      }
      var parser = CSVParser(dialect: dialect)
      parser.consume(text)
      records = parser.finished()
      if let fault = parser.fault { throw fault.error(at: content.place) }
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
