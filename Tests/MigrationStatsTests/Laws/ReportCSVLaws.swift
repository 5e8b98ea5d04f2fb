import Testing

@testable import MigrationStats

/// What is written is read back, whatever is in its cells and however it is delimited.
@Suite("Laws of written tables")
struct ReportCSVLaws {
  private static let seeds: [UInt64] = Array(1...40)

  /// Texts with all that parts cells and lines in some dialect.
  private func randomText(_ random: inout RepeatableGenerator) -> String {
    let pieces = [
      "a", "7", " ", "é", "🧭", ",", ";", "\t", "|", "\"", "\n", "\r", "\r\n", "’", ".", "#", "\\",
    ]
    return random.text(of: pieces, upTo: 7)
  }

  /// A text with each line break, CRLF or CR, as LF; scalars, as CR and CRLF may meet.
  private static func withLineFeeds(_ text: String) -> String {
    var (scalars, wasReturn) = (String.UnicodeScalarView(), false)
    for scalar in text.unicodeScalars {
      if scalar == "\n", wasReturn {
        wasReturn = false
        continue
      }
      wasReturn = scalar == "\r"
      scalars.append(wasReturn ? "\n" : scalar)
    }
    return String(scalars)
  }

  @Test("Any cells of a report come back from its CSV", arguments: seeds)
  func anyCells(seed: UInt64) throws {
    var random = RepeatableGenerator(seed: seed)
    let width = Int.random(in: 1...5, using: &random)
    let names = (0..<width).map { _ in randomText(&random) }
    var rows: [[Report.Cell]] = []
    var expected = [names]
    for _ in 0..<Int.random(in: 1...20, using: &random) {
      var (row, texts) = ([Report.Cell](), [String]())
      for _ in 0..<width {
        switch Int.random(in: 0..<4, using: &random) {
        case 0:
          let text = randomText(&random)
          row.append(.text(text))
          texts.append(text)
        case 1:
          let number = random.double(exponents: -300...300)
          row.append(.number(number))
          texts.append(Numerals.exact(number))
        case 2:
          let number = Int.random(in: Int.min...Int.max, using: &random)
          row.append(.integer(number))
          texts.append("\(number)")
        default:
          row.append(.absent)
          texts.append("")
        }
      }
      // A record of one empty cell is an empty line, which a reader may leave out.
      guard width > 1 || texts != [""] else { continue }
      rows.append(row)
      expected.append(texts)
    }
    let text = Report(columns: names.map { Report.Column($0, .detail) }, rows: rows).text(.csv)
    var parser = CSVParser(dialect: Dialect())
    parser.consume(Array(text.utf8)[...])
    let records = parser.finished()
    #expect(parser.fault == nil)
    // A line break in a cell is kept as LF, however it was written.
    let read = records.cells.filter { width > 1 || $0 != [""] }
    let wanted = expected.filter { width > 1 || $0 != [""] }.map { row in
      row.map(Self.withLineFeeds)
    }
    #expect(read == wanted, "seed \(seed): \(text.debugDescription)")
  }

  @Test(
    "The long form reads back the same with any delimiter and any line break",
    arguments: [",", ";", "\t", "|"], ["\n", "\r\n", "\r"])
  func anyDelimiter(delimiter: String, lineBreak: String) throws {
    for seed in UInt64(1)...6 {
      var random = RepeatableGenerator(seed: seed)
      var lines: [String] = []
      for area in ["World", "Côte d'Ivoire", "Korea, Rep.", "A; \"B\" | C\tD", "E\nF"] {
        for year in 1990...1995 where Int.random(in: 0..<5, using: &random) > 0 {
          let quoted = area.replacing("\"", with: "\"\"")
          lines.append(
            "\"\(quoted)\",\(year),\(Numerals.exact(random.double(exponents: -6...12)))")
        }
      }
      let first = try panel("area,year,value\n" + lines.joined(separator: "\n") + "\n")
      let written = Report(tidy: first).text(.csv)
      var parser = CSVParser(dialect: Dialect())
      parser.consume(Array(written.utf8)[...])
      let rewritten = parser.finished().cells.map { row in
        row.map { cell in
          "\"\(cell.replacing("\"", with: "\"\"").replacing("\n", with: lineBreak))\""
        }.joined(separator: delimiter) + lineBreak
      }.joined()
      let again = Report(tidy: try panel(rewritten)).text(.csv)
      #expect(again == written, "seed \(seed): \(rewritten.debugDescription)")
    }
  }
}
