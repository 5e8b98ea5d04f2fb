import Foundation
import Testing

@Suite("A command line that cannot be understood")
struct MisuseTests {
  @Test(
    "says what may have been meant, with code 64",
    arguments: [
      ("grwoth my.csv", "‘grwoth’ is no command. Did you mean ‘growth’?"),
      ("Fit my.csv", "‘Fit’ is no command. Did you mean ‘fit’?"),
      ("help grwoth", "‘grwoth’ is no command. Did you mean ‘growth’?"),
      ("my.csv", "‘my.csv’ is no command. To see its growth: stats growth my.csv"),
      ("migrant-stock", "‘migrant-stock’ is no command. To see its growth: stats growth"),
      ("zzzzzzzz", "‘zzzzzzzz’ is no command. The commands are growth, fit,"),
      ("growth my.csv --yeers 1990-2019", "Unknown option '--yeers'. Did you mean '--years'?"),
      (
        "growth my.csv -y 1990-2019",
        "Unknown option '-y'. Did you mean '--year-column', '--year' or '--years'?"
      ),
      (
        "growth my.csv -years 1990-2019",
        "Did you mean '--years'? Long options have two hyphens."
      ),
      ("growth my.csv —years 1990-2019", "Did you mean '--years'?"),
      ("growth my.csv years 1990-2019", "Did you mean '--years'?"),
      (
        "growth my.csv --show quality",
        "Unknown option '--show'. It goes with stats fit, stats regress."
      ),
      ("growth my.csv --qqqqqqqqq", "Unknown option '--qqqqqqqqq'.\n"),
      ("growth my.csv -q -v", "--quiet and --verbose say two things"),
      (
        "tidy my.csv --thousands-mark comma --decimal-mark ,",
        "--decimal-mark and --thousands-mark name the same mark, ‘,’: give one of them."
      ),
    ])
  func meant(line: String, message: String) throws {
    let outcome = try Tool.shell("stats \(line)")
    #expect(outcome.code == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("Error: "))
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
    #expect(outcome.errors.contains("--help' for more information."))
  }
}
