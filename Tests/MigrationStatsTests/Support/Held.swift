@testable import MigrationStats

/// The data sets that several tests use, each read once.
enum Held {
  static func communique() throws -> Panel { try communiqueRead.get() }
  static func migrantStock() throws -> Panel { try migrantStockRead.get() }
  static func remittances() throws -> Panel { try remittancesRead.get() }
  static func worldMigrantStock() throws -> Panel { try worldMigrantStockRead.get() }

  private static let communiqueRead = read("communique-2009")
  private static let migrantStockRead = read("migrant-stock")
  private static let remittancesRead = read("remittances-received")
  private static let worldMigrantStockRead = read("world-migrant-stock")

  private static func read(_ id: String) -> Result<Panel, any Error> {
    Result { try catalog().dataset(id).panel() }
  }
}
