/// What the bytes of a file are, before anything is made of them.
enum Encoding {
  /// Checks that the bytes are text in UTF-8 and returns where the text begins (after a BOM).
  ///
  /// - Throws: `ReadingError` that names what the content is instead: `empty`, `notText` (a
  ///   workbook, an archive, a web page, JSON, bytes with NUL) or `encoding` with the line and
  ///   the byte of the first fault.
  /// - Complexity: O(n) in the bytes.
  static func textStart(of bytes: [UInt8], file: String) throws(ReadingError) -> Int {
    let place = Position(file: file)
    guard !bytes.isEmpty else {
      throw ReadingError(
        .empty, "the file is empty", at: place, remedy: "Download it again, or check the path.")
    }
    if let format = Signature.of(bytes) {
      throw ReadingError(
        .notText, "this is \(format.name), not delimited text", at: place, remedy: format.remedy)
    }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    if let fault = firstFault(in: bytes, from: start) {
      throw error(for: fault, in: bytes, file: file)
    }
    if bytes[start...].allSatisfy(\.isSpace) {
      throw ReadingError(
        .empty, "there is nothing in it but white space", at: place,
        remedy: "Download it again, or check the path.")
    }
    return start
  }

  /// The offset of the first byte that is NUL or breaks UTF-8 (Unicode 15, table 3-7).
  private static func firstFault(in bytes: [UInt8], from start: Int) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      var index = start
      while index < bytes.count {
        let byte = bytes[index]
        if byte < 0x80 {
          if byte == 0 { return index }
          index += 1
          continue
        }
        var second: ClosedRange<UInt8> = 0x80...0xBF
        let length: Int
        switch byte {
        case 0xC2...0xDF: length = 2
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: length = 3
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: length = 4
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: return index
        }
        guard index + length <= bytes.count, second ~= bytes[index + 1] else { return index }
        for offset in stride(from: 2, to: length, by: 1) where bytes[index + offset] & 0xC0 != 0x80
        {
          return index
        }
        index += length
      }
      return nil
    }
  }

  /// Checks that a further block of a text, begun on a line, is text in UTF-8.
  ///
  /// - Throws: `ReadingError` (`notText`, `encoding`) with the line.
  static func check(
    _ bytes: [UInt8], file: String, firstLine: Int, offset: Int
  ) throws(ReadingError) {
    if let fault = firstFault(in: bytes, from: 0) {
      throw error(for: fault, in: bytes, file: file, firstLine: firstLine, offset: offset)
    }
  }

  private static func error(
    for fault: Int, in bytes: [UInt8], file: String, firstLine: Int = 1, offset: Int = 0
  ) -> ReadingError {
    let (line, lineStart) = lineStart(before: fault, in: bytes)
    let place = Position(file: file, line: firstLine + line - 1)
    if isUTF16(bytes) {
      return ReadingError(
        .encoding, "this is UTF-16 text, which is not read yet", at: Position(file: file),
        remedy: "Convert it: iconv -f UTF-16 -t UTF-8 '\(file)' > utf8.csv.")
    }
    if bytes[fault] == 0 {
      return ReadingError(
        .notText, "byte \(offset + fault + 1) of the file is NUL: this is not text", at: place,
        remedy: "Save the table as CSV and pass that file.")
    }
    let hex = String(bytes[fault], radix: 16, uppercase: true)
    return ReadingError(
      .encoding, "byte \(fault - lineStart + 1) of the line (0x\(hex)) is not UTF-8", at: place,
      remedy: "If the file is in Windows-1252 or ISO 8859-1, as Excel writes it in Europe, "
        + "convert it: iconv -f WINDOWS-1252 -t UTF-8 '\(file)' > utf8.csv.")
  }

  /// The line of a byte and where that line begins; lines end in LF, CRLF or CR.
  private static func lineStart(before fault: Int, in bytes: [UInt8]) -> (line: Int, start: Int) {
    var (line, start) = (1, 0)
    for index in 0..<fault {
      let isBreak =
        bytes[index] == UInt8(ascii: "\n")
        || bytes[index] == UInt8(ascii: "\r") && bytes[index + 1] != UInt8(ascii: "\n")
      if isBreak { (line, start) = (line + 1, index + 1) }
    }
    return (line, start)
  }

  /// Told by its byte order mark, or by NUL in every second byte of the head.
  private static func isUTF16(_ bytes: [UInt8]) -> Bool {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return true }
    let head = Array(bytes.prefix(64))
    guard head.count >= 8 else { return false }
    return [0, 1].contains { parity in
      stride(from: parity, to: head.count, by: 2).allSatisfy { head[$0] == 0 }
    }
  }
}

/// The kinds of file that come under a .csv name and are not delimited text.
private struct Signature {
  let name: String
  let remedy: String

  static func of(_ bytes: [UInt8]) -> Signature? {
    let magic: [([UInt8], String, String)] = [
      (
        [0x50, 0x4B, 0x03, 0x04], "a ZIP archive or an Excel workbook (.xlsx)",
        "Unpack it and pass the CSV inside, or save the sheet as CSV."
      ),
      ([0x1F, 0x8B], "a gzip archive", "Unpack it: gunzip -c FILE | stats … -."),
      (
        [0xD0, 0xCF, 0x11, 0xE0], "an old Excel workbook (.xls)",
        "Open it in a spreadsheet and save the sheet as CSV."
      ),
      (Array("%PDF".utf8), "a PDF", "Ask the publisher for the table as CSV."),
      ([0x89, 0x50, 0x4E, 0x47], "a PNG picture", "Ask the publisher for the table as CSV."),
      ([0x7F, 0x45, 0x4C, 0x46], "a program", "Pass the table itself."),
      (Array("PAR1".utf8), "a Parquet file", "Export it as CSV."),
      (Array("SQLite format 3".utf8), "an SQLite database", "Export the table as CSV."),
    ]
    for (prefix, name, remedy) in magic where bytes.starts(with: prefix) {
      return Signature(name: name, remedy: remedy)
    }
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    let head = body.drop(while: \.isSpace).prefix(256)
    let text = String(decoding: head, as: UTF8.self).lowercased()
    if text.hasPrefix("<") {
      return Signature(
        name: text.hasPrefix("<?xml") && !text.contains("<html") ? "XML" : "a web page (HTML)",
        remedy: "The download probably gave an error or log-in page: download the CSV again.")
    }
    let afterBracket = text.dropFirst().first { !$0.isWhitespace }
    if text.hasPrefix("{"), afterBracket == "\"" || afterBracket == "}" {
      return Signature(name: "JSON", remedy: "Ask the publisher's API for CSV instead.")
    }
    if text.hasPrefix("["), let next = afterBracket, "[{\"]".contains(next) {
      return Signature(name: "JSON", remedy: "Ask the publisher's API for CSV instead.")
    }
    return nil
  }
}

extension UInt8 {
  /// Whether the byte is a space, tab or line break.
  var isSpace: Bool { self == 0x20 || (0x09...0x0D) ~= self }
}
