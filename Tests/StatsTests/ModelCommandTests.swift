import Foundation
import Testing

@Suite("stats fit, compare and forecast")
struct ModelCommandTests {
  @Test(
    "print what is kept",
    arguments: [
      ("fit", "fit my.csv"),
      ("fit-quality", "fit my.csv --model polynomial --degree 3 --show quality"),
      ("fit-observations", "fit my.csv --model random-walk --show observations --format csv"),
      ("fit-break", "fit world-migrant-stock --vintage wb-wdi"),
      ("fit-broken", "fit world-migrant-stock --vintage wb-wdi --model broken-trend --break 1990"),
      ("fit-breaks", "fit world-migrant-stock --vintage wb-wdi --show breaks"),
      ("fit-explain", "fit my.csv --explain"),
      ("compare", "compare my.csv"),
      ("compare-stock", "compare world-migrant-stock --vintage un-2019 --format json"),
      ("forecast", "forecast my.csv --through 2035"),
      ("forecast-far", "forecast my.csv --model linear --through 2060 --level 0.8 --format csv"),
    ])
  func snapshots(name: String, line: String) throws {
    let outcome = try Tool.shell("stats \(line)")
    #expect(outcome.code == 0)
    try expectSnapshot(outcome.output, "model-\(name)")
  }

  @Test(
    "refuse what cannot be fitted, with the code of unusable data",
    arguments: [
      ("year,value\n1990,5\n", "fit", "there is one value, and exponential growth needs 3"),
      ("year,value\n1990,5\n1991,6\n", "fit", "there are 2 values, and exponential growth needs 3"),
      ("year,value\n1990,5\n1991,0\n1992,7\n", "fit", "the value of 1991 is zero"),
      ("year,value\n1990,5\n1991,-2\n1992,7\n", "fit", "the value of 1991 is negative (-2)"),
      (
        "year,value\n1990,5\n1991,6\n1992,7\n1995,9\n1997,10\n", "fit --model smoothing",
        "the years are not equally far apart"
      ),
      (
        "year,value\n1990,5\n1991,6\n1992,7\n", "fit --model polynomial",
        "there are 3 values, and a polynomial of degree 2 needs 4"
      ),
      (
        "year,value\n1990,5\n1991,6\n1992,7\n1993,9\n", "fit --curve a*exp(b*(year-",
        "something is missing at the end"
      ),
      ("year,value\n1990,5\n1991,6\n1992,7\n1993,9\n", "fit --curve a*exq(b*year)", "exq"),
      ("year,value\n1990,5\n1991,6\n1992,7\n1993,9\n", "fit --curve a/(year-1990)", "1990"),
      (
        "year,value\n1990,5\n1991,6\n1992,7\n1993,9\n", "forecast --through 1992",
        "is not ahead of the last value"
      ),
      (
        "year,value\n1990,5\n1991,6\n1992,7\n1993,9\n", "fit --model broken-trend --break 2010",
        "does not lie between the values"
      ),
    ])
  func refusals(text: String, line: String, message: String) throws {
    let scratch = try Scratch()
    try scratch.write("s.csv", text.utf8)
    let words = line.split(separator: " ").map(String.init)
    let outcome = try Tool.stats(
      [words[0], "s.csv"] + words.dropFirst(), in: scratch.folder)
    #expect(outcome.code == 65)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
    #expect(!outcome.errors.contains("nan") && !outcome.errors.contains("inf "))
  }

  @Test("An asymptote that the values do not show is refused, and says what to use")
  func asymptote() throws {
    let scratch = try Scratch()
    let rows = "1960,75.9\n1970,81.5\n1980,99.8\n1990,154.0\n2000,174.9\n2010,221.0\n2020,280.6\n"
    try scratch.write("s.csv", "year,value\n\(rows)".utf8)
    for model in ["logistic", "gompertz", "richards"] {
      let outcome = try Tool.stats(["fit", "s.csv", "--model", model], in: scratch.folder)
      #expect(outcome.code == 65)
      #expect(outcome.errors.contains("the asymptote is not identified"))
      #expect(outcome.errors.contains("exponential"))
    }
  }

  @Test("Imputed values are left out, and estimates are no observations")
  func statuses() throws {
    let scratch = try Scratch()
    let rows = "1990,5,A\n1991,6,E\n1992,9,I\n1993,8,A\n1994,9,A\n"
    try scratch.write("s.csv", "year,value,status\n\(rows)".utf8)
    let line = ["fit", "s.csv", "--show", "quality", "--format", "csv"]
    let outcome = try Tool.stats(line, in: scratch.folder)
    #expect(outcome.code == 0)
    #expect(outcome.output.contains(",1990,1994,4,3,"))
    #expect(outcome.output.contains("imputed: The value of 1992 is imputed (I)"))
    let all = try Tool.stats(line + ["--with-imputed"], in: scratch.folder)
    #expect(all.output.contains(",1990,1994,5,3,"))
  }

