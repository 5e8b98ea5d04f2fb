internal import Crypto

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A data set of the catalogue: its description and, when asked for, its series.
///
/// ```swift
/// let dataset = try Catalog(folder: "datasets").dataset("communique-2009")
/// print(try dataset.table().header.prefix(3))  // ["area", "code", "year"]
/// print(try dataset.panel().series[0].years)  // [1980, 2008]
/// ```
public struct Dataset: Sendable {
  /// The id: the folder's name.
  public let id: String
  /// The description.
  public let package: DataPackage
  private let folder: String

  init(id: String, folder: String) throws {
    self.id = id
    self.folder = folder
    let name = "\(id)/datapackage.json"
    let bytes = try MigrationStats.Source.file("\(folder)/datapackage.json").load()
    do {
      package = try JSONDecoder().decode(DataPackage.self, from: Data(bytes))
    } catch {
      throw CatalogError(
        .description, "the description cannot be read: \(Self.reason(error))",
        at: Position(file: name), remedy: "Restore the file from the release.")
    }
    guard package.resources.count == 1, package.name == id else {
      throw CatalogError(
        .description,
        "the description is of ‘\(package.name)’ and \(package.resources.count) files",
        at: Position(file: name), remedy: "Give it the folder's name and one resource.")
    }
  }

  /// The table as it lies in the folder, its digest checked.
  ///
  /// - Throws: `CatalogError` (`digest`) where the bytes are not those that the description speaks
  ///   of; `ReadingError`.
  public func table() throws -> Table {
    let resource = package.resources[0]
    let name = "\(id)/\(resource.path)"
    let bytes = try MigrationStats.Source.file("\(folder)/\(resource.path)").load()
    let digest = "sha256:" + SHA256.hash(data: bytes).map { Self.hexadecimal($0) }.joined()
    guard digest == resource.hash else {
      throw CatalogError(
        .digest,
        "the data are not those that the description speaks of (\(digest.prefix(19))… "
          + "instead of \(resource.hash.prefix(19))…)", at: Position(file: name),
        remedy:
          "Restore the file from the release; to use figures of your own, pass them as a file.")
    }
    return try Table(
      bytes, name: name,
      options: ReadingOptions(delimiter: UInt8(ascii: ","), decimalMark: UInt8(ascii: ".")))
  }

  /// The series, with their vintage, breaks and caveats.
  ///
  /// - Throws: `CatalogError`, `ReadingError` or `TidyingError`.
  public func panel() throws -> Panel {
    let known = package.migrationstats
    guard known.kind == "series" else {
      throw CatalogError(
        .list, "‘\(id)’ is a list, not series", remedy: "See what is in it: stats datasets \(id).")
    }
    let panel = try table().tidied(tidyingOptions)
    return panel.mapped(source: id) { described($0) }
  }

  /// What the description says of the columns, as what the tidying is told.
  public var tidyingOptions: TidyingOptions {
    let reserved: Set = ["area", "code", "year", "vintage", "unit"]
    let keys = package.resources[0].schema.primaryKey.filter { !reserved.contains($0) }
    return TidyingOptions(
      layout: .long, areaColumn: "area", yearColumn: "year", valueColumns: ["value"],
      keyColumns: keys,
      quantity: package.migrationstats.quantity.map { quantity in
        Quantity(
          quantity.name, kind: Quantity.Kind(rawValue: quantity.kind) ?? .notStated,
          definition: quantity.definition)
      })
  }

  private func described(_ series: Series) -> Series {
    let known = package.migrationstats
    let vintage = series.vintage ?? (known.vintages.count == 1 ? known.vintages[0].id : nil)
    func concerns(_ areas: [String]?, _ vintages: [String]?) -> Bool {
      (areas?.contains(series.area.code ?? "") ?? true)
        && (vintages?.contains(vintage ?? "") ?? true)
    }
    let breaks = (known.breaks ?? []).filter { concerns($0.areas, $0.vintages) }.map { known in
      Break(
        year: known.year, kind: known.kind, text: known.text, effect: known.effect,
        effectText: known.effectText, successors: known.successors ?? [])
    }
    let caveats = (known.caveats ?? []).filter { known in
      concerns(known.areas, known.vintages)
        && (known.areaKind == nil || known.areaKind == series.area.kind.rawValue)
    }.map { Caveat($0.kind, year: $0.year, $0.text) }
    return Series(
      area: series.area, quantity: series.quantity, unit: series.unit, vintage: vintage,
      keys: series.keys, observations: series.observations,
      suppressedYears: series.suppressedYears, source: series.source,
      citation: known.vintages.first { $0.id == vintage }?.citation,
      aggregation: known.aggregates.flatMap(Series.Aggregation.init(rawValue:)) ?? .notStated,
      breaks: breaks, caveats: caveats)
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16)
    return digits.count == 1 ? "0" + digits : digits
  }

  private static func reason(_ error: any Error) -> String {
    guard let error = error as? DecodingError else { return "\(error)" }
    func path(_ context: DecodingError.Context) -> String {
      context.codingPath.map(\.stringValue).joined(separator: ".")
    }
    switch error {
    case .keyNotFound(let key, let context):
      return "‘\((context.codingPath + [key]).map(\.stringValue).joined(separator: "."))’ is absent"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      return "‘\(path(context))’ is of another type"
    case .dataCorrupted: return "it is not JSON"
    @unknown default: return "it is not a Data Package"
    }
  }
}
