/// A figure as a person asks for it; what is not said is found where there is one answer only.
///
/// ```swift
/// let request = FigureRequest(
///   "migrant-stock", area: "World", of: .annualRate, years: 1990...2019)
/// print(try holdings.figure(request).display)  // 1.98 per cent
/// ```
public struct FigureRequest: Sendable, Hashable {
  /// The data set's id, or the name of a file that has been read.
  public var data: String
  /// The area's name or code; nil where the data have one area.
  public var area: String?
  /// The vintage; nil where the area has one.
  public var vintage: String?
  /// Values of further columns.
  public var keys: [Series.Key]
  /// What is asked.
  public var operation: Recipe.Operation
  /// The first and the last year, the same for a figure of one year; nil for the latest, or for all.
  public var years: ClosedRange<Int>?
  /// The definition of an annual rate.
  public var definition: GrowthDefinition
  /// As published, or like for like.
  public var basis: Growth.Basis
  /// How a year between two observations is made; not at all where nil.
  public var interpolation: Interpolation?
  /// What a share is of: a data set's id, an area of the same data, or `column=value`.
  public var whole: String?
  /// The model of a forecast.
  public var model: String

  /// A request.
  public init(
    _ data: String, area: String? = nil, vintage: String? = nil, keys: [Series.Key] = [],
    of operation: Recipe.Operation, years: ClosedRange<Int>? = nil,
    definition: GrowthDefinition = .log, basis: Growth.Basis = .published,
    interpolation: Interpolation? = nil, whole: String? = nil, model: String = "exponential"
  ) {
    self.data = data
    self.area = area
    self.vintage = vintage
    self.keys = keys
    self.operation = operation
    self.years = years
    self.definition = definition
    self.basis = basis
    self.interpolation = interpolation
    self.whole = whole
    self.model = model
  }
}

extension Holdings {
  /// The figure that is asked for.
  ///
  /// Of further columns that are not told, the value `both` or `total` is taken where there is one.
  ///
  /// - Throws: `FigureError` (`ambiguous`, with what to choose from; `misuse`; `noValue`),
  ///   `TidyingError` for an area, vintage or key that is not there, `MeasureError` or `FittingError`
  ///   where the number cannot be computed; what reading a data set throws.
  public mutating func figure(_ request: FigureRequest) throws -> Figure {
    try figure(try recipe(request))
  }

  /// What is asked for, as a recipe.
  mutating func recipe(_ request: FigureRequest) throws -> Recipe {
    let holding = try holding(request.data)
    let series = try Self.series(request, in: holding)
    let own = holding.data
    var whole: Recipe.Whole?
    if request.operation == .share { whole = try self.whole(request, of: series, in: holding) }
    return Recipe(
      data: own, area: series.area.code ?? series.area.name,
      keys: series.keys.map { Recipe.Key(name: $0.name, value: $0.value) },
      vintage: series.vintage, operation: request.operation,
      years: try Self.years(request, of: series),
      definition: request.operation == .annualRate ? request.definition.rawValue : nil,
      basis: request.basis.rawValue, interpolation: request.interpolation?.rawValue, whole: whole,
      model: request.operation == .forecast ? request.model : nil)
  }

  /// A data set, or a file that has been read.
  mutating func holding(_ name: String) throws -> Holding {
    if let holding = held(named: name) { return holding }
    return try unheld(name)
  }

  /// A data set or file that has not been read in this way.
  mutating func unheld(_ name: String) throws -> Holding {
    if catalog?.ids.contains(name) != true, Source.file(name).size != nil {
      return try file(.file(name))
    }
    return try dataset(name)
  }

  private static func series(_ request: FigureRequest, in holding: Holding) throws -> Series {
    let selected = try holding.panel.selecting(
      areas: request.area.map { [$0] } ?? [], vintages: request.vintage.map { [$0] } ?? [],
      keys: request.keys)
    return try one(of: selected.series, told: request.keys.map { $0.name.lowercased() }, holding)
  }

