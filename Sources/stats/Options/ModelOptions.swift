import ArgumentParser
import MigrationStats

/// Which model is fitted, and how.
struct ModelOptions: ParsableArguments {
  @Option(help: ArgumentHelp("\(ModelName.list).", valueName: "model"))
  var model: ModelName?

  @Option(help: ArgumentHelp("The degree of a polynomial; 2 unless told.", valueName: "degree"))
  var degree: Int?

  @Option(
    help: ArgumentHelp(
      "linear, or log for a model of logarithms. By the model unless told.", valueName: "scale"))
  var scale: Scale?

  @Option(
    name: .customLong("break"),
    help: ArgumentHelp(
      "A year in which the trend changes, the first of the new state; repeatable. Found unless told.",
      valueName: "year"))
  var breakYear: [Int] = []

  @Option(
    help: ArgumentHelp(
      "kink, where the trend goes on from the same level, or jump.", valueName: "join"))
  var join: BrokenTrend.Join?

  @Option(
    help: ArgumentHelp(
      "The year from which a power of time is counted; the one before the first unless told.",
      valueName: "year"))
  var origin: Int?

  @Option(
    help: ArgumentHelp(
      "A curve of your own in ‘year’, such as 'K/(1+exp(-r*(year-t0)))'.", valueName: "curve"))
  var curve: String?

  @Option(
    help: ArgumentHelp(
      "Where the search for a curve's parameters begins, such as 'K=300,r=0.03'. Found unless told.",
      valueName: "name=number,…"))
  var start: String?

  func validate() throws {
    if model != nil, curve != nil {
      throw ValidationError("--model and --curve are two models: give one of them.")
    }
    let chosen = model ?? .exponential
    if start != nil, curve == nil {
      throw ValidationError("--start goes with --curve: other models find their own start.")
    }
    try refuse(degree != nil, "--degree", for: [.polynomial], chosen)
    try refuse(!breakYear.isEmpty, "--break", for: [.brokenTrend], chosen)
    try refuse(join != nil, "--join", for: [.brokenTrend], chosen)
    try refuse(origin != nil, "--origin", for: [.power], chosen)
    try refuse(
      scale != nil, "--scale",
      for: [
        .linear, .exponential, .polynomial, .brokenTrend, .randomWalk, .smoothing, .dampedHolt,
      ],
      chosen)
    if let degree, !(1...12).contains(degree) {
      throw ValidationError("‘\(degree)’ is not a degree: give one from 1 to 12.")
    }
  }

  private func refuse(
    _ isGiven: Bool, _ option: String, for models: [ModelName], _ chosen: ModelName
  ) throws {
    guard isGiven, curve != nil || !models.contains(chosen) else { return }
    let names = models.map { "--model \($0.rawValue)" }
    throw ValidationError("\(option) goes with \(names.joined(separator: " or ")).")
  }

  /// What is tested for breaks.
  var breaks: Panel.BreakRequest {
    Panel.BreakRequest(scale: scale ?? .log, years: breakYear)
  }

  /// The model that is meant.
  func chosen() throws -> any Model {
    if let curve {
      return try CurveModel(Curve(curve), start: start.map { try CurveStart($0) } ?? CurveStart())
    }
    switch model ?? .exponential {
    case .linear: return Trend(degree: 1, scale: scale ?? .linear)
    case .exponential: return Trend(degree: 1, scale: scale ?? .log)
    case .polynomial: return Trend(degree: degree ?? 2, scale: scale ?? .linear)
    case .power: return PowerGrowth(origin: origin)
    case .logistic: return .logistic
    case .gompertz: return .gompertz
    case .richards: return .richards
    case .saturating: return .saturating
    case .brokenTrend:
      return BrokenTrend(at: breakYear, join: join ?? .kink, scale: scale ?? .log)
    case .randomWalk: return RandomWalk(scale: scale ?? .linear)
    case .smoothing: return ExponentialSmoothing(scale: scale ?? .linear)
    case .dampedHolt: return ExponentialSmoothing(hasTrend: true, scale: scale ?? .linear)
    }
  }
}

/// The models by their names on the command line.
enum ModelName: String, CaseIterable, ExpressibleByArgument {
  case linear, exponential, polynomial, power, logistic, gompertz, richards, saturating
  case brokenTrend = "broken-trend"
  case randomWalk = "random-walk"
  case smoothing
  case dampedHolt = "damped-holt"

  /// The names in a row.
  static let list = allCases.map(\.rawValue).joined(separator: ", ")

  /// The model, with nothing told.
  var usual: any Model {
    switch self {
    case .linear: .linear
    case .exponential: .exponential
    case .polynomial: .polynomial(2)
    case .power: .power
    case .logistic: .logistic
    case .gompertz: .gompertz
    case .richards: .richards
    case .saturating: .saturating
    case .brokenTrend: BrokenTrend()
    case .randomWalk: .randomWalk
    case .smoothing: .smoothing
    case .dampedHolt: .dampedHolt
    }
  }
}
