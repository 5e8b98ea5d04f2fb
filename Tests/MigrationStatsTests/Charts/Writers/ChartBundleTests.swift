import Testing

@testable import MigrationStats

@Suite("Bundles of charts")
struct ChartBundleTests {
  @Test("are the same made at once on all processors as made one after the other")
  func together() throws {
    var holdings = Holdings(try catalog())
    try holdings.dataset("migrant-stock")
    let requests = ["CAN", "AUS", "nowhere", "SDN", "DEU"].map {
      ChartRequest("migrant-stock", areas: [$0])
    }
    let texts = holdings.charts(requests) { index, chart in
      "\(index) " + ((try? ChartBundle(chart.get()).files.map(\.text).joined()) ?? "none")
    }
    #expect(texts.count == 5)
    #expect(texts[2] == "2 none")
    for index in [0, 1, 3, 4] {
      let alone = try ChartBundle(holdings.chart(requests[index])).files.map(\.text).joined()
      #expect(texts[index] == "\(index) \(alone)")
    }
  }

  @Test("hold the parts that are asked for, in the shape that is asked for")
  func parts() throws {
    let chart = try draw(ChartRequest("migrant-stock", areas: ["Canada"]))
    let bundle = try ChartBundle(chart, parts: [.alternativeText, .csv], shape: .wide)
    #expect(bundle.files.map(\.part) == [.csv, .alternativeText])
    #expect(bundle.files[0].text == (try chart.csv(.wide)))
    #expect(bundle.files[1].text == chart.words + "\n")
  }
}
