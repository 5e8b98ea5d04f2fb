internal import CZlib

/// Gzip files (RFC 1952): one or more members, which unpack to one text.
enum Gzip {
  /// The first bytes of a gzip file.
  static let magic: [UInt8] = [0x1F, 0x8B]

  /// The version of the library.
  static var version: String { String(cString: zlibVersion()) }

  /// The bytes that are packed, checked against the sums that the file carries.
  ///
  /// - Throws: `ReadingError` (`unpacking`) where it is cut off, damaged or unpacks to too much.
  /// - Complexity: O(n) in the bytes unpacked.
  static func unpacked(
    _ bytes: [UInt8], at position: Position, within bound: UnpackingBound = UnpackingBound()
  ) throws(ReadingError) -> [UInt8] {
    var unpacked: [UInt8] = []
    var failure: Failure?
    bytes.withUnsafeBufferPointer { packed in
      do throws(Failure) {
        try unpack(packed, into: &unpacked, limit: bound.limit(packed: packed.count))
      } catch {
        failure = error
      }
    }
    switch failure {
    case nil: return unpacked
    case .tooLarge: throw bound.error(packed: bytes.count, unpacked: nil, at: position)
    case .cutOff:
      throw ReadingError(
        .unpacking, "the gzip file ends before its content does", at: position,
        remedy: "The download was probably cut off: download it again.")
    case .damaged(let what):
      throw ReadingError(
        .unpacking, "the gzip file is damaged: \(what)", at: position,
        remedy: "Download it again.")
    }
  }

  private enum Failure: Error { case cutOff, damaged(String), tooLarge }

  private static func unpack(
    _ packed: UnsafeBufferPointer<UInt8>, into unpacked: inout [UInt8], limit: Int
  ) throws(Failure) {
    var stream = z_stream()
    // 16 more than the window's bits says that there is gzip's frame.
    guard
      inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { throw .damaged("zlib could not begin") }
    defer { inflateEnd(&stream) }
    var (block, taken) = ([UInt8](repeating: 0, count: 1 << 18), 0)
    while true {
      let piece = UnsafeMutableBufferPointer(
        mutating: UnsafeBufferPointer(rebasing: packed[taken...].prefix(1 << 30)))
      stream.next_in = piece.baseAddress
      stream.avail_in = UInt32(piece.count)
      let (status, made) = block.withUnsafeMutableBufferPointer { room in
        stream.next_out = room.baseAddress
        stream.avail_out = UInt32(room.count)
        let status = inflate(&stream, Z_NO_FLUSH)
        return (status, room.count - Int(stream.avail_out))
      }
      taken += piece.count - Int(stream.avail_in)
      unpacked.append(contentsOf: block[..<made])
      if unpacked.count > limit { throw .tooLarge }
      switch status {
      case Z_STREAM_END:
        // A further member may follow; tapes and some writers pad with zeros.
        if packed[taken...].allSatisfy({ $0 == 0 }) { return }
        guard packed[taken...].starts(with: magic), inflateReset(&stream) == Z_OK else {
          throw .damaged("something else follows its content")
        }
      case Z_OK where made > 0 || !packed[taken...].isEmpty: continue
      case Z_OK, Z_BUF_ERROR: throw .cutOff
      default: throw .damaged(stream.msg.map { String(cString: $0) } ?? "zlib’s error \(status)")
      }
    }
  }
}
