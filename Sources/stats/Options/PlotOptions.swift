import ArgumentParser
import MigrationStats

/// Whether a result is shown as a plot as well.
struct PlotOptions: ParsableArguments {
  @Flag(help: "Draw each series below the table, in characters.")
  var plot = false

  /// A plot is for reading: refuses it for programs.
  func check(_ output: OutputOptions) throws {
    guard plot, !output.isForReading else { return }
    throw ValidationError(
      "--plot draws for reading, and csv and json are for programs: leave out one of them. "
        + "stats chart makes pictures.")
  }
}
