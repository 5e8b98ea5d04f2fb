/// The description of a data set: Data Package, version 2, with the properties of our own under
/// `migrationstats`.
///
/// Source: https://datapackage.org/standard/data-package/. Only what the toolkit uses is decoded;
/// further properties are left alone.
public struct DataPackage: Decodable, Sendable, Hashable {
  /// The identifier, in lower case.
  public let name: String
  /// The title.
  public let title: String
  /// What the data are and what is odd about them.
  public let description: String
  /// The version of the data set in this catalogue.
  public let version: String
  /// Where the figures come from.
  public let sources: [Source]
  /// On what terms they may be used.
  public let licenses: [Licence]
  /// The files; ours have one.
  public let resources: [Resource]
  /// What only a toolkit for migration needs to know.
  public let migrationstats: Extension

  /// A publication that figures were taken from.
  public struct Source: Decodable, Sendable, Hashable {
    /// Publisher and title.
    public let title: String
    /// Its page.
    public let path: String?
    /// Its edition or the day of its last update.
    public let version: String?
  }

  /// A licence.
  public struct Licence: Decodable, Sendable, Hashable {
    /// Its short name.
    public let name: String
    /// Its page.
    public let path: String?
    /// Its name in words.
    public let title: String?
  }

  /// A file of data.
  public struct Resource: Decodable, Sendable, Hashable {
    /// Its path beside the description.
    public let path: String
    /// Its size.
    public let bytes: Int
    /// `sha256:` and the digest in hexadecimal.
    public let hash: String
    /// Its columns.
    public let schema: Schema
  }

  /// The columns of a file.
  public struct Schema: Decodable, Sendable, Hashable {
    /// The columns in their order.
    public let fields: [Field]
    /// The words for a missing value.
    public let missingValues: [String]
    /// The columns that tell every row from every other.
    public let primaryKey: [String]
  }

  /// A column.
  public struct Field: Decodable, Sendable, Hashable {
    /// Its header.
    public let name: String
    /// Its type: `string`, `integer`, `number`, `year` or `date`.
    public let type: String
    /// What it holds.
    public let description: String?
  }

  /// The properties of our own.
  public struct Extension: Decodable, Sendable, Hashable {
    /// `series` or `list`.
    public let kind: String
    /// Whether the figures are somebody's claim rather than a source.
    public let claim: Bool?
    /// What is measured; nil for a list.
    public let quantity: MeasuredQuantity?
    /// How the groups were made: `sum-of-reporters` or `estimated`.
    public let aggregates: String?
    /// The revisions that the data hold.
    public let vintages: [Vintage]
    /// The known breaks.
    public let breaks: [KnownBreak]?
    /// What a reader has to know.
    public let caveats: [KnownCaveat]?
    /// The words by which texts call what is measured.
    public let terms: [Term]?
  }

  /// Words by which texts call the series of some keys.
  public struct Term: Decodable, Sendable, Hashable {
    /// The words, in lower case, hyphens as spaces.
    public let words: [String]
    /// The values that the further columns then have; nil for any.
    public let keys: [String: String]?
    /// Whether the words only narrow what other words of the sentence name, as `women` does.
    public let modifies: Bool?
  }

  /// What is measured.
  public struct MeasuredQuantity: Decodable, Sendable, Hashable {
    /// The name.
    public let name: String
    /// `stock`, `flow` or `amount`.
    public let kind: String
    /// The definition in one sentence.
    public let definition: String
  }

  /// A break, for the areas and vintages that it names, or for all.
  public struct KnownBreak: Decodable, Sendable, Hashable {
    /// The first year of the new state of things.
    public let year: Int
    /// `territory`, `definition` or `coverage`.
    public let kind: String
    /// The codes of the areas; nil for all.
    public let areas: [String]?
    /// The vintages; nil for all.
    public let vintages: [String]?
    /// What changed.
    public let text: String
    /// How much of later values is due to the break alone.
    public let effect: Double?
    /// How the effect is known.
    public let effectText: String?
    /// The areas whose sum continues the area.
    public let successors: [String]?
  }

  /// A caveat, for the areas and vintages that it names, or for all.
  public struct KnownCaveat: Decodable, Sendable, Hashable {
    /// The flag.
    public let kind: String
    /// The kind of area that it concerns, such as `aggregate`; nil for all.
    public let areaKind: String?
    /// The sentence.
    public let text: String
    /// The one year that it concerns.
    public let year: Int?
    /// The codes of the areas; nil for all.
    public let areas: [String]?
    /// The vintages; nil for all.
    public let vintages: [String]?
  }
}
