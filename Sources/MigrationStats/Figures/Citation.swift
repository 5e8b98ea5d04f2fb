/// The publication that numbers were taken from, as a bibliography needs it.
public struct Citation: Codable, Sendable, Hashable {
  /// The data set or file, with its digest.
  public let data: Recipe.Data
  /// The title of the publication; the file's name where nothing else is known.
  public let title: String
  /// Who published it; nil where the data do not say.
  public let publisher: String?
  /// The persons who wrote it, each as `family, given`; nil where the publisher is the author.
  public let authors: [String]?
  /// The id of the revision.
  public let vintage: String?
  /// The year, month or day of release: `2019`, `2026-06`, `2025-07-01`; nil where not recorded.
  public let released: String?
  /// Its page.
  public let url: String?
  /// The licence's short name.
  public let licence: String?
  /// The citation in the publisher's recommended form; nil where there is none.
  public let recommended: String?

  init(_ series: Series, in holding: Holdings.Holding, _ data: Recipe.Data) {
    let package = holding.package
    let vintage = package?.migrationstats.vintages.first { $0.id == series.vintage }
    self.data = data
    title = vintage?.title ?? package?.title ?? holding.name
    publisher = vintage?.publisher
    authors = vintage?.authors
    self.vintage = series.vintage
    released = vintage.flatMap { $0.released == "not recorded" ? nil : $0.released }
    url = vintage.flatMap { Self.page(of: $0, among: package?.sources ?? []) }
    licence = vintage?.licence
    recommended = series.citation
  }

  /// The key in a bibliography, the same for all figures of one revision: `migrant-stock-un-2019`.
  public var key: String {
    let words = [data.name, vintage].compactMap(\.self).joined(separator: "-")
    let key = words.unicodeScalars.map { scalar -> String in
      let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || "0"..."9" ~= scalar)
      return isPlain ? String(scalar) : "-"
    }.joined().split(separator: "-").joined(separator: "-")
    return key.isEmpty ? "data" : key
  }

  /// Year, month and day of release, as far as they are known.
  public var dateParts: [Int] { released?.split(separator: "-").compactMap { Int($0) } ?? [] }

  /// What a reference list prints where the publisher recommends nothing.
  var text: String { recommended ?? "\(title)." }

  /// The page that the citation names, or that of a source by the same publisher.
  private static func page(of vintage: Vintage, among sources: [DataPackage.Source]) -> String? {
    let words = vintage.citation.split(separator: " ").map(String.init)
    if let named = words.first(where: { $0.hasPrefix("https://") }) { return named }
    let publisher = vintage.publisher.prefix { $0 != "," }
    return sources.first { $0.title.hasPrefix(publisher) && $0.path != nil }?.path
  }
}
