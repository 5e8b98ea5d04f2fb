import Foundation
import Testing

@testable import MigrationStats

@Suite("Columns of one type")
struct ColumnsTests {
  private func columns(_ text: String, named names: [String]? = nil) throws -> Columns {
    try withFile(text) { path in
      try Columns(contentsOf: URL(fileURLWithPath: path), named: names)
    }
  }

  @Test("Only the columns asked for are read, in the order asked for, whatever their case")
  func named() throws {
    let columns = try columns(
      "origin,year,migrants,weight\n\"Korea, Rep.\",2020,10,0.5\nIndia,1990,,1.25\n",
      named: ["Year", "migrants", "origin"])
    #expect(columns.columns.map(\.name) == ["year", "migrants", "origin"])
    #expect(columns.header == ["origin", "year", "migrants", "weight"])
    #expect(columns["YEAR"].kind == .wholeNumbers)
    #expect(columns["year"].wholeNumber(0) == 2020)
    #expect(columns["migrants"].status(1) == .missing)
    #expect(columns["migrants"].number(1) == nil)
    #expect(columns["migrants"].missingCount == 1)
    #expect(columns["origin"].text(0) == "Korea, Rep.")
    #expect(columns["origin"].codes == [0, 1])
    #expect(columns.rowCount == 2)
    #expect(columns.account.addsUp)
  }

  @Test(
    "The last row of a column decides too",
    arguments: [("12.5", Column.Kind.decimals), ("n", .texts), ("007", .texts)])
  func types(last: String, kind: Column.Kind) throws {
    let rows = (1...40_000).map { "a,\($0)\n" }.joined()
    let column = try columns("area,value\n\(rows)b,\(last)\n")["value"]
    #expect(column.kind == kind)
    #expect(column.count == 40_001)
    switch kind {
    case .decimals: #expect(column.numbers.suffix(2) == [40_000, 12.5])
    default: #expect([column.text(0), column.text(40_000)] == ["1", last])
    }
  }

  @Test("Digits that no number keeps are texts; whole numbers of 64 bits are exact")
  func exact() throws {
    let columns = try columns(
      "id,big,code\n123456789012345678901,9007199254740993,01\n5,-9223372036854775808,02\n")
    #expect(columns["id"].text(0) == "123456789012345678901")
    #expect(columns["big"].wholeNumber(0) == 9_007_199_254_740_993)
    #expect(columns["big"].wholeNumber(1) == .min)
    #expect(columns["code"].kind == .texts)
  }

  @Test("NA is a country in texts, and a missing value among numbers")
  func missing() throws {
    let columns = try columns("code,value\nNA,1\nCA,NA\nUS,*\n,2\n")
    #expect(columns["code"].text(0) == "NA")
    #expect(columns["code"].status(3) == .missing)
    #expect(columns["value"].status(1) == .missing)
    #expect(columns["value"].status(2) == .suppressed)
    #expect(columns["value"].suppressedCount == 1)
  }

  @Test("A column that is not there is told with those spelt alike")
  func unknown() throws {
    try withFile("area,value\nWorld,1\n") { path in
      let error = try #require(throws: ReadingError.self) {
        try Columns(.file(path), named: ["vlaue"])
      }
      expectProblem(
        error, "there is no column ‘vlaue’", file: path, line: 1, remedy: "Did you mean ‘value’?")
    }
  }

  @Test("Progress is told to the last byte")
  func progress() throws {
    let rows = (1...60_000).map { "World,\($0)\n" }.joined()
    try withFile("area,value\n\(rows)") { path in
      var told: [Int] = []
      var all = 0
      _ = try Columns(.file(path)) { (done, size) in
        told.append(done)
        all = size
      }
      #expect(told.last == all)
      #expect(told == told.sorted())
    }
  }
}
