import ArgumentParser
import MigrationStats

/// `stats forecast`.
struct ForecastCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forecast",
    abstract: "The curve of a model ahead of the last value, always with its interval.",
    discussion: """
      The interval is that of a single value: it holds the error of the parameters and that of the \
      value. For a model of logarithms the forecast is the median; --mean gives the mean instead.

      Examples:
        stats forecast world-migrant-stock --vintage un-2019 --through 2035
        stats forecast my.csv --model random-walk --through 2030 --level 0.8
        stats forecast my.csv --through 2030 --plot
        stats forecast my.csv --model polynomial --through 2030 -o outlook.csv
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup(title: "Selecting") var selection: SelectionOptions
  @OptionGroup(title: "Modelling") var modelling: ModelOptions

  @Option(help: ArgumentHelp("The last year of the forecast.", valueName: "year"))
  var through: Int

  @Flag(help: "For models of logarithms: the mean (by smearing) instead of the median.")
  var mean = false

  @OptionGroup var fitting: FittingOptions
  @OptionGroup var plots: PlotOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  func validate() throws { try plots.check(output) }

  func run() throws {
    let panel = try selection.selected(from: input.panel(isQuiet: output.quiet))
    let forecasts = try panel.forecasts(
      modelling.chosen(), through: through, centre: mean ? .mean : .median,
      fitting.request(selection), progress: ProgressLine.teller(isQuiet: output.quiet))
    var report = Report(forecasts, keyNames: panel.keyNames)
    report.width = output.place.columns
    if plots.plot { try report.plot(forecasts.compactMap(\.forecast)) }
    try fitting.write(report, of: forecasts.compactMap(\.forecast?.fit), to: output)
  }
}
