/// What is found about a number of a text.
public enum Verdict: String, Sendable, Hashable, CaseIterable, Codable {
  /// It is the catalogue's number, to the last digit written.
  case confirmed
  /// It is the catalogue's number, rounded or in words.
  case confirmedRounded = "confirmed-rounded"
  /// It is not the catalogue's number.
  case off
  /// It was true in a vintage that another one took the place of.
  case stale
  /// It agrees with a value between two observations.
  case interpolated
  /// The sentence contradicts its own numbers.
  case inconsistent
  /// The number is called what it is not: a stock a flow, points per cent, a level growth.
  case definition
  /// The text does not say which series, place or year is meant, or sources disagree.
  case ambiguous
  /// The catalogue has no series to check it with. It may well be true.
  case unsupported

  /// Whether the number agrees with the catalogue.
  public var isConfirmed: Bool { self == .confirmed || self == .confirmedRounded }
  /// Whether the number agrees with some value of the catalogue, observed or not.
  var agrees: Bool { isConfirmed || self == .stale || self == .interpolated }
  /// Whether nothing could be said.
  public var isUnchecked: Bool { self == .ambiguous || self == .unsupported }
}

/// A number of a text with its verdict.
public struct Finding: Sendable {
  /// The line, from 1.
  public let line: Int
  /// The column in characters, from 1.
  public let column: Int
  /// The first byte in the text.
  public let start: Int
  /// The byte behind the last.
  public let end: Int
  /// The words of the number.
  public let text: String
  /// The form of the claim; `marked` for a number bound to a figure.
  public let form: String
  /// The verdict.
  public let verdict: Verdict
  /// The interval of the words; nil where a side is open.
  public let lower: Double?
  /// Its upper end.
  public let upper: Double?
  /// The value found, or the one it ought to be.
  public let value: Double?
  /// What the value counts.
  public let unit: String?
  /// The place.
  public let area: String?
  /// The years.
  public let years: [Int]
  /// The data set.
  public let dataset: String?
  /// The vintage.
  public let vintage: String?
  /// The request by which the figure is made; nil where there is no figure of that form.
  public let request: FigureRequest?
  /// The id of the figure.
  public internal(set) var figure: String?
  /// How many other values of the catalogue would have fitted.
  public let fitsByChance: Int?
  /// What to know, in sentences.
  public let note: String
  /// The citation of the series.
  public let citation: String?
}
