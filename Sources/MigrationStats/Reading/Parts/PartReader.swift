#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A thread's reader of parts: their bytes, and where the cells in them end.
///
/// A part has the records that begin in its range of bytes. Offsets are those from the start of the
/// bytes at hand.
struct PartReader {
  /// A part that was read.
  struct Part: Sendable {
    let number: Int
    let rows: Int
    let lineBreaks: Int
    let oddities: [RowScan.Oddity]
  }

  /// What became of the parts.
  struct Result: Sendable {
    var parts: [Part] = []
    /// Whether all of them are plain text.
    var isPlain = true
    /// Why the system did not give the bytes.
    var failure: Int32?
  }

  private(set) var result = Result()

  private let text: TextParts
  private let form: TextForm
  private let scanner: SeparatorScanner
  private let descriptor: Int32

  private var bytes: UnsafeMutableRawPointer
  private var scratch: UnsafeMutableRawPointer
  private var separators: UnsafeMutablePointer<UInt32>
  private var starts: UnsafeMutablePointer<UInt32>
  private var repeated: UnsafeMutablePointer<UInt8>
  private var capacity: Int

  /// Where in the file the bytes at hand begin, and how many there are.
  private var (offset, filled) = (0, 0)
  /// Where the records of the part begin, and where they end.
  private var (first, last) = (0, 0)
  private var finding = SeparatorScanner.Finding()
  /// Whether CR breaks lines in the parts before; then it is looked for at once.
  private var hasReturns = false

  /// Bytes that can be read before those at hand, and behind them.
  private static let margin = 64
  /// How many bytes more than the part's are read at once, for its last record.
  private static let surplus = 1 << 13

  init(_ text: TextParts, _ descriptor: Int32) {
    (self.text, self.descriptor, form) = (text, descriptor, text.head.form)
    scanner = SeparatorScanner(form.dialect)
    capacity = text.partSize + 1 + Self.surplus
    (bytes, scratch) = (Self.room(capacity), Self.room(capacity))
    separators = .allocate(capacity: capacity + 16)
    starts = .allocate(capacity: capacity / form.width + 16)
    repeated = .allocate(capacity: capacity / form.width + 16)
  }

  func deallocate() {
    (bytes - Self.margin).deallocate()
    (scratch - Self.margin).deallocate()
    separators.deallocate()
    starts.deallocate()
    repeated.deallocate()
  }

  private static func room(_ capacity: Int) -> UnsafeMutableRawPointer {
    .allocate(byteCount: margin + capacity + margin, alignment: 64) + margin
  }

  /// Where in the file the record behind the part's begins.
  var end: Int { offset + last }

  /// Whether the part was read from a place in the file.
  func begins(at start: Int) -> Bool { offset + first == start }

  // MARK: Reading

  /// Reads a part, and finds its cells.
  ///
  /// - Parameter start: where its first record begins; behind its first line break where nil.
  /// - Returns: whether the system gave the bytes.
  mutating func read(_ number: Int, from start: Int?) -> Bool {
    let limit = min(text.size, (number + 1) * text.partSize)
    // The first record is known to begin behind the head.
    let start = start ?? (text.head.start >= number * text.partSize ? text.head.start : nil)
    // A record that is longer than a part leaves none for the next.
    if let start, start >= limit { return leaveOut(at: start) }
    let origin = start ?? number * text.partSize - 1
    guard fill(from: origin, upTo: limit + Self.surplus) else { return false }
    if start != nil {
      first = 0
    } else {
      guard let guess = firstStart(), offset + guess < limit else {
        return leaveOut(at: limit)
      }
      first = guess
    }
    while true {
      scan(limit: limit - offset - 1)
      if let end = finding.end {
        last = end
        return true
      }
      if offset + filled >= text.size {
        // The last line may have no line break.
        last = filled
        return true
      }
      guard fill(from: offset, upTo: offset + 2 * filled) else { return false }
    }
  }

  private mutating func leaveOut(at place: Int) -> Bool {
    (offset, filled, first, last) = (place, 0, 0, 0)
    finding = SeparatorScanner.Finding()
    return true
  }

  /// Where the first record begins behind a line break, as it seems.
  private func firstStart() -> Int? {
    for index in 0..<filled {
      let byte = bytes.load(fromByteOffset: index, as: UInt8.self)
      if byte == 10 { return index + 1 }
      if byte == 13 {
        let isPair =
          index + 1 < filled && bytes.load(fromByteOffset: index + 1, as: UInt8.self) == 10
        return index + (isPair ? 2 : 1)
      }
    }
    return nil
  }

  private mutating func scan(limit: Int) {
    let limit = max(limit, first)
    finding = scanner.scan(
      bytes, from: first, to: filled, limit: limit, hasReturns: hasReturns, separators: separators)
    if finding.hasReturns, !hasReturns {
      hasReturns = true
      return scan(limit: limit)
    }
    // Behind the CR of a CRLF the record is not yet at its end.
    if hasReturns, let end = finding.end, bytes.load(fromByteOffset: end - 1, as: UInt8.self) == 13
    {
      if end == filled, offset + filled < text.size {
        finding.end = nil
      } else if end < filled, bytes.load(fromByteOffset: end, as: UInt8.self) == 10 {
        finding.end = end + 1
      }
    }
  }

  /// Reads the bytes of the file from one place to another, as far as there are.
  private mutating func fill(from start: Int, upTo end: Int) -> Bool {
    let count = min(end, text.size) - start
    if count > capacity { grow(to: count) }
    (offset, filled) = (start, 0)
    while filled < count {
      let read = pread(descriptor, bytes + filled, count - filled, off_t(start + filled))
      if read < 0, errno == EINTR { continue }
      guard read > 0 else {
        result.failure = read < 0 ? errno : EIO
        return false
      }
      filled += read
    }
    // The last line of the file may end without a line break.
    if start + filled == text.size, filled > 0 {
      let byte = bytes.load(fromByteOffset: filled - 1, as: UInt8.self)
      if byte != 10, byte != 13 {
        bytes.storeBytes(of: 10, toByteOffset: filled, as: UInt8.self)
        filled += 1
      }
    }
    return true
  }

  private mutating func grow(to size: Int) {
    deallocate()
    capacity = size
    (bytes, scratch) = (Self.room(size), Self.room(size))
    separators = .allocate(capacity: size + 16)
    starts = .allocate(capacity: size / form.width + 16)
    repeated = .allocate(capacity: size / form.width + 16)
  }

  // MARK: Rows

  /// Whether the part, read from its beginning, is what is read in parts: well-formed, its quotes
  /// around whole cells.
  mutating func isPlain(_ number: Int) -> Bool {
    let isWellFormed =
      !finding.isForeign
      || UTF8Check(
        UnsafeBufferPointer(
          start: (bytes + first).assumingMemoryBound(to: UInt8.self), count: last - first)
      ).firstFault == nil
    result.isPlain =
      result.isPlain && !finding.isOdd && !finding.isOpen && !finding.hasNul && isWellFormed
    return result.isPlain
  }

  /// The rows of the part.
  mutating func rows(of number: Int) -> CellGrid {
    let scan = RowScan(
      bytes, form, from: first, separators: separators, count: finding.count,
      lineFeeds: hasReturns ? nil : finding.lineBreaks, starts: starts,
      repeated: repeated)
    result.parts.append(
      Part(
        number: number, rows: scan.rows, lineBreaks: finding.lineBreaks, oddities: scan.oddities))
    return CellGrid(
      bytes, quote: form.quote, rows: scan.rows, width: form.width, starts: starts,
      ends: separators, repeated: repeated, scratch: scratch)
  }
}
