import Testing

@testable import MigrationStats

/// The annual rates of change that the United Nations published in International Migrant Stock 2019
/// (POP/DB/MIG/Stock/Rev.2019), Table 6, against those computed from its Table 1.
@Suite("The United Nations' published rates of change")
struct UnitedNationsRatesTests {
  private struct Key: Hashable, CustomStringConvertible {
    let code: String
    let sex: String
    let from: Int
    let to: Int

    var description: String { "\(code), \(sex), \(from)–\(to)" }
  }

  /// All rates; those of the four groups that the publication prints twice come twice.
  private func published() throws -> [(key: Key, rate: Double)] {
    let table = try Table(.file(Project.fixtures + "/un-2019-rates.csv"))
    return try (0..<table.rowCount).map { row in
      let key = Key(
        code: table.text(row, 0), sex: table.text(row, 1),
        from: try #require(Int(table.text(row, 2))), to: try #require(Int(table.text(row, 3))))
      return (key, try #require(Double(table.text(row, 4))))
    }
  }

  private func published(_ sex: String, _ years: ClosedRange<Int>) throws -> Double {
    let key = Key(code: "BES", sex: sex, from: years.lowerBound, to: years.upperBound)
    return try #require(published().first { $0.key == key }).rate
  }

  @Test("4,971 of 4,974 rates agree to the printed digits; the others are one area's, 2005–2010")
  func all() throws {
    let published = try published()
    #expect(published.count == 4974)
    let series = Dictionary(
      uniqueKeysWithValues: try Held.migrantStock().series.map { series in
        ([series.area.code ?? ""] + series.keys.map(\.value), series)
      })
    var differing = Set<Key>()
    for (key, rate) in published {
      let series = try #require(series[[key.code, key.sex]], "\(key)")
      let growth = try series.growth(.log, over: key.from...key.to)
      let value = try #require(growth.rate?.value, "\(key)")
      // A rate of 0 has to be 0.
      if abs(value - rate) > 1e-12 * abs(rate) { differing.insert(key) }
    }
    #expect(
      differing
        == Set(["both", "male", "female"].map { Key(code: "BES", sex: $0, from: 2005, to: 2010) }))
  }

  private func bonaire(_ sex: String, _ basis: Growth.Basis) throws -> Growth {
    let panel = try Held.migrantStock().selecting(areas: ["BES"], keys: [Series.Key("sex", sex)])
    let growths = try panel.growth(
      Panel.GrowthRequest(definitions: [.log], years: 2005...2010, isSelective: true))
    return try #require(growths.first { $0.basis == basis })
  }

  @Test("For Bonaire the publisher used the sum of the successors, as the matched basis does")
  func matched() throws {
    let rate = try published("both", 2005...2010)
    #expect(rate == 3.000027930915881)
    let growth = try bonaire("both", .matched)
    // 11,445 in Bonaire, 34,627 in Curaçao, 26,200 in Sint Maarten.
    #expect(growth.end?.value == 72_272)
    expectClose(growth.rate?.value, rate, digits: 12)
    let text = growth.caveats.first { $0.kind == "break" }?.text
    #expect(
      text
        == "Like for like is the same territory throughout: from 2010 on the sum of Bonaire, "
        + "Sint Eustatius and Saba, Curaçao, Sint Maarten (Dutch part).")
  }

  /// A slip of the publication: the cells for men and women repeat figures of earlier columns.
  @Test(
    "For men and women the publication repeats an earlier column",
    arguments: [("male", 2000...2005), ("female", 1995...2000)])
  func slip(sex: String, repeated: ClosedRange<Int>) throws {
    let printed = try published(sex, 2005...2010)
    #expect(try published(sex, repeated) == printed)
    // Neither basis gives it.
    for basis in [Growth.Basis.published, .matched] {
      let rate = try #require(bonaire(sex, basis).rate?.value)
      #expect(abs(rate - printed) > 0.1)
    }
  }
}
