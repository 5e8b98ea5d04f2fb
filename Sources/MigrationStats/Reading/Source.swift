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

/// Where bytes come from: a file, standard input, or memory.
///
/// ```swift
/// let source = Source.file("examples/my.csv")
/// print(source.name, try source.load().count)  // examples/my.csv 252
/// ```
public enum Source: Sendable {
  /// A file by its path.
  case file(String)
  /// Standard input, read to its end.
  case standardInput
  /// Bytes that are at hand, with a name for messages.
  case bytes([UInt8], name: String)

  /// The name that messages use.
  public var name: String {
    switch self {
    case .file(let path): path
    case .standardInput: "standard input"
    case .bytes(_, let name): name
    }
  }

  /// All bytes, read in blocks of 256 KiB.
  ///
  /// - Throws: `ReadingError` (`notFound`, `directory`, `unreadable`), with the names of files
  ///   nearby that are spelt alike.
  public func load() throws(ReadingError) -> [UInt8] {
    switch self {
    case .bytes(let bytes, _):
      return bytes
    case .standardInput:
      return try read(from: 0)
    case .file(let path):
      let descriptor = open(path, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw openingError(path, code: errno) }
      defer { close(descriptor) }
      var status = stat()
      if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
        throw ReadingError(
          .directory, "is a directory, not a file", at: Position(file: path),
          remedy: "Name a file in it.")
      }
      return try read(from: descriptor, expecting: Int(status.st_size))
    }
  }

  /// The size of a file in bytes; nil where it is none, or cannot be told.
  public var size: Int? {
    var status = stat()
    guard case .file(let path) = self, stat(path, &status) == 0,
      status.st_mode & S_IFMT == S_IFREG
    else { return nil }
    return Int(status.st_size)
  }

  /// Reads block by block, until the body has enough.
  ///
  /// A block ends behind a line break where there is one, and never within a character.
  ///
  /// - Parameters:
  ///   - size: how many bytes are read at a time.
  ///   - body: is given a block and whether it is the last; returns whether to go on.
  func forEachBlock(
    of size: Int, _ body: ([UInt8], _ isLast: Bool) throws(ReadingError) -> Bool
  ) throws(ReadingError) {
    guard case .file(let path) = self else {
      let bytes = try load()
      var start = 0
      repeat {
        let end = Self.end(
          of: bytes[start..<min(start + size, bytes.count)], isLast: start + size >= bytes.count)
        guard try body(Array(bytes[start..<end]), end == bytes.count) else { return }
        start = end
      } while start < bytes.count
      return
    }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw openingError(path, code: errno) }
    defer { close(descriptor) }
    var rest: [UInt8] = []
    while true {
      var block = rest
      let count = try append(to: &block, upTo: size, from: descriptor)
      let end = Self.end(of: block[...], isLast: count < size)
      rest = Array(block[end...])
      block.removeLast(block.count - end)
      guard try body(block, count < size), count == size else { return }
    }
  }

  /// Where a block may end: behind its last line break, else behind its last ASCII character.
  private static func end(of bytes: ArraySlice<UInt8>, isLast: Bool) -> Int {
    if isLast { return bytes.endIndex }
    let last =
      bytes.lastIndex { $0 == UInt8(ascii: "\n") } ?? bytes.lastIndex { $0 < 0x80 }
    return last.map { $0 + 1 } ?? bytes.endIndex
  }

  /// Reads as many bytes as there are, up to a number, behind those that are there.
  private func append(
    to bytes: inout [UInt8], upTo size: Int, from descriptor: Int32
  ) throws(ReadingError) -> Int {
    var (filled, code) = (0, Int32(0))
    let block = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while filled < size {
        let read = platformRead(descriptor, buffer.baseAddress?.advanced(by: filled), size - filled)
        if read < 0, errno == EINTR { continue }
        if read < 0 { code = errno }
        if read <= 0 { break }
        filled += read
      }
      count = filled
    }
    guard code == 0 else {
      throw ReadingError(
        .unreadable, "could not be read: \(String(cString: strerror(code)))",
        at: Position(file: name), remedy: "Check the file's permissions and the disk.")
    }
    if bytes.isEmpty { bytes = block } else { bytes += block }
    return filled
  }

  /// Reads to the end: a file of known size in one block, anything else in blocks of 256 KiB.
  private func read(from descriptor: Int32, expecting size: Int = 0) throws(ReadingError) -> [UInt8]
  {
    var bytes: [UInt8] = []
    while true {
      let room = bytes.isEmpty && size > 0 ? size + 1 : 256 * 1024
      var code: Int32 = 0
      var count = 0
      let block = [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
        count = platformRead(descriptor, buffer.baseAddress, room)
        code = errno
        filled = max(0, count)
      }
      if count < 0, code == EINTR { continue }
      if count < 0 {
        throw ReadingError(
          .unreadable, "could not be read: \(String(cString: strerror(code)))",
          at: Position(file: name), remedy: "Check the file's permissions and the disk.")
      }
      if count == 0 { return bytes }
      if bytes.isEmpty { bytes = block } else { bytes += block }
    }
  }

  private func openingError(_ path: String, code: Int32) -> ReadingError {
    let position = Position(file: path)
    guard code == ENOENT || code == ENOTDIR else {
      return ReadingError(
        .unreadable, "could not be opened: \(String(cString: strerror(code)))", at: position,
        remedy: "Check who may read it: ls -l '\(path)'.")
    }
    return ReadingError(
      .notFound, "there is no such file", at: position,
      remedy: Self.neighbours(of: path) ?? "Check the path.")
  }

  /// ‘Did you mean …?’ with the files beside a path that are spelt alike.
  static func neighbours(of path: String) -> String? {
    let cut = path.lastIndex(of: "/")
    let folder = cut.map { String(path[..<$0]) } ?? "."
    let file = cut.map { String(path[path.index(after: $0)...]) } ?? path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return Suggestion.didYouMean(file, among: names.sorted())
  }
}

/// The system's `read`, whose name is taken where it is used.
private func platformRead(
  _ descriptor: Int32, _ bytes: UnsafeMutableRawPointer?, _ count: Int
) -> Int {
  read(descriptor, bytes, count)
}
