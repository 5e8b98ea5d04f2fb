import ArgumentParser
import MigrationStats

/// Which chart is asked for, whatever it is read from and written to.
struct ChartOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("\(ChartType.list); line unless told.", valueName: "type"),
    transform: ChartType.init(word:))
  var type: ChartType = .line

  @OptionGroup var series: SeriesOptions

  @Option(
    help: ArgumentHelp(
      "One year, or the first and the last. The latest, or all, unless told.",
      valueName: "year|first-last"),
    transform: Years.init)
  var years: Years?

  @Option(
    help: ArgumentHelp(
      "Draw years between two observations, dotted. Not unless told.", valueName: "method"))
  var interpolate: Interpolation?

  @Option(help: ArgumentHelp("A title in place of the data's own.", valueName: "text"))
  var title: String?

  @Option(
    help: ArgumentHelp(
      "An area that stands out while others are grey; repeatable.", valueName: "area"))
  var focus: [String] = []

  @Flag(help: "A logarithmic axis of values.")
  var log = false

  @Option(
    help: ArgumentHelp("How many are drawn, the largest first.", valueName: "count"))
  var top: Int?

  @Option(
    help: ArgumentHelp(
      "The year of an index that is 100; the first unless told.", valueName: "year")
  )
  var base: Int?

  @Option(help: ArgumentHelp("The last year of a forecast.", valueName: "year"))
  var through: Int?

  @Option(
    help: ArgumentHelp(
      "The model of a fan or a fitted curve: exponential unless told; any that compare ranks.",
      valueName: "model"))
  var model: String?

  @Option(
    help: ArgumentHelp(
      "The level of confidence of intervals; 0.95 unless told.", valueName: "level"),
    transform: ConfidenceLevel.init)
  var level: ConfidenceLevel?

  @Option(help: ArgumentHelp("The definition of a rate; log unless told.", valueName: "definition"))
  var definition: GrowthDefinition?

  @Option(
    help: ArgumentHelp("The further column whose values are parts.", valueName: "column"))
  var by: String?

  func validate() throws {
    try refuse(interpolate != nil, "--interpolate", for: ChartType.joining)
    try refuse(!focus.isEmpty, "--focus", for: ChartType.focusing)
    try refuse(log, "--log", for: ChartType.logarithmic)
    try refuse(top != nil, "--top", for: ChartType.ranking)
    try refuse(base != nil, "--base", for: [.index])
    try refuse(through != nil, "--through", for: [.fan])
    try refuse(model != nil, "--model", for: [.fan, .scatter])
    try refuse(level != nil, "--level", for: Self.estimating)
    try refuse(definition != nil, "--definition", for: [.rates])
    try refuse(by != nil, "--by", for: ChartType.parting)
    if let top, top < 1 {
      throw ValidationError("‘\(top)’ is not a number of areas: give 1 or more.")
    }
    if title?.allSatisfy(\.isWhitespace) == true {
      throw ValidationError("--title says nothing: leave it out for the data's own title.")
    }
  }

  /// The options with what is configured in place of what is not told.
  ///
  /// - Parameter dataset: nil for a file.
  func configured(for dataset: String?) -> ChartOptions {
    var options = self
    if let dataset { options.series.vintage = series.vintages(of: dataset) }
    if level == nil, Self.estimating.contains(type) { options.level = Settings.inForce.level() }
    if definition == nil, type == .rates {
      options.definition = Settings.inForce.definition().flatMap {
        GrowthDefinition(rawValue: $0.rawValue)
      }
    }
    return options
  }

  /// The chart that is asked for, of some data.
  ///
  /// - Parameter areas: in place of those that were told.
  func request(data: String, areas: [String]? = nil) -> ChartRequest {
    ChartRequest(
      data, type: type, areas: areas ?? series.area, vintages: series.vintage,
      keys: series.further.keys, years: years?.years,
      interpolation: interpolate, title: title, focus: focus, isLogarithmic: log, top: top,
      base: base, through: through, model: model ?? "exponential",
      level: (level ?? .usual).value, definition: definition ?? .log, by: by)
  }

  /// The types that have intervals.
  private static let estimating: Set<ChartType> = [.fan, .scatter, .rates]

  private func refuse(_ isGiven: Bool, _ option: String, for types: Set<ChartType>) throws {
    guard isGiven, !types.contains(type) else { return }
    let names = ChartType.allCases.filter(types.contains).map { "--type \($0.rawValue)" }
    throw ValidationError("\(option) goes with \(names.joined(separator: " or ")).")
  }
}

extension ChartType {
  /// The types in a row.
  fileprivate static let list = allCases.map(\.rawValue).joined(separator: ", ")

  fileprivate static let joining: Set<ChartType> = [
    .line, .index, .multiples, .slope, .fan, .rates,
  ]
  fileprivate static let focusing: Set<ChartType> = [
    .line, .bar, .index, .multiples, .slope, .rates, .contributions,
  ]
  fileprivate static let logarithmic: Set<ChartType> = [
    .line, .index, .multiples, .slope, .fan, .scatter,
  ]
  fileprivate static let ranking: Set<ChartType> = [
    .bar, .index, .multiples, .slope, .rates, .shares, .contributions, .chord, .sankey,
  ]
  fileprivate static let parting: Set<ChartType> = [.shares, .contributions, .chord, .sankey]

  fileprivate init(word: String) throws {
    guard let type = ChartType(rawValue: word) else {
      let names = Self.allCases.map(\.rawValue)
      throw ValidationError(
        "‘\(word)’ is no type of chart. "
          + (Suggestion.didYouMean(word, among: names) ?? "There are \(Self.list)."))
    }
    self = type
  }
}
