extension Report {
  /// The widest that sentences are set: longer lines are hard to read.
  private var proseWidth: Int { min(width, 100) }

  /// Writes for a terminal of `width` columns.
  ///
  /// Few identities with several rows each are set as blocks: the identity, a line of what its rows
  /// share, a table of what tells them apart. Everything else is one table; where it is too wide
  /// the columns that matter least are left out, and it says so.
  func writeTable(to output: inout some TextOutputStream) {
    if isListed { return listed.writeTable(to: &output) }
    let blocks = blocks()
    let isFlat =
      !columns.contains { $0.role == .summary } || blocks.count > 12
      || (blocks.count > 3 && blocks.allSatisfy { $0.count == 1 })
    let layout = ReadingLayout(self, isFlat: isFlat)
    for title in title {
      for line in Self.wrapped(title, width: proseWidth, hanging: "  ") {
        output.write(line + "\n")
      }
    }
    if !title.isEmpty, layout.heading.isEmpty || !isFlat { output.write("\n") }
    for line in Self.wrapped(layout.heading, width: proseWidth) { output.write(line + "\n") }
    var left = Set<String>()
    if isFlat {
      if !layout.heading.isEmpty { output.write("\n") }
      let all = Array(rows.indices)
      let references = layout.sharesCaveats ? nil : layout.references
      write(fitted(all, layout.columns, references, &left), to: &output)
    } else {
      let (full, empty) = (blocks.filter { !isEmpty($0) }, blocks.filter { isEmpty($0) })
      // What one block cannot show no block shows, so that they can be compared.
      var unseen = ""
      for block in full { writeBlock(block, layout, &left, to: &unseen) }
      for block in full { writeBlock(block, layout, &left, to: &output) }
      writeEmpty(empty, layout, to: &output)
    }
    for picture in pictures { output.write("\n" + picture.joined(separator: "\n") + "\n") }
    writeLeftOut(left, to: &output)
    writeCaveats(layout, to: &output)
    if !sources.isEmpty { output.write("\n") }
    for source in sources {
      for line in Self.wrapped("Source: \(source)", width: proseWidth, hanging: "  ") {
        output.write(line + "\n")
      }
    }
    for paragraph in explanation {
      output.write("\n")
      for line in paragraph.split(separator: "\n", omittingEmptySubsequences: false) {
        let hang = String(repeating: " ", count: line.prefix { $0 == " " }.count)
        for part in Self.wrapped(String(line), width: proseWidth, hanging: hang + "  ") {
          output.write(part + "\n")
        }
      }
    }
  }

  /// The rows as lists: a row a cell that is there, its heading and its text.
  var listed: Report {
    let told = columns.indices.filter { columns[$0].role != .notes }
    let notes = columns.firstIndex { $0.role == .notes }
    var report = Report(
      columns: [
        Column("name", .detail, as: "", widest: 40), Column("value", .detail, as: "", widest: 60),
      ]
        + (notes.map { [columns[$0]] } ?? []),
      rows: rows.flatMap { row in
        told.filter { row[$0] != .absent }.map { index in
          let text = ReadingLayout.text(row[index], columns[index])
          return [.text(columns[index].heading), .text(text)] + (notes.map { [row[$0]] } ?? [])
        }
      })
    (report.title, report.sources, report.explanation) = (title, sources, explanation)
    (report.pictures, report.width) = (pictures, width)
    return report
  }

  // MARK: Blocks

  /// Runs of rows with the same identity.
  private func blocks() -> [Range<Int>] {
    let identity = columns.indices.filter {
      columns[$0].role == .identity || columns[$0].role == .summary
    }
    var blocks: [Range<Int>] = []
    for (index, row) in rows.enumerated() {
      if let last = blocks.last, identity.allSatisfy({ rows[last.lowerBound][$0] == row[$0] }) {
        blocks[blocks.count - 1] = last.lowerBound..<index + 1
      } else {
        blocks.append(index..<index + 1)
      }
    }
    return blocks
  }

  /// Whether a block has no measured or computed number.
  private func isEmpty(_ block: Range<Int>) -> Bool {
    rows[block].allSatisfy { row in !row.contains(where: \.isResult) }
  }

  private func name(of block: Range<Int>, _ layout: ReadingLayout) -> String {
    let first = rows[block.lowerBound]
    let identity = layout.columns.filter { columns[$0].role == .identity && first[$0] != .absent }
    return identity.map { ReadingLayout.text(first[$0], columns[$0]) }.joined(separator: " · ")
  }

