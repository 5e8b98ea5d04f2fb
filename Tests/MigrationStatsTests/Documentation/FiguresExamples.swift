import Foundation
import MigrationStats
import Testing

extension Example {
  /// The examples of the comments on figures.
  static let figures: [Example] = [
    Example("Sources/MigrationStats/Figures/Figure.swift") { print in
      var holdings = Holdings(try Catalog(folder: "datasets"))
      let figure = try holdings.figure(
        FigureRequest("migrant-stock", area: "Canada", of: .level, years: 2019...2019))
      print(figure.display)  // 7.96 million
      print(figure.id)  // stat:5b56f9cf53b5

      print(figure.rounded(Rounding(decimals: 0)).display)  // 7,960,657
    },
    Example("Sources/MigrationStats/Figures/Figure+Sentence.swift") { print in
      var holdings = Holdings(try Catalog(folder: "datasets"))
      let figure = try holdings.figure(
        FigureRequest("migrant-stock", area: "Canada", of: .level, years: 2019...2019))

      print(figure.sentence.text)
      // In 2019 the international migrant stock of Canada stood at 7.96 million persons.
      print(figure.sentence.number)  // 7.96 million persons
    },
    Example("Sources/MigrationStats/Figures/FigureRequest.swift") { print in
      var holdings = Holdings(try Catalog(folder: "datasets"))

      let request = FigureRequest(
        "migrant-stock", area: "World", of: .annualRate, years: 1990...2019)
      print(try holdings.figure(request).display)  // 1.98 per cent
    },
    Example("Sources/MigrationStats/Figures/FigureLock.swift") { print in
      var holdings = Holdings(try Catalog(folder: "datasets"))
      let figure = try holdings.figure(
        FigureRequest("migrant-stock", area: "Canada", of: .level, years: 2019...2019))

      var lock = FigureLock()
      lock.add(figure)
      print(lock.figures.count, FigureLock.path(beside: "texts/briefing.md"))
      // 1 texts/figures.lock.json
      let movements = lock.movements(in: &holdings)
      print(movements[0].reason)  // unchanged

      lock.keep([])
      print(lock.figures.isEmpty)  // true
    },
    Example("Sources/MigrationStats/Figures/Rounding.swift") { print in
      let rounding = Rounding(scale: .million, decimals: 2)
      print(rounding.text(7_960_657))  // 7.96 million

      print(Rounding.exact(1.25).text(1.25))  // 1.25

      print(rounding.range(7_960_657))  // 7955000.0...7965000.0
    },
    Example("Sources/MigrationStats/Briefings/Marker.swift") { print in
      let text = "In 2019 " + Marker.text("7.96 million", id: "stat:5b56f9cf53b5") + " people."
      print(text)
      // In 2019 <!--stat:5b56f9cf53b5-->7.96 million<!--/stat--> people.

      let bytes = Array(text.utf8)
      let markers = try Marker.all(in: bytes, name: "text.md")
      let edited = Marker.replacing([(markers[0], "8 million")], in: bytes)
      print(String(decoding: edited, as: UTF8.self))
      // In 2019 <!--stat:5b56f9cf53b5-->8 million<!--/stat--> people.
    },
    Example("Sources/MigrationStats/Figures/Figure+Text.swift") { print in
      var holdings = Holdings(try Catalog(folder: "datasets"))
      let figure = try holdings.figure(
        FigureRequest("migrant-stock", area: "Canada", of: .level, years: 2019...2019))
      print(figure.text(as: .ris).prefix(10))  // TY  - DATA
    },
    Example("Sources/MigrationStats/Figures/Holdings.swift") { print in
      var holdings = Holdings(try Catalog(folder: "datasets"))
      try holdings.dataset("migrant-stock")
      try holdings.file(.file("examples/my.csv"))
      print(holdings.held.keys.sorted())  // ["examples/my.csv", "migrant-stock"]
      let figure = try holdings.figure(
        FigureRequest("migrant-stock", area: "Canada", of: .level, years: 2019...2019))
      let chart = try holdings.chart(ChartRequest("migrant-stock", areas: ["Canada"]))
      print(figure.display, chart.data.rows.count)  // 7.96 million 7

      let all = try Holdings.all(of: Catalog(folder: "datasets"))
      print(all.held.keys.contains("refugees"))  // true
    },
  ]
}
