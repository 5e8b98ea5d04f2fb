import ArgumentParser
import MigrationStats

/// `stats chart`.
struct ChartCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chart",
    abstract: "A chart: its data, the picture, the words and the source together.",
    discussion: """
      With -o FOLDER/ all parts are written: chart.csv (the rows that are drawn), chart.svg, \
      chart.png, chart.pdf, chart.vl.json (Vega-Lite 5), chart.html (one page without script or \
      network), chart.txt (the alternative text) and chart.metadata.json. Other files of the \
      folder stay. PNG and PDF are made by rsvg-convert (Debian's librsvg2-bin).

      Breaks, estimates, forecasts, gaps and interpolated years are drawn as such and never joined \
      in silence. In CSV a text that a spreadsheet would run, because it begins with = + - or @, \
      gets an apostrophe in front; numbers stay as they are. --shape wide is what Datawrapper and \
      Flourish take for lines and bars, --shape source-target-value what Flourish takes for flows.

      --each writes all parts but PNG and PDF unless --format asks for them.

      Examples:
        stats chart migrant-stock -a Canada -a Australia
        stats chart migrant-stock -a Canada --years 1990-2019 --format svg
        stats chart migrant-stock -a CAN -a AUS --shape wide
        stats chart migrant-stock -a Canada --format alt
        stats chart population -a India -o india/
        stats chart population -a India -o india.html
        stats chart migrant-stock -a GBR -a FRA --each -o areas/
        stats chart my.csv --log --format vega-lite
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup(title: "The chart") var asked: ChartOptions
  @OptionGroup(title: "Output") var output: ChartOutputOptions

  func run() throws {
    var holdings: Holdings
    let name: String
    (holdings, name) = try input.holdings(isQuiet: output.quiet)
    let isDataset = try holdings.dataset(name).package != nil
    let asked = asked.configured(for: isDataset ? name : nil)
    let writer = ChartWriter(output)
    if output.each {
      try writer.writeEach(asked, try holdings.dataset(name), holdings)
      return
    }
    let chart = try holdings.chart(asked.request(data: name))
    if let folder = output.folder {
      try writer.write(chart, to: folder)
    } else {
      try writer.write(chart, as: output.single)
    }
  }
}
