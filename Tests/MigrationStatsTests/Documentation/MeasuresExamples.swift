import Foundation
import MigrationStats
import Testing

extension Example {
  /// The examples of the comments on measures.
  static let measures: [Example] = [
    Example("Sources/MigrationStats/Measures/Growth.swift") { print in
      let url = URL(filePath: "examples/my-download.csv")
      let world = try Table(contentsOf: url).tidied().series(of: "World")

      let growth = try world.growth(.compound, over: 1990...2019)
      print(growth.ratio ?? .nan, growth.changePercent ?? .nan)  // 1.775… 77.53…
      print(growth.rate?.interval?.kind ?? .rounding)  // rounding
    },
    Example("Sources/MigrationStats/Measures/Series+Growth.swift") { print in
      let url = URL(filePath: "examples/my-download.csv")
      let world = try Table(contentsOf: url).tidied().series(of: "World")

      let growth = try world.growth(.log, over: 1990...2019)
      print(growth.rate?.value ?? .nan)  // 1.979…
      print(growth.doublingYears ?? .nan)  // 35.02…
    },
    Example("Sources/MigrationStats/Measures/GrowthRates.swift") { print in
      let rates = try GrowthRates.leastSquares(
        values: [100, 102, 104.04, 50, .nan, 40.5], years: [2000, 2001, 2002])
      print(rates[0].percent ?? .nan)  // 2.0…
      print(rates[1].percent ?? .nan)  // -…
    },
    Example("Sources/MigrationStats/Measures/Description.swift") { print in
      let url = URL(filePath: "examples/my-download.csv")
      let world = try Table(contentsOf: url).tidied().series(of: "World")

      let description = world.described()
      print(description.maximum?.year ?? 0, description.gaps)  // 2019 23
    },
    Example("Sources/MigrationStats/Measures/Sums/ColumnSums.swift") { print in
      let url = URL(filePath: "examples/my.csv")
      let sums = try ColumnSums(contentsOf: url, of: "value", by: ["area", "year"])
      print(sums.rows.count)  // 7
      print(sums.rows[0].keys, sums.rows[0].value ?? .nan)  // ["World", "1990"] 153.0
    },
    Example("Sources/MigrationStats/Measures/Panel+Growth.swift") { print in
      let url = URL(filePath: "examples/my-download.csv")
      let panel = try Table(contentsOf: url).tidied()

      let request = Panel.GrowthRequest(definitions: [.log, .compound], years: 1990...2019)
      for growth in try panel.selecting(areas: ["Canada"]).growth(request) {
        print(growth.definition, growth.rate?.value ?? .nan)
      }
      // log 2.0971…
      // compound 2.1193…
    },
    Example("Sources/MigrationStats/Reports/Growth+Explanation.swift") { print in
      let url = URL(filePath: "examples/my-download.csv")
      let world = try Table(contentsOf: url).tidied().series(of: "World")

      let growth = try world.growth(.log, over: 1990...2019)
      print(Growth.explanation(of: [growth])[0])  // How these numbers came about
    },
  ]
}
