import ArgumentParser
import MigrationStats

/// What every fit is told besides its model.
struct FittingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The level of confidence of all intervals; 0.95 unless told.", valueName: "level"),
    transform: ConfidenceLevel.init)
  var level: ConfidenceLevel?

  @Flag(help: "Fit imputed values (status I) as if they were observed.")
  var withImputed = false

  @Flag(help: "Say how the numbers came about: formulas, method, rows used.")
  var explain = false

  /// Writes a report of some fits, explained where that is asked for.
  func write(_ report: Report, of fits: [Fit], to output: OutputOptions) throws {
    try explain
      ? output.write(report, explained: Fit.explanation(of: fits)) : output.write(report)
  }

  /// The request, for some selection.
  func request(_ selection: SelectionOptions) -> Panel.FitRequest {
    Panel.FitRequest(
      years: selection.years?.years, level: ConfidenceLevel.inForce(level),
      includingImputed: withImputed,
      isSelective: !selection.area.isEmpty)
  }
}
