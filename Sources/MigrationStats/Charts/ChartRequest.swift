/// A chart as a person asks for it; what is not said is found where there is one answer only.
///
/// ```swift
/// var request = ChartRequest("migrant-stock", type: .bar, years: 2019...2019)
/// request.top = 5
/// print(try holdings.chart(request).data.rows.count)  // 5
/// ```
public struct ChartRequest: Sendable, Hashable {
  /// The data set's id, or the name of a file that has been read.
  public var data: String
  /// The type.
  public var type: ChartType
  /// Names or codes, in the order in which they are drawn; all areas where empty.
  public var areas: [String]
  /// The vintages; those of the series where empty, unless they are several.
  public var vintages: [String]
  /// Values of further columns.
  public var keys: [Series.Key]
  /// The first and the last year; all years where nil.
  public var years: ClosedRange<Int>?
  /// How years without a value are drawn; interrupted where nil.
  public var interpolation: Interpolation?
  /// The title, where a better one than the data's own is known.
  public var title: String?
  /// Areas that stand out while all others are grey.
  public var focus: [String]
  /// Whether the axis of values is logarithmic.
  public var isLogarithmic: Bool
  /// How many areas are drawn, the largest first; all where nil.
  public var top: Int?
  /// The year whose values are 100 in an index; the first where nil.
  public var base: Int?
  /// The last year of a forecast.
  public var through: Int?
  /// The model of a forecast or of a fitted curve.
  public var model: String
  /// The level of confidence of intervals.
  public var level: Double
  /// The definition of a rate of growth.
  public var definition: GrowthDefinition
  /// The further column whose values are parts of a whole, or the origins of flows.
  public var by: String?

  /// A request.
  public init(
    _ data: String, type: ChartType = .line, areas: [String] = [], vintages: [String] = [],
    keys: [Series.Key] = [], years: ClosedRange<Int>? = nil, interpolation: Interpolation? = nil,
    title: String? = nil, focus: [String] = [], isLogarithmic: Bool = false, top: Int? = nil,
    base: Int? = nil, through: Int? = nil, model: String = "exponential", level: Double = 0.95,
    definition: GrowthDefinition = .log, by: String? = nil
  ) {
    self.data = data
    self.type = type
    self.areas = areas
    self.vintages = vintages
    self.keys = keys
    self.years = years
    self.interpolation = interpolation
    self.title = title
    self.focus = focus
    self.isLogarithmic = isLogarithmic
    self.top = top
    self.base = base
    self.through = through
    self.model = model
    self.level = level
    self.definition = definition
    self.by = by
  }
}
