/// The values of one quantity in one area over the years, in one unit and one vintage.
///
/// A year without a value is absent; a suppressed one is kept apart, because it is neither missing
/// nor zero.
///
/// ```swift
/// print(world.years)  // [1990, 1995, 2000, 2005, 2010, 2015, 2019]
/// print(world[2019]?.value ?? .nan, world[2018] == nil)  // 271642105.0 true
/// print(world.limited(to: 1990...2000).observations.count)  // 3
/// ```
public struct Series: Sendable, Hashable {
  /// A further column that tells series apart, such as `sex`, and its value.
  public struct Key: Sendable, Hashable {
    /// The column's name.
    public let name: String
    /// The value.
    public let value: String

    /// A key.
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// How a publisher makes the figure of a group, such as the world.
  public enum Aggregation: String, Sendable, Hashable {
    /// The sum of the members that have a value, however many.
    case sumOfReporters = "sum-of-reporters"
    /// An estimate for all members.
    case estimated
    /// Not said.
    case notStated
  }

  /// The place.
  public let area: Area
  /// What is measured.
  public let quantity: Quantity
  /// What a value counts.
  public let unit: Unit
  /// The id of the publication's revision; nil where the file does not say.
  public let vintage: String?
  /// What else tells this series from others of the file, in the file's order.
  public let keys: [Key]
  /// The values by ascending year, one a year.
  public let observations: [Observation]
  /// The years whose value is withheld.
  public let suppressedYears: [Int]
  /// The name of the file.
  public let source: String
  /// The citation of the vintage in the publisher's form; nil where the file does not say.
  public let citation: String?
  /// How the figures of groups were made.
  public let aggregation: Aggregation
  /// The known breaks, by year.
  public let breaks: [Break]
  /// What a reader has to know of any figure from it.
  public let caveats: [Caveat]

  init(
    area: Area, quantity: Quantity = .notStated, unit: Unit = .notStated, vintage: String? = nil,
    keys: [Key] = [], observations: [Observation], suppressedYears: [Int] = [],
    source: String = "", citation: String? = nil,
    aggregation: Aggregation = .notStated, breaks: [Break] = [],
    caveats: [Caveat] = []
  ) {
    self.area = area
    self.quantity = quantity
    self.unit = unit
    self.vintage = vintage
    self.keys = keys
    self.observations = observations.sorted { $0.year < $1.year }
    self.suppressedYears = suppressedYears
    self.source = source
    self.citation = citation
    self.aggregation = aggregation
    self.breaks = breaks
    self.caveats = caveats
  }

  /// The years that have a value.
  public var years: [Int] { observations.map(\.year) }

  /// The observation of a year, or nil.
  public subscript(year: Int) -> Observation? { observations.first { $0.year == year } }

  /// The series with only the values of some years.
  public func limited(to years: ClosedRange<Int>) -> Series {
    Series(
      area: area, quantity: quantity, unit: unit, vintage: vintage, keys: keys,
      observations: observations.filter { years.contains($0.year) },
      suppressedYears: suppressedYears.filter { years.contains($0) }, source: source,
      citation: citation, aggregation: aggregation, breaks: breaks, caveats: caveats)
  }

  /// The area, the keys and the vintage: `Canada, sex female, un-2019`.
  public var title: String {
    ([area.name] + keys.map { "\($0.name) \($0.value)" } + [vintage].compactMap(\.self))
      .joined(separator: ", ")
  }

  /// The same series with other values.
  func with(observations: [Observation]) -> Series {
    Series(
      area: area, quantity: quantity, unit: unit, vintage: vintage, keys: keys,
      observations: observations, suppressedYears: suppressedYears, source: source,
      citation: citation, aggregation: aggregation, breaks: breaks, caveats: caveats)
  }
}