  /// The one series, of those whose further columns hold the whole where they are not told.
  private static func one(
    of series: [Series], told: [String], _ holding: Holding
  ) throws -> Series {
    var chosen = series
    for name in holding.panel.keyNames where !told.contains(name.lowercased()) {
      let whole = chosen.filter { series in
        series.keys.contains { $0.name == name && isWhole($0.value) }
      }
      if !whole.isEmpty { chosen = whole }
    }
    guard let first = chosen.first else {
      throw FigureError(
        .noValue, "no series is selected", at: Position(file: holding.name),
        remedy: "Choose with --area, --vintage and --where.")
    }
    guard chosen.count == 1 else {
      let names = chosen.prefix(6).map { "‘\($0.title)’" }.joined(separator: ", ")
      let areas = Set(chosen.map(\.area)).count > 1
      let vintages = Set(chosen.map(\.vintage)).count > 1
      let ways =
        [areas ? "--area" : nil, vintages ? "--vintage" : nil]
        .compactMap(\.self)
        + (areas || vintages ? [] : Self.varied(chosen).map { "--where \($0.name)=\($0.value)" })
      throw FigureError(
        .ambiguous,
        "\(chosen.count) series fit: \(names)\(chosen.count > 6 ? ", …" : "")",
        at: Position(file: holding.name),
        remedy: "A figure is of one series: choose it with \(ways.joined(separator: " and ")).")
    }
    return first
  }

  /// The keys of the first series in which others differ from it.
  private static func varied(_ series: [Series]) -> [Series.Key] {
    (series.first?.keys ?? []).filter { key in !series.allSatisfy { $0.keys.contains(key) } }
  }

  /// Whether a key's value stands for all of them together.
  static func isWhole(_ value: String) -> Bool {
    ["both", "total", "all", "both sexes", "t", "_t"].contains(value.lowercased())
  }

  private static func years(_ request: FigureRequest, of series: Series) throws -> [Int] {
    let place = Position(file: series.source)
    guard let last = series.years.last, let first = series.years.first else {
      throw FigureError(
        .noValue, "\(series.title): there is no value", at: place,
        remedy: "Choose another series.")
    }
    if request.operation.isOverSpan {
      let years = request.years ?? first...last
      guard years.lowerBound < years.upperBound else {
        throw FigureError(
          .misuse, "‘\(request.operation.rawValue)’ is from one year to another, and one is given",
          at: place, remedy: "Give both: --years 1990-2019.")
      }
      let span = try series.span(years, interpolation: request.interpolation)
      // A figure is of the years that were asked for, never of others near them.
      for (asked, found) in [
        (years.lowerBound, span.start.year), (years.upperBound, span.end.year),
      ] where asked != found {
        throw FigureError(
          .noValue,
          "\(series.title): \(asked) has no value; there are values for \(series.yearsInWords)",
          at: place,
          remedy: "Choose a year that has one, such as \(found), or pass --interpolate linear.")
      }
      return [span.start.year, span.end.year]
    }
    if request.operation == .forecast {
      guard let years = request.years else {
        throw FigureError(
          .misuse, "a forecast is of a year, and none is given", at: place,
          remedy: "Give one after \(last): --years \(last + 10).")
      }
      return [years.upperBound]
    }
    let years = request.years ?? last...last
    guard years.count == 1 else {
      throw FigureError(
        .misuse, "‘\(request.operation.rawValue)’ is of one year, and a span is given", at: place,
        remedy: "Give one year: --years \(years.upperBound).")
    }
    return [years.lowerBound]
  }

  private mutating func whole(
    _ request: FigureRequest, of series: Series, in holding: Holding
  ) throws -> Recipe.Whole {
    guard let name = request.whole, !name.isEmpty else {
      throw FigureError(
        .misuse, "a share is of something, and nothing is given", at: Position(file: holding.name),
        remedy:
          "Say of what: --share-of population, another area (--share-of World), or a key "
          + "(--share-of sex=both).")
    }
    if let parts = Self.key(name) {
      // A column or value that is not there is told by its name.
      _ = try holding.panel.selecting(keys: [parts])
      let keys = series.keys.map { key in
        Recipe.Key(
          name: key.name,
          value: key.name.lowercased() == parts.name.lowercased() ? parts.value : key.value)
      }
      return Recipe.Whole(data: nil, area: nil, keys: keys)
    }
    if catalog?.ids.contains(name) == true || held.values.contains(where: { $0.name == name }) {
      let other = try self.holding(name)
      let found = try Self.one(
        of: try other.panel.selecting(areas: [series.area.code ?? series.area.name]).series,
        told: [], other)
      return Recipe.Whole(
        data: other.data, area: nil,
        keys: found.keys.map { Recipe.Key(name: $0.name, value: $0.value) })
    }
    let other = try holding.panel.selecting(
      areas: [name], vintages: series.vintage.map { [$0] } ?? [], keys: series.keys)
    let found = try Self.one(of: other.series, told: series.keys.map(\.name), holding)
    return Recipe.Whole(data: nil, area: found.area.code ?? found.area.name, keys: nil)
  }

  private static func key(_ text: String) -> Series.Key? {
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    return parts.count == 2 ? Series.Key(parts[0], parts[1]) : nil
  }
}
