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

  /// The catalogue: what is told, then the environment, then what is configured, then where the
  /// program lies.
  ///
  /// - Parameter isSaid: whether a configured folder is said; once in a run is enough.
  func located(isSaid: Bool = true) throws -> Catalog {
    try Self.located(told: catalog, isSaid: isSaid)
  }

  /// The catalogue in a folder that is told, or where it is otherwise.
  static func located(told: String?, isSaid: Bool) throws -> Catalog {
    let folder = told ?? Settings.inForce.catalog(isSaid: isSaid)
    let catalog = try Catalog.located(told: folder, executable: executable)
    if isSaid { Terminal.detail("the data sets are in \(catalog.folder)") }
    return catalog
  }

  /// The catalogue; nil where none is told and none lies beside the program.
  func locatedIfAny() throws -> Catalog? {
    catalog == nil && Settings.inForce[.catalog] == nil ? try? located() : try located()
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
