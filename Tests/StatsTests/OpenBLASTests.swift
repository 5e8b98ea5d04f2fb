import Foundation
import Testing

#if os(Linux)
  @Suite("A machine without OpenBLAS")
  struct OpenBLASTests {
    /// The variables of a run that finds files of no library where it looks for OpenBLAS.
    private func variables(_ scratch: Scratch) throws -> [String: String] {
      for name in ["libopenblas.so.0", "libopenblas.so"] { try scratch.write(name, "".utf8) }
      return ["LD_LIBRARY_PATH": scratch.folder.path()]
    }

    @Test("what needs it says how to install it", arguments: ["fit", "compare", "regress"])
    func missing(verb: String) throws {
      let scratch = try Scratch()
      let outcome = try Tool.stats(
        [verb, "my.csv", "-q"] + (verb == "regress" ? ["--formula", "value ~ year"] : []),
        environment: try variables(scratch))
      #expect(outcome.code == 69)
      #expect(outcome.output.isEmpty)
      let lines = outcome.errors.split(separator: "\n")
      #expect(lines.count == 2)
      #expect(lines.first?.hasPrefix("Error: OpenBLAS, which solves least squares, ") == true)
      #expect(lines.last?.hasPrefix("hint: install it: apt-get install libopenblas0") == true)
    }

    @Test("what does without it does without it, and --verbose says so")
    func unneeded() throws {
      let scratch = try Scratch()
      let outcome = try Tool.stats(
        ["growth", "communique-2009", "--years", "1980-2008", "-v"],
        environment: try variables(scratch))
      #expect(outcome.code == 0)
      #expect(outcome.output.contains("2.004"))
      #expect(outcome.errors.contains("detail: OpenBLAS not installed\n"))
    }
  }
#endif
