import ArgumentParser
import MigrationStats

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The command-line tool.
@main
struct Stats: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Growth rates from migration statistics that can be defended.",
    discussion: """
      Reads the CSV files that publishers publish and the data sets of its own catalogue. Every \
      number comes with its definition, its interval and its caveats.

      Examples:
        stats growth communique-2009 --years 1980-2008
        stats growth remittances-received --area World --years 2023-2024
        stats growth my-download.csv --area World --years 1990-2019 --format json
        stats fit my.csv
        stats forecast my.csv --through 2035
        stats cite migrant-stock --area Canada --years 2019
        stats regress my.csv --formula 'log(value) ~ year' --errors hc3
        stats inspect my-download.csv
        stats datasets
        stats config

      What is set once for all commands stands in stats.json: see stats config --help.

      Exit codes: 0 done, 1 findings of check, 64 misuse, 65 the data cannot be read, tidied or \
      fitted, 66 no such file or data set, 69 OpenBLAS is not installed, 70 a bug of ours, 74 the result \
      could not be written.
      """,
    version: "0.1.0",
    subcommands: [
      GrowthCommand.self, FitCommand.self, CompareCommand.self, ForecastCommand.self,
      RegressCommand.self, InspectCommand.self, RowsCommand.self, TidyCommand.self,
      DescribeCommand.self, SumCommand.self, ChartCommand.self, CiteCommand.self, CheckCommand.self,
      BriefCommand.self, DatasetsCommand.self, ConfigCommand.self,
    ])

  static func main() {
    // A reader that goes away is an error of writing, told as such, rather than a signal.
    signal(SIGPIPE, SIG_IGN)
    var account = RunAccount()
    do {
      try Misuse(CommandLine.arguments.dropFirst()).refuseUnknownCommand()
      var command = try parseAsRoot()
      // Help does without what is configured.
      if configuration.subcommands.contains(where: { $0 == type(of: command) }) {
        account.begin(with: try Settings.loaded.get())
      }
      try (command as? any InputAndOutput)?.refuseToOverwriteInput()
      try command.run()
      account.tellEnd()
    } catch {
      if account.hasBegun { account.tellEnd() }
      Failure(error).report()
    }
  }
}
