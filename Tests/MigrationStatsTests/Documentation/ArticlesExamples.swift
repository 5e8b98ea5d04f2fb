import Foundation
import MigrationStats
import Testing

extension Example {
  /// The examples of the articles.
  static let articles: [Example] = [
    Example("README.md") { print in
      let path = "examples/my-download.csv"
      let world = try Table(contentsOf: URL(filePath: path)).tidied().series(of: "World")
      let growth = try world.growth(.log, over: 1990...2019)
      print("\(growth.rate?.value ?? .nan) per cent a year")  // 1.979215530804561 per cent a year
      for caveat in growth.caveats { print(caveat.text) }
    },
    Example("Sources/MigrationStats/MigrationStats.docc/MigrationStats.md") { print in
      let url = URL(filePath: "examples/my-download.csv")
      let world = try Table(contentsOf: url).tidied().series(of: "World")
      let growth = try world.growth(.log, over: 1990...2019)
      print(growth.rate?.value ?? .nan)  // 1.979…
    },
    Example("Sources/MigrationStats/MigrationStats.docc/GettingStarted.md") { print in
      let table = try Table(contentsOf: URL(filePath: "examples/my-download.csv"))
      let panel = try table.tidied()
      let canada = try panel.series(of: "Canada")
      print(canada.area.name, canada.quantity.name, canada.unit)
      // Canada International migrant stock number of people
      print(canada[1990]?.value ?? .nan, canada[2019]?.value ?? .nan)  // 4333318.0 7960657.0
      let growth = try canada.growth(.compound, over: 1990...2019)
      print(growth.rate?.value ?? .nan)  // 2.119…

      let rate = growth.rate
      print(rate?.interval?.lower ?? .nan, rate?.interval?.upper ?? .nan)  // 2.119309… 2.119311…
      print(growth.start?.lines ?? [], growth.end?.lines ?? [])  // [7] [7]
      print(growth.doublingYears ?? .nan)  // 33.05…

      do throws(TidyingError) {
        _ = try panel.series(of: "Canda")
      } catch {
        print(error.summary)
        // there is no area ‘Canda’
        print(error.remedy ?? "")  // Did you mean ‘Canada’?
      }
    },
    Example("Sources/MigrationStats/MigrationStats.docc/TheHouse.md") { print in
      let url = URL(filePath: "examples/my-download.csv")
      let panel = try Table(contentsOf: url).tidied()
      let growth = try panel.series(of: "Namibia").growth(.log, over: 1990...2019)
      let report = Report([growth], keyNames: panel.keyNames)
      print(report.text(.csv).split(separator: ",")[0])  // area
    },
    Example("Sources/MigrationStats/MigrationStats.docc/ReadingAFile.md") { print in
      let table = try Table(contentsOf: URL(filePath: "examples/my-download.csv"))
      print(table.header.prefix(3))  // ["Country Name", "Country Code", "Indicator Name"]
      print(table.headerLine)  // 5
      print(table.rowCount)  // 5
      print(table.text(0, 4))  // 153011473
      print(table.position(0, 4))  // …examples/my-download.csv:6, column ‘1990’
      print(table.account)
      // 10 records read: 1 header, 5 rows kept (none repaired), 4 set aside (4 preamble)

      for part in table.finding.parts.prefix(1) {
        print(part.name, part.value, part.basis)  // delimiter comma guessed
      }

      var options = ReadingOptions(delimiter: UInt8(ascii: ";"), decimalMark: UInt8(ascii: ","))
      options.missingWords = ["k. A."]
      let bytes = Array("Jahr;Wert\n2019;1.234,5\n2020;k. A.\n".utf8)
      let german = try Table(.bytes(bytes, name: "german.csv"), options: options)
      print(german.text(0, 1))  // 1.234,5

      let workbook = try Table(contentsOf: URL(filePath: "examples/my-workbook.xlsx"))
      print(workbook.origin.steps[0].container, workbook.origin.steps[0].chosen ?? "")
      // Excel workbook Table 1

      let stream = RecordStream(.file("examples/my.csv"))
      var widths: Set<Int> = []
      let tally = try stream.forEach { block in
        for record in 0..<block.count { widths.insert(block.width(of: record)) }
      }
      print(tally.read, widths)  // 8 [4]

      do {
        let bytes = Array("year,value\n1990,5,6,7\n1991,8\n".utf8)
        _ = try Table(.bytes(bytes, name: "broken.csv"))
      } catch {
        print(error)  // broken.csv:2: the row has 4 cells where the header has 2
      }
    },
    Example("Sources/MigrationStats/MigrationStats.docc/FromTableToSeries.md") { print in
      let table = try Table(contentsOf: URL(filePath: "examples/my-download.csv"))
      let panel = try table.tidied()
      print(panel.layout.name)  // wide
      print(panel.series.map(\.area.name))
      // ["World", "Canada", "India", "Namibia", "United Kingdom"]
      print(panel.missingCount)  // 115
      print(panel.countries.series.count)  // 4

      let india = try panel.series(of: "IND")
      print(india.area.name, india.area.code ?? "", india.area.kind)  // India IND country
      print(india.years)  // [1990, 1995, 2000, 2005, 2010, 2015, 2019]
      print(india[1991] == nil)  // true
      if let first = india[1990] {
        print(first.value, first.status, first.lines)  // 7594801.0 normal [8]
      }

      let text = """
        area,year,value
        Malta,2019,102
        Malta,2020,*
        Malta,2021,..
        Malta,2022,110 p
        """
      let small = try Table(.bytes(Array(text.utf8), name: "malta.csv")).tidied()
      let malta = try small.series(of: "Malta")
      print(malta.years, malta.suppressedYears)  // [2019, 2022] [2020]
      print(malta[2022]?.status.name ?? "")  // provisional

      let concordance = Concordance.standard
      let canada = concordance.area(name: "Canada", code: nil)
      let bank = concordance.area(name: nil, code: "NAC")
      print(bank.name)  // North America
      if let isPart = concordance.isPart(canada, of: bank) {
        print(isPart)  // true
      }

      let twice = "area,year,value\nMalta,2019,102\nMalta,2019,103\n"
      do {
        _ = try Table(.bytes(Array(twice.utf8), name: "twice.csv")).tidied()
      } catch {
        print(error)
        // twice.csv:3, column ‘value’: Malta has a second value for 2019; the first is on line 2
      }
    },
    Example("Sources/MigrationStats/MigrationStats.docc/UsingTheCatalog.md") { print in
      let catalog = try Catalog(folder: "datasets")
      print(catalog.ids.contains("remittances-received"))  // true
      let dataset = try catalog.dataset("world-migrant-stock")
      print(dataset.package.title)  // International migrant stock of the world, by vintage
      for vintage in dataset.package.migrationstats.vintages.prefix(2) {
        print(vintage.id, vintage.released)
        // un-2024 2024
        // un-2019 2019
      }

      let panel = try dataset.panel()
      let revisions = try panel.selecting(areas: ["World"], vintages: ["un-2015", "un-2019"])
      for series in revisions.series {
        print(series.vintage ?? "", series[1990]?.value ?? .nan)
        // un-2019 153011473.0
        // un-2015 152563212.0
      }

      let bank = try panel.selecting(vintages: ["wb-wdi"]).series[0]
      print(bank.breaks.map(\.year))  // [1990]
    },
    Example("Sources/MigrationStats/MigrationStats.docc/MeasuringGrowth.md") { print in
      let catalog = try Catalog(folder: "datasets")
      let claim = try catalog.dataset("communique-2009").panel().series(of: "World")
      for definition in [GrowthDefinition.log, .compound, .simple] {
        let growth = try claim.growth(definition, over: 1980...2008)
        print(definition, growth.rate?.value ?? .nan)
        // log 2.4826…
        // compound 2.5137…
        // simple 3.5857…
      }

      let remittances = try catalog.dataset("remittances-received").panel()
      let world = try remittances.selecting(areas: ["World"])
      let request = Panel.GrowthRequest(definitions: [.compound], years: 2023...2024)
      for growth in try world.growth(request) {
        print(growth.basis, growth.changePercent ?? .nan)
        // published -9.988…
        // matched 7.567…
      }

      let growth = try claim.growth(.log, over: 1980...2008)
      print(growth.caveats.map(\.kind))
      // ["break", "two-points", "bound", "rounding", "stock-not-flow", "claim", "claim", "share"]
    },
    Example("Sources/MigrationStats/MigrationStats.docc/ChoosingAModel.md") { print in
      let table = try Table(contentsOf: URL(filePath: "examples/my.csv"))
      let world = try table.tidied().series(of: "World")
      let fit = try world.fit(.exponential)
      print(fit.annualRate?.estimate ?? .nan)  // 2.107…
      print(fit.doublingYears?.interval?.upper ?? .nan)  // 38.62…
      print(world.compare().best?.model.name ?? "")  // polynomial

      do throws(FittingError) {
        _ = try world.fit(.logistic)
      } catch {
        print(error.summary)
        // World: the asymptote is not identified (the data do not determine ‘K’: it could be of any size)
        print(error.remedy ?? "")
        // The values do not yet bend towards a limit; an exponential curve says as much.
      }

      let outlook = try fit.forecast(through: 2030)
      if let last = outlook.values.last {
        print(last.year, last.value)  // 2030 336.17…
        print(last.interval.lower ?? .nan, last.interval.upper ?? .nan)  // 295.8… 382.0…
      }
      print(outlook.caveats.map(\.kind))  // ["extrapolation"]
    },
    Example("Sources/MigrationStats/MigrationStats.docc/TrustingAFigure.md") { print in
      var holdings = Holdings(try Catalog(folder: "datasets"))
      let figure = try holdings.figure(
        FigureRequest("migrant-stock", area: "Canada", of: .level, years: 2019...2019))
      print(figure.display)  // 7.96 million
      print(figure.id)  // stat:5b56f9cf53b5
      print(figure.provenance.rows.map(\.lines))  // [[1625]]
    },
    Example("Sources/MigrationStats/MigrationStats.docc/ChartsForABriefing.md") { print in
      var holdings = Holdings(try Catalog(folder: "datasets"))
      var request = ChartRequest("migrant-stock", areas: ["Canada", "Australia"])
      request.years = 1990...2019
      let chart = try holdings.chart(request)
      print(chart.title)
      // International migrant stock, Canada and Australia, 1990–2019
      print(chart.data.text(.csv).split(separator: "\n").count)  // 15
      print(chart.svg().hasPrefix("<svg"))  // true
      print(chart.words.count < 600)  // true
      print(chart.sources.compactMap(\.vintage))  // ["un-2019"]
    },
    Example("Sources/MigrationStats/MigrationStats.docc/CheckingABriefing.md") { print in
      let holdings = try Holdings.all(of: Catalog(folder: "datasets"))
      let text = """
        Canada had 7.96 million migrants in 2019. World remittances fell by 10 per cent in 2024.
        """
      let check = BriefingCheck(text, against: holdings)
      for finding in check.findings {
        print(finding.text, finding.verdict)
        // 7.96 million confirmedRounded
        // 10 per cent off
      }
      print(check.summary)  // 2 numbers: 1 confirmed, 1 off

      var sources = Holdings(try Catalog(folder: "datasets"))
      let bytes = Array("Canada: {{ CAN 2019 }} people.\n".utf8)
      let template = try BriefingTemplate(bytes, name: "template.md")
      let briefing = try template.filled(
        lock: nil, renewed: { try sources.figure($0) },
        { placeholder in
          try sources.figure(
            FigureRequest(
              "migrant-stock", area: placeholder.words[0], keys: [Series.Key("sex", "both")],
              of: .level, years: 2019...2019))
        })
      print(briefing.markdown(isMarked: false).split(separator: "\n")[0])
      // Canada: 7.96 million[^1] people.
    },
    Example("Sources/MigrationStats/MigrationStats.docc/WritingAReport.md") { print in
      let url = URL(filePath: "examples/my-download.csv")
      let panel = try Table(contentsOf: url).tidied().selecting(areas: ["Namibia"])
      let report = Report(tidy: panel)
      print(report.text(.csv).split(separator: "\n")[1])
      // Namibia,NAM,1990,120641,number of people,A
      print(report.columns.map(\.name))
      // ["area", "code", "year", "value", "unit", "status"]

      let world = try Table(contentsOf: url).tidied().series(of: "World")
      let growth = try world.growth(.log, over: 1990...2019)
      print(Report([growth], keyNames: []).text(.json).contains("\"rate_percent\": 1.979"))  // true

      let inspection = Inspection(try Table(contentsOf: url))
      let text = inspection.report.text(.csv)
      print(text.contains("layout"))  // true
    },
  ]
}
