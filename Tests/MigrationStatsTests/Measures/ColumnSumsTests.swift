import Foundation
import Testing

@testable import MigrationStats

@Suite("Sums by what stands in other columns")
struct SumsTests {
  private func sums(
    _ text: String, of value: String = "migrants", by keys: [String] = [], partSize: Int = 1 << 18,
    threads: Int = 2, options: ReadingOptions = ReadingOptions(),
    _ tell: (inout ColumnSums.Request) -> Void = { _ in }
  ) throws -> ColumnSums {
    var request = ColumnSums.Request(of: value, by: keys)
    tell(&request)
    return try withFile(text) { path in
      let parts = try TextParts(.file(path), options: options, partSize: partSize)
      return try ColumnSums(parts, .file(path), request, options: options, threads: threads)
    }
  }

  private static let flows = """
    origin,year,sex,migrants
    "Korea, Rep.",2000,female,10
    "Korea, Rep.",2000,male,5
    India,2000,female,7
    India,1990,male,
    India,1990,female,3.5
    India,1990,male,*
    "Korea, Rep.",1990,male,..

    """

  @Test("Sums are sorted by their keys, and say what is in them and what is not")
  func sums() throws {
    let sums = try self.sums(Self.flows, by: ["year", "origin"])
    #expect(
      sums.rows.map(\.keys) == [
        ["1990", "India"], ["1990", "Korea, Rep."], ["2000", "India"], ["2000", "Korea, Rep."],
      ])
    #expect(sums.rows.map(\.value) == [3.5, nil, 7, 15])
    #expect(sums.rows.map(\.count) == [1, 0, 1, 2])
    #expect(sums.rows.map(\.missing) == [1, 1, 0, 0])
    #expect(sums.rows.map(\.suppressed) == [1, 0, 0, 0])
    #expect(
      sums.notes.contains { $0.text.hasPrefix("2 rows have no value and are in no sum") })
    #expect(
      Report(sums).text(.csv)
        == "year,origin,migrants,values,missing,suppressed\n1990,India,3.5,1,1,1\n1990,\"Korea, Rep.\",,0,1,0\n2000,India,7,1,0,0\n2000,\"Korea, Rep.\",15,2,0,0\n"
    )
  }

  @Test("Parts of any size on any number of threads, and a table, give the same sums")
  func same() throws {
    var random = RepeatableGenerator(seed: 5)
    var text = "area,year,value\n"
    for _ in 0..<600 {
      let value = random.pick([
        "12", "0.1", "0.25", "-3.125", "", "..", "1e3", "9007199254740993", "5 b",
      ])
      text +=
        "\(random.pick(["India", "\"Korea, Rep.\"", "Côte d’Ivoire"])),\(1990 + Int.random(in: 0..<5, using: &random)),\(value)\n"
    }
    let whole = try ColumnSums(
      nil, .bytes(Array(text.utf8), name: "stock.csv"),
      ColumnSums.Request(of: "value", by: ["area", "year"]),
      options: ReadingOptions())
    for (partSize, threads) in [(40, 1), (40, 3), (1000, 2), (1 << 18, 1)] {
      let sums = try self.sums(
        text, of: "value", by: ["area", "year"], partSize: partSize, threads: threads)
      #expect(sums.rows == whole.rows)
      #expect(sums.account == whole.account)
      #expect(sums.notes.map(\.text) == whole.notes.map(\.text))
    }
    #expect(whole.rows.count == 15)
  }

  @Test(
    "A total is never added to its parts",
    arguments: [
      ("sex", "Both sexes", "female"), ("sex", "Total", "male"), ("sex", "T", "F"),
      ("destination", "World", "Canada"), ("destination", "Europe", "France"),
      ("age", "All ages", "0-4"),
    ])
  func totals(column: String, total: String, part: String) throws {
    let text = "\(column),year,migrants\n\(total),2000,10\n\(part),2000,4\n"
    let error = try #require(throws: MeasureError.self) { try self.sums(text, by: ["year"]) }
    #expect(error.kind == .doubleCounting)
    #expect(error.reason.contains("‘\(total)’ stands in ‘\(column)’ beside"))
    #expect(error.remedy?.contains("--where") == true)
    // Chosen, left out or kept apart it may be.
    #expect(
      try self.sums(text, by: ["year"]) { $0.only = [(column, total)] }.rows.map(\.value) == [10])
    #expect(
      try self.sums(text, by: ["year"]) { $0.without = [(column, total)] }.rows.map(\.value) == [4])
    #expect(try self.sums(text, by: [column]).rows.count == 2)
  }

  @Test("Groups of areas are left out where countries alone are asked for")
  func countries() throws {
    let text =
      "destination,year,migrants\nWorld,2000,10\nCanada,2000,4\nEurope,2000,3\nFrance,2000,2\n"
    let sums = try self.sums(text, by: ["year"]) { $0.countriesOnly = true }
    #expect(sums.rows.map(\.value) == [6])
    #expect(sums.leftOut == 2)
  }

  @Test("Units, quantities and vintages are never mixed; years are summed with a word")
  func mixtures() throws {
    for column in ["unit", "indicator", "vintage"] {
      let error = try #require(throws: MeasureError.self) {
        try self.sums("area,\(column),migrants\nIndia,a,1\nIndia,b,2\n", by: ["area"])
      }
      #expect(error.kind == .doubleCounting)
    }
    let sums = try self.sums("area,year,migrants\nIndia,1990,1\nIndia,2000,2\n", by: ["area"])
    #expect(sums.rows.map(\.value) == [3])
    #expect(
      sums.notes.contains { $0.text.contains("of stocks it counts the same people each time") })
  }

  @Test("Sums are exact: whole ones to the last digit, decimals rounded once")
  func exact() throws {
    let big = try self.sums("area,migrants\nIndia,9007199254740992\nIndia,1\n", by: ["area"])
    #expect(big.rows[0].digits == "9007199254740993")
    let bigger = try self.sums(
      "area,migrants\nIndia,18446744073709551617\nIndia,12345678901234567\nIndia,1\n", by: ["area"])
    #expect(bigger.rows[0].digits == "18459089752610786185")
    // No number is cut, however wide.
    let table = Report(bigger).text(.table)
    #expect(table.contains("18,459,089,752,610,786,185"), "\(table)")
    let tenths = "area,migrants\n" + String(repeating: "India,0.1\n", count: 10)
    #expect(try self.sums(tenths, by: ["area"]).rows[0].value == 1)
    let small =
      "area,migrants\nIndia,100000000000000000\nIndia,0.000000000000000001\nIndia,-100000000000000000\n"
    #expect(try self.sums(small, by: ["area"]).rows[0].value == 1e-18)
  }

  @Test("What cannot be summed is refused with its place")
  func faults() throws {
    let word = try #require(throws: MeasureError.self) {
      try self.sums("area,migrants\nIndia,1\nCanada,many\n", by: ["area"])
    }
    #expect(word.kind == .notANumber)
    #expect(word.position.line == 3)
    #expect(word.position.column == "migrants")
    let unknown = try #require(throws: MeasureError.self) {
      try self.sums(Self.flows, by: ["year"]) { $0.only = [("sex", "femal")] }
    }
    #expect(unknown.reason == "there is no ‘femal’ in ‘sex’")
    #expect(unknown.remedy == "Did you mean ‘female’?")
    let column = try #require(throws: ReadingError.self) { try self.sums(Self.flows, by: ["yaer"]) }
    #expect(column.kind == .noColumn)
    let twice = try #require(throws: MeasureError.self) {
      try self.sums(Self.flows, by: ["migrants"])
    }
    #expect(twice.kind == .misuse)
    let cent = try #require(throws: MeasureError.self) {
      try self.sums("area,migrants\nIndia,5 %\n", by: ["area"])
    }
    #expect(cent.reason.contains("per cents"))
  }

  @Test("A decimal comma is decided as for series, and a guess is said")
  func comma() throws {
    let sums = try self.sums("area;migrants\nIndia;1,5\nIndia;2,25\n", by: ["area"])
    #expect(sums.rows.map(\.value) == [3.75])
    #expect(sums.notes.contains { $0.text.contains("taken as the decimal mark") })
    #expect(throws: ReadingError.self) {
      try self.sums("area;migrants\nIndia;1.500\nIndia;2.250\n", by: ["area"])
    }
  }
}
