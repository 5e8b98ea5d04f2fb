/// A text in UTF-8, and how it was written.
struct DecodedText {
  /// The bytes of the file that holds it, or those that it was decoded to.
  let bytes: [UInt8]
  /// Where the text begins: behind a byte order mark.
  let start: Int
  /// How it was written.
  let encoding: TextEncoding
  /// Whether it began with a byte order mark.
  let hasByteOrderMark: Bool
  /// What the encoding was told by, for people.
  let reason: String
  /// What its reader ought to know.
  var notes: [Note] = []
}

/// How the bytes of a text are written: what is told, else its byte order mark, else UTF-16 by its
/// NULs, else UTF-8, else Windows-1252, which is a guess.
enum Encoding {
  /// The byte order mark of UTF-8.
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The text in UTF-8.
  ///
  /// Bytes that break UTF-8 make a text Windows-1252 only where there is no character of UTF-8 with
  /// several bytes besides, whole or broken; otherwise the text is UTF-8 with a fault in it.
  ///
  /// - Throws: `ReadingError`: `empty`, `notText` (a web page, JSON, bytes with NUL) or `encoding`
  ///   with the line and the byte of the first fault.
  /// - Complexity: O(n) in the bytes.
  static func decoded(
    _ bytes: [UInt8], told: TextEncoding? = nil, at place: Position
  ) throws(ReadingError) -> DecodedText {
    guard !bytes.isEmpty else {
      throw ReadingError(
        .empty, "the file is empty", at: place, remedy: "Download it again, or check the path.")
    }
    let text = try plain(bytes, told: told, at: place)
    if let format = Signature.ofText(text.bytes[text.start...]) { throw format.error(at: place) }
    if text.bytes[text.start...].allSatisfy(\.isSpace) {
      throw ReadingError(
        .empty, "there is nothing in it but white space", at: place,
        remedy: "Download it again, or check the path.")
    }
    return text
  }

  /// Checks that a further block of a text, begun on a line, is text in UTF-8.
  ///
  /// - Parameter isASCII: whether all blocks before are ASCII; says whether this one is too.
  /// - Throws: `ReadingError` (`notText`, `encoding`) with the line.
  static func check(
    _ bytes: [UInt8], at place: Position, firstLine: Int, offset: Int, isASCII: inout Bool
  ) throws(ReadingError) {
    let check = UTF8Check(bytes, from: 0)
    isASCII = isASCII && !check.hasSequences
    if let fault = check.firstFault {
      throw error(
        for: fault, in: bytes, at: place, firstLine: firstLine, offset: offset, isGuess: isASCII)
    }
  }

  /// Whether a text that begins in ASCII is taken for Windows-1252 as a whole: further on bytes break
  /// UTF-8, and no character of several bytes is anywhere.
  ///
  /// - Throws: `ReadingError` where the source cannot be read.
  /// - Complexity: O(n) in the bytes up to the first such character; memory for a block.
  static func isPaged(_ source: Source, blockSize: Int = 1 << 20) throws(ReadingError) -> Bool {
    var (hasFault, isPaged) = (false, true)
    try source.forEachBlock(of: blockSize) { bytes, _ in
      let check = UTF8Check(bytes, from: 0)
      // What has NUL in it is no text.
      if let fault = check.firstFault, !hasFault {
        hasFault = true
        isPaged = bytes[fault] != 0
      }
      isPaged = isPaged && !check.hasSequences
      return isPaged
    }
    return isPaged && hasFault
  }

  // MARK: In order

  private static func plain(
    _ bytes: [UInt8], told: TextEncoding?, at place: Position
  ) throws(ReadingError) -> DecodedText {
    let mark = try byteOrderMark(of: bytes, at: place)
    if let mark, let told, mark.encoding != told {
      throw ReadingError(
        .encoding,
        "the file begins with the byte order mark of \(mark.encoding.name), not \(told.name)",
        at: place, remedy: "Leave out --encoding: the mark says what the file is.")
    }
    let start = mark?.length ?? 0
    let reason =
      mark != nil
      ? "told by its byte order mark" : told != nil ? "told" : "every second byte is NUL"
    let encoding = mark?.encoding ?? told ?? UTF16Text.order(byNULsOf: bytes[...])
    switch encoding {
    case .utf16LittleEndian?, .utf16BigEndian?:
      let encoding = encoding ?? .utf16LittleEndian
      return DecodedText(
        bytes: try utf16(bytes[start...], encoding, at: place), start: 0, encoding: encoding,
        hasByteOrderMark: mark != nil, reason: reason)
    case .windows1252?:
      return try paged(bytes, .windows1252, told: true, at: place)
    case .codePage850?:
      return try paged(bytes, .codePage850, told: true, at: place)
    case .utf8?, nil:
      let check = UTF8Check(bytes, from: start)
      if let fault = check.firstFault {
        let isGuess = encoding == nil && bytes[fault] != 0 && !check.hasSequences
        guard isGuess else { throw error(for: fault, in: bytes, at: place) }
        return try paged(bytes, .windows1252, told: false, at: place)
      }
      return DecodedText(
        bytes: bytes, start: start, encoding: .utf8, hasByteOrderMark: mark != nil,
        reason: encoding == nil ? "all its bytes fit" : reason)
    }
  }

