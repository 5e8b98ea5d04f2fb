import MigrationStats

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Why a result could not be written.
struct WritingError: Problem {
  let summary: String
  let position: Position
  let remedy: String?

  init(_ code: Int32, to name: String) {
    let reason = String(cString: strerror(code))
    position = Position(file: name)
    summary = "the result could not be written: \(reason)"
    remedy =
      switch code {
      case ENOSPC, EDQUOT: "Make room on the disk and run it again."
      case EPIPE: "Whatever reads the result stopped reading before its end."
      case EACCES, EPERM, EROFS: "Choose a folder that you may write to: -o FILE."
      case ENOENT, ENOTDIR: "Make the folder first."
      case EISDIR: "Name a file in it: -o FOLDER/FILE."
      default: nil
      }
  }
}

/// Standard output, where a write that fails is an error.
struct StandardOutput {
  /// Writes a text to its last byte.
  func write(_ text: String) throws(WritingError) {
    try stream.write(text)
  }

  /// What is written to bit by bit.
  var stream: OutputStream { OutputStream(1, name: "standard output") }
}

/// A file that is written beside its place and put there when it is whole, so that a run that
/// fails leaves the old file as it was.
struct OutputFile {
  let path: String

  /// Writes a text and puts the file in its place.
  func write(_ text: String) throws {
    try write { stream in try stream.write(text) }
  }

  /// Lets a body write and puts the file in its place, unless the body throws.
  func write(_ body: (OutputStream) throws -> Void) throws {
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      throw WritingError(EISDIR, to: path)
    }
    let exists = stat(path, &status) == 0
    let isSpecial = exists && status.st_mode & S_IFMT != S_IFREG
    // Behind a link the file that it names is replaced, not the link.
    let target = realpath(path, nil).map { resolved in
      defer { free(resolved) }
      return String(cString: resolved)
    }
    let home = target ?? path
    let place = isSpecial ? path : "\(home).\(getpid()).part"
    let flags = isSpecial ? O_WRONLY : O_WRONLY | O_CREAT | O_EXCL
    let descriptor = open(place, flags | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw WritingError(errno, to: path) }
    if exists, !isSpecial { fchmod(descriptor, status.st_mode & 0o7777) }
    do {
      try body(OutputStream(descriptor, name: path))
    } catch {
      close(descriptor)
      if !isSpecial { unlink(place) }
      throw error
    }
    guard close(descriptor) == 0, isSpecial || rename(place, home) == 0 else {
      let code = errno
      if !isSpecial { unlink(place) }
      throw WritingError(code, to: path)
    }
  }
}

/// An open file that writes all or throws.
struct OutputStream {
  private let number: Int32
  private let name: String

  fileprivate init(_ number: Int32, name: String) {
    self.number = number
    self.name = name
  }

  /// Writes a text to its last byte.
  func write(_ text: String) throws(WritingError) {
    var text = text
    try check(text.withUTF8 { Self.write($0, to: number) })
  }

  /// Writes bytes to the last.
  func write(_ bytes: [UInt8]) throws(WritingError) {
    try check(bytes.withUnsafeBufferPointer { Self.write($0, to: number) })
  }

  private func check(_ code: Int32) throws(WritingError) {
    guard code == 0 else { throw WritingError(code, to: name) }
  }

  private static func write(_ bytes: UnsafeBufferPointer<UInt8>, to number: Int32) -> Int32 {
    var offset = 0
    while offset < bytes.count {
      let count = platformWrite(
        number, bytes.baseAddress?.advanced(by: offset), bytes.count - offset)
      if count < 0, errno == EINTR { continue }
      if count < 0 { return errno }
      offset += count
    }
    return 0
  }
}
