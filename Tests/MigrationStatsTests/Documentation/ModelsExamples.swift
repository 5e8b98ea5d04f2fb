import Foundation
import MigrationStats
import Testing

extension Example {
  /// The examples of the comments on models.
  static let models: [Example] = [
    Example("Sources/MigrationStats/Models/Model.swift") { print in
      let table = try Table(contentsOf: URL(filePath: "examples/my.csv"))
      let world = try table.tidied().series(of: "World")

      let fit = try world.fit(.exponential)
      print(fit.model.formula)  // ln y = a + b·year
    },
    Example("Sources/MigrationStats/Models/Fit.swift") { print in
      let table = try Table(contentsOf: URL(filePath: "examples/my.csv"))
      let world = try table.tidied().series(of: "World")

      let fit = try world.fit(.exponential)
      print(fit.annualRate?.estimate ?? .nan)  // 2.1079…
      print(fit.doublingYears?.interval?.upper ?? .nan)  // 38.6…
    },
    Example("Sources/MigrationStats/Models/Forecast.swift") { print in
      let table = try Table(contentsOf: URL(filePath: "examples/my.csv"))
      let world = try table.tidied().series(of: "World")

      let outlook = try world.fit(.exponential).forecast(through: 2035)
      if let last = outlook.values.last {
        print(last.interval.lower ?? .nan, last.interval.upper ?? .nan)  // 324.5… 429.0…
      }
    },
    Example("Sources/MigrationStats/Models/Ranking.swift") { print in
      let table = try Table(contentsOf: URL(filePath: "examples/my.csv"))
      let world = try table.tidied().series(of: "World")

      print(world.compare().best?.model.name ?? "")  // polynomial
    },
    Example("Sources/MigrationStats/Models/Growth/BrokenTrend.swift") { print in
      let table = try Table(contentsOf: URL(filePath: "examples/my.csv"))
      let world = try table.tidied().series(of: "World")

      let fit = try world.fit(BrokenTrend(at: [2000]))
      print(fit.coefficients.map(\.term))
      // ["(Intercept)", "year", "pmax(year - 2000, 0)"]
    },
    Example("Sources/MigrationStats/Models/Growth/CurveModel.swift") { print in
      let table = try Table(contentsOf: URL(filePath: "examples/my.csv"))
      let world = try table.tidied().series(of: "World")

      let model = CurveModel(try Curve("a*exp(r*(year - 1990))"))
      print(try world.fit(model).coefficients.map(\.term))  // ["a", "r"]
    },
    Example("Sources/MigrationStats/Models/Breaks/BreakTests.swift") { print in
      let years = (1960...1999).map(Double.init)
      let values = years.map { year in
        year < 1980 ? year - 1960 : 3 * (year - 1980) + 20 + year.remainder(dividingBy: 2)
      }
      let tests = try BreakTests(years: years, values: values)
      print(tests.tests.first { $0.kind == .supF }?.year ?? .nan)  // 1980.0
    },
    Example("Sources/MigrationStats/Models/Curves/Curve.swift") { print in
      let curve = try Curve("y ~ b1*(1 - exp(-b2*x))")
      print(curve.names)  // ["b1", "b2", "x"]
    },
    Example("Sources/MigrationStats/Models/Regression/Formula.swift") { print in
      let formula = try Formula("log(migrants) ~ year + factor(region)")
      print(formula)  // log(migrants) ~ year + factor(region)
    },
    Example("Sources/MigrationStats/Models/Regression/Regression.swift") { print in
      let table = try Table(contentsOf: URL(filePath: "examples/my.csv"))
      let formula = try Formula("log(value) ~ year")
      let fit = try Regression(formula, table, Regression.Options(errors: .hc3))
      print(fit.coefficients[1].term, fit.coefficients[1].estimate)  // year 0.02086…
    },
    Example("Sources/MigrationStats/Models/Regression/OrdinaryLeastSquares.swift") { print in
      let fit = try OrdinaryLeastSquares(
        columns: [[1, 1, 1, 1], [0, 1, 2, 3]], response: [1, 3, 2, 5])
      print(fit.coefficients)  // [1.1…, 1.1…]
      print(fit.standardErrors ?? [])  // [0.972…, 0.519…]
    },
  ]
}
