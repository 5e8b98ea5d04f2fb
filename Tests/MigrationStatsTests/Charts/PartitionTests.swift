import Testing

@testable import MigrationStats

@Suite("Parts of a whole")
struct PartitionTests {
  private func areas(_ names: [String]) -> [Area] {
    names.map { Concordance.standard.area(name: nil, code: $0) }
  }

  @Test("give way to countries where nothing was asked for by name")
  func countries() throws {
    let found = try Partition(
      areas(["WLD", "903", "CAN", "MEX", "1503"]), isAsked: false, at: Position())
    #expect(found.whole?.code == "WLD")
    #expect(found.parts.map(\.code) == ["CAN", "MEX"])
  }

  @Test("are the smallest groups where there are no countries")
  func groups() throws {
    let found = try Partition(
      areas(["WLD", "903", "912", "947", "908", "905"]), isAsked: false, at: Position())
    #expect(found.parts.map(\.code) == ["912", "947", "908", "905"])
  }

  @Test(
    "are apart or not",
    arguments: [
      ("CAN", "MEX", true), ("903", "908", true), ("903", "947", false), ("1833", "903", false),
      ("1833", "935", false), ("NAC", "EAS", true), ("NAC", "CAN", false), ("NAC", "MEX", true),
      ("903", "CAN", false), ("HIC", "NAC", false), ("901", "902", true), ("WLD", "CAN", false),
      ("5500", "5501", true), ("921", "5500", false),
    ])
  func apart(one: String, other: String, expected: Bool) {
    let pair = areas([one, other])
    #expect(Concordance.standard.areApart(pair[0], pair[1]) == expected)
    #expect(Concordance.standard.areApart(pair[1], pair[0]) == expected)
  }

  @Test("belong to a group, do not, or it is not known")
  func membership() {
    func isPart(_ one: String, _ group: String) -> Bool? {
      let pair = areas([one, group])
      return Concordance.standard.isPart(pair[0], of: pair[1])
    }
    #expect(isPart("CAN", "WLD") == true)
    #expect(isPart("CAN", "NAC") == true)
    #expect(isPart("CAN", "EAS") == false)
    #expect(isPart("CAN", "905") == nil)
    #expect(isPart("912", "903") == true)
    #expect(isPart("908", "903") == false)
    #expect(isPart("903", "903") == nil)
  }
}
