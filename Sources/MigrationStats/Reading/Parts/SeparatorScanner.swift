internal import CCells

/// Where the cells of a delimited text end, and what kinds of bytes it has, found 64 bytes at a time.
///
/// Quotes are respected as by `CSVParser`: a delimiter or line break between quotes parts nothing.
/// Quotes that do not stand around whole cells are not understood but noticed (`isOdd`), so that
/// such a text can be left to the parser.
struct SeparatorScanner {
  /// What was found, up to the end of the last record or, where none ends, of the text.
  struct Finding: Hashable {
    /// The number of separators.
    var count = 0
    /// The end of the last record: behind its line break; nil where no record ends at the limit or
    /// behind it.
    var end: Int?
    /// Whether a quote is open at the end of the text.
    var isOpen = false
    /// Whether a quote stands where only the parser knows what it means.
    var isOdd = false
    /// Whether there is a carriage return.
    var hasReturns = false
    /// Whether there is a NUL.
    var hasNul = false
    /// Whether there are bytes beyond ASCII.
    var isForeign = false
    /// The number of line breaks, within quotes and without: of LF, or of LF, CR and CRLF where CR
    /// breaks lines too.
    var lineBreaks = 0
  }

  /// The byte between cells.
  let delimiter: UInt8
  /// The byte around cells; NUL, which no text holds, where there is none.
  let quote: UInt8

  private let processor: Processor

  init(_ dialect: Dialect, processor: Processor = .atHand) {
    (delimiter, quote) = (dialect.delimiter, dialect.quote ?? 0)
    self.processor = processor
  }

  /// Finds the separators that stand outside quotes: delimiters and line breaks, of a CRLF the CR.
  ///
  /// - Parameters:
  ///   - bytes: the text; 64 bytes behind it can be read.
  ///   - start: where a record begins.
  ///   - count: where the text ends.
  ///   - limit: the last record is the one that ends here or is the first to end behind it.
  ///   - hasReturns: whether CR breaks lines too; takes longer.
  ///   - separators: room for a position for each byte, and sixteen more.
  /// - Complexity: O(n) in the bytes: some 6 GB a second on one processor.
  func scan(
    _ bytes: UnsafeRawPointer, from start: Int, to count: Int, limit: Int, hasReturns: Bool,
    separators: UnsafeMutablePointer<UInt32>
  ) -> Finding {
    let found = ccells_scan(
      ccells_text(
        bytes: bytes, start: start, count: count, limit: limit, delimiter: delimiter,
        quote: quote, breaks_at_returns: hasReturns), separators, processor.generation)
    return Finding(
      count: found.count, end: found.end == 0 ? nil : found.end, isOpen: found.is_open,
      isOdd: found.is_odd, hasReturns: found.has_returns, hasNul: found.has_nul,
      isForeign: found.is_foreign, lineBreaks: found.line_breaks)
  }
}
