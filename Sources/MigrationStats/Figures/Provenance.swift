/// Where a figure comes from: the data, the rows, and each step from there to the number.
public struct Provenance: Sendable, Hashable, Codable {
  /// How much was done to the publisher's numbers.
  public enum Processing: String, Sendable, Hashable, Codable {
    /// Renamed, or its unit changed: still the publisher's number.
    case minor
    /// Computed from the publisher's numbers.
    case major
  }

  /// A row that was used.
  public struct Row: Sendable, Hashable, Codable {
    /// The data set or file.
    public let data: String
    /// The lines of the file.
    public let lines: [Int]
    /// The area.
    public let area: String
    /// The year.
    public let year: Int
    /// The value in the series' unit.
    public let value: Double
    /// SDMX's status.
    public let status: String
  }

  /// What the numbers were taken from: the data of the series, then that of the whole of a share.
  public let sources: [Citation]
  /// What the series measures, in one sentence; nil where the data do not say.
  public let measures: String?
  /// The rows.
  public let rows: [Row]
  /// The steps from the rows to the number, in words.
  public let transforms: [String]
  /// The formula.
  public let formula: String
  /// How much was done.
  public let processing: Processing

  /// The data, each with its digest.
  public var data: [Recipe.Data] { sources.map(\.data) }
  /// The title of the first publication.
  public var title: String { sources.first?.title ?? "" }
  /// The vintage; nil where the data name none.
  public var vintage: String? { sources.first?.vintage }
  /// When the vintage was released, as far as is recorded.
  public var released: String? { sources.first?.released }
  /// The citations in the publishers' recommended form.
  public var citations: [String] { sources.compactMap(\.recommended) }
}
