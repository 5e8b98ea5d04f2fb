import Foundation
import Testing

@Suite("stats regress")
struct RegressCommandTests {
  /// A row of the coefficients in JSON.
  private struct Term: Decodable {
    let term: String
    let estimate: Double
    let stdError: Double?
  }

  private static let fixtures = Tool.root.appending(path: "Tests/MigrationStatsTests/Fixtures")

  private func terms(_ arguments: [String], in folder: URL) throws -> [Term] {
    let outcome = try Tool.stats(["regress"] + arguments + ["--format", "json"], in: folder)
    try #require(outcome.code == 0, "\(outcome.errors)")
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode([Term].self, from: Data(outcome.output.utf8))
  }

  @Test(
    "prints what is kept",
    arguments: [
      ("line", "my.csv --formula 'value ~ year'"),
      ("quality", "my.csv --formula 'log(value) ~ poly(year, 2, raw = TRUE)' --show quality"),
      ("observations", "my.csv --formula 'value ~ year' --errors hc3 --show observations"),
      (
        "poisson",
        "migrant-stock --countries --formula 'value ~ poly(year, 2) + sex' --family poisson"
      ),
      ("cluster", "migrant-stock --formula 'log(value + 1) ~ year' --errors cluster:area -q"),
      ("curve", "my.csv --curve 'value ~ a*exp(r*(year - 1990))' --start 'a=150, r=0.02'"),
      ("markdown", "my.csv --formula 'value ~ year' --format markdown"),
      ("csv", "my.csv --formula 'value ~ I(year - 1990)' --format csv"),
    ])
  func snapshot(name: String, line: String) throws {
    let outcome = try Tool.shell("stats regress \(line)")
    #expect(outcome.code == 0)
    #expect(outcome.remarks.isEmpty)
    try expectSnapshot(outcome.output, "regress-\(name)")
  }

  /// NIST's linear problems as somebody types them.
  static let problems: [(name: String, formula: String)] = [
    ("Norris", "y ~ x"), ("Pontius", "y ~ x + I(x^2)"), ("NoInt1", "y ~ 0 + x"),
    ("NoInt2", "y ~ x - 1"), ("Filip", "y ~ poly(x, 10, raw = TRUE)"), ("Longley", "y ~ ."),
    ("Wampler1", "y ~ poly(x, 5, raw = TRUE)"), ("Wampler2", "y ~ poly(x, 5, raw = TRUE)"),
    ("Wampler3", "y ~ poly(x, 5, raw = TRUE)"), ("Wampler4", "y ~ poly(x, 5, raw = TRUE)"),
    ("Wampler5", "y ~ x + I(x^2) + I(x^3) + I(x^4) + I(x^5)"),
  ]

