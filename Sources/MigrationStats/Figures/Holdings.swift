internal import Crypto

/// The data that figures are made from, each read once, with its digest.
///
/// ```swift
/// var holdings = Holdings(try Catalog(folder: "datasets"))
/// try holdings.dataset("migrant-stock")
/// try holdings.file(.file("examples/my.csv"))
/// print(holdings.held.keys.sorted())  // ["examples/my.csv", "migrant-stock"]
/// let figure = try holdings.figure(
///   FigureRequest("migrant-stock", area: "Canada", of: .level, years: 2019...2019))
/// let chart = try holdings.chart(ChartRequest("migrant-stock", areas: ["Canada"]))
/// print(figure.display, chart.data.rows.count)  // 7.96 million 7
/// ```
public struct Holdings: Sendable {
  /// A data set or file with its series.
  public struct Holding: Sendable {
    /// The id, or the name of the file.
    public let name: String
    /// `sha256:` and the digest in hexadecimal.
    public let digest: String
    /// The description; nil for a file.
    public let package: DataPackage?
    /// The series.
    public let panel: Panel
    /// What the reader of the file was told; nil where it was told nothing.
    var told: ToldOptions?

    /// The data by name and digest, and how they were read.
    var data: Recipe.Data { Recipe.Data(name: name, digest: digest, told: told?.words) }
  }

  /// The catalogue; nil where there is none.
  public let catalog: Catalog?
  /// What has been read, by name.
  public private(set) var held: [String: Holding] = [:]

  /// Nothing read yet.
  public init(_ catalog: Catalog? = nil) { self.catalog = catalog }

  /// All series of the catalogue.
  ///
  /// ```swift
  /// let all = try Holdings.all(of: Catalog(folder: "datasets"))
  /// print(all.held.keys.contains("refugees"))  // true
  /// ```
  ///
  /// - Throws: `CatalogError`, `ReadingError` or `TidyingError`.
  public static func all(of catalog: Catalog) throws -> Holdings {
    var holdings = Holdings(catalog)
    for id in catalog.ids {
      let dataset = try catalog.dataset(id)
      if dataset.package.migrationstats.kind == "series" { try holdings.add(dataset) }
    }
    return holdings
  }

  /// Reads a data set, if it has not been read yet.
  ///
  /// - Throws: `CatalogError`, `ReadingError` or `TidyingError`.
  @discardableResult
  public mutating func dataset(_ id: String) throws -> Holding {
    if let holding = held(named: id) { return holding }
    guard let catalog else {
      throw CatalogError(
        .noCatalog, "the data set ‘\(id)’ needs the catalogue, and there is none",
        remedy: "Name its folder: --catalog FOLDER or MIGRATIONSTATS_CATALOG.")
    }
    return try add(try catalog.dataset(id))
  }

  @discardableResult
  private mutating func add(_ dataset: Dataset) throws -> Holding {
    let holding = Holding(
      name: dataset.id, digest: dataset.package.resources[0].hash, package: dataset.package,
      panel: try dataset.panel())
    held[dataset.id] = holding
    return holding
  }

  /// Reads a file.
  ///
  /// - Throws: `ReadingError` or `TidyingError`.
  @discardableResult
  public mutating func file(
    _ source: Source, reading: ReadingOptions = ReadingOptions(),
    tidying: TidyingOptions = TidyingOptions()
  ) throws -> Holding {
    let bytes = try source.load()
    let panel = try Table(bytes, name: source.name, options: reading).tidied(tidying)
    let holding = Holding(
      name: source.name, digest: "sha256:" + SHA256.hash(data: bytes).hexadecimal, package: nil,
      panel: panel, told: ToldOptions(reading, tidying))
    held[Self.key(source.name, holding.told)] = holding
    return holding
  }

  /// What is held by a name: a file that was read in one way only, however it was told.
  func held(named name: String) -> Holding? {
    if let holding = held[name] { return holding }
    let told = held.values.filter { $0.name == name }
    return told.count == 1 ? told[0] : nil
  }

  /// A file that is read in two ways is held twice.
  private static func key(_ name: String, _ told: ToldOptions?) -> String {
    told.map { "\(name) \($0.text)" } ?? name
  }

  /// The data of a recipe, a file read as it was read for it.
  ///
  /// - Throws: `FigureError` (`malformed`); as `dataset(_:)` and `file(_:reading:tidying:)`.
  mutating func holding(_ data: Recipe.Data) throws -> Holding {
    guard let words = data.told else {
      if let known = held[data.name] { return known }
      return try unheld(data.name)
    }
    let told = try ToldOptions(kept: words)
    if let known = held[Self.key(data.name, told)] { return known }
    let (reading, tidying) = try told.told()
    return try file(.file(data.name), reading: reading, tidying: tidying)
  }

  /// The digests of what has been read, by name.
  var digests: [String: String] {
    Dictionary(held.values.map { ($0.name, $0.digest) }) { first, _ in first }
  }
}
