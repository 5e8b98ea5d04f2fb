import MigrationStats

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What is configured: by the environment, by the folder's `stats.json`, by the user's.
///
/// Of several the first that tells something decides. A flag goes before all of them.
struct Settings {
  /// A value and where it was told.
  struct Told {
    let words: [String]
    let origin: Origin
  }

  /// Where a value was told.
  enum Origin: CustomStringConvertible {
    case variable(String)
    case file(String, line: Int)

    var description: String {
      switch self {
      case .variable(let name): name
      case .file(let path, let line): "\(path):\(line)"
      }
    }
  }

  private let told: [Setting: Told]
  /// What looks like a setting of the environment and is none.
  let oddities: [String]

  /// Nothing is configured.
  init() { (told, oddities) = ([:], []) }

  /// - Parameter ignoresFiles: whether the environment alone counts.
  /// - Throws: `SettingsError`, or `ReadingError` where a file cannot be read.
  init(environment: [String: String], ignoresFiles: Bool) throws {
    var told = try Self.settings(in: environment)
    for path in ignoresFiles ? [] : Self.paths(environment) {
      guard FileManager.default.fileExists(atPath: path) else { continue }
      let text = String(decoding: try Source.file(path).load(), as: UTF8.self)
      told.merge(try SettingsFile(text, path: path).told) { first, _ in first }
    }
    self.told = told
    oddities = Self.oddities(in: environment)
  }

  /// What was told of a setting; nil where nothing was.
  subscript(_ setting: Setting) -> Told? { told[setting] }

  // MARK: Where

  /// The files that are read, the nearest first.
  static func paths(_ environment: [String: String]) -> [String] {
    let home = environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    let user = home ?? environment["HOME"].flatMap { $0.isEmpty ? nil : "\($0)/.config" }
    return ["stats.json"] + (user.map { ["\($0)/migrationstats/stats.json"] } ?? [])
  }

  private static func settings(
    in environment: [String: String]
  ) throws(SettingsError) -> [Setting: Told] {
    var told: [Setting: Told] = [:]
    for setting in Setting.allCases {
      guard let text = environment[setting.variable], !text.isEmpty else { continue }
      let words =
        switch setting.shape {
        case .text, .number: [text]
        case .flag: [["1": "true", "0": "false"][text] ?? text]
        case .list, .pairs: text.split(separator: ",").map(String.init)
        }
      if let (summary, remedy) = setting.complaint(about: words) {
        throw SettingsError(summary, at: Position(file: setting.variable), remedy: remedy)
      }
      told[setting] = Told(words: words, origin: .variable(setting.variable))
    }
    return told
  }

  /// Variables that are spelt almost like ours.
  private static func oddities(in environment: [String: String]) -> [String] {
    let known = Setting.allCases.map(\.variable)
    let near = environment.keys.filter { $0.hasPrefix("STATS_") && !known.contains($0) }.sorted()
    return near.compactMap { name in
      Suggestion.didYouMean(name, among: known).map { "\(name) sets nothing. \($0)" }
    }
  }
}

// MARK: In force

extension Settings {
  /// What is configured for this run, or why it cannot be taken.
  static let loaded = Result {
    try Settings(
      environment: ProcessInfo.processInfo.environment,
      ignoresFiles: Terminal.flags.ignoresSettings)
  }

  /// What is configured for this run; nothing where it cannot be taken, of which the run dies.
  static var inForce: Settings { (try? loaded.get()) ?? Settings() }

  /// How results are written.
  var format: Report.Format? { told[.format].flatMap { Report.Format(rawValue: $0.words[0]) } }

  /// Whether nothing but errors is said beside the result.
  var isQuiet: Bool { told[.quiet]?.words == ["true"] }

  // What changes results is said where it is taken, unless the run is to be quiet by a flag: a
  // configured quiet must not hide what else is configured.

  /// The level of confidence.
  func level() -> ConfidenceLevel? { taken(.level).flatMap { try? ConfidenceLevel($0[0]) } }

  /// The definition of growth.
  func definition() -> DefinitionChoice? {
    taken(.definition).flatMap { DefinitionChoice(rawValue: $0[0]) }
  }

  /// The words for missing values in files.
  func missing() -> [String]? { taken(.missing) }

  /// The mark before decimals in files.
  func decimalMark() -> UInt8? { taken(.decimalMark)?.first?.utf8.first }

  /// The folder with the data sets.
  ///
  /// - Parameter isSaid: whether it is said where a file tells it.
  func catalog(isSaid: Bool) -> String? {
    if case .file = told[.catalog]?.origin, isSaid { return taken(.catalog)?[0] }
    return told[.catalog]?.words[0]
  }

  /// The vintages of a data set.
  func vintages(of dataset: String) -> [String] {
    guard let told = told[.vintage] else { return [] }
    let vintages = told.words.filter { $0.hasPrefix("\(dataset)=") }.map {
      String($0.dropFirst(dataset.count + 1))
    }
    if !vintages.isEmpty, vintages != ["all"] {
      say("the vintage of \(dataset)", .vintage, vintages, told.origin)
    }
    return vintages
  }

  private func taken(_ setting: Setting) -> [String]? {
    guard let told = told[setting] else { return nil }
    if told.words != [setting.usual] { say(setting.meaning, setting, told.words, told.origin) }
    return told.words
  }

  private func say(_ what: String, _ setting: Setting, _ words: [String], _ origin: Origin) {
    guard !Terminal.flags.isQuiet else { return }
    let value = words.map { "‘\($0)’" }.joined(separator: ", ")
    Terminal.say(
      "note", "\(what): \(value), as \(origin) says; \(setting.flag) tells otherwise",
      emphasis: .note)
  }
}
