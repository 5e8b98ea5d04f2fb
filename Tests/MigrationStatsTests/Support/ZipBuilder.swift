import CZlib

/// A ZIP archive of a few members, each as sound or broken as a test wants it.
struct ZipBuilder {
  /// A member as it is written.
  struct Member {
    var name: String
    var content: [UInt8]
    /// 0 stored, 8 deflated; others are written as they are and only said to be so.
    var method: UInt16 = 8
    var isEncrypted = false
    /// The sum and the size that the archive says, where they are not the right ones.
    var crc: UInt32?
    var size: UInt32?
    /// Whether its sizes are written in the extra field of ZIP64.
    var isZip64 = false
  }

  var members: [Member] = []

  init(_ members: [(String, String)] = []) {
    self.members = members.map { Member(name: $0.0, content: Array($0.1.utf8)) }
  }

  /// The archive.
  var bytes: [UInt8] {
    var (file, directory) = ([UInt8](), [UInt8]())
    for member in members {
      let packed =
        member.method == 8 ? deflated(member.content, window: -15) : member.content
      let offset = UInt32(file.count)
      let sum =
        member.crc ?? UInt32(crc32(0, member.content, UInt32(member.content.count)))
      let size = member.size ?? UInt32(member.content.count)
      let flags: UInt16 = (member.isEncrypted ? 1 : 0) | 1 << 11
      let sizes: [UInt8] =
        Self.little(member.isZip64 ? UInt32.max : UInt32(packed.count))
        + Self.little(member.isZip64 ? UInt32.max : size)
      let extra: [UInt8] =
        member.isZip64
        ? Self.little(UInt16(1)) + Self.little(UInt16(16)) + Self.little(UInt64(size))
          + Self.little(UInt64(packed.count)) : []
      let version = Self.little(UInt16(member.isZip64 ? 45 : 20))
      let common: [UInt8] =
        version + Self.little(flags) + Self.little(member.method)
        + Self.little(UInt32(0x58CB_0000)) + Self.little(sum) + sizes
        + Self.little(UInt16(member.name.utf8.count)) + Self.little(UInt16(extra.count))
      file += [0x50, 0x4B, 3, 4] + common + Array(member.name.utf8) + extra + packed
      directory += [0x50, 0x4B, 1, 2] + version + common
      directory += [UInt8](repeating: 0, count: 10) + Self.little(offset)
      directory += Array(member.name.utf8) + extra
    }
    let count = Self.little(UInt16(members.count))
    return file + directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + count + count
      + Self.little(UInt32(directory.count)) + Self.little(UInt32(file.count)) + [0, 0]
  }

  private static func little(_ number: some FixedWidthInteger) -> [UInt8] {
    (0..<number.bitWidth / 8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }
}
