import Testing

@testable import MigrationStats

@Suite("The schemas of figures and locks")
struct FigureSchemaTests {
  private func schema(_ name: String) throws -> JSONSchema {
    let bytes = try Source.file("\(Project.root)/schemas/\(name).schema.json").load()
    return try JSONSchema(String(decoding: bytes, as: UTF8.self))
  }

  @Test("hold for a figure of every operation, and not for a broken one")
  func valid() throws {
    var holdings = Holdings(try Catalog(folder: Project.datasets))
    let (figures, locks) = (try schema("figure"), try schema("figures.lock"))
    var lock = FigureLock()
    for operation in Recipe.Operation.allCases {
      let years =
        operation.isOverSpan ? 1990...2019 : operation == .forecast ? 2030...2030 : 2019...2019
      let figure = try holdings.figure(
        FigureRequest(
          "migrant-stock", area: "Canada", of: operation, years: years, whole: "population"))
      lock.add(figure)
      let text = figure.text(as: .json)
      #expect(figures.problems(of: try JSONValue(text)) == [], "\(operation.rawValue)")
      let broken = text.replacing("\"stat:", with: "\"stat-")
      #expect(!figures.problems(of: try JSONValue(broken)).isEmpty)
      let poorer = text.replacing("\"display\"", with: "\"shown\"")
      #expect(!figures.problems(of: try JSONValue(poorer)).isEmpty)
    }
    #expect(locks.problems(of: try JSONValue(lock.text)) == [])
    #expect(
      !locks.problems(of: try JSONValue(lock.text.replacing("\"unit\"", with: "\"units\""))).isEmpty
    )
  }
}
