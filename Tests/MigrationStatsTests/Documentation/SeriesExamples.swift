import Foundation
import MigrationStats
import Testing

extension Example {
  /// The examples of the comments on series.
  static let series: [Example] = [
    Example("Sources/MigrationStats/Series/Series.swift") { print in
      let url = URL(filePath: "examples/my-download.csv")
      let world = try Table(contentsOf: url).tidied().series(of: "World")

      print(world.years)  // [1990, 1995, 2000, 2005, 2010, 2015, 2019]
      print(world[2019]?.value ?? .nan, world[2018] == nil)  // 271642105.0 true
      print(world.limited(to: 1990...2000).observations.count)  // 3
    },
    Example("Sources/MigrationStats/Series/Panel.swift") { print in
      let url = URL(filePath: "examples/my-download.csv")
      let panel = try Table(contentsOf: url).tidied()

      let canada = try panel.series(of: "CAN")
      let pair = try panel.selecting(areas: ["Canada", "India"]).limited(to: 1990...2000)
      print(canada.area.name, pair.series.count)  // Canada 2
    },
    Example("Sources/MigrationStats/Series/Concordance.swift") { print in
      let area = Concordance.standard.area(name: nil, code: "NAM")
      print(area.name, area.kind)  // Namibia country
      print(Concordance.standard.entry(named: "cote d'ivoire")?.code ?? "")  // CIV
    },
    Example("Sources/MigrationStats/Series/Table+Tidying.swift") { print in
      let url = URL(filePath: "examples/my-download.csv")

      let world = try Table(contentsOf: url).tidied().series(of: "World")
      print(world.years.count)  // 7
    },
    Example("Sources/MigrationStats/Catalog/Catalog.swift") { print in
      let catalog = try Catalog(folder: "datasets")
      let remittances = try catalog.dataset("remittances-received").panel()
      print(try remittances.series(of: "India").unit)  // US$
    },
  ]
}
