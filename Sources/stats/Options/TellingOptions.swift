import ArgumentParser
import MigrationStats

/// What a file does not say, or says so that it cannot be found out.
struct TellingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The layout: long, wide, wide-by-area or matrix.", valueName: "layout"))
  var layout: TidyingOptions.LayoutName?

  @Option(help: ArgumentHelp("The column with the area's name or code.", valueName: "name"))
  var areaColumn: String?

  @Option(help: ArgumentHelp("The column with the year.", valueName: "name"))
  var yearColumn: String?

  @Option(
    help: ArgumentHelp(
      "The column with the value; repeatable, each then a quantity.", valueName: "name"))
  var valueColumn: [String] = []

  @Option(help: ArgumentHelp("A column that tells series apart; repeatable.", valueName: "name"))
  var keyColumn: [String] = []

  @Option(help: ArgumentHelp("The year of a table that names none.", valueName: "year"))
  var year: Int?

  @Option(
    help: ArgumentHelp(
      "What a matrix has in its rows: origin, destination, sending or receiving.",
      valueName: "side"))
  var rows: MatrixSide?

  @Option(help: ArgumentHelp("What is measured, where the file does not say.", valueName: "name"))
  var quantity: String?

  @Option(
    help: ArgumentHelp("What a value counts, where the file does not say.", valueName: "name"))
  var unit: String?

  @Flag(help: "Multiply out values counted in thousands, millions or billions.")
  var multiplyOut = false

  /// What the tidying is told.
  var tidying: TidyingOptions {
    var options = TidyingOptions(
      layout: layout, areaColumn: areaColumn, yearColumn: yearColumn, valueColumns: valueColumn,
      keyColumns: keyColumn, quantity: quantity.map { Quantity($0) }, unit: unit.map { Unit($0) })
    (options.year, options.rows, options.isScaled) = (year, rows, multiplyOut)
    return options
  }
}
