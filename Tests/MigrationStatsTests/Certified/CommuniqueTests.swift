import Testing

@testable import MigrationStats

/// The claim that international migration “has doubled from 99.8 million to over 200 million
/// between 1980 and 2008” (London communiqué, February 2009, paragraph 4).
///
/// The expected digits were computed with 40 decimal digits from 200/99.8 and, without the
/// 27 million who became migrants when borders moved, from 173/99.8.
@Suite("The communiqué's claim of 2009")
struct CommuniqueTests {
  private func growths() throws -> [Growth] {
    try Held.communique().growth(
      Panel.GrowthRequest(years: 1980...2008))
  }

  private func growth(_ definition: GrowthDefinition, _ basis: Growth.Basis) throws -> Growth {
    try #require(growths().first { $0.definition == definition && $0.basis == basis })
  }

  @Test("The ratio, the change and the rates have 14 right digits")
  func rates() throws {
    let compound = try growth(.compound, .published)
    expectClose(compound.ratio, 2.0040080160320644, digits: 14)
    expectClose(compound.changePercent, 100.40080160320641, digits: 14)
    #expect(compound.change == 100_200_000)
    expectClose(compound.rate?.value, 2.513750677506366, digits: 14)
    expectClose(try growth(.log, .published).rate?.value, 2.482675654395066, digits: 14)
    expectClose(try growth(.simple, .published).rate?.value, 3.5857429144002290, digits: 14)
  }

  @Test(
    "The doubling time is the same for every end-point definition",
    arguments: [GrowthDefinition.log, .compound, .simple])
  func doubling(definition: GrowthDefinition) throws {
    expectClose(try growth(definition, .published).doublingYears, 27.919361086611172, digits: 14)
  }

  @Test(
    "Without the effect of the borders of 1990 it is 1.96 per cent a year, doubling in 35 years")
  func matched() throws {
    let log = try growth(.log, .matched)
    #expect(log.end?.value == 173_000_000)
    #expect(log.start?.value == 99_800_000)
    expectClose(log.rate?.value, 1.96472646850128805, digits: 14)
    expectClose(log.doublingYears, 35.2795766572374, digits: 14)
    expectClose(try growth(.compound, .matched).rate?.value, 1.98415424461182273, digits: 14)
    // The effect of the break is an estimate without an error of its own.
    #expect(log.rate?.interval == nil)
  }

  @Test("‘Over 200 million’ leaves the upper end of the interval open")
  func interval() throws {
    let interval = try #require(growth(.log, .published).rate?.interval)
    // 99.8 million stands for up to 99.85 million: 100·ln(200/99.85)/28.
    expectClose(interval.lower, 2.48088680959361591, digits: 14)
    #expect(interval.upper == nil)
    #expect(interval.kind == .rounding)
    let compound = try #require(growth(.compound, .published).rate?.interval)
    expectClose(compound.lower, 2.51191688200852705, digits: 14)
    #expect(compound.upper == nil)
  }

  @Test("Two values in 29 years do not make a least-squares rate")
  func leastSquares() throws {
    let growth = try growth(.leastSquares, .published)
    #expect(growth.rate == nil)
    #expect(growth.doublingYears == nil)
    #expect(growth.start?.year == 1980)
    #expect(growth.end?.year == 2008)
    let reason = try #require(growth.caveats.first { $0.kind == "too-many-missing" })
    #expect(reason.text.contains("27 of the 29 years from 1980 to 2008 have no value"))
  }

  @Test(
    "The caveats say what the sentence leaves out",
    arguments: [
      ("stock-not-flow", nil, "The figures count a stock: people living outside their country"),
      ("stock-not-flow", nil, "The sentence calls it migration, which is a flow."),
      ("two-points", nil, "The rate rests on two points only, 1980 and 2008"),
      ("bound", 2008, "The figure for 2008, ‘over 200 million’, is a lower bound"),
      ("rounding", nil, "99,800,000 (1980) stands for 99,750,000 to 99,850,000"),
      ("claim", 1980, "a claim and not a statistical source"),
      ("claim", 2008, "No United Nations estimate was made for 2008"),
      ("share", nil, "from about 2.2 % (1980) to 2.9 % (2008)"),
    ] as [(String, Int?, String)])
  func caveat(kind: String, year: Int?, words: String) throws {
    let caveats = try growth(.log, .published).caveats.filter { $0.kind == kind && $0.year == year }
    #expect(caveats.contains { $0.text.contains(words) })
  }

  @Test("The break of 1990 is told, and how the matched basis deals with it")
  func breakOf1990() throws {
    let breaks = try growth(.log, .published).caveats.filter { $0.kind == "break" }
    #expect(breaks.count == 2)
    #expect(breaks.allSatisfy { $0.year == 1990 })
    let known = breaks.map(\.text).joined(separator: "\n")
    #expect(
      known.contains("Like for like, 27,000,000 persons are taken out of the values from 1990"))
    #expect(known.contains("became international migrants without moving"))
    #expect(known.contains("About 27 million people"))
  }

  @Test("The claim is marked as one and unvalidated")
  func claim() throws {
    let growth = try growth(.log, .published)
    #expect(growth.caveats.filter { $0.kind == "claim" }.compactMap(\.year) == [1980, 2008])
    #expect(growth.status == .unvalidated)
    #expect(growth.series.vintage == "communique-2009")
    #expect(growth.series.quantity.kind == .stock)
    #expect(growth.series.unit == .persons)
  }
}
