extension Report {
  /// Writes a pipe table: what all rows share above it, the caveats as a list below it.
  func writeMarkdown(to output: inout some TextOutputStream) {
    if isListed { return listed.writeMarkdown(to: &output) }
    let layout = ReadingLayout(self)
    if !title.isEmpty {
      output.write(title.map(Markup.markdown).joined(separator: "  \n") + "\n\n")
    }
    if !layout.heading.isEmpty { output.write("**\(Markup.markdown(layout.heading))**\n\n") }
    let withNotes = !layout.sharesCaveats
    let headings = layout.columns.map { Markup.markdown(columns[$0].heading) }
    output.write("| " + (headings + (withNotes ? ["notes"] : [])).joined(separator: " | ") + " |\n")
    let rules = layout.columns.map { column in
      rows.contains { $0[column].isNumber } ? "---:" : "---"
    }
    output.write("| " + (rules + (withNotes ? ["---"] : [])).joined(separator: " | ") + " |\n")
    for (index, row) in rows.enumerated() {
      var cells = layout.columns.map { Markup.markdown(ReadingLayout.text(row[$0], columns[$0])) }
      if withNotes {
        cells.append(layout.references[index].map(String.init).joined(separator: ", "))
      }
      output.write("| " + cells.joined(separator: " | ") + " |\n")
    }
    for picture in pictures {
      output.write("\n```text\n" + picture.joined(separator: "\n") + "\n```\n")
    }
    if !layout.caveats.isEmpty { output.write("\n\(layout.caveatsHeading):\n\n") }
    for (index, caveat) in layout.caveats.enumerated() {
      output.write("\(index + 1). \(Markup.markdown(ReadingLayout.text(caveat)))\n")
    }
    for source in sources { output.write("\nSource: \(Markup.markdown(source))\n") }
    for paragraph in explanation { output.write("\n\(paragraph)\n") }
  }
}
