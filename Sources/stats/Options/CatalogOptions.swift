import ArgumentParser
import MigrationStats

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Where the data sets lie.
struct CatalogOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The folder with the data sets. Also MIGRATIONSTATS_CATALOG.", valueName: "folder"),
    completion: .directory)
  var catalog: String?

  /// The catalogue: what is told, then the environment, then where the program lies.
  func located() throws -> Catalog {
    try Catalog.located(told: folder, executable: Self.executable)
  }

  /// The catalogue; nil where none is told and none lies beside the program.
  func locatedIfAny() throws -> Catalog? {
    folder == nil ? try? located() : try located()
  }

  private var folder: String? {
    let told = catalog ?? ProcessInfo.processInfo.environment["MIGRATIONSTATS_CATALOG"] ?? ""
    return told.isEmpty ? nil : told
  }

  private static var executable: String {
    #if os(Linux)
      if let path = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe") {
        return path
      }
    #endif
    let name = CommandLine.arguments.first ?? ""
    if name.hasPrefix("/") { return name }
    return FileManager.default.currentDirectoryPath + "/" + name
  }
}
