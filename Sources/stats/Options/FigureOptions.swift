import ArgumentParser
import MigrationStats

/// Which figure is asked for, whatever it is read from and written to.
///
/// A template of `stats brief` says the same words as the command line of `stats cite`.
struct FigureOptions: ParsableArguments {
  @Option(
    name: .customLong("of"),
    help: ArgumentHelp("What is asked.", valueName: "operation"))
  var operation: Recipe.Operation = .level

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("The area by name or code, where there are several.", valueName: "area"),
    completion: .custom(Completion.areas))
  var area: String?

  @Option(
    help: ArgumentHelp("The vintage by its id, where there are several.", valueName: "id"),
    completion: .custom(Completion.vintages))
  var vintage: String?

  @OptionGroup var further: KeyOptions

  @Option(
    help: ArgumentHelp(
      "One year, or the first and the last. The latest, or all, unless told.",
      valueName: "year|first-last"),
    transform: Years.init)
  var years: Years?

  @Option(
    help: ArgumentHelp(
      "The annual rate's; log unless told.",
      valueName: "definition"))
  var definition: GrowthDefinition?

  @Option(
    help: ArgumentHelp(
      "published, or matched for like for like across a break. published unless told.",
      valueName: "basis"))
  var basis: Growth.Basis?

  @Option(
    help: ArgumentHelp(
      "Make a year between two observations. Not unless told.", valueName: "method"))
  var interpolate: Interpolation?

  @Option(
    help: ArgumentHelp(
      "What a share is of: a data set (population), an area (World) or a key (sex=both).",
      valueName: "whole"))
  var shareOf: String?

  @Option(
    help: ArgumentHelp(
      "A forecast's model: exponential unless told; any that compare ranks.", valueName: "model"))
  var model: String?

  @Option(help: ArgumentHelp("The decimals of the printed number.", valueName: "count"))
  var decimals: Int?

  @Flag(help: "Print every digit.")
  var exact = false

  func validate() throws {
    try refuse(definition != nil, "--definition", for: [.annualRate])
    try refuse(shareOf != nil, "--share-of", for: [.share])
    try refuse(model != nil, "--model", for: [.forecast])
    try refuse(interpolate != nil, "--interpolate", unless: [.rank, .forecast])
    try refuse(basis == .matched, "--basis matched", unless: [.level, .share, .rank, .forecast])
    if exact, decimals != nil {
      throw ValidationError("--exact and --decimals say two things: give one of them.")
    }
    if let decimals, !(0...15).contains(decimals) {
      throw ValidationError("‘\(decimals)’ is not a number of decimals: give one from 0 to 15.")
    }
    try refuse(years)
    if operation == .share, shareOf == nil {
      throw ValidationError(
        "A share is of something: --share-of population, --share-of World or --share-of sex=both.")
    }
  }

  /// The options with what is configured in place of what is not told.
  ///
  /// The figures of a template say all that they are by themselves: what is configured is not for them.
  ///
  /// - Parameter dataset: nil for a file.
  func configured(for dataset: String?) -> FigureOptions {
    var options = self
    if vintage == nil, let dataset {
      options.vintage = Settings.inForce.vintages(of: dataset).first { $0 != "all" }
    }
    if definition == nil, operation == .annualRate {
      options.definition = Settings.inForce.definition().flatMap {
        GrowthDefinition(rawValue: $0.rawValue)
      }
    }
    return options
  }

  /// The figure that is asked for, of some data.
  func request(data: String) -> FigureRequest {
    FigureRequest(
      data, area: area, vintage: vintage, keys: further.keys, of: operation, years: years?.years,
      definition: definition ?? .log, basis: basis ?? .published, interpolation: interpolate,
      whole: shareOf, model: model ?? "exponential")
  }

  /// The figure with the decimals asked for.
  func rounded(_ figure: Figure) -> Figure {
    if exact { return figure.rounded(.exact(figure.value)) }
    guard let decimals else { return figure }
    return figure.rounded(Rounding(scale: figure.rounding.scale, decimals: decimals))
  }

  /// A span is not one year, nor one year a span.
  private func refuse(_ years: Years?) throws {
    guard let years = years?.years else {
      guard operation == .forecast else { return }
      throw ValidationError("A forecast is of a year: give one ahead, such as --years 2035.")
    }
    if operation.isOverSpan, years.count == 1 {
      throw ValidationError(
        "--of \(operation.rawValue) is from one year to another: write --years 1990-2019.")
    }
    if !operation.isOverSpan, years.count > 1 {
      throw ValidationError(
        "--of \(operation.rawValue) is of one year: write --years \(years.upperBound).")
    }
  }

  private func refuse(
    _ isGiven: Bool, _ option: String, for operations: [Recipe.Operation]
  ) throws {
    guard isGiven, !operations.contains(operation) else { return }
    let names = operations.map { "--of \($0.rawValue)" }.joined(separator: " or ")
    throw ValidationError("\(option) goes with \(names).")
  }

  private func refuse(
    _ isGiven: Bool, _ option: String, unless operations: [Recipe.Operation]
  ) throws {
    guard isGiven, operations.contains(operation) else { return }
    throw ValidationError("\(option) does not go with --of \(operation.rawValue).")
  }
}
