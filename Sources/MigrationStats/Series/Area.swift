/// A place that a series is about: a country or territory, or a group of them.
public struct Area: Sendable, Hashable {
  /// What kind of place it is.
  public enum Kind: String, Sendable, Hashable {
    /// A country or territory.
    case country
    /// A group: the world, a region, an income group. Never summed with countries.
    case aggregate
    /// A state that no longer exists; it has successors and no split.
    case former
    /// A remainder: ‘Other South’, ‘Unknown’, ‘Stateless’.
    case residual
    /// A name that the concordance does not hold.
    case unknown
  }

  /// The name, as the file gives it.
  public let name: String
  /// ISO 3166-1 alpha-3 for countries, the publisher's or M49 code for groups; nil where unknown.
  public let code: String?
  /// What kind of place it is.
  public let kind: Kind

  init(name: String, code: String?, kind: Kind) {
    self.name = name
    self.code = code
    self.kind = kind
  }

  /// The place of a file that names none.
  static let unnamed = Area(name: "not stated", code: nil, kind: .unknown)
}
