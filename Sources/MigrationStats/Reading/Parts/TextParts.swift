#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The rows of a plain text in UTF-8, read in parts on all processors.
///
/// Only the plainest of files is read so, which the largest mostly are: rows of one width below a header
/// of one line. Anything else is left to `Table`, which has the law for it: to repair a row takes a look
/// at all others.
struct TextParts: Sendable {
  /// What went by besides rows.
  struct Passed: Sendable {
    /// For each part, the number of its rows and of its line breaks.
    var counts: [(rows: Int, lineBreaks: Int)]
    /// For each part, the records that are no plain rows.
    var oddities: [[RowScan.Oddity]]
  }

  /// The file.
  let path: String
  /// What its head tells.
  let head: TextHead
  /// The number of bytes.
  let size: Int
  /// How many bytes a part has.
  let partSize: Int

  private let stamp: FileStamp

  /// How many bytes the header is looked for in.
  private static let headSize = 1 << 17

  /// How many parts there are.
  var count: Int { (size + partSize - 1) / partSize }

  /// Looks at the head of a source; nil where it is not a plain text in a file.
  ///
  /// - Parameters:
  ///   - partSize: how many bytes are read at a time.
  /// - Throws: `ReadingError` where the file cannot be read.
  init?(
    _ source: Source, options: ReadingOptions, partSize: Int = 1 << 18
  ) throws(ReadingError) {
    guard case .file(let path) = source, let size = source.size, size > 0 else { return nil }
    var head: (bytes: [UInt8], isWhole: Bool) = ([], true)
    try source.forEachBlock(of: Self.headSize) { bytes, isLast in
      head = (bytes, isLast)
      return false
    }
    guard let stamp = FileStamp(path), stamp.size == size,
      let found = TextHead(head.bytes, isWhole: head.isWhole, name: path, options: options)
    else { return nil }
    (self.path, self.head, self.size, self.partSize) = (path, found, size, partSize)
    self.stamp = stamp
  }

  /// Whether the last line has no line break behind it.
  var endsWithoutLineBreak: Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var last = UInt8(ascii: "\n")
    _ = pread(descriptor, &last, 1, off_t(size - 1))
    return last != UInt8(ascii: "\n") && last != UInt8(ascii: "\r")
  }

  /// The table of the head: the whole lines among the file's first bytes.
  ///
  /// - Parameter size: how many bytes are taken.
  /// - Throws: `ReadingError`.
  func headTable(_ options: ReadingOptions, size: Int = 1 << 18) throws(ReadingError) -> Table {
    var bytes: [UInt8] = []
    try Source.file(path).forEachBlock(of: size) { block, _ in
      bytes = block
      return false
    }
    return try Table(bytes, name: path, options: options)
  }

  /// Gives the rows to a body, part by part; nil where the text turns out not to be plain.
  ///
  /// - Parameters:
  ///   - make: makes what a thread keeps from part to part.
  ///   - progress: is told how far reading is, on the calling thread.
  ///   - body: is given what its thread keeps, a part's number and its rows; parts come to a thread in
  ///     their order.
  /// - Throws: `ReadingError` (`unreadable`) where the file cannot be read, or changes meanwhile.
  /// - Complexity: O(n) in the bytes; memory for a part on each processor, and what the body keeps.
  func forEach<Kept>(
    threads: Int = Threads.processors, progress: Columns.Progress? = nil,
    _ make: @Sendable () -> Kept, _ body: @Sendable (inout Kept, _ part: Int, CellGrid) -> Void
  ) throws(ReadingError) -> (kept: [Kept], passed: Passed)? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreadable(errno) }
    defer { close(descriptor) }
    let relay = PartRelay(parts: count, start: head.start)
    defer { relay.deallocate() }
    // Whatever comes of it, the reading is over.
    defer { progress?(size, size) }
    // Only the calling thread tells.
    nonisolated(unsafe) let tell = progress
    let results = Threads.map(max(1, min(threads, count))) { thread in
      var reader = PartReader(self, descriptor)
      defer { reader.deallocate() }
      var kept = make()
      while let part = relay.take() {
        let start = relay.startIfKnown(of: part)
        guard reader.read(part, from: start) else {
          relay.stop()
          break
        }
        guard let start = start ?? relay.start(of: part) else { break }
        guard reader.begins(at: start) || reader.read(part, from: start), reader.isPlain(part)
        else {
          relay.stop()
          break
        }
        relay.finish(part, end: reader.end)
        let grid = reader.rows(of: part)
        if grid.rows > 0 { body(&kept, part, grid) }
        if thread == 0 { tell?(min(size, (part + 1) * partSize), size) }
      }
      return (kept: kept, reader: reader.result)
    }
    if let failure = results.lazy.compactMap(\.reader.failure).first {
      throw unreadable(failure)
    }
    guard FileStamp(path) == stamp else {
      throw ReadingError(
        .unreadable, "the file changed while it was read", at: Position(file: path),
        remedy: "Run it again when the file is whole.")
    }
    guard results.allSatisfy(\.reader.isPlain) else { return nil }
    var passed = Passed(
      counts: Array(repeating: (0, 0), count: count), oddities: Array(repeating: [], count: count))
    for result in results {
      for part in result.reader.parts {
        passed.counts[part.number] = (part.rows, part.lineBreaks)
        passed.oddities[part.number] = part.oddities
      }
    }
    return (results.map(\.kept), passed)
  }

  private func unreadable(_ code: Int32) -> ReadingError {
    ReadingError(
      .unreadable, "could not be read: \(String(cString: strerror(code)))",
      at: Position(file: path), remedy: "Check the file's permissions and the disk.")
  }
}

/// What tells whether a file is the same as before.
struct FileStamp: Sendable, Hashable {
  let size: Int
  private let (device, file): (UInt64, UInt64)
  private let (seconds, nanoseconds): (Int, Int)

  init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    size = Int(status.st_size)
    (device, file) = (UInt64(status.st_dev), UInt64(status.st_ino))
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    (seconds, nanoseconds) = (Int(time.tv_sec), Int(time.tv_nsec))
  }
}
