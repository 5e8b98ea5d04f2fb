import MigrationStats

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
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
    let program: String
    let package: String
    let arguments: [String]
  }

  private var converter: Converter? {
    let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
    switch ending {
    case "docx", "odt", "html", "htm":
      let form = ending == "htm" ? "html" : ending
      return Converter(
        program: "pandoc", package: "pandoc",
        arguments: ["-f", form, "-t", "plain", "--wrap=none", "--", path])
    case "pdf":
      return Converter(
        program: "pdftotext", package: "poppler-utils",
        // A name that begins with a hyphen is no option.
        arguments: ["-enc", "UTF-8", "-nopgbrk", path.hasPrefix("-") ? "./\(path)" : path, "-"])
    default: return nil
    }
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

  /// What a program writes to standard output; no shell stands between.
  private func run(_ converter: Converter) throws -> [UInt8] {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else {
      throw DocumentError(
        summary: "no pipe could be made: \(String(cString: strerror(errno)))",
        position: Position(file: name), remedy: "Close other programs and run it again.")
    }
    defer { close(ends[0]) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    posix_spawn_file_actions_addclose(&actions, ends[0])
    posix_spawn_file_actions_addclose(&actions, ends[1])
    var arguments: [UnsafeMutablePointer<CChar>?] =
      ([converter.program] + converter.arguments).map { strdup($0) }
    arguments.append(nil)
    defer { for argument in arguments { free(argument) } }
    var process: pid_t = 0
    let code = posix_spawnp(&process, converter.program, &actions, nil, arguments, environ)
    close(ends[1])
    guard code == 0 else {
      throw DocumentError(
        summary: "\(converter.program), which makes text of such a file, is not installed",
        position: Position(file: name), remedy: "Install it: apt-get install \(converter.package).")
    }
    let bytes = Self.all(from: ends[0])
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    guard status == 0 else {
      throw DocumentError(
        summary: "\(converter.program) could not read it", position: Position(file: name),
        remedy: "Open it with the program that it comes from, or give its text.")
    }
    return bytes
  }

  /// What comes through a pipe, to its end.
  private static func all(from descriptor: Int32) -> [UInt8] {
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(descriptor, &block, block.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return bytes }
      bytes += block[..<count]
    }
  }
}
