import Foundation
import FoundationXML
import Testing

@testable import MigrationStats

@Suite("Drawings")
struct DrawingTests {
  /// Tables that are hard to draw.
  static let hard: [(name: String, table: String)] = [
    ("one value", yearly([2000: "5"])),
    ("two values", yearly([2000: "5", 2010: "6"])),
    ("all equal", yearly([2000: "5", 2001: "5", 2002: "5"])),
    ("all zero", yearly([2000: "0", 2001: "0", 2002: "0"])),
    ("negative", yearly([2000: "-5", 2001: "-7", 2002: "-6.5"])),
    ("both signs", yearly([2000: "-5", 2001: "3", 2002: "12"])),
    ("ten orders of magnitude", yearly([2000: "0.5", 2001: "40000", 2002: "5000000000"])),
    ("tiny", yearly([2000: "0.00000001", 2001: "0.00000004"])),
    ("huge", yearly([2000: "1e300", 2001: "4e300"])),
    ("narrow", yearly([2000: "1000001", 2001: "1000003"])),
    (
      "sixty years with gaps",
      "area,year,value\n"
        + (1960...2020).filter { $0 % 7 != 3 }.map { "Canada,\($0),\($0 * 37 % 101)\n" }.joined()
    ),
    (
      "six that end together",
      "area,year,value\n"
        + ["Canada", "France", "Germany", "Mexico", "India", "China"].enumerated().flatMap {
          index, area in
          [2000, 2010].map { "\(area),\($0),\(100 + index)\n" }
        }.joined()
    ),
    (
      "long names",
      "area,year,value\n"
        + ["x", "y"].map { letter in
          let name = String(repeating: "Long\(letter) ", count: 40)
          return "\(name),2000,5\n\(name),2001,6\n"
        }.joined()
    ),
  ]

  @Test("set no text on another, and none beyond the edge", arguments: hard.indices, [400.0, 720])
  func collisions(index: Int, width: Double) throws {
    let chart = try draw(Self.hard[index].table, ChartRequest("table.csv"))
    #expect(chart.collisions(width: width) == [], "\(Self.hard[index].name)")
  }

  @Test("have finite places and a ground to stand on", arguments: hard.indices)
  func finite(index: Int) throws {
    let chart = try draw(Self.hard[index].table, ChartRequest("table.csv"))
    let svg = chart.svg(width: 720)
    #expect(!svg.contains("nan") && !svg.contains("inf\""))
    for plot in chart.plots {
      #expect(plot.horizontal.domain.lowerBound < plot.horizontal.domain.upperBound)
      #expect(plot.vertical.domain.lowerBound < plot.vertical.domain.upperBound)
      #expect(plot.vertical.ticks.count >= 2)
    }
  }

  @Test("are well-formed whatever a file calls its areas")
  func hostile() throws {
    let names = [
      "</script><script>alert(1)</script>", "a & b", "\"\"quoted\"\"", "السودان وجنوب السودان",
      "👩‍👩‍👧‍👦 families", "]]>", "=1+1", String(repeating: "w", count: 200),
    ]
    for name in names {
      let chart = try draw(
        "area,year,value\n\"\(name)\",2000,5\n\"\(name)\",2001,6\nCanada,2000,3\nCanada,2001,4\n",
        ChartRequest("table.csv", title: name))
      let parser = XMLParser(data: Data(chart.svg(width: 400).utf8))
      #expect(parser.parse(), "\(name)")
      #expect(chart.collisions(width: 400) == [], "\(name)")
    }
  }

  @Test("are the same bytes every time")
  func repeatable() throws {
    let request = ChartRequest("migrant-stock", areas: ["Canada", "India"])
    #expect(try draw(request).svg() == draw(request).svg())
  }

  @Test("say what they are to programs")
  func semantics() throws {
    let svg = try draw(ChartRequest("migrant-stock", areas: ["Canada"], years: 1990...2019)).svg()
    #expect(svg.contains("role=\"img\""))
    #expect(svg.contains("<title>International migrant stock, Canada, 1990–2019</title>"))
    #expect(svg.contains("<desc>Line chart: "))
    #expect(svg.contains("data-domain-x=\"[1990,2019]\""))
    #expect(svg.contains("data-domain-y=\"[0,8000000]\""))
    #expect(svg.components(separatedBy: "data-mark=\"point\"").count == 8)
  }
}
