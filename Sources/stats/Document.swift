import MigrationStats

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Why a document could not be read as text.
struct DocumentError: Problem {
  let summary: String
  let position: Position
  let remedy: String?
}

/// A text, or a document that another program makes text of.
struct Document {
  /// The path, or `-` for standard input.
  let path: String

  /// The name for messages.
  var name: String { path == "-" ? "standard input" : path }

  /// Whether the bytes read are those of the file, so that it can be rewritten.
  var isText: Bool { converter == nil }

  /// Whether another path leads to the same file.
  func isSame(as other: String) -> Bool {
    URL(filePath: path).resolvingSymlinksInPath() == URL(filePath: other).resolvingSymlinksInPath()
  }

  /// A program that writes the text of a kind of document to standard output.
  private struct Converter {
    let program: ChildProgram
    let arguments: [String]
  }

  /// Whether it is a page that stats brief wrote.
  private var isOwnPage: Bool {
    (try? Source.file(path).load()).map { BriefingPage.isOwn($0) } ?? false
  }

  private var converter: Converter? {
    let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
    // A page of stats brief is read as it is: its marks would be lost.
    if ["html", "htm"].contains(ending), isOwnPage { return nil }
    switch ending {
    case "docx", "odt", "html", "htm":
      let form = ending == "htm" ? "html" : ending
      return Converter(
        program: ChildProgram(name: "pandoc", package: "pandoc"),
        arguments: ["-f", form, "-t", "plain", "--wrap=none", "--", path])
    case "pdf":
      return Converter(
        program: ChildProgram(name: "pdftotext", package: "poppler-utils"),
        // A name that begins with a hyphen is no option.
        arguments: ["-enc", "UTF-8", "-nopgbrk", path.hasPrefix("-") ? "./\(path)" : path, "-"])
    default: return nil
    }
  }

  /// The byte order mark that the file begins with, or nothing: a text that is rewritten keeps it.
  var byteOrderMark: String {
    guard path != "-", let bytes = try? Source.file(path).load() else { return "" }
    return bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? "\u{FEFF}" : ""
  }

  /// The text in UTF-8.
  ///
  /// - Throws: `ReadingError`, or `DocumentError` where the program is missing or fails, and where
  ///   what is read is no text.
  func bytes() throws -> [UInt8] {
    let source: Source = path == "-" ? .standardInput : .file(path)
    guard let converter else { return try Self.text(try source.load(), name) }
    _ = try source.load()
    return try Self.text(try run(converter), name)
  }

  /// The bytes, once they are known to be UTF-8 without what only binary files hold.
  private static func text(_ bytes: [UInt8], _ name: String) throws -> [UInt8] {
    if let index = bytes.firstIndex(of: 0) {
      throw DocumentError(
        summary: "is no text: it has a zero byte",
        position: place(of: index, in: bytes, name),
        remedy: "Give plain text or Markdown in UTF-8, or a .docx, .odt, .html or .pdf file.")
    }
    if let index = firstBadByte(bytes) {
      throw DocumentError(
        summary: "is not in UTF-8",
        position: place(of: index, in: bytes, name),
        remedy: "Save it in UTF-8, or convert it: iconv -f WINDOWS-1252 -t UTF-8.")
    }
    return bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
  }

  /// The line and the column in characters of a byte, both from 1.
  private static func place(of index: Int, in bytes: [UInt8], _ name: String) -> Position {
    let before = bytes[..<index]
    let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let column = 1 + before[start...].count { $0 & 0xC0 != 0x80 }
    return Position(
      file: name, line: 1 + before.count { $0 == UInt8(ascii: "\n") }, column: "\(column)")
  }

  /// The first byte that is no UTF-8; nil where there is none.
  private static func firstBadByte(_ bytes: [UInt8]) -> Int? {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var count = 0
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): count += UTF8.width(scalar)
      case .emptyInput: return nil
      case .error: return min(count, bytes.count)
      }
    }
  }

  private func run(_ converter: Converter) throws(DocumentError) -> [UInt8] {
    let program = converter.program
    do {
      return try program.output(converter.arguments)
    } catch {
      let (summary, remedy) =
        switch error {
        case .absent:
          ("\(program.name), which makes text of such a file, is not installed", program.remedy)
        case .failed:
          (
            "\(program.name) could not read it",
            "Open it with the program that it comes from, or give its text."
          )
        case .short(let code):
          (
            "no pipe could be made: \(ChildProgram.reason(code))",
            "Close other programs and run it again."
          )
        }
      throw DocumentError(summary: summary, position: Position(file: name), remedy: remedy)
    }
  }
}
