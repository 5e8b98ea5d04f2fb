import Foundation

/// The folders of the project, found from where this file lies.
enum Project {
  /// The root of the package.
  static let root = ancestor(of: #filePath, levels: 4)
  /// The folder with the data sets.
  static let datasets = root + "/datasets"
  /// The folder with files that tests read.
  static let fixtures = root + "/Tests/MigrationStatsTests/Fixtures"

  private static func ancestor(of path: String, levels: Int) -> String {
    path.split(separator: "/", omittingEmptySubsequences: false).dropLast(levels)
      .joined(separator: "/")
  }
}

/// A folder that is there while the work is done, and gone afterwards.
func withTemporaryFolder<Result>(_ work: (String) throws -> Result) throws -> Result {
  let files = FileManager.default
  let folder = files.temporaryDirectory.appendingPathComponent(
    "migrationstats-\(UUID().uuidString)")
  try files.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? files.removeItem(at: folder) }
  return try work(folder.path)
}

/// Writes a text to a file.
func write(_ text: String, to path: String) throws {
  try Data(text.utf8).write(to: URL(fileURLWithPath: path))
}