  @Test("NIST's linear problems have 13 certified digits", arguments: problems)
  func certified(name: String, formula: String) throws {
    let folder = Self.fixtures.appending(path: "nist-linear")
    let terms = try terms(["\(name).csv", "--formula", formula], in: folder)
    let lines = try String(contentsOf: folder.appending(path: "certified.csv"), encoding: .utf8)
      .split(separator: "\n").map { $0.split(separator: ",").map(String.init) }
      .filter { $0.first == name }
    #expect(terms.count == lines.count)
    for (term, line) in zip(terms, lines) {
      let (estimate, error) = (try #require(Double(line[2])), try #require(Double(line[3])))
      #expect(abs(term.estimate - estimate) <= 1e-13 * abs(estimate), "\(term.term)")
      let found = try #require(term.stdError)
      // Wampler2's residuals are certified as zero; rounding the data leaves some.
      let isClose = error == 0 ? found < 1e-15 : abs(found - error) <= 1e-13 * error
      #expect(isClose, "\(term.term): \(found) for \(error)")
    }
  }

  @Test("A file above the bound is read in passes, to the same numbers")
  func streamed() throws {
    let scratch = try Scratch()
    var text = "y,x,f\n"
    for row in 0..<3000 { text += "\(row % 17 + row % 5),\(row % 23),\(["a", "b"][row % 2])\n" }
    try scratch.write("t.csv", text.utf8)
    let plain = ["t.csv", "--formula", "y ~ x + f", "--errors", "hc3"]
    let held = try terms(plain, in: scratch.folder)
    let passed = try terms(plain + ["--largest", "1000"], in: scratch.folder)
    #expect(held.map(\.term) == passed.map(\.term))
    for (one, other) in zip(held, passed) {
      #expect(abs(one.estimate - other.estimate) <= 1e-12 * abs(one.estimate))
      let error = try #require(one.stdError)
      #expect(abs(error - (other.stdError ?? 0)) <= 1e-12 * error)
    }
    let outcome = try Tool.stats(
      ["regress"] + plain + ["--largest", "1000", "--show", "observations"], in: scratch.folder)
    #expect(outcome.code == 65)
    #expect(outcome.errors.contains("are not held"))
  }

  /// What is typed, the exit code, and what is said.
  static let refusals: [(arguments: [String], code: Int32, message: String)] = [
    (["--formula", "y ~ x +"], 65, "the formula breaks off\n  y ~ x +\n         ^"),
    (["--formula", "y ~ xx"], 65, "Did you mean ‘x’?"),
    (["--formula", "y ~ x", "--errors", "hc9"], 64, "The choices are classical, hc0"),
    (["--formula", "y ~ x", "--errors", "cluster"], 64, "cluster:COLUMN"),
    (["--formula", "y ~ x", "--family", "binomial"], 64, "'poisson'"),
    (["--formula", "y ~ x", "--level", "95"], 64, "between 0 and 1"),
    (["--formula", "y ~ x", "--show", "all"], 64, "'quality'"),
    (["--formula", "y ~ x", "--curve", "y ~ a*x"], 64, "Give one of --formula and --curve."),
    ([], 64, "Give one of --formula and --curve."),
    (["--formula", "y ~ x", "--start", "a=1"], 64, "--start goes with --curve."),
    (["--curve", "y ~ a*x*("], 65, "^"), (["--curve", "y ~ a*q"], 65, "names no variable"),
    (["--curve", "y ~ a*x", "--start", "b=1"], 65, "which is no parameter"),
    (["--curve", "y ~ a*log(x - b)", "--start", "a=1,b=9"], 65, "at the start"),
    (["--formula", "y ~ x + z"], 65, "z depends on x"),
    (["--formula", "y ~ c"], 65, "c is the same in every row"),
    (["--formula", "y ~ x", "--weights", "m"], 65, "t.csv:3: the weight m is negative, -1"),
    (["--formula", "y ~ x", "--weights", "o"], 65, "all weights o are zero"),
    (["--formula", "y ~ t"], 65, "t.csv:4, column ‘t’: ‘abc’ is not a number"),
    (["--formula", "y ~ i"], 65, "t.csv:2, column ‘i’: ‘Inf’ is no finite number"),
    (["--formula", "log(o) ~ x"], 65, "log(o) has no finite value where o is 0"),
    (["--formula", "y ~ x + w + poly(x, 3)"], 65, "poly(x, 3) needs more than 3"),
    (["--formula", "m ~ x", "--family", "poisson"], 65, "the response is negative, -1"),
    (["--formula", "s ~ f", "--family", "poisson"], 65, "that fb tells apart"),
    (["--formula", "y ~ x", "--errors", "newey-west:9"], 65, "the number of rows, 4"),
  ]

  @Test("What cannot be done is refused with its place and what to do", arguments: refusals)
  func refusal(arguments: [String], code: Int32, message: String) throws {
    let scratch = try Scratch()
    try scratch.write(
      "t.csv",
      """
      x,y,z,c,w,m,o,t,i,s,f
      1,2,2,5,1,1,0,1,Inf,1,a
      2,4,4,5,2,-1,0,2,1,0,b
      3,5,6,5,1,1,0,abc,2,3,a
      3,7,6,5,3,1,0,4,3,0,b

      """.utf8)
    let outcome = try Tool.stats(["regress", "t.csv"] + arguments, in: scratch.folder)
    #expect(outcome.code == code, "\(outcome.errors)")
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
  }
}
