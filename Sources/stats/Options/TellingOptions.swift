import ArgumentParser
import MigrationStats

/// What a file does not say, or says so that it cannot be found out.
struct TellingOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The layout: long, wide or wide-by-area.", valueName: "layout"))
  var layout: TidyingOptions.LayoutName?

  @Option(help: ArgumentHelp("The column with the area's name or code.", valueName: "name"))
  var areaColumn: String?

  @Option(help: ArgumentHelp("The column with the year.", valueName: "name"))
  var yearColumn: String?

  @Option(help: ArgumentHelp("The column with the value.", valueName: "name"))
  var valueColumn: String?

  @Option(help: ArgumentHelp("A column that tells series apart; repeatable.", valueName: "name"))
  var keyColumn: [String] = []

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
      layout: layout, areaColumn: areaColumn, yearColumn: yearColumn, valueColumn: valueColumn,
      keyColumns: keyColumn, quantity: quantity.map { Quantity($0) }, unit: unit.map { Unit($0) })
    options.isScaled = multiplyOut
    return options
  }
}
