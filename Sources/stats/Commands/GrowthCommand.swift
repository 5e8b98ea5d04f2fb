import ArgumentParser
import MigrationStats

/// `stats growth`.
struct GrowthCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "growth",
    abstract: "Growth between two years, every definition labelled, with interval and caveats.",
    discussion: """
      Each series is given as published and, where a break or an uneven coverage distorts it and \
      the figures allow, like for like (basis ‘matched’). Without --area every series is given; one \
      without a result has a row that says why.

      Status is SDMX's: A normal, E estimated, I imputed, P provisional, F forecast, V unvalidated, \
      B break in series, Q suppressed. A doubling time below zero is a halving time.

      Examples:
        stats growth communique-2009 --years 1980-2008
        stats growth world-migrant-stock --vintage all --years 1980-2008 --explain
        stats growth remittances-received --area World --years 2023-2024
        stats growth migrant-stock -a Canada -a GBR --years 1990-2019
        stats growth remittances-received -a India --definition log --plot
        stats growth my-download.csv --area World --years 1990-2019 --format json
        cat my.csv | stats growth - --years 1990-2020
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup(title: "Selecting") var selection: SelectionOptions

  @Option(
    help: ArgumentHelp(
      "log, compound, simple, least-squares or all; all unless told.", valueName: "definition"))
  var definition: DefinitionChoice?

  @Option(
    help: ArgumentHelp(
      "Make a year between two observations: linear or log. Not unless told.", valueName: "method"))
  var interpolate: Interpolation?

  @Option(
    help: ArgumentHelp(
      "The level of confidence of least-squares intervals; 0.95 unless told.", valueName: "level"),
    transform: ConfidenceLevel.init)
  var level: ConfidenceLevel?

  @Flag(help: "Say how the numbers came about: formulas, rows used, assumptions.")
  var explain = false

  @OptionGroup var plots: PlotOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  func validate() throws { try plots.check(output) }

  func run() throws {
    let definitions = (definition ?? Settings.inForce.definition() ?? .all).definitions
    // Other definitions have no level, and nothing to say of one that is configured.
    let isEstimated = definitions.contains(.leastSquares)
    let request = Panel.GrowthRequest(
      definitions: definitions, years: selection.years?.years, interpolation: interpolate,
      level: isEstimated ? ConfidenceLevel.inForce(level) : ConfidenceLevel.usual.value,
      isSelective: !selection.area.isEmpty)
    if try writeLarge(request) { return }
    let panel = try selection.selected(from: input.panel(isQuiet: output.quiet))
    let growths = try panel.growth(request)
    var report = Report(growths, keyNames: panel.keyNames)
    report.width = output.place.columns
    if plots.plot {
      try report.plot(selection.limited(panel).series, interpolation: interpolate)
    }
    try explain
      ? output.write(report, explained: Growth.explanation(of: growths)) : output.write(report)
  }

  /// Writes the growth of every series of a large plain file without holding it; whether it could.
  private func writeLarge(_ request: Panel.GrowthRequest) throws -> Bool {
    let isWhole = !selection.isSelective && !explain && !plots.plot && output.isCSV()
    guard isWhole, let growth = try input.plainGrowth(request, isQuiet: output.quiet) else {
      return false
    }
    try output.place.write { stream in
      try growth.write { try stream.write($0) }
    }
    return true
  }
}

/// One definition of growth, or all.
enum DefinitionChoice: String, CaseIterable, ExpressibleByArgument {
  case log, compound, simple
  case leastSquares = "least-squares"
  case all

  /// The definitions chosen.
  var definitions: [GrowthDefinition] {
    GrowthDefinition(rawValue: rawValue).map { [$0] } ?? GrowthDefinition.allCases
  }
}
