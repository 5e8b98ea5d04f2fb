import ArgumentParser
import MigrationStats

/// `stats rows`.
struct RowsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rows",
    abstract:
      "The records exactly as parsed, one JSON array of strings a line, for other programs.",
    discussion: """
      Nothing is repaired, typed or taken for a header; line breaks within cells are given as LF. What \
      was read, written and set aside is said beside the result. Text in UTF-8 is read block by block, \
      however large; what is packed is held.

      Examples:
        stats rows my-download.csv
        stats rows my-download.csv -o rows.jsonl
        cat my-download.csv | stats rows -
      """)

  @Argument(
    help: ArgumentHelp(
      "A CSV file or workbook, packed or not, or - for standard input.", valueName: "file"),
    completion: .file(extensions: SourceOptions.endings))
  var input: String

  @OptionGroup(title: "Telling the reader") var dialect: DialectOptions
  @OptionGroup(title: "Telling the reader") var packing: PackingOptions
  @OptionGroup(title: "Output") var output: TextOutputOptions

  func run() throws {
    let source: Source = input == "-" ? .standardInput : .file(input)
    let stream = RecordStream(source, options: packing.told(dialect.told(ReadingOptions())))
    var tally = RecordStream.Tally()
    let progress = ProgressLine.reader(isQuiet: output.quiet, isStreaming: true)
    try output.write { output in
      tally = try stream.forEach(progress: progress) { block in
        try output.write(block.jsonLines)
      }
    }
    guard !output.quiet else { return }
    let said = [tally.description] + (tally.finding.map { [$0.description] } ?? [])
    let notes = said.map { Note($0, at: Position(file: source.name)) } + tally.notes
    for note in notes { Terminal.say("note", note.description, emphasis: .note) }
  }
}
