internal import CMinizip

/// A ZIP archive in memory: its directory, and the bytes of the members that are asked for.
struct ZipArchive {
  /// An entry of the directory.
  struct Member: Sendable, Hashable {
    /// The path in the archive.
    let name: String
    /// The bytes that it takes in the archive, and those that it says it unpacks to.
    let (packed, unpacked): (Int, Int)
    fileprivate let method: UInt
    fileprivate let isEncrypted: Bool
    fileprivate let place: UInt64
    fileprivate let number: UInt64

    /// Whether it is a folder.
    var isFolder: Bool { name.hasSuffix("/") || name.hasSuffix("\\") }
  }

  /// The first bytes of a ZIP archive that is not empty.
  static let magic: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
  /// The most members that an archive may have; a workbook has some dozens.
  private static let mostMembers = 10_000

  /// The members in the order of the directory.
  let members: [Member]
  /// Where the archive is, for messages.
  let position: Position
  private let bytes: [UInt8]
  private let bound: UnpackingBound

  /// Reads the directory.
  ///
  /// - Throws: `ReadingError` (`unpacking`) where it is not there or damaged.
  init(
    _ bytes: [UInt8], at position: Position, within bound: UnpackingBound = UnpackingBound()
  ) throws(ReadingError) {
    (self.bytes, self.position, self.bound) = (bytes, position, bound)
    var members: [Member]? = []
    Self.open(bytes) { file in members = file.flatMap(Self.directory) }
    guard let members else {
      throw ReadingError(
        .unpacking, "the archive’s directory, which stands at its end, is missing or damaged",
        at: position, remedy: "The download was probably cut off: download it again.")
    }
    self.members = members
  }

  /// The member with a path; nil where there is none.
  func member(named name: String) -> Member? { members.first { $0.name == name } }

  /// The bytes of a member, checked against its sum.
  ///
  /// - Throws: `ReadingError` (`unpacking`) where it is encrypted, packed in a way that is not read,
  ///   damaged or unpacks to too much.
  func unpacked(_ member: Member) throws(ReadingError) -> [UInt8] {
    guard !member.isEncrypted else {
      throw error(
        member, "is encrypted", remedy: "Unpack it with its password and pass the file itself.")
    }
    guard [0, 8].contains(member.method) else {
      let method = Self.methods[member.method] ?? "method \(member.method)"
      throw error(
        member, "is packed by \(method), which is not read",
        remedy: "Unpack it by other means and pass the file itself.")
    }
    // minizip, where a C long has 64 bits, does not look for sizes in the extra field.
    guard member.packed != Self.writtenElsewhere, member.unpacked != Self.writtenElsewhere else {
      throw error(
        member, "has its size written as in ZIP64, which is not read",
        remedy: "Unpack it by other means and pass the file itself.")
    }
    let limit = bound.limit(packed: member.packed)
    guard member.unpacked <= limit else {
      throw bound.error(
        packed: member.packed, unpacked: member.unpacked, at: position(of: member))
    }
    var outcome = Outcome.damaged
    Self.open(bytes) { file in
      if let file { outcome = Self.read(member, of: file, limit: limit) }
    }
    switch outcome {
    case .bytes(let bytes): return bytes
    case .tooLarge:
      throw bound.error(packed: member.packed, unpacked: nil, at: position(of: member))
    case .damaged:
      throw error(
        member, "is damaged: it does not unpack to what the archive says",
        remedy: "Download it again.")
    }
  }

  /// Where a member is, for messages.
  func position(of member: Member) -> Position {
    Position(file: (position.file.map { "\($0)/" } ?? "") + member.name)
  }

  private func error(_ member: Member, _ what: String, remedy: String) -> ReadingError {
    ReadingError(.unpacking, "the member \(what)", at: position(of: member), remedy: remedy)
  }

  /// What stands in the place of a size that ZIP64 has elsewhere.
  private static let writtenElsewhere = 0xFFFF_FFFF

  private static let methods: [UInt: String] = [
    9: "Deflate64", 12: "bzip2", 14: "LZMA", 93: "Zstandard", 95: "xz", 98: "PPMd",
  ]

  // MARK: minizip

  private enum Outcome { case bytes([UInt8]), damaged, tooLarge }

