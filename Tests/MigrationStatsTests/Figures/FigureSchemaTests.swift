import Testing

@testable import MigrationStats

@Suite("The schemas of figures and locks")
struct FigureSchemaTests {
  @Test("hold for a figure of every operation, and not for a broken one")
  func valid() throws {
    var holdings = Holdings(try Catalog(folder: Project.datasets))
    let (figures, locks) = (try JSONSchema("figure"), try JSONSchema("figures.lock"))
    var lock = FigureLock()
    for operation in Recipe.Operation.allCases {
      let years =
        operation.isOverSpan ? 1990...2019 : operation == .forecast ? 2030...2030 : 2019...2019
      let figure = try holdings.figure(
        FigureRequest(
          "migrant-stock", area: "Canada", of: operation, years: years, whole: "population"))
      lock.add(figure)
      let text = figure.text(as: .json)
      #expect(figures.findings(in: try JSONValue(text)) == [], "\(operation.rawValue)")
      let broken = text.replacing("\"stat:", with: "\"stat-")
      #expect(!figures.findings(in: try JSONValue(broken)).isEmpty)
      let poorer = text.replacing("\"display\"", with: "\"shown\"")
      #expect(!figures.findings(in: try JSONValue(poorer)).isEmpty)
    }
    #expect(locks.findings(in: try JSONValue(lock.text)) == [])
    #expect(
      !locks.findings(in: try JSONValue(lock.text.replacing("\"unit\"", with: "\"units\""))).isEmpty
    )
  }
}
