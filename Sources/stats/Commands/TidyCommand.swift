import ArgumentParser
import MigrationStats

/// `stats tidy`.
struct TidyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tidy",
    abstract: "The long form: a row a value, with area, code, year, value, unit and status.",
    discussion: """
      Suppressed values have status Q and no value; missing ones have no row. The format is csv \
      unless told.

      Examples:
        stats tidy my-download.csv -o tidy.csv
        stats tidy my-download.csv --area World --format json
        stats tidy my-workbook.xlsx --sheet 'Table 1' --where sex=female
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup(title: "Selecting") var selection: SelectionOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {
    if !selection.isTold, output.isCSV(unlessTold: .csv),
      let panel = try input.plainPanel(isQuiet: output.quiet)
    {
      return try output.place.write { stream in
        try panel.writeTidy { try stream.write($0) }
      }
    }
    let panel = try selection.limited(selection.selected(from: input.panel(isQuiet: output.quiet)))
    try output.write(Report(tidy: panel), unlessTold: .csv)
  }
}
