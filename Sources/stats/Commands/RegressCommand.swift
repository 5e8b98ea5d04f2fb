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
        stats regress population --area World --formula 'log(value) ~ year'
        stats regress refugees --countries --formula 'value ~ year' --family poisson
        stats tidy my-download.csv | stats regress - --formula 'value ~ year'
      """)

  @OptionGroup var from: SourceOptions
  @OptionGroup(title: "Selecting, for data sets") var selection: SelectionOptions

  @Flag(help: "Leave out groups of areas, such as the world, of a data set.")
  var countries = false

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
    help: ArgumentHelp(
      "The level of confidence of the intervals; 0.95 unless told.", valueName: "level"),
    transform: ConfidenceLevel.init)
  var level: ConfidenceLevel?

  @Option(help: ArgumentHelp("coefficients, quality or observations.", valueName: "part"))
  var show: Regression.Part = .coefficients

  @Option(
    help: ArgumentHelp(
      "The bytes of a file beyond which it is read in passes and not held.", valueName: "bytes",
      visibility: .hidden))
  var largest = 64 << 20

  @OptionGroup(title: "Telling the reader") var written: WritingOptions
  @OptionGroup(title: "Telling the reader") var dialect: DialectOptions
  @OptionGroup(title: "Telling the reader") var packing: PackingOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  func validate() throws {
    guard (formula == nil) != (curve == nil) else {
      throw ValidationError("Give one of --formula and --curve.")
    }
    if start != nil, curve == nil { throw ValidationError("--start goes with --curve.") }
  }

  func run() throws {
    let options = Regression.Options(
      weights: weights, errors: errors, family: family, level: ConfidenceLevel.inForce(level))
    let (fit, sources) = try fit(options)
    if !output.quiet {
      for note in fit.notes { Terminal.say("note", note.description, emphasis: .note) }
    }
    var report = try Report(fit, show)
    report.sources = sources
    try output.write(report)
  }

  private func fit(
    _ options: Regression.Options
  ) throws -> (Regression, sources: [String]) {
    switch try from.source() {
    case .dataset(let dataset):
      let panel = try selection.limited(selection.selected(from: dataset.panel()))
      let rows = try (countries ? panel.countries : panel).rows(regressedOn: formula ?? curve ?? "")
      return (try fit(rows.table, options).adding(rows.caveats), rows.sources)
    case .file(let file):
      guard !selection.isTold, !countries else {
        throw ValidationError(
          "Series are selected from data sets. For a file: "
            + "stats tidy FILE --area … | stats regress - …")
      }
      let reading = written.configured().told(packing.told(dialect.told(ReadingOptions())))
      if let formula, let size = file.size, size > largest, options.isStreamable {
        let formula = try Formula(formula)
        let fit = try Regression(
          formula, streaming: file, reading: reading, options)
        return (fit, [])
      }
      let table = try Table(file, options: reading)
      if !output.quiet {
        let account = Note(table.account.description, at: Position(file: table.name))
        Terminal.say("note", account.description, emphasis: .note)
      }
      return (try fit(table, options), [])
    }
  }

  private func fit(_ table: Table, _ options: Regression.Options) throws -> Regression {
    guard let curve else { return try Regression(Formula(formula ?? ""), table, options) }
    return try Regression(
      Curve(curve), table, start: start.map { try CurveStart($0) } ?? CurveStart(), options)
  }

  private static func errors(_ name: String) throws -> StandardErrors {
    do {
      return try StandardErrors(name)
    } catch {
      throw ValidationError("\(error.summary). \(error.remedy ?? "")")
    }
  }
}
