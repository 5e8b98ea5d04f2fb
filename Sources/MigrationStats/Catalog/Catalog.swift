#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The folder of data sets.
///
/// ```swift
/// let catalog = try Catalog(folder: "datasets")
/// let remittances = try catalog.dataset("remittances-received").panel()
/// print(try remittances.series(of: "India").unit)  // US$
/// ```
public struct Catalog: Sendable {
  /// Its path.
  public let folder: String
  /// The ids of the data sets, in alphabetical order.
  public let ids: [String]

  /// The catalogue in a folder.
  ///
  /// - Throws: `CatalogError` (`noCatalog`) where there is no data set in it.
  public init(folder: String) throws(CatalogError) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    self.folder = folder
    ids = names.filter {
      FileManager.default.fileExists(atPath: "\(folder)/\($0)/datapackage.json")
    }
    .sorted()
    guard !ids.isEmpty else {
      throw CatalogError(
        .noCatalog, "there are no data sets in ‘\(folder)’",
        remedy: "Name the folder that holds them: --catalog FOLDER or MIGRATIONSTATS_CATALOG.")
    }
  }

  /// The catalogue that belongs to a program: where it is told, beside the program where it is
  /// installed (`share/migrationstats/datasets`), or in the checkout that it was built in.
  ///
  /// ```swift
  /// let located = try Catalog.located(told: "datasets", executable: CommandLine.arguments[0])
  /// print(located.ids.contains("refugees"))  // true
  /// ```
  ///
  /// - Parameters:
  ///   - folder: what the user named; it decides.
  ///   - executable: the path of the running program.
  /// - Throws: `CatalogError` (`noCatalog`).
  public static func located(told folder: String?, executable: String) throws(CatalogError)
    -> Catalog
  {
    if let folder, !folder.isEmpty { return try Catalog(folder: folder) }
    var ancestor = executable[...]
    while let slash = ancestor.lastIndex(of: "/") {
      ancestor = ancestor[..<slash]
      let installed = "\(ancestor)/share/migrationstats/datasets"
      if let catalog = try? Catalog(folder: installed) { return catalog }
      // Any folder may be called datasets; ours lies beside the package.
      guard FileManager.default.fileExists(atPath: "\(ancestor)/Package.swift") else { continue }
      if let catalog = try? Catalog(folder: "\(ancestor)/datasets") { return catalog }
    }
    throw CatalogError(
      .noCatalog, "the data sets were not found beside the program",
      remedy: "Name the folder that holds them: --catalog FOLDER or MIGRATIONSTATS_CATALOG.")
  }

  /// The data set with an id.
  ///
  /// - Throws: `CatalogError` (`notFound`, with the ids that are spelt alike; `description`).
  public func dataset(_ id: String) throws -> Dataset {
    guard ids.contains(id) else {
      throw CatalogError(
        .notFound, "there is no data set ‘\(id)’",
        remedy: Suggestion.didYouMean(id, among: ids) ?? "See what there is: stats datasets.")
    }
    return try Dataset(id: id, folder: "\(folder)/\(id)")
  }
}
