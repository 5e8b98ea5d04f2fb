import ArgumentParser
import MigrationStats

/// Whether a result is shown as a plot as well.
struct PlotOptions: ParsableArguments {
  @Flag(help: "Draw each series below the table, in characters.")
  var plot = false

  /// A plot is for reading: refuses it for programs.
  func check(_ output: OutputOptions) throws {
    guard plot, !output.isForReading else { return }
    let origin = output.format == nil ? Settings.inForce[.format]?.origin : nil
    throw ValidationError(
      "--plot draws for reading, and csv and json are for programs: leave out one of them. "
        + (origin.map { "The format is the one that \($0) tells; --format table tells another. " }
          ?? "")
        + "stats chart makes pictures.")
  }
}
