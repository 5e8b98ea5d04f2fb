import Testing

@testable import MigrationStats

/// Sentences of our own with the verdict that each of their numbers ought to have.
struct ClaimCorpus {
  /// A number of a sentence.
  struct Row {
    let id: String
    let form: String
    let text: String
    let number: String
    let verdict: String
    let accepted: Set<String>
  }

  /// What was found for a row; nil where the number was not seen.
  struct Outcome {
    let row: Row
    let finding: Finding?
    var isRight: Bool { finding.map { row.accepted.contains($0.verdict.rawValue) } ?? false }
    /// Whether a number that is not the catalogue's was confirmed.
    var isFalselyConfirmed: Bool {
      finding?.verdict.isConfirmed == true && !row.accepted.contains { $0.hasPrefix("confirmed") }
    }
  }

  let rows: [Row]

  init(_ name: String) throws {
    let table = try Table(
      .file("\(Project.fixtures)/claims/\(name)"),
      options: ReadingOptions(delimiter: UInt8(ascii: ",")))
    func column(_ name: String) throws -> Int { try #require(table.header.firstIndex(of: name)) }
    let places = try ["id", "form", "text", "number", "verdict", "alternatives"].map(column)
    rows = (0..<table.rowCount).map { row in
      let cells = places.map { table.text(row, $0) }
      return Row(
        id: cells[0], form: cells[1], text: cells[2], number: cells[3], verdict: cells[4],
        accepted: Set([cells[4]] + cells[5].split(separator: " ").map(String.init)))
    }
  }

  /// Each row with its finding.
  func outcomes(with checker: BriefingChecker) -> [Outcome] {
    var seen: [String: [Finding]] = [:]
    return rows.map { row in
      let findings = seen[row.text] ?? BriefingCheck(row.text, with: checker).findings
      seen[row.text] = findings
      func plain(_ text: String) -> String { text.replacing("-", with: " ") }
      let same = findings.filter {
        plain($0.text).contains(plain(row.number)) || plain(row.number).contains(plain($0.text))
      }
      return Outcome(row: row, finding: same.first { $0.form == row.form } ?? same.first)
    }
  }
}