  private func writeEmpty(
    _ blocks: [Range<Int>], _ layout: ReadingLayout, to output: inout some TextOutputStream
  ) {
    guard !blocks.isEmpty else { return }
    let names = blocks.map { block in
      let notes = layout.references[block.lowerBound].map { "[\($0)]" }.joined()
      return "\(name(of: block, layout)) \(layout.sharesCaveats ? "" : notes)"
    }
    output.write("\n")
    let text = "Nothing to compute for " + names.joined(separator: "; ")
    for line in Self.wrapped(text, width: proseWidth) { output.write(line + "\n") }
  }

  private func writeBlock(
    _ block: Range<Int>, _ layout: ReadingLayout, _ left: inout Set<String>,
    to output: inout some TextOutputStream
  ) {
    let first = rows[block.lowerBound]
    let summary = layout.columns.filter { columns[$0].role == .summary && first[$0] != .absent }
    let details = layout.columns.filter { columns[$0].role == .detail }
    let references = layout.sharesCaveats ? nil : Array(layout.references[block])
    output.write("\n")
    let name = name(of: block, layout)
    for line in Self.wrapped(name, width: proseWidth) { output.write(line + "\n") }
    write(fitted([block.lowerBound], summary, nil, &left), to: &output)
    output.write("\n")
    if block.count == 1, let upright = upright(first, details, references?.first ?? []) {
      for line in upright { output.write(line + "\n") }
      return
    }
    write(fitted(Array(block), details, references, &left), to: &output)
  }

  /// A single row too wide for the lines, set upright: a line a column, absent ones left out; nil
  /// where it fits.
  private func upright(_ row: [Cell], _ details: [Int], _ references: [Int]) -> [String]? {
    let shown = details.filter { row[$0] != .absent }
    let notes = references.isEmpty ? [] : ["[\(Grid.ranges(references))]"]
    let cells = shown.map { ReadingLayout.text(row[$0], columns[$0]) } + notes
    let headings = shown.map { columns[$0].heading } + notes.map { _ in "notes" }
    let widths = zip(cells, headings).map { max($0.count, $1.count) + 2 }
    guard widths.reduce(-2, +) > width else { return nil }
    let (left, right) = (headings.map(\.count).max() ?? 0, cells.map(\.count).max() ?? 0)
    return zip(headings, cells).map { heading, cell in
      heading + String(repeating: " ", count: left - heading.count + 2 + right - cell.count) + cell
    }
  }

  /// The cells of some rows in the width there is; the columns that matter least give way.
  private func fitted(
    _ rows: [Int], _ columns: [Int], _ references: [[Int]]?, _ left: inout Set<String>
  ) -> Grid {
    let shown = columns.filter { !left.contains(self.columns[$0].name) }
    var grid = Grid(self, rows, shown, references: references)
    left.formUnion(grid.fit())
    return grid
  }

  private func writeLeftOut(_ left: Set<String>, to output: inout some TextOutputStream) {
    guard !left.isEmpty else { return }
    let names = columns.map(\.name).filter { left.contains($0) }.joined(separator: ", ")
    let text = "Not shown at this width: \(names). --format csv has every column and digit."
    output.write("\n")
    for line in Self.wrapped(text, width: proseWidth) { output.write(line + "\n") }
  }

  private func writeCaveats(_ layout: ReadingLayout, to output: inout some TextOutputStream) {
    guard !layout.caveats.isEmpty else { return }
    output.write("\n\(layout.caveatsHeading)\n")
    let digits = "\(layout.caveats.count)".count
    for (index, caveat) in layout.caveats.enumerated() {
      let number = "\(index + 1)"
      let label = String(repeating: " ", count: digits - number.count) + "[\(number)] "
      let hang = String(repeating: " ", count: label.count)
      for line in Self.wrapped(label + ReadingLayout.text(caveat), width: proseWidth, hanging: hang)
      {
        output.write(line + "\n")
      }
    }
  }

  private func write(_ grid: Grid, to output: inout some TextOutputStream) {
    for line in grid.lines { output.write(line + "\n") }
  }

  /// A text in lines of a width, broken at spaces, the later ones begun with `hanging`.
  static func wrapped(_ text: String, width: Int, hanging: String = "") -> [String] {
    guard !text.isEmpty else { return [] }
    var lines: [String] = []
    let indent = text.prefix { $0 == " " }
    var line = String(indent)
    var isFresh = true
    for word in text.split(separator: " ") {
      if !isFresh, line.count + 1 + word.count > width {
        lines.append(line)
        line = hanging + word
      } else {
        line += (isFresh ? "" : " ") + word
      }
      isFresh = false
    }
    return lines + [line]
  }
}
