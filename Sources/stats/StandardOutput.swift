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
  /// Whether whatever reads the result has gone, which is no news to whoever sent it away.
  var isUnread = false

  /// What stands in the way, in words.
  init(_ summary: String, at name: String, remedy: String) {
    self.summary = summary
    position = Position(file: name)
    self.remedy = remedy
  }

  init(_ code: Int32, to name: String) {
    let reason = String(cString: strerror(code))
    isUnread = code == EPIPE
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
  func write(_ text: String) throws(WritingError) { try stream.write(text) }

  /// Writes bytes to their last one.
  func write(_ bytes: [UInt8]) throws(WritingError) { try stream.write(bytes) }

  /// What is written to bit by bit.
  var stream: OutputStream { OutputStream(1, name: "standard output") }
}

/// A file that is written beside its place and put there when it is whole, so that a run that
/// fails leaves the old file as it was.
struct OutputFile {
  let path: String

  /// Whether it is a file of a folder, or will be, rather than a device or a pipe.
  var isOrdinary: Bool {
    var status = stat()
    return stat(path, &status) != 0 || status.st_mode & S_IFMT == S_IFREG
  }

  /// Whether it is the very file that a path names, by whatever names the two go.
  func isSame(as other: String) -> Bool {
    var (status, theirs) = (stat(), stat())
    return stat(path, &status) == 0 && stat(other, &theirs) == 0
      && status.st_mode & S_IFMT == S_IFREG && status.st_dev == theirs.st_dev
      && status.st_ino == theirs.st_ino
  }

  /// Writes a text and puts the file in its place.
  func write(_ text: String) throws(WritingError) { try write(Array(text.utf8)) }

  /// Writes bytes and puts the file in its place.
  func write(_ bytes: [UInt8]) throws(WritingError) { try staged(bytes).put() }

  /// Lets a body write and puts the file in its place, unless the body throws.
  func write(_ body: (OutputStream) throws -> Void) throws {
    let file = try opened()
    do {
      try body(file.stream)
    } catch {
      file.abandon()
      throw error
    }
    try file.closed().put()
  }

  /// Writes several texts, and puts the files in their places when all are whole: where one cannot
  /// be written, all are left as they were.
  static func write(_ files: [(path: String, text: String)]) throws(WritingError) {
    var staged: [StagedFile] = []
    do throws(WritingError) {
      for (path, text) in files {
        staged.append(try OutputFile(path: path).staged(Array(text.utf8)))
      }
      for file in staged { try file.put() }
    } catch {
      for file in staged { file.discard() }
      throw error
    }
  }

  /// Writes bytes beside the place of the file.
  func staged(_ bytes: [UInt8]) throws(WritingError) -> StagedFile {
    let file = try opened()
    do throws(WritingError) {
      try file.stream.write(bytes)
    } catch {
      file.abandon()
      throw error
    }
    return try file.closed()
  }

  /// Opens a file beside the place of this one.
  private func opened() throws(WritingError) -> OpenFile {
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
    if !isSpecial { Interruption.take(away: place) }
    if exists, !isSpecial { fchmod(descriptor, status.st_mode & 0o7777) }
    return OpenFile(
      descriptor: descriptor,
      staged: StagedFile(name: path, place: isSpecial ? nil : place, home: home))
  }
}

/// A file that is being written beside its place.
private struct OpenFile {
  let descriptor: Int32
  let staged: StagedFile

  var stream: OutputStream { OutputStream(descriptor, name: staged.name) }

  /// Closes it and takes it away.
  func abandon() {
    close(descriptor)
    staged.discard()
  }

  /// Closes it, whole.
  func closed() throws(WritingError) -> StagedFile {
    guard close(descriptor) == 0 else {
      let code = errno
      staged.discard()
      throw WritingError(code, to: staged.name)
    }
    return staged
  }
}

/// A file that is written whole beside its place.
struct StagedFile {
  fileprivate let name: String
  /// Where it is; nil for what is no plain file, which is written at once.
  fileprivate let place: String?
  /// Where it shall be.
  fileprivate let home: String

  /// Puts it in its place.
  func put() throws(WritingError) {
    guard let place else { return }
    guard rename(place, home) != 0 else { return Interruption.leave(place) }
    let code = errno
    discard()
    throw WritingError(code, to: name)
  }

  /// Takes it away again.
  func discard() {
    guard let place else { return }
    unlink(place)
    Interruption.leave(place)
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
    try check(text.withUTF8 { Self.write(UnsafeRawBufferPointer($0), to: number) })
  }

  /// Writes bytes to the last.
  func write(_ bytes: [UInt8]) throws(WritingError) {
    try check(bytes.withUnsafeBytes { Self.write($0, to: number) })
  }

  /// Writes bytes that lie somewhere to the last.
  func write(_ bytes: UnsafeRawBufferPointer) throws(WritingError) {
    try check(Self.write(bytes, to: number))
  }

  private func check(_ code: Int32) throws(WritingError) {
    guard code == 0 else { throw WritingError(code, to: name) }
  }

  private static func write(_ bytes: UnsafeRawBufferPointer, to number: Int32) -> Int32 {
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