  private static func directory(_ file: unzFile) -> [Member]? {
    var (members, status) = ([Member](), unzGoToFirstFile(file))
    var name = [UInt8](repeating: 0, count: 1 << 16)
    while status == UNZ_OK {
      var (information, place) = (unz_file_info64(), unz64_file_pos())
      let found = name.withUnsafeMutableBytes { room in
        unzGetCurrentFileInfo64(
          file, &information, room.baseAddress?.assumingMemoryBound(to: CChar.self),
          UInt(room.count), nil, 0, nil, 0)
      }
      guard found == UNZ_OK, unzGetFilePos64(file, &place) == UNZ_OK,
        let packed = Int(exactly: information.compressed_size),
        let unpacked = Int(exactly: information.uncompressed_size), members.count < mostMembers
      else { return nil }
      members.append(
        Member(
          name: text(name.prefix(Int(information.size_filename))), packed: packed,
          unpacked: unpacked, method: UInt(information.compression_method),
          isEncrypted: information.flag & 1 != 0, place: place.pos_in_zip_directory,
          number: place.num_of_file))
      status = unzGoToNextFile(file)
    }
    return status == UNZ_END_OF_LIST_OF_FILE ? members : nil
  }

  /// A name in UTF-8, or in the code page of DOS.
  private static func text(_ name: ArraySlice<UInt8>) -> String {
    String(validating: name, as: UTF8.self) ?? CodePage.dos850.text(name)
  }

  private static func read(_ member: Member, of file: unzFile, limit: Int) -> Outcome {
    var place = unz64_file_pos(
      pos_in_zip_directory: ZPOS64_T(member.place), num_of_file: ZPOS64_T(member.number))
    guard unzGoToFilePos64(file, &place) == UNZ_OK, unzOpenCurrentFile(file) == UNZ_OK else {
      return .damaged
    }
    var (unpacked, block) = ([UInt8](), [UInt8](repeating: 0, count: 1 << 18))
    var count: Int32 = 0
    repeat {
      count = block.withUnsafeMutableBytes { room in
        unzReadCurrentFile(file, room.baseAddress, UInt32(room.count))
      }
      if count > 0 { unpacked.append(contentsOf: block[..<Int(count)]) }
    } while count > 0 && unpacked.count <= limit
    // Closing compares the sums, once all has been read.
    let closed = unzCloseCurrentFile(file)
    if unpacked.count > limit { return .tooLarge }
    guard count == 0, closed == UNZ_OK, unpacked.count == member.unpacked else { return .damaged }
    return .bytes(unpacked)
  }

  /// Where minizip reads: the bytes, and how far it has come.
  private struct Tape {
    let bytes: UnsafeRawBufferPointer
    var offset = 0
  }

  /// Lets minizip read the archive; nil where it finds no directory.
  private static func open(_ bytes: [UInt8], _ body: (unzFile?) -> Void) {
    bytes.withUnsafeBytes { bytes in
      var tape = Tape(bytes: bytes)
      withUnsafeMutablePointer(to: &tape) { tape in
        var functions = zlib_filefunc64_def()
        functions.opaque = UnsafeMutableRawPointer(tape)
        functions.zopen64_file = { opaque, _, _ in opaque }
        functions.zread_file = { _, tape, room, size in
          guard let tape = tape?.assumingMemoryBound(to: Tape.self), let room else { return 0 }
          let bytes = tape.pointee.bytes
          let count = min(Int(clamping: size), bytes.count - tape.pointee.offset)
          if count > 0, let base = bytes.baseAddress {
            room.copyMemory(from: base.advanced(by: tape.pointee.offset), byteCount: count)
          }
          tape.pointee.offset += count
          return UInt(count)
        }
        functions.ztell64_file = { _, tape in
          ZPOS64_T(tape?.assumingMemoryBound(to: Tape.self).pointee.offset ?? 0)
        }
        functions.zseek64_file = { _, tape, offset, origin in
          guard let tape = tape?.assumingMemoryBound(to: Tape.self) else { return -1 }
          let start =
            switch origin {
            case ZLIB_FILEFUNC_SEEK_CUR: tape.pointee.offset
            case ZLIB_FILEFUNC_SEEK_END: tape.pointee.bytes.count
            default: 0
            }
          let (end, overflows) = start.addingReportingOverflow(Int(truncatingIfNeeded: offset))
          guard !overflows, (0...tape.pointee.bytes.count).contains(end) else { return -1 }
          tape.pointee.offset = end
          return 0
        }
        functions.zclose_file = { _, _ in 0 }
        functions.zerror_file = { _, _ in 0 }
        let file = unzOpen2_64(nil, &functions)
        body(file)
        if let file { unzClose(file) }
      }
    }
  }
}
