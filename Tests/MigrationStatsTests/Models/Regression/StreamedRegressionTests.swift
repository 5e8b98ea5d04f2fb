import Testing

@testable import MigrationStats

@Suite("Regressions of files that are not held")
struct StreamedRegressionTests {
  /// Rows enough for many blocks of some hundred bytes.
  private static let text: String = {
    var generator = RepeatableGenerator(seed: 20)
    var text = "y,x,year,region,w\n"
    for row in 0..<500 {
      let x = Double.random(in: 1...9, using: &generator)
      let noise = Double.random(in: -1...1, using: &generator)
      let region = ["north", "south", "east \"far\"", "west"][row % 4]
      let y = row % 41 == 7 ? ".." : "\(20 + 2 * x + noise + Double(row % 4))"
      let quoted = region.contains("\"") ? "\"east \"\"far\"\"\"" : region
      text += "\(y),\(x),\(1960 + row % 61),\(quoted),\(row % 97 == 3 ? 0 : 1 + row % 3)\n"
    }
    return text
  }()

  private func streamed(
    _ formula: String, _ text: String = text,
    _ options: Regression.Options = Regression.Options(), size: Int = 700
  ) throws -> Regression {
    try Regression(
      Formula(formula), streaming: .bytes(Array(text.utf8), name: "stock.csv"), options, size: size)
  }

  static let formulas = [
    "y ~ x", "log(y) ~ x + region", "y ~ x*region + factor(year)", "y ~ poly(year, 3) + x",
    "y ~ poly(year, 3, raw = TRUE)", "y ~ 0 + region + I(x^2)", "sqrt(y) ~ log(x) + year",
  ]

  @Test("Passes give what all rows at once give", arguments: formulas)
  func agreement(formula: String) throws {
    for errors in [StandardErrors.classical, .hc0, .hc1, .hc2, .hc3] {
      let options = Regression.Options(weights: "w", errors: errors)
      let whole = try regression(formula, Self.text, options)
      let passed = try streamed(formula, Self.text, options)
      #expect(passed.coefficients.map(\.term) == whole.coefficients.map(\.term))
      for (one, other) in zip(passed.coefficients, whole.coefficients) {
        // Rows are summed in doubles and refined once; raw cubics of years cost what is left.
        let digits = formula.contains("raw") ? 8.0 : 10.0
        expectClose(one.estimate, other.estimate, digits: digits)
        expectClose(one.standardError, try #require(other.standardError), digits: digits)
      }
      #expect(passed.quality.observations == whole.quality.observations)
      #expect(passed.quality.omitted == whole.quality.omitted)
      #expect(passed.quality.scale == whole.quality.scale)
      expectClose(passed.quality.aic, try #require(whole.quality.aic), digits: 10)
      expectClose(passed.quality.rSquared, try #require(whole.quality.rSquared), digits: 10)
      let caveats = { (fit: Regression) in fit.caveats.first { $0.kind == "omitted" } }
      #expect(caveats(passed) == caveats(whole))
    }
  }

  @Test("The size of the blocks changes nothing that a double shows")
  func sizes() throws {
    let formula = "y ~ x + region + year"
    let reference = try streamed(formula, size: 1 << 20)
    for size in [300, 701, 5000] {
      for (one, other) in zip(
        try streamed(formula, size: size).coefficients, reference.coefficients)
      {
        expectClose(one.estimate, other.estimate, digits: 12)
      }
    }
  }

  @Test("Observations are not held, and what takes the rows together is refused")
  func refusals() throws {
    let fit = try streamed("y ~ x")
    #expect(fit.rows == nil)
    #expect(fit.caveats.contains { $0.kind == "streamed" })
    #expect(throws: FittingError.self) { try Report(fit, .observations) }
    for options in [
      Regression.Options(errors: .cluster(["region"])), Regression.Options(family: .poisson),
    ] {
      let error = #expect(throws: FittingError.self) { try streamed("y ~ x", Self.text, options) }
      #expect(error?.kind == .misuse)
    }
  }

  @Test("What is wrong in a late block is told with its line")
  func faults() throws {
    let lines = Self.text.split(separator: "\n").map(String.init)
    func failing(_ line: Int, _ row: String) -> any Error {
      var lines = lines
      lines[line - 1] = row
      do {
        _ = try streamed("y ~ x + year", lines.joined(separator: "\n") + "\n")
        return FittingError(.misuse, "nothing was refused")
      } catch {
        return error
      }
    }
    let number = try #require(failing(401, "abc,1,1990,north,1") as? FittingError)
    #expect(number.kind == .notANumber)
    #expect(number.position == Position(file: "stock.csv", line: 401, column: "y"))
    let short = try #require(failing(399, "1,2") as? ReadingError)
    #expect(short.kind == .width && short.position.line == 399)
    let quote = try #require(failing(302, "1,2,\"1990,north,1") as? ReadingError)
    #expect(quote.kind == .quoting && quote.summary.contains("opened on line 302"))
  }

  @Test("Bytes that are no text are told with their line")
  func encoding() throws {
    var bytes = Array(Self.text.utf8)
    let place = try #require(
      bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }.dropFirst(350).first)
    bytes[place - 1] = 0xF4
    let error = #expect(throws: ReadingError.self) {
      try Regression(
        Formula("y ~ x"), streaming: .bytes(bytes, name: "stock.csv"), size: 700)
    }
    #expect(error?.kind == .encoding && error?.position.line == 351)
  }

  @Test("A footer is no row; a last row cut off is an error")
  func ends() throws {
    let footer = try streamed("y ~ x", Self.text + "\nSource: us\n")
    #expect(try footer.quality.observations == streamed("y ~ x").quality.observations)
    let error = #expect(throws: ReadingError.self) {
      try streamed("y ~ x", Self.text + "5,6,1999\n")
    }
    #expect(error?.kind == .width)
  }

  @Test("Dependent columns are named")
  func collinear() throws {
    let error = #expect(throws: FittingError.self) { try streamed("y ~ x + I(2*x)") }
    #expect(error?.kind == .collinear)
    #expect(error?.summary == "I(2 * x) depends on x")
  }
}
