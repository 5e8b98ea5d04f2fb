import Foundation
import MigrationStats

// Times the check of a long report: `checking CATALOG SENTENCES ROUNDS`; see `run`.

/// The seconds that a body takes, and what it gives.
func timed<Result>(_ body: () throws -> Result) rethrows -> (Double, Result) {
  let clock = ContinuousClock()
  let start = clock.now
  let result = try body()
  return ((clock.now - start) / .seconds(1), result)
}

func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

let arguments = CommandLine.arguments
guard arguments.count == 4, let rounds = Int(arguments[3]), rounds > 0 else { exit(64) }
let table = try Table(contentsOf: URL(filePath: arguments[2]))
let column = try table.column(named: "text")
let sentences = (0..<table.rowCount).map { table.text($0, column) }
// A linear congruential generator, so that every run checks the same report.
var state: UInt64 = 5
let lines = (0..<5000).map { _ in
  state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
  return sentences[Int(state >> 33) % sentences.count]
}
let report = lines.joined(separator: "\n\n") + "\n"

let (loading, holdings) = try timed { try Holdings.all(of: try Catalog(folder: arguments[1])) }
let (indexing, checker) = timed { BriefingChecker(holdings) }
var seconds: [Double] = []
var summary = ""
for _ in 0..<rounds {
  let (time, check) = timed { BriefingCheck(report, source: "report", with: checker) }
  seconds.append(time)
  summary = check.summary
}
print("lines:     \(report.split(separator: "\n", omittingEmptySubsequences: false).count - 1)")
print("summary:   \(summary)")
print("load:      \(loading) s")
print("index:     \(indexing) s")
print("check:     \(median(seconds)) s (median of \(rounds))")
