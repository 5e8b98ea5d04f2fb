import Foundation
import FoundationXML
import Testing

@testable import MigrationStats

@Suite("The page of a chart")
struct ChartPageTests {
  private func page(_ chart: Chart, width: Double = 720) throws -> String {
    try text(chart, .html, width: width)
  }

  private func text(
    _ chart: Chart, _ part: ChartBundle.Part, width: Double = 720
  ) throws -> String {
    try #require(try ChartBundle(chart, parts: [part], width: width).files.first).text
  }

  @Test("needs nothing else: no script, nothing fetched")
  func alone() throws {
    let page = try page(draw(ChartRequest("migrant-stock", areas: ["Canada"])))
    #expect(page.contains("default-src 'none'"))
    #expect(!page.contains("<script") && !page.contains(" src=") && !page.contains("url("))
    #expect(page.contains("<html lang=\"en\">") && page.contains("<main>"))
    #expect(page.matches(of: /<h1/).count == 1)
  }

  @Test("has the picture twice, for large and for small screens, with no id twice")
  func pictures() throws {
    let chart = try draw(ChartRequest("migrant-stock", areas: ["Canada"]))
    let page = try page(chart)
    #expect(page.contains(chart.svg(width: 720)) && page.contains(chart.svg(width: 360)))
    let ids = page.matches(of: /\bid="([^"]*)"/).map { String($0.1) }
    #expect(Set(ids).count == ids.count)
    #expect(try self.page(chart, width: 300).matches(of: /<svg/).count == 1)
  }

  @Test("has every row in a table that a keyboard reaches")
  func table() throws {
    let chart = try draw(ChartRequest("migrant-stock", areas: ["Canada", "Sudan"]))
    let page = try page(chart)
    #expect(
      page.contains("<div class=\"table\" role=\"region\" aria-labelledby=\"data\" tabindex=\"0\">")
    )
    #expect(page.contains("<caption>") && page.contains("<th scope=\"col\">year</th>"))
    #expect(page.matches(of: /<tr><th scope="row">/).count == chart.data.rows.count)
    #expect(page.contains("<data value=\"4333318\">4,333,318</data>"))
    // What all rows share is said once.
    #expect(page.contains("both · un-2019 · persons"))
    #expect(!page.contains("<td>persons</td>"))
  }

  @Test("says words, notes, caveats, the source with its licence, and figures")
  func words() throws {
    let chart = try draw(ChartRequest("migrant-stock", areas: ["Canada", "Sudan"]))
    let page = try page(chart)
    for text in [chart.words] + chart.notes + chart.caveats.map(\.text) + chart.figures.map(\.id) {
      #expect(page.contains(Markup.html(text)))
    }
    let source = chart.sources[0]
    #expect(page.contains("href=\"\(Markup.html(source.url ?? "?"))\""))
    #expect(page.contains("licence: \(source.licence ?? "?")"))
    #expect(page.contains(source.data.digest))
  }

  @Test("carries the other parts as they are")
  func downloads() throws {
    let chart = try draw(ChartRequest("migrant-stock", areas: ["Canada"]))
    let bundle = try ChartBundle(chart)
    #expect(bundle.files.map(\.part) == ChartBundle.Part.allCases)
    let page = try #require(bundle.files.first { $0.part == .html }).text
    for file in bundle.files where file.part != .html {
      let data = Data(file.text.utf8).base64EncodedString()
      #expect(page.contains("<a download=\"\(file.part.fileName)\" href=\"data:"))
      #expect(page.contains(";base64,\(data)\""))
    }
  }

  @Test("has no link to what flows do not have")
  func flows() throws {
    let bundle = try ChartBundle(chart(.flows(.sample), type: .chord))
    #expect(!bundle.files.contains { $0.part == .vegaLite })
    #expect(bundle.files.count == 5)
    let page = try #require(bundle.files.first { $0.part == .html }).text
    #expect(!page.contains("chart.vl.json"))
    #expect(throws: ChartError.self) {
      try ChartBundle(chart(.flows(.sample), type: .chord), parts: [.vegaLite])
    }
  }

  @Test("is well-formed for hostile names")
  func hostile() throws {
    let name = "</script><svg onload=x>\"'&\u{202E}\u{0}" + String(repeating: "long ", count: 40)
    let chart = chart(
      .plots([Plot(bars: [name], [1])]), title: name,
      data: Report(
        columns: [Report.Column("series", .identity), Report.Column("value", .detail)],
        rows: [[.text(name), .number(1)], [.text("x"), .number(2)]]))
    let page = try page(chart)
    #expect(!page.contains("<script") && !page.contains("<svg onload"))
    #expect(!page.unicodeScalars.contains("\u{0}"))
    // With its void elements closed the page is XML.
    let closed = page.replacing(/<(meta[^>]*)>/) { "<\($0.1)/>" }
      .replacing("<!DOCTYPE html>\n", with: "")
    let parser = XMLParser(data: Data(closed.utf8))
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
  }
}
