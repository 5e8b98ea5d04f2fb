import Foundation
import FoundationXML
import Testing

@testable import MigrationStats

@Suite("Chord and Sankey diagrams")
struct FlowChartTests {
  private static func regions(_ type: ChartType, top: Int? = nil) -> ChartRequest {
    ChartRequest("migrant-stock-by-origin", type: type, top: top)
  }

  private func flows(_ chart: Chart) throws -> FlowDiagram {
    guard case .flows(let flows) = chart.body else {
      throw ChartError(.unfit, "no ribbons", at: Position())
    }
    return flows
  }

  /// A table of pairs.
  private func pairs(_ rows: [(String, String, String)], column: String = "origin") -> String {
    "area,\(column),year,value\n" + rows.map { "\($0.1),\($0.0),2000,\($0.2)\n" }.joined()
  }

  @Test("hold every pair once, and add up to the world")
  func whole() throws {
    for type in [ChartType.chord, .sankey] {
      let chart = try draw(Self.regions(type, top: 10))
      let flows = try flows(chart)
      #expect(flows.nodes.count == (type == .chord ? 10 : 20))
      #expect(flows.ribbons.reduce(0) { $0 + $1.value } == 166_858_525)
      #expect(!flows.names.contains("World"))
      #expect(chart.title == "Migrant stock by origin, 2000")
      #expect(chart.subtitle.hasPrefix("Million people by place of origin and residence"))
    }
  }

