import Foundation
import Testing

@testable import MigrationStats

@Suite("The catalogue")
struct CatalogTests {
  /// The ids of the data sets, as the folders are named.
  static let ids = [
    "commonwealth", "communique-2009", "former-states", "migrant-stock", "migrant-stock-2024",
    "migrant-stock-by-origin", "population", "refugees", "remittances-received",
    "world-migrant-stock",
  ]

  @Test("It holds its data sets in alphabetical order")
  func ids() throws {
    #expect(try catalog().ids == Self.ids)
    #expect(try catalog().folder == Project.datasets)
  }

  @Test("A folder without data sets is no catalogue", arguments: ["", "/nowhere"])
  func noCatalog(suffix: String) throws {
    try withTemporaryFolder { folder in
      let error = try #require(throws: CatalogError.self) {
        try Catalog(folder: folder + suffix)
      }
      #expect(error.kind == .noCatalog)
      expectProblem(
        error, "there are no data sets in ‘\(folder)\(suffix)’", file: nil,
        remedy: "--catalog FOLDER or MIGRATIONSTATS_CATALOG")
    }
  }

  @Test("It is found where it is told, and nowhere else then")
  func told() throws {
    let found = try Catalog.located(told: Project.datasets, executable: "/nowhere/bin/stats")
    #expect(found.ids == Self.ids)
    #expect(throws: CatalogError.self) {
      try Catalog.located(told: "/nowhere", executable: Project.root + "/build/stats")
    }
  }

  @Test("It is found in the checkout that the program was built in", arguments: [nil, ""])
  func besideBuild(told: String?) throws {
    let found = try Catalog.located(
      told: told, executable: Project.root + "/build/debug/stats")
    #expect(found.folder == Project.datasets)
  }

  @Test("It is found beside an installed program")
  func installed() throws {
    try withTemporaryFolder { folder in
      let share = "\(folder)/share/migrationstats"
      try FileManager.default.createDirectory(atPath: share, withIntermediateDirectories: true)
      try FileManager.default.copyItem(atPath: Project.datasets, toPath: "\(share)/datasets")
      let found = try Catalog.located(told: nil, executable: "\(folder)/bin/stats")
      #expect(found.folder == "\(share)/datasets")
      #expect(found.ids == Self.ids)
    }
  }

  @Test("Where it is not found it can be told")
  func nowhere() throws {
    let error = try #require(throws: CatalogError.self) {
      try Catalog.located(told: nil, executable: "/nowhere/bin/stats")
    }
    #expect(error.kind == .noCatalog)
    expectProblem(
      error, "the data sets were not found beside the program", file: nil,
      remedy: "--catalog FOLDER")
  }

  @Test(
    "An id that is not there is answered with those spelt alike",
    arguments: [
      ("migrantstock", "Did you mean ‘migrant-stock’"), ("refugee", "Did you mean ‘refugees’?"),
      ("unemployment", "stats datasets"),
    ])
  func notFound(id: String, remedy: String) throws {
    let error = try #require(throws: CatalogError.self) { try catalog().dataset(id) }
    #expect(error.kind == .notFound)
    expectProblem(error, "there is no data set ‘\(id)’", file: nil, remedy: remedy)
  }
}
