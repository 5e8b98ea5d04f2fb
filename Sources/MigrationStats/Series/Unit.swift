/// What a value counts.
///
/// ```swift
/// print(Unit("persons"), Unit("persons") == Unit("US$"))  // persons false
/// ```
///
/// Values of different units are never added, nor is one scaled unasked.
public struct Unit: Sendable, Hashable, CustomStringConvertible {
  /// The unit in words, such as `persons` or `current US$`.
  public let name: String

  /// A unit by its name; `not stated` where a file gives none.
  public init(_ name: String) { self.name = name }

  /// A unit as a column of units has it: the codes and words for single persons are one unit.
  init(written text: String) {
    let isPersons = ["person", "persons", "per", "ps"].contains(text.lowercased())
    self = isPersons ? .persons : Unit(text)
  }

  /// A unit as SDMX's code lists of units have it; any other text is taken as it is written.
  ///
  /// Source: SDMX, cross-domain code list CL_UNIT_MEASURE; OECD and Eurostat, their own.
  init(coded text: String) {
    switch text.uppercased() {
    case "USD": self = .usDollars
    case "PT": self = Unit("%")
    case "_Z", "_X": self = .notStated
    default: self.init(written: text)
    }
  }

  /// People, one by one.
  public static let persons = Unit("persons")
  /// United States dollars.
  public static let usDollars = Unit("US$")
  /// The unit of a file that states none.
  public static let notStated = Unit("not stated")

  /// The unit in words.
  public var description: String { name }
}
