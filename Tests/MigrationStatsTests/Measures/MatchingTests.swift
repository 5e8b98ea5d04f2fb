import Testing

@testable import MigrationStats

@Suite("Like for like")
struct MatchingTests {
  private func growths(
    _ panel: Panel, _ area: String, _ years: ClosedRange<Int>
  ) throws -> [Growth] {
    try panel.selecting(areas: [area]).growth(
      Panel.GrowthRequest(definitions: [.log], years: years))
  }

  private func matched(_ panel: Panel, _ area: String, _ years: ClosedRange<Int>) throws -> Growth?
  {
    try growths(panel, area, years).first { $0.basis == .matched }
  }

  // MARK: Reporters

  /// A world that is the sum of three countries at first and of two in the end.
  private func reporting(world: [Int: Double]) -> Panel {
    Panel([
      series(world, area: "World"),
      series([2000: 10, 2001: 12, 2002: 14], area: "Canada"),
      series([2000: 20, 2001: 21, 2002: 22], area: "France"),
      series([2000: 30, 2001: 33], area: "Italy"),
    ])
  }

  @Test("A sum of reporters is taken over those that report at both ends")
  func reporters() throws {
    let growth = try #require(
      try matched(reporting(world: [2000: 60, 2001: 66, 2002: 36]), "World", 2000...2002))
    #expect(growth.start?.value == 30)
    #expect(growth.end?.value == 36)
    #expect(growth.observations.map(\.value) == [30, 33, 36])
    let caveat = try #require(growth.caveats.first)
    #expect(caveat.kind == "coverage")
    #expect(caveat.year == 2002)
    #expect(caveat.text.hasPrefix("3 countries and areas have a value in 2000 and 2 in 2002"))
  }

  @Test("A group that cannot be taken apart is flagged where fewer countries report")
  func unevenCoverage() throws {
    let panel = reporting(world: [2000: 100, 2001: 110, 2002: 50])
    let uneven = try growths(panel, "World", 2000...2002)
    #expect(uneven.map(\.basis) == [.published])
    let caveat = try #require(uneven[0].caveats.first)
    #expect(caveat.kind == "coverage")
    #expect(caveat.text.hasPrefix("In the file 3 countries have a value in 2000 and 2 in 2002."))
    let even = try growths(panel, "World", 2000...2001)
    #expect(even[0].caveats.allSatisfy { $0.kind != "coverage" })
  }

  @Test("Both rows carry the caveat")
  func bothRows() throws {
    let growths = try growths(
      reporting(world: [2000: 60, 2001: 66, 2002: 36]), "World", 2000...2002)
    #expect(growths.map(\.basis) == [.published, .matched])
    #expect(growths.allSatisfy { $0.caveats.first?.kind == "coverage" })
    #expect(growths[0].end?.value == 36)
    #expect(growths[0].start?.value == 60)
  }

  @Test("A group that is not the sum of its members is left as it is")
  func notTheSum() throws {
    let panel = reporting(world: [2000: 61, 2001: 66, 2002: 36])
    #expect(try matched(panel, "World", 2000...2002) == nil)
    let atEnd = reporting(world: [2000: 60, 2001: 66, 2002: 37])
    #expect(try matched(atEnd, "World", 2000...2002) == nil)
  }

  @Test("Where all report at both ends nothing needs matching")
  func sameReporters() throws {
    #expect(
      try matched(reporting(world: [2000: 60, 2001: 66, 2002: 36]), "World", 2000...2001) == nil)
  }

  @Test("A country has no reporters")
  func country() throws {
    #expect(
      try matched(reporting(world: [2000: 60, 2001: 66, 2002: 36]), "Canada", 2000...2002) == nil)
  }

  @Test("An income group is the sum of its own members only")
  func incomeGroup() throws {
    let panel = Panel([
      series([2000: 15, 2001: 8], area: "Low income"),
      series([2000: 5, 2001: 8], area: "Chad"), series([2000: 10], area: "Togo"),
      series([2000: 100, 2001: 100], area: "France"),
    ])
    let growth = try #require(try matched(panel, "Low income", 2000...2001))
    #expect(growth.start?.value == 5)
    #expect(growth.end?.value == 8)
  }

  @Test("The official estimates of the United Nations are no sum of reporters")
  func estimated() throws {
    let growths = try growths(
      try Held.migrantStock().selecting(keys: [Series.Key("sex", "both")]), "World", 1990...2019)
    #expect(growths.map(\.basis) == [.published])
  }

  // MARK: Breaks

  @Test("The effect of a break is taken out of the later values, which have no interval then")
  func effect() throws {
    let known = Break(year: 2000, kind: "territory", text: "Borders.", effect: 30)
    let panel = Panel([series([1990: 100, 2000: 150, 2010: 180], halfUnit: 5, breaks: [known])])
    let growth = try #require(try matched(panel, "Canada", 1990...2010))
    #expect(growth.start?.value == 100)
    #expect(growth.end?.value == 150)
    #expect(growth.observations.map(\.value) == [100, 120, 150])
    #expect(growth.rate?.interval == nil)
    #expect(growth.end?.attributes["derivation"] == "180 − 30")
    #expect(growth.caveats.first?.kind == "break")
    // A span that does not run across the break needs no matching.
    #expect(try matched(panel, "Canada", 2000...2010) == nil)
  }

  @Test("A state that was divided goes on as the sum of its successors")
  func successors() throws {
    let known = Break(
      year: 2010, kind: "territory", text: "Independence.", successors: ["SDN", "SSD"])
    let panel = Panel([
      series([2000: 100, 2005: 110, 2010: 70, 2015: 80], area: "Sudan", breaks: [known]),
      series([2010: 50, 2015: 60], area: "South Sudan"),
    ])
    let growth = try #require(try matched(panel, "Sudan", 2000...2015))
    #expect(growth.observations.map(\.value) == [100, 110, 120, 140])
    #expect(growth.rate?.interval != nil)
    #expect(growth.caveats.first?.text.contains("the sum of Sudan, South Sudan") == true)
  }

  @Test("A successor that has no series leaves nothing to match")
  func absentSuccessor() throws {
    let known = Break(
      year: 2010, kind: "territory", text: "Independence.", successors: ["SDN", "SSD"])
    let panel = Panel([series([2000: 100, 2015: 80], area: "Sudan", breaks: [known])])
    #expect(try matched(panel, "Sudan", 2000...2015) == nil)
  }

  @Test("A successor without a value at the end leaves nothing to match")
  func successorWithoutEnd() throws {
    let known = Break(
      year: 2010, kind: "territory", text: "Independence.", successors: ["SDN", "SSD"])
    let panel = Panel([
      series([2000: 100, 2010: 70, 2015: 80], area: "Sudan", breaks: [known]),
      series([2010: 50], area: "South Sudan"),
    ])
    let growth = try matched(panel, "Sudan", 2000...2015)
    #expect(growth == nil)
  }

  @Test("A state and its successors count as one reporter")
  func blocs() throws {
    let known = Break(
      year: 2001, kind: "territory", text: "Independence.", successors: ["SDN", "SSD"])
    let panel = Panel([
      series([2000: 110, 2001: 125], area: "World"),
      series([2000: 100, 2001: 60], area: "Sudan", breaks: [known]),
      series([2001: 55], area: "South Sudan"), series([2000: 10, 2001: 10], area: "Chad"),
    ])
    // South Sudan is new in 2001, but no new reporter.
    #expect(try matched(panel, "World", 2000...2001) == nil)
  }
}