  @Test("A constant series grows by exactly nothing, and has no doubling time")
  func constant() throws {
    let scratch = try Scratch()
    try scratch.write("s.csv", "year,value\n1990,5\n1991,5\n1992,5\n1993,5\n".utf8)
    let outcome = try Tool.stats(["fit", "s.csv", "--format", "csv"], in: scratch.folder)
    #expect(outcome.code == 0)
    #expect(outcome.output.contains(",annual_rate_percent,0,0,,,0,0,constant: All values"))
    #expect(!outcome.output.contains("doubling_years"))
  }

  @Test("A curve through every value comes first, before those that have a criterion")
  func perfect() throws {
    let scratch = try Scratch()
    let rows = (0..<10).map { "\(2000 + $0),\(100 + 3 * $0)\n" }.joined()
    try scratch.write("s.csv", "year,value\n\(rows)".utf8)
    let outcome = try Tool.stats(["compare", "s.csv"], in: scratch.folder)
    let lines = outcome.output.split(separator: "\n")
    let first = lines.firstIndex { $0.hasPrefix("model") }.map { lines[$0 + 1] } ?? ""
    #expect(first.hasPrefix("random-walk") || first.hasPrefix("linear"))
    #expect(outcome.output.contains("perfect-fit: The curve goes through every value"))
  }

  @Test(
    "Values whose squares are no numbers are refused on their own scale, and fitted in logarithms")
  func extremes() throws {
    let scratch = try Scratch()
    for size in ["e-300", "e300"] {
      let rows = [1.0, 1.1, 1.2, 1.35, 1.4, 1.6].enumerated().map { "\(2000 + $0),\($1)\(size)\n" }
      try scratch.write("s.csv", "year,value\n\(rows.joined())".utf8)
      for model in ["linear", "random-walk", "smoothing", "logistic", "polynomial"] {
        let outcome = try Tool.stats(["fit", "s.csv", "--model", model], in: scratch.folder)
        #expect(outcome.code == 65 && outcome.errors.contains("beyond the range of numbers"))
      }
      let outcome = try Tool.stats(["fit", "s.csv", "--format", "csv"], in: scratch.folder)
      #expect(outcome.code == 0 && outcome.output.contains("annual_rate_percent,9.5"))
      let line = ["regress", "s.csv", "--formula", "value ~ year"]
      #expect(try Tool.stats(line, in: scratch.folder).code == 65)
    }
  }

  @Test("Residuals with hardly any freedom are not tested")
  func freedom() throws {
    let scratch = try Scratch()
    try scratch.write("s.csv", "year,value\n1990,5\n1991,6\n1992,8\n".utf8)
    let outcome = try Tool.stats(["fit", "s.csv"], in: scratch.folder)
    #expect(outcome.code == 0)
    #expect(!outcome.output.contains("normal") && !outcome.output.contains("correlated"))
  }

  @Test("A perfect step is a jump in its year")
  func step() throws {
    let scratch = try Scratch()
    let rows = (0..<20).map { "\(2000 + $0),\($0 < 10 ? 10 : 20)\n" }.joined()
    try scratch.write("s.csv", "year,value\n\(rows)".utf8)
    let line = ["fit", "s.csv", "--model", "broken-trend", "--join", "jump", "--format", "csv"]
    let outcome = try Tool.stats(line, in: scratch.folder)
    #expect(outcome.code == 0)
    #expect(outcome.output.contains(",break_year,2010,"))
  }

  @Test("A suppressed or provisional value is said to be one")
  func marked() throws {
    let scratch = try Scratch()
    let rows = "1990,5,A\n1991,6,Q\n1992,9,P\n1993,8,A\n1994,9,A\n"
    try scratch.write("s.csv", "year,value,status\n\(rows)".utf8)
    let outcome = try Tool.stats(["fit", "s.csv"], in: scratch.folder)
    #expect(outcome.output.contains("marks the value of 1991 as suppressed (Q)"))
    #expect(outcome.output.contains("marks the value of 1992 as provisional (P)"))
  }

  @Test("Rows of several vintages are not regressed on together")
  func vintages() throws {
    let line = "regress world-migrant-stock --formula 'log(value) ~ year'"
    let mixed = try Tool.shell("stats \(line)")
    #expect(mixed.code == 65 && mixed.errors.contains("9 vintages"))
    let one = try Tool.shell("stats \(line) --vintage un-2019")
    #expect(one.code == 0 && one.output.contains("Rev.2019") && one.output.contains("estimated:"))
    let nested = try Tool.shell("stats regress migrant-stock --formula 'value ~ year'")
    #expect(nested.output.contains("aggregate: 43 of the 275 areas are groups"))
    #expect(nested.output.contains("Rows of every ‘sex’"))
  }

  @Test(
    "Options that do not go together are misuse",
    arguments: [
      "fit my.csv --model linear --curve 'a*year'", "fit my.csv --degree 3",
      "fit my.csv --model logistic --scale log", "fit my.csv --curve a*year --show breaks",
      "fit my.csv --start a=1",
      "fit my.csv --model polynomial --degree 40", "forecast my.csv --through 2035 --level 2",
    ])
  func misuse(line: String) throws {
    let outcome = try Tool.shell("stats \(line)")
    #expect(outcome.code == 64)
    #expect(outcome.output.isEmpty)
  }
}
