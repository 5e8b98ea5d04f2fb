/// The encodings of text that are read.
///
/// ```swift
/// print(TextEncoding(named: "WINDOWS-1252") == .windows1252)  // true
/// ```
public enum TextEncoding: String, Sendable, Hashable, CaseIterable {
  /// UTF-8.
  case utf8 = "utf-8"
  /// UTF-16, the lower byte of a unit first.
  case utf16LittleEndian = "utf-16le"
  /// UTF-16, the higher byte of a unit first.
  case utf16BigEndian = "utf-16be"
  /// Windows-1252, which contains ISO 8859-1.
  case windows1252 = "windows-1252"
  /// Code page 850 of DOS.
  case codePage850 = "cp850"

  /// The encoding that a name means; case does not count.
  public init?(named name: String) {
    let name = name.lowercased()
    guard let known = Self(rawValue: name) ?? Self.otherNames[name] else { return nil }
    self = known
  }

  /// The name for people.
  public var name: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16LittleEndian: "UTF-16 (little-endian)"
    case .utf16BigEndian: "UTF-16 (big-endian)"
    case .windows1252: "Windows-1252"
    case .codePage850: "code page 850"
    }
  }

  private static let otherNames: [String: TextEncoding] = [
    "utf8": .utf8, "utf16le": .utf16LittleEndian, "utf16be": .utf16BigEndian,
    "cp1252": .windows1252, "1252": .windows1252, "latin1": .windows1252, "latin-1": .windows1252,
    "iso-8859-1": .windows1252, "iso8859-1": .windows1252, "850": .codePage850,
    "ibm850": .codePage850, "dos850": .codePage850,
  ]
}
