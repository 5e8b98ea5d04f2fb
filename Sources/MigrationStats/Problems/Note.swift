/// Something done or seen on the way that the user ought to know, without being an error.
///
/// ```swift
/// print(Note("‘..’ is taken for missing", at: Position(file: "stock.csv", line: 14)))
/// // stock.csv:14: ‘..’ is taken for missing
/// ```
public struct Note: Sendable, Hashable, CustomStringConvertible {
  /// The sentence.
  public let text: String
  /// Where it was seen.
  public let position: Position

  /// A note at a place.
  public init(_ text: String, at position: Position = Position()) {
    self.text = text
    self.position = position
  }

  /// The place and the sentence.
  public var description: String {
    let place = position.description
    return place.isEmpty ? text : "\(place): \(text)"
  }
}
