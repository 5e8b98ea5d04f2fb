import Foundation
import Testing

@Suite("What the terminal is and wants")
struct TerminalTests {
  // MARK: Colour

  /// Whether a message is coloured on a terminal, or where standard error is a file.
  private func isColoured(
    _ arguments: String = "", _ environment: [String: String] = [:], settings: String? = nil,
    onTerminal: Bool = true
  ) throws -> Bool {
    let scratch = try Scratch()
    if let settings { try scratch.write("stats.json", settings.utf8) }
    let line = "stats datasets nowhere \(arguments)"
    let variables = ["TERM": "xterm"].merging(environment) { $1 }.map { "\($0)='\($1)'" }
    let shell =
      "env -u NO_COLOR -u CLICOLOR -u CLICOLOR_FORCE \(variables.joined(separator: " ")) \(line)"
    let outcome =
      onTerminal
      ? try Tool.terminal(shell, columns: 80, in: scratch.folder)
      : try Tool.shell(shell, in: scratch.folder)
    let text = outcome.output + outcome.errors
    #expect(outcome.code == 66)
    #expect(text.contains("there is no data set"))
    return text.contains("\u{1B}[1;31mError:\u{1B}[0m")
  }

  @Test("a terminal has colour, a file has none")
  func terminal() throws {
    #expect(try isColoured())
    #expect(try !isColoured(onTerminal: false))
  }

  @Test("NO_COLOR, CLICOLOR=0 and TERM=dumb take it away; an empty NO_COLOR does not")
  func denied() throws {
    #expect(try !isColoured("", ["NO_COLOR": "1"]))
    #expect(try isColoured("", ["NO_COLOR": ""]))
    #expect(try !isColoured("", ["CLICOLOR": "0"]))
    #expect(try isColoured("", ["CLICOLOR": "1"]))
    #expect(try !isColoured("", ["TERM": "dumb"]))
  }

  @Test("CLICOLOR_FORCE gives it to files and dumb terminals, unless NO_COLOR is there")
  func forced() throws {
    #expect(try isColoured("", ["CLICOLOR_FORCE": "1"], onTerminal: false))
    #expect(try !isColoured("", ["CLICOLOR_FORCE": "0"], onTerminal: false))
    #expect(try isColoured("", ["CLICOLOR_FORCE": "1", "TERM": "dumb"]))
    #expect(try isColoured("", ["CLICOLOR_FORCE": "1", "CLICOLOR": "0"]))
    #expect(try !isColoured("", ["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], onTerminal: false))
  }

  @Test("the flag goes before the environment, the environment before what is configured")
  func precedence() throws {
    #expect(try !isColoured("--no-color", ["CLICOLOR_FORCE": "1"]))
    #expect(try !isColoured("--no-color", ["STATS_COLOR": "always"]))
    #expect(try isColoured("", ["STATS_COLOR": "always", "NO_COLOR": "1"], onTerminal: false))
    #expect(try !isColoured("", ["STATS_COLOR": "never", "CLICOLOR_FORCE": "1"]))
    #expect(try isColoured(settings: #"{"color": "always"}"#, onTerminal: false))
    #expect(try !isColoured(settings: #"{"color": "never"}"#))
    #expect(try !isColoured("", ["NO_COLOR": "1"], settings: #"{"color": "always"}"#))
    #expect(try isColoured("--no-config", settings: #"{"color": "never"}"#))
  }

  @Test("what stands after -- is no flag")
  func terminator() throws {
    let outcome = try Tool.shell("CLICOLOR_FORCE=1 stats datasets -- --no-color")
    #expect(outcome.code == 66)
    #expect(
      outcome.errors.hasPrefix("\u{1B}[1;31mError:\u{1B}[0m there is no data set ‘--no-color’"))
  }

  // MARK: Width

  /// A line of each command that prints a table.
  static let lines = [
    "growth migrant-stock -a Canada -a GBR --years 1990-2019", "growth my.csv --explain",
    "growth remittances-received -a India --definition log --plot",
    "growth migrant-stock --years 1990-2019 --where sex=both",
    "fit my.csv", "fit my.csv --show quality", "fit my.csv --show observations",
    "fit my.csv --show breaks", "compare my.csv", "forecast my.csv --through 2030 --plot",
    "regress my.csv --formula 'value ~ year'",
    "regress my.csv --formula 'value ~ year' --show quality",
    "sum my.csv --of value --by year", "inspect my-download.csv", "tidy my.csv --format table",
    "describe migrant-stock",
    "check briefing.md", "check briefing.md --bind", "datasets", "datasets remittances-received",
    "config",
  ]

  @Test("a table fits a terminal of any width", arguments: lines, [40, 60, 80, 120, 200])
  func fits(line: String, columns: Int) throws {
    let outcome = try Tool.terminal("stats \(line) 2>/dev/null", columns: columns)
    #expect([0, 1].contains(outcome.code))
    let text = outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(text.count > 3)
    if columns == 80 {
      #expect(outcome.output == (try Tool.shell("stats \(line)")).output)
      return
    }
    let wide = text.filter { $0.count > columns && !Self.isUnbreakable($0, columns) }
    #expect(wide.isEmpty, "\(wide.joined(separator: "\n"))")
  }

  /// Whether a line holds a word that has no room beside its heading, such as an address.
  private static func isUnbreakable(_ line: Substring, _ columns: Int) -> Bool {
    let words = line.split(separator: " ")
    return words.count <= 2 && (words.last?.count ?? 0) + 24 > columns
  }

  @Test("where there is room a table shows what it leaves out at 80, and names what it leaves out")
  func room() throws {
    let line = "stats growth migrant-stock --years 1990-2019 --where sex=both 2>/dev/null"
    let (usual, narrow, wide) = (
      try Tool.terminal(line, columns: 80).output, try Tool.terminal(line, columns: 60).output,
      try Tool.terminal(line, columns: 200).output
    )
    #expect(usual.contains("Not shown at this width:"))
    #expect(narrow.contains("Not shown at this width:"))
    func left(_ text: String) -> Int {
      let part = text.components(separatedBy: "Not shown at this width:").dropFirst().first ?? ""
      return part.components(separatedBy: "--format csv").first?.split(separator: ",").count ?? 0
    }
    #expect(left(narrow) > left(usual))
    #expect(left(usual) > left(wide))
  }

  @Test("a pipe and a file get 80 columns, whatever the terminal")
  func pipes() throws {
    let usual = try Tool.shell("stats describe migrant-stock -q").output
    #expect(try Tool.shell("COLUMNS=200 stats describe migrant-stock -q").output == usual)
    #expect(
      try Tool.terminal("stats describe migrant-stock -q | cat", columns: 200).output == usual)
    #expect(try Tool.terminal("stats describe migrant-stock -q", columns: 200).output != usual)
    let scratch = try Scratch()
    _ = try Tool.terminal(
      "stats describe migrant-stock -q -o out.txt", columns: 200, in: scratch.folder)
    #expect(try String(contentsOf: scratch.file("out.txt"), encoding: .utf8) == usual)
    // COLUMNS goes before what the terminal says.
    #expect(
      try Tool.terminal("COLUMNS=80 stats describe migrant-stock -q", columns: 200).output == usual)
  }
}
