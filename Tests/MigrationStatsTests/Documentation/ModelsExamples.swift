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

      let noted = fit.adding([Caveat("sample", "Seven years are a small sample.")])
      print(noted.caveats[0].text)  // Seven years are a small sample.
    },
    Example("Sources/MigrationStats/Models/Regression/OrdinaryLeastSquares.swift") { print in
      let fit = try OrdinaryLeastSquares(
        columns: [[1, 1, 1, 1], [0, 1, 2, 3]], response: [1, 3, 2, 5])
      print(fit.coefficients)  // [1.1…, 1.1…]
      print(fit.standardErrors ?? [])  // [0.972…, 0.519…]
    },
    Example("Sources/MigrationStats/Models/Curves/CurveStart.swift") { print in
      let table = try Table(contentsOf: URL(filePath: "examples/my.csv"))
      let world = try table.tidied().series(of: "World")

      let start = try CurveStart("a=150, r=0.02")
      print(start.values["r"] ?? .nan)  // 0.02
      let model = CurveModel(try Curve("a*exp(r*(year - 1990))"), start: start)
      print(try world.fit(model).coefficients[1].estimate)  // 0.0217…
    },
    Example("Sources/MigrationStats/Models/Diagnostics/Diagnostics.swift") { print in
      let residuals = [0.4, -1.2, 0.3, 0.9, -0.5, 0.8, -1.1, 0.2, 0.6, -0.4, 0.7, -0.9]
      let diagnostics = Diagnostics(residuals: residuals, degreesOfFreedom: 10)
      print(diagnostics[.durbinWatson]?.statistic ?? .nan)  // 2.9489…
      print(diagnostics[.shapiroWilk]?.pValue ?? .nan)  // 0.1513…
    },
    Example("Sources/MigrationStats/Models/Growth/ExponentialSmoothing.swift") { print in
      let table = try Table(contentsOf: URL(filePath: "examples/my.csv"))
      let world = try table.tidied().series(of: "World")

      let smoothed = try world.fit(ExponentialSmoothing())
      print(try smoothed.forecast(through: 2025).values.map(\.value))  // [280.6]
    },
    Example("Sources/MigrationStats/Models/Growth/LimitedGrowth.swift") { print in
      let table = try Table(contentsOf: URL(filePath: "examples/my.csv"))
      let world = try table.tidied().series(of: "World")

      do throws(FittingError) {
        _ = try world.fit(.logistic)
      } catch {
        print(error.summary)
      }
      // World: the asymptote is not identified (the data do not determine ‘K’: it could be of any size)
    },
    Example("Sources/MigrationStats/Models/Growth/PowerGrowth.swift") { print in
      let table = try Table(contentsOf: URL(filePath: "examples/my.csv"))
      let world = try table.tidied().series(of: "World")

      let fit = try world.fit(PowerGrowth(origin: 1950))
      print(fit.coefficients[1].term, fit.coefficients[1].estimate)  // log(year - 1950) 1.1053…
    },
    Example("Sources/MigrationStats/Models/Growth/RandomWalk.swift") { print in
      let table = try Table(contentsOf: URL(filePath: "examples/my.csv"))
      let world = try table.tidied().series(of: "World")

      let walk = try world.fit(RandomWalk())
      print(walk.coefficients[0].term, walk.coefficients[0].estimate)  // drift 4.2533…
    },
    Example("Sources/MigrationStats/Models/Growth/Trend.swift") { print in
      let table = try Table(contentsOf: URL(filePath: "examples/my.csv"))
      let world = try table.tidied().series(of: "World")

      let line = try world.fit(Trend(degree: 1))
      let parabola = try world.fit(.polynomial(2))
      print(line.model.formula, parabola.coefficients.map(\.term))
      // y = a + b·year ["(Intercept)", "poly(year, 2, raw = TRUE)1", "poly(year, 2, raw = TRUE)2"]
    },
    Example("Sources/MigrationStats/Models/Panel+Breaks.swift") { print in
      let remittances = try Catalog(folder: "datasets").dataset("remittances-received").panel()
      let india = try remittances.selecting(areas: ["India"])

      for outcome in try india.breakTests() {
        print(outcome.tests?.tests.first { $0.kind == .supF }?.year ?? .nan)  // 2006.0
      }
    },
    Example("Sources/MigrationStats/Models/Panel+Fit.swift") { print in
      let url = URL(filePath: "examples/my.csv")
      let panel = try Table(contentsOf: url).tidied()

      let request = Panel.FitRequest(years: 1990...2015, level: 0.9)
      for outcome in try panel.fits(.exponential, request) {
        print(outcome.series.area.name, outcome.fit?.annualRate?.estimate ?? .nan)
      }
      // World 1.9940…

      print(try panel.rankings([.linear, .exponential])[0].best?.model.name ?? "")  // exponential

      let outlooks = try panel.forecasts(.exponential, through: 2025)
      print(outlooks[0].forecast?.values.last?.value ?? .nan)  // 302.8795…
    },
    Example("Sources/MigrationStats/Models/Regression/Regression+Curve.swift") { print in
      let table = try Table(contentsOf: URL(filePath: "examples/my.csv"))

      let curve = try Curve("value ~ a*exp(r*(year - 1990))")
      print(try Regression(curve, table).coefficients.map(\.term))  // ["a", "r"]
    },
    Example("Sources/MigrationStats/Models/Regression/Regression+Streaming.swift") { print in
      let formula = try Formula("log(value) ~ year")
      let fit = try Regression(formula, streaming: .file("examples/my.csv"))
      print(fit.coefficients[1].estimate, fit.rows == nil)  // 0.0208… true
    },
    Example("Sources/MigrationStats/Models/Regression/StandardErrors.swift") { print in
      let table = try Table(contentsOf: URL(filePath: "examples/my.csv"))

      let errors = try StandardErrors("newey-west:2")
      let fit = try Regression(
        try Formula("value ~ year"), table, Regression.Options(errors: errors))
      print(errors.name, fit.coefficients[1].standardError ?? .nan)  // newey-west:2 0.3720…
    },
    Example("Sources/MigrationStats/Models/Series+Fit.swift") { print in
      let table = try Table(contentsOf: URL(filePath: "examples/my.csv"))
      let world = try table.tidied().series(of: "World")

      let fit = try world.fit(.exponential, level: 0.9)
      print(fit.annualRate?.interval?.lower ?? .nan, fit.annualRate?.interval?.upper ?? .nan)
      // 1.8372… 2.3793…
    },
    Example("Sources/MigrationStats/Reports/Fit+Explanation.swift") { print in
      let table = try Table(contentsOf: URL(filePath: "examples/my.csv"))
      let world = try table.tidied().series(of: "World")

      let fit = try world.fit(.exponential)
      print(Fit.explanation(of: [fit])[0])  // How these numbers came about
    },
    Example("Sources/MigrationStats/Reports/Panel+Rows.swift") { print in
      let url = URL(filePath: "examples/my.csv")
      let panel = try Table(contentsOf: url).tidied()

      let formula = "log(value) ~ year"
      let rows = try panel.rows(regressedOn: formula)
      let fit = try Regression(Formula(formula), rows.table)
      print(rows.table.rowCount, fit.coefficients[1].estimate)  // 7 0.0208…
    },
    Example("Sources/MigrationStats/Reports/Regression+Report.swift") { print in
      let table = try Table(contentsOf: URL(filePath: "examples/my.csv"))
      let fit = try Regression(try Formula("value ~ year"), table)

      let report = try Report(fit, .coefficients)
      print(report.text(.csv).split(separator: ",")[0])  // term
    },
  ]
}
