import Foundation
import Testing

@testable import MigrationStats

@Suite("A data set")
struct DatasetTests {
  /// A catalogue with one data set, changed.
  private func withCopy(
    of id: String, changing file: String? = nil, _ change: (String) -> String = { $0 },
    work: (Catalog) throws -> Void
  ) throws {
    try withTemporaryFolder { folder in
      try FileManager.default.copyItem(
        atPath: "\(Project.datasets)/\(id)", toPath: "\(folder)/\(id)")
      if let file {
        let path = "\(folder)/\(id)/\(file)"
        let bytes = try Source.file(path).load()
        try write(change(String(decoding: bytes, as: UTF8.self)), to: path)
      }
      try work(try Catalog(folder: folder))
    }
  }

  // MARK: Series

  @Test(
    "Every data set of series can be read, and every series knows its vintage",
    arguments: CatalogTests.ids.filter { $0 != "commonwealth" && $0 != "former-states" })
  func panels(id: String) throws {
    let dataset = try catalog().dataset(id)
    let panel = try dataset.panel()
    let known = Set(dataset.package.migrationstats.vintages.map(\.id))
    #expect(panel.source == id)
    #expect(!panel.series.isEmpty)
    #expect(panel.series.allSatisfy { known.contains($0.vintage ?? "") })
    #expect(panel.series.allSatisfy { $0.quantity.kind != .notStated })
    #expect(panel.series.allSatisfy { $0.area.kind != .unknown })
    #expect(panel.series.allSatisfy { $0.source == id || $0.source == "\(id)/data.csv" })
  }

  @Test("Breaks and caveats go to the areas and vintages that they name")
  func described() throws {
    let stocks = try Held.migrantStock()
    let sudan = try stocks.selecting(areas: ["SDN"]).series
    #expect(sudan.count == 3)
    #expect(sudan.allSatisfy { $0.breaks.map(\.successors) == [["SDN", "SSD"]] })
    let canada = try stocks.selecting(areas: ["CAN"]).series
    #expect(canada.allSatisfy { $0.breaks.isEmpty })
    let groups = try stocks.selecting(areas: ["1503"]).series
    #expect(groups.allSatisfy { $0.caveats.contains { $0.kind == "aggregate" } })
    #expect(canada.allSatisfy { !$0.caveats.contains { $0.kind == "aggregate" } })
    let world = try Held.worldMigrantStock().series
    #expect(world.count == 9)
    #expect(Set(world.compactMap(\.vintage)).count == 9)
  }

  @Test("A list is not series", arguments: ["commonwealth", "former-states"])
  func list(id: String) throws {
    let dataset = try catalog().dataset(id)
    #expect(try dataset.table().rowCount > 10)
    let error = try #require(throws: CatalogError.self) { try dataset.panel() }
    #expect(error.kind == .list)
    expectProblem(
      error, "‘\(id)’ is a list, not series", file: nil, remedy: "stats datasets \(id)")
  }

  @Test("On a day of February 2009 the Commonwealth had 53 members")
  func commonwealth() throws {
    let table = try catalog().dataset("commonwealth").table()
    let joined = try table.column(named: "joined")
    let left = try table.column(named: "left")
    func members(on day: String) -> Int {
      (0..<table.rowCount).count { row in
        table.text(row, joined) <= day
          && (table.text(row, left).isEmpty || table.text(row, left) > day)
      }
    }
    #expect(members(on: "2009-02-02") == 53)
    #expect(members(on: "2026-01-01") == 56)
  }

  // MARK: What can be wrong

  @Test("One altered byte of the data is found")
  func digest() throws {
    let change: (String) -> String = { $0.replacing("99800000", with: "99900000") }
    try withCopy(of: "communique-2009", changing: "data.csv", change) { catalog in
      let dataset = try catalog.dataset("communique-2009")
      let error = try #require(throws: CatalogError.self) { try dataset.panel() }
      #expect(error.kind == .digest)
      #expect(error.summary.hasPrefix("the data are not those that the description speaks of"))
      #expect(error.summary.contains("instead of sha256:0f91035ae576…"))
      #expect(error.position == Position(file: "communique-2009/data.csv"))
      #expect(error.remedy?.contains("pass them as a file") == true)
    }
  }

  @Test("A copy is as good as the release")
  func copy() throws {
    try withCopy(of: "communique-2009") { catalog in
      let panel = try catalog.dataset("communique-2009").panel()
      #expect(panel.series.count == 1)
    }
  }

  @Test("Data that are not there are told by their name")
  func noData() throws {
    try withCopy(of: "communique-2009") { catalog in
      let path = "\(catalog.folder)/communique-2009/data.csv"
      try FileManager.default.removeItem(atPath: path)
      let error = try #require(throws: ReadingError.self) {
        try catalog.dataset("communique-2009").table()
      }
      #expect(error.kind == .notFound)
      #expect(error.position.file == path)
    }
  }

  private func description(
    _ change: @escaping (String) -> String
  ) throws -> CatalogError {
    var found: CatalogError?
    try withCopy(of: "communique-2009", changing: "datapackage.json", change) { catalog in
      found = #expect(throws: CatalogError.self) { try catalog.dataset("communique-2009") }
    }
    return try #require(found)
  }

  @Test(
    "A description that cannot be read says why",
    arguments: [
      ("\"title\": \"International", "\"titel\": \"International", "‘title’ is absent"),
      ("\"bytes\": 174", "\"octets\": 174", "‘resources.Index 0.bytes’ is absent"),
      ("\"bytes\": 174", "\"bytes\": \"174\"", "‘resources.Index 0.bytes’ is of another type"),
      ("\"version\": \"1.0.0\"", "\"version\": 1", "‘version’ is of another type"),
      ("\"version\": \"1.0.0\"", "\"version\": null", "‘version’ is of another type"),
      ("\"migrationstats\": {", "\"migrationstatistics\": {", "‘migrationstats’ is absent"),
      ("\"licenses\": [", "\"licenses\": ", "it is not JSON"),
      ("}", "", "it is not JSON"),
    ])
  func broken(old: String, new: String, reason: String) throws {
    let error = try description { text in text.replacing(old, with: new) }
    #expect(error.kind == .description)
    expectProblem(
      error, "the description cannot be read: \(reason)",
      file: "communique-2009/datapackage.json", remedy: "Restore the file from the release.")
  }

  @Test("A description of another data set is refused")
  func otherName() throws {
    let error = try description {
      $0.replacing("\"name\": \"communique-2009\"", with: "\"name\": \"x\"")
    }
    #expect(error.kind == .description)
    expectProblem(
      error, "the description is of ‘x’ and 1 files", file: "communique-2009/datapackage.json",
      remedy: "Give it the folder's name and one resource.")
  }

  @Test(
    "A description that is not UTF-8 or not text is told as a file is", arguments: ["", "\u{0}"])
  func notText(text: String) throws {
    let error = try description { _ in text }
    #expect(error.kind == .description)
    #expect(error.summary.hasSuffix("it is not JSON"))
  }
}
