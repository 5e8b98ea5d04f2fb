import Testing

@testable import MigrationStats

@Suite("The corpus of claims")
struct ClaimCorpusTests {
  static let checker: Result<BriefingChecker, any Error> = Result {
    BriefingChecker(try Holdings.all(of: try Catalog(folder: Project.datasets)))
  }

  @Test(
    "nothing is falsely confirmed, and nearly all verdicts are right",
    arguments: [("sentences.csv", 0.99), ("held-out.csv", 0.9), ("briefings.csv", 0.98)])
  func verdicts(name: String, share: Double) throws {
    let outcomes = try ClaimCorpus(name).outcomes(with: Self.checker.get())
    print(Self.table(outcomes, name))
    for outcome in outcomes where !outcome.isRight {
      print(
        "\(outcome.row.id): ‘\(outcome.row.number)’ \(outcome.finding?.verdict.rawValue ?? "not seen")"
          + " instead of \(outcome.row.verdict): \(outcome.row.text)")
    }
    #expect(outcomes.filter(\.isFalselyConfirmed).map(\.row.id) == [])
    #expect(Double(outcomes.count(where: \.isRight)) >= share * Double(outcomes.count))
  }

  /// Precision and recall of each verdict; an accepted alternative counts as the one expected.
  private static func table(_ outcomes: [ClaimCorpus.Outcome], _ name: String) -> String {
    var lines = ["\(name): \(outcomes.count(where: \.isRight)) of \(outcomes.count) as expected"]
    for verdict in Verdict.allCases.map(\.rawValue) {
      let expected = outcomes.filter { $0.row.verdict == verdict }
      let given = outcomes.filter { $0.finding?.verdict.rawValue == verdict }
      guard !expected.isEmpty || !given.isEmpty else { continue }
      func percent(_ part: Int, _ whole: Int) -> String {
        whole == 0 ? "–" : Numerals.rounded(100 * Double(part) / Double(whole), decimals: 1) + " %"
      }
      lines.append(
        "  \(verdict): precision \(percent(given.count(where: \.isRight), given.count)), recall "
          + "\(percent(expected.count(where: \.isRight), expected.count)) (\(expected.count) expected)"
      )
    }
    return lines.joined(separator: "\n")
  }

  @Test("what is no claim is not confirmed")
  func noClaims() throws {
    let table = try Table(
      .file("\(Project.fixtures)/claims/not-claims.csv"),
      options: ReadingOptions(delimiter: UInt8(ascii: ",")))
    for row in 0..<table.rowCount {
      let (text, number) = (table.text(row, 0), table.text(row, 1))
      let findings = BriefingCheck(text, with: try Self.checker.get()).findings
      #expect(!findings.contains { $0.text == number && $0.verdict.isConfirmed }, "\(text)")
    }
  }

  @Test("what is said of another people, place, time or measure is not confirmed")
  func traps() throws {
    let table = try Table(
      .file("\(Project.fixtures)/claims/traps.csv"),
      options: ReadingOptions(delimiter: UInt8(ascii: ",")))
    #expect(table.rowCount > 400)
    for row in 0..<table.rowCount {
      let findings = BriefingCheck(table.text(row, 1), with: try Self.checker.get()).findings
      #expect(!findings.contains { $0.verdict.isConfirmed }, "\(table.text(row, 1))")
    }
  }

  @Test("any number changed beyond its rounding is not confirmed")
  func mutations() throws {
    let checker = try Self.checker.get()
    var tried = 0
    for row in try ClaimCorpus("sentences.csv").rows where row.verdict.hasPrefix("confirmed") {
      // The first digit of the number, two more or two less.
      guard let first = row.number.firstIndex(where: \.isNumber),
        let digit = row.number[first].wholeNumberValue, digit > 0, row.text.contains(row.number),
        !row.number.contains("one in"),
        row.number.contains("million") || row.number.contains("%")
          || row.number.contains("per cent")
      else { continue }
      let other = digit >= 5 ? digit - 2 : digit + 3
      var changed = row.number
      changed.replaceSubrange(first...first, with: "\(other)")
      let text = row.text.replacing(row.number, with: changed)
      let hedges = [
        "over", "least", "more than", "fewer", "under", "up to", "above", "exce", "below", "most",
      ]
      guard !hedges.contains(where: { row.text.lowercased().contains($0) }) else { continue }
      let findings = BriefingCheck(text, with: checker).findings
      tried += 1
      #expect(
        !findings.contains { $0.text.contains(changed) && $0.verdict.isConfirmed },
        "\(row.id): \(text)")
    }
    #expect(tried >= 50)
  }
}
