/// Delimited text to records, by RFC 4180, fed with bytes in blocks of any size.
///
/// Lines end in LF, CRLF or CR; a quoted cell may hold delimiters and line breaks (kept as LF); a
/// quote inside it is doubled. A quote in the middle of an unquoted cell is taken as it is. Where the
/// dialect has an escape, the byte behind it is taken as it is; where it has a mark for comments, a
/// line that begins with it is a record of one cell, known as a comment.
struct CSVParser {
  private enum State {
    case cellStart, plain, quoted, quoteInQuoted, afterQuoted, escaped, escapedQuoted, comment
  }

  /// A quote that is wrong: never closed, or closed before the cell's end.
  struct Fault {
    let neverClosed: Bool
    let openedOn: Int
    let line: Int
  }

  private let dialect: Dialect
  private var records = Records()
  private var state = State.cellStart
  private(set) var line = 1
  private var recordLine = 1
  private var quoteLine = 1
  private var afterCarriageReturn = false
  private(set) var fault: Fault?
  /// How many line breaks within quotes were CRLF or CR.
  private(set) var foldedLineBreaks = 0

  init(dialect: Dialect) { self.dialect = dialect }

  /// Takes the next bytes; a cell may go on into the next block.
  mutating func consume(_ block: ArraySlice<UInt8>) {
    block.withUnsafeBufferPointer { consume($0) }
  }

  /// Takes the records that are complete, so that a file need not be held as a whole.
  mutating func takeComplete() -> Records { records.takeComplete() }

  /// The records, once the last block has been taken.
  ///
  /// - Parameter lenient: whether a quote that is still open is closed by the end of the text.
  mutating func finished(lenient: Bool = false) -> Records {
    if state == .quoted || state == .escapedQuoted, !lenient, fault == nil {
      fault = Fault(neverClosed: true, openedOn: quoteLine, line: line)
    }
    if state == .escaped || state == .escapedQuoted, let escape = dialect.escape {
      records.append(escape)
    }
    if state == .comment { records.noteComment() }
    if state != .cellStart || !records.openRecordIsEmpty || !records.openCellIsEmpty {
      endRecord()
    }
    return records
  }

  private mutating func consume(_ bytes: UnsafeBufferPointer<UInt8>) {
    // No text holds NUL, and no UTF-8 the byte 0xFF.
    let (delimiter, quote) = (dialect.delimiter, dialect.quote ?? 0)
    let (escape, comment) = (dialect.escape ?? 0xFF, dialect.comment ?? 0xFF)
    let (lineFeed, carriageReturn) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      if afterCarriageReturn {
        afterCarriageReturn = false
        if byte == lineFeed {
          index += 1
          continue
        }
      }
      switch state {
      case .quoted:
        let start = index
        while index < bytes.endIndex, bytes[index] != quote, bytes[index] != carriageReturn,
          bytes[index] != escape
        {
          if bytes[index] == lineFeed { line += 1 }
          index += 1
        }
        records.append(bytes[start..<index])
        guard index < bytes.endIndex else { return }
        if bytes[index] == quote {
          state = .quoteInQuoted
        } else if bytes[index] == escape {
          state = .escapedQuoted
        } else {
          records.append(lineFeed)
          line += 1
          foldedLineBreaks += 1
          afterCarriageReturn = true
        }
        index += 1
      case .quoteInQuoted where byte == quote:
        records.append(quote)
        state = .quoted
        index += 1
      case .escaped, .escapedQuoted:
        if byte == lineFeed { line += 1 }
        records.append(byte)
        state = state == .escaped ? .plain : .quoted
        index += 1
      case .cellStart where byte == comment && records.openRecordIsEmpty:
        state = .comment
      case .comment:
        let start = index
        while index < bytes.endIndex, bytes[index] != lineFeed, bytes[index] != carriageReturn {
          index += 1
        }
        records.append(bytes[start..<index])
        guard index < bytes.endIndex else { return }
        records.noteComment()
        endRecord()
        line += 1
        recordLine = line
        afterCarriageReturn = bytes[index] == carriageReturn
        index += 1
      case .cellStart where byte == quote:
        state = .quoted
        quoteLine = line
        index += 1
      case .cellStart, .plain, .quoteInQuoted, .afterQuoted:
        if byte == delimiter {
          records.endCell()
          state = .cellStart
          index += 1
        } else if byte == lineFeed || byte == carriageReturn {
          endRecord()
          line += 1
          recordLine = line
          afterCarriageReturn = byte == carriageReturn
          index += 1
        } else if state == .quoteInQuoted || state == .afterQuoted {
          state = .afterQuoted
          if !byte.isSpace, fault == nil {
            fault = Fault(neverClosed: false, openedOn: quoteLine, line: line)
          }
          if !byte.isSpace { records.append(byte) }
          index += 1
        } else {
          state = .plain
          let start = index
          while index < bytes.endIndex, bytes[index] != delimiter, bytes[index] != lineFeed,
            bytes[index] != carriageReturn, bytes[index] != escape
          {
            index += 1
          }
          records.append(bytes[start..<index])
          if index < bytes.endIndex, bytes[index] == escape {
            state = .escaped
            index += 1
          }
        }
      }
    }
  }

  private mutating func endRecord() {
    records.endCell()
    records.endRecord(begunOn: recordLine)
    state = .cellStart
  }
}
