/// A number to print, with everything that makes it citable.
///
/// ```swift
/// var holdings = Holdings(try Catalog(folder: "datasets"))
/// let figure = try holdings.figure(
///   FigureRequest("migrant-stock", area: "Canada", of: .level, years: 2019...2019))
/// print(figure.display)  // 7.96 million
/// print(figure.id)  // stat:5b56f9cf53b5
/// ```
///
/// It cannot be made without its provenance.
public struct Figure: Sendable {
  /// How it is made; its id is the figure's.
  public let recipe: Recipe
  /// The series that it is of.
  public let series: Series
  /// The value at full precision, in `unit`.
  public let value: Double
  /// What the value counts: the series' unit, `per cent`, `per cent a year`, `years`, `times`.
  public let unit: String
  /// How it is rounded for print.
  public let rounding: Rounding
  /// The interval and its kind; nil where there is none.
  public let interval: Interval?
  /// The worst status met among the values used.
  public let status: Status
  /// What a reader has to know.
  public let caveats: [Caveat]
  /// Where it comes from.
  public let provenance: Provenance
  /// The same figure like for like, where a break or an uneven coverage distorts it and the data
  /// allow; nil otherwise.
  public let matched: Double?
  /// Of how many it is a rank; nil for other figures.
  public let ranked: Int?
  /// The series that a share is of; nil for other figures.
  public let whole: Series?

  init(
    recipe: Recipe, series: Series, value: Double, unit: String, rounding: Rounding,
    interval: Interval?, status: Status, caveats: [Caveat], provenance: Provenance,
    matched: Double? = nil, ranked: Int? = nil, whole: Series? = nil
  ) {
    self.recipe = recipe
    self.series = series
    self.value = value
    self.unit = unit
    self.rounding = rounding
    self.interval = interval
    self.status = status
    self.caveats = caveats
    self.provenance = provenance
    self.matched = matched
    self.ranked = ranked
    self.whole = whole
  }

  /// The identity: the same for the same recipe on the same data.
  public var id: String { recipe.id }

  /// The number as it is printed: `271.6 million`, `1.98 per cent`, `US$822.7 billion`.
  public var display: String { text(of: value) }

  /// A value of the figure's unit as it is printed.
  func text(of value: Double) -> String { Self.text(of: value, rounding, unit) }

  /// A value of a unit as it is printed.
  static func text(of value: Double, _ rounding: Rounding, _ unit: String) -> String {
    let digits = rounding.text(value)
    if unit.hasPrefix("per cent") { return "\(digits) per cent" }
    if unit == "years" { return "\(digits) years" }
    if unit == "rank" { return Numerals.ordinal(Int(value)) }
    let scale = multiplier(of: unit).map { " \($0)" } ?? ""
    if unit.contains("US$") {
      return (digits.hasPrefix("-") ? "-US$\(digits.dropFirst())" : "US$\(digits)") + scale
    }
    return digits + scale
  }

  /// The word by which a unit counts more than one: `million` of `million persons`, `US$ millions`.
  static func multiplier(of unit: String) -> String? {
    let words = unit.lowercased().split { !$0.isLetter }
    return ["thousand", "million", "billion"].first { scale in
      words.contains { $0 == scale || $0 == "\(scale)s" }
    }
  }

  /// How many ones the unit's number counts: 10⁶ for `million persons`.
  static func factor(of unit: String) -> Double {
    switch multiplier(of: unit) {
    case "thousand": 1e3
    case "million": 1e6
    case "billion": 1e9
    default: 1
    }
  }

  /// The same figure rounded otherwise.
  ///
  /// ```swift
  /// print(figure.rounded(Rounding(decimals: 0)).display)  // 7,960,657
  /// ```
  public func rounded(_ rounding: Rounding) -> Figure {
    Figure(
      recipe: recipe, series: series, value: value, unit: unit, rounding: rounding,
      interval: interval, status: status, caveats: caveats, provenance: provenance,
      matched: matched, ranked: ranked, whole: whole)
  }
}
