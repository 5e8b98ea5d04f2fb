/// A library of others that results depend on.
public struct Library: Sendable, CustomStringConvertible {
  /// Its name.
  public let name: String
  /// Its version, as the library says itself while it runs; `not installed` where it is not.
  public let version: String

  /// The name and the version.
  public var description: String { "\(name) \(version)" }

  /// The libraries that say their version.
  public static var all: [Library] {
    [
      Library(name: "OpenBLAS", version: OpenBLAS.version),
      Library(name: "cmark-gfm", version: CommonMark.version),
      Library(name: "zlib", version: Gzip.version),
      Library(name: "expat", version: XMLPass.version),
    ]
  }
}