  private static func byteOrderMark(
    of bytes: [UInt8], at place: Position
  ) throws(ReadingError) -> (encoding: TextEncoding, length: Int)? {
    if bytes.starts(with: byteOrderMark) { return (.utf8, 3) }
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      throw ReadingError(
        .encoding, "this is UTF-32 text, which is not read", at: place,
        remedy: "Convert it: iconv -f UTF-32 -t UTF-8 FILE > utf8.csv.")
    }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    return bytes.starts(with: [0xFE, 0xFF]) ? (.utf16BigEndian, 2) : nil
  }

  private static func utf16(
    _ bytes: ArraySlice<UInt8>, _ encoding: TextEncoding, at place: Position
  ) throws(ReadingError) -> [UInt8] {
    do throws(UTF16Text.Fault) {
      return try UTF16Text.decoded(bytes, encoding)
    } catch {
      let (line, start) = lineStart(before: error.before.count, in: error.before)
      let column = String(decoding: error.before[start...], as: UTF8.self).count + 1
      throw ReadingError(
        .encoding, "character \(column) of the line: \(error.summary) in \(encoding.name)",
        at: place.on(line: line),
        remedy: "The file is damaged or cut off: download it again.")
    }
  }

  /// A text in a code page, told or guessed.
  private static func paged(
    _ bytes: [UInt8], _ encoding: TextEncoding, told: Bool, at place: Position
  ) throws(ReadingError) -> DecodedText {
    let page: CodePage = encoding == .codePage850 ? .dos850 : .windows1252
    if let fault = bytes.firstIndex(of: 0) { throw error(for: fault, in: bytes, at: place) }
    if let fault = page.firstFault(in: bytes[...]) {
      let (line, start) = lineStart(before: fault, in: bytes)
      throw ReadingError(
        .encoding,
        "byte \(fault - start + 1) of the line (0x\(hex(bytes[fault]))) is "
          + (told ? "not \(encoding.name)" : "neither UTF-8 nor \(encoding.name)"),
        at: place.on(line: line),
        remedy: "If the file comes from DOS or a console of Windows, pass --encoding cp850.")
    }
    var text = DecodedText(
      bytes: page.decoded(bytes[...]), start: 0, encoding: encoding, hasByteOrderMark: false,
      reason: told ? "told" : "a guess")
    guard let sample = bytes.firstIndex(where: { $0 >= 0x80 }) else { return text }
    let (line, _) = lineStart(before: sample, in: bytes)
    let word = page.text(cell(around: sample, in: bytes))
    if !told {
      text.notes.append(
        Note(
          "the text is not UTF-8 and is read as \(encoding.name) (a guess), as in ‘\(word)’; if "
            + "that is wrong, tell another by --encoding", at: place.on(line: line)))
    } else {
      let check = UTF8Check(bytes, from: 0)
      if check.firstFault == nil, check.hasSequences {
        text.notes.append(
          Note(
            "the text is read as \(encoding.name), as told, and has ‘\(word)’; it is well-formed "
              + "UTF-8 too, which --encoding utf-8 would read", at: place.on(line: line)))
      }
    }
    return text
  }

  // MARK: Places

  /// The cell around a byte, for a message.
  private static func cell(around index: Int, in bytes: [UInt8]) -> ArraySlice<UInt8> {
    let ends: Set<UInt8> = Set(",;\t|\"\r\n".utf8)
    let start = bytes[..<index].lastIndex(where: ends.contains).map { $0 + 1 } ?? 0
    let end = bytes[index...].firstIndex(where: ends.contains) ?? bytes.endIndex
    return bytes[max(start, index - 30)..<min(end, index + 30)].trimmed
  }

  private static func error(
    for fault: Int, in bytes: [UInt8], at place: Position, firstLine: Int = 1, offset: Int = 0,
    isGuess: Bool = false
  ) -> ReadingError {
    let (line, lineStart) = lineStart(before: fault, in: bytes)
    let place = place.on(line: firstLine + line - 1)
    if bytes[fault] == 0 {
      return ReadingError(
        .notText, "byte \(offset + fault + 1) of the file is NUL: this is not text", at: place,
        remedy: "Save the table as CSV and pass that file.")
    }
    return ReadingError(
      .encoding,
      "byte \(fault - lineStart + 1) of the line (0x\(hex(bytes[fault]))) is not UTF-8", at: place,
      remedy: isGuess
        ? "All before it is ASCII, so that the file may be in Windows-1252 or ISO 8859-1, as Excel "
          + "writes it in Europe: pass --encoding windows-1252. If it is UTF-8, mend the character."
        : "The rest is UTF-8: mend the character. If the whole file is in Windows-1252 or ISO "
          + "8859-1, as Excel writes it in Europe, pass --encoding windows-1252.")
  }

  private static func hex(_ byte: UInt8) -> String { String(byte, radix: 16, uppercase: true) }

  /// The line of a byte and where that line begins; lines end in LF, CRLF or CR.
  private static func lineStart(before fault: Int, in bytes: [UInt8]) -> (line: Int, start: Int) {
    var (line, start) = (1, 0)
    for index in 0..<fault {
      let isBreak =
        bytes[index] == UInt8(ascii: "\n")
        || bytes[index] == UInt8(ascii: "\r")
          && (index + 1 == bytes.count || bytes[index + 1] != UInt8(ascii: "\n"))
      if isBreak { (line, start) = (line + 1, index + 1) }
    }
    return (line, start)
  }
}

extension Position {
  /// The same place on a line.
  func on(line: Int) -> Position {
    var position = self
    position.line = line
    return position
  }
}

extension UInt8 {
  /// Whether the byte is a space, tab or line break.
  var isSpace: Bool { self == 0x20 || (0x09...0x0D) ~= self }
}
