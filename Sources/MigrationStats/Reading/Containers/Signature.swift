/// The kinds of file that come under a .csv or .xlsx name and are not read.
struct Signature {
  /// What it is.
  let name: String
  /// What to do about it.
  let remedy: String

  /// The refusal.
  func error(at position: Position) -> ReadingError {
    ReadingError(
      .notText, "this is \(name), not delimited text or a workbook", at: position, remedy: remedy)
  }

  // MARK: By the first bytes

  /// What the bytes are, as far as their beginning tells.
  static func ofBytes(_ bytes: [UInt8]) -> Signature? {
    if bytes.starts(with: compound) { return ofCompound(bytes) }
    if bytes.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
      return Signature(name: "an empty ZIP archive", remedy: "Download it again.")
    }
    // A tape archive has its name in its first header.
    if bytes.count > 262, bytes[257..<262].elementsEqual("ustar".utf8) {
      return Signature(name: "a tar archive", remedy: "Unpack it and pass the CSV inside.")
    }
    for (prefix, name, remedy) in magic where bytes.starts(with: prefix) {
      return Signature(name: name, remedy: remedy)
    }
    return nil
  }

  private static let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0]

  private static let magic: [([UInt8], String, String)] = [
    (Array("%PDF".utf8), "a PDF", "Ask the publisher for the table as CSV."),
    ([0x89, 0x50, 0x4E, 0x47], "a PNG picture", "Ask the publisher for the table as CSV."),
    ([0xFF, 0xD8, 0xFF], "a JPEG picture", "Ask the publisher for the table as CSV."),
    ([0x7F, 0x45, 0x4C, 0x46], "a program", "Pass the table itself."),
    (Array("PAR1".utf8), "a Parquet file", "Export it as CSV."),
    (Array("ARROW1".utf8), "an Arrow file", "Export it as CSV."),
    (Array("SQLite format 3".utf8), "an SQLite database", "Export the table as CSV."),
    (Array("<stata_dta>".utf8), "a Stata data set", "Export it as CSV: export delimited."),
    (Array("$FL2".utf8), "an SPSS data set", "Export it as CSV."),
    (
      [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7-Zip archive", "Unpack it and pass the CSV inside."
    ),
    (Array("Rar!".utf8), "a RAR archive", "Unpack it and pass the CSV inside."),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "an xz archive", "Unpack it: xz -dc FILE | stats … -."),
    (Array("BZh".utf8), "a bzip2 archive", "Unpack it: bzip2 -dc FILE | stats … -."),
    ([0x28, 0xB5, 0x2F, 0xFD], "a Zstandard archive", "Unpack it: zstd -dc FILE | stats … -."),
    (
      Array("{\\rtf".utf8), "a document in RTF", "Ask the publisher for the table as CSV."
    ),
  ]

  /// The files of older Office programs, told apart by the names of what is in them.
  private static func ofCompound(_ bytes: [UInt8]) -> Signature {
    func holds(_ name: String) -> Bool {
      let wanted = name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      return bytes.indices.contains { bytes[$0] == wanted[0] && bytes[$0...].starts(with: wanted) }
    }
    if holds("EncryptedPackage") {
      return Signature(
        name: "a workbook with a password",
        remedy: "Open it in a spreadsheet and save it without the password.")
    }
    if holds("WordDocument") {
      return Signature(
        name: "an old Word document (.doc)", remedy: "Ask the publisher for the table as CSV.")
    }
    return Signature(
      name: "an old Excel workbook (.xls)",
      remedy: "Open it in a spreadsheet and save it as .xlsx, or the sheet as CSV.")
  }

  // MARK: By the members of an archive

  /// What an archive is besides a workbook that is read and a folder of tables.
  static func ofArchive(_ archive: ZipArchive) throws(ReadingError) -> Signature? {
    for (name, kind, remedy) in marks where archive.member(named: name) != nil {
      return Signature(name: kind, remedy: remedy)
    }
    guard let member = archive.member(named: "mimetype"), member.unpacked < 200 else { return nil }
    let kind = String(decoding: try archive.unpacked(member), as: UTF8.self)
    if kind.hasPrefix("application/vnd.oasis.opendocument.spreadsheet") {
      return Signature(
        name: "an OpenDocument spreadsheet (.ods)",
        remedy: "Open it in a spreadsheet and save it as .xlsx, or the sheet as CSV.")
    }
    if kind.hasPrefix("application/vnd.oasis.opendocument") {
      return Signature(
        name: "an OpenDocument text or picture", remedy: "Ask the publisher for the table as CSV.")
    }
    return nil
  }

  private static let marks: [(String, String, String)] = [
    (
      "xl/workbook.bin", "a binary Excel workbook (.xlsb)",
      "Open it in a spreadsheet and save it as .xlsx, or the sheet as CSV."
    ),
    (
      "word/document.xml", "a Word document (.docx)", "Ask the publisher for the table as CSV."
    ),
    (
      "ppt/presentation.xml", "a PowerPoint presentation (.pptx)",
      "Ask the publisher for the table as CSV."
    ),
    (
      "Index/Document.iwa", "a Numbers or Pages document",
      "Export it as .xlsx or CSV."
    ),
  ]

  // MARK: By the first words

  /// What a text is besides a table.
  static func ofText(_ bytes: ArraySlice<UInt8>) -> Signature? {
    let head = bytes.drop(while: \.isSpace).prefix(512)
    let text = String(decoding: head, as: UTF8.self).lowercased()
    if text.hasPrefix("<") {
      if text.contains("urn:schemas-microsoft-com:office:spreadsheet") {
        return Signature(
          name: "an Excel workbook of 2003 in XML",
          remedy: "Open it in a spreadsheet and save it as .xlsx, or the sheet as CSV.")
      }
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
