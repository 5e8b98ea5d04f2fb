/// What a reader of a figure has to know, as part of the result.
///
/// ```swift
/// let caveat = Caveat("bound", year: 2008, "‘over 200 million’ is a lower bound.")
/// print(caveat.kind, caveat.year ?? 0)  // bound 2008
/// ```
public struct Caveat: Sendable, Hashable {
  /// The flag by which programs know it, such as `break` or `coverage`.
  public let kind: String
  /// The year that it concerns, where it is one year.
  public let year: Int?
  /// The sentence for people.
  public let text: String

  /// A caveat.
  public init(_ kind: String, year: Int? = nil, _ text: String) {
    self.kind = kind
    self.year = year
    self.text = text
  }
}
