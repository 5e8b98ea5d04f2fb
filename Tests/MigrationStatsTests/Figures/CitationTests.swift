import Foundation
import Testing

@testable import MigrationStats

@Suite("Citations")
struct CitationTests {
  private func share() throws -> Figure {
    try cite(FigureRequest("migrant-stock", area: "GBR", of: .share, whole: "population"))
  }

  @Test("take publisher, date and page from the vintage, and leave out what is not recorded")
  func vintage() throws {
    let remittances = try #require(
      try cite(FigureRequest("remittances-received", area: "World", of: .level)).provenance.sources
        .first)
    #expect(remittances.publisher == "World Bank")
    #expect(remittances.dateParts == [2025, 7, 1])
    #expect(remittances.url == "https://data.worldbank.org/indicator/BX.TRF.PWKR.CD.DT")
    #expect(remittances.key == "remittances-received-wdi-2025-07")
    let matrix = try cite(FigureRequest("world-migrant-stock", vintage: "knomad-2021", of: .level))
    #expect(matrix.provenance.released == nil)
    #expect(matrix.provenance.sources.first?.url == nil)
    #expect(!matrix.text(as: .bibtex).contains("year ="))
    #expect(!matrix.text(as: .ris).contains("PY  -"))
    #expect(!matrix.text(as: .cslJSON).contains("issued"))
  }

  @Test("as BibTeX have an entry a source, with what TeX would take for its own escaped")
  func bibTeX() throws {
    let text = try share().text(as: .bibtex)
    #expect(text.contains("\n@misc{migrant-stock-un-2019,\n"))
    #expect(text.contains("\n@misc{population-wdi-2025,\n"))
    #expect(text.count { $0 == "@" } == 2)
    #expect(text.count { $0 == "{" } == text.count { $0 == "}" })
    let dollars = try cite(FigureRequest("remittances-received", area: "World", of: .level))
    #expect(dollars.text(as: .bibtex).contains("(current US\\$)"))
    let odd = try cite(
      "area,year,value\nCanada,2019,5\n", FigureRequest("table.csv", of: .level))
    #expect(odd.text(as: .bibtex).contains("@misc{table-csv,\n  title = {{table.csv}},\n"))
  }

  @Test("name the persons who wrote a source as its authors")
  func authors() throws {
    let figure = try cite(FigureRequest("world-migrant-stock", vintage: "wb-gbmd", of: .level))
    #expect(
      figure.text(as: .bibtex).contains(
        "  author = {Özden, Ç. and Parsons, C. R. and Schiff, M. and Walmsley, T. L.},\n"
          + "  publisher = {{World Bank}},\n"))
    let ris = figure.text(as: .ris)
    #expect(ris.contains("AU  - Özden, Ç.\r\nAU  - Parsons, C. R.\r\n"))
    #expect(ris.contains("PB  - World Bank\r\n") && !ris.contains("AU  - World Bank"))
    let items = try #require(try JSONValue(figure.text(as: .cslJSON)).array)
    let names = try #require(items.first?["author"]?.array)
    #expect(names.count == 4)
    #expect(names.first?["family"]?.string == "Özden" && names.first?["given"]?.string == "Ç.")
  }

  @Test("as CSL are data sets by literal authors")
  func csl() throws {
    let items = try #require(try JSONValue(share().text(as: .cslJSON)).array)
    #expect(items.count == 2)
    #expect(items.allSatisfy { $0["type"]?.string == "dataset" })
    #expect(items[0]["id"]?.string == "migrant-stock-un-2019")
    #expect(items[0]["author"]?.array?.first?["literal"]?.string == "UN DESA, Population Division")
    #expect(items[0]["issued"]?["date-parts"] == .array([.array([.number(2019)])]))
    #expect(items[0]["version"]?.string == "un-2019")
    #expect(items[1]["URL"]?.string == "https://data.worldbank.org/indicator/SP.POP.TOTL")
    #expect(items[0]["note"]?.string?.contains("stat:") == true)
  }

  @Test("as RIS are tagged lines from TY to ER that end in CRLF")
  func ris() throws {
    let text = try share().text(as: .ris)
    let lines = text.components(separatedBy: "\r\n")
    #expect(lines.last == "")
    #expect(!lines.contains { $0.contains("\n") })
    #expect(lines.dropLast().allSatisfy { $0.firstMatch(of: /^[A-Z][A-Z0-9]  -[ ]/) != nil })
    #expect(lines.count { $0 == "TY  - DATA" } == 2)
    #expect(lines.count { $0 == "ER  - " } == 2)
    #expect(lines.first == "TY  - DATA")
    let dated = try cite(FigureRequest("remittances-received", area: "World", of: .level))
    #expect(dated.text(as: .ris).contains("DA  - 2025/07/01/\r\n"))
  }

  @Test("in Markdown carry the marker about the number and a footnote")
  func markdown() throws {
    let figure = try share()
    let text = figure.text(as: .markdown)
    #expect(text.contains("<!--\(figure.id)-->14.3 per cent<!--/stat-->"))
    #expect(text.contains("of the population.[^\(figure.digits)]\n\n[^\(figure.digits)]: "))
    #expect(text.contains("(released 2019)"))
    #expect(text.contains("population/data.csv:"))
  }

  @Test("in HTML hold the value as data, and nothing unescaped")
  func html() throws {
    let figure = try cite(
      "area,year,value\n\"<b>A&B\"\"</b>\",2019,5\n", FigureRequest("table.csv", of: .level))
    let text = figure.text(as: .html)
    #expect(text.contains("<data value=\"5\">5</data>"))
    #expect(text.contains("&lt;b&gt;A&amp;B&quot;&lt;/b&gt;"))
    #expect(!text.contains("<b>"))
    #expect(try share().text(as: .html).contains("<cite><a href=\"https://www.un.org/"))
  }
}
