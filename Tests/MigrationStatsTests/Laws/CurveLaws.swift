import Testing

@testable import MigrationStats

@Suite("Laws of curves")
struct CurveLaws {
  private static let seeds: [UInt64] = Array(1...8)

  /// A random expression that is defined for parameters and variables from 0.5 to 1.5.
  private func expression(_ depth: Int, _ random: inout RepeatableGenerator) -> String {
    guard depth > 0 else {
      return random.pick(["a", "b", "c", "x", "z", "2", "0.5", "pi", "1e-1"])
    }
    let first = expression(depth - 1, &random)
    let second = expression(depth - 1, &random)
    return random.pick([
      "(\(first) + \(second))", "(\(first)-\(second))", "\(first)*(\(second))",
      "(\(first))/(3 + tanh(\(second)))", "(2 + sin(\(first)))^(tanh(\(second)))",
      "(\(first))^2", "-(\(first))", "exp(tanh(\(first)))", "log(2 + cos(\(first)))",
      "sqrt(3 + sin(\(first)))", "atan(\(first))", "tan(tanh(\(first))/2)",
      "abs(4 + sin(\(first)))",
      "asin(tanh(\(first))/2)", "acos(sin(\(first))/2)", "log1p(3 + sin(\(first)))",
      "expm1(sin(\(first)))", "sinh(tanh(\(first)))", "cosh(sin(\(first)))",
      "log2(2 + sin(\(first)))", "log10(2 + cos(\(first)))", "(2 + sin(\(first)))^-1.5",
    ])
  }

  private func evaluated<Number: Elementary>(
    _ tape: CurveTape, _ parameters: [Number], _ order: CurveEvaluator<Number>.Order,
    _ variables: [Double]
  ) -> CurveEvaluator<Number> {
    var evaluator = CurveEvaluator(tape, parameters: parameters, order: order)
    evaluator.compute(row: 0, of: variables.map { [$0] })
    return evaluator
  }

  @Test("Derivatives are those of differences in double-double", arguments: seeds)
  func derivatives(seed: UInt64) throws {
    var random = RepeatableGenerator(seed: seed)
    let names = ["a", "b", "c"]
    for _ in 0..<40 {
      let text = expression(4, &random)
      let tape = CurveTape(
        try Curve(text).expression, parameters: names, variables: ["x", "z"])
      let point = names.map { _ in Double.random(in: 0.5...1.5, using: &random) }
      let variables = [
        Double.random(in: 0.5...1.5, using: &random), Double.random(in: 0.5...1.5, using: &random),
      ]
      let exact = evaluated(tape, point, .curvature, variables)
      try #require(exact.value.isFinite, "\(text)")
      // The error of a central difference is about h², that of its rounding 2⁻¹⁰⁴/h.
      let step = 0x1p-34
      func size(_ values: Double...) -> Double { values.reduce(1) { $0 + abs($1) } }
      for i in names.indices {
        var (upper, lower) = (point.map { DoubleDouble($0) }, point.map { DoubleDouble($0) })
        upper[i] += step
        lower[i] -= step
        let above = evaluated(tape, upper, .gradient, variables)
        let below = evaluated(tape, lower, .gradient, variables)
        let slope = Double((above.value - below.value) / DoubleDouble(2 * step))
        let tolerance = 1e-11 * size(exact.value, slope)
        #expect(abs(exact.gradient(i) - slope) <= tolerance, "seed \(seed): d/d\(names[i]) \(text)")
        for j in 0...i {
          let bend = Double((above.gradient(j) - below.gradient(j)) / DoubleDouble(2 * step))
          #expect(
            abs(exact.curvature(i, j) - bend) <= 1e-10 * size(exact.value, slope, bend),
            "seed \(seed): d²/d\(names[i])d\(names[j]) \(text)")
        }
      }
    }
  }

  @Test("A curve that is written and read again is the same", arguments: seeds)
  func roundTrip(seed: UInt64) throws {
    var random = RepeatableGenerator(seed: seed)
    for _ in 0..<100 {
      let curve = try Curve("y ~ " + expression(5, &random))
      let again = try Curve(curve.description)
      #expect(again.expression == curve.expression, "seed \(seed): \(curve)")
      #expect(again.description == curve.description)
    }
  }

  @Test("No text traps; what is refused is a syntax error", arguments: seeds)
  func anyText(seed: UInt64) {
    var random = RepeatableGenerator(seed: seed)
    let pieces = [
      "a", "x", "year", "1", "2.5e3", "1e", ".", "(", ")", "(", ")", "+", "-", "*", "**", "/", "^",
      "~", "exp(", "log", "sqrt(", "pi", "`", "`b c`", " ", "\n", ",", "=", "é", "👩‍🔬", "−", "\0",
    ]
    for _ in 0..<500 {
      let text = random.text(of: pieces, upTo: 24)
      do throws(FittingError) {
        let curve = try Curve(text)
        _ = try? curve.bound(variables: ["x", "year"])
        #expect((try? Curve(curve.description))?.expression == curve.expression, "\(text)")
      } catch {
        #expect(error.kind == .syntax, "seed \(seed): \(text)")
        #expect(error.summary.hasSuffix("^"), "seed \(seed): \(text)")
      }
    }
  }

  @Test("No data trap a fit: there is a fit or an error", arguments: seeds)
  func anyFit(seed: UInt64) throws {
    var random = RepeatableGenerator(seed: seed)
    let values = [0, 1, -1, 2.5, 1e-300, 1e300, 1e10, -7, .infinity, .nan, .leastNonzeroMagnitude]
    for _ in 0..<12 {
      let curve = try Curve("y ~ " + expression(2, &random))
      let count = Int.random(in: 0...6, using: &random)
      let isTame = Bool.random(using: &random)
      func column() -> [Double] {
        (0..<count).map { _ in
          isTame ? Double.random(in: -2...2, using: &random) : random.pick(values)
        }
      }
      let columns = ["x": column(), "z": column(), "y": column()]
      let weights = Bool.random(using: &random) ? column() : nil
      guard let fit = try? CurveFit(curve, variables: columns, weights: weights) else { continue }
      #expect(fit.estimates.allSatisfy { $0.isFinite }, "seed \(seed): \(curve) \(columns)")
      #expect(fit.residualSumOfSquares >= 0)
    }
  }
}