  @Test("give each pair the value of its series")
  func values() throws {
    let chart = try draw(Self.regions(.chord))
    let flows = try flows(chart)
    let europe = try #require(flows.names.firstIndex(of: "Europe"))
    let america = try #require(flows.names.firstIndex(of: "Northern America"))
    let ribbon = try #require(
      flows.ribbons.first { $0.origin == europe && $0.destination == america })
    let figure = try cite(
      FigureRequest(
        "migrant-stock-by-origin", area: "Northern America",
        keys: [Series.Key("origin", "Europe")], of: .level, years: 2000...2000))
    #expect(ribbon.value == figure.value)
    let csv = chart.data.text(.csv)
    #expect(csv.contains("Europe,908,Northern America,905,2000,8127360,persons,E,ribbon\n"))
    #expect(chart.words.contains("the migrant stock from Europe in Northern America stood at"))
    #expect(chart.words.count < 600)
  }

  @Test("group the small places as one")
  func grouped() throws {
    let chart = try draw(Self.regions(.chord, top: 4))
    let flows = try flows(chart)
    #expect(flows.nodes.count == 5)
    #expect(flows.nodes.last?.name == "Other")
    #expect(flows.nodes.last?.ink == .context)
    #expect(flows.ribbons.reduce(0) { $0 + $1.value } == 166_858_525)
    #expect(chart.notes.contains { $0.hasPrefix("Other: Central Asia, ") })
  }

  @Test("have at most six colours, those of the largest origins")
  func colours() throws {
    let flows = try flows(try draw(Self.regions(.chord)))
    let coloured = flows.nodes.filter { $0.ink != .context }
    #expect(coloured.count == 6)
    #expect(Set(coloured.map(\.ink)).count == 6)
    let least = coloured.compactMap { node in
      flows.nodes.firstIndex(of: node).map { flows.outflow($0) }
    }.min()
    let most = flows.nodes.indices.filter { flows.nodes[$0].ink == .context }
      .map { flows.outflow($0) }.max()
    #expect((least ?? 0) > (most ?? 0))
  }

  @Test("go the other way where the further column holds destinations")
  func reversed() throws {
    let chart = try draw(
      pairs(
        [("Germany", "Syrian Arab Republic", "5"), ("Jordan", "Syrian Arab Republic", "4")],
        column: "country_of_asylum"),
      ChartRequest("table.csv", type: .sankey))
    let flows = try flows(chart)
    #expect(flows.names == ["Syrian Arab Republic", "Germany", "Jordan"])
    #expect(flows.ribbons.map(\.origin) == [0, 0])
    #expect(flows.ribbons.map(\.destination) == [1, 2])
    #expect(flows.ribbons.map(\.value) == [5, 4])
  }

  @Test("take a code and a name for the same place")
  func codes() throws {
    let text = """
      area,code,origin,year,value
      Canada,CAN,MEX,2000,5
      Mexico,MEX,CAN,2000,3
      Mexico,MEX,USA,2000,8

      """
    let flows = try flows(try draw(text, ChartRequest("table.csv", type: .chord)))
    #expect(
      Set(flows.names) == ["Canada", "Mexico", "United States of America"]
        || Set(flows.names) == ["Canada", "Mexico", "United States"])
  }

  @Test("draw nothing for a suppressed pair, and say so")
  func suppressed() throws {
    let text = """
      area,origin,year,value,status
      Canada,Mexico,2000,50,A
      Canada,India,2000,,Q
      Canada,India,1990,4,A
      Canada,China,1990,7,A

      """
    let chart = try draw(text, ChartRequest("table.csv", type: .sankey))
    let flows = try flows(chart)
    #expect(flows.ribbons.map(\.value) == [50])
    #expect(
      chart.notes.contains("Suppressed by the publisher, and not drawn: India to Canada."))
    #expect(chart.notes.contains("1 pair has no value in 2000."))
    #expect(chart.data.text(.csv).contains("India,IND,Canada,CAN,2000,,not stated,Q,none"))
    #expect(chart.words.contains("Suppressed values are not drawn."))
  }

  @Test("leave out groups and totals beside countries")
  func aggregates() throws {
    let chart = try draw(
      pairs([
        ("Mexico", "Canada", "5"), ("total", "Canada", "9"), ("India", "Canada", "4"),
        ("World", "Canada", "9"), ("Mexico", "World", "5"), ("Asia", "Canada", "4"),
        ("Mexico", "Northern America", "5"),
      ]), ChartRequest("table.csv", type: .sankey))
    #expect(try Set(flows(chart).names) == ["Mexico", "India", "Canada"])
    #expect(try flows(chart).ribbons.reduce(0) { $0 + $1.value } == 9)
  }

  @Test(
    "refuse what has no ribbons",
    arguments: [
      ("area,year,value\nCanada,2000,5\n", "areas alone"),
      ("area,origin,year,value\nCanada,Mexico,2000,-5\nCanada,India,2000,6\n", "below zero"),
      ("area,origin,year,value\nCanada,Mexico,2000,0\nCanada,India,2000,0\n", "above zero"),
      (
        "area,kind,sort,year,value\nCanada,a,x,2000,1\nCanada,b,y,2000,1\nCanada,a,y,2000,1\n",
        "not clear which"
      ),
      (
        "area,origin,sex,year,value\nCanada,Mexico,f,2000,1\nCanada,Mexico,m,2000,2\n",
        "differ in sex"
      ),
    ])
  func refusals(text: String, reason: String) throws {
    let error = try #require(throws: ChartError.self) {
      try draw(text, ChartRequest("table.csv", type: .chord))
    }
    #expect(error.summary.contains(reason), "\(error.summary)")
    #expect(error.remedy != nil)
  }

  // MARK: The picture

  /// Tables that are hard to draw.
  private static let hard: [[(String, String, String)]] = [
    [("Mexico", "Canada", "5")],
    [("Canada", "Canada", "5")],
    [("Mexico", "Canada", "0.000001"), ("India", "Canada", "9000000000")],
    (1...40).map { ("Origin \($0)", "Place \($0 % 7)", "\($0 * $0)") },
    (1...12).map { ("O\($0)", "D\($0)", "1") },
    (1...9).map {
      (String(repeating: "Very long name \($0) ", count: 14), "</script> & 👩‍👩‍👧 \($0)", "\($0)")
    },
  ]

  @Test(
    "set no text on another, and none beyond the edge", arguments: hard.indices,
    [240, 400.0, 720, 1200])
  func collisions(index: Int, width: Double) throws {
    for type in [ChartType.chord, .sankey] {
      let chart = try draw(pairs(Self.hard[index]), ChartRequest("table.csv", type: type))
      #expect(chart.collisions(width: width) == [], "\(type) \(index)")
      let svg = chart.svg(width: width)
      #expect(!svg.contains("nan") && !svg.contains("inf"))
      #expect(XMLParser(data: Data(svg.utf8)).parse(), "\(type) \(index)")
    }
  }

  @Test("keep the names of the regions apart", arguments: [240, 400.0, 600, 720, 1200])
  func names(width: Double) throws {
    for type in [ChartType.chord, .sankey] {
      for year in [1960, 1980, 2000] {
        var request = Self.regions(type)
        request.years = year...year
        #expect(try draw(request).collisions(width: width) == [], "\(type) \(year)")
      }
    }
  }

  @Test("mark every ribbon with its ends and its value")
  func attributes() throws {
    let chart = try draw(
      pairs([("Mexico", "Canada", "5"), ("India", "Canada", "4")]),
      ChartRequest("table.csv", type: .sankey))
    let svg = chart.svg()
    #expect(svg.components(separatedBy: "data-mark=\"ribbon\"").count == 3)
    #expect(
      svg.contains("data-origin=\"Mexico\" data-destination=\"Canada\" data-value=\"5\""))
  }

  @Test("share the circle by what begins and ends at each place")
  func angles() throws {
    let flows = try flows(try draw(Self.regions(.chord)))
    let layout = ChordLayout(flows)
    let total = flows.ribbons.reduce(0) { $0 + 2 * $1.value }
    let scale = (2 * Double.pi - 0.05 * Double(flows.nodes.count)) / total
    for node in flows.nodes.indices {
      let span = layout.span(node)
      let expected = scale * (flows.outflow(node) + flows.inflow(node))
      #expect(abs(span.upperBound - span.lowerBound - expected) < 1e-9)
    }
    // No two ends of ribbons lie on one another.
    let ends = (layout.origins + layout.destinations).sorted { $0.lowerBound < $1.lowerBound }
    for (one, next) in zip(ends, ends.dropFirst()) {
      #expect(one.upperBound <= next.lowerBound + 1e-9)
    }
    for (index, ribbon) in flows.ribbons.enumerated() {
      for end in [layout.origins[index], layout.destinations[index]] {
        #expect(abs(end.upperBound - end.lowerBound - scale * ribbon.value) < 1e-9)
      }
    }
  }
}
