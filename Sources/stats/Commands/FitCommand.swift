import ArgumentParser
import MigrationStats

/// `stats fit`.
struct FitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fit",
    abstract: "One model of growth: its parameters, its quality, or its curve beside the values.",
    discussion: """
      Growth at one rate (exponential) unless told. Where the catalogue knows a break, the fit of \
      all years is given with both of its sides.

      Of rates, doubling times, asymptotes and years of inflection those that the model has stand \
      below its parameters, each with its interval. --show breaks tests whether the trend changes.

      Examples:
        stats fit world-migrant-stock --vintage un-2019
        stats fit my.csv --model power --show quality
        stats fit population --area World --model broken-trend --break 1990
        stats fit my.csv --model polynomial --degree 3 --show observations
        stats fit my.csv --curve 'a*exp(r*(year-1990))' --start 'a=150,r=0.02'
        stats fit world-migrant-stock --vintage wb-wdi --show breaks
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup(title: "Selecting") var selection: SelectionOptions
  @OptionGroup(title: "Modelling") var modelling: ModelOptions
  @OptionGroup var fitting: FittingOptions

  @Option(
    help: ArgumentHelp("coefficients, quality, observations or breaks.", valueName: "rectangle"))
  var show: FitRectangle = .coefficients

  @OptionGroup(title: "Output") var output: OutputOptions

  func validate() throws {
    if show == .breaks, modelling.curve != nil || modelling.model != nil {
      throw ValidationError(
        "--show breaks tests a straight trend: leave --model and --curve out; --scale tells its scale."
      )
    }
  }

  func run() throws {
    let panel = try selection.selected(from: input.panel(isQuiet: output.quiet))
    let request = fitting.request(selection)
    guard let rectangle = Report.FitRectangle(rawValue: show.rawValue) else {
      let tests = try panel.breakTests(modelling.breaks, request)
      return try output.write(Report(tests, keyNames: panel.keyNames))
    }
    let fits = try panel.fits(
      modelling.chosen(), request, progress: ProgressLine.teller(isQuiet: output.quiet))
    try fitting.write(
      Report(fits, keyNames: panel.keyNames, showing: rectangle), of: fits.compactMap(\.fit),
      to: output)
  }
}

/// What of a fit is shown.
enum FitRectangle: String, CaseIterable, ExpressibleByArgument {
  case coefficients, quality, observations, breaks
}
