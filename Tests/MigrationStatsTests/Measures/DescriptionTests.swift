import Testing

@testable import MigrationStats

@Suite("A series in a few numbers")
struct DescriptionTests {
  @Test("Count, gaps, range, mean and rate")
  func full() throws {
    let description = series([1990: 10, 1992: 30, 1993: 5, 1994: 20, 1995: 30]).described()
    #expect(description.gaps == 1)
    #expect(description.mean == 19)
    #expect(description.minimum?.year == 1993)
    // The earliest of equals.
    #expect(description.maximum?.year == 1992)
    expectClose(description.logRate, 100 * Numerics.log(3) / 5, digits: 14)
    #expect(description.caveats.contains { $0.kind == "implausible" })
  }

  @Test("One value has no rate")
  func one() {
    let description = series([1990: 10], caveats: [Caveat("coverage", "Mandate only.")]).described()
    #expect(description.gaps == 0)
    #expect(description.mean == 10)
    #expect(description.logRate == nil)
    #expect(description.caveats == [Caveat("coverage", "Mandate only.")])
  }

  @Test("A series without values has nothing")
  func none() {
    let description = series([:], suppressed: [1990]).described()
    #expect(description.gaps == 0)
    #expect(description.mean == nil)
    #expect(description.minimum == nil)
    #expect(description.maximum == nil)
    #expect(description.logRate == nil)
  }

  @Test("From nought there is no rate")
  func zero() {
    #expect(series([1990: 0, 1991: 5]).described().logRate == nil)
  }
}
