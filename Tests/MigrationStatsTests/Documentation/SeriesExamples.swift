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

      print(Concordance.standard.knows("Türkiye"), Concordance.standard.knows("Atlantis"))
      // true false
    },
    Example("Sources/MigrationStats/Series/Table+Tidying.swift") { print in
      let url = URL(filePath: "examples/my-download.csv")

      let world = try Table(contentsOf: url).tidied().series(of: "World")
      print(world.years.count)  // 7
    },
    Example("Sources/MigrationStats/Series/Plain/PlainPanel.swift") { print in
      let file = FileManager.default.temporaryDirectory.appending(path: "plain-panel.csv")
      try Data("area,1990,1991,1992\nCanada,100,103,107\nIndia,50,51,53\n".utf8).write(to: file)
      if let panel = try PlainPanel(contentsOf: file) {
        print(panel.count, panel.account.kept)  // 2 2
        try panel.writeTidy { rows in try FileHandle.nullDevice.write(contentsOf: rows) }
        let growth = panel.growth(Panel.GrowthRequest(definitions: [.leastSquares]))
        print(growth.map { _ in "grows" } ?? "does not grow")  // grows
      }
    },
    Example("Sources/MigrationStats/Reports/PlainPanel+Growth.swift") { print in
      let file = FileManager.default.temporaryDirectory.appending(path: "plain-growth.csv")
      try Data("area,1990,1991,1992\nCanada,100,103,107\nIndia,50,51,53\n".utf8).write(to: file)
      let request = Panel.GrowthRequest(definitions: [.leastSquares])
      if let growth = try PlainGrowth(contentsOf: file, request) {
        let written = file.appendingPathExtension("rates")
        try Data().write(to: written)
        let output = try FileHandle(forWritingTo: written)
        try growth.write { rows in try output.write(contentsOf: rows) }
        print(try String(contentsOf: written, encoding: .utf8).split(separator: "\n").count)  // 3
      }
    },
    Example("Sources/MigrationStats/Catalog/Catalog.swift") { print in
      let catalog = try Catalog(folder: "datasets")
      let remittances = try catalog.dataset("remittances-received").panel()
      print(try remittances.series(of: "India").unit)  // US$

      let located = try Catalog.located(told: "datasets", executable: CommandLine.arguments[0])
      print(located.ids.contains("refugees"))  // true
    },
    Example("Sources/MigrationStats/Catalog/Dataset.swift") { print in
      let dataset = try Catalog(folder: "datasets").dataset("communique-2009")
      print(try dataset.table().header.prefix(3))  // ["area", "code", "year"]
      print(try dataset.panel().series[0].years)  // [1980, 2008]
    },
    Example("Sources/MigrationStats/Series/Break.swift") { print in
      let dissolution = Break(
        year: 1990, kind: "territory", text: "The Soviet Union dissolved.", effect: 27_000_000)
      print(dissolution.year, dissolution.effect ?? 0)  // 1990 27000000.0
    },
    Example("Sources/MigrationStats/Series/Caveat.swift") { print in
      let caveat = Caveat("bound", year: 2008, "‘over 200 million’ is a lower bound.")
      print(caveat.kind, caveat.year ?? 0)  // bound 2008
    },
    Example("Sources/MigrationStats/Series/Concordance+Groups.swift") { print in
      let areas = Concordance.standard
      let region = areas.area(name: nil, code: "SSF")  // the World Bank's Sub-Saharan Africa
      print(areas.isPart(areas.area(name: "Kenya", code: nil), of: region) ?? false)  // true
      print(areas.areApart(areas.area(name: "Canada", code: nil), region))  // true
    },
    Example("Sources/MigrationStats/Series/Layout.swift") { print in
      let bytes = Array("place,when,people\nMalta,2019,1500\n".utf8)
      let options = TidyingOptions(
        areaColumn: "place", yearColumn: "when", valueColumns: ["people"], unit: Unit("persons"))
      let malta = try Table(.bytes(bytes, name: "malta.csv")).tidied(options).series[0]
      print(malta.area.name, malta[2019]?.value ?? .nan, malta.unit)  // Malta 1500.0 persons
    },
    Example("Sources/MigrationStats/Series/Quantity.swift") { print in
      let stock = Quantity("international migrant stock", kind: .stock)
      print(stock.name, stock.kind)  // international migrant stock stock
    },
    Example("Sources/MigrationStats/Series/Status.swift") { print in
      print(Status.worst(of: [.normal, .estimated, .breakInSeries]))  // breakInSeries
    },
    Example("Sources/MigrationStats/Series/Unit.swift") { print in
      print(Unit("persons"), Unit("persons") == Unit("US$"))  // persons false
    },
  ]
}
