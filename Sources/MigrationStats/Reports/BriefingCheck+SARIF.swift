#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension BriefingCheck {
  /// The findings in the Static Analysis Results Interchange Format, version 2.1.0 (OASIS), which
  /// tools of code review show beside the text.
  ///
  /// ```swift
  /// let check = BriefingCheck("Canada had 9.2 million migrants in 2019.", against: holdings)
  /// print(check.sarif(failing: [.off]).contains(#""level" : "error""#))  // true
  /// ```
  ///
  /// - Parameter failing: the verdicts that are errors; `off`-like others are warnings, what could
  ///   not be checked is a note. Confirmed numbers are left out.
  public func sarif(failing: Set<Verdict>) -> String {
    let rules = Verdict.allCases.filter { !$0.isConfirmed }
    let log = SARIF(
      schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0",
      runs: [
        SARIF.Run(
          tool: SARIF.Tool(
            driver: SARIF.Driver(
              name: "stats check",
              rules: rules.map { rule in
                SARIF.Rule(
                  id: rule.rawValue, shortDescription: SARIF.Message(text: Self.meaning(of: rule)))
              })),
          columnKind: "unicodeCodePoints",
          results: findings.filter { !$0.verdict.isConfirmed }.map { finding in
            SARIF.Result(
              ruleId: finding.verdict.rawValue,
              level: failing.contains(finding.verdict)
                ? "error" : finding.verdict.isUnchecked ? "note" : "warning",
              message: SARIF.Message(
                text: "‘\(finding.text)’ is \(finding.verdict.rawValue). \(finding.note)"),
              locations: [
                SARIF.Location(
                  physicalLocation: SARIF.Physical(
                    artifactLocation: SARIF.Artifact(uri: Self.uri(source)),
                    region: SARIF.Region(startLine: finding.line, startColumn: finding.column)))
              ])
          })
      ])
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let data = (try? encoder.encode(log)) ?? Data()
    return String(decoding: data, as: UTF8.self) + "\n"
  }

  /// A path as the reference of a URI (RFC 3986).
  private static func uri(_ path: String) -> String {
    let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/".utf8)
    return path.utf8.map { byte in
      if plain.contains(byte) { return String(UnicodeScalar(byte)) }
      let digits = String(byte, radix: 16).uppercased()
      return "%" + (digits.utf8.count == 1 ? "0" : "") + digits
    }.joined()
  }

  /// What a verdict means, in a sentence.
  static func meaning(of verdict: Verdict) -> String {
    switch verdict {
    case .confirmed: "The number is the catalogue's, to the last digit written."
    case .confirmedRounded: "The number is the catalogue's, rounded or in words."
    case .off: "The number is not the catalogue's."
    case .stale: "The number was true in a vintage that another one took the place of."
    case .interpolated: "The number agrees with a value between two observations."
    case .inconsistent: "The sentence contradicts its own numbers."
    case .definition: "The number is right of something else than it is called."
    case .ambiguous: "The text does not say which series, place or year is meant."
    case .unsupported: "The catalogue has no series to check the number with."
    }
  }
}

private struct SARIF: Encodable {
  let schema: String
  let version: String
  let runs: [Run]

  enum CodingKeys: String, CodingKey {
    case schema = "$schema"
    case version, runs
  }

  struct Run: Encodable {
    let tool: Tool
    let columnKind: String
    let results: [Result]
  }
  struct Tool: Encodable { let driver: Driver }
  struct Driver: Encodable {
    let name: String
    let rules: [Rule]
  }
  struct Rule: Encodable {
    let id: String
    let shortDescription: Message
  }
  struct Message: Encodable { let text: String }
  struct Result: Encodable {
    let ruleId: String
    let level: String
    let message: Message
    let locations: [Location]
  }
  struct Location: Encodable { let physicalLocation: Physical }
  struct Physical: Encodable {
    let artifactLocation: Artifact
    let region: Region
  }
  struct Artifact: Encodable { let uri: String }
  struct Region: Encodable {
    let startLine: Int
    let startColumn: Int
  }
}
