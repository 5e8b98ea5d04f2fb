import Testing

@testable import MigrationStats

@Suite("The metadata of charts")
struct ChartMetadataTests {
  private static let requests = [
    ChartRequest("migrant-stock", areas: ["Canada", "Sudan"]),
    ChartRequest("world-migrant-stock", vintages: ["wb-wdi"]),
    ChartRequest("communique-2009"),
    ChartRequest("remittances-received", areas: ["India"]),
  ]

  @Test("hold to their schema, and broken ones do not", arguments: requests)
  func valid(request: ChartRequest) throws {
    let schema = try JSONSchema("chart-metadata")
    let text = try draw(request).metadata
    #expect(schema.findings(in: try JSONValue(text)) == [])
    for (word, other) in [
      ("\"stat:", "\"stat-"), ("\"licence\"", "\"license\""), ("\"line\"", "\"lines\""),
      ("\"number\"", "\"double\""),
    ] {
      let broken = text.replacing(word, with: other)
      #expect(!schema.findings(in: try JSONValue(broken)).isEmpty, "\(other)")
    }
  }

  @Test("say the same as the chart")
  func content() throws {
    let chart = try draw(ChartRequest("migrant-stock", areas: ["Canada", "Sudan"]))
    let document = try JSONValue(chart.metadata)
    #expect(document["title"]?.string == chart.title)
    #expect(document["alternativeText"]?.string == chart.words)
    #expect(document["units"]?.array == [.string("persons")])
    #expect(document["data"]?["rows"]?.number == Double(chart.data.rows.count))
    let columns = document["data"]?["columns"]?.array ?? []
    #expect(columns.map { $0["name"]?.string } == chart.data.columns.map(\.name))
    #expect(columns.first { $0["name"]?.string == "value" }?["type"]?.string == "number")
    #expect(document["figures"]?.array?.map { $0["id"]?.string } == chart.figures.map(\.id))
    #expect(document["figures"]?.array?.first?["value"]?.number == chart.figures[0].value)
    #expect(document["caveats"]?.array?.count == chart.caveats.count)
    #expect(document["sources"]?.array?.first?["url"]?.string == chart.sources[0].url)
  }
}
