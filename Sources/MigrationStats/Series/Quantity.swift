/// What a series measures: a stock of people, a flow, an amount of money.
///
/// ```swift
/// let stock = Quantity("international migrant stock", kind: .stock)
/// print(stock.name, stock.kind)  // international migrant stock stock
/// ```
public struct Quantity: Sendable, Hashable {
  /// The kind of quantity, which decides what may be said of it.
  public enum Kind: String, Sendable, Hashable {
    /// So many at one date. A stock is not a flow: migrants who live somewhere, not arrivals.
    case stock
    /// So many over a span.
    case flow
    /// Money or another measure over a span.
    case amount
    /// Not said.
    case notStated = "not stated"
  }

  /// The name, such as `international migrant stock`.
  public let name: String
  /// Stock, flow or amount.
  public let kind: Kind
  /// The definition in one sentence, where the publisher gives one.
  public let definition: String?

  /// A quantity.
  public init(_ name: String, kind: Kind = .notStated, definition: String? = nil) {
    self.name = name
    self.kind = kind
    self.definition = definition
  }

  /// The quantity of a file that names none.
  public static let notStated = Quantity("not stated")
}
