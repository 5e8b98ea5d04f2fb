import ArgumentParser
import MigrationStats

/// `stats cite`.
struct CiteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cite",
    abstract: "One figure as a sentence, with definition, interval, caveats and citation.",
    discussion: """
      What is printed can be pasted: a sentence, the note that belongs under it, the source in the \
      publisher's recommended form and the figure's identity, by which it can be found and made \
      again. The number is rounded by a rule that is stated; --exact prints every digit.

      Of further columns that are not told, ‘both’ or ‘total’ is taken where there is one.

      Examples:
        stats cite migrant-stock --area Canada --years 2019
        stats cite migrant-stock -a World --of annual-rate --years 1990-2019
        stats cite remittances-received -a World --of annual-rate --years 2023-2024
        stats cite migrant-stock -a GBR --of share --share-of population
        stats cite migrant-stock -a GBR --of rank --where sex=female
        stats cite world-migrant-stock --vintage un-2019 --of index --as markdown
        stats cite migrant-stock -a Canada --of forecast --years 2030 --as json
        stats cite population -a India --as bibtex
        stats cite my-download.csv -a Canada --of ratio --years 1990-2019
        cat my.csv | stats cite - --of doubling-time
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup(title: "The figure") var asked: FigureOptions

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "The form. By the ending of the output file; else text.", valueName: "form"))
  var form: Figure.Form?

  @OptionGroup(title: "Output") var output: TextOutputOptions

  func run() throws {
    var holdings: Holdings
    let name: String
    (holdings, name) = try input.holdings(isQuiet: output.quiet)
    let isDataset = try holdings.dataset(name).package != nil
    let asked = asked.configured(for: isDataset ? name : nil)
    let figure = asked.rounded(try holdings.figure(asked.request(data: name)))
    try output.write(figure.text(as: form ?? output.form ?? .text))
  }
}

extension TextOutputOptions {
  /// The form that the ending of the file's name means.
  fileprivate var form: Figure.Form? {
    switch ending {
    case "md", "markdown": .markdown
    case "json": .json
    case "bib": .bibtex
    case "ris": .ris
    case "html", "htm": .html
    case "txt": .text
    default: nil
    }
  }
}
