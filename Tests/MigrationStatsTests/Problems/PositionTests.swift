import Testing

@testable import MigrationStats

@Suite("Places and problems in words")
struct PositionTests {
  @Test(
    "A place says what is known of it",
    arguments: [
      (Position(), ""), (Position(file: "stock.csv"), "stock.csv"),
      (Position(file: "stock.csv", line: 14), "stock.csv:14"),
      (Position(file: "stock.csv", line: 14, column: "2015"), "stock.csv:14, column ‘2015’"),
      (Position(file: "stock.csv", column: "2015"), "stock.csv, column ‘2015’"),
      (Position(line: 14), "line 14"), (Position(line: 14, column: "a"), "line 14, column ‘a’"),
      (Position(column: "2015"), "column ‘2015’"),
    ])
  func place(position: Position, text: String) {
    #expect(position.description == text)
  }

  @Test("A problem is its place and its summary")
  func problem() {
    let place = Position(file: "stock.csv", line: 14, column: "2015")
    let placed = TidyingError(.notANumber, "‘..’ is not a number", at: place)
    #expect(placed.description == "stock.csv:14, column ‘2015’: ‘..’ is not a number")
    #expect(placed.remedy == nil)
    let placeless = CatalogError(.notFound, "there is no data set ‘x’")
    #expect(placeless.description == "there is no data set ‘x’")
  }

  @Test("A note is its place and its sentence")
  func note() {
    #expect(Note("odd").description == "odd")
    #expect(Note("odd", at: Position(file: "a.csv", line: 2)).description == "a.csv:2: odd")
  }
}
