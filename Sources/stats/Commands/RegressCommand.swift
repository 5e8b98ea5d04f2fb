import ArgumentParser
import MigrationStats

/// `stats regress`.
struct RegressCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "regress",
    abstract: "Any table: a formula fitted, with the standard errors asked for.",
    discussion: """
      Formulas are R's: + and -, : and *, ^, log() exp() sqrt() I(), poly(x, 2), \
      poly(x, 2, raw = TRUE), factor(x), 0 or -1 for no intercept, . for all other columns; names \
      with spaces stand in backquotes. Columns of words are factors, their levels in the order of \
      code points. Rows in which a value is missing are left out and counted.

      A curve is written with names of columns and of parameters: 'y ~ K/(1 + exp(-r*(x - m)))'. Its \
      derivatives are exact, and where its search begins is found unless --start tells it.

      Standard errors are classical, hc0 to hc3, cluster:COLUMN, cluster:COLUMN,COLUMN or \
      newey-west:LAG; unless told classical, and hc1 with --family poisson. The intervals of \
      --show observations are those of another observation like it.

      A file above 64 MB is read in passes and not held, and has no observations to show; clusters, \
      Newey–West and --family poisson read it as a whole.

      Examples:
        stats regress my.csv --formula 'log(value) ~ year' --errors hc3
        stats regress my.csv --formula 'value ~ poly(year, 2, raw = TRUE)'
        stats regress my.csv --formula 'value ~ year' --show quality -o fit.json
        stats regress my.csv --curve 'value ~ a*exp(r*(year - 1990))'
        stats regress migrant-stock --formula 'value ~ year' --errors cluster:area
        stats regress migrant-stock --formula 'value ~ year' --family poisson
      """)

  @OptionGroup var from: SourceOptions

  @Option(help: ArgumentHelp("The response, ~, and the terms, as in R.", valueName: "formula"))
  var formula: String?

  @Option(
    help: ArgumentHelp("The response, ~, and a curve with parameters.", valueName: "curve"))
  var curve: String?

  @Option(
    help: ArgumentHelp(
      "Where the search for a curve's parameters begins; found where not told.",
      valueName: "name=number,…"))
  var start: String?

  @Option(
    help: ArgumentHelp(
      "A column of weights, or an expression such as 1/variance.", valueName: "column"))
  var weights: String?

  @Option(
    help: ArgumentHelp(
      "classical, hc0, hc1, hc2, hc3, cluster:COLUMN or newey-west:LAG.", valueName: "kind"),
    transform: RegressCommand.errors)
  var errors: StandardErrors?

  @Option(help: ArgumentHelp("gaussian or poisson.", valueName: "family"))
  var family: Regression.Family = .gaussian

  @Option(
    help: ArgumentHelp("The level of confidence of the intervals.", valueName: "level"),
    transform: ConfidenceLevel.init)
  var level = ConfidenceLevel.usual

  @Option(help: ArgumentHelp("coefficients, quality or observations.", valueName: "part"))
  var show: Regression.Part = .coefficients

  @Option(
    help: ArgumentHelp(
      "The bytes of a file beyond which it is read in passes and not held.", valueName: "bytes",
      visibility: .hidden))
  var largest = 64 << 20

  @OptionGroup(title: "Telling the reader") var written: WritingOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  func validate() throws {
    guard (formula == nil) != (curve == nil) else {
      throw ValidationError("Give one of --formula and --curve.")
    }
    if start != nil, curve == nil { throw ValidationError("--start goes with --curve.") }
  }

  func run() throws {
    let options = Regression.Options(
      weights: weights, errors: errors, family: family, level: level.value)
    let fit = try fit(options)
    if !output.quiet {
      for note in fit.notes { Terminal.say("note", note.description, emphasis: .note) }
    }
    try output.write(Report(fit, show))
  }

  private func fit(_ options: Regression.Options) throws -> Regression {
    let source = try from.source()
    if let curve {
      return try Regression(
        Curve(curve), table(source), start: start.map { try CurveStart($0) } ?? CurveStart(),
        options)
    }
    let formula = try Formula(formula ?? "")
    if case .file(let file) = source, let size = file.size, size > largest, options.isStreamable {
      return try Regression(formula, streaming: file, reading: written.reading, options)
    }
    return try Regression(formula, table(source), options)
  }

  private func table(_ source: SourceOptions.Input) throws -> Table {
    switch source {
    case .file(let source): try Table(source, options: written.reading)
    case .dataset(let dataset): try dataset.table()
    }
  }

  private static func errors(_ name: String) throws -> StandardErrors {
    do {
      return try StandardErrors(name)
    } catch {
      throw ValidationError("\(error.summary). \(error.remedy ?? "")")
    }
  }
}
