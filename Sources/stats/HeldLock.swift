import MigrationStats

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension FigureLock {
  /// The lock that lies beside a text; nil where there is none, and for standard input.
  ///
  /// - Throws: `ReadingError`, or `FigureError` where it cannot be read as a lock.
  static func held(beside text: String) throws -> FigureLock? {
    guard text != "-" else { return nil }
    let path = path(beside: text)
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    return try FigureLock(try Source.file(path).load(), name: path)
  }
}
