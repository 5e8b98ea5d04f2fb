import Testing

@testable import MigrationStats

@Suite("Plots in the terminal")
struct TerminalPlotTests {
  private func series(_ text: String) throws -> Series {
    try Table(.bytes(Array(text.utf8), name: "table.csv")).tidied().series[0]
  }

  @Test("draw values, gaps and both ends of the years within 80 columns")
  func plot() throws {
    let own = try series(yearly([2000: "0", 2001: "5", 2002: "10", 2005: "5", 2006: "0"]))
    let lines = TerminalPlot(Plot(line: own), title: own.title, width: 76).lines
    #expect(lines.allSatisfy { $0.count <= 80 })
    #expect(lines[0] == "Canada")
    let years = try #require(lines.first { $0.contains("2000") })
    #expect(years.hasSuffix("2006"))
    let marks = lines.joined().count { $0 == "●" }
    #expect(marks == 5)
    // Nothing is drawn between 2002 and 2005.
    let body = lines.dropFirst(2).prefix(12).map { Array($0) }
    let (left, right) = (36, 60)
    for line in body {
      #expect(
        !line[min(left, line.count)..<min(right, line.count)].contains { "•·:-".contains($0) })
    }
  }

  @Test("are not made for more than a screen of series")
  func tooMany() throws {
    let panel = try catalog().dataset("migrant-stock").panel()
    var report = Report(panel.series.map { $0.described() }, keyNames: panel.keyNames)
    #expect { try report.plot(panel.series) } throws: { ($0 as? ChartError)?.kind == .tooMany }
    #expect(report.pictures.isEmpty)
  }

  @Test("Sparklines go from the lowest to the highest value, blank where there is none")
  func sparklines() throws {
    #expect(try Sparkline(series(yearly([2000: "0", 2001: "5", 2002: "10"]))).text == "▁▅█")
    #expect(try Sparkline(series(yearly([2000: "1", 2001: "1"]))).text == "▄▄")
    #expect(try Sparkline(series(yearly([2000: "1"]))).text == "▄")
    #expect(
      try Sparkline(series(yearly([2000: "9", 2001: "7", 2002: "5", 2004: "1"]))).text == "█▇▅ ▁")
    let long = try Sparkline(catalog().dataset("population").panel().series(of: "India"))
    #expect(long.text.count == 12 && long.text.first == "▁" && long.text.last == "█")
  }

  @Test("are no columns for programs")
  func programs() throws {
    let own = try series(yearly([2000: "0", 2001: "5"]))
    let report = Report([own.described()], keyNames: [])
    #expect(report.text(.table).contains("▁█"))
    #expect(!report.text(.csv).contains("trend") && !report.text(.json).contains("trend"))
  }
}
