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
    },
    Example("Sources/MigrationStats/Figures/Rounding.swift") { print in
      let rounding = Rounding(scale: .million, decimals: 2)
      print(rounding.text(7_960_657))  // 7.96 million
    },
    Example("Sources/MigrationStats/Briefings/Marker.swift") { print in
      let text = "In 2019 " + Marker.text("7.96 million", id: "stat:5b56f9cf53b5") + " people."
      print(text)
      // In 2019 <!--stat:5b56f9cf53b5-->7.96 million<!--/stat--> people.
    },
  ]
}
