import Foundation
import Testing

@Suite("--verbose")
struct VerboseTests {
  @Test(
    "says how a file was read, what is configured, the libraries and the time; the result stays")
  func file() throws {
    let outcome = try Tool.shell("STATS_LEVEL=0.9 stats describe my-download.csv -v")
    #expect(outcome.code == 0)
    #expect(outcome.output == (try Tool.shell("stats describe my-download.csv -q")).output)
    let details = outcome.errors.split(separator: "\n").filter { $0.hasPrefix("detail: ") }
    for part in [
      "my-download.csv: encoding: ", "my-download.csv: delimiter: ",
      "my-download.csv: layout: wide",
      "the level of confidence of intervals: 0.9 (STATS_LEVEL)", "OpenBLAS ",
    ] {
      #expect(details.contains { $0.dropFirst(8).hasPrefix(part) }, "\(part)")
    }
    #expect(details.last?.wholeMatch(of: /detail: the run took [\d,]+ ms/) != nil)
  }

  @Test("says where the data sets are, and of a run that fails how long it took")
  func dataset() throws {
    let outcome = try Tool.stats(["describe", "refugees", "-v"])
    #expect(outcome.errors.contains("detail: the data sets are in "))
    let failed = try Tool.stats(["describe", "no-such", "-v"])
    #expect(failed.code == 66)
    #expect(failed.errors.contains("ms\nError: "))
  }

  @Test("goes before a configured quiet")
  func quiet() throws {
    let scratch = try Scratch()
    try scratch.write("stats.json", #"{"quiet": true}"#.utf8)
    try scratch.write("a.csv", "area,year,value\nCanada,1990,1\nCanada,2000,2\n".utf8)
    let quiet = try Tool.stats(["describe", "a.csv"], in: scratch.folder)
    #expect(quiet.code == 0)
    #expect(quiet.errors.isEmpty)
    #expect(
      try Tool.stats(["describe", "a.csv", "-v"], in: scratch.folder).errors.contains(
        "records read"))
  }

  @Test("every command takes it", arguments: HelpTests.verbs.filter { !$0.isEmpty })
  func everywhere(verb: String) throws {
    let help = try Tool.stats([verb, "--help"]).output
    for flag in ["-q, --quiet", "-v, --verbose", "--no-color", "--no-config"] {
      #expect(help.contains("  \(flag) "), "\(flag)")
    }
  }
}
