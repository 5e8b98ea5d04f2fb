import Foundation
import MigrationStats
import Testing

extension Example {
  /// The examples of the comments on charts.
  static let charts: [Example] = [
    Example("Sources/MigrationStats/Charts/Chart.swift") { print in
      var holdings = Holdings(try Catalog(folder: "datasets"))
      let chart = try holdings.chart(ChartRequest("migrant-stock", areas: ["Canada"]))
      let rows = chart.data.text(.csv)  // exactly what is drawn
      let picture = chart.svg(width: 720)
      let words = chart.words  // the alternative text
      print(rows.isEmpty, picture.isEmpty, words.isEmpty)  // false false false
    },
    Example("Sources/MigrationStats/Charts/ChartRequest.swift") { print in
      var holdings = Holdings(try Catalog(folder: "datasets"))

      var request = ChartRequest("migrant-stock", type: .bar, years: 2019...2019)
      request.top = 5
      print(try holdings.chart(request).data.rows.count)  // 5
    },
    Example("Sources/MigrationStats/Charts/Writers/ChartBundle.swift") { print in
      var holdings = Holdings(try Catalog(folder: "datasets"))
      let chart = try holdings.chart(ChartRequest("migrant-stock", areas: ["Canada"]))

      let bundle = try ChartBundle(chart, parts: [.csv, .svg])
      print(bundle.files.map(\.part.fileName))  // ["chart.csv", "chart.svg"]

      let requests = ["Canada", "Mexico"].map { ChartRequest("migrant-stock", areas: [$0]) }
      let rows = holdings.charts(requests) { _, chart in try? chart.get().data.rows.count }
      print(rows.map { $0 ?? 0 })  // [7, 7]
    },
    Example("Sources/MigrationStats/Reports/Report.swift") { print in
      let url = URL(filePath: "examples/my-download.csv")
      let world = try Table(contentsOf: url).tidied().series(of: "World")

      let report = Report([world.described()], keyNames: [])
      print(report.columns.count, report.rows.count)  // 17 1
      print(report.text(.json).first ?? " ")  // [
    },
    Example("Sources/MigrationStats/Charts/Terminal/Plot+Series.swift") { print in
      let url = URL(filePath: "examples/my-download.csv")
      let world = try Table(contentsOf: url).tidied().series(of: "World")

      var report = Report([world.described()], keyNames: [])
      try report.plot([world])
      print(report.text(.table).contains("•"))  // true
    },
    Example("Sources/MigrationStats/Charts/Writers/Chart+VegaLite.swift") { print in
      var holdings = Holdings(try Catalog(folder: "datasets"))
      let chart = try holdings.chart(ChartRequest("migrant-stock", areas: ["Canada"]))
      print(try chart.vegaLite(width: 600).contains("vega-lite/v5"))  // true
    },
    Example("Sources/MigrationStats/Charts/Writers/ChartShape.swift") { print in
      var holdings = Holdings(try Catalog(folder: "datasets"))
      let chart = try holdings.chart(ChartRequest("migrant-stock", areas: ["Canada"]))
      print(try chart.csv(.wide).split(whereSeparator: \.isNewline)[1])  // 1990,4333318
    },
  ]
}
