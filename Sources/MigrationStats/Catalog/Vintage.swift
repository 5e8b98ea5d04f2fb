/// One revision of a publication.
///
/// A rate is computed inside one vintage only.
public struct Vintage: Decodable, Sendable, Hashable {
  /// The id by which it is selected, such as `un-2019`.
  public let id: String
  /// The title of the publication.
  public let title: String
  /// The publisher.
  public let publisher: String
  /// The persons who wrote it, each as `family, given`; nil where the publisher is the author.
  public let authors: [String]?
  /// The year or day of release.
  public let released: String
  /// The citation in the publisher's recommended form.
  public let citation: String
  /// The licence's short name.
  public let licence: String?
  /// The ids of the vintages that took its place, in this or another data set.
  public let supersededBy: [String]?
}
