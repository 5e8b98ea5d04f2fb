import Testing

@testable import MigrationStats

@Suite("Keys packed into the first cell")
struct PackedKeysTests {
  private let text =
    "unit,sex,geo\\time\t2019 \t2020 \nPER,T,FR\t1234 \t1250 b\nPER,F,EL\t: \t: c\nPER,F,FR\t-5 e\t1.5 bp\n"

  @Test("They become columns, and the values keep their flags")
  func unpacked() throws {
    let table = try table(text)
    #expect(table.header == ["unit", "sex", "geo", "2019", "2020"])
    #expect(table.cells[0] == ["PER", "T", "FR", "1234", "1250 b"])
    #expect(table.dialect.delimiter == UInt8(ascii: "\t"))
    let part = try #require(table.finding.parts.last)
    #expect(part.name == "packed keys")
    #expect(part.value == "unit, sex, geo")
    #expect(part.basis == .stated)
    #expect(table.position(1, 4) == Position(file: "stock.csv", line: 3, column: "2020"))
  }

  @Test("The letters are Eurostat's flags for certain")
  func tidied() throws {
    let panel = try table(text).tidied()
    #expect(panel.series.map(\.area.code) == ["FRA", "GRC", "FRA"])
    #expect(panel.series[0].observations.map(\.status) == [.normal, .breakInSeries])
    #expect(panel.series[1].suppressedYears == [2020])
    #expect(panel.series[2][2020]?.attributes == ["further flags": "p"])
    #expect(!panel.notes.contains { $0.text.contains("a guess; told with --letters") })
  }

  @Test("One key alone is packed too")
  func one() throws {
    let table = try table("geo\\TIME_PERIOD\t2019\nFR\t5\nES\t6\n")
    #expect(table.header == ["geo", "2019"])
  }

  @Test("A row that packs another number of keys is refused with both numbers")
  func fault() throws {
    let found = try #require(throws: ReadingError.self) {
      try table("unit,geo\\time\t2019\t2020\nPER,FR\t1\t2\nPER\t3\t4\n")
    }
    #expect(found.kind == .width)
    expectProblem(
      found, "‘PER’ packs 1 keys where the header has 2", line: 3, column: "unit,geo",
      remedy: "a comma inside a key")
  }
}
