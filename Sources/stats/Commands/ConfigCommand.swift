import ArgumentParser
import MigrationStats

/// `stats config`.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "What is configured, by what, and what may be.",
    discussion: """
      Settings stand in stats.json in the working folder, then in \
      $XDG_CONFIG_HOME/migrationstats/stats.json (~/.config/migrationstats/stats.json where that is \
      not set), and in the environment. A flag goes before the environment, that before the \
      folder's file, that before the user's. --no-config reads no file.

        { "level": 0.9, "definition": "log", "missing": ["n/a", ".."],
          "vintage": { "world-migrant-stock": "un-2019" } }

      Where a setting changes a result, a note says which file tells it; only -q silences it. \
      Templates of stats brief and texts of stats check take none but catalog and format: they say \
      the same for everybody. A format is that of tables; stats tidy writes csv unless a flag tells \
      otherwise.

      Examples:
        stats config
        stats config --format json
        STATS_LEVEL=0.9 stats config
      """)

  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {
    let settings = Settings.inForce
    let rows = Setting.allCases.map { setting in
      let told = settings[setting]
      return [
        setting.rawValue, told?.words.joined(separator: ", ") ?? setting.usual,
        told?.origin.description, setting.variable, setting.meaning,
      ]
    }
    try output.write(
      Report(texts: rows, named: ["setting", "value", "told by", "variable", "meaning"]))
  }
}
