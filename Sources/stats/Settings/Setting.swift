import MigrationStats

/// What a person sets once: in `stats.json`, or in the environment.
enum Setting: String, CaseIterable {
  case catalog, color
  case decimalMark = "decimal-mark"
  case definition, format, level, missing, quiet, vintage

  /// How its value is written in JSON.
  enum Shape {
    case text, number, flag
    /// Texts in a list; in the environment joined by commas.
    case list
    /// Names and texts in an object; in the environment as `name=text`, joined by commas.
    case pairs
  }

  var shape: Shape {
    switch self {
    case .catalog, .color, .decimalMark, .definition, .format: .text
    case .level: .number
    case .quiet: .flag
    case .missing: .list
    case .vintage: .pairs
    }
  }

  /// The variable of the environment that sets it.
  var variable: String {
    switch self {
    // Older than the other ones.
    case .catalog: "MIGRATIONSTATS_CATALOG"
    default: "STATS_" + rawValue.uppercased().replacing("-", with: "_")
    }
  }

  /// The words that it may be; nil where it is any.
  var choices: [String]? {
    switch self {
    case .color: ["auto", "always", "never"]
    case .decimalMark: [".", ","]
    case .definition: DefinitionChoice.allCases.map(\.rawValue)
    case .format: Report.Format.allCases.map(\.rawValue)
    case .quiet: ["true", "false"]
    case .catalog, .level, .missing, .vintage: nil
    }
  }

  /// What holds where it is not set.
  var usual: String {
    switch self {
    case .catalog: "beside the program"
    case .color: "auto"
    case .decimalMark: "found by the values"
    case .definition: "all"
    case .format: "table"
    case .level: ConfidenceLevel.usual.description
    case .missing: "the usual words"
    case .quiet: "false"
    case .vintage: "all"
    }
  }

  /// What it is about.
  var meaning: String {
    switch self {
    case .catalog: "the folder with the data sets"
    case .color: "whether messages are coloured"
    case .decimalMark: "the mark before decimals in files"
    case .definition: "the definition of growth"
    case .format: "how results are written"
    case .level: "the level of confidence of intervals"
    case .missing: "the words for missing values in files"
    case .quiet: "whether nothing but errors is said beside the result"
    case .vintage: "the vintage of each data set"
    }
  }

  /// What of a command line is said in its place.
  var flag: String {
    switch self {
    case .color: "--no-color"
    default: "--\(rawValue)"
    }
  }

  /// What is wrong with a value, and how to mend it; nil where nothing is.
  func complaint(about words: [String]) -> (summary: String, remedy: String)? {
    if let choices, let word = words.first(where: { !choices.contains($0) }) {
      let names = choices.map { "‘\($0)’" }.joined(separator: ", ")
      return (
        "‘\(word)’ is none of the values of ‘\(rawValue)’",
        Suggestion.didYouMean(word, among: choices) ?? "Give one of \(names)."
      )
    }
    switch self {
    case .level where (try? ConfidenceLevel(words.first ?? "")) == nil:
      return (
        "‘\(words.first ?? "")’ is not a level of confidence",
        "Give one between 0 and 1, such as 0.95."
      )
    case .catalog where words.first?.isEmpty != false:
      return ("‘catalog’ names no folder", "Give the path of the folder with the data sets.")
    case .missing where words.contains(""):
      return ("a word of ‘missing’ is empty", "Leave it out: an empty cell is missing as it is.")
    case .vintage:
      guard let word = words.first(where: { !Self.isPair($0) }) else { return nil }
      return (
        "‘\(word)’ is not a data set and its vintage", "Write it as world-migrant-stock=un-2019."
      )
    default: return nil
    }
  }

  private static func isPair(_ word: String) -> Bool {
    let parts = word.split(separator: "=", omittingEmptySubsequences: false)
    return parts.count == 2 && !parts.contains("")
  }
}
